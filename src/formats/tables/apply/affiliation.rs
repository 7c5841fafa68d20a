//! Reads rows that say who belongs to what.

use std::collections::{BTreeSet, HashSet};

use indexmap::IndexMap;

use super::attributes::AttributeColumns;
use super::copies::Copies;
use super::data_rows::DataRows;
use super::edges::EndColumns;
use super::ends::Ends;
use super::membership_dates::{MembershipDates, Stay, deciding};
use crate::formats::limits::MAX_EDGES_READ;
use crate::formats::network::{ColumnId, Edge};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::model::Attribute;

/// What to do about dates behind names.
const WRITE_DATES: &str = "Write when members came and left into columns of their own.";

/// The attributes of a row.
type Values = Vec<(ColumnId, Attribute)>;

/// Adds an edge of the kind *member* from each member to its organisation.
///
/// # Errors
/// When there is more than can be read.
pub fn read_memberships(
    ends: &mut Ends,
    view: &View<'_>,
    plan: &SheetPlan,
) -> Result<(), OpenError> {
    let before = ends.builder.network().edges.len();
    super::edges::read(ends, view, plan)?;
    let kind = ends.builder.edge_columns().add("kind");
    let network = ends.builder.network();
    let edges = network.edges.get_mut(before..).unwrap_or_default();
    let organisations: BTreeSet<u32> = edges.iter().map(|edge| edge.to).collect();
    for edge in edges {
        edge.directed = Some(true);
        if edge.attributes.iter().all(|(column, _)| *column != kind) {
            edge.attributes.push((kind, Attribute::Text("member".into())));
        }
    }
    ends.call_organisations(organisations);
    Ok(())
}

/// The members of an organisation, and where it was said first.
#[derive(Default)]
struct Group {
    members: Vec<Member>,
    spot: Spot,
}

/// A member, and in which row it is said when it was one.
struct Member {
    node: u32,
    row: usize,
    stay: Stay,
}

/// Adds an edge between each two members of the same organisation that were in it at the same time. It begins
/// when the later of them came and ends when the first left; else it has the attributes that both have. The
/// organisation's name is its label.
///
/// # Errors
/// When there is more than can be read.
pub fn read_pairs(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let members = EndColumns::new(view, plan, ColumnUse::Source)?;
    let organisation = EndColumns::new(view, plan, ColumnUse::Target)?.first();
    let dates = MembershipDates::find(plan);
    let mut groups: IndexMap<&str, Group> = IndexMap::new();
    let mut data = DataRows::new(view, plan, &mut ends.builder.network().remarks);
    let mut found = Vec::new();
    while let Some(row) = data.next(&mut ends.builder.network().remarks) {
        let name = data.cell(organisation);
        members.ends(ends, view, plan, (&data, row), &mut found)?;
        if name.is_empty() || found.is_empty() {
            let remarks = &mut ends.builder.network().remarks;
            let spot = view.spot(row, if name.is_empty() { organisation } else { members.first() });
            let topic = "is empty where a member and its organisation are expected";
            remarks.lose(spot, name, topic, "The row was left out.", "Fill in the cell.");
            continue;
        }
        data.remark_on_filled(&mut ends.builder.network().remarks);
        let first = Group { spot: view.spot(row, organisation), ..Group::default() };
        let group = groups.entry(name).or_insert(first);
        let stay = dates.stay(view, row);
        for (node, spot, when, _) in &found {
            if let Some(date) = when.and_then(|when| when.since.or(when.until)) {
                let network = ends.builder.network();
                let name = network.nodes.get(*node as usize).map_or("", |node| node.id.as_str());
                let text = format!("{name} ({date})");
                let topic = "has a date behind a name, where dates have columns of their own";
                network.remarks.lose(*spot, &text, topic, "The date was left out.", WRITE_DATES);
            }
        }
        group.members.extend(found.iter().map(|(node, ..)| Member { node: *node, row, stay }));
    }
    let attributes = AttributeColumns::add(plan, ends.builder.edge_columns());
    let id_of = |index: &usize| attributes.id_of(*index);
    let ids = [dates.entry.iter().filter_map(id_of), dates.exit.iter().filter_map(id_of)];
    let ids = ids.map(Iterator::collect::<Vec<ColumnId>>);
    let mut copies = Copies::default();
    groups.into_iter().try_for_each(|(name, mut group)| {
        let mut seen = HashSet::new();
        group.members.retain(|member| seen.insert((member.node, member.stay)));
        let remarks = &mut ends.builder.network().remarks;
        let rows: Vec<_> = group
            .members
            .iter()
            .map(|member| attributes.of_row(view, member.row, remarks))
            .collect();
        for values in &rows {
            copies.count(values, rows.len())?;
        }
        add_pairs(ends, name, &group, &rows, &ids)
    })
}

fn add_pairs(
    ends: &mut Ends,
    name: &str,
    group: &Group,
    rows: &[Values],
    ids: &[Vec<ColumnId>; 2],
) -> Result<(), OpenError> {
    let count = group.members.len();
    if count * count.saturating_sub(1) / 2 > MAX_EDGES_READ {
        let message = format!(
            "its group “{name}” has {count} members, which are too many to tie each to each"
        );
        let remedy = "Have them read as members of an organisation.";
        return Err(OpenError::of_whole_file(message, remedy));
    }
    let mut differs = false;
    let members: Vec<(&Member, &Values)> = group.members.iter().zip(rows).collect();
    for (place, (from, own)) in members.iter().enumerate() {
        for (to, others) in members.get(place + 1..).unwrap_or_default() {
            let deciding = deciding([&from.stay, &to.stay]).filter(|_| from.node != to.node);
            let Some(deciding) = deciding else { continue };
            let attributes = values_of_pair([own, others], deciding, ids, &mut differs);
            ends.builder.add_edge(Edge {
                directed: Some(false),
                label: Some(name.to_owned()),
                attributes: attributes.into(),
                ..Edge::new(from.node, to.node, group.spot)
            })?;
        }
    }
    if differs {
        ends.builder.network().remarks.lose(
            group.spot,
            name,
            "has members of which different things are said",
            "What isn't the same of two members isn't said of the tie between them.",
            "Have the table read as members of organisations to keep it.",
        );
    }
    Ok(())
}

/// What is said of a pair: when it began and ended by the members that decide, and what both have alike.
fn values_of_pair(
    members: [&Values; 2],
    deciding: [usize; 2],
    ids: &[Vec<ColumnId>; 2],
    differs: &mut bool,
) -> Values {
    let [entries, exits] = ids;
    let is_date = |id: &ColumnId| entries.contains(id) || exits.contains(id);
    let [own, others] = members;
    let mut values = Vec::with_capacity(own.len());
    // Both are in the order of the columns, so that each is passed once.
    let mut rest = others.as_slice();
    values.extend(
        own.iter()
            .filter(|(id, _)| !is_date(id))
            .filter(|value| {
                let place = rest.iter().position(|(id, _)| *id == value.0);
                let is_same = place.is_some_and(|place| rest.get(place) == Some(value));
                if let Some(place) = place {
                    rest = rest.get(place + 1..).unwrap_or_default();
                }
                *differs |= !is_same;
                is_same
            })
            .cloned(),
    );
    for (ids, member) in [(entries, deciding[0]), (exits, deciding[1])] {
        let dates = members[member].iter().filter(|(id, _)| ids.contains(id));
        values.extend(dates.cloned());
    }
    values
}
