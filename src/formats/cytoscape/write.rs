//! Writes Cytoscape.js JSON.

use serde_json::{Map, Value, json};

use crate::formats::json::number::from_f64;
use crate::formats::json_graph::{
    ID_OF_NETWORKX, KEY_OF_NETWORKX, Records, add_more, all_directed, line, network_attributes,
};
use crate::formats::network::Network;

/// The file of a network.
pub fn write(network: &Network) -> Vec<u8> {
    let records = Records::new(network);
    let is_multigraph = network.has_parallel_edges();
    let mut text = format!(
        "{{\n  \"data\": {},\n  \"directed\": {},\n  \"multigraph\": {},\n  \"elements\": {{\n  \
         \"nodes\": [",
        network_attributes(network),
        all_directed(network),
        is_multigraph
    );
    for (index, node) in network.nodes.iter().enumerate() {
        let mut fields = records.node(node);
        add_networkx_id(&mut fields, &node.id);
        let mut element = Map::from_iter([("data".to_owned(), Value::Object(fields))]);
        if let Some([x, y]) = node.position {
            let position = json!({"x": from_f64(x), "y": from_f64(y)});
            element.insert("position".to_owned(), position);
        }
        line(&mut text, index, element);
    }
    text.push_str("\n  ],\n  \"edges\": [");
    let edges = network.edges.iter().filter_map(|edge| records.edge(edge));
    for (index, mut fields) in edges.enumerate() {
        if is_multigraph {
            // Without it networkx takes parallel edges for one.
            fields.insert(KEY_OF_NETWORKX.to_owned(), index.into());
        }
        let element = Map::from_iter([("data".to_owned(), Value::Object(fields))]);
        line(&mut text, index, element);
    }
    text.push_str("\n  ]\n  }\n}\n");
    text.into_bytes()
}

/// Adds the id once more where networkx looks for it. An attribute called so moves aside.
fn add_networkx_id(fields: &mut Map<String, Value>, id: &str) {
    if let Some(own) = fields.insert(ID_OF_NETWORKX.to_owned(), id.into()) {
        add_more(fields, ID_OF_NETWORKX, own);
    }
}
