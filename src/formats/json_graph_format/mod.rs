//! JSON Graph Format: a graph with its nodes in a record by their ids, and what is said of each in its metadata.
//!
//! Source: the specification of JSON Graph Format, version 2 (jsongraphformat.info).

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, recognise_by_name};
use super::mapping::Holds;

/// The format of JSON Graph Format.
pub static JSON_GRAPH_FORMAT: Format = Format {
    name: "JSON Graph Format",
    extensions: &["jgf", "jgf.json"],
    only_read: &[],
    media_types: &["application/vnd.jgf+json"],
    recognise,
    reader: Reader::Network(json_graph::read),
    writer: Some(Writer::Network(Holds::ALL, write::write)),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    recognise_by_name(file, JSON_GRAPH_FORMAT.has_name(file))
}
