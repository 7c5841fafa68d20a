//! Scales: from the values of records to their looks, by category or over a range of numbers.

use std::collections::{HashMap, HashSet};

use crate::model::{Categories, PropertyValue, Range, Scale};

/// The looks that a rule gives to records, and the key that explains them.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct Resolved<V> {
    /// The look of each record; `None` where it keeps the usual one.
    pub(in crate::scene) looks: Vec<Option<V>>,
    /// Which look means which value; only values that occur.
    pub(in crate::scene) key: ScaleKey<V>,
}

impl<V: Copy> Resolved<V> {
    /// The look of the record at an index; `None` where it keeps the usual one.
    pub(in crate::scene) fn look(&self, index: usize) -> Option<V> {
        self.looks.get(index).copied().flatten()
    }
}

/// Which look means which value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) enum ScaleKey<V> {
    /// Values with looks of their own, those that the rule names first, and the look that all other
    /// values share, if there are any.
    Categories(Vec<(String, V)>, Option<V>),
    /// Some numbers from low to high with their looks.
    Range(Vec<(f64, V)>),
}

/// How a scale derives looks of some type.
pub(super) struct ScaleSettings<V> {
    /// The look at a fraction of the way from low to high.
    pub(super) interpolate: fn(V, V, f32) -> V,
    /// The looks for values that the rule doesn't name, in the order in which they are assigned.
    pub(super) defaults: Vec<V>,
    /// The look of all further values.
    pub(super) other: Option<V>,
    /// Whether a range without a lower limit begins at 0.
    pub(super) from_zero: bool,
    /// How many numbers of a range the key shows.
    pub(super) key_steps: u8,
}

/// Applies a scale to the values of records.
pub(super) fn apply_scale<V: Copy + PartialEq>(
    scale: &Scale<V>,
    values: &[Option<PropertyValue<'_>>],
    settings: &ScaleSettings<V>,
) -> Resolved<V> {
    match scale {
        Scale::Categories(categories) => apply_categories(categories, values, settings),
        Scale::Range(range) => apply_range(range, values, settings),
    }
}

/// Applies a scale by category.
pub(super) fn apply_categories<V: Copy + PartialEq>(
    categories: &Categories<V>,
    values: &[Option<PropertyValue<'_>>],
    settings: &ScaleSettings<V>,
) -> Resolved<V> {
    let mut by_value: HashMap<&str, (usize, Option<V>)> = HashMap::new();
    for (index, (value, look)) in categories.0.iter().enumerate() {
        by_value.insert(value, (index, Some(*look)));
    }
    let is_named = |look: &V| categories.0.iter().any(|(_, named)| named == look);
    let mut unused = settings.defaults.iter().copied().filter(|look| !is_named(look));
    let mut present: Vec<(usize, String, V)> = Vec::new();
    let mut seen = HashSet::new();
    let mut others = None;
    let mut looks = Vec::with_capacity(values.len());
    for value in values {
        let Some(value) = value else {
            looks.push(None);
            continue;
        };
        let next = by_value.len();
        let (index, look) = *by_value.entry(&value.text).or_insert_with(|| (next, unused.next()));
        match look {
            Some(look) if seen.insert(index) => {
                present.push((index, value.text.clone().into_owned(), look));
            }
            Some(_) => {}
            None => others = settings.other,
        }
        looks.push(look.or(settings.other));
    }
    present.sort_by_key(|(index, ..)| *index);
    let entries = present.into_iter().map(|(_, value, look)| (value, look)).collect();
    Resolved { looks, key: ScaleKey::Categories(entries, others) }
}

/// Applies a scale over a range of numbers.
fn apply_range<V: Copy>(
    range: &Range<V>,
    values: &[Option<PropertyValue<'_>>],
    settings: &ScaleSettings<V>,
) -> Resolved<V> {
    let numbers = || values.iter().flatten().filter_map(|value| value.number);
    let (least, most) =
        numbers().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), n| (a.min(n), b.max(n)));
    let begin = if settings.from_zero { least.min(0.0) } else { least };
    let (from, to) = (range.from.unwrap_or(begin), range.to.unwrap_or(most));
    let look = |number: f64| {
        // Halved, so that the difference stays finite for all numbers.
        let fraction = (number / 2.0 - from / 2.0) / (to / 2.0 - from / 2.0);
        let fraction = if to > from { fraction } else { 1.0 };
        (settings.interpolate)(range.low, range.high, fraction.clamp(0.0, 1.0) as f32)
    };
    let looks = values.iter().map(|value| Some(look(value.as_ref()?.number?))).collect();
    let mut key = Vec::new();
    if least <= most {
        let is_whole = numbers().all(|number| number.fract() == 0.0);
        let at =
            |step: u8| from + (to - from) * f64::from(step) / f64::from(settings.key_steps - 1);
        let mut marks: Vec<f64> = match settings.from_zero {
            true => key_sizes(to),
            false => (0..settings.key_steps)
                .map(at)
                .map(|n| if is_whole { n.round() } else { n })
                .collect(),
        };
        marks.dedup();
        key.extend(
            marks.into_iter().filter(|n| n.is_finite()).map(|number| (number, look(number))),
        );
    }
    Resolved { looks, key: ScaleKey::Range(key) }
}

/// Three round numbers for a key of sizes, ascending up to the largest value. Each is about a quarter of
/// the next, so that its disc is half as wide.
fn key_sizes(most: f64) -> Vec<f64> {
    if most <= 0.0 {
        return vec![most];
    }
    [most / 16.0, most / 4.0, most].into_iter().map(rounded_down).collect()
}

/// The largest of 1, 1.5, 2, 3, 5 and 7 times a power of ten that doesn't exceed a number.
fn rounded_down(number: f64) -> f64 {
    let power = 10f64.powi(number.log10().floor() as i32);
    let digit =
        [7.0, 5.0, 3.0, 2.0, 1.5].into_iter().find(|digit| digit * power <= number * (1.0 + 1e-9));
    digit.unwrap_or(1.0) * power
}
