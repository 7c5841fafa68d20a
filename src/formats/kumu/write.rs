//! Writes Kumu JSON.

use serde_json::{Map, Value};

use crate::formats::json_graph::{DIRECTED, DIRECTION, Records, add_more, line, split_off};
use crate::formats::network::Network;

/// The file of a network.
pub fn write(network: &Network) -> Vec<u8> {
    let records = Records::new(network);
    let mut text = "{\n  \"elements\": [".to_owned();
    for (index, node) in network.nodes.iter().enumerate() {
        line(&mut text, index, records.node(node));
    }
    text.push_str("\n  ],\n  \"connections\": [");
    let edges = network.edges.iter().filter_map(|edge| Some((edge, records.edge(edge)?)));
    for (index, (edge, mut fields)) in edges.enumerate() {
        let mut record = Map::new();
        for (name, own) in [("id", "id"), ("from", "source"), ("to", "target")] {
            match split_off(&mut fields, own) {
                Value::Null => {}
                value => drop(record.insert(name.to_owned(), value)),
            }
        }
        let _said_otherwise = split_off(&mut fields, DIRECTED);
        let direction = if edge.directed == Some(true) { "directed" } else { "undirected" };
        record.insert(DIRECTION.to_owned(), direction.into());
        // An attribute that is called so moves aside.
        match split_off(&mut fields, DIRECTION) {
            Value::Null => {}
            own => add_more(&mut fields, DIRECTION, own),
        }
        record.extend(fields);
        line(&mut text, index, record);
    }
    text.push_str("\n  ]\n}\n");
    text.into_bytes()
}
