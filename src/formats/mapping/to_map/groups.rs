//! Nodes that lie in other nodes, and columns that name organisations: memberships.

use std::collections::HashMap;

use super::super::choices::Choices;
use super::super::nation_texts::value_of;
use super::super::roles::NodeRole;
use super::bounds::bounded_list;
use super::nations::{Nations, by_text};
use crate::edit::as_known;
use crate::formats::network::Network;
use crate::formats::problems::Remarks;
use crate::model::{Attributes, DrawnAs, Nation, NationType};
use crate::names::{Recognition, caseless, recognise};

/// Makes the nations of nodes that lie in others members of these, which become organisations.
pub fn join_parents(network: &Network, nations: &mut Nations) {
    for (index, node) in (0u32..).zip(&network.nodes) {
        let Some(parent) = node.parent.filter(|parent| *parent != index) else { continue };
        let (member, parent) = (nations.of(index, None), nations.of(parent, None));
        let Some((member, parent)) = member.zip(parent) else { continue };
        if leads_back(network, index) {
            continue;
        }
        if let Some(organisation) = nations.list.get_mut(parent as usize)
            && organisation.code.is_none()
        {
            organisation.nation_type = NationType::Organisation;
            organisation.drawn_as = DrawnAs::Hull;
        }
        nations.join(member, parent, [None, None]);
    }
}

/// Whether the nodes that a node lies in lead back to it, as far as one looks.
fn leads_back(network: &Network, index: u32) -> bool {
    const DEEPEST: usize = 64;
    let parent = |index: &u32| network.nodes.get(*index as usize).and_then(|node| node.parent);
    std::iter::successors(parent(&index), parent).take(DEEPEST).any(|above| above == index)
}

/// Makes nations members of the organisations that their columns name; those that aren't there are added.
pub fn join_named(
    network: &Network,
    choices: &Choices,
    nations: &mut Nations,
    remarks: &mut Remarks,
) {
    if !choices.node_roles.contains(&NodeRole::MemberOf) {
        return;
    }
    let mut known: HashMap<String, u32> = by_text(&nations.list);
    for (index, node) in (0u32..).zip(&network.nodes) {
        let (Some(member), Some(list)) =
            (nations.of(index, None), value_of(node, choices, NodeRole::MemberOf))
        else {
            continue;
        };
        for name in bounded_list(&list, node.spot, remarks) {
            let there = known.get(&caseless(&name)).copied();
            let organisation = there.unwrap_or_else(|| {
                let added = nations.add(&name, organisation(&name, choices));
                known.insert(caseless(&name), added);
                remarks.warn(
                    node.spot,
                    &name,
                    "names an organisation that is no node of its own",
                    "It was added.",
                    "",
                );
                added
            });
            nations.join(member, organisation, [None, None]);
        }
    }
}

fn organisation(name: &str, choices: &Choices) -> Nation {
    let plain = Nation {
        name: name.chars().take(Attributes::MAX_NAME_CHARS).collect(),
        nation_type: NationType::Organisation,
        ..Nation::default()
    };
    match recognise(name, choices.year) {
        Recognition::Known(found) if choices.recognise => as_known(&plain, found.nation),
        _ => plain,
    }
}
