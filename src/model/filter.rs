//! The filter of a map: what of it is shown, by conditions that all have to hold.
//!
//! What the conditions mean is said here; [`crate::analysis`] finds out for which nations and ties
//! they hold.

use std::collections::BTreeSet;

use super::{Attributes, Extra, KindId, PartialDate, Sign, Status};

/// Conditions on nations and ties. What doesn't meet them is sorted out: hidden or dimmed.
///
/// A condition that names nothing holds for all. Conditions on ties sort out ties, but none that a tie
/// which meets them ends at; conditions on nations sort out nations, and their ties with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Whether it is switched off: its conditions are kept and sort out nothing.
    pub is_off: bool,
    /// What becomes of what is sorted out.
    pub others: Others,
    /// Ties: those of one of these kinds.
    pub kinds: BTreeSet<KindId>,
    /// Ties: those of one of these statuses, `None` being those without one.
    pub statuses: BTreeSet<Option<Status>>,
    /// Ties: those whose kind has one of these signs.
    pub signs: BTreeSet<Sign>,
    /// Ties and memberships: those that held on some day of this period.
    pub period: Period,
    /// Nations: those that have one of these tags.
    pub tags: BTreeSet<String>,
    /// Nations or ties: those whose attributes meet each of these.
    pub attributes: Vec<AttributeCondition>,
    /// Nations: those with so many ties, of the ties that meet all else.
    pub degree: DegreeRange,
    /// Nations and ties: those that say this somewhere, whatever the capitals. Ties between nations
    /// that do, and nations at the ends of ties that do, are shown with them.
    pub text: String,
    /// Nations: those that are left with a tie or a membership.
    pub only_tied: bool,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Filter {
    /// How many tags a filter may name.
    pub const MAX_TAGS: usize = 200;
    /// How many conditions on attributes it may have.
    pub const MAX_ATTRIBUTES: usize = 50;

    /// Whether it sorts out nothing, as it is switched off or has no conditions.
    pub fn is_idle(&self) -> bool {
        self.is_off || !self.has_conditions()
    }

    /// Whether it has any conditions.
    pub fn has_conditions(&self) -> bool {
        self.has_tie_conditions() || self.has_nation_conditions()
    }

    /// Whether any condition is on ties or memberships alone.
    pub fn has_tie_conditions(&self) -> bool {
        let of_ties = |condition: &AttributeCondition| condition.of == Bearer::Tie;
        !self.kinds.is_empty()
            || !self.statuses.is_empty()
            || !self.signs.is_empty()
            || self.period != Period::default()
            || self.attributes.iter().any(of_ties)
    }

    /// Whether any condition is on nations.
    fn has_nation_conditions(&self) -> bool {
        let of_nations = |condition: &AttributeCondition| condition.of == Bearer::Nation;
        !self.tags.is_empty()
            || self.attributes.iter().any(of_nations)
            || self.degree != DegreeRange::default()
            || !self.text.trim().is_empty()
            || self.only_tied
    }

    /// Whether it names as few tags and attributes, and such numbers, as a map may hold.
    pub(super) fn is_sound(&self) -> bool {
        let fits = |condition: &AttributeCondition| {
            Attributes::is_name(&condition.name) && condition.test.is_sound()
        };
        self.tags.len() <= Self::MAX_TAGS
            && self.attributes.len() <= Self::MAX_ATTRIBUTES
            && self.attributes.iter().all(fits)
    }
}

/// What becomes of what a filter sorts out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Others {
    /// It isn't drawn at all.
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

/// Days from one to another, each as precise as it is known; an end that isn't given is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; of a month or year its first.
    pub from: Option<PartialDate>,
    /// The last day; of a month or year its last.
    pub to: Option<PartialDate>,
}

impl Period {
    /// Whether what began and ended at these dates held on some day of the period.
    ///
    /// A date that isn't known is open, and one that is known in part may be any of its days: what may
    /// have held counts. The day on which something ended is the last on which it held.
    pub fn meets(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> bool {
        let begun = |(since, to): (PartialDate, PartialDate)| since.first_day() <= to.last_day();
        let lasted =
            |(until, from): (PartialDate, PartialDate)| until.last_day() >= from.first_day();
        since.zip(self.to).is_none_or(begun) && until.zip(self.from).is_none_or(lasted)
    }

    /// Whether it ends before it begins, so that nothing meets it but what has no dates.
    pub fn is_reversed(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| to.last_day() < from.first_day())
    }
}

/// From how few to how many; an end that isn't given is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeCondition {
    /// Whose attribute it is.
    pub of: Bearer,
    /// The name of the attribute.
    pub name: String,
    /// What has to be so.
    pub test: AttributeTest,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// What has attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearer {
    /// Nations.
    #[default]
    Nation,
    /// Ties.
    Tie,
}

impl Bearer {
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

/// What an attribute has to say.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeTest {
    /// Anything at all.
    Has,
    /// This, as the text of the attribute's value: `west`, `4.2`, `true`.
    Equals(String),
    /// A number that is this or more.
    AtLeast(f64),
    /// A number that is this or less.
    AtMost(f64),
}

impl AttributeTest {
    fn is_sound(&self) -> bool {
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
                of: Bearer::Nation,
                name: name.to_owned(),
                test,
                extra: Extra::new(),
            }],
            ..Filter::default()
        };
        assert!(filter("gdp", AttributeTest::AtLeast(2.0)).is_sound());
        assert!(!filter("gdp", AttributeTest::AtMost(f64::NAN)).is_sound());
        assert!(!filter("", AttributeTest::Has).is_sound());
    }
}
