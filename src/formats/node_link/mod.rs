//! Node-link JSON: the nodes in one list and the edges in another, as networkx, d3 and many others have it.
//!
//! It reads whatever graph there is in a JSON file; what it writes is read by networkx (`node_link_graph`)
//! and by d3 (`forceLink().id(d => d.id)`).

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, Looks, looks_of};
use super::mapping::Holds;

/// The format of node-link JSON.
pub static NODE_LINK: Format = Format {
    name: "JSON (node-link)",
    extensions: &["json", "jsonl", "ndjson"],
    only_read: &["jsonl", "ndjson"],
    media_types: &["application/json"],
    recognise,
    reader: Reader::NetworkOrTables(json_graph::read_any),
    writer: Some(Writer::Network(
        Holds {
            parallel_edges: true,
            mixed_direction: true,
            node_attributes: true,
            edge_attributes: true,
            network_attributes: true,
            positions: true,
        },
        write::write,
    )),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    match (looks_of(file.bytes), NODE_LINK.has_name(file)) {
        (Looks::Other, false) => Certainty::No,
        // The parser says what isn't JSON in it.
        (Looks::Other, true) => Certainty::Possible,
        (Looks::Json | Looks::Elements | Looks::Graph, _) => Certainty::Likely,
    }
}
