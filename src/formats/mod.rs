//! Reads and writes files: bytes to a map and back, with a list of everything that wasn't as expected.
//!
//! This floor is lenient in reading and strict in writing. Of the file system it knows no more than to
//! load one file and to replace one as a whole; it knows no screen and no thread.
//!
//! Each format is a room of its own behind a [`Format`]: it recognises its files and reads them. What
//! isn't Entente's own becomes a neutral [`Network`], or tables of which a [`TablePlan`] makes one;
//! `mapping` makes a map of that by [`Choices`], and the other way round for the writers, with a list of
//! what a format can't keep ([`Loss`]). What formats have in common lies beside the rooms. No format knows
//! another.
//!
//! # To add a format
//!
//! 1. `formats/NAME/mod.rs`: a `pub static NAME: Format`, and what the format is;
//! 2. `formats/NAME/read.rs`: the reader, from bytes to a [`Network`]. Text comes from
//!    `text_encoding.rs`, limits from `limits.rs`; what doesn't fit goes to its [`Remarks`];
//! 3. `formats/NAME/write.rs`: the writer, from a network to bytes;
//! 4. `formats/registry.rs`: one more line in [`FORMATS`], which feeds dialogs, help, README and desktop
//!    files, and what its first bytes are in the test;
//! 5. `formats/mod.rs`: one more `mod` line.
//!
//! `edge_list` is the smallest room to copy.

mod atomic_write;
mod caught_panics;
mod cypher_path;
mod cytoscape;
mod delimited;
mod dot;
mod edge_list;
mod entente;
mod file_attributes;
mod file_version;
mod format;
mod gexf;
mod gml;
mod graphml;
mod graphology;
mod gxl;
mod import;
mod json;
mod json_graph;
mod json_graph_format;
mod known_texts;
mod kumu;
mod left_over;
mod limits;
mod lines;
mod load;
mod map_tables;
mod mapping;
mod name_lists;
mod ncol;
mod network;
mod networkx_lists;
mod node_link;
mod open;
mod opened;
mod pajek;
mod plain_lines;
mod problems;
mod progress;
mod registry;
mod runs_of_years;
pub mod samples;
mod save;
mod sif;
mod tables;
mod tag_list;
mod text_bounds;
mod text_encoding;
mod text_index;
mod vocabulary;
mod workbook;
mod written;
mod xml;
mod year_of_names;

pub use atomic_write::{Previous, SaveError, write_atomically};
pub use caught_panics::{be_silent_on_caught_panics, is_caught};
pub use cytoscape::CYTOSCAPE;
pub use delimited::{DELIMITED, Delimiter, NATIONS_CSV, TAB_SEPARATED};
pub use dot::DOT;
pub use edge_list::{
    EDGE_LIST, EdgeList, MAX_EDGE_NODES, MAX_EDGES, read_edge_list, write_positions,
};
pub use entente::{ENTENTE, EXTENSION, FORMAT_ID, VERSION, read, schema, write};
pub use file_version::{FileFound, FileVersion};
pub use format::{Certainty, Format, InputFile, Reader, Writer};
pub use gml::GML;
pub use graphology::GRAPHOLOGY;
pub use import::{
    FileRead, Import, ImportContent, ImportReport, ImportSource, ReadAs, ReportGroup, ReportPlace,
    failure_report,
};
pub use json_graph_format::JSON_GRAPH_FORMAT;
pub use kumu::KUMU;
pub use limits::{
    MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_DEPTH, MAX_EDGES_READ, MAX_KINDS, MAX_NATIONS,
    MAX_NODES_READ, MAX_PROBLEMS, MAX_SOURCES, MAX_TEXT, MAX_TEXT_NOTES, MAX_TIES, MAX_VALUES,
    too_many,
};
pub use load::load;
pub use map_tables::{
    read as read_map_tables, write_nations, write_ties, write_ties_with_tabs, write_workbook,
};
pub use mapping::{
    Choices, DateOrder, Directions, Duplicates, EdgeRole, Holds, Imported, JoinedYears, KindChoice,
    NodeRole, Question, from_map, guess, to_map,
};
pub use ncol::{LGL, NCOL};
pub use network::{ColumnId, Columns, Edge, EdgeAttributes, Held, Network, NetworkBuilder, Node};
pub use networkx_lists::{ADJACENCY_LIST, EDGE_LIST_WITH_VALUES, MULTILINE_ADJACENCY_LIST};
pub use node_link::NODE_LINK;
pub use open::{open, open_for_layout};
pub use opened::{Content, MapOrEdgeList, Opened};
pub use pajek::PAJEK;
pub use plain_lines::{
    LineRead, LinesRead, MAX_LINE_BYTES, MAX_LINES, PLAIN_LINES, Remark, UNSAID, as_lines,
    line_words, read_lines,
};
pub use problems::{
    Found, Group, MAX_EXAMPLES, OpenError, Origin, Place, Problem, Remarks, Severity, Spot,
    column_letters, nearest_name,
};
pub use progress::Progress;
pub use registry::{FORMATS, recognise};
pub use save::{NotSaved, Replaces, save};
pub use sif::SIF;
pub use tables::{
    ColumnPlan, ColumnUse, RowFilter, Separator, SheetPlan, Table, TableContent, TablePlan,
    ValueType, header_key, header_signature, network,
};
pub use text_encoding::TextEncoding;
pub use vocabulary::{capitalised, kind_words};
pub use workbook::WORKBOOK;
pub use written::{Loss, Written};
