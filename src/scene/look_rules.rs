//! What the rules of a look come to: a look for each nation or tie, from the data as they are now,
//! and the key by which a reader reads them.

use std::collections::HashMap;

use super::palette::{Palette, Theme};
use super::{category_colors, oklab};
use crate::model::{
    Categories, Color, Dash, Kind, Map, NationProperty, NationSize, PropertyValue, Range, Scale,
    TieProperty,
};

/// What a rule gives each of some records, and what stands for what.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Given<V> {
    /// The look of each record; `None` where it keeps the usual one.
    pub(super) each: Vec<Option<V>>,
    /// What stands for what: only values that are there.
    pub(super) key: Key<V>,
}

/// What stands for what.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key<V> {
    /// Values that have looks of their own, those that the rule names first, and the look that all
    /// others share where there are any.
    Categories(Vec<(String, V)>, Option<V>),
    /// Numbers from low to high with their looks.
    Range(Vec<(f64, V)>),
}

/// As light as the darkest colour in print.
const DARKEST: Color = Color::new(0x1C, 0x1C, 0x1C);

/// How looks of a sort are found.
struct Means<V> {
    /// The look at a part of the way from low to high.
    between: fn(V, V, f32) -> V,
    /// The looks for values that aren't named, in turn.
    own: Vec<V>,
    /// The look of values for which none is left.
    rest: Option<V>,
    /// Whether ranges begin at 0 unless they say otherwise.
    from_zero: bool,
    /// How many numbers of a range stand in the key.
    steps: u8,
}

/// The radius of each nation at unit 1, where a rule gives it.
pub(super) fn radii(map: &Map) -> Option<Given<f32>> {
    let NationSize::By(rule) = &map.look().nation_size else { return None };
    let means = Means {
        // The area is in proportion; what would be too small to see has the least radius.
        between: |low: f32, high: f32, t: f32| (high * t.sqrt()).max(low),
        own: Vec::new(),
        rest: None,
        from_zero: true,
        steps: 3,
    };
    Some(scaled(&rule.scale, &map.nation_values(&rule.by), &means))
}

/// The colour of each nation, ready for a theme, where a rule gives it.
pub(super) fn nation_colors(map: &Map, palette: &Palette) -> Option<Given<Color>> {
    let rule = map.look().nation_color.as_ref()?;
    let values = map.nation_values(&rule.by);
    Some(colors(&rule.scale, &values, palette.theme, Color::new(0xC8, 0xC8, 0xC8), |color| color))
}

/// Where the colour of nations goes by category: each value that is there, with its colour on a light
/// ground.
pub fn nation_color_key(map: &Map) -> Vec<(String, Color)> {
    categories_of(nation_colors(map, &Palette::of(Theme::Light)))
}

/// The same for ties.
pub fn tie_color_key(map: &Map) -> Vec<(String, Color)> {
    categories_of(TieRules::of(map, &Palette::of(Theme::Light)).colors)
}

fn categories_of(given: Option<Given<Color>>) -> Vec<(String, Color)> {
    match given.map(|given| given.key) {
        Some(Key::Categories(values, _)) => values,
        _ => Vec::new(),
    }
}

/// The colour of each nation's group, ready for a theme: that of the rule for nations where it follows
/// the same property.
pub(super) fn group_colors(
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
    // A hull has its name at its edge, so that in print its colour may be as dark as all others.
    let theme = if palette.theme == Theme::Print { Theme::Light } else { palette.theme };
    colors(&scale, values, theme, palette.second_ink, |color| palette.line(color)).each
}

/// Colours ready for a theme. In print they keep their hues and are as light as evenly spaced greys
/// from black to `lightest`, so that a print without colours loses none.
fn colors(
    scale: &Scale<Color>,
    values: &[Option<PropertyValue<'_>>],
    theme: Theme,
    lightest: Color,
    adapt: impl Fn(Color) -> Color,
) -> Given<Color> {
    let means = Means {
        between: oklab::between,
        own: category_colors::colors(theme).to_vec(),
        rest: Some(adapt(category_colors::OTHER)),
        from_zero: false,
        steps: 4,
    };
    let ends = |range: &Range<Color>| match theme {
        Theme::Light => (range.low, range.high),
        // What stands out on a light ground is dark, and on a dark one light.
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
    let mut given = scaled(&adapted, values, &means);
    if let (Theme::Print, Key::Categories(..)) = (theme, &given.key) {
        given = as_greys(given, lightest);
    }
    given
}

/// Categories with the lightness of evenly spaced greys, the first the darkest.
fn as_greys(given: Given<Color>, lightest: Color) -> Given<Color> {
    let Key::Categories(entries, others) = given.key else { return given };
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
    Given {
        each: given.each.iter().map(|color| color.map(of)).collect(),
        key: Key::Categories(entries, others.map(of)),
    }
}

/// What a scale gives each of some values.
fn scaled<V: Copy + PartialEq>(
    scale: &Scale<V>,
    values: &[Option<PropertyValue<'_>>],
    means: &Means<V>,
) -> Given<V> {
    match scale {
        Scale::Categories(categories) => sorted(categories, values, means),
        Scale::Range(range) => ranged(range, values, means),
    }
}

fn sorted<V: Copy + PartialEq>(
    categories: &Categories<V>,
    values: &[Option<PropertyValue<'_>>],
    means: &Means<V>,
) -> Given<V> {
    let mut looks: HashMap<&str, (usize, Option<V>)> = HashMap::new();
    for (index, (value, look)) in categories.0.iter().enumerate() {
        looks.insert(value, (index, Some(*look)));
    }
    let is_named = |look: &V| categories.0.iter().any(|(_, named)| named == look);
    let mut own = means.own.iter().copied().filter(|look| !is_named(look));
    let mut present: Vec<(usize, String, V)> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut others = None;
    let mut each = Vec::with_capacity(values.len());
    for value in values {
        let Some(value) = value else {
            each.push(None);
            continue;
        };
        let next = looks.len();
        let (place, look) = *looks.entry(&value.text).or_insert_with(|| (next, own.next()));
        match look {
            Some(look) if seen.insert(place) => {
                present.push((place, value.text.clone().into_owned(), look));
            }
            Some(_) => {}
            None => others = means.rest,
        }
        each.push(look.or(means.rest));
    }
    present.sort_by_key(|(place, ..)| *place);
    let entries = present.into_iter().map(|(_, value, look)| (value, look)).collect();
    Given { each, key: Key::Categories(entries, others) }
}

fn ranged<V: Copy>(
    range: &Range<V>,
    values: &[Option<PropertyValue<'_>>],
    means: &Means<V>,
) -> Given<V> {
    let numbers = || values.iter().flatten().filter_map(|value| value.number);
    let (least, most) =
        numbers().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), n| (a.min(n), b.max(n)));
    let begin = if means.from_zero { least.min(0.0) } else { least };
    let (from, to) = (range.from.unwrap_or(begin), range.to.unwrap_or(most));
    let look = |number: f64| {
        // Halves, so that the ends of all numbers there are have a finite distance.
        let part = (number / 2.0 - from / 2.0) / (to / 2.0 - from / 2.0);
        let part = if to > from { part } else { 1.0 };
        (means.between)(range.low, range.high, part.clamp(0.0, 1.0) as f32)
    };
    let each = values.iter().map(|value| Some(look(value.as_ref()?.number?))).collect();
    let mut key = Vec::new();
    if least <= most {
        let is_whole = numbers().all(|number| number.fract() == 0.0);
        let at = |step: u8| from + (to - from) * f64::from(step) / f64::from(means.steps - 1);
        let mut marks: Vec<f64> = match means.from_zero {
            true => areas(to),
            false => {
                (0..means.steps).map(at).map(|n| if is_whole { n.round() } else { n }).collect()
            }
        };
        marks.dedup();
        key.extend(
            marks.into_iter().filter(|n| n.is_finite()).map(|number| (number, look(number))),
        );
    }
    Given { each, key: Key::Range(key) }
}

/// Three round numbers up to the largest for the key of sizes, the least first: each about a quarter
/// of the next, so that its disc is half as wide.
fn areas(most: f64) -> Vec<f64> {
    if most <= 0.0 {
        return vec![most];
    }
    [most / 16.0, most / 4.0, most].into_iter().map(rounded_down).collect()
}

/// The largest of 1, 1.5, 2, 3, 5 and 7 times a power of ten that isn't above a number.
fn rounded_down(number: f64) -> f64 {
    let power = 10f64.powi(number.log10().floor() as i32);
    let digit =
        [7.0, 5.0, 3.0, 2.0, 1.5].into_iter().find(|digit| digit * power <= number * (1.0 + 1e-9));
    digit.unwrap_or(1.0) * power
}

/// How a tie is drawn before its status has a say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TieLook {
    /// The colour, ready for the theme.
    pub(super) color: Color,
    /// The width at unit 1.
    pub(super) width: f32,
    /// The dash pattern.
    pub(super) dash: Dash,
    /// Whether the dashes stand for the status, in place of those that the status has by itself.
    pub(super) dash_is_status: bool,
}

/// The rules of a map's ties, resolved.
pub(super) struct TieRules {
    /// The colours, ready for the theme.
    pub(super) colors: Option<Given<Color>>,
    /// The widths at unit 1.
    pub(super) widths: Option<Given<f32>>,
    /// The dashes.
    pub(super) dashes: Option<Given<Dash>>,
    dash_is_status: bool,
    palette: Palette,
}

impl TieRules {
    /// What the rules of a map give its ties now.
    pub(super) fn of(map: &Map, palette: &Palette) -> Self {
        let look = map.look();
        let values = |by: &TieProperty| -> Vec<Option<PropertyValue<'_>>> {
            map.ties().iter().map(|(_, tie)| map.tie_value(tie, by)).collect()
        };
        // In print each colour is made dark enough in its own measure.
        let line = |color| if palette.theme == Theme::Print { color } else { palette.line(color) };
        let widths = Means {
            between: |low: f32, high: f32, t: f32| low + (high - low) * t,
            own: Vec::new(),
            rest: None,
            from_zero: false,
            steps: 3,
        };
        let dashes = Means {
            between: |low: Dash, _: Dash, _: f32| low,
            own: Dash::ALL.to_vec(),
            rest: None,
            from_zero: false,
            steps: 2,
        };
        let grey = Color::new(0x8C, 0x8C, 0x8C);
        Self {
            colors: look
                .tie_color
                .as_ref()
                .map(|r| colors(&r.scale, &values(&r.by), palette.theme, grey, line)),
            widths: look.tie_width.as_ref().map(|r| scaled(&r.scale, &values(&r.by), &widths)),
            dashes: look.tie_dash.as_ref().map(|r| sorted(&r.scale, &values(&r.by), &dashes)),
            dash_is_status: look.tie_dash.as_ref().is_some_and(|r| r.by == TieProperty::Status),
            palette: *palette,
        }
    }

    /// How the tie at a place in the map's order is drawn.
    pub(super) fn look(&self, index: usize, kind: Option<&Kind>) -> TieLook {
        let dash = given(self.dashes.as_ref(), index);
        let usual = || kind.map_or(self.palette.ink, |kind| self.palette.line(kind.color));
        TieLook {
            color: given(self.colors.as_ref(), index).unwrap_or_else(usual),
            width: given(self.widths.as_ref(), index)
                .unwrap_or_else(|| kind.map_or(1.5, |kind| kind.width)),
            dash: dash.unwrap_or_else(|| kind.map_or_else(Dash::default, |kind| kind.dash)),
            dash_is_status: dash.is_some() && self.dash_is_status,
        }
    }
}

fn given<V: Copy>(given: Option<&Given<V>>, index: usize) -> Option<V> {
    given?.each.get(index).copied().flatten()
}
