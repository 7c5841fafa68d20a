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
const BEHIND: [&str; 9] = [
    "member since",
    "since",
    "joined",
    "accession",
    "membership",
    "member",
    "year",
    "from",
    "(year)",
];

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

/// The name of the organisation that a header says: of `NATO since`, `NATO`.
pub fn organisation_of(head: &str) -> &str {
    let without = |word: &&str| {
        let (before, behind) = head.split_at_checked(head.len().checked_sub(word.len())?)?;
        let is_behind = behind.eq_ignore_ascii_case(word) && before.ends_with([' ', '_']);
        is_behind.then(|| before.trim_end_matches([' ', '_', ':', '-']))
    };
    BEHIND.iter().find_map(without).filter(|name| !name.is_empty()).unwrap_or(head)
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
