//! SIF, the simple interaction format of Cytoscape: a node, how it is tied, and to which nodes, in each line.
//!
//! `France allied Russia UK` is two edges, and `Peru` a node alone. Tabulators stand between the texts of a line where
//! there are any in the file, and blanks else. Source: the manual of Cytoscape, “Supported Network File Formats”.

mod read;

use super::format::{Certainty, Format, Reader};

/// The format of SIF, known by its name: its lines look as those of other lists.
pub static SIF: Format = Format {
    name: "Cytoscape SIF",
    extensions: &["sif"],
    only_read: &[],
    media_types: &[],
    recognise: |file| if SIF.has_name(file) { Certainty::Certain } else { Certainty::No },
    reader: Reader::Network(read::read),
    writer: None,
};
