//! A node as a nation, by the roles of its columns.

use std::borrow::Cow;

use super::super::choices::Choices;
use super::super::nation_texts::shown_text;
use super::super::own_columns::{DRAWN_AS, STANDS_FOR, attribute_of_column};
use super::super::roles::NodeRole;
use super::super::value_words::{is_blank, nation_type, number, text, yes_or_no};
use super::bounds::{bounded, bounded_list, keep};
use super::unread;
use crate::formats::network::{Network, Node};
use crate::formats::problems::Remarks;
use crate::model::{Attribute, Color, DrawnAs, Nation, NationType, Point};

/// The nation that a node is as written, without a key; its code is the one that Entente wrote, if any. A
/// colour that tells no nodes apart is none.
pub fn nation_of(
    network: &Network,
    node: &Node,
    position: Option<Point>,
    choices: &Choices,
    usual_color: Option<Color>,
    remarks: &mut Remarks,
) -> Nation {
    let name = match &node.label {
        Some(label) if choices.is_own => Cow::Borrowed(label.as_str()),
        _ => shown_text(node, choices),
    };
    let mut nation = Nation {
        name: bounded(&name, node.spot, remarks),
        color: node.color.filter(|color| Some(*color) != usual_color),
        position,
        ..Nation::default()
    };
    if node.is_group {
        nation.nation_type = NationType::Organisation;
    }
    for (column, value) in &node.attributes {
        let name = network.node_columns.name(*column);
        let role = choices.node_roles.get(column.index()).copied().unwrap_or(NodeRole::Attribute);
        if is_blank(value) && !choices.is_own {
            continue;
        }
        if choices.is_own && name == DRAWN_AS {
            let word = text(value);
            nation.drawn_as =
                DrawnAs::ALL.into_iter().find(|drawn| drawn.name() == word).unwrap_or_default();
        } else if name != STANDS_FOR && !takes(&mut nation, node, role, value, choices, remarks) {
            unread::remark_on_node(role, value, node.spot, remarks);
            keep(&mut nation.attributes, attribute_of_column(name), value, node.spot, remarks);
        }
    }
    nation.pinned &= nation.position.is_some();
    nation
}

/// Gives a nation the value of a column; returns whether the value needn't be kept as an attribute.
fn takes(
    nation: &mut Nation,
    node: &Node,
    role: NodeRole,
    value: &Attribute,
    choices: &Choices,
    remarks: &mut Remarks,
) -> bool {
    let written = text(value);
    match role {
        NodeRole::Name | NodeRole::MemberOf | NodeRole::Ignore => {}
        NodeRole::X | NodeRole::Y => {
            return node.position.is_some() || number(value).is_some_and(f64::is_finite);
        }
        NodeRole::Code if choices.is_own => {
            nation.code = Some(bounded(&written, node.spot, remarks));
        }
        // Whether it is a code shows when all nodes are read.
        NodeRole::Code | NodeRole::Attribute => return false,
        NodeRole::Type => match nation_type(&written) {
            Some(known) => nation.nation_type = known,
            None => return false,
        },
        NodeRole::Tags => {
            for tag in bounded_list(&written, node.spot, remarks) {
                let tag = bounded(&tag, node.spot, remarks);
                if choices.is_own || !nation.tags.contains(&tag) {
                    nation.tags.push(tag);
                }
            }
        }
        NodeRole::Color => match written.trim().parse() {
            Ok(color) => nation.color = nation.color.or(Some(color)),
            Err(_) => return false,
        },
        NodeRole::Pinned => match yes_or_no(value) {
            Some(pinned) => nation.pinned = pinned,
            None => return false,
        },
        NodeRole::Notes => {
            if !nation.notes.is_empty() {
                nation.notes.push('\n');
            }
            let notes = bounded(&written, node.spot, remarks);
            nation.notes.push_str(&notes);
        }
    }
    true
}
