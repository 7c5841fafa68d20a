//! What the columns of nodes mean.

use super::super::column_values::ColumnValues;
use super::super::header_words::node_role;
use super::super::roles::NodeRole;
use super::super::value_words::nation_type;
use crate::formats::network::Network;
use crate::model::Color;

/// The roles of the columns of nodes, by their names as far as their values agree.
pub fn guess(network: &Network, values: &[ColumnValues<'_>]) -> Vec<NodeRole> {
    let mut roles = vec![NodeRole::Attribute; values.len()];
    let mut surest: Vec<(NodeRole, usize, usize)> = Vec::new();
    for ((column, name), values) in network.node_columns.iter().zip(values) {
        let Some((role, rank)) = node_role(name) else { continue };
        let role = confirmed(role, values);
        let index = column.index();
        if matches!(role, NodeRole::Notes | NodeRole::Tags | NodeRole::MemberOf) {
            roles[index] = role;
        } else if role != NodeRole::Attribute {
            match surest.iter_mut().find(|(known, ..)| *known == role) {
                Some(known) if rank < known.1 => *known = (role, rank, index),
                Some(_) => {}
                None => surest.push((role, rank, index)),
            }
        }
    }
    let has_labels = network.nodes.iter().any(|node| node.label.is_some());
    for (role, _, index) in surest {
        // What the format itself shows for a node is its name.
        roles[index] =
            if role == NodeRole::Name && has_labels { NodeRole::Attribute } else { role };
    }
    let has = |role: NodeRole| roles.contains(&role);
    if has(NodeRole::X) != has(NodeRole::Y) {
        let lone = |role: &&mut NodeRole| matches!(role, NodeRole::X | NodeRole::Y);
        roles.iter_mut().filter(lone).for_each(|role| *role = NodeRole::Attribute);
    }
    roles
}

/// The role that a name says, if the values agree.
fn confirmed(role: NodeRole, values: &ColumnValues<'_>) -> NodeRole {
    let is_color = |word: &str| word.parse::<Color>().is_ok();
    let agrees = match role {
        NodeRole::Name | NodeRole::MemberOf | NodeRole::Notes => values.are_texts(),
        NodeRole::Type if values.share_of_words(|word| nation_type(word).is_some()) >= 0.5 => true,
        NodeRole::Type => return confirmed(NodeRole::Tags, values),
        NodeRole::Tags => values.are_texts() && values.words.is_some(),
        NodeRole::Color => values.share_of_words(is_color) > 0.9,
        NodeRole::X | NodeRole::Y => values.are_numbers(),
        NodeRole::Pinned => values.flags == values.filled,
        NodeRole::Code | NodeRole::Attribute | NodeRole::Ignore => values.filled > 0,
    };
    if agrees { role } else { NodeRole::Attribute }
}
