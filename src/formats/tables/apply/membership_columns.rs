//! Columns for organisations in a table of nations: who is in, since when, and until when: `NATO`, `EU since`,
//! `EU until`.

use indexmap::IndexMap;

use super::ends::Ends;
use crate::formats::network::{ColumnId, Edge};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::guess::{ColumnOfOrganisation, columns_of_organisations};
use crate::formats::tables::membership_marks::{MembershipMark, membership_mark};
use crate::formats::tables::plan::SheetPlan;
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// The columns for organisations of a table of nations, in the order of the first of each.
pub struct MembershipColumns {
    organisations: Vec<Organisation>,
    /// The attributes for kind, beginning and end.
    said: [ColumnId; 3],
}

struct Organisation {
    name: String,
    spot: Spot,
    columns: Vec<ColumnOfOrganisation>,
    /// Its node, once a member was found.
    node: Option<u32>,
}

impl MembershipColumns {
    /// Those of a plan, if it has some.
    pub fn find(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Option<Self> {
        let mut organisations: IndexMap<String, Organisation> = IndexMap::new();
        for column in columns_of_organisations(view, plan) {
            let spot = view.spot(plan.header.unwrap_or(plan.rows.start), column.index);
            let name = column.organisation.clone();
            let first = Organisation { name: name.clone(), spot, columns: Vec::new(), node: None };
            organisations.entry(name).or_insert(first).columns.push(column);
        }
        if organisations.is_empty() {
            return None;
        }
        let columns = ends.builder.edge_columns();
        let said = ["kind", "since", "until"].map(|name| columns.add(name));
        Some(Self { organisations: organisations.into_values().collect(), said })
    }

    /// The columns.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.organisations.iter().flat_map(|own| own.columns.iter().map(|column| column.index))
    }

    /// Takes out the columns that only mark who is in, each with its organisation: of rows for each year they say when.
    pub fn take_marks(&mut self, view: &View<'_>, plan: &SheetPlan) -> Vec<(usize, String)> {
        let only_marks = |column: &ColumnOfOrganisation| {
            let mut cells = plan.rows.clone().map(|row| view.cell(row, column.index));
            let is_mark = |cell: &str| {
                matches!(membership_mark(cell), Some(MembershipMark::None | MembershipMark::Member))
            };
            !column.is_end && cells.all(is_mark)
        };
        let (marked, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.organisations)
            .into_iter()
            .partition(|own| matches!(&own.columns[..], [only] if only_marks(only)));
        self.organisations = others;
        let column = |own: Organisation| Some((own.columns.first()?.index, own.name));
        marked.into_iter().filter_map(column).collect()
    }

    /// Adds an edge to each organisation that the nations of these rows are in, and says of the organisations that
    /// they are such.
    ///
    /// # Errors
    /// When there is more than can be read.
    pub fn read_all(
        mut self,
        ends: &mut Ends,
        view: &View<'_>,
        members: &[(usize, u32)],
    ) -> Result<(), OpenError> {
        for (row, member) in members {
            self.read(ends, (view, *row), *member)?;
        }
        ends.call_organisations(self.organisations.into_iter().filter_map(|own| own.node));
        Ok(())
    }

    fn read(
        &mut self,
        ends: &mut Ends,
        (view, row): (&View<'_>, usize),
        member: u32,
    ) -> Result<(), OpenError> {
        let [kind, since, until] = self.said;
        for organisation in &mut self.organisations {
            let mut edge = None;
            for column in &organisation.columns {
                let (cell, spot) = (view.cell(row, column.index), view.spot(row, column.index));
                let date = match membership_mark(cell) {
                    Some(MembershipMark::None) => continue,
                    Some(MembershipMark::Member) => None,
                    Some(MembershipMark::Since(date)) => Some(date),
                    None => {
                        remark_on_other(ends, spot, cell);
                        continue;
                    }
                };
                let edge = edge.get_or_insert_with(|| Edge::new(member, 0, spot));
                if let Some(date) = date {
                    let when = if column.is_end { until } else { since };
                    edge.attributes.push((when, Attribute::Text(date.into())));
                }
            }
            let Some(mut edge) = edge else { continue };
            edge.to = match organisation.node {
                Some(node) => node,
                None => ends.declared(&organisation.name, organisation.spot)?,
            };
            organisation.node = Some(edge.to);
            edge.directed = Some(true);
            edge.attributes.push((kind, Attribute::Text("member".into())));
            ends.builder.add_edge(edge)?;
        }
        Ok(())
    }
}

/// Says of a cell that it doesn't say whether a nation is in.
fn remark_on_other(ends: &mut Ends, spot: Spot, cell: &str) {
    if values::is_missing(cell) {
        return;
    }
    let topic = "doesn't say whether the nation of its row is a member";
    let remedy = "Write x, or the year since which it is one.";
    let remarks = &mut ends.builder.network().remarks;
    remarks.lose(spot, cell, topic, "No membership was made of it.", remedy);
}
