//! Tables that list a nation in a row for each year, as panels of countries and years do: the row of the latest
//! year says what it is and what it is called.

use std::collections::HashMap;

use super::data_rows::DataRows;
use crate::formats::problems::Remarks;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, dates};
use crate::names::{Recognition, caseless, recognise};

/// What columns are called that say of which year a row is, or from which year on a state was what the row says.
const YEARS: Words =
    Words(&[dates::YEARS, &["startyear", "styear", "strtyear", "styr", "begyear", "beginyear"]]);

/// The years of the rows of a table of nations.
#[derive(Default)]
pub struct RowsOfYears {
    years: HashMap<usize, i32>,
    /// Of a row on a nation of which another row speaks in a later year, that other row.
    later: HashMap<usize, usize>,
}

impl RowsOfYears {
    /// Those of a plan that are read, where a column has their years. Two rows are of one nation where they have
    /// the same id, or the same code in one of the columns for codes and names that mean no different nations.
    pub fn find(view: &View<'_>, plan: &SheetPlan, codes: &[usize]) -> Self {
        let mut columns = plan.columns_with(ColumnUse::Attribute);
        let is_year = |column: &usize| {
            plan.columns.get(*column).is_some_and(|own| YEARS.contains(&header_key(&own.name)))
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
        own.join(&read, |row, _| Some(caseless(text(row, id).or(text(row, label))?)));
        own.join(&read, |row, year| {
            let code = codes.iter().find_map(|column| text(row, Some(*column)))?;
            let known = text(row, label).or(text(row, id)).and_then(|name| code_of(name, year));
            Some(format!("{} {}", caseless(code), known.unwrap_or_default()))
        });
        own
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

    /// Joins the rows of one key to that of its latest year. Two of the same year are no years of one nation.
    fn join(&mut self, rows: &[usize], key: impl Fn(usize, i32) -> Option<String>) {
        let mut groups: HashMap<String, Vec<(i32, usize)>> = HashMap::new();
        for row in rows.iter().filter(|row| !self.later.contains_key(row)) {
            let Some(year) = self.year(*row) else { continue };
            if let Some(key) = key(*row, year) {
                groups.entry(key).or_default().push((year, *row));
            }
        }
        for mut group in groups.into_values() {
            group.sort_unstable();
            if group.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                continue;
            }
            let later = group.windows(2).map(|pair| (pair[0].1, pair[1].1));
            self.later.extend(later);
        }
    }
}

/// The year with which a cell begins.
fn year_in(cell: &str) -> Option<i32> {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    cell.get(..4).filter(|_| digits == 4)?.parse().ok()
}

/// The code of the known nation that a name means in a year.
fn code_of(name: &str, year: i32) -> Option<&'static str> {
    match recognise(name, Some(year)) {
        Recognition::Known(found) => Some(found.nation.code),
        Recognition::Ambiguous(_) | Recognition::Unknown => None,
    }
}
