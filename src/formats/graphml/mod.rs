//! GraphML, as yEd, Gephi, Cytoscape, igraph, networkx and others write it.
//!
//! The format itself knows nodes, edges and keys for data; what the keys mean is each program's own. Known
//! here are the labels, shapes, colours, groups and arrows of yEd, and the keys by which others keep a label, a
//! position, a colour and a weight. The `x` and `y` of Gephi point up, as they do where networks are drawn like
//! diagrams, and are turned over as they are read and written; the geometry of yEd points down, as ours.
//!
//! Edges between more than two nodes aren't made into pairs, which would invent ties: they are listed as lost.
//! A node that lies in another is written beside it, with the other's id as the attribute `parent`, for most
//! programs don't look into nested graphs.
//!
//! Source: *The GraphML File Format*, graphml.graphdrawing.org, and *GraphML in yFiles*, yWorks, 2024.

mod document;
mod hyperedge;
mod keys;
mod meanings;
mod owner;
mod read;
mod write;
mod written_keys;
mod yed;

#[cfg(test)]
mod tests;

use super::format::{Format, Reader, Writer};
use super::mapping::Holds;

/// GraphML.
pub static GRAPHML: Format = Format {
    name: "GraphML",
    extensions: &["graphml", "xml"],
    only_read: &[],
    media_types: &["application/graphml+xml"],
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
