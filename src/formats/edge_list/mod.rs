//! Edge lists: plain networks, as programs for laying out graphs exchange them.
//!
//! A first line `n m`, then `m` lines `u v` or `u v w`, the ends counted from 0. A weight below 0 is
//! that of a hostile tie. Such a file holds numbered nodes and nothing that makes a map of them.
//!
//! This room knows the model and what all formats have in common; it knows no other format.

mod losses;
mod network;
mod positions;
mod read;
mod write;

pub use network::{EdgeList, MAX_EDGE_NODES, MAX_EDGES};
pub use positions::write_positions;

use super::format::{Format, Reader, Writer};
pub use read::read as read_edge_list;

/// The format of edge lists.
pub static EDGE_LIST: Format = Format {
    name: "Edge list",
    extensions: &["edges"],
    only_read: &[],
    media_types: &[],
    recognise: read::recognise,
    reader: Reader::Network(read::read_network),
    writer: Some(Writer::Map(write::write)),
};
