//! What a row says of its edges beside their ends.

use super::attributes::AttributeColumns;
use super::data_rows::DataRows;
use super::ends::Ends;
use crate::formats::network::Edge;
use crate::formats::problems::Spot;
use crate::formats::tables::guess::nations_beside_ends;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;

/// The columns that say something of the edges of a row.
pub struct SaidInRow<'p> {
    id: Option<usize>,
    label: Option<usize>,
    attributes: AttributeColumns<'p>,
}

impl<'p> SaidInRow<'p> {
    /// By a plan, with a remark on each column of nations that are no ends.
    pub fn new(ends: &mut Ends, view: &View<'_>, plan: &'p SheetPlan) -> Self {
        let attributes = AttributeColumns::add(plan, ends.builder.edge_columns());
        let network = ends.builder.network();
        attributes.tell_cells(view, &mut network.edge_cells);
        for column in nations_beside_ends(view, plan) {
            network.remarks.warn(
                view.spot(plan.header.unwrap_or(plan.rows.start), column),
                plan.columns.get(column).map_or("", |column| column.name.as_str()),
                "names nations that are no ends of the ties",
                "They were kept as an attribute of each tie.",
                "Make the column a source or target, if ties go to them.",
            );
        }
        let (id, label) = (plan.column_with(ColumnUse::Id), plan.column_with(ColumnUse::Label));
        Self { id, label, attributes }
    }

    /// An edge with all that a row says of it, whose ends are still to be set.
    pub fn edge(
        &self,
        ends: &mut Ends,
        view: &View<'_>,
        (rows, row): (&DataRows<'_>, usize),
    ) -> Edge {
        let remarks = &mut ends.builder.network().remarks;
        let text = |column: Option<usize>| column.map_or("", |column| view.cell(row, column));
        let label = Some(text(self.label)).filter(|label| !label.is_empty());
        Edge {
            id: text(self.id).to_owned(),
            label: label.map(str::to_owned),
            attributes: self.attributes.of_data_row(rows, (view, row), remarks),
            ..Edge::new(0, 0, Spot::default())
        }
    }
}
