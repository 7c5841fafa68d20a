//! Cytoscape.js JSON: elements with `data` and a position, as Cytoscape.js and Cytoscape have them.

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, Looks, looks_of};
use super::mapping::Holds;

/// The format of Cytoscape.js JSON.
pub static CYTOSCAPE: Format = Format {
    name: "Cytoscape.js JSON",
    extensions: &["cyjs"],
    media_types: &[],
    recognise,
    reader: Reader::Network(json_graph::read),
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
    match (looks_of(file.bytes), CYTOSCAPE.has_name(file)) {
        (Looks::Other, _) => Certainty::No,
        (_, true) => Certainty::Certain,
        (Looks::Elements, false) => Certainty::Likely,
        (Looks::Graph | Looks::Json, false) => Certainty::No,
    }
}
