//! Follows a plan: makes a network of tables.

mod adjacency;
mod affiliation;
mod attributes;
mod both_ends;
mod copies;
mod data_rows;
mod date_parts;
mod dated_name;
mod dates_of_names;
mod diagonal;
mod earlier_names;
mod edges;
mod ends;
mod ends_in_years;
mod matrix;
mod membership_columns;
mod membership_dates;
mod memberships_in_years;
mod names_of_ends;
mod nodes;
mod rows_of_years;
mod said_in_row;
mod target_attributes;
mod tie_years;
mod title_kind;
mod views;
mod year_columns;

use super::guess::{UN_VOTES, lists_partners};
use super::plan::{ColumnUse, SheetPlan, TableContent, TablePlan};
use super::table::Table;
use super::view::View;
use crate::formats::limits::MAX_EDGES_READ;
use crate::formats::network::{Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Origin, Remarks};
use ends::Ends;

/// The network that tables are by a plan.
///
/// # Errors
/// When the plan makes nothing of them, or more than can be read.
pub fn network(tables: &[Table], plan: &TablePlan) -> Result<Network, OpenError> {
    let mut remarks = Remarks::default();
    for (index, table) in tables.iter().enumerate() {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        remarks.extend(table.remarks.clone().in_table(index));
    }
    let planned: Vec<(View<'_>, &SheetPlan)> = tables
        .iter()
        .zip(&plan.sheets)
        .enumerate()
        .filter(|(_, (_, sheet))| sheet.content != TableContent::Ignored)
        .map(|(index, (table, sheet))| (View::new(table, index, sheet.is_transposed), sheet))
        .collect();
    remark_on_ignored(tables, plan, &mut remarks);
    for (view, _) in &planned {
        remarks.extend(view.remarks().in_table(view.index()));
    }
    if planned.is_empty() {
        return Err(no_ties(plan));
    }
    let is_nodes = |sheet: &SheetPlan| sheet.content == TableContent::Nodes;
    let declares = planned.iter().any(|(_, sheet)| is_nodes(sheet));
    let builder = if declares { NetworkBuilder::new() } else { NetworkBuilder::inferring() };
    let mut ends = Ends::new(builder);
    for (view, sheet) in planned.iter().filter(|(_, sheet)| is_nodes(sheet)) {
        nodes::read(&mut ends, view, sheet)?;
    }
    for (view, sheet) in &planned {
        check_rows(view, sheet)?;
        match sheet.content {
            TableContent::Ignored | TableContent::Nodes => {}
            TableContent::Edges if sheet.column_with(ColumnUse::BothEnds).is_some() => {
                both_ends::read(&mut ends, view, sheet)?;
            }
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
    let mut ties = planned.iter().filter(|(_, sheet)| !is_nodes(sheet)).peekable();
    network.lists_partners = ties.peek().is_some() && ties.all(|(_, sheet)| lists_partners(sheet));
    remarks.extend(std::mem::take(&mut network.remarks));
    network.remarks = remarks;
    network.origin = Origin::Tables(tables.iter().map(|table| table.name.clone()).collect());
    Ok(network)
}

/// Why a plan of which nothing is read makes no network.
fn no_ties(plan: &TablePlan) -> OpenError {
    if plan.sheets.iter().any(|sheet| sheet.preset == Some(UN_VOTES)) {
        let message = "its rows are votes on resolutions, which are no ties between nations";
        let remedy = "Take the table of the agreement of dyads, with ccode1, ccode2 and agree; or say which \
                      columns hold the two ends of a tie.";
        return OpenError::of_whole_file(message, remedy);
    }
    let message = "no nations and no ties are seen in its tables";
    OpenError::of_whole_file(message, "Say which columns hold the two ends of a tie.")
}

/// Says which of several tables aren't read, with the first text in them.
fn remark_on_ignored(tables: &[Table], plan: &TablePlan, remarks: &mut Remarks) {
    for (index, (table, sheet)) in tables.iter().zip(&plan.sheets).enumerate() {
        if sheet.content != TableContent::Ignored || tables.len() < 2 {
            continue;
        }
        let view = View::new(table, index, false);
        let Some(row) = (0..view.row_count()).find(|row| !view.is_blank(*row)) else { continue };
        let column = view.row(row).position(|cell| !cell.is_empty()).unwrap_or_default();
        remarks.warn(
            view.spot(row, column),
            view.cell(row, column),
            "begins a table that isn't read as one of nations or ties",
            "The whole table was left out.",
            "Say what it holds, if it is wanted.",
        );
    }
}

/// Refuses a table of edges of which no network can be made, before any is.
fn check_rows(view: &View<'_>, sheet: &SheetPlan) -> Result<(), OpenError> {
    let rows = sheet.rows.end.min(view.row_count()).saturating_sub(sheet.rows.start);
    if sheet.content != TableContent::Edges || rows <= MAX_EDGES_READ || sheet.filter.is_some() {
        return Ok(());
    }
    let message = format!("its {rows} rows are more than the {MAX_EDGES_READ} ties that are read");
    Err(OpenError::of_whole_file(message, "Leave a part of them out."))
}
