//! The lists that networkx writes as text, which its users have most: adjacency lists and edge lists with values.
//!
//! `write_adjlist` has a node and its neighbours in each line, `a b c`; `write_multiline_adjlist` a node with the
//! number of neighbours that follow, each in a line with its values; `write_edgelist` both ends of an edge and its
//! values, `a b {'weight': 3}`. None of them quotes names, so that networkx itself can't read those with blanks; here
//! they are read where they are nations that are known. Lists of bare pairs are tables (`formats/delimited/`).
//! Source: the module `networkx.readwrite`, version 3.6.

mod adjacency;
mod edges;
mod names;
mod python_dict;
mod recognise;
mod text;

use super::format::{Format, Reader};

/// The format of adjacency lists.
pub static ADJACENCY_LIST: Format = Format {
    name: "Adjacency list",
    extensions: &["adjlist"],
    only_read: &[],
    media_types: &[],
    recognise: recognise::recognise_adjacency,
    reader: Reader::Network(adjacency::read),
    writer: None,
};

/// The format of adjacency lists with a line for each neighbour.
pub static MULTILINE_ADJACENCY_LIST: Format = Format {
    name: "Multiline adjacency list",
    extensions: &["multiline_adjlist"],
    only_read: &[],
    media_types: &[],
    recognise: recognise::recognise_multiline,
    reader: Reader::Network(adjacency::read_multiline),
    writer: None,
};

/// The format of edge lists with values.
pub static EDGE_LIST_WITH_VALUES: Format = Format {
    name: "Edge list with values",
    extensions: &["edgelist"],
    only_read: &[],
    media_types: &[],
    recognise: recognise::recognise_edges,
    reader: Reader::Network(edges::read),
    writer: None,
};
