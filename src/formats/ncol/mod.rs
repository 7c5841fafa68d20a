//! NCOL and LGL, the formats of the Large Graph Layout program: edges by the names of their ends.
//!
//! NCOL has an edge in each line, `a b` or `a b weight`. LGL names the first end once, `# a`, and then the
//! others, each in a line, `b` or `b weight`. Source: the manual of LGL (Adai et al., 2004).

mod read;

use super::format::{Format, Reader};

/// The format of NCOL.
pub static NCOL: Format = Format {
    name: "NCOL",
    extensions: &["ncol"],
    only_read: &[],
    media_types: &[],
    recognise: read::recognise_ncol,
    reader: Reader::Network(read::read_ncol),
    writer: None,
};

/// The format of LGL.
pub static LGL: Format = Format {
    name: "LGL",
    extensions: &["lgl"],
    only_read: &[],
    media_types: &[],
    recognise: read::recognise_lgl,
    reader: Reader::Network(read::read_lgl),
    writer: None,
};
