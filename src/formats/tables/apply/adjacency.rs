//! Reads rows as a node and all that it is tied to.

use super::data_rows::DataRows;
use super::dates_of_names::DatesOfNames;
use super::ends::Ends;
use crate::formats::network::Edge;
use crate::formats::problems::OpenError;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;

/// Adds an edge from the first filled cell of each row to each other one.
///
/// # Errors
/// When there is more than can be read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let is_read = |column: usize| {
        plan.columns.get(column).is_none_or(|column| column.role != ColumnUse::Ignored)
    };
    let dates = DatesOfNames::of(plan);
    let mut rows = DataRows::new(view, plan, &mut ends.builder.network().remarks);
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        let mut from = None;
        for (column, cell) in view.row(row).enumerate() {
            if cell.is_empty() || !is_read(column) {
                continue;
            }
            let spot = view.spot(row, column);
            let (name, when) = ends.dated(cell);
            let node = ends.named(name, spot)?;
            let Some(from) = from else {
                from = Some(node);
                continue;
            };
            let mut edge = Edge::new(from, node, spot);
            if let Some(when) = when {
                dates.set(ends, &mut edge, (when, spot));
            }
            ends.builder.add_edge(edge)?;
        }
    }
    Ok(())
}
