//! Sees whether a table without a header lists a node and its partners in each row.

use std::collections::HashSet;
use std::ops::Range;

use super::lookup::Lookup;
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// So many rows are looked at.
const ROWS: usize = 300;

/// Whether each row is a node followed by its partners, of which there are now more and now fewer.
pub fn is_one(view: &View<'_>, rows: &Range<usize>, lookup: &mut Lookup) -> bool {
    let looked_at: Vec<Vec<&str>> = rows
        .clone()
        .take(ROWS)
        .map(|row| view.row(row).filter(|cell| !cell.is_empty()).collect())
        .filter(|cells: &Vec<&str>| !cells.is_empty())
        .collect();
    let lengths: HashSet<usize> = looked_at.iter().map(Vec::len).collect();
    if lengths.len() < 2 || lengths.iter().all(|length| *length < 3) {
        return false;
    }
    let firsts: Vec<&str> = looked_at.iter().filter_map(|cells| cells.first().copied()).collect();
    let thirds: Vec<&str> =
        looked_at.iter().flat_map(|cells| cells.iter().skip(2)).take(ROWS).copied().collect();
    let share = |cells: &[&str], is_so: &mut dyn FnMut(&str) -> bool| {
        cells.iter().filter(|cell| is_so(cell)).count() * 10 >= cells.len() * 6
    };
    let mut is_nation = |cell: &str| lookup.nation(cell).is_some();
    if share(&firsts, &mut is_nation) {
        return share(&thirds, &mut is_nation);
    }
    let mut is_number = |cell: &str| values::number(cell, '.').is_some();
    if share(&firsts, &mut is_number) != share(&thirds, &mut is_number) {
        return false;
    }
    let names: HashSet<&str> =
        looked_at.iter().flat_map(|cells| cells.iter().take(2)).copied().collect();
    let mut is_known = |cell: &str| names.contains(cell);
    // Of kinds and weights there are few, which return in many rows; partners are many.
    let different: HashSet<&str> = thirds.iter().copied().collect();
    share(&thirds, &mut is_known) || different.len() * 4 >= thirds.len() * 3
}
