//! What nodes were called in earlier years than the one whose name they have.

use std::collections::BTreeMap;

use super::ends::Ends;
use crate::model::Attribute;

/// The attribute that keeps earlier names.
const EARLIER: &str = "earlier name";
/// The most earlier names of one node that are kept.
const MOST: usize = 20;

/// The earlier names of nodes, each once and in their order.
#[derive(Default)]
pub struct EarlierNames(BTreeMap<u32, Vec<String>>);

impl EarlierNames {
    /// Keeps a name; returns whether it is a new one.
    pub fn add(&mut self, node: u32, name: &str) -> bool {
        let names = self.0.entry(node).or_default();
        let is_new = !name.is_empty() && !names.iter().any(|known| known == name);
        if is_new && names.len() < MOST {
            names.push(name.to_owned());
        }
        is_new
    }

    /// Gives nodes their earlier names as an attribute, but for the one that they have.
    pub fn set(self, ends: &mut Ends) {
        for (node, mut names) in self.0 {
            let network = ends.builder.network();
            let Some(own) = network.nodes.get_mut(node as usize) else { continue };
            names.retain(|name| own.label.as_ref() != Some(name) && *name != own.id);
            if names.is_empty() {
                continue;
            }
            let column = network.node_columns.add(EARLIER);
            own.attributes.retain(|(known, _)| *known != column);
            own.attributes.push((column, Attribute::Text(names.join("; ").into())));
        }
    }
}
