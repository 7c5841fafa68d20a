//! The ids of the records of a list: which record each names, and new ones for records without one.

use std::collections::{HashMap, HashSet};

use super::record::{RecordPath, RecordReader};
use crate::formats::json::Node;
use crate::formats::problems::{Problems, shorten};

/// The ids of the records of a list.
#[derive(Default)]
pub struct IdIndex {
    /// Each id, and the index of its record in the list.
    index: HashMap<String, u32>,
    /// All ids in the file; no new id may be one of these.
    written: HashSet<String>,
    /// For each id that was made unique by a number, the last number used: without it, many records
    /// of one id would take quadratic time.
    numbers: HashMap<String, u32>,
}

/// A sort of records of the map.
#[derive(Clone, Copy)]
pub struct RecordSort {
    /// The field of the map that lists them, a plural.
    pub list: &'static str,
    /// The word for one of them.
    pub singular: &'static str,
    /// Whether an id is optional.
    pub id_optional: bool,
}

pub const KIND: RecordSort = RecordSort { list: "kinds", singular: "kind", id_optional: false };
pub const SOURCE: RecordSort =
    RecordSort { list: "sources", singular: "source", id_optional: false };
pub const NATION: RecordSort =
    RecordSort { list: "nations", singular: "nation", id_optional: false };
pub const TIE: RecordSort = RecordSort { list: "ties", singular: "tie", id_optional: true };
pub const TEXT_NOTE: RecordSort =
    RecordSort { list: "text_notes", singular: "note", id_optional: true };

impl IdIndex {
    /// Starts to read the records of a list, and gives each an id: its own unless an earlier record has
    /// it.
    ///
    /// The second of two records with the same id gets a new one; references to the id mean the first.
    pub fn assign_ids<'a>(
        nodes: Vec<Node<'a>>,
        sort: RecordSort,
        problems: &mut Problems,
    ) -> (Self, Vec<(String, RecordReader<'a>)>) {
        let mut ids = Self::default();
        let records: Vec<RecordReader<'a>> = nodes
            .into_iter()
            .enumerate()
            .filter_map(|(index, node)| {
                RecordReader::open(node, RecordPath::in_list(sort.list, index), problems)
            })
            .collect();
        for record in &records {
            ids.written.extend(record.peek_text("id").map(str::to_owned));
        }
        let mut identified = Vec::with_capacity(records.len());
        for (index, mut record) in records.into_iter().enumerate() {
            let own = record.text_at("id", problems).filter(|(_, id)| !id.is_empty());
            let key = match own {
                Some((_, id)) if !ids.index.contains_key(&id) => id,
                Some((at, id)) => ids.replace_duplicate(&id, at, &record, sort, problems),
                None => ids.make_id(index, &record, sort, problems),
            };
            ids.index.insert(key.clone(), index as u32);
            identified.push((key, record));
        }
        (ids, identified)
    }

    fn replace_duplicate(
        &mut self,
        id: &str,
        at: u32,
        record: &RecordReader<'_>,
        sort: RecordSort,
        problems: &mut Problems,
    ) -> String {
        let new_id = self.unused_id(id);
        problems.warn(
            at,
            record.path.field("id"),
            format!("gives the id “{}” to a second {}", shorten(id), sort.singular),
            format!("This one was given the id “{}”.", shorten(&new_id)),
            format!("Give each {} an id of its own.", sort.singular),
        );
        new_id
    }

    fn make_id(
        &mut self,
        index: usize,
        record: &RecordReader<'_>,
        sort: RecordSort,
        problems: &mut Problems,
    ) -> String {
        if sort.id_optional {
            let numbered = || format!("{}-{}", sort.singular, index + 1);
            return self.unused_id(&tie_id(record).unwrap_or_else(numbered));
        }
        let new_id = self.unused_id(&format!("{}-{}", sort.singular, index + 1));
        problems.warn(
            record.at,
            record.path.to_text(),
            format!("has a {} without an “id”", sort.singular),
            format!("It was given the id “{new_id}”."),
            "Give it a short text of its own, by which others can name it.",
        );
        new_id
    }

    /// An id that no record has and that isn't in the file: `wish`, or `wish` with a number.
    fn unused_id(&mut self, wish: &str) -> String {
        if !self.index.contains_key(wish) && !self.written.contains(wish) {
            return wish.to_owned();
        }
        let number = self.numbers.entry(wish.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let key = format!("{wish}-{number}");
            if !self.index.contains_key(&key) && !self.written.contains(&key) {
                return key;
            }
        }
    }

    /// The index in the list of the record with an id.
    pub fn get(&self, id: &str) -> Option<u32> {
        self.index.get(id).copied()
    }

    /// Adds a record.
    pub fn insert(&mut self, key: String, index: u32) {
        self.index.insert(key, index);
    }

    /// All ids, in no particular order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }
}

/// The preferred id of a tie without one: its ends and its kind.
fn tie_id(record: &RecordReader<'_>) -> Option<String> {
    let from = record.peek_text("from")?;
    let to = record.peek_text("to")?;
    let kind = record.peek_text("kind")?;
    Some(format!("{from}-{to}-{kind}"))
}
