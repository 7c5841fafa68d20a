//! Nodes and edges as records, as all writers of graphs in JSON need them.

use serde_json::{Map, Value};

use super::field_names::{MORE, is_reserved};
use crate::formats::json::number::from_f64;
use crate::formats::network::{ColumnId, Columns, Edge, Network, Node};
use crate::model::Attribute;

/// Makes the records of a network.
#[derive(Clone, Copy)]
pub struct Records<'a> {
    network: &'a Network,
    /// Whether edges are directed that don't say so themselves.
    all_directed: bool,
}

/// Whether all edges of a network are directed, and there is one.
pub fn all_directed(network: &Network) -> bool {
    !network.edges.is_empty() && network.edges.iter().all(|edge| edge.directed == Some(true))
}

/// The attributes of a network as a record.
pub fn network_attributes(network: &Network) -> Value {
    let pair = |(name, attribute): &(String, Attribute)| (name.clone(), plain(attribute));
    Value::Object(network.attributes.iter().map(pair).collect())
}

/// Adds a record to a list, each on a line of its own.
pub fn line(text: &mut String, index: usize, record: Map<String, Value>) {
    text.push_str(if index == 0 { "\n    " } else { ",\n    " });
    text.push_str(&Value::Object(record).to_string());
}

/// Takes a field out of a record; null where there is none.
pub fn split_off(fields: &mut Map<String, Value>, name: &str) -> Value {
    fields.shift_remove(name).unwrap_or_default()
}

/// Adds a field to the record of those whose names mean something else outside it.
pub fn add_more(fields: &mut Map<String, Value>, name: &str, value: Value) {
    let more = fields.entry(MORE).or_insert_with(|| Value::Object(Map::new()));
    if let Some(more) = more.as_object_mut() {
        more.insert(name.to_owned(), value);
    }
}

impl<'a> Records<'a> {
    /// For the nodes and edges of a network.
    pub fn new(network: &'a Network) -> Self {
        Self { network, all_directed: all_directed(network) }
    }

    /// The fields of a node but its position.
    pub fn node(self, node: &Node) -> Map<String, Value> {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), node.id.as_str().into());
        let label = node.label.as_ref().unwrap_or(&node.id);
        fields.insert("label".to_owned(), label.as_str().into());
        if let Some(color) = node.color {
            fields.insert("color".to_owned(), color.to_string().into());
        }
        let parent = node.parent.and_then(|parent| self.network.nodes.get(parent as usize));
        if let Some(parent) = parent {
            fields.insert("parent".to_owned(), parent.id.as_str().into());
        }
        if node.is_group {
            fields.insert("is_group".to_owned(), true.into());
        }
        add_attributes(&mut fields, &self.network.node_columns, &node.attributes);
        fields
    }

    /// The fields of an edge; `None` where an end isn't in the network.
    pub fn edge(self, edge: &Edge) -> Option<Map<String, Value>> {
        let id = |end: u32| Some(self.network.nodes.get(end as usize)?.id.as_str());
        let mut fields = Map::new();
        if !edge.id.is_empty() {
            fields.insert("id".to_owned(), edge.id.as_str().into());
        }
        fields.insert("source".to_owned(), id(edge.from)?.into());
        fields.insert("target".to_owned(), id(edge.to)?.into());
        if let Some(label) = &edge.label {
            fields.insert("label".to_owned(), label.as_str().into());
        }
        if let Some(weight) = edge.weight {
            fields.insert("weight".to_owned(), from_f64(weight).into());
        }
        if let Some(color) = edge.color {
            fields.insert("color".to_owned(), color.to_string().into());
        }
        let is_directed = edge.directed == Some(true);
        if is_directed != self.all_directed {
            fields.insert("directed".to_owned(), is_directed.into());
        }
        add_attributes(&mut fields, &self.network.edge_columns, &edge.attributes);
        Some(fields)
    }
}

/// Adds attributes. Those whose names mean something else to a reader stand in a record of their own.
fn add_attributes(
    fields: &mut Map<String, Value>,
    columns: &Columns,
    attributes: &[(ColumnId, Attribute)],
) {
    let mut more = Map::new();
    for (column, attribute) in attributes {
        let name = columns.name(*column);
        let place = if is_reserved(name) { &mut more } else { &mut *fields };
        place.insert(name.to_owned(), plain(attribute));
    }
    if !more.is_empty() {
        fields.insert(MORE.to_owned(), Value::Object(more));
    }
}

fn plain(attribute: &Attribute) -> Value {
    match attribute {
        Attribute::Text(text) => text.as_str().into(),
        Attribute::Number(number) => from_f64(*number).into(),
        Attribute::Flag(flag) => (*flag).into(),
    }
}
