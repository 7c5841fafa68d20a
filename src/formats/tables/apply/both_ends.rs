//! Reads rows as edges whose ends stand in one column, or in several that are alike.

use super::copies::Copies;
use super::data_rows::DataRows;
use super::ends::Ends;
use super::said_in_row::{SaidInRow, Several};
use super::tie_years::TieYears;
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::pair::{Pair, pair};
use crate::formats::tables::plan::SheetPlan;
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// The nodes that a row names.
enum Named {
    /// Those on either side, and whether edges run from the one to the other.
    Sides(Vec<u32>, Vec<u32>, Option<bool>),
    /// Nodes that are tied to one another.
    Together(Vec<u32>),
}

/// Adds an edge between each two ends that a row names.
///
/// # Errors
/// When there is more than can be read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let columns: Vec<usize> =
        (0..plan.columns.len()).filter(|column| plan.columns[*column].role.is_end()).collect();
    let several = Several::of(ends, view, plan);
    let own_plan = several.without(plan);
    let said = SaidInRow::new(ends, view, &own_plan, several);
    let mut rows = DataRows::of_ties(view, plan, &mut ends.builder.network().remarks);
    let mut copies = Copies::default();
    let mut edges = Vec::new();
    let years = TieYears::find(plan);
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        let cells: Vec<(&str, Spot)> =
            columns.iter().map(|column| (rows.cell(*column), view.spot(row, *column))).collect();
        let year = years.of(view, row, &ends.in_years);
        let named = named(ends, &cells, year)?;
        let count = named.count();
        if count == 0 {
            remark_on_no_pair(ends, &cells);
            continue;
        }
        rows.remark_on_filled(&mut ends.builder.network().remarks);
        let spot = cells.first().map_or(Spot::default(), |(_, spot)| *spot);
        said.edges(ends, view, (&rows, row), &mut edges);
        for (place, (edge, _)) in edges.drain(..).enumerate() {
            copies.count(&edge.attributes, if place == 0 { count - 1 } else { count })?;
            add_edges(ends, &Edge { spot, ..edge }, &named)?;
        }
    }
    Ok(())
}

impl Named {
    /// How many edges they make.
    fn count(&self) -> usize {
        match self {
            Self::Sides(from, to, _) => from.len().saturating_mul(to.len()),
            Self::Together(nodes) => nodes.len().saturating_mul(nodes.len().saturating_sub(1)) / 2,
        }
    }
}

fn named(ends: &mut Ends, cells: &[(&str, Spot)], year: Option<i32>) -> Result<Named, OpenError> {
    let mut together = Vec::new();
    for (cell, spot) in cells {
        if values::names_none(cell, false) {
            continue;
        }
        let names = match pair(cell, &mut |text| ends.is_name(text)) {
            Some(Pair::Sides { from, to, directed }) if cells.len() == 1 => {
                let [from, to] = [from, to].map(|names| nodes(ends, &names, year, *spot));
                return Ok(Named::Sides(from?, to?, directed));
            }
            Some(Pair::Sides { from, to, .. }) => [from, to].concat(),
            Some(Pair::Together(names)) => names,
            None => vec![*cell],
        };
        together.extend(nodes(ends, &names, year, *spot)?);
    }
    let mut seen = std::collections::HashSet::new();
    together.retain(|node| seen.insert(*node));
    Ok(Named::Together(together))
}

fn nodes(
    ends: &mut Ends,
    names: &[&str],
    year: Option<i32>,
    spot: Spot,
) -> Result<Vec<u32>, OpenError> {
    let names = names.iter().filter(|name| !values::names_none(name, false));
    names.map(|name| ends.named_in(name, year, spot)).collect()
}

fn add_edges(ends: &mut Ends, edge: &Edge, named: &Named) -> Result<(), OpenError> {
    let mut add = |from: u32, to: u32, directed: Option<bool>| {
        ends.builder.add_edge(Edge { from, to, directed, ..edge.clone() })
    };
    match named {
        Named::Sides(from, to, directed) => {
            for from in from {
                for to in to {
                    add(*from, *to, *directed)?;
                }
            }
        }
        Named::Together(nodes) => {
            for (at, from) in nodes.iter().enumerate() {
                for to in nodes.iter().skip(at + 1) {
                    add(*from, *to, None)?;
                }
            }
        }
    }
    Ok(())
}

/// Says of a row that makes no tie what it names.
fn remark_on_no_pair(ends: &mut Ends, cells: &[(&str, Spot)]) {
    let filled = cells.iter().find(|(cell, _)| !values::names_none(cell, false));
    let Some((cell, spot)) = filled.or(cells.first()) else { return };
    let remarks = &mut ends.builder.network().remarks;
    if filled.is_some() {
        let outcome = "No tie was made; what it names is on the map.";
        let remedy = "Write both ends, as in France – Germany.";
        remarks.lose(*spot, cell, "doesn't name two ends of a tie", outcome, remedy);
    } else {
        let outcome = "The row was left out.";
        remarks.lose(*spot, "", "names neither end of a tie", outcome, "Fill in the cell.");
    }
}
