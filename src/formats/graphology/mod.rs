//! Graphology JSON: a graph as the JavaScript library of that name serialises it, which sigma.js draws.
//!
//! Source: the serialization format of Graphology 0.25 (`graph.export`, `Graph.from`).

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, recognise_by_name};
use super::mapping::Holds;

/// The format of Graphology.
pub static GRAPHOLOGY: Format = Format {
    name: "Graphology JSON",
    extensions: &["graphology.json"],
    only_read: &[],
    media_types: &[],
    recognise,
    reader: Reader::Network(json_graph::read),
    writer: Some(Writer::Network(Holds::ALL, write::write)),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    recognise_by_name(file, GRAPHOLOGY.has_name(file))
}
