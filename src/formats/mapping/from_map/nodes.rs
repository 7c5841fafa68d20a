//! Nations as nodes, and the nodes that stand for ties at which others end.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::own_columns::{DRAWN_AS, STANDS_FOR, column_of_attribute};
use super::super::roles::NodeRole;
use crate::formats::network::{Network, Node};
use crate::formats::tag_list::list_of;
use crate::model::{Attribute, DrawnAs, End, Map, Nation, NationType, TieId};

/// Writes nations and stand-ins as nodes. Returns the node that stands for each tie at which others end.
pub fn write(map: &Map, network: &mut Network) -> HashMap<TieId, u32> {
    for (_, nation) in map.nations().iter() {
        let node = node_of(nation, network);
        network.nodes.push(node);
    }
    let is_target = |end: End| match end {
        End::Tie(tie) => Some(tie),
        End::Nation(_) => None,
    };
    let targets: BTreeSet<TieId> =
        map.ties().iter().filter_map(|(_, tie)| is_target(tie.to)).collect();
    if targets.is_empty() {
        return HashMap::new();
    }
    let column = network.node_columns.add(STANDS_FOR);
    let mut taken: HashSet<String> = network.nodes.iter().map(|node| node.id.clone()).collect();
    let mut stand_ins = HashMap::new();
    for (id, tie) in map.ties().iter().filter(|(id, _)| targets.contains(id)) {
        let wanted = format!("tie {}", tie.key);
        let numbered = (2u32..).map(|number| format!("{wanted}-{number}"));
        let mut each = std::iter::once(wanted.clone()).chain(numbered);
        let node = Node {
            id: each.find(|id| !taken.contains(id)).unwrap_or_default(),
            label: Some(map.tie_name(id)),
            attributes: vec![(column, Attribute::Text(tie.key.as_str().into()))],
            ..Node::default()
        };
        taken.insert(node.id.clone());
        stand_ins.insert(id, network.nodes.len() as u32);
        network.nodes.push(node);
    }
    stand_ins
}

fn node_of(nation: &Nation, network: &mut Network) -> Node {
    let mut attributes = Vec::new();
    let mut add =
        |name: &str, value: Attribute| attributes.push((network.node_columns.add(name), value));
    let mut add_text = |role: NodeRole, text: &str| {
        if !text.is_empty() {
            add(role.name(), Attribute::Text(text.into()));
        }
    };
    add_text(NodeRole::Code, nation.code.as_deref().unwrap_or_default());
    if nation.nation_type != NationType::State {
        add_text(NodeRole::Type, nation.nation_type.name());
    }
    add_text(NodeRole::Tags, &list_of(&nation.tags));
    add_text(NodeRole::Notes, &nation.notes);
    if nation.pinned {
        add(NodeRole::Pinned.name(), Attribute::Flag(true));
    }
    if nation.drawn_as != DrawnAs::default() {
        add(DRAWN_AS, Attribute::Text(nation.drawn_as.name().into()));
    }
    for (name, value) in nation.attributes.iter() {
        add(&column_of_attribute(name), value.clone());
    }
    Node {
        id: nation.key.clone(),
        label: Some(nation.name.clone()),
        position: nation.position.map(|point| [f64::from(point.x), f64::from(point.y)]),
        color: nation.color,
        attributes,
        ..Node::default()
    }
}
