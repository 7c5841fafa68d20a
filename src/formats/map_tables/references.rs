//! By which text a table names a record: by its name, or by its id where the name may mean another one.

use std::collections::{HashMap, HashSet};

use crate::formats::text_index::TextIndex;

/// The texts that name records.
pub struct Names<'m> {
    ids: HashSet<&'m str>,
    counts: HashMap<&'m str, usize>,
}

impl<'m> Names<'m> {
    /// Of records with these ids and names.
    pub fn of(records: impl Iterator<Item = (&'m str, &'m str)>) -> Self {
        let mut names = Self { ids: HashSet::new(), counts: HashMap::new() };
        for (id, name) in records {
            names.ids.insert(id);
            *names.counts.entry(name).or_default() += 1;
        }
        names
    }

    /// The text that names a record.
    pub fn text(&self, id: &str, name: &str) -> String {
        let is_alone = self.counts.get(name) == Some(&1);
        let is_no_other_id = name == id || !self.ids.contains(name);
        let is_readable = !name.is_empty() && name.trim().len() == name.len();
        if is_alone && is_no_other_id && is_readable { name } else { id }.to_owned()
    }
}

/// Finds records by the texts that name them: by id, else by name.
#[derive(Debug, Default)]
pub struct Finder {
    by_id: TextIndex,
    by_name: TextIndex,
    /// The number that the next record of an id that is taken may have.
    repeats: HashMap<String, u32>,
}

impl Finder {
    /// Adds a record. Of records with one id or name, the first is found.
    pub fn add(&mut self, id: &str, name: &str, number: u32) {
        self.by_id.add(id, number);
        if id != name {
            self.by_name.add(name, number);
        }
    }

    /// The number of the record that a text names.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.by_id.get(text).or_else(|| self.by_name.get(text))
    }

    /// An id that no record has: the one that is wanted, or that one with a number.
    pub fn free_id(&mut self, wanted: &str) -> String {
        if !self.has_id(wanted) {
            return wanted.to_owned();
        }
        let next = self.repeats.entry(wanted.to_owned()).or_insert(2);
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if !self.by_id.contains(&id) {
                return id;
            }
        }
    }

    /// Whether a record has that id.
    fn has_id(&self, id: &str) -> bool {
        self.by_id.contains(id)
    }
}
