//! A nation that the program knows by its names and codes.

/// A state, a territory, a former state or an organisation that has a name and a code.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownNation {
    /// What the map's field `code` takes, unique among all: alpha-3 (ISO 3166-1); of former states the
    /// four letters of ISO 3166-3, or else `COW` or `GW` with the number, or `HIST` with the name;
    /// of organisations `EU`, `UN`, or `ORG` with the abbreviation.
    pub code: &'static str,
    /// The common English name.
    pub name: &'static str,
    /// What it is.
    pub sort: Sort,
    /// The alpha-2 code (ISO 3166-1) of a state of today.
    pub alpha2: Option<&'static str>,
    /// The numeric code (ISO 3166-1).
    pub numeric: Option<u16>,
    /// The number in the list of states of the Correlates of War project.
    pub cow_number: Option<u16>,
    /// The abbreviation in that list.
    pub cow_abbreviation: Option<&'static str>,
    /// The number in the list of Gleditsch and Ward.
    pub gleditsch_ward: Option<u16>,
    /// When it existed; empty where that decides nothing.
    pub years: Vec<Years>,
    /// Codes once in force.
    pub(super) withdrawn_codes: Vec<&'static str>,
    /// Codes of the IOC and of FIFA that differ from alpha-3.
    pub(super) sport_codes: Vec<&'static str>,
    /// All names, the common one first.
    pub(super) names: Vec<Name>,
}

impl KnownNation {
    /// Whether it existed in a year, as far as that is known.
    pub fn existed_in(&self, year: i32) -> bool {
        self.years.is_empty() || self.years.iter().any(|years| years.contain(year))
    }

    /// Whether a text is one of its names as the list has them.
    pub fn is_called(&self, text: &str) -> bool {
        self.names.iter().any(|name| name.text == text)
    }

    /// Whether it had ended before a year, or is no more today where there is none.
    pub fn is_no_more(&self, year: Option<i32>) -> bool {
        let is_over = |years: &Years| years.last.is_some_and(|last| year.is_none_or(|y| last < y));
        !self.years.is_empty() && self.years.iter().all(is_over)
    }
}

/// What a known nation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A state or territory of today.
    State,
    /// A state that is no more.
    FormerState,
    /// An organisation of states.
    Organisation,
}

/// From the first to the last of some years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first, where there is one.
    pub first: Option<i32>,
    /// The last, where there is one.
    pub last: Option<i32>,
}

impl Years {
    /// Whether a year is among them.
    pub fn contain(self, year: i32) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }
}

/// A name of a nation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: &'static str,
    pub(super) sort: NameSort,
    /// The years in which alone it is meant.
    pub(super) only_in: Option<Years>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameSort {
    /// In a language, by its BCP 47 tag.
    In(&'static str),
    /// What its people, or what comes from it, are called.
    Demonym,
    /// Its capital.
    Capital,
    /// A part of it, or a word that loosely stands for it.
    Part,
}
