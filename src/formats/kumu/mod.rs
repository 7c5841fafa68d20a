//! Kumu JSON: elements and connections, as Kumu imports them.
//!
//! Source: Kumu's guide to importing JSON (docs.kumu.io). It has no place for what is said of a map as a whole,
//! and none for positions.

mod write;

use super::format::{Certainty, Format, InputFile, Reader, Writer};
use super::json_graph::{self, recognise_by_name};
use super::mapping::Holds;

/// The format of Kumu.
pub static KUMU: Format = Format {
    name: "Kumu JSON",
    extensions: &["kumu.json"],
    only_read: &[],
    media_types: &[],
    recognise,
    reader: Reader::Network(json_graph::read),
    writer: Some(Writer::Network(
        Holds { network_attributes: false, positions: false, ..Holds::ALL },
        write::write,
    )),
};

fn recognise(file: &InputFile<'_>) -> Certainty {
    recognise_by_name(file, KUMU.has_name(file))
}
