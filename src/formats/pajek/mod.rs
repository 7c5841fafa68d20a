//! Pajek: networks (`.net`) and projects (`.paj`).
//!
//! Source: “Pajek – Reference Manual” (Mrvar, Batagelj, 2018), and what igraph and networkx read of it.
//! What a network of several relations calls them is the column `kind` of its edges; times become the
//! columns `start` and `end`; partitions and vectors become columns of the nodes. What it has no place for
//! stands in comments of ours (see `notes.rs`).

mod colors;
mod fields;
mod finish;
mod notes;
mod read;
mod section;
mod times;
mod words;
mod write;

#[cfg(test)]
mod tests;

use super::format::{Format, Reader, Writer};
use super::mapping::Holds;

/// The format of Pajek.
pub static PAJEK: Format = Format {
    name: "Pajek",
    extensions: &["net", "paj"],
    only_read: &["paj"],
    media_types: &[],
    recognise: read::recognise,
    reader: Reader::Network(read::read),
    writer: Some(Writer::Network(HOLDS, write::write)),
};

/// Much of it in comments.
const HOLDS: Holds = Holds {
    parallel_edges: true,
    mixed_direction: true,
    node_attributes: true,
    edge_attributes: true,
    network_attributes: true,
    positions: true,
};
