//! Sees a table of who is in what: nations down the side, organisations across the top, and marks or years
//! between them.

use super::lookup::Lookup;
use super::matrix::Matrix;
use crate::formats::tables::membership_marks::{MembershipMark, membership_mark};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::names::Sort;

/// So many rows are looked at, and so many columns.
const LOOKED_AT: usize = 60;
/// Words behind the name of an organisation that say what stands below it.
const BEHIND: [&str; 20] = [
    "member since",
    "member from",
    "year joined",
    "join date",
    "entry",
    "accession date",
    "member?",
    "start",
    "seit",
    "beitritt",
    "depuis",
    "desde",
    "since",
    "joined",
    "accession",
    "membership",
    "member",
    "year",
    "from",
    "(year)",
];

/// Words behind it that say that below it stands when members left.
const LEFT: [&str; 11] = [
    "member until",
    "until",
    "left",
    "year left",
    "exit",
    "withdrawal",
    "withdrew",
    "to",
    "end",
    "bis",
    "austritt",
];
/// Among so many columns are those of organisations looked for.
const MOST_COLUMNS: usize = 1_000;

/// The table below a header as a matrix, if it says who is in what.
pub fn find(view: &View<'_>, header: usize, lookup: &mut Lookup) -> Option<Matrix> {
    let last = (1..view.row_len(header)).rev().find(|at| !view.cell(header, *at).is_empty())?;
    let columns = 1..last + 1;
    let heads: Vec<&str> =
        columns.clone().map(|column| organisation_of(view.cell(header, column))).collect();
    let is_doubled =
        |(place, head): (usize, &&str)| heads.iter().take(place).any(|one| one == head);
    if columns.len() > LOOKED_AT || heads.iter().enumerate().any(is_doubled) {
        return None;
    }
    let has_label = |row: &usize| !view.cell(*row, 0).is_empty();
    let end = (header + 1..view.row_count()).take_while(has_label).last()? + 1;
    let rows = header + 1..end;
    let labels = rows.clone().take(LOOKED_AT).map(|row| view.cell(row, 0));
    if !are_who_and_what(labels, &heads, lookup) {
        return None;
    }
    let (mut members, mut marks, mut filled) = (0, 0, 0);
    for row in rows.clone().take(LOOKED_AT) {
        for cell in view.row(row).skip(1).filter(|cell| !cell.is_empty()) {
            let mark = membership_mark(cell);
            filled += 1;
            marks += usize::from(mark.is_some());
            members += usize::from(mark.is_some_and(|mark| mark != MembershipMark::None));
        }
    }
    let are_marks = members > 0 && marks * 5 >= filled * 4;
    are_marks.then_some(Matrix { has_labels: true, rows, columns, is_mutual: false })
}

/// The name of the organisation that a header says: of `NATO since`, as of `NATO accession year`, `NATO`.
pub fn organisation_of(head: &str) -> &str {
    let mut name = head;
    while let Some(before) = before(name, &BEHIND) {
        name = before;
    }
    name
}

/// The name of the organisation of which a header says when members left: of `EU until`, `EU`.
fn left_by(head: &str) -> Option<&str> {
    before(head, &LEFT)
}

/// What stands before the first of some words at the end of a header.
fn before<'h>(head: &'h str, words: &[&str]) -> Option<&'h str> {
    let without = |word: &&str| {
        let (before, behind) = head.split_at_checked(head.len().checked_sub(word.len())?)?;
        let is_behind = behind.eq_ignore_ascii_case(word) && before.ends_with([' ', '_']);
        is_behind.then(|| before.trim_end_matches([' ', '_', ':', '-']))
    };
    words.iter().find_map(without).filter(|name| !name.is_empty())
}

/// A column for who is in an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnOfOrganisation {
    /// Its index.
    pub index: usize,
    /// What the organisation is called.
    pub organisation: String,
    /// Whether it says when members left.
    pub is_end: bool,
}

/// The columns of a table of nations whose headers name organisations, and whose cells say who is in, since
/// when or until when.
pub fn columns_of_organisations(view: &View<'_>, plan: &SheetPlan) -> Vec<ColumnOfOrganisation> {
    let mut lookup = Lookup::default();
    let mut is_one =
        |name: &str| lookup.nation(name).is_some_and(|(_, sort)| sort == Sort::Organisation);
    let columns = plan.columns_with(ColumnUse::Attribute).take_while(|at| *at < MOST_COLUMNS);
    let of = |index: usize| {
        let name = plan.columns.get(index)?.name.as_str();
        let left = left_by(name);
        let organisation = left.unwrap_or_else(|| organisation_of(name)).to_owned();
        let says = is_one(&organisation) && says_who_is_in(view, plan, index);
        says.then(|| ColumnOfOrganisation { index, organisation, is_end: left.is_some() })
    };
    let found: Vec<ColumnOfOrganisation> = columns.filter_map(of).collect();
    // When members left alone doesn't say who is in.
    let begins = |name: &str| found.iter().any(|own| own.organisation == name && !own.is_end);
    found.iter().filter(|own| begins(&own.organisation)).cloned().collect()
}

/// Whether the cells of a column say who is in, most of them, and of some that they are.
fn says_who_is_in(view: &View<'_>, plan: &SheetPlan, column: usize) -> bool {
    let (mut members, mut marks, mut filled) = (0, 0, 0);
    let cells = plan.rows.clone().map(|row| view.cell(row, column));
    for mark in cells.filter(|cell| !cell.is_empty()).map(membership_mark) {
        filled += 1;
        marks += usize::from(mark.is_some());
        members += usize::from(mark.is_some_and(|mark| mark != MembershipMark::None));
    }
    let is_end = plan.columns.get(column).is_some_and(|column| left_by(&column.name).is_some());
    (members > 0 || is_end) && marks * 5 >= filled * 4
}

/// Whether a plan for a matrix says who is in what.
pub fn is_of_members(view: &View<'_>, plan: &SheetPlan) -> bool {
    let Some(label) = plan.column_with(ColumnUse::Id) else { return false };
    let columns = plan.columns_with(ColumnUse::Attribute).take(LOOKED_AT);
    let heads: Vec<&str> = columns
        .filter_map(|column| plan.columns.get(column))
        .map(|column| column.name.as_str())
        .collect();
    let labels = plan.rows.clone().take(LOOKED_AT).map(|row| view.cell(row, label));
    are_who_and_what(labels, &heads, &mut Lookup::default())
}

/// Whether most labels name nations, and most heads organisations.
fn are_who_and_what<'v>(
    labels: impl Iterator<Item = &'v str>,
    heads: &[&str],
    lookup: &mut Lookup,
) -> bool {
    let is_organisation = |lookup: &mut Lookup, text: &str| {
        lookup.nation(text).map(|(_, sort)| sort == Sort::Organisation)
    };
    let organisations =
        heads.iter().filter(|head| is_organisation(lookup, head) == Some(true)).count();
    if organisations < 2 || organisations * 3 < heads.len() * 2 {
        return false;
    }
    let (mut nations, mut all) = (0, 0);
    for label in labels.filter(|label| !label.is_empty()) {
        all += 1;
        nations += usize::from(is_organisation(lookup, label) == Some(false));
    }
    all > 0 && nations * 5 >= all * 3
}
