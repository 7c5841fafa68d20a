//! What is known of nodes and edges only once the whole file was read.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::formats::network::Network;
use crate::model::Attribute;

/// Gives vertices the ids that they say themselves, the first of an id. All others are called by their
/// number, unless one says that.
pub fn take_ids(network: &mut Network, ids: IndexMap<u32, String>) {
    if ids.is_empty() {
        return;
    }
    let mut taken: HashSet<String> = HashSet::with_capacity(network.nodes.len());
    let mut has_own = vec![false; network.nodes.len()];
    for (index, id) in ids {
        let Some(node) = network.nodes.get_mut(index as usize) else { continue };
        if !taken.insert(id.clone()) {
            let spot = node.spot;
            network.remarks.warn(
                spot,
                &id,
                "has the id of another vertex",
                "It was called by its number.",
                "Give each vertex an id of its own.",
            );
            continue;
        }
        node.id = id;
        has_own[index as usize] = true;
    }
    let others = network.nodes.iter_mut().zip(has_own).filter(|(_, has_own)| !has_own);
    for (node, _) in others {
        while !taken.insert(node.id.clone()) {
            node.id.push('\'');
        }
    }
}

/// Where a file holds several networks, its edges say in which they stand.
pub fn name_networks(network: &mut Network, networks: &[(String, usize)]) {
    if networks.len() < 2 {
        return;
    }
    let column = network.edge_columns.add("network");
    let ends = networks.iter().skip(1).map(|(_, start)| *start).chain([network.edges.len()]);
    let spans: Vec<_> = networks.iter().zip(ends).collect();
    for (index, ((name, start), end)) in spans.into_iter().enumerate() {
        let name = if name.is_empty() { (index + 1).to_string() } else { name.clone() };
        for edge in network.edges.get_mut(*start..end).unwrap_or_default() {
            if edge.attributes.iter().all(|(there, _)| *there != column) {
                edge.attributes.push((column, Attribute::Text(name.as_str().into())));
            }
        }
    }
}

/// Programs that know no places write one for all.
pub fn forget_one_place(network: &mut Network) {
    let first = network.nodes.first().and_then(|node| node.position);
    let is_same = first.is_some() && network.nodes.iter().all(|node| node.position == first);
    if network.nodes.len() > 1 && is_same {
        network.nodes.iter_mut().for_each(|node| node.position = None);
    }
}

/// A weight of 1 is that of a line which says none, and a label is no label where it is the id.
pub fn forget_usual(network: &mut Network) {
    if network.edges.iter().all(|edge| edge.weight.is_none_or(|weight| weight == 1.0)) {
        network.edges.iter_mut().for_each(|edge| edge.weight = None);
    }
    for node in network.nodes.iter_mut().filter(|node| node.label.as_ref() == Some(&node.id)) {
        node.label = None;
    }
}
