//! Texts that stand for one node in some years and for another in others, as the id of a state does for the one that
//! followed it.

use std::collections::HashMap;

use crate::names::caseless;

/// The nodes of such texts, by the texts in small letters.
#[derive(Default)]
pub struct EndsInYears(HashMap<String, Nodes>);

/// The nodes of a text, each with the first year in which it is meant, the latest first; `None` where two are meant in
/// one year, which decides nothing then.
type Nodes = Option<Vec<(i32, u32)>>;

impl EndsInYears {
    /// Whether there are no such texts.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that a text stands for a node in a year. Later years come first.
    pub fn add(&mut self, text: &str, year: i32, node: u32) {
        let nodes = self.0.entry(caseless(text)).or_insert_with(|| Some(Vec::new()));
        let Some(known) = nodes else { return };
        match known.last_mut() {
            Some((first, last)) if *last == node => *first = year,
            Some((first, _)) if *first <= year => *nodes = None,
            _ => known.push((year, node)),
        }
    }

    /// Forgets the texts that stand for one node in all years.
    pub fn keep_several(&mut self) {
        self.0.retain(|_, nodes| nodes.as_ref().is_some_and(|nodes| nodes.len() > 1));
    }

    /// The node that a text stands for in a year: the one that was there last by then, else the first.
    pub fn find(&self, text: &str, year: i32) -> Option<u32> {
        let nodes = self.0.get(&caseless(text))?.as_ref()?;
        let there = nodes.iter().find(|(first, _)| *first <= year).or(nodes.last());
        there.map(|(_, node)| *node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_decides_where_a_text_stands_for_several() {
        let mut ends = EndsInYears::default();
        for (text, year, node) in [
            ("365", 2000, 1),
            ("365", 1992, 1),
            ("365", 1990, 0),
            ("365", 1960, 0),
            ("Both", 2000, 1),
            ("Both", 2000, 2),
            ("Both", 1990, 3),
            ("2", 2000, 4),
            ("2", 1990, 4),
        ] {
            ends.add(text, year, node);
        }
        ends.keep_several();
        let found = [2001, 1992, 1991, 1970, 1900].map(|year| ends.find("365", year));
        assert_eq!(found, [Some(1), Some(1), Some(0), Some(0), Some(0)]);
        assert_eq!(["both", "2", "x"].map(|text| ends.find(text, 1990)), [None, None, None]);
    }
}
