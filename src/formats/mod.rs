//! Reads and writes files: bytes to a map and back, with a list of everything that wasn't as expected.
//!
//! This floor is lenient in reading and strict in writing. Of the file system it knows no more than to
//! load one file and to replace one as a whole; it knows no screen and no thread.
//!
//! Each format is a room of its own behind a [`Format`]: it recognises its files, reads them with a list
//! of [`Problem`]s, and writes a map with a list of what it can't keep ([`Loss`]). What formats have in
//! common lies beside the rooms. No format knows another.
//!
//! # To add a format
//!
//! 1. `formats/NAME/mod.rs`: a `pub static NAME: Format`, and what the format is;
//! 2. `formats/NAME/read.rs`: the reader, from bytes to [`Opened`]. Text comes from
//!    `text_encoding.rs`, limits from `limits.rs`; what doesn't fit goes to `problems::Problems`;
//! 3. `formats/NAME/write.rs`: the writer, from a map to [`Written`] with its losses;
//! 4. `formats/registry.rs`: one more line in [`FORMATS`], and what its first bytes are in the test;
//! 5. `formats/mod.rs`: one more `mod` line.
//!
//! Opening by path then works ([`open`] chooses the format); `edge_list` is the smallest room to copy.

mod atomic_write;
mod edge_list;
mod entente;
mod format;
mod limits;
mod open;
mod opened;
mod plain_lines;
mod problems;
mod registry;
pub mod samples;
mod save;
mod text_encoding;
mod written;

pub use atomic_write::{Previous, SaveError, write_atomically};
pub use edge_list::{EDGE_LIST, EdgeList, MAX_EDGE_NODES, MAX_EDGES, write_positions};
pub use entente::{ENTENTE, EXTENSION, FORMAT_ID, VERSION, read, schema, write};
pub use format::{Certainty, Format, InputFile, Reader};
pub use limits::{
    MAX_BYTES, MAX_DEPTH, MAX_KINDS, MAX_NATIONS, MAX_PROBLEMS, MAX_SOURCES, MAX_TEXT,
    MAX_TEXT_NOTES, MAX_TIES, MAX_VALUES,
};
pub use open::{load, open, open_any};
pub use opened::{Content, Opened};
pub use plain_lines::{
    LineRead, LinesRead, MAX_LINE_BYTES, MAX_LINES, Remark, line_words, read_lines,
};
pub use problems::{OpenError, Place, Problem, Severity};
pub use registry::{FORMATS, recognise};
pub use save::save;
pub use written::{Loss, Written};
