//! GML, the Graph Modelling Language of Michael Himsolt (1996), as networkx, igraph, yEd, Gephi, Graphviz and
//! OGDF write it.
//!
//! Lists nest: `graph [ node [ id 1 label "a" ] edge [ source 1 target 1 ] ]`. What these programs refuse, a
//! repeated or missing end, an id that two nodes have, is refused here too, with its place; what only
//! some of them write, such as ids that are words or bare quotation marks inside texts, is read.

mod column_keys;
mod entities;
mod read;
mod records;
mod scanner;
#[cfg(test)]
mod tests;
mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::mapping::Holds;

/// The format GML.
pub static GML: Format = Format {
    name: "GML",
    extensions: &["gml"],
    only_read: &[],
    media_types: &["text/x-gml"],
    recognise,
    reader: Reader::Network(read::read),
    writer: Some(Writer::Network(
        Holds {
            parallel_edges: true,
            mixed_direction: false,
            node_attributes: true,
            edge_attributes: true,
            network_attributes: true,
            positions: true,
        },
        write::write,
    )),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    match (scanner::begins_graph(file.bytes), GML.has_name(file)) {
        (true, _) => Certainty::Likely,
        (false, true) => Certainty::Possible,
        (false, false) => Certainty::No,
    }
}
