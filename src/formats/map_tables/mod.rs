//! A map as tables and back: the sheets of a workbook, and delimited text of its ties or its nations.
//!
//! Sheets are written for people: a nation stands there by its name, or by its id where another one has that
//! name. They are read back by their headers, so that rows may be added, moved and changed in a
//! spreadsheet; what isn't a table of a map's own is left to the tables room.

mod attribute_cells;
mod columns;
mod delimited;
mod losses;
mod read;
mod references;
mod sheet;
mod workbook;
mod write;

pub use delimited::{write_nations, write_ties, write_ties_with_tabs};
pub use read::read;
pub use workbook::write_workbook;

#[cfg(test)]
mod tests;
