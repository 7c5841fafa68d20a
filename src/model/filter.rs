//! The filter of a map: conditions that nations and ties must all meet to be shown.
//!
//! This module defines the conditions; [`crate::analysis`] finds the nations and ties that meet them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Attributes, Extra, KindId, PartialDate, Sign, Status};

/// Conditions on nations and ties. What doesn't meet them is hidden or dimmed.
///
/// An empty condition is met by all. Conditions on ties leave out ties, but none that a tie which meets
/// them ends at; conditions on nations leave out nations, together with their ties.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Whether it is switched off: its conditions are kept but not applied.
    pub is_off: bool,
    /// What happens to the others, which don't match.
    pub others: Others,
    /// Ties: those of one of these kinds.
    pub kinds: BTreeSet<KindId>,
    /// Ties: those of one of these statuses, `None` being those without one.
    pub statuses: BTreeSet<Option<Status>>,
    /// Ties: those whose kind has one of these signs.
    pub signs: BTreeSet<Sign>,
    /// Ties and memberships: those in force on some day of this period.
    pub period: Period,
    /// Nations: those that have one of these tags.
    pub tags: BTreeSet<String>,
    /// Nations or ties: those whose attributes meet each of these.
    pub attributes: Vec<AttributeCondition>,
    /// Nations: those with so many ties, counting the ties that meet all other conditions.
    pub degree: DegreeRange,
    /// Nations and ties: those that contain this text, in upper or lower case. Ties between nations
    /// that do, and nations at the ends of ties that do, are shown with them.
    pub text: String,
    /// Nations: those that have a tie or a membership left.
    pub only_tied: bool,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Filter {
    /// How many tags a filter may name.
    pub const MAX_TAGS: usize = 200;
    /// How many conditions on attributes a filter may have.
    pub const MAX_ATTRIBUTES: usize = 50;

    /// Whether it matches everything, because it is switched off or has no conditions.
    pub fn is_idle(&self) -> bool {
        self.is_off || !self.has_conditions()
    }

    /// Whether it has any conditions.
    pub fn has_conditions(&self) -> bool {
        self.has_tie_conditions() || self.has_nation_conditions()
    }

    /// The period in which all that it leaves to be seen may have been in force, if it leaves out the rest.
    pub(super) fn period_of_shown(&self) -> Option<Period> {
        let leaves_out = !self.is_off && self.others == Others::Hidden;
        (leaves_out && self.period != Period::default()).then_some(self.period)
    }

    /// Whether any condition is on ties or memberships alone.
    pub fn has_tie_conditions(&self) -> bool {
        let of_ties = |condition: &AttributeCondition| condition.of == AttributeOwner::Tie;
        !self.kinds.is_empty()
            || !self.statuses.is_empty()
            || !self.signs.is_empty()
            || self.period != Period::default()
            || self.attributes.iter().any(of_ties)
    }

    /// Whether any condition is on nations.
    fn has_nation_conditions(&self) -> bool {
        let of_nations = |condition: &AttributeCondition| condition.of == AttributeOwner::Nation;
        !self.tags.is_empty()
            || self.attributes.iter().any(of_nations)
            || self.degree != DegreeRange::default()
            || !self.text.trim().is_empty()
            || self.only_tied
    }

    /// Whether its tags, attributes and numbers are within the limits of a map.
    pub(super) fn is_valid(&self) -> bool {
        let fits = |condition: &AttributeCondition| {
            Attributes::is_name(&condition.name) && condition.test.is_valid()
        };
        self.tags.len() <= Self::MAX_TAGS
            && self.attributes.len() <= Self::MAX_ATTRIBUTES
            && self.attributes.iter().all(fits)
    }
}

/// What happens to what doesn't match a filter.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Others {
    /// It isn't drawn.
    #[default]
    Hidden,
    /// It is drawn faintly.
    Dimmed,
}

impl Others {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Hidden, Self::Dimmed];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Dimmed => "dimmed",
        }
    }
}

/// A range of days, each end as precise as it is known; an end that isn't given is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Period {
    /// The first day; of a month or year its first.
    pub from: Option<PartialDate>,
    /// The last day; of a month or year its last.
    pub to: Option<PartialDate>,
}

impl Period {
    /// Whether what began and ended at these dates was in force on some day of the period.
    ///
    /// An unknown date is open, and one that is known in part may be any of its days: what may have been
    /// in force counts. The day on which something ended is its last day in force.
    pub fn meets(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> bool {
        let begun = |(since, to): (PartialDate, PartialDate)| since.first_day() <= to.last_day();
        let lasted =
            |(until, from): (PartialDate, PartialDate)| until.last_day() >= from.first_day();
        since.zip(self.to).is_none_or(begun) && until.zip(self.from).is_none_or(lasted)
    }

    /// Whether it ends before it begins, so that only what has no dates meets it.
    pub fn is_reversed(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| to.last_day() < from.first_day())
    }
}

/// A range of numbers of ties; an end that isn't given is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DegreeRange {
    /// The fewest.
    pub at_least: Option<u32>,
    /// The most.
    pub at_most: Option<u32>,
}

impl DegreeRange {
    /// Whether a number lies within.
    pub fn contains(&self, number: u32) -> bool {
        self.at_least.is_none_or(|least| number >= least)
            && self.at_most.is_none_or(|most| number <= most)
    }
}

/// A condition on an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttributeCondition {
    /// Whose attribute it is.
    pub of: AttributeOwner,
    /// The name of the attribute.
    pub name: String,
    /// What its value must meet.
    pub test: AttributeTest,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// The sort of record that an attribute belongs to.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum AttributeOwner {
    /// Nations.
    #[default]
    Nation,
    /// Ties.
    Tie,
}

impl AttributeOwner {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nation, Self::Tie];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Tie => "tie",
        }
    }
}

/// A condition on the value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AttributeTest {
    /// Any value.
    Has,
    /// This value, as a text: `west`, `4.2`, `true`.
    Equals(String),
    /// A number that is this or more.
    AtLeast(f64),
    /// A number that is this or less.
    AtMost(f64),
}

impl AttributeTest {
    fn is_valid(&self) -> bool {
        match self {
            Self::Has | Self::Equals(_) => true,
            Self::AtLeast(number) | Self::AtMost(number) => number.is_finite(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<PartialDate> {
        text.parse().ok()
    }

    #[test]
    fn a_period_is_met_by_what_may_have_held_in_it() {
        let day = Period { from: date("1914-07-28"), to: date("1914-07-28") };
        for (since, until, meets) in [
            ("", "", true),
            ("1914-07-28", "", true),
            ("1914-07-29", "", false),
            ("1914-07", "", true),
            ("1915", "", false),
            ("", "1914-07-28", true),
            ("", "1914-07-27", false),
            ("", "1914", true),
            ("1882", "1913", false),
            ("1882", "1915-05-23", true),
        ] {
            assert_eq!(day.meets(date(since), date(until)), meets, "{since} to {until}");
        }
        let open = Period { from: date("1914"), to: None };
        assert!(open.meets(date("2000"), None) && !open.meets(None, date("1913-12-31")));
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_known_as_such() {
        let period = |from, to| Period { from: date(from), to: date(to) };
        assert!(period("1914", "1913").is_reversed());
        assert!(!period("1914", "1914-01").is_reversed() && !period("1914", "").is_reversed());
    }

    #[test]
    fn a_filter_without_conditions_is_idle() {
        let named = Filter { tags: BTreeSet::from(["west".to_owned()]), ..Filter::default() };
        assert!(Filter::default().is_idle() && !named.is_idle());
        assert!(Filter { is_off: true, ..named }.is_idle());
        let blank = Filter { text: " ".to_owned(), ..Filter::default() };
        assert!(!blank.has_conditions());
    }

    #[test]
    fn a_condition_needs_a_name_and_a_finite_number() {
        let filter = |name: &str, test| Filter {
            attributes: vec![AttributeCondition {
                of: AttributeOwner::Nation,
                name: name.to_owned(),
                test,
                extra: Extra::new(),
            }],
            ..Filter::default()
        };
        assert!(filter("gdp", AttributeTest::AtLeast(2.0)).is_valid());
        assert!(!filter("gdp", AttributeTest::AtMost(f64::NAN)).is_valid());
        assert!(!filter("", AttributeTest::Has).is_valid());
    }
}
