//! A nation that the program knows by its names and codes.

use std::sync::LazyLock;

use super::iso3166;

/// A state, a territory, a former state or an organisation that has a name and a code.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownNation {
    /// What the map's field `code` takes, unique among all: alpha-3 (ISO 3166-1).
    pub code: &'static str,
    /// The common English name.
    pub name: &'static str,
    /// What it is.
    pub sort: Sort,
}

/// What a known nation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A state or territory of today.
    State,
    /// A state that is no more.
    FormerState,
    /// An organisation of states.
    Organisation,
}

static ALL: LazyLock<Vec<KnownNation>> = LazyLock::new(|| {
    let known = |entry: &iso3166::Entry| KnownNation {
        code: entry.alpha3,
        name: entry.name,
        sort: Sort::State,
    };
    iso3166::all().iter().map(known).collect()
});

/// The known nation with a code, in upper or lower case.
pub fn by_code(code: &str) -> Option<&'static KnownNation> {
    ALL.iter().find(|nation| nation.code.eq_ignore_ascii_case(code))
}
