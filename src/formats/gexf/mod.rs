//! GEXF, the format of Gephi, in its versions 1.0 to 1.3: read in all of them, written as 1.3.
//!
//! Its y axis points up and ours down: positions are turned over as they are read and written, so that a map
//! looks the same in Gephi. Times of nodes and edges become the attributes `start` and `end`; what is
//! drawn larger, thicker or in a shape of its own keeps that as the attributes `size`, `thickness` and
//! `shape`.
//!
//! Source: *GEXF 1.3 Primer* and schema, gexf.net, 2022.

mod document;
mod element_name;
mod elements;
mod owner;
mod read;
mod times;
mod visual;
mod write;
mod written_columns;

#[cfg(test)]
mod tests;

use super::format::{Format, Reader, Writer};
use super::mapping::Holds;

/// The format of Gephi.
pub static GEXF: Format = Format {
    name: "GEXF",
    extensions: &["gexf"],
    only_read: &[],
    media_types: &["application/gexf+xml"],
    recognise: read::recognise,
    reader: Reader::Network(read::read),
    writer: Some(Writer::Network(HOLDS, write::write)),
};

const HOLDS: Holds = Holds {
    parallel_edges: true,
    // The format has a place for it, but networkx refuses files that use it.
    mixed_direction: false,
    node_attributes: true,
    edge_attributes: true,
    network_attributes: true,
    positions: true,
};
