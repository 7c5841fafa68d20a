//! The attributes that a row gives its node or edges.

use crate::formats::network::{ColumnId, Columns, ValueCells};
use crate::formats::problems::Remarks;
use crate::formats::tables::plan::{ColumnPlan, ColumnUse, SheetPlan, ValueType};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// The columns of a table that become attributes.
pub struct AttributeColumns<'p>(Vec<(usize, ColumnId, &'p ColumnPlan)>);

impl<'p> AttributeColumns<'p> {
    /// Names the attribute columns of a plan; of two with one name the second is called `name (2)`.
    pub fn add(plan: &'p SheetPlan, columns: &mut Columns) -> Self {
        let mut own: Vec<(usize, ColumnId, &ColumnPlan)> = Vec::new();
        let mut is_taken = vec![false; columns.len()];
        for index in plan.columns_with(ColumnUse::Attribute) {
            let Some(column) = plan.columns.get(index) else { continue };
            let mut id = columns.add(&column.name);
            let mut number = 2;
            while is_taken.get(id.index()) == Some(&true) {
                id = columns.add(&format!("{} ({number})", column.name));
                number += 1;
            }
            is_taken.resize(columns.len(), false);
            if let Some(taken) = is_taken.get_mut(id.index()) {
                *taken = true;
            }
            own.push((index, id, column));
        }
        Self(own)
    }

    /// Says in which cells the values stand.
    pub fn tell_cells(&self, view: &View<'_>, cells: &mut ValueCells) {
        for (index, id, _) in &self.0 {
            cells.add(*id, [0, 1].map(|row| view.spot(row, *index)));
        }
    }

    /// What a column is called by as an attribute, by its index in the table.
    pub fn id_of(&self, index: usize) -> Option<ColumnId> {
        self.0.iter().find(|(own, ..)| *own == index).map(|(_, id, _)| *id)
    }

    /// The attributes in a row. A cell that isn't as the others of its column stays a text.
    pub fn of_row(
        &self,
        view: &View<'_>,
        row: usize,
        remarks: &mut Remarks,
    ) -> Vec<(ColumnId, Attribute)> {
        let mut attributes = Vec::new();
        for (index, id, column) in &self.0 {
            let cell = view.cell(row, *index);
            if cell.is_empty() {
                continue;
            }
            let value = values::read(cell, column.values);
            if value.is_none() && values::is_missing(cell) {
                continue;
            }
            attributes.push((
                *id,
                value.unwrap_or_else(|| {
                    remarks.warn(
                        view.spot(row, *index),
                        cell,
                        topic_of_wrong(column.values),
                        "It was kept as text.",
                        "Correct the cell, or have the column read as text.",
                    );
                    Attribute::Text(cell.to_owned())
                }),
            ));
        }
        attributes
    }
}

const fn topic_of_wrong(values: ValueType) -> &'static str {
    match values {
        ValueType::Flag => "isn't true or false as the other cells of its column are",
        _ => "isn't a number as the other cells of its column are",
    }
}
