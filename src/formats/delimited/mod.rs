//! Delimited text: CSV, TSV and their relatives, as spreadsheets, statistics programs and people write them.
//!
//! What stands between cells is found by looking at the first rows. Rows are numbered as a spreadsheet that
//! opens the file shows them. What the rows and columns mean is the plan's to say (`formats/tables/`).
//!
//! Rows are taken apart here and not by the `csv` crate, for a file is repaired here where a library has to
//! follow a rule: a quote that is never closed doesn't swallow the rest of the file, runs of spaces are one
//! delimiter, and blank rows count.

mod comments;
mod dialect;
mod long_rows;
mod markdown;
mod read;
mod recognise;
mod rows;
mod sniff;

pub use dialect::Delimiter;
pub use read::read_parted_by;

use super::format::{Format, Reader, Writer};
use super::map_tables::{write_nations, write_ties, write_ties_with_tabs};

/// The format of tables of nations alone: text as [`DELIMITED`], known by its name.
pub static NATIONS_CSV: Format = Format {
    name: "Nations as text",
    extensions: &["nations.csv"],
    only_read: &[],
    media_types: &[],
    recognise: recognise::recognise_nations,
    reader: Reader::Tables(read::read),
    writer: Some(Writer::Map(write_nations)),
};

/// The format of text with tabulators between its cells, known by its name.
pub static TAB_SEPARATED: Format = Format {
    name: "Tab-separated text",
    extensions: &["tsv", "tab"],
    only_read: &[],
    media_types: &["text/tab-separated-values"],
    recognise: recognise::recognise_tab_separated,
    reader: Reader::Tables(read::read),
    writer: Some(Writer::Map(write_ties_with_tabs)),
};

/// The format of delimited text.
pub static DELIMITED: Format = Format {
    name: "CSV",
    extensions: &["csv"],
    only_read: &[],
    media_types: &["text/csv"],
    recognise: recognise::recognise,
    reader: Reader::Tables(read::read),
    writer: Some(Writer::Map(write_ties)),
};
