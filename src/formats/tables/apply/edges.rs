//! Reads rows as edges.

use super::attributes::AttributeColumns;
use super::ends::Ends;
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;

/// One end of an edge: the node, where it is named, and in which of the columns of its role.
type End = (u32, Spot, usize);

/// The columns of one end, and what their last filled cells said.
pub struct EndColumns {
    columns: Vec<usize>,
    last: Vec<usize>,
}

/// Adds an edge for each row, or several where it names several ends.
///
/// # Errors
/// When there is more than can be read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let mut sources = EndColumns::new(plan, ColumnUse::Source)?;
    let mut targets = EndColumns::new(plan, ColumnUse::Target)?;
    let by_pairs = sources.columns.len() > 1 && sources.columns.len() == targets.columns.len();
    let id_column = plan.column_with(ColumnUse::Id);
    let label_column = plan.column_with(ColumnUse::Label);
    let attributes = AttributeColumns::add(plan, ends.builder.edge_columns());
    for row in view.data_rows(plan) {
        let from = sources.ends(ends, view, plan, row)?;
        let to = targets.ends(ends, view, plan, row)?;
        if from.is_empty() || to.is_empty() {
            remark_on_missing_end(ends, view, row, (&sources, &targets), [&from, &to]);
            continue;
        }
        let values = attributes.of_row(view, row, &mut ends.builder.network().remarks);
        let text = |column: Option<usize>| column.map_or("", |column| view.cell(row, column));
        let mut added = 0;
        for (from, spot, source) in &from {
            for (to, _, target) in &to {
                if by_pairs && source != target {
                    continue;
                }
                let label = Some(text(label_column)).filter(|label| !label.is_empty());
                ends.builder.add_edge(Edge {
                    id: text(id_column).to_owned(),
                    label: label.map(str::to_owned),
                    attributes: values.clone(),
                    ..Edge::new(*from, *to, *spot)
                })?;
                added += 1;
            }
        }
        if added == 0 {
            remark_on_missing_end(ends, view, row, (&sources, &targets), [&from, &[]]);
        }
    }
    Ok(())
}

impl EndColumns {
    /// The columns with a role.
    ///
    /// # Errors
    /// When there is none.
    pub fn new(plan: &SheetPlan, role: ColumnUse) -> Result<Self, OpenError> {
        let columns: Vec<usize> = plan.columns_with(role).collect();
        if columns.is_empty() {
            let message = format!("no column of its table is the {} of a tie", role.name());
            let remedy = "Say which columns hold the two ends of a tie.";
            return Err(OpenError::of_whole_file(message, remedy));
        }
        Ok(Self { last: vec![plan.rows.start; columns.len()], columns })
    }

    /// The ends that a row names, in the order of the columns.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn ends(
        &mut self,
        ends: &mut Ends,
        view: &View<'_>,
        plan: &SheetPlan,
        row: usize,
    ) -> Result<Vec<End>, OpenError> {
        let mut found = Vec::with_capacity(1);
        for (place, (index, last)) in self.columns.iter().zip(&mut self.last).enumerate() {
            let Some(column) = plan.columns.get(*index) else { continue };
            let mut cell = view.cell(row, *index);
            if !cell.is_empty() {
                *last = row;
            } else if column.fills_down {
                cell = view.cell(*last, *index);
            }
            let spot = view.spot(row, *index);
            if column.separator.is_none() {
                if !cell.is_empty() {
                    found.push((ends.named(cell, spot)?, spot, place));
                }
                continue;
            }
            for part in ends.parts(cell, column) {
                found.push((ends.named(part, spot)?, spot, place));
            }
        }
        Ok(found)
    }

    /// The first column.
    pub fn first(&self) -> usize {
        self.columns.first().copied().unwrap_or_default()
    }
}

fn remark_on_missing_end(
    ends: &mut Ends,
    view: &View<'_>,
    row: usize,
    columns: (&EndColumns, &EndColumns),
    found: [&[End]; 2],
) {
    let [from, to] = found;
    let missing = if from.is_empty() { columns.0.first() } else { columns.1.first() };
    let topic = match (from.is_empty(), to.is_empty()) {
        (true, true) => "is empty, and so is the other end of the tie",
        (true, false) => "is empty where the source of a tie is expected",
        _ => "is empty where the target of a tie is expected",
    };
    let outcome = match (from.is_empty(), to.is_empty()) {
        (true, true) => "The row was left out.",
        _ => "No tie was made of the row; the end that it names is in the map.",
    };
    let text = view.row(row).find(|cell| !cell.is_empty()).unwrap_or_default();
    let remarks = &mut ends.builder.network().remarks;
    remarks.lose(view.spot(row, missing), text, topic, outcome, "Fill in the cell.");
}
