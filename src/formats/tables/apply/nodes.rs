//! Reads rows as nodes.

use super::attributes::AttributeColumns;
use super::data_rows::DataRows;
use super::ends::Ends;
use super::membership_columns::MembershipColumns;
use super::views::without;
use crate::formats::problems::OpenError;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnPlan, ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, nations};

/// What columns are called whose short texts may stand for a node in the ties.
const CODES: Words = Words(&[
    nations::CODE,
    nations::ISO_CODES,
    nations::OTHER_CODES,
    &["abbreviation", "abbr", "short", "kurzel"],
]);

/// Declares a node for each row.
///
/// # Errors
/// When there are more nodes than are read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let id_column = plan.column_with(ColumnUse::Id);
    let label_column = plan.column_with(ColumnUse::Label);
    let memberships = MembershipColumns::find(ends, view, plan);
    let own_plan = without(plan, memberships.iter().flat_map(MembershipColumns::columns));
    let attributes = AttributeColumns::add(&own_plan, ends.builder.node_columns());
    let is_code = |column: &ColumnPlan| CODES.contains(&header_key(&column.name));
    let columns = plan.columns.iter().enumerate();
    let codes: Vec<usize> =
        columns.filter(|(_, column)| is_code(column)).map(|(index, _)| index).collect();
    let mut members = Vec::new();
    let mut rows = DataRows::new(view, plan, &mut ends.builder.network().remarks);
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        let text = |column: Option<usize>| column.map_or("", |column| view.cell(row, column));
        let (id, label) = (text(id_column), text(label_column));
        let id = match (id, label) {
            ("", "") => unnamed(ends, view, plan, row),
            ("", label) => label.to_owned(),
            (id, _) => id.to_owned(),
        };
        let spot = view.spot(row, id_column.or(label_column).unwrap_or_default());
        let index = ends.builder.declare(&id, spot)?;
        let values = attributes.of_row(view, row, &mut ends.builder.network().remarks);
        if let Some(node) = ends.builder.node(index) {
            node.label = Some(label).filter(|label| !label.is_empty()).map(str::to_owned);
            node.attributes = values;
        }
        let codes = codes.iter().map(|column| view.cell(row, *column));
        for name in [id.as_str(), label].into_iter().chain(codes).filter(|name| !name.is_empty()) {
            ends.also_called(name, index);
        }
        members.push((row, index));
    }
    // All nations of the table are known by now, and an organisation may be one of them.
    memberships.map_or(Ok(()), |memberships| memberships.read_all(ends, view, &members))
}

/// The name of a node whose row has none.
fn unnamed(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan, row: usize) -> String {
    let column = plan.column_with(ColumnUse::Id).or(plan.column_with(ColumnUse::Label));
    let spot = view.spot(row, column.unwrap_or_default());
    let text = view.row(row).find(|cell| !cell.is_empty()).unwrap_or_default();
    ends.builder.network().remarks.warn(
        spot,
        text,
        "is empty where the name of a node is expected",
        "The node is called by the number of its row.",
        "Fill in the cell.",
    );
    format!("Row {}", spot.line)
}
