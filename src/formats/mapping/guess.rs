//! The choices that a network itself suggests.

use std::collections::BTreeMap;

use super::choices::{Choices, Duplicates};
use super::roles::{EdgeRole, NodeRole};
use crate::formats::network::Network;

/// The choices that a network suggests by the names and values of its columns.
pub fn guess(network: &Network) -> Choices {
    Choices {
        node_roles: vec![NodeRole::Attribute; network.node_columns.len()],
        edge_roles: vec![EdgeRole::Attribute; network.edge_columns.len()],
        recognise: true,
        meant: BTreeMap::new(),
        year: None,
        duplicates: Duplicates::default(),
        usual_kind: "Tie".to_owned(),
        kinds: BTreeMap::new(),
    }
}
