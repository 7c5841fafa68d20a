//! The ids of the records of one sort: which record each names, and new ones for those that have
//! none of their own.

use std::collections::{HashMap, HashSet};

use super::record::{Path, Record};
use super::report::Report;
use super::tree::{Node, shorten};

/// The ids of one sort of record.
#[derive(Default)]
pub(super) struct Keys {
    /// Each id and its record's place in the list.
    index: HashMap<String, u32>,
    /// Ids that stand in the file, which no made-up id may take.
    written: HashSet<String>,
    /// The last number given to an id that was made up, so that many of one name stay fast.
    numbers: HashMap<String, u32>,
}

/// What a sort of record is called.
#[derive(Clone, Copy)]
pub(super) struct Sort {
    /// The field of the map that lists them.
    pub(super) list: &'static str,
    /// One of them.
    pub(super) one: &'static str,
    /// Whether a record of the sort may go without an id.
    pub(super) id_optional: bool,
}

pub(super) const KIND: Sort = Sort { list: "kinds", one: "kind", id_optional: false };
pub(super) const SOURCE: Sort = Sort { list: "sources", one: "source", id_optional: false };
pub(super) const NATION: Sort = Sort { list: "nations", one: "nation", id_optional: false };
pub(super) const TIE: Sort = Sort { list: "ties", one: "tie", id_optional: true };

impl Keys {
    /// Opens the records of a list and gives each an id: its own where no earlier one has it.
    ///
    /// The second of two records with one id is kept under a new one; whatever names the id means
    /// the first.
    pub(super) fn identify<'a>(
        nodes: Vec<Node<'a>>,
        sort: Sort,
        report: &mut Report,
    ) -> (Self, Vec<(String, Record<'a>)>) {
        let mut keys = Self::default();
        let records: Vec<Record<'a>> = nodes
            .into_iter()
            .enumerate()
            .filter_map(|(index, node)| Record::open(node, Path::of(sort.list, index), report))
            .collect();
        for record in &records {
            keys.written.extend(record.peek_text("id").map(str::to_owned));
        }
        let mut identified = Vec::with_capacity(records.len());
        for (index, mut record) in records.into_iter().enumerate() {
            let own = record.text_at("id", report).filter(|(_, id)| !id.is_empty());
            let key = match own {
                Some((_, id)) if !keys.index.contains_key(&id) => id,
                Some((at, id)) => keys.instead_of(&id, at, &record, sort, report),
                None => keys.for_nameless(index, &record, sort, report),
            };
            keys.index.insert(key.clone(), index as u32);
            identified.push((key, record));
        }
        (keys, identified)
    }

    fn instead_of(
        &mut self,
        id: &str,
        at: u32,
        record: &Record<'_>,
        sort: Sort,
        report: &mut Report,
    ) -> String {
        let fresh = self.fresh(id);
        report.warn(
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
        record: &Record<'_>,
        sort: Sort,
        report: &mut Report,
    ) -> String {
        if sort.id_optional {
            return self.fresh(&tie_key(record).unwrap_or_else(|| format!("tie-{}", index + 1)));
        }
        let fresh = self.fresh(&format!("{}-{}", sort.one, index + 1));
        report.warn(
            record.at,
            record.path.whole(),
            format!("has a {} without an “id”", sort.one),
            format!("It was given the id “{fresh}”."),
            "Give it a short text of its own, by which others can name it.",
        );
        fresh
    }

    /// An id that no record has, nor claims in the file: the wish, or the wish with a number.
    pub(super) fn fresh(&mut self, wish: &str) -> String {
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
    pub(super) fn get(&self, id: &str) -> Option<u32> {
        self.index.get(id).copied()
    }

    /// Notes one more record.
    pub(super) fn insert(&mut self, key: String, index: u32) {
        self.index.insert(key, index);
    }

    /// All ids, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }
}

/// The id a tie without one would like: its ends and its kind.
fn tie_key(record: &Record<'_>) -> Option<String> {
    let from = record.peek_text("from")?;
    let to = record.peek_text("to")?;
    let kind = record.peek_text("kind")?;
    Some(format!("{from}-{to}-{kind}"))
}
