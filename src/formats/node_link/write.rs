//! Writes node-link JSON.

use crate::formats::json::number::from_f64;
use crate::formats::json_graph::{Records, all_directed, line, network_attributes};
use crate::formats::network::Network;

/// The file of a network.
pub fn write(network: &Network) -> Vec<u8> {
    let records = Records::new(network);
    let mut text = format!(
        "{{\n  \"directed\": {},\n  \"multigraph\": {},\n  \"graph\": {},\n  \"nodes\": [",
        all_directed(network),
        network.has_parallel_edges(),
        network_attributes(network)
    );
    for (index, node) in network.nodes.iter().enumerate() {
        let mut fields = records.node(node);
        if let Some([x, y]) = node.position {
            fields.insert("x".to_owned(), from_f64(x).into());
            fields.insert("y".to_owned(), from_f64(y).into());
        }
        line(&mut text, index, fields);
    }
    text.push_str("\n  ],\n  \"edges\": [");
    for (index, fields) in network.edges.iter().filter_map(|edge| records.edge(edge)).enumerate() {
        line(&mut text, index, fields);
    }
    text.push_str("\n  ]\n}\n");
    text.into_bytes()
}
