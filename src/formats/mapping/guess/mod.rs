//! The choices that a network itself suggests.

mod edge_roles;
mod node_roles;

use std::collections::BTreeMap;

use super::choices::{Choices, Duplicates};
use super::column_values::column_values;
use super::dates::{date_order, has_short_spans};
use super::kind_sign::sign_of_kind;
use super::nation_texts::are_nations;
use super::own_columns;
use super::roles::EdgeRole;
use crate::formats::network::Network;
use crate::formats::plain_lines::{dated_text, is_bare_year};

/// The name of the kind of edges that say none.
const USUAL_KIND: &str = "Tie";
/// Texts along edges that name kinds are no more than this many different ones.
const MOST_LABELS: usize = 30;
/// … of no more than this many words.
const MOST_LABEL_WORDS: usize = 3;

/// The choices that a network suggests by the names and values of its columns.
pub fn guess(network: &Network) -> Choices {
    let is_own = own_columns::is_own(network);
    let mut choices = Choices {
        node_roles: Vec::new(),
        edge_roles: Vec::new(),
        edge_label: EdgeRole::Label,
        recognise: false,
        meant: BTreeMap::new(),
        year: None,
        date_order: None,
        has_short_spans: false,
        duplicates: Duplicates::default(),
        usual_kind: USUAL_KIND.to_owned(),
        kinds: BTreeMap::new(),
        is_own,
    };
    if is_own {
        let node_role = |(_, name)| own_columns::own_node_role(name);
        let edge_role = |(_, name)| own_columns::own_edge_role(name);
        choices.node_roles = network.node_columns.iter().map(node_role).collect();
        choices.edge_roles = network.edge_columns.iter().map(edge_role).collect();
        return choices;
    }
    let records = network.edges.iter().map(|edge| edge.attributes.as_slice());
    let values = column_values(&network.edge_columns, records);
    choices.edge_roles = edge_roles::guess(network, &values);
    let has_kind = |role: &EdgeRole| matches!(role, EdgeRole::Kind | EdgeRole::OfThisKind);
    if !choices.edge_roles.iter().any(has_kind) && labels_are_kinds(network) {
        choices.edge_label = EdgeRole::Kind;
    }
    let is_date =
        |role: EdgeRole| matches!(role, EdgeRole::Since | EdgeRole::Until | EdgeRole::EvidenceDate);
    let dates = network.edges.iter().flat_map(|edge| &edge.attributes);
    let dates = dates.filter(|(column, _)| {
        choices.edge_roles.get(column.index()).is_some_and(|role| is_date(*role))
    });
    let dates: Vec<_> = dates.map(|(_, value)| value).collect();
    choices.date_order = date_order(dates.iter().copied());
    choices.has_short_spans = has_short_spans(dates.iter().copied());
    let records = network.nodes.iter().map(|node| node.attributes.as_slice());
    let values = column_values(&network.node_columns, records);
    choices.node_roles = node_roles::guess(network, &values);
    choices.recognise = are_nations(network, &choices);
    choices
}

/// Whether the texts along edges are few, short, and mostly words for kinds of tie, beside dates.
fn labels_are_kinds(network: &Network) -> bool {
    let says_kind = |text: &str| sign_of_kind(text).is_some();
    let without_date = |label| dated_text(label, &says_kind).map_or(label, |dated| dated.rest);
    let mut different: Vec<&str> = Vec::new();
    for label in network.edges.iter().filter_map(|edge| edge.label.as_deref()) {
        let label = without_date(label);
        let says_no_kind = label.is_empty() || is_bare_year(label);
        if !says_no_kind && !different.contains(&label) {
            different.push(label);
            let is_short = label.split_whitespace().count() <= MOST_LABEL_WORDS
                && !label.contains(|c: char| c.is_ascii_digit());
            if different.len() > MOST_LABELS || !is_short {
                return false;
            }
        }
    }
    let known = different.iter().filter(|label| sign_of_kind(label).is_some()).count();
    known > 0 && 2 * known >= different.len()
}
