//! Writes JSON Graph Format.

use serde_json::{Map, Value};

use crate::formats::json::number::from_f64;
use crate::formats::json_graph::{Records, all_directed, line, network_attributes, split_off};
use crate::formats::network::Network;

/// The file of a network.
pub fn write(network: &Network) -> Vec<u8> {
    let records = Records::new(network);
    let mut text = format!(
        "{{\n  \"graph\": {{\n  \"directed\": {},\n  \"metadata\": {},\n  \"nodes\": {{",
        all_directed(network),
        network_attributes(network)
    );
    for (index, node) in network.nodes.iter().enumerate() {
        let mut metadata = records.node(node);
        let id = split_off(&mut metadata, "id");
        let mut record = Map::new();
        record.insert("label".to_owned(), split_off(&mut metadata, "label"));
        if let Some([x, y]) = node.position {
            metadata.insert("x".to_owned(), from_f64(x).into());
            metadata.insert("y".to_owned(), from_f64(y).into());
        }
        record.insert("metadata".to_owned(), Value::Object(metadata));
        text.push_str(if index == 0 { "\n    " } else { ",\n    " });
        text.push_str(&format!("{id}: {}", Value::Object(record)));
    }
    text.push_str("\n  },\n  \"edges\": [");
    for (index, mut metadata) in
        network.edges.iter().filter_map(|edge| records.edge(edge)).enumerate()
    {
        let mut record = Map::new();
        for name in ["id", "source", "target", "directed", "label"] {
            match split_off(&mut metadata, name) {
                Value::Null => {}
                value => drop(record.insert(name.to_owned(), value)),
            }
        }
        record.insert("metadata".to_owned(), Value::Object(metadata));
        line(&mut text, index, record);
    }
    text.push_str("\n  ]\n  }\n}\n");
    text.into_bytes()
}
