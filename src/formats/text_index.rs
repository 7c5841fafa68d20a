//! Finds numbers by texts: nodes by their ids, records by their names.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Numbers by texts. The texts lie behind one another in one long one, so that looking up each end of 100,000
/// ties seldom waits for memory; and no file can be made that lets it take long, as the hash is seeded anew in
/// each process.
#[derive(Clone, Debug, Default)]
pub struct TextIndex {
    texts: String,
    entries: HashTable<Entry>,
    hasher: DefaultHashBuilder,
}

/// A text by its place, and its number.
#[derive(Clone, Copy, Debug)]
struct Entry {
    begin: u32,
    end: u32,
    number: u32,
}

impl Entry {
    fn text(self, texts: &str) -> &str {
        texts.get(self.begin as usize..self.end as usize).unwrap_or_default()
    }
}

impl TextIndex {
    /// The number of a text, if it has one.
    pub fn get(&self, text: &str) -> Option<u32> {
        // Some indexes stay empty in most files, and hashing is most of the work.
        if self.is_empty() {
            return None;
        }
        let hash = self.hasher.hash_one(text);
        let found = self.entries.find(hash, |entry| entry.text(&self.texts) == text);
        found.map(|entry| entry.number)
    }

    /// Whether a text has a number.
    pub fn contains(&self, text: &str) -> bool {
        self.get(text).is_some()
    }

    /// Gives a text a number, unless it has one.
    pub fn add(&mut self, text: &str, number: u32) {
        let Self { texts, entries, hasher } = self;
        let hash = hasher.hash_one(text);
        let (Ok(begin), Ok(end)) = (texts.len().try_into(), (texts.len() + text.len()).try_into())
        else {
            // More text than any file may have that is read.
            return;
        };
        let is_it = |entry: &Entry| entry.text(texts) == text;
        let hash_of = |entry: &Entry| hasher.hash_one(entry.text(texts));
        if let hashbrown::hash_table::Entry::Vacant(place) = entries.entry(hash, is_it, hash_of) {
            place.insert(Entry { begin, end, number });
            texts.push_str(text);
        }
    }

    /// Whether no text has a number.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_first_number() {
        let mut index = TextIndex::default();
        assert!(index.is_empty());
        for (number, text) in [(1, "a"), (2, "b"), (3, ""), (4, "a"), (5, "é"), (6, "ab")] {
            index.add(text, number);
        }
        let found = ["a", "b", "", "é", "ab", "bé"].map(|text| index.get(text));
        assert_eq!(found, [Some(1), Some(2), Some(3), Some(5), Some(6), None]);
        assert!(index.contains("b") && !index.contains("B"));
    }

    #[test]
    fn thousands_of_texts_are_found() {
        let mut index = TextIndex::default();
        (0..10_000).for_each(|number| index.add(&format!("n{number}"), number));
        let is_found = |number: u32| index.get(&format!("n{number}")) == Some(number);
        assert!((0..10_000).all(is_found) && !index.contains("n10000"));
    }
}
