//! Tables that list a nation in a row for each year, as panels of countries and years do: the row of the latest
//! year says what it is and what it is called. Where one id stands for a state and later for the one that followed
//! it, each of them is a nation.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::data_rows::DataRows;
use crate::formats::problems::Remarks;
use crate::formats::tables::guess::YEARS_OF_NATIONS;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::names::{Recognition, caseless, recognise};

/// The years of the rows of a table of nations.
#[derive(Default)]
pub struct RowsOfYears {
    years: HashMap<usize, i32>,
    /// Of a row on a nation of which another row speaks in a later year, that other row.
    later: HashMap<usize, usize>,
    /// The last rows on states whose id stands for another one in a later year.
    former: HashSet<usize>,
}

impl RowsOfYears {
    /// Those of a plan that are read, where a column has their years. Two rows are of one nation where they have
    /// the same id, or the same code in one of the columns for codes and names that mean no different nations.
    pub fn find(view: &View<'_>, plan: &SheetPlan, codes: &[usize]) -> Self {
        let mut columns = plan.columns_with(ColumnUse::Attribute);
        let is_year = |column: &usize| {
            plan.columns
                .get(*column)
                .is_some_and(|own| YEARS_OF_NATIONS.contains(&header_key(&own.name)))
        };
        let Some(column) = columns.find(is_year) else { return Self::default() };
        let mut own = Self::default();
        // What is said of rows that aren't read is said where they are read.
        let mut unsaid = Remarks::default();
        let mut rows = DataRows::new(view, plan, &mut unsaid);
        let mut read = Vec::new();
        while let Some(row) = rows.next(&mut unsaid) {
            if let Some(year) = year_in(view.cell(row, column)) {
                own.years.insert(row, year);
                read.push(row);
            }
        }
        let id = plan.column_with(ColumnUse::Id);
        let label = plan.column_with(ColumnUse::Label);
        let text = |row: usize, column: Option<usize>| {
            column.map(|column| view.cell(row, column)).filter(|cell| !cell.is_empty())
        };
        let mut states: HashMap<&str, Option<&'static str>> = HashMap::new();
        own.join(
            &read,
            |row, _| Some(caseless(text(row, id).or(text(row, label))?)),
            |row| {
                let name = text(row, label).filter(|_| id.is_some())?;
                *states.entry(name).or_insert_with(|| code_of(name, None))
            },
        );
        own.join(
            &read,
            |row, year| {
                let code = codes.iter().find_map(|column| text(row, Some(*column)))?;
                let name = text(row, label).or(text(row, id));
                let known = name.and_then(|name| code_of(name, Some(year)));
                Some(format!("{} {}", caseless(code), known.unwrap_or_default()))
            },
            |_| None,
        );
        own
    }

    /// Whether the table has a row for each year of a nation.
    pub fn are_several(&self) -> bool {
        !self.later.is_empty()
    }

    /// Whether a row is the last one on a state whose id stands for another one in a later year.
    pub fn is_former(&self, row: usize) -> bool {
        self.former.contains(&row)
    }

    /// The row that speaks of the nation of a row in its latest year, where that is another one.
    pub fn latest(&self, row: usize) -> Option<usize> {
        let mut latest = *self.later.get(&row)?;
        // Each later row is of a later year, so that this ends.
        while let Some(next) = self.later.get(&latest) {
            latest = *next;
        }
        Some(latest)
    }

    /// The year of a row.
    pub fn year(&self, row: usize) -> Option<i32> {
        self.years.get(&row).copied()
    }

    /// Joins the rows of one key and one state to that of its latest year. Two of the same year are no years of one
    /// nation.
    fn join<'t>(
        &mut self,
        rows: &[usize],
        key: impl Fn(usize, i32) -> Option<String>,
        mut state: impl FnMut(usize) -> Option<&'t str>,
    ) {
        let mut groups: HashMap<String, Vec<(i32, usize)>> = HashMap::new();
        for row in rows.iter().filter(|row| !self.later.contains_key(row)) {
            let Some(year) = self.year(*row) else { continue };
            if let Some(key) = key(*row, year) {
                groups.entry(key).or_default().push((year, *row));
            }
        }
        for mut group in groups.into_values() {
            group.sort_unstable();
            let latest = group.last().copied();
            let parts = by_state(group, &mut state);
            for part in parts {
                if part.last().copied() != latest {
                    self.former.extend(part.last().map(|(_, row)| *row));
                }
                if part.windows(2).all(|pair| pair[0].0 < pair[1].0) {
                    self.later.extend(part.windows(2).map(|pair| (pair[0].1, pair[1].1)));
                }
            }
        }
    }
}

/// The rows of one id, in the order of their years, by the states that their names mean. A name that isn't known is
/// that of the state that comes next, else of the one before.
fn by_state<'t>(
    rows: Vec<(i32, usize)>,
    state: &mut impl FnMut(usize) -> Option<&'t str>,
) -> impl Iterator<Item = Vec<(i32, usize)>> {
    let mut states: Vec<Option<&str>> = rows.iter().map(|(_, row)| state(*row)).collect();
    let mut next = states.iter().rev().find_map(|state| *state);
    for own in states.iter_mut().rev() {
        next = own.or(next);
        *own = next;
    }
    let mut parts: BTreeMap<Option<&str>, Vec<(i32, usize)>> = BTreeMap::new();
    for (row, state) in rows.into_iter().zip(states) {
        parts.entry(state).or_default().push(row);
    }
    parts.into_values()
}

/// The year with which a cell begins.
pub fn year_in(cell: &str) -> Option<i32> {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    cell.get(..4).filter(|_| digits == 4)?.parse().ok()
}

/// The code of the known nation that a name means in a year, or at no time in particular.
fn code_of(name: &str, year: Option<i32>) -> Option<&'static str> {
    match recognise(name, year) {
        Recognition::Known(found) => Some(found.nation.code),
        Recognition::Ambiguous(_) | Recognition::Unknown => None,
    }
}
