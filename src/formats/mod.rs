//! Readers and writers: bytes to a map and back, with a word on everything that was not as expected.
//!
//! This floor is lenient in reading and strict in writing. It knows the file system no further than
//! to read one file and to replace one whole; it knows no screen and no thread.

mod attributes;
mod decode;
mod edges;
mod file;
mod filter;
mod keys;
mod limits;
mod look;
mod pretty;
mod problem;
mod read;
mod record;
mod report;
pub mod samples;
mod save;
mod ties;
mod tree;
mod words;
mod write;

pub use edges::{EdgeList, MAX_EDGE_NODES, MAX_EDGES, open_edges, read_edges};
pub use file::schema;
pub use limits::{
    MAX_BYTES, MAX_DEPTH, MAX_KINDS, MAX_NATIONS, MAX_PROBLEMS, MAX_SOURCES, MAX_TEXT, MAX_TIES,
    MAX_VALUES,
};
pub use problem::{OpenError, Place, Problem, Severity};
pub use read::{open, read};
pub use save::{Previous, SaveError, save, write_atomically};
pub use write::write;

use crate::model::Map;

/// What the field `format` of a map file says.
pub const FORMAT: &str = "entente-map";
/// The version of the format that is written.
pub const VERSION: &str = "1.2";
/// The version that is written where a map has no filter, and nothing is new since.
const VERSION_WITHOUT_FILTER: &str = "1.1";
/// The newest minor version that is known.
const MINOR: u32 = 2;
/// How the name of a map file ends.
pub const EXTENSION: &str = "entente.json";

/// A map as it was read, and everything that couldn't be taken as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What was kept.
    pub map: Map,
    /// What wasn't as expected, in the order of the file.
    pub problems: Vec<Problem>,
}
