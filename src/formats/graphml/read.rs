//! Reads GraphML.

use super::document::Document;
use crate::formats::format::{Certainty, InputFile};
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::xml::{has_root_of, read_document};

/// A file is GraphML by its root element, or by its name where it has none that can be seen; many other files
/// are called `.xml`.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    match has_root_of::<Document>(file) {
        true => Certainty::Certain,
        false if file.name.to_lowercase().ends_with(".graphml") => Certainty::Possible,
        false => Certainty::No,
    }
}

/// Reads a file.
///
/// # Errors
/// When it isn't GraphML, isn't well-formed XML, or holds more than is read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    read_document::<Document>(file, progress)
}
