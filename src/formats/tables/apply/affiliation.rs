//! Reads rows that say who belongs to what.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::attributes::AttributeColumns;
use super::edges::EndColumns;
use super::ends::Ends;
use crate::formats::limits::MAX_EDGES_READ;
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::model::Attribute;

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
    let sort = ends.builder.node_columns().add("type");
    let network = ends.builder.network();
    let edges = network.edges.get_mut(before..).unwrap_or_default();
    let organisations: BTreeSet<u32> = edges.iter().map(|edge| edge.to).collect();
    for edge in edges {
        edge.directed = Some(true);
        if edge.attributes.iter().all(|(column, _)| *column != kind) {
            edge.attributes.push((kind, Attribute::Text("member".to_owned())));
        }
    }
    for organisation in organisations {
        if let Some(node) = network.nodes.get_mut(organisation as usize)
            && node.attributes.iter().all(|(column, _)| *column != sort)
        {
            node.attributes.push((sort, Attribute::Text("organisation".to_owned())));
        }
    }
    Ok(())
}

/// What binds the members of an organisation, and where it was said first.
#[derive(Default)]
struct Group {
    members: Vec<u32>,
    spot: Spot,
    row: usize,
}

/// Adds an edge between each two members of the same organisation. It has the attributes of the
/// organisation's first row, and the organisation's name as its label.
///
/// # Errors
/// When there is more than can be read.
pub fn read_pairs(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Result<(), OpenError> {
    let mut members = EndColumns::new(view, plan, ColumnUse::Source)?;
    let organisation = EndColumns::new(view, plan, ColumnUse::Target)?.first();
    let mut groups: IndexMap<&str, Group> = IndexMap::new();
    for row in view.data_rows(plan) {
        let name = view.cell(row, organisation);
        let found = members.ends(ends, view, plan, row)?;
        if name.is_empty() || found.is_empty() {
            let remarks = &mut ends.builder.network().remarks;
            let spot = view.spot(row, if name.is_empty() { organisation } else { members.first() });
            let topic = "is empty where a member and its organisation are expected";
            remarks.lose(spot, name, topic, "The row was left out.", "Fill in the cell.");
            continue;
        }
        let first = Group { spot: view.spot(row, organisation), row, ..Group::default() };
        let group = groups.entry(name).or_insert(first);
        group.members.extend(found.into_iter().map(|(node, ..)| node));
    }
    add_pairs(ends, view, plan, groups)
}

fn add_pairs(
    ends: &mut Ends,
    view: &View<'_>,
    plan: &SheetPlan,
    groups: IndexMap<&str, Group>,
) -> Result<(), OpenError> {
    let attributes = AttributeColumns::add(plan, ends.builder.edge_columns());
    for (name, mut group) in groups {
        let mut seen = std::collections::HashSet::new();
        group.members.retain(|member| seen.insert(*member));
        let pairs = group.members.len() * group.members.len().saturating_sub(1) / 2;
        if pairs > MAX_EDGES_READ {
            let message = format!(
                "its group “{name}” has {} members, which are too many to tie each to each",
                group.members.len()
            );
            let remedy = "Have them read as members of an organisation.";
            return Err(OpenError::of_whole_file(message, remedy));
        }
        let values = attributes.of_row(view, group.row, &mut ends.builder.network().remarks);
        for (place, from) in group.members.iter().enumerate() {
            for to in group.members.get(place + 1..).unwrap_or_default() {
                ends.builder.add_edge(Edge {
                    directed: Some(false),
                    label: Some(name.to_owned()),
                    attributes: values.clone(),
                    ..Edge::new(*from, *to, group.spot)
                })?;
            }
        }
    }
    Ok(())
}
