//! What columns hold by their cells alone.

use std::collections::HashMap;
use std::ops::Range;

use super::ends_by_words::EndColumns;
use super::lookup::Lookup;
use super::profile::{self, MAX_COLUMNS, Profile};
use super::{members_or_ties, names_beside_ids, pairs};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// So many rows are looked at.
const ROWS: usize = 300;
/// The share of a column's texts that must be nations for it to be one of nations.
const NATIONS: f64 = 0.6;
/// Groups that give more pairs than this are read as members of organisations.
const MAX_PAIRS: usize = 50_000;

/// What a table holds by its cells.
pub enum Contents {
    /// Edges between two columns.
    Edges(EndColumns),
    /// Edges whose ends are both in one column.
    BothEnds(usize),
    /// Members and their organisations.
    Affiliation(EndColumns),
    /// Nodes that this column names.
    Nodes(usize),
}

/// What a table holds by its cells, if they say anything.
pub fn find(
    view: &View<'_>,
    rows: &Range<usize>,
    keys: Option<&[String]>,
    lookup: &mut Lookup,
) -> Option<Contents> {
    let columns = view.column_count().min(MAX_COLUMNS);
    let profiles: Vec<Profile> =
        (0..columns).map(|column| profile::profile(view, rows, column, lookup)).collect();
    let of_nations: Vec<usize> = columns_where(&profiles, |profile| profile.nations >= NATIONS);
    let of_organisations = columns_where(&profiles, |profile| profile.organisations >= NATIONS);
    let edges = |from, to| Contents::Edges(EndColumns { sources: vec![from], targets: vec![to] });
    let both_ends = |lookup: &mut Lookup| {
        (0..columns).find(|column| pairs::are_lists_or_pairs(view, rows, *column, lookup))
    };
    if let [first, others @ ..] = of_nations.as_slice() {
        let mut partners =
            others.iter().filter(|other| !say_the_same(view, rows, *first, **other, lookup));
        if let Some(partner) = partners.next() {
            return Some(edges(*first, *partner));
        }
        if let [organisation, ..] = of_organisations.as_slice() {
            let ends = EndColumns { sources: vec![*first], targets: vec![*organisation] };
            let are_tied = keys.is_some_and(|keys| {
                members_or_ties::is_headed_as_an_end(keys, &ends)
                    || members_or_ties::says_other_ties(view, rows, keys, false)
            });
            if !are_tied {
                return Some(Contents::Affiliation(ends));
            }
        }
    }
    if let Some(column) = both_ends(lookup) {
        return Some(Contents::BothEnds(column));
    }
    // Nations and organisations, as those who impose sanctions are.
    let is_actor = |profile: &Profile| profile.nations + profile.organisations >= NATIONS;
    if let [first, others @ ..] = columns_where(&profiles, is_actor).as_slice()
        && let Some(other) =
            others.iter().find(|other| !say_the_same(view, rows, *first, **other, lookup))
    {
        return Some(edges(*first, *other));
    }
    if let Some((from, to)) = sharing_texts(&profiles) {
        return Some(edges(from, to));
    }
    let filled = columns_where(&profiles, |profile| profile.filled > 0);
    match (of_nations.first(), filled.as_slice()) {
        (Some(nations), _) => Some(Contents::Nodes(*nations)),
        (None, [from, to, ..]) if keys.is_none() => Some(edges(*from, *to)),
        (None, [first, second, ..]) => {
            let are_texts = [*first, *second]
                .iter()
                .all(|column| profiles.get(*column).is_some_and(|profile| profile.numbers < 0.5));
            Some(if are_texts { edges(*first, *second) } else { Contents::Nodes(*first) })
        }
        (None, [only]) => Some(Contents::Nodes(*only)),
        (None, []) => None,
    }
}

fn columns_where(profiles: &[Profile], is_so: impl Fn(&Profile) -> bool) -> Vec<usize> {
    let places = profiles.iter().enumerate();
    places.filter(|(_, profile)| is_so(profile)).map(|(place, _)| place).collect()
}

/// Whether two columns say the same nation in most rows, as a name and a code do.
fn say_the_same(
    view: &View<'_>,
    rows: &Range<usize>,
    one: usize,
    other: usize,
    lookup: &mut Lookup,
) -> bool {
    let (mut same, mut all) = (0, 0);
    for row in rows.clone().take(ROWS) {
        let code = |column: usize, lookup: &mut Lookup| {
            lookup.nation(view.cell(row, column)).map(|(code, _)| code)
        };
        if let (Some(one), Some(other)) = (code(one, lookup), code(other, lookup)) {
            all += 1;
            same += usize::from(one == other);
        }
    }
    all > 0 && same * 2 > all
}

/// The columns of nations, of a table of edges, that name none of their ends: a neutral, a place.
pub fn nations_beside_ends(view: &View<'_>, plan: &SheetPlan) -> Vec<usize> {
    let mut lookup = Lookup::default();
    let ends: Vec<usize> =
        (0..plan.columns.len()).filter(|column| plan.columns[*column].role.is_end()).collect();
    let others = plan.columns_with(ColumnUse::Attribute).take_while(|column| *column < MAX_COLUMNS);
    let names: Vec<usize> =
        ends.iter().filter_map(|end| names_beside_ids::name_beside(plan, *end)).collect();
    let are_others = |column: &usize| {
        !names.contains(column)
            && profile::profile(view, &plan.rows, *column, &mut lookup).nations >= NATIONS
            && !ends.iter().any(|end| say_the_same(view, &plan.rows, *end, *column, &mut lookup))
    };
    others.filter(are_others).collect()
}

/// Whether most texts of a column name nations that are known; numbers don't by themselves.
pub fn names_nations(view: &View<'_>, plan: &SheetPlan, column: usize) -> bool {
    profile::profile(view, &plan.rows, column, &mut Lookup::default()).nations >= NATIONS
}

/// The two leftmost columns that have many texts in common, which aren't all answers: yes, no.
fn sharing_texts(profiles: &[Profile]) -> Option<(usize, usize)> {
    let mut pairs = (0..profiles.len().min(8))
        .flat_map(|from| (from + 1..profiles.len().min(8)).map(move |to| (from, to)));
    pairs.find(|(from, to)| {
        let (Some(from), Some(to)) = (profiles.get(*from), profiles.get(*to)) else {
            return false;
        };
        let is_answer = |text: &&String| values::says_yes(text) || values::says_no(text);
        let common = from.texts.intersection(&to.texts).filter(|text| !is_answer(text)).count();
        let fewer = from.texts.len().min(to.texts.len());
        // Two columns of weights have numbers in common too, but few of them in many rows.
        fewer >= 2 && common * 3 >= fewer && (fewer > 4 || from.numbers < 0.5)
    })
}

/// Whether both ends of a plan hold years or dates, as *from* and *to* may.
pub fn are_dates(view: &View<'_>, plan: &SheetPlan) -> bool {
    let column = |role| plan.column_with(role);
    let (Some(from), Some(to)) = (column(ColumnUse::Source), column(ColumnUse::Target)) else {
        return false;
    };
    let are = |column: usize| {
        let cells = plan.rows.clone().take(ROWS).map(|row| view.cell(row, column));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let dates = filled.iter().filter(|cell| is_date(cell)).count();
        (dates * 10 >= filled.len() * 9, filled.len())
    };
    let others = plan.columns.iter().filter(|column| column.role == ColumnUse::Attribute).count();
    let ((from_is, from_filled), (to_is, to_filled)) = (are(from), are(to));
    others >= 1 && from_is && to_is && from_filled + to_filled > 0
}

/// A year from 1000 to 2100, alone or with month and day.
fn is_date(cell: &str) -> bool {
    let year = cell.split(['-', '/', '.']).find(|part| part.len() == 4);
    let is_year = year
        .is_some_and(|year| year.parse::<u32>().is_ok_and(|year| (1000..=2100).contains(&year)));
    is_year && cell.len() <= 10 && cell.chars().all(|c| c.is_ascii_digit() || "-/.".contains(c))
}

/// Whether columns that words name as ends hold something else: only one of them has numbers that aren't
/// whole, or one is empty throughout.
pub fn are_no_ends(view: &View<'_>, rows: &Range<usize>, ends: &EndColumns) -> bool {
    let numbers = |columns: &[usize]| {
        let cells = columns
            .iter()
            .flat_map(|column| rows.clone().take(ROWS).map(move |row| view.cell(row, *column)));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let numbers = filled.iter().filter(|cell| values::number(cell, '.').is_some()).count();
        numbers * 10 >= filled.len() * 9 && !filled.is_empty()
    };
    numbers(&ends.targets) && !numbers(&ends.sources)
}

/// Whether members are tied to one another: where what they belong to is no organisation but a number or
/// code, as that of a treaty, and there aren't too many of them.
pub fn makes_pairs(
    view: &View<'_>,
    rows: &Range<usize>,
    ends: &EndColumns,
    lookup: &mut Lookup,
) -> bool {
    let Some(organisation) = ends.targets.first() else { return false };
    let profile = profile::profile(view, rows, *organisation, lookup);
    let is_code = |text: &&String| text.bytes().any(|byte| byte.is_ascii_digit());
    let codes = profile.texts.iter().filter(is_code).count();
    if codes * 10 < profile.texts.len() * 9 || profile.texts.is_empty() {
        return false;
    }
    let mut members: HashMap<&str, usize> = HashMap::new();
    for row in rows.clone() {
        *members.entry(view.cell(row, *organisation)).or_default() += 1;
    }
    members.values().map(|count| count * count / 2).sum::<usize>() <= MAX_PAIRS
}
