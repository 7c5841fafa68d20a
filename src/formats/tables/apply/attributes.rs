//! The attributes that a row gives its node or edges.

use std::collections::HashMap;

use super::data_rows::DataRows;
use crate::formats::network::{ColumnId, Columns, ValueCells};
use crate::formats::problems::Remarks;
use crate::formats::tables::plan::{ColumnPlan, ColumnUse, SheetPlan, ValueType};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// The columns of a table that become attributes, by their indices in the table.
pub struct AttributeColumns<'p> {
    columns: Vec<Option<(ColumnId, &'p ColumnPlan)>>,
    /// How many of them there are.
    count: usize,
}

impl<'p> AttributeColumns<'p> {
    /// Names the attribute columns of a plan; of two with one name the second is called `name (2)`.
    pub fn add(plan: &'p SheetPlan, columns: &mut Columns) -> Self {
        let mut own = vec![None; plan.columns.len()];
        let mut is_taken = vec![false; columns.len()];
        // Of each name, the number that the next column of that name may have.
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut count = 0;
        for (column, place) in plan.columns.iter().zip(&mut own) {
            if column.role != ColumnUse::Attribute {
                continue;
            }
            let mut id = columns.add(&column.name);
            let number = numbers.entry(&column.name).or_insert(2);
            while is_taken.get(id.index()) == Some(&true) {
                id = columns.add(&format!("{} ({number})", column.name));
                *number += 1;
            }
            is_taken.resize(columns.len(), false);
            if let Some(taken) = is_taken.get_mut(id.index()) {
                *taken = true;
            }
            *place = Some((id, column));
            count += 1;
        }
        Self { columns: own, count }
    }

    /// Says in which cells the values stand.
    pub fn tell_cells(&self, view: &View<'_>, cells: &mut ValueCells) {
        for (index, column) in self.columns.iter().enumerate() {
            if let Some((id, _)) = column {
                cells.add(*id, [0, 1].map(|row| view.spot(row, index)));
            }
        }
    }

    /// What a column is called by as an attribute, by its index in the table.
    pub fn id_of(&self, index: usize) -> Option<ColumnId> {
        self.columns.get(index).copied().flatten().map(|(id, _)| id)
    }

    /// The attributes in a row. A cell that isn't as the others of its column stays a text. Only the cells that
    /// the row has are looked at, however many columns there are.
    pub fn of_row(
        &self,
        view: &View<'_>,
        row: usize,
        remarks: &mut Remarks,
    ) -> Vec<(ColumnId, Attribute)> {
        let mut attributes = Vec::new();
        self.read(view.row(row), (view, row), &mut attributes, remarks);
        attributes
    }

    /// Reads those in the row of data that is being read, whose empty cells may say the same as those above.
    pub fn read_data_row(
        &self,
        rows: &DataRows<'_>,
        (view, row): (&View<'_>, usize),
        attributes: &mut Vec<(ColumnId, Attribute)>,
        remarks: &mut Remarks,
    ) {
        match rows.reach() {
            0 => self.read(view.row(row), (view, row), attributes, remarks),
            reach => {
                let columns = 0..reach.max(view.row_len(row));
                let cells = columns.map(|column| rows.cell(column));
                self.read(cells, (view, row), attributes, remarks);
            }
        }
    }

    fn read<'c>(
        &self,
        cells: impl ExactSizeIterator<Item = &'c str>,
        (view, row): (&View<'_>, usize),
        attributes: &mut Vec<(ColumnId, Attribute)>,
        remarks: &mut Remarks,
    ) {
        attributes.reserve_exact(self.count.min(cells.len()));
        for (index, (cell, column)) in cells.zip(&self.columns).enumerate() {
            let Some((id, column)) = column.filter(|_| !cell.is_empty()) else { continue };
            let value = values::read(cell, column.values);
            if value.is_none() && values::is_missing(cell) {
                continue;
            }
            attributes.push((
                id,
                value.unwrap_or_else(|| {
                    remarks.warn(
                        view.spot(row, index),
                        cell,
                        topic_of_wrong(column.values),
                        "It was kept as text.",
                        "Correct the cell, or have the column read as text.",
                    );
                    Attribute::Text(cell.into())
                }),
            ));
        }
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }
}

const fn topic_of_wrong(values: ValueType) -> &'static str {
    match values {
        ValueType::Flag => "isn't true or false as the other cells of its column are",
        ValueType::EventCode => "isn't the code of a sort of event",
        _ => "isn't a number as the other cells of its column are",
    }
}
