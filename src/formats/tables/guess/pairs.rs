//! Columns whose cells name both ends of a tie.

use std::collections::HashSet;
use std::ops::Range;

use super::lookup::Lookup;
use crate::formats::tables::pair::{Pair, pair};
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// So many rows are looked at.
const ROWS: usize = 1_000;
/// So many different texts are.
const TEXTS: usize = 40;

/// Whether most cells of a column name two nations with a sign between them: `France-Germany`.
pub fn are_pairs(view: &View<'_>, rows: &Range<usize>, column: usize, lookup: &mut Lookup) -> bool {
    most(view, rows, column, lookup, |pair| matches!(pair, Pair::Sides { .. }))
}

/// Whether most cells of a column name several nations in any way.
pub fn are_lists_or_pairs(
    view: &View<'_>,
    rows: &Range<usize>,
    column: usize,
    lookup: &mut Lookup,
) -> bool {
    most(view, rows, column, lookup, |_| true)
}

fn most(
    view: &View<'_>,
    rows: &Range<usize>,
    column: usize,
    lookup: &mut Lookup,
    fits: impl Fn(&Pair<'_>) -> bool,
) -> bool {
    let mut seen = HashSet::new();
    let (mut texts, mut pairs) = (0, 0);
    for row in rows.clone().take(ROWS) {
        let cell = view.cell(row, column);
        if values::names_none(cell, true) || !seen.insert(cell) {
            continue;
        }
        texts += 1;
        pairs += usize::from(is_of_nations(cell, lookup, &fits));
        if texts == TEXTS {
            break;
        }
    }
    texts > 0 && pairs * 10 >= texts * 6
}

/// Whether a cell names a nation, or several.
pub fn names_nations(cell: &str, lookup: &mut Lookup) -> bool {
    lookup.nation(cell).is_some() || is_of_nations(cell, lookup, |_| true)
}

fn is_of_nations(cell: &str, lookup: &mut Lookup, fits: impl Fn(&Pair<'_>) -> bool) -> bool {
    // Numbers with hyphens are spans of years, or dates.
    if cell.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return false;
    }
    let mut is_nation = |text: &str| lookup.nation(text).is_some();
    let found = pair(cell, &mut is_nation).filter(fits);
    match found {
        Some(Pair::Sides { from, to, .. }) => from.iter().chain(&to).all(|name| is_nation(name)),
        Some(Pair::Together(names)) => names.iter().all(|name| is_nation(name)),
        None => false,
    }
}
