//! Colour scales, adapted to a theme.

use std::collections::HashMap;

use super::scale::{Resolved, ScaleKey, ScaleSettings, apply_scale};
use crate::model::{Categories, Color, PropertyValue, Range, Scale};
use crate::scene::Theme;
use crate::scene::colors::{category_colors, oklab};

/// The darkest grey in print.
const DARKEST: Color = Color::new(0x1C, 0x1C, 0x1C);

/// Applies a colour scale, adapted to a theme. In print the colours keep their hues but get the lightness
/// of evenly spaced greys from near-black to `lightest`, so that they stay distinct in black and white.
pub(super) fn apply_color_scale(
    scale: &Scale<Color>,
    values: &[Option<PropertyValue<'_>>],
    theme: Theme,
    lightest: Color,
    adapt: impl Fn(Color) -> Color,
) -> Resolved<Color> {
    let settings = ScaleSettings {
        interpolate: oklab::between,
        defaults: category_colors::colors(theme).to_vec(),
        other: Some(adapt(category_colors::OTHER)),
        from_zero: false,
        key_steps: 4,
    };
    let ends = |range: &Range<Color>| match theme {
        Theme::Light => (range.low, range.high),
        // Colours that stand out are dark on a light background, and light on a dark one.
        Theme::Dark => oklab::exchange_lightness(range.low, range.high),
        Theme::Print => (
            oklab::exchange_lightness(range.low, lightest).0,
            oklab::exchange_lightness(range.high, DARKEST).0,
        ),
    };
    let adapted = match scale {
        Scale::Categories(Categories(named)) => {
            let named = named.iter().map(|(value, color)| (value.clone(), adapt(*color)));
            Scale::Categories(Categories(named.collect()))
        }
        Scale::Range(range) => {
            let (low, high) = ends(range);
            Scale::Range(Range { low: adapt(low), high: adapt(high), ..range.clone() })
        }
    };
    let mut resolved = apply_scale(&adapted, values, &settings);
    if let (Theme::Print, ScaleKey::Categories(..)) = (theme, &resolved.key) {
        resolved = with_grey_lightness(resolved, lightest);
    }
    resolved
}

/// Gives categories the lightness of evenly spaced greys, the first the darkest.
fn with_grey_lightness(resolved: Resolved<Color>, lightest: Color) -> Resolved<Color> {
    let ScaleKey::Categories(entries, others) = resolved.key else { return resolved };
    let last = (entries.len() + usize::from(others.is_some())).saturating_sub(1).max(1);
    let grey = |index: usize| oklab::between(DARKEST, lightest, index as f32 / last as f32);
    let mut greys: HashMap<Color, Color> = HashMap::new();
    for (index, (_, color)) in entries.iter().enumerate() {
        let spaced = || oklab::exchange_lightness(*color, grey(index)).0;
        greys.entry(*color).or_insert_with(spaced);
    }
    let of = |color: Color| greys.get(&color).copied().unwrap_or(lightest);
    let entries: Vec<(String, Color)> =
        entries.iter().map(|(value, color)| (value.clone(), of(*color))).collect();
    Resolved {
        looks: resolved.looks.iter().map(|color| color.map(of)).collect(),
        key: ScaleKey::Categories(entries, others.map(of)),
    }
}
