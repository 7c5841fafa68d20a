//! What a row says of its edges beside their ends.

use super::attributes::AttributeColumns;
use super::data_rows::DataRows;
use super::date_parts::DateParts;
use super::ends::Ends;
use super::views::{self, Views};
use super::year_columns::{self, Run, YearColumns};
use crate::formats::network::{ColumnId, Edge};
use crate::formats::problems::{Remarks, Spot};
use crate::formats::tables::guess::nations_beside_ends;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// The columns that say something of the edges of a row.
pub struct SaidInRow<'p> {
    plan: &'p SheetPlan,
    id: Option<usize>,
    label: Option<usize>,
    attributes: AttributeColumns<'p>,
    dates: DateParts,
    several: Several,
}

/// What makes several edges of one row.
pub enum Several {
    /// Nothing.
    Not,
    /// Columns for years, and the attributes for kind, beginning and end.
    Years(YearColumns, [ColumnId; 3]),
    /// Columns for both directions.
    Views(Views),
}

impl Several {
    /// By a plan, with a remark on how columns for years are read.
    pub fn of(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Self {
        if let Some(views) = Views::find(view, plan, ends.builder.edge_columns()) {
            return Self::Views(views);
        }
        let Some(years) = YearColumns::find(view, plan) else { return Self::Not };
        years.remark(view, plan, &mut ends.builder.network().remarks);
        let columns = ends.builder.edge_columns();
        Self::Years(years, ["kind", "since", "until"].map(|name| columns.add(name)))
    }

    /// The plan without the columns that make several edges of a row.
    pub fn without(&self, plan: &SheetPlan) -> SheetPlan {
        match self {
            Self::Not => plan.clone(),
            Self::Years(years, _) => views::without(plan, years.columns()),
            Self::Views(own) => views::without(plan, own.columns()),
        }
    }
}

impl<'p> SaidInRow<'p> {
    /// By a plan without the columns that make several edges of a row, with a remark on each column of nations
    /// that are no ends.
    pub fn new(ends: &mut Ends, view: &View<'_>, plan: &'p SheetPlan, several: Several) -> Self {
        let attributes = AttributeColumns::add(plan, ends.builder.edge_columns());
        let dates = DateParts::find(view, plan, &attributes);
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
        Self { plan, id, label, attributes, dates, several }
    }

    /// What a column is called by as an attribute, by its index in the table.
    pub fn id_of(&self, index: usize) -> Option<ColumnId> {
        self.attributes.id_of(index)
    }

    /// The edges with all that a row says of them, whose ends are still to be set, each with whether it runs from
    /// the targets of the row to its sources. They are put into `edges`, which is empty.
    pub fn edges(
        &self,
        ends: &mut Ends,
        view: &View<'_>,
        (rows, row): (&DataRows<'_>, usize),
        edges: &mut Vec<(Edge, bool)>,
    ) {
        let edge = self.edge(ends, view, (rows, row));
        let is_none: fn(Spot, &mut Remarks) = match &self.several {
            Several::Not => return edges.push((edge, false)),
            Several::Years(years, columns) => {
                let runs = years.runs(|column| rows.cell(column));
                edges.extend(runs.iter().map(|run| (edge_of_run(&edge, run, *columns), false)));
                year_columns::remark_on_no_year
            }
            Several::Views(views) => {
                edges.extend(views.edges(&edge, self.plan, |column| rows.cell(column)));
                views::remark_on_no_view
            }
        };
        if edges.is_empty() {
            is_none(view.spot(row, 0), &mut ends.builder.network().remarks);
        }
    }

    fn edge(&self, ends: &mut Ends, view: &View<'_>, (rows, row): (&DataRows<'_>, usize)) -> Edge {
        let mut attributes = ends.builder.empty_attributes();
        if !self.attributes.is_empty() {
            let remarks = &mut ends.builder.network().remarks;
            self.attributes.read_data_row(rows, (view, row), &mut attributes, remarks);
            if !self.dates.is_empty() {
                self.dates.join(&mut attributes);
            }
        }
        if let (Some(kind), Several::Not) = (rows.kind(), &self.several) {
            let column = ends.builder.edge_columns().add("kind");
            attributes.push((column, Attribute::Text(kind.into())));
        }
        let text = |column: Option<usize>| column.map_or("", |column| view.cell(row, column));
        let label = Some(text(self.label)).filter(|label| !label.is_empty());
        Edge {
            id: text(self.id).into(),
            label: label.map(str::to_owned),
            attributes,
            ..Edge::new(0, 0, Spot::default())
        }
    }
}

/// An edge of some years.
fn edge_of_run(edge: &Edge, run: &Run<'_>, [kind, since, until]: [ColumnId; 3]) -> Edge {
    let mut edge = edge.clone();
    let date = |year: u16| Attribute::Text(format!("{year:04}").into());
    let said = [
        (kind, run.kind.map(|kind| Attribute::Text(kind.into()))),
        (since, Some(date(run.since))),
        (until, run.until.map(date)),
    ];
    let said = said.into_iter().filter_map(|(column, value)| Some((column, value?)));
    edge.attributes.extend(said);
    edge
}
