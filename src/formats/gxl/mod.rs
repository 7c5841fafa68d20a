//! GXL, the Graph eXchange Language, as `gv2gxl` of Graphviz and tools of software engineering write it. It is
//! only read.
//!
//! Source: *GXL 1.0 document type definition*, gupro.de/GXL, 2001.

mod document;
mod read;

#[cfg(test)]
mod tests;

use super::format::{Format, Reader};

/// GXL.
pub static GXL: Format = Format {
    name: "GXL",
    extensions: &["gxl"],
    only_read: &[],
    media_types: &[],
    recognise: read::recognise,
    reader: Reader::Network(read::read),
    writer: None,
};
