//! Reads rows as edges.

use super::copies::Copies;
use super::data_rows::DataRows;
use super::dates_of_names::DatesOfNames;
use super::ends::Ends;
use super::membership_columns::MembershipColumns;
use super::names_of_ends::NamesOfEnds;
use super::said_in_row::{SaidInRow, Several};
use super::target_attributes::TargetAttributes;
use super::tie_years::TieYears;
use super::views::without;
use crate::formats::network::{ColumnId, Edge};
use crate::formats::plain_lines::When;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::guess::{
    Flow, Heading, SaidOfTarget, flow, flow_column, is_directed, lists_partners, said_of_targets,
};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// One end of an edge: the node, where it is named, when its tie was by what stands behind the name, and in
/// which of the columns of its role.
type End = (u32, Spot, Option<When>, usize);

/// The columns of one end.
pub struct EndColumns {
    columns: Vec<usize>,
    /// Of each column, whether its cells are codes of two letters.
    has_short_codes: Vec<bool>,
    years: TieYears,
}

/// Adds an edge for each row, or several where it names several ends.
///
/// # Errors
/// When there is more than can be read.
pub fn read(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let sources = EndColumns::new(view, plan, ColumnUse::Source)?;
    let targets = EndColumns::new(view, plan, ColumnUse::Target)?;
    let by_pairs = sources.columns.len() > 1 && sources.columns.len() == targets.columns.len();
    let several = Several::of(ends, view, plan);
    // Beside partners may stand who is in what.
    let memberships =
        if lists_partners(plan) { MembershipColumns::find(ends, view, plan) } else { None };
    let organisations = memberships.iter().flat_map(MembershipColumns::columns);
    let mut names = NamesOfEnds::find(ends, view, plan);
    let others = organisations.chain(names.iter().flat_map(NamesOfEnds::columns));
    let own_plan = without(&several.without(plan), others);
    let mut members = Vec::new();
    let said = SaidInRow::new(ends, view, &own_plan, several);
    let mut rows = DataRows::of_ties(view, plan, &mut ends.builder.network().remarks);
    let meaning = Meaning::of(&own_plan, ends, &said);
    ends.builder.expect_edges(plan.rows.len());
    let (mut from, mut to, mut edges) = (Vec::new(), Vec::new(), Vec::new());
    let mut copies = Copies::default();
    while let Some(row) = rows.next(&mut ends.builder.network().remarks) {
        sources.ends(ends, view, plan, (&rows, row), &mut from)?;
        targets.ends(ends, view, plan, (&rows, row), &mut to)?;
        if let (Some(_), [(member, ..)]) = (&memberships, from.as_slice()) {
            members.push((row, *member));
        }
        let count = count_edges(&from, &to, by_pairs);
        if count == 0 {
            let found: [&[End]; 2] =
                if to.is_empty() || from.is_empty() { [&from, &to] } else { [&from, &[]] };
            remark_on_missing_end(ends, view, row, (&sources, &targets), found);
            continue;
        }
        rows.remark_on_filled(&mut ends.builder.network().remarks);
        if let (Some(names), [(from, ..)], [(to, ..)]) = (&mut names, &from[..], &to[..]) {
            names.read(view, row, [*from, *to]);
        }
        let flow = meaning.flow.and_then(|column| flow(rows.cell(column)));
        if flow == Some(Flow::In) {
            std::mem::swap(&mut from, &mut to);
        }
        let directed = flow.map(|_| true).or(meaning.directed);
        said.edges(ends, view, (&rows, row), &mut edges);
        for (place, (edge, is_back)) in edges.drain(..).enumerate() {
            copies.count(&edge.attributes, if place == 0 { count - 1 } else { count })?;
            let edge = Edge { directed: edge.directed.or(directed), ..edge };
            let (from, to) = if is_back { (&to, &from) } else { (&from, &to) };
            add_edges(ends, edge, (from, to, by_pairs), &meaning)?;
        }
    }
    if let Some(names) = names {
        names.set(ends);
    }
    memberships.map_or(Ok(()), |memberships| memberships.read_all(ends, view, &members))
}

/// What the names of the columns of both ends say of each edge.
struct Meaning {
    directed: Option<bool>,
    /// What each column of targets says.
    targets: Vec<SaidOfTarget>,
    /// The attributes that belong to one of these columns alone.
    own: TargetAttributes,
    /// The attribute for their kinds, where any says one.
    column: Option<ColumnId>,
    /// The column that says whether goods go out or come in.
    flow: Option<usize>,
    /// Where dates behind the names of ends are kept.
    dates: DatesOfNames,
}

impl Meaning {
    fn of(plan: &SheetPlan, ends: &mut Ends, said: &SaidInRow<'_>) -> Self {
        let targets = said_of_targets(plan);
        let own = TargetAttributes::find(ends, plan, said);
        let has_kinds = targets.iter().any(|said| said.kind.is_some());
        let column = has_kinds.then(|| ends.builder.edge_columns().add("kind"));
        let flow = flow_column(plan).filter(|_| !has_kinds);
        let dates = DatesOfNames::of(plan);
        Self { directed: is_directed(plan).then_some(true), targets, own, column, flow, dates }
    }
}

/// Adds an edge between each two ends that belong together. The last of them takes what is said of all.
fn add_edges(
    ends: &mut Ends,
    mut edge: Edge,
    (from, to, by_pairs): (&[End], &[End], bool),
    meaning: &Meaning,
) -> Result<(), OpenError> {
    let mut left = count_edges(from, to, by_pairs);
    for (from, spot, own_when, source) in from {
        for (to, to_spot, when, target) in partners(to, *source, by_pairs) {
            left -= 1;
            let taken = Edge::new(0, 0, Spot::default());
            let mut own =
                if left == 0 { std::mem::replace(&mut edge, taken) } else { edge.clone() };
            (own.from, own.to, own.spot) = (*from, *to, *spot);
            meaning.own.keep_own(&mut own, *target);
            let said = meaning.targets.get(*target);
            match said.map_or(Heading::Unsaid, |said| said.heading) {
                Heading::Unsaid => {}
                Heading::Onward => own.directed = Some(true),
                Heading::Back => (own.from, own.to, own.directed) = (*to, *from, Some(true)),
            }
            let kind = said.and_then(|said| said.kind.as_ref());
            if let Some((column, kind)) = meaning.column.zip(kind) {
                own.attributes.push((column, Attribute::Text(kind.as_str().into())));
            }
            for (when, spot) in [(*own_when, *spot), (*when, *to_spot)] {
                if let Some(when) = when {
                    meaning.dates.set(ends, &mut own, (when, spot));
                }
            }
            ends.builder.add_edge(own)?;
        }
    }
    Ok(())
}

/// The targets of a source: all, or, where columns belong together, those of its column.
fn partners(to: &[End], source: usize, by_pairs: bool) -> &[End] {
    if !by_pairs {
        return to;
    }
    let begin = to.partition_point(|(.., place)| *place < source);
    let end = to.partition_point(|(.., place)| *place <= source);
    to.get(begin..end).unwrap_or_default()
}

fn count_edges(from: &[End], to: &[End], by_pairs: bool) -> usize {
    from.iter().map(|(.., source)| partners(to, *source, by_pairs).len()).sum()
}

impl EndColumns {
    /// The columns with a role.
    ///
    /// # Errors
    /// When there is none.
    pub fn new(view: &View<'_>, plan: &SheetPlan, role: ColumnUse) -> Result<Self, OpenError> {
        let columns: Vec<usize> = plan.columns_with(role).collect();
        if columns.is_empty() {
            let message = format!("no column of its table is the {} of a tie", role.name());
            let remedy = "Say which columns hold the two ends of a tie.";
            return Err(OpenError::of_whole_file(message, remedy));
        }
        let cells = |column: usize| plan.rows.clone().map(move |row| view.cell(row, column));
        let has_short_codes =
            columns.iter().map(|column| values::are_short_codes(cells(*column))).collect();
        Ok(Self { columns, has_short_codes, years: TieYears::find(plan) })
    }

    /// The ends that a row names, in the order of the columns, in place of those that are in `found`.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn ends(
        &self,
        ends: &mut Ends,
        view: &View<'_>,
        plan: &SheetPlan,
        (rows, row): (&DataRows<'_>, usize),
        found: &mut Vec<End>,
    ) -> Result<(), OpenError> {
        found.clear();
        let year = self.years.of(view, row, &ends.in_years);
        for (place, index) in self.columns.iter().enumerate() {
            let Some(column) = plan.columns.get(*index) else { continue };
            let cell = rows.cell(*index);
            let has_short_codes = self.has_short_codes.get(place) == Some(&true);
            if values::names_none(cell, has_short_codes) {
                continue;
            }
            let spot = view.spot(row, *index);
            // Most cells name one end, for which no list is made.
            let several = column.separator.map(|_| ends.parts(cell, column));
            for part in several.as_deref().unwrap_or(&[cell]) {
                if several.is_some() && values::names_none(part, has_short_codes) {
                    continue;
                }
                let (name, when) = ends.dated(part);
                found.push((ends.named_in(name, year, spot)?, spot, when, place));
            }
        }
        Ok(())
    }

    /// The first column.
    pub fn first(&self) -> usize {
        self.columns.first().copied().unwrap_or_default()
    }
}

/// Says of a row that makes no tie what it doesn't name, and whom it does.
fn remark_on_missing_end(
    ends: &mut Ends,
    view: &View<'_>,
    row: usize,
    columns: (&EndColumns, &EndColumns),
    found: [&[End]; 2],
) {
    let [from, to] = found;
    let missing = if from.is_empty() { columns.0.first() } else { columns.1.first() };
    let (topic, outcome) = match (from.is_empty(), to.is_empty()) {
        (true, true) => ("names neither end of a tie", "The row was left out."),
        (true, false) => (
            "names no source of the tie to the nation in its row",
            "No tie was made; that nation is on the map.",
        ),
        _ => (
            "names no partner of the nation in its row",
            "No tie was made; that nation is on the map.",
        ),
    };
    let named = from.first().or(to.first()).map(|(node, ..)| *node as usize);
    let network = ends.builder.network();
    let node = named.and_then(|node| network.nodes.get(node));
    let text = node.map(|node| node.label.clone().unwrap_or_else(|| node.id.clone()));
    let text = text.unwrap_or_default();
    let (spot, cell) = (view.spot(row, missing), view.cell(row, missing));
    let remarks = &mut network.remarks;
    // “None” is an answer, by which nothing is lost.
    if cell.is_empty() {
        remarks.lose(spot, &text, topic, outcome, "Fill in the cell.");
    } else {
        remarks.warn(spot, &text, topic, outcome, "");
    }
}
