//! Tells marks in the cells of a matrix from names of nations, which are the ends of ties in other tables.

use std::collections::HashSet;
use std::ops::Range;

use super::lookup::Lookup;
use super::pairs;
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::names::Sort;

/// So many rows are looked at, and so many cells of each.
const LOOKED_AT: usize = 60;
/// No code is longer, in characters.
const LONGEST_CODE: usize = 3;
/// So many different short texts may be marks, whatever nations have them as codes: *no* is Norway's.
const FEW: usize = 3;

/// Whether cells may mark what is between the one of their row and the one of their column: a cross, a
/// number, a kind or nothing. Where a quarter of them name nations, they aren't marks.
pub fn are_marks(
    view: &View<'_>,
    rows: &Range<usize>,
    columns: &Range<usize>,
    lookup: &mut Lookup,
) -> bool {
    let (mut names, mut codes, mut all) = (0, 0, 0);
    let mut different_codes = HashSet::new();
    for row in rows.clone().take(LOOKED_AT) {
        let label = view.cell(row, 0);
        let cells = columns.clone().take(LOOKED_AT).map(|column| view.cell(row, column));
        for cell in cells.filter(|cell| !cell.is_empty()) {
            all += 1;
            // Where a nation meets itself its name may stand.
            let is_own = cell == label
                || lookup.nation(cell).is_some_and(|own| lookup.nation(label) == Some(own));
            if is_own || !names_nation(cell, lookup) {
                continue;
            }
            if cell.chars().count() > LONGEST_CODE {
                names += 1;
            } else {
                codes += 1;
                different_codes.insert(cell);
            }
        }
    }
    // A few codes that return are kinds in short.
    if different_codes.len() > FEW && different_codes.len() * 4 > all {
        names += codes;
    }
    names == 0 || names * 4 < all
}

/// Whether a cell names nations. A kind of tie may be called as an organisation is.
fn names_nation(cell: &str, lookup: &mut Lookup) -> bool {
    if values::is_missing(cell) || values::number(cell, '.').is_some() {
        return false;
    }
    let name = cell.split('(').next().unwrap_or_default().trim();
    match lookup.nation(name) {
        Some((_, sort)) => sort != Sort::Organisation,
        None => pairs::names_nations(name, lookup),
    }
}
