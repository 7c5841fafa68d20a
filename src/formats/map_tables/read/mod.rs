//! Reads a map from its tables. Rows that can't be kept are remarked on, each with its cell.

mod nations;
mod records;
mod rows;
mod ties;
mod values;

use std::sync::Arc;

use super::columns::{EVIDENCE, KINDS, MAP, MEMBERSHIPS, NATIONS, NOTES, SOURCES, TIES};
use super::references::Finder;
use crate::formats::opened::Opened;
use crate::formats::problems::{Origin, Remarks, Spot};
use crate::formats::tables::Table;
use crate::model::{Filter, Kind, Look, Map, Nation, Source, TextNote, Tie};
use rows::Rows;

/// The map that tables are, if they are sheets that a map was written to: nations or ties, with or without the
/// others. `None` for any other tables.
pub fn read(tables: &[Table]) -> Option<Opened> {
    // A workbook has several sheets; text with commas is one table.
    let is_delimited = !tables.iter().any(|table| table.name == MAP.0);
    let sheet = |(_, columns): (&str, &'static [&'static str])| {
        let all = tables.iter().enumerate();
        all.filter_map(move |(index, table)| Rows::of(table, index, columns, is_delimited)).next()
    };
    let (nations, ties) = (sheet(NATIONS), sheet(TIES));
    if nations.is_none() && ties.is_none() {
        return None;
    }
    let mut parts = Parts::default();
    sheet(KINDS).iter().for_each(|rows| parts.read_kinds(rows));
    sheet(SOURCES).iter().for_each(|rows| parts.read_sources(rows));
    nations.iter().for_each(|rows| parts.read_nations(rows));
    parts.knows_nations = nations.is_some();
    sheet(MEMBERSHIPS).iter().for_each(|rows| parts.read_memberships(rows));
    ties.iter().for_each(|rows| parts.read_ties(rows));
    sheet(EVIDENCE).iter().for_each(|rows| parts.read_evidence(rows));
    sheet(NOTES).iter().for_each(|rows| parts.read_notes(rows));
    sheet(MAP).iter().for_each(|rows| parts.read_heading(rows));
    parts.remark_on_other_tables(tables);
    let origin = Origin::Tables(tables.iter().map(|table| table.name.clone()).collect());
    let problems = parts.remarks.to_problems(&origin);
    Some(Opened { map: parts.into_map(), problems })
}

/// The parts of the map that is being read.
#[derive(Default)]
struct Parts {
    remarks: Remarks,
    heading: crate::model::Heading,
    kinds: Vec<Kind>,
    kind_names: Finder,
    sources: Vec<Source>,
    source_names: Finder,
    nations: Vec<Nation>,
    nation_names: Finder,
    /// Whether there is a sheet of nations, in which all should stand.
    knows_nations: bool,
    ties: Vec<Arc<Tie>>,
    /// The rows of ties by their ids.
    tie_ids: Finder,
    /// Of each row of a tie its number, if it was kept.
    tie_numbers: Vec<Option<u32>>,
    notes: Vec<TextNote>,
}

impl Parts {
    fn remark_on_other_tables(&mut self, tables: &[Table]) {
        let all = [NATIONS, TIES, KINDS, SOURCES, MEMBERSHIPS, EVIDENCE, NOTES, MAP];
        for (index, table) in tables.iter().enumerate() {
            let is_own = |(_, columns): &(&str, &'static [&'static str])| {
                Rows::of(table, index, columns, false).is_some()
            };
            let is_empty = rows::header(table).all(str::is_empty);
            if !is_empty && !all.iter().any(is_own) {
                self.remarks.lose(
                    Spot { line: 0, column: 0, table: index as u16 },
                    &table.name,
                    "isn't one of the sheets of a map",
                    "It was left out.",
                    "Give it the headers of one of the sheets, or open it as a file of its own.",
                );
            }
        }
    }

    fn into_map(self) -> Map {
        let (look, filter) = (Look::default(), Filter::default());
        let Self { heading, kinds, sources, nations, ties, notes, .. } = self;
        let kinds =
            if kinds.is_empty() && ties.is_empty() { Kind::standard().to_vec() } else { kinds };
        Map::from_parts(heading, look, filter, kinds, sources, nations, ties).with_text_notes(notes)
    }
}
