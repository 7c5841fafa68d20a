//! Reads a matrix, in which each cell may be an edge.

use super::data_rows::DataRows;
use super::diagonal::Diagonal;
use super::ends::Ends;
use super::title_kind;
use crate::formats::network::{ColumnId, Edge};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::guess::{is_of_members, is_sum_word};
use crate::formats::tables::membership_marks::{MembershipMark, membership_mark};
use crate::formats::tables::plan::{ColumnUse, SheetPlan, ValueType};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// So many cells are looked at for kinds in short.
const CODES_LOOKED_AT: usize = 10_000;

/// Adds an edge for each cell that isn't empty or zero; of a mutual matrix, one for a cell and its mirror
/// image. A number is the weight, any other text the kind. Where some cells are `+`, that and `-` are signs.
///
/// # Errors
/// When there is more than can be read.
pub fn read(
    ends: &mut Ends,
    view: &View<'_>,
    plan: &SheetPlan,
    is_mutual: bool,
) -> Result<(), OpenError> {
    let label_column = plan.column_with(ColumnUse::Id);
    let columns: Vec<usize> = plan.columns_with(ColumnUse::Attribute).collect();
    let column_nodes = nodes_of_columns(ends, view, plan, &columns)?;
    let kind = ends.builder.edge_columns().add("kind");
    // Of a mutual matrix, what each pair of nodes was tied by.
    let mut seen = std::collections::HashMap::new();
    let mut node_of = vec![None; plan.columns.len()];
    for (column, node) in columns.iter().zip(&column_nodes) {
        if let Some(place) = node_of.get_mut(*column) {
            *place = Some(*node);
        }
    }
    remark_on_sums(ends, view, plan);
    remark_on_margin(ends, view, plan);
    let marks = Marks::of(ends, view, plan, &columns, kind);
    let diagonal = Diagonal::of(view, plan, &columns);
    let title = title_kind::find(view, plan).filter(|_| marks.members.is_none());
    let remarks = &mut ends.builder.network().remarks;
    let mut rows = DataRows::below_title(view, plan, title.map(|(row, _)| row), remarks);
    let mut place = 0;
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        let label = label_column.map_or("", |column| view.cell(row, column));
        let own_column = diagonal.column(label);
        let same = own_column.and_then(|own| node_of.get(own).copied().flatten());
        let spot = label_column.map_or(view.spot_of_row(row), |column| view.spot(row, column));
        let numbered = column_nodes.get(place).copied();
        let from = node_of_row(ends, (label, spot), same, numbered)?;
        place += 1;
        for (column, (cell, to)) in view.row(row).zip(&node_of).enumerate() {
            let Some(to) = *to else { continue };
            if own_column == Some(column) && diagonal.says_nothing(label, cell) {
                remark_on_diagonal(ends, view.spot(row, column), cell);
                continue;
            }
            let values = plan.columns.get(column).map_or(ValueType::Text, |column| column.values);
            let Some(mut edge) = marks.edge(cell, values, from == to) else { continue };
            (edge.from, edge.to, edge.spot) = (from, to, view.spot(row, column));
            edge.directed = Some(!is_mutual);
            set_kind(&mut edge, kind, title.map(|(_, title)| title));
            if is_mutual && is_mirrored(&mut seen, &edge) {
                continue;
            }
            ends.builder.add_edge(edge)?;
        }
    }
    if marks.members.is_some() {
        ends.call_organisations(column_nodes);
    }
    Ok(())
}

/// The node of a row: that of the column of the same nation, which may be spelt otherwise there; where rows
/// have no labels, that of the column with the same number.
fn node_of_row(
    ends: &mut Ends,
    (label, spot): (&str, Spot),
    same: Option<u32>,
    numbered: Option<u32>,
) -> Result<u32, OpenError> {
    if label.is_empty() {
        return numbered.map_or_else(|| ends.named(&format!("Row {}", spot.line), spot), Ok);
    }
    match ends.find(label).or(same) {
        Some(node) => Ok(node),
        None => ends.named(label, spot),
    }
}

/// Says the kind of an edge whose cell says none.
fn set_kind(edge: &mut Edge, column: ColumnId, kind: Option<&str>) {
    let is_said = edge.attributes.iter().any(|(own, _)| *own == column);
    if let Some(kind) = kind.filter(|_| !is_said) {
        edge.attributes.push((column, Attribute::Text(kind.into())));
    }
}

/// How the cells of a matrix are written.
struct Marks {
    /// The attribute for kinds.
    kind: ColumnId,
    /// Whether they are kinds in short.
    has_codes: bool,
    /// The attribute for signs, where cells are plus and minus.
    sign: Option<ColumnId>,
    /// The attributes for kinds and for beginnings, where cells say who is in what.
    members: Option<[ColumnId; 2]>,
}

impl Marks {
    fn of(
        ends: &mut Ends,
        view: &View<'_>,
        plan: &SheetPlan,
        columns: &[usize],
        kind: ColumnId,
    ) -> Self {
        let has_codes = cells(view, plan, columns).any(is_code);
        let has_signs = cells(view, plan, columns).any(values::is_plus);
        let names = ends.builder.edge_columns();
        let members =
            is_of_members(view, plan).then(|| ["kind", "since"].map(|name| names.add(name)));
        let sign = (has_signs && members.is_none()).then(|| names.add("sign"));
        Self { kind, has_codes, sign, members }
    }

    /// The edge that a cell says, if it says one; its ends are still to be filled in.
    fn edge(&self, cell: &str, values: ValueType, is_loop: bool) -> Option<Edge> {
        let said = self.membership(cell).or_else(|| self.signed(cell, is_loop));
        said.unwrap_or_else(|| edge(cell, values, self.kind, self))
    }

    /// The membership that a cell says, or none. `None` where a cell says something else.
    fn membership(&self, cell: &str) -> Option<Option<Edge>> {
        let [kind, since] = self.members?;
        let mut edge = Edge::new(0, 0, Default::default());
        edge.attributes.push((kind, Attribute::Text("member".into())));
        match membership_mark(cell)? {
            MembershipMark::None => return Some(None),
            MembershipMark::Member => {}
            MembershipMark::Since(date) => {
                edge.attributes.push((since, Attribute::Text(date.into())));
            }
        }
        Some(Some(edge))
    }

    /// The edge that a sign says; none where a nation would be tied to itself. `None` where a cell is no sign.
    fn signed(&self, cell: &str, is_loop: bool) -> Option<Option<Edge>> {
        let column = self.sign?;
        let sign = match cell {
            _ if values::is_plus(cell) => "+",
            _ if values::is_minus(cell) => "-",
            _ => return None,
        };
        let mut edge = Edge::new(0, 0, Default::default());
        edge.attributes.push((column, Attribute::Text(sign.into())));
        Some(Some(edge).filter(|_| !is_loop))
    }
}

/// The first so many cells of a matrix.
fn cells<'v>(
    view: &'v View<'_>,
    plan: &SheetPlan,
    columns: &[usize],
) -> impl Iterator<Item = &'v str> {
    let cells = plan.rows.clone().flat_map(|row| columns.iter().map(move |column| (row, *column)));
    cells.take(CODES_LOOKED_AT).map(|(row, column)| view.cell(row, column))
}

/// Says that what stands where a nation meets itself is no tie.
fn remark_on_diagonal(ends: &mut Ends, spot: Spot, cell: &str) {
    if !values::is_missing(cell) {
        let topic = "stands where the row of a nation meets its own column";
        let remarks = &mut ends.builder.network().remarks;
        remarks.warn(spot, cell, topic, "No tie was made of it.", "");
    }
}

/// Says which columns of sums are left out.
fn remark_on_sums(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) {
    let Some(header) = plan.header else { return };
    for column in plan.columns_with(ColumnUse::Ignored) {
        let name = view.cell(header, column);
        if is_sum_word(name) {
            let spot = view.spot(header, column);
            let remarks = &mut ends.builder.network().remarks;
            remarks.warn(spot, name, "is a column of sums", "It was left out.", "");
        }
    }
}

/// Says what stands beside a matrix, such as a legend.
fn remark_on_margin(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) {
    let rows = || plan.header.into_iter().chain(plan.rows.clone());
    let is_sum =
        |column: &usize| plan.header.is_some_and(|header| is_sum_word(view.cell(header, *column)));
    for column in plan.columns_with(ColumnUse::Ignored).filter(|column| !is_sum(column)) {
        for row in rows().filter(|row| !view.cell(*row, column).is_empty()) {
            let (spot, text) = (view.spot(row, column), view.cell(row, column));
            let remarks = &mut ends.builder.network().remarks;
            remarks.warn(spot, text, "stands beside the matrix", "It was left out.", "");
        }
    }
}

/// Whether a cell is a kind in short, of one letter: where there are any, `N` is one of them and no *no*.
fn is_code(cell: &str) -> bool {
    let mut letters = cell.chars();
    let letter = letters.next().filter(|c| c.is_alphabetic());
    letter.is_some_and(|c| letters.next().is_none() && !"xynjo".contains(c.to_ascii_lowercase()))
}

/// Whether the mirror image of an edge, which says the same, was there before. One that says something else
/// is another edge.
fn is_mirrored(seen: &mut std::collections::HashMap<(u32, u32), Edge>, edge: &Edge) -> bool {
    let mirror = seen.get(&(edge.to, edge.from));
    let is_same = mirror.is_some_and(|other| {
        other.weight == edge.weight && other.attributes == edge.attributes && edge.from != edge.to
    });
    if !is_same {
        seen.insert((edge.from, edge.to), edge.clone());
    }
    is_same
}

fn nodes_of_columns(
    ends: &mut Ends,
    view: &View<'_>,
    plan: &SheetPlan,
    columns: &[usize],
) -> Result<Vec<u32>, OpenError> {
    let mut nodes = Vec::with_capacity(columns.len());
    for (place, column) in columns.iter().enumerate() {
        let (row, name) = match (plan.header, plan.columns.get(*column)) {
            (Some(row), Some(column)) => (row, column.name.clone()),
            _ => (plan.rows.start, (place + 1).to_string()),
        };
        nodes.push(ends.named(&name, view.spot(row, *column))?);
    }
    Ok(nodes)
}

/// The edge that a cell says; its ends are still to be filled in.
fn edge(cell: &str, values: ValueType, kind: ColumnId, marks: &Marks) -> Option<Edge> {
    if cell.is_empty() || cell == "0" || values::is_missing(cell) {
        return None;
    }
    let mut edge = Edge::new(0, 0, Default::default());
    let decimal = if values == ValueType::NumberWithComma { ',' } else { '.' };
    if let Some(number) = values::number(cell, decimal) {
        edge.weight = Some(number);
        return (number != 0.0).then_some(edge);
    }
    // Behind a sign it may say that it is shown as a picture.
    let cell = cell.trim_end_matches('\u{fe0f}');
    let is_code = marks.has_codes && cell.chars().count() == 1;
    if !is_code && values::says_no(cell) {
        return None;
    }
    if is_code || !values::says_yes(cell) {
        edge.attributes.push((kind, Attribute::Text(cell.into())));
    }
    Some(edge)
}
