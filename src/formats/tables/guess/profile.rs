//! What the cells of a column are, by a sample of them.

use std::collections::HashSet;

use super::lookup::Lookup;
use crate::formats::tables::ends_in_cell;
use crate::formats::tables::plan::Separator;
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::names::Sort;

/// So many rows are looked at.
const ROWS: usize = 1_000;
/// So many different texts of a column are looked up as nations.
const LOOKED_UP: usize = 40;
/// The most columns that are looked at for their contents.
pub const MAX_COLUMNS: usize = 64;

/// What is known of a column.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// How many of the rows looked at have the cell filled.
    pub filled: usize,
    /// The share of filled cells that are numbers, 0 to 1.
    pub numbers: f64,
    /// The share of different texts that name nations, 0 to 1.
    pub nations: f64,
    /// The share of different texts that name organisations, 0 to 1.
    pub organisations: f64,
    /// The different texts, of the rows looked at.
    pub texts: HashSet<String>,
    /// What stands between several ends in its cells.
    pub separator: Option<Separator>,
}

/// The profile of a column over these rows.
pub fn profile(
    view: &View<'_>,
    rows: &std::ops::Range<usize>,
    column: usize,
    lookup: &mut Lookup,
) -> Profile {
    let cells = || {
        let rows = rows.clone().take(ROWS);
        rows.map(|row| view.cell(row, column)).filter(|cell| !values::names_none(cell, true))
    };
    let mut profile = Profile::default();
    let mut numbers = 0;
    let mut order = Vec::new();
    for cell in cells() {
        profile.filled += 1;
        numbers +=
            usize::from(values::number(cell, '.').is_some() || values::number(cell, ',').is_some());
        if profile.texts.insert(cell.to_owned()) {
            order.push(cell);
        }
    }
    if profile.filled == 0 {
        return profile;
    }
    profile.numbers = numbers as f64 / profile.filled as f64;
    // Years and weights aren't looked up as numbers of nations: headers say where these are meant.
    if profile.numbers < 0.5 {
        profile.separator = super::separator::guess(&order, lookup);
        let mut parts: Vec<&str> = Vec::new();
        for cell in order {
            if parts.len() >= LOOKED_UP {
                break;
            }
            let mut is_nation = |text: &str| lookup.nation(text).is_some();
            parts.extend(ends_in_cell::parts(cell, profile.separator, &mut is_nation));
        }
        parts.truncate(LOOKED_UP);
        let found: Vec<_> = parts.iter().filter_map(|part| lookup.nation(part)).collect();
        let organisations = found.iter().filter(|(_, sort)| is_organisation(*sort)).count();
        let share = |count: usize| count as f64 / parts.len().max(1) as f64;
        profile.nations = share(found.len() - organisations);
        profile.organisations = share(organisations);
    }
    profile
}

fn is_organisation(sort: Sort) -> bool {
    sort == Sort::Organisation
}
