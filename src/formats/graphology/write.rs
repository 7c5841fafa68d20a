//! Writes Graphology JSON.

use serde_json::{Map, Value, json};

use crate::formats::json::number::from_f64;
use crate::formats::json_graph::{
    DIRECTED, Records, all_directed, line, network_attributes, split_off,
};
use crate::formats::network::Network;

/// The file of a network.
pub fn write(network: &Network) -> Vec<u8> {
    let records = Records::new(network);
    let has_directed = network.edges.iter().any(|edge| edge.directed == Some(true));
    let sort = match (all_directed(network), has_directed) {
        (true, _) => "directed",
        (false, true) => "mixed",
        (false, false) => "undirected",
    };
    let options = json!({
        "type": sort,
        "multi": network.has_parallel_edges(),
        "allowSelfLoops": true,
    });
    let mut text = format!(
        "{{\n  \"options\": {options},\n  \"attributes\": {},\n  \"nodes\": [",
        network_attributes(network)
    );
    for (index, node) in network.nodes.iter().enumerate() {
        let mut attributes = records.node(node);
        let mut record = Map::new();
        record.insert("key".to_owned(), split_off(&mut attributes, "id"));
        if let Some([x, y]) = node.position {
            attributes.insert("x".to_owned(), from_f64(x).into());
            attributes.insert("y".to_owned(), from_f64(y).into());
        }
        record.insert("attributes".to_owned(), Value::Object(attributes));
        line(&mut text, index, record);
    }
    text.push_str("\n  ],\n  \"edges\": [");
    let edges = network.edges.iter().filter_map(|edge| Some((edge, records.edge(edge)?)));
    for (index, (edge, mut attributes)) in edges.enumerate() {
        let mut record = Map::new();
        for (name, own) in [("key", "id"), ("source", "source"), ("target", "target")] {
            match split_off(&mut attributes, own) {
                Value::Null => {}
                value => drop(record.insert(name.to_owned(), value)),
            }
        }
        let _said_otherwise = split_off(&mut attributes, DIRECTED);
        if edge.directed != Some(true) {
            record.insert("undirected".to_owned(), true.into());
        }
        record.insert("attributes".to_owned(), Value::Object(attributes));
        line(&mut text, index, record);
    }
    text.push_str("\n  ]\n}\n");
    text.into_bytes()
}
