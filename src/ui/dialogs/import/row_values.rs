//! The values of a column by which rows can be chosen.

use std::ops::Range;

use indexmap::IndexSet;

use crate::formats::{SheetPlan, Table};

/// The most values that are offered.
const MOST_VALUES: usize = 50;
/// The rows that are searched for them.
const SEARCHED: usize = 20_000;

/// The values that were looked for last, so that they are looked for once.
#[derive(Debug, Default)]
pub(super) struct RowValues(Option<(Of, Vec<String>)>);

/// Of which rows they are: the table, whether it is turned, the column, and the rows of data.
type Of = (usize, bool, usize, Range<usize>);

impl RowValues {
    /// The values of a column in the rows of data.
    pub fn of(
        &mut self,
        sheet: usize,
        table: &Table,
        plan: &SheetPlan,
        column: usize,
    ) -> Vec<String> {
        let of = (sheet, plan.is_transposed, column, plan.rows.clone());
        let kept = self.0.take().filter(|(kept, _)| *kept == of);
        let (of, values) = kept.unwrap_or_else(|| (of, values(table, plan, column)));
        self.0 = Some((of, values.clone()));
        values
    }
}

fn values(table: &Table, plan: &SheetPlan, column: usize) -> Vec<String> {
    let mut values = IndexSet::new();
    for row in plan.rows.clone().take(SEARCHED) {
        values.insert(table.cell(row, column).trim());
        if values.len() >= MOST_VALUES {
            break;
        }
    }
    values.into_iter().filter(|value| !value.is_empty()).map(str::to_owned).collect()
}
