//! DOT, the language of Graphviz: what its programs read is read, and what is written they draw.
//!
//! Source: “DOT Language” of the Graphviz documentation (2024), and the grammar of its library cgraph.
//! A file of several graphs is read as one network. Clusters become nodes that others lie in.

mod assembly;
mod budget;
mod colors;
mod defaults;
mod edges;
mod finish;
mod label;
mod lexer;
mod merged_edges;
mod names;
mod parser;
mod read;
mod subgraphs;
mod token;
mod values;
mod write;

#[cfg(test)]
mod tests;

use super::format::{Format, Reader, Writer};
use super::mapping::Holds;

/// The format of DOT.
pub static DOT: Format = Format {
    name: "Graphviz DOT",
    extensions: &["dot", "gv"],
    only_read: &[],
    media_types: &["text/vnd.graphviz"],
    recognise: read::recognise,
    reader: Reader::Network(read::read),
    writer: Some(Writer::Network(HOLDS, write::write)),
};

/// It has a place for all of them.
const HOLDS: Holds = Holds {
    parallel_edges: true,
    mixed_direction: true,
    node_attributes: true,
    edge_attributes: true,
    network_attributes: true,
    positions: true,
};
