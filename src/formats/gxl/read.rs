//! Reads GXL.

use super::document::Document;
use crate::formats::format::{Certainty, InputFile};
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::xml::{has_root_of, read_document};

/// A file is GXL by its root element, or by its name where it has none that can be seen.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    match has_root_of::<Document>(file) {
        true => Certainty::Certain,
        false if super::GXL.has_name(file) => Certainty::Possible,
        false => Certainty::No,
    }
}

/// Reads a file.
///
/// # Errors
/// When it isn't GXL, isn't well-formed XML, or holds more than is read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    read_document::<Document>(file, progress)
}
