//! What differs between two maps that are merged, in words.

use super::{Difference, Merge, Merged};
use crate::model::{End, Map};

impl Merge {
    /// A sentence for each field that differs: `Japan, notes: “a” stays, not “b”`. Both maps are as they were
    /// before merging.
    pub fn differences(&self, map: &Map, other: &Map) -> Vec<String> {
        let mut all: Vec<String> =
            self.heading.iter().map(|one| in_words("The map", one)).collect();
        list(&mut all, &self.nations, |merged| map.end_name(End::Nation(merged.ours)));
        list(&mut all, &self.ties, |merged| other.tie_name(merged.theirs));
        list(&mut all, &self.kinds, |merged| {
            map.kinds().get(merged.ours).map_or_else(String::new, |kind| kind.name.clone())
        });
        list(&mut all, &self.sources, |merged| {
            map.sources().get(merged.ours).map_or_else(String::new, |source| source.title.clone())
        });
        all
    }
}

fn list<I>(all: &mut Vec<String>, records: &[Merged<I>], name: impl Fn(&Merged<I>) -> String) {
    for record in records.iter().filter(|record| !record.differences.is_empty()) {
        let name = name(record);
        all.extend(record.differences.iter().map(|difference| in_words(&name, difference)));
    }
}

fn in_words(name: &str, difference: &Difference) -> String {
    let Difference { field, ours, theirs, is_taken } = difference;
    match (ours.as_str(), is_taken) {
        ("", _) => format!("{name}, {field}: “{theirs}” is filled in"),
        (ours, false) => format!("{name}, {field}: “{ours}” stays, not “{theirs}”"),
        (ours, true) => format!("{name}, {field}: “{theirs}” instead of “{ours}”"),
    }
}
