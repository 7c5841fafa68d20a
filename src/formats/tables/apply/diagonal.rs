//! Where the row of a nation in a matrix meets the column of the same nation.

use std::collections::HashMap;

use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::names::{Recognition, recognise};

/// The columns of a matrix by what they are called, and what stands where nations meet themselves.
pub struct Diagonal {
    by_text: HashMap<String, usize>,
    by_nation: HashMap<&'static str, usize>,
    /// The mark that stands there everywhere and says no tie.
    mark: Option<String>,
}

impl Diagonal {
    /// Of a matrix whose first column names the rows.
    pub fn of(view: &View<'_>, plan: &SheetPlan, columns: &[usize]) -> Self {
        let mut own = Self { by_text: HashMap::new(), by_nation: HashMap::new(), mark: None };
        for index in columns {
            let name = plan.columns.get(*index).map_or("", |column| column.name.as_str());
            own.by_text.entry(name.to_owned()).or_insert(*index);
            if let Some(code) = code(name) {
                own.by_nation.entry(code).or_insert(*index);
            }
        }
        own.mark = own.find_mark(view, plan, columns);
        own
    }

    /// The column of the nation that the label of a row names.
    pub fn column(&self, label: &str) -> Option<usize> {
        let by_nation = || self.by_nation.get(code(label)?).copied();
        self.by_text.get(label).copied().or_else(by_nation)
    }

    /// Whether a cell where the row with this label meets its own column says no tie: the nation's own name,
    /// or the mark that stands in all such cells.
    pub fn says_nothing(&self, label: &str, cell: &str) -> bool {
        let is_own = || code(cell).is_some_and(|nation| code(label) == Some(nation));
        !cell.is_empty() && (cell == label || self.mark.as_deref() == Some(cell) || is_own())
    }

    /// The text that fills all cells of the diagonal, where it says yes or stands nowhere else.
    fn find_mark(&self, view: &View<'_>, plan: &SheetPlan, columns: &[usize]) -> Option<String> {
        let labels = plan.column_with(ColumnUse::Id)?;
        let own = |row: usize| self.column(view.cell(row, labels));
        let on_it = plan.rows.clone().filter_map(|row| Some(view.cell(row, own(row)?)));
        let mark = on_it.clone().next().filter(|mark| !mark.is_empty())?;
        if on_it.clone().count() < 2 || on_it.clone().any(|cell| cell != mark) {
            return None;
        }
        let is_number = values::number(mark, '.').is_some();
        let is_elsewhere = || {
            plan.rows.clone().any(|row| {
                let own = own(row);
                columns.iter().any(|column| Some(*column) != own && view.cell(row, *column) == mark)
            })
        };
        let says_no_tie = !is_number && (values::says_yes(mark) || !is_elsewhere());
        says_no_tie.then(|| mark.to_owned())
    }
}

/// The code of the one nation that a text names.
fn code(text: &str) -> Option<&'static str> {
    match recognise(text, None) {
        Recognition::Known(found) => Some(found.nation.code),
        _ => None,
    }
}
