//! The ids of the records of one sort: which record each names, and new ones for those that have
//! none of their own.

use std::collections::{HashMap, HashSet};

use super::record::{RecordPath, RecordReader};
use crate::formats::entente::json::Node;
use crate::formats::problems::{Problems, shorten};

/// The ids of one sort of record.
#[derive(Default)]
pub struct IdIndex {
    /// Each id and its record's place in the list.
    index: HashMap<String, u32>,
    /// Ids that stand in the file, which no made-up id may take.
    written: HashSet<String>,
    /// The last number given to an id that was made up, so that many of one name stay fast.
    numbers: HashMap<String, u32>,
}

/// What a sort of record is called.
#[derive(Clone, Copy)]
pub struct RecordSort {
    /// The field of the map that lists them.
    pub list: &'static str,
    /// One of them.
    pub one: &'static str,
    /// Whether a record of the sort may go without an id.
    pub id_optional: bool,
}

pub const KIND: RecordSort = RecordSort { list: "kinds", one: "kind", id_optional: false };
pub const SOURCE: RecordSort = RecordSort { list: "sources", one: "source", id_optional: false };
pub const NATION: RecordSort = RecordSort { list: "nations", one: "nation", id_optional: false };
pub const TIE: RecordSort = RecordSort { list: "ties", one: "tie", id_optional: true };

impl IdIndex {
    /// Opens the records of a list and gives each an id: its own where no earlier one has it.
    ///
    /// The second of two records with one id is kept under a new one; whatever names the id means
    /// the first.
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
                Some((at, id)) => ids.instead_of(&id, at, &record, sort, problems),
                None => ids.for_nameless(index, &record, sort, problems),
            };
            ids.index.insert(key.clone(), index as u32);
            identified.push((key, record));
        }
        (ids, identified)
    }

    fn instead_of(
        &mut self,
        id: &str,
        at: u32,
        record: &RecordReader<'_>,
        sort: RecordSort,
        problems: &mut Problems,
    ) -> String {
        let fresh = self.fresh(id);
        problems.warn(
            at,
            record.path.field("id"),
            format!("gives the id “{}” to a second {}", shorten(id), sort.one),
            format!("This one was given the id “{}”.", shorten(&fresh)),
            format!("Give each {} an id of its own.", sort.one),
        );
        fresh
    }

    fn for_nameless(
        &mut self,
        index: usize,
        record: &RecordReader<'_>,
        sort: RecordSort,
        problems: &mut Problems,
    ) -> String {
        if sort.id_optional {
            return self.fresh(&tie_key(record).unwrap_or_else(|| format!("tie-{}", index + 1)));
        }
        let fresh = self.fresh(&format!("{}-{}", sort.one, index + 1));
        problems.warn(
            record.at,
            record.path.to_text(),
            format!("has a {} without an “id”", sort.one),
            format!("It was given the id “{fresh}”."),
            "Give it a short text of its own, by which others can name it.",
        );
        fresh
    }

    /// An id that no record has, nor claims in the file: the wish, or the wish with a number.
    pub fn fresh(&mut self, wish: &str) -> String {
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

    /// Where in the list the record of an id stands.
    pub fn get(&self, id: &str) -> Option<u32> {
        self.index.get(id).copied()
    }

    /// Notes one more record.
    pub fn insert(&mut self, key: String, index: u32) {
        self.index.insert(key, index);
    }

    /// All ids, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }
}

/// The id a tie without one would like: its ends and its kind.
fn tie_key(record: &RecordReader<'_>) -> Option<String> {
    let from = record.peek_text("from")?;
    let to = record.peek_text("to")?;
    let kind = record.peek_text("kind")?;
    Some(format!("{from}-{to}-{kind}"))
}
