//! Reads rows as nodes.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::attributes::AttributeColumns;
use super::data_rows::DataRows;
use super::earlier_names::EarlierNames;
use super::ends::Ends;
use super::membership_columns::MembershipColumns;
use super::memberships_in_years;
use super::rows_of_years::RowsOfYears;
use super::views::without;
use crate::formats::problems::{OpenError, Spot};
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

/// Declares a node for each row, or for the latest of those that speak of it in different years.
///
/// # Errors
/// When there are more nodes than are read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let id_column = plan.column_with(ColumnUse::Id);
    let label_column = plan.column_with(ColumnUse::Label);
    let mut memberships = MembershipColumns::find(ends, view, plan);
    let is_code = |column: &ColumnPlan| CODES.contains(&header_key(&column.name));
    let columns = plan.columns.iter().enumerate();
    let codes: Vec<usize> =
        columns.filter(|(_, column)| is_code(column)).map(|(index, _)| index).collect();
    let years = RowsOfYears::find(view, plan, &codes);
    let with_marks: Vec<usize> = memberships.iter().flat_map(MembershipColumns::columns).collect();
    let organisations = match years.are_several() {
        true => memberships_in_years::Columns {
            of_names: memberships_in_years::named_columns(view, plan),
            of_marks: memberships.as_mut().map_or(Vec::new(), |own| own.take_marks(view, plan)),
        },
        false => memberships_in_years::Columns { of_names: Vec::new(), of_marks: Vec::new() },
    };
    let own_plan = without(plan, with_marks.into_iter().chain(organisations.of_names.clone()));
    let attributes = AttributeColumns::add(&own_plan, ends.builder.node_columns());
    let (mut members, mut earlier) = (Vec::new(), Vec::new());
    let mut rows = DataRows::new(view, plan, &mut ends.builder.network().remarks);
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        let text = |column: Option<usize>| column.map_or("", |column| view.cell(row, column));
        let (id, label) = (text(id_column), text(label_column));
        let spot = view.spot(row, id_column.or(label_column).unwrap_or_default());
        if let Some(latest) = years.latest(row) {
            remark_on_earlier(ends, spot, if label.is_empty() { id } else { label });
            earlier.push((row, latest));
            continue;
        }
        let id = match (id, label) {
            ("", "") => unnamed(ends, view, plan, row),
            ("", label) => label.to_owned(),
            (id, label) if years.is_former(row) => format!("{id} ({label})"),
            (id, _) => id.to_owned(),
        };
        let index = ends.builder.declare(&id, spot)?;
        let values = attributes.of_row(view, row, &mut ends.builder.network().remarks);
        if let Some(node) = ends.builder.node(index) {
            node.label = Some(label).filter(|label| !label.is_empty()).map(str::to_owned);
            node.attributes = values;
        }
        ends.also_called(&id, index);
        members.push((row, index));
    }
    let names: Vec<usize> = [label_column, id_column].into_iter().flatten().chain(codes).collect();
    let rows = with_earlier(&members, &earlier, &years);
    call(ends, view, &names, &rows, &years);
    if let Some(column) = names.first() {
        keep_earlier_names(ends, view, *column, &rows, &years);
    }
    // All nations of the table are known by now, and an organisation may be one of them.
    if !organisations.is_empty() {
        let in_years = rows.iter().filter_map(|(row, node)| Some((*row, *node, years.year(*row)?)));
        memberships_in_years::read(ends, view, &organisations, &in_years.collect::<Vec<_>>())?;
    }
    memberships.map_or(Ok(()), |memberships| memberships.read_all(ends, view, &members))
}

/// All rows with their nodes, the latest first: what stands in a row of an earlier year means the node of the latest.
fn with_earlier(
    own: &[(usize, u32)],
    earlier: &[(usize, usize)],
    years: &RowsOfYears,
) -> Vec<(usize, u32)> {
    let nodes: HashMap<usize, u32> = own.iter().copied().collect();
    let node_of = |(row, latest): &(usize, usize)| Some((*row, *nodes.get(latest)?));
    let mut rows: Vec<(usize, u32)> = own.to_vec();
    rows.extend(earlier.iter().filter_map(node_of));
    rows.sort_by_key(|(row, _)| Reverse(years.year(*row)));
    rows
}

/// Lets nodes be found by the texts in columns of names and codes: of two nodes with one of them the one of its year,
/// where a tie says one, else the one of a later year, else the first.
fn call(
    ends: &mut Ends,
    view: &View<'_>,
    names: &[usize],
    rows: &[(usize, u32)],
    years: &RowsOfYears,
) {
    for (row, node) in rows {
        let texts = names.iter().map(|column| view.cell(*row, *column));
        for text in texts.filter(|text| !text.is_empty()) {
            ends.also_called(text, *node);
            if let Some(year) = years.year(*row) {
                ends.in_years.add(text, year, *node);
            }
        }
    }
    ends.in_years.keep_several();
}

/// Keeps the names that nodes have in rows of earlier years, which stand behind those of the latest.
fn keep_earlier_names(
    ends: &mut Ends,
    view: &View<'_>,
    column: usize,
    rows: &[(usize, u32)],
    years: &RowsOfYears,
) {
    let mut names = EarlierNames::default();
    for (row, node) in rows.iter().rev().filter(|(row, _)| years.latest(*row).is_some()) {
        names.add(*node, view.cell(*row, column));
    }
    names.set(ends);
}

/// Says of a row that another one speaks of its nation in a later year.
fn remark_on_earlier(ends: &mut Ends, spot: Spot, name: &str) {
    ends.builder.network().remarks.lose(
        spot,
        name,
        "says what a nation was in an earlier year than another row does",
        "The row of its latest year was taken, and an earlier name kept as an attribute.",
        "Have the rows of the year read alone that is wanted.",
    );
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
