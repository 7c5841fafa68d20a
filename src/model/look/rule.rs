//! Rules of a look: which property of the data it follows, and how each value looks.

use serde::{Deserialize, Serialize};

use crate::model::Extra;

/// How many values a rule may name.
pub(super) const MAX_CATEGORIES: usize = 200;

/// A rule: the property that it follows, and how each value looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule<P, S> {
    /// The property.
    pub by: P,
    /// How its values look.
    pub scale: S,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl<P, S> Rule<P, S> {
    /// A rule without unknown fields.
    pub fn new(by: P, scale: S) -> Self {
        Self { by, scale, extra: Extra::new() }
    }
}

/// How values look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Scale<V> {
    /// Each value has a look of its own.
    Categories(Categories<V>),
    /// Numbers are interpolated between two looks.
    Range(Range<V>),
}

impl<V> Scale<V> {
    pub(super) fn is_valid(&self, fits: impl Fn(&V) -> bool) -> bool {
        match self {
            Self::Categories(categories) => categories.is_valid(fits),
            Self::Range(range) => range.is_valid(fits),
        }
    }
}

/// The looks of values, by the text of each: `west`, `4.2`, `true`, `in-force`. Other values get looks
/// of their own in the order in which they occur.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Categories<V>(pub Vec<(String, V)>);

impl<V> Categories<V> {
    /// The look of a value, if it is named.
    pub fn get(&self, value: &str) -> Option<&V> {
        self.0.iter().find(|(own, _)| own == value).map(|(_, look)| look)
    }

    pub(super) fn is_valid(&self, fits: impl Fn(&V) -> bool) -> bool {
        let names: std::collections::BTreeSet<&str> =
            self.0.iter().map(|(value, _)| value.as_str()).collect();
        names.len() == self.0.len()
            && self.0.len() <= MAX_CATEGORIES
            && self.0.iter().all(|(_, look)| fits(look))
    }
}

impl<V> Default for Categories<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A scale for numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range<V> {
    /// The number at which it begins; `None` means the least of the data, or 0 for sizes.
    pub from: Option<f64>,
    /// The number at which it ends; `None` means the largest of the data.
    pub to: Option<f64>,
    /// The look of the lowest number.
    pub low: V,
    /// The look of the highest number.
    pub high: V,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl<V> Range<V> {
    /// A range whose ends are those of the data.
    pub fn of_data(low: V, high: V) -> Self {
        Self { from: None, to: None, low, high, extra: Extra::new() }
    }

    /// Whether the given ends are finite and in ascending order.
    pub fn has_valid_ends(&self) -> bool {
        let finite = |end: Option<f64>| end.is_none_or(f64::is_finite);
        let ordered = self.from.zip(self.to).is_none_or(|(from, to)| from < to);
        finite(self.from) && finite(self.to) && ordered
    }

    pub(super) fn is_valid(&self, fits: impl Fn(&V) -> bool) -> bool {
        self.has_valid_ends() && fits(&self.low) && fits(&self.high)
    }
}
