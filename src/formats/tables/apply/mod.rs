//! Follows a plan: makes a network of tables.

mod adjacency;
mod affiliation;
mod attributes;
mod edges;
mod ends;
mod matrix;
mod membership_dates;
mod nodes;

use super::plan::{SheetPlan, TableContent, TablePlan};
use super::table::Table;
use super::view::View;
use crate::formats::network::{Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Origin, Remarks};
use ends::Ends;

/// The network that tables are by a plan.
///
/// # Errors
/// When the plan makes nothing of them, or more than can be read.
pub fn network(tables: &[Table], plan: &TablePlan) -> Result<Network, OpenError> {
    let mut remarks = Remarks::default();
    for table in tables {
        remarks.extend(table.remarks.clone());
    }
    let planned: Vec<(View<'_>, &SheetPlan)> = tables
        .iter()
        .zip(&plan.sheets)
        .enumerate()
        .filter(|(_, (_, sheet))| sheet.content != TableContent::Ignored)
        .map(|(index, (table, sheet))| (View::new(table, index, sheet.is_transposed), sheet))
        .collect();
    if planned.is_empty() {
        let message = "no nations and no ties are seen in its tables";
        let remedy = "Say which columns hold the two ends of a tie.";
        return Err(OpenError::of_whole_file(message, remedy));
    }
    let is_nodes = |sheet: &SheetPlan| sheet.content == TableContent::Nodes;
    let declares = planned.iter().any(|(_, sheet)| is_nodes(sheet));
    let builder = if declares { NetworkBuilder::new() } else { NetworkBuilder::inferring() };
    let mut ends = Ends::new(builder);
    for (view, sheet) in planned.iter().filter(|(_, sheet)| is_nodes(sheet)) {
        nodes::read(&mut ends, view, sheet)?;
    }
    for (view, sheet) in &planned {
        match sheet.content {
            TableContent::Ignored | TableContent::Nodes => {}
            TableContent::Edges => edges::read(&mut ends, view, sheet)?,
            TableContent::Matrix { is_mutual } => matrix::read(&mut ends, view, sheet, is_mutual)?,
            TableContent::Adjacency => adjacency::read(&mut ends, view, sheet)?,
            TableContent::Affiliation { makes_pairs: false } => {
                affiliation::read_memberships(&mut ends, view, sheet)?;
            }
            TableContent::Affiliation { makes_pairs: true } => {
                affiliation::read_pairs(&mut ends, view, sheet)?;
            }
        }
    }
    let mut network = ends.builder.finish();
    remarks.extend(std::mem::take(&mut network.remarks));
    network.remarks = remarks;
    network.origin = Origin::Tables(tables.iter().map(|table| table.name.clone()).collect());
    Ok(network)
}
