//! The rules of a look for nations, resolved.

use super::color_scale::apply_color_scale;
use super::scale::{Resolved, ScaleSettings, apply_scale};
use crate::model::{Categories, Color, Map, NationProperty, NationSize, PropertyValue, Scale};
use crate::scene::{Palette, Theme, category_colors};

/// The radius of each nation at unit 1, if a rule gives it.
pub(in crate::scene) fn radii(map: &Map) -> Option<Resolved<f32>> {
    let NationSize::By(rule) = &map.look().nation_size else { return None };
    let settings = ScaleSettings {
        // The area is proportional to the number, but no disc is too small to see.
        interpolate: |low: f32, high: f32, t: f32| (high * t.sqrt()).max(low),
        defaults: Vec::new(),
        other: None,
        from_zero: true,
        key_steps: 3,
    };
    Some(apply_scale(&rule.scale, &map.nation_values(&rule.by), &settings))
}

/// The colour of each nation, adapted to the theme, if a rule gives it.
pub(in crate::scene) fn nation_colors(map: &Map, palette: &Palette) -> Option<Resolved<Color>> {
    let rule = map.look().nation_color.as_ref()?;
    let values = map.nation_values(&rule.by);
    Some(apply_color_scale(
        &rule.scale,
        &values,
        palette.theme,
        Color::new(0xC8, 0xC8, 0xC8),
        |color| color,
    ))
}

/// The colour of each nation's group, adapted to the theme. If the rule for the colour of nations uses
/// the same property, its colours are taken; without one, `None` for groups beyond the colours that can be told apart.
pub(in crate::scene) fn group_colors(
    map: &Map,
    property: &NationProperty,
    values: &[Option<PropertyValue<'_>>],
    palette: &Palette,
) -> Vec<Option<Color>> {
    let rule = map.look().nation_color.as_ref().filter(|rule| rule.by == *property);
    let categories = match rule.map(|rule| &rule.scale) {
        Some(Scale::Categories(categories)) => categories.clone(),
        _ => Categories::default(),
    };
    let scale = Scale::Categories(categories);
    // A hull has its name at its edge, so its colour needn't be told apart by lightness in print.
    let theme = if palette.theme == Theme::Print { Theme::Light } else { palette.theme };
    let adapt = |color| palette.line(color);
    let looks = apply_color_scale(&scale, values, theme, palette.second_ink, adapt).looks;
    // Without a rule any colour will do.
    let is_given = |color: &Color| rule.is_some() || *color != adapt(category_colors::OTHER);
    looks.into_iter().map(|color| color.filter(is_given)).collect()
}
