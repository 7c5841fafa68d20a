//! The years of which the rows of ties speak.

use super::ends_in_years::EndsInYears;
use super::rows_of_years::year_in;
use crate::formats::plain_lines::when_in;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, dates};

/// What columns are called that say when something was.
const OCCASIONS: Words = Words(&[dates::YEARS, dates::DATES, dates::WHEN]);
/// … when it began
const BEGAN: Words =
    Words(&[dates::BEGINNINGS, dates::BEGAN, dates::BEGINNINGS_IN_OTHER_LANGUAGES]);
/// … and when it ended.
const ENDED: Words = Words(&[dates::ENDS, dates::ENDED, dates::ENDS_IN_OTHER_LANGUAGES]);

/// The columns that say of which year a row is. A tie that only began in some year may hold still, and is one of
/// today's nations.
pub struct TieYears {
    occasion: Option<usize>,
    span: Option<[usize; 2]>,
}

impl TieYears {
    /// Those of a plan.
    pub fn find(plan: &SheetPlan) -> Self {
        let find = |words: Words| {
            plan.columns_with(ColumnUse::Attribute).find(|index| {
                plan.columns.get(*index).is_some_and(|own| words.contains(&header_key(&own.name)))
            })
        };
        let span = || Some([find(BEGAN)?, find(ENDED)?]);
        Self { occasion: find(OCCASIONS), span: span() }
    }

    /// The year of which a row speaks, where that matters to what its ends mean.
    pub fn of(&self, view: &View<'_>, row: usize, ends: &EndsInYears) -> Option<i32> {
        if ends.is_empty() {
            return None;
        }
        let year = |column: usize| year_of(view.cell(row, column));
        self.occasion.and_then(year).or_else(|| {
            let [began, ended] = self.span?;
            year(ended)?;
            year(began)
        })
    }
}

/// The year of a date, however it is written.
fn year_of(cell: &str) -> Option<i32> {
    let is_day = cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let cell = if is_day { cell.get(..4)? } else { cell };
    year_in(cell).or_else(|| when_in(cell)?.year())
}
