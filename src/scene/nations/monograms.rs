//! The letters in the marks of nations without flags: short, and different from one another.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation as _;

use crate::model::{Map, Nation};
use crate::scene::text;

/// The letters of each nation for which they are wanted, in the order of the map; empty for the others.
///
/// No two are the same, whatever their case. A nation takes the first of its possible letters that none
/// before it in the map has taken: one that is added takes letters from nobody.
pub(super) fn monograms(map: &Map, is_wanted: impl Fn(usize, &Nation) -> bool) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let letters = |(index, (_, nation)): (usize, (_, &Nation))| {
        if !is_wanted(index, nation) {
            return String::new();
        }
        let own = candidates(nation).into_iter().find(|letters| taken.insert(key(letters)));
        own.unwrap_or_else(|| {
            let usual = monogram(nation);
            let number = numbers.entry(key(&usual)).or_insert(1);
            loop {
                *number += 1;
                let letters = format!("{usual}{number}");
                if usual.is_empty() || taken.insert(key(&letters)) {
                    return if usual.is_empty() { usual } else { letters };
                }
            }
        })
    };
    map.nations().iter().enumerate().map(letters).collect()
}

fn key(letters: &str) -> String {
    letters.to_lowercase()
}

/// The letters that a nation may take, the most telling first: its usual ones, its first letter with any
/// other of its name, then with any two.
fn candidates(nation: &Nation) -> Vec<String> {
    /// The number of letters of a name that are looked at.
    const MAX_LETTERS: usize = 12;
    let usual = monogram(nation);
    if usual.is_empty() {
        return Vec::new();
    }
    let name = text::clean(&nation.name);
    let is_letter = |letter: &&str| letter.chars().all(char::is_alphanumeric);
    let letters: Vec<&str> = name.graphemes(true).filter(is_letter).take(MAX_LETTERS).collect();
    let Some((first, others)) = letters.split_first() else { return vec![usual] };
    let with_one = others.iter().map(|second| format!("{first}{second}"));
    let pairs = others.iter().enumerate().flat_map(|(index, second)| {
        others[index + 1..].iter().map(move |third| format!("{first}{second}{third}"))
    });
    std::iter::once(usual).chain(with_one).chain(pairs).collect()
}

/// Up to four letters for a nation: a short name in capitals as a whole (NATO), the initials of several
/// words, or the first two letters.
fn monogram(nation: &Nation) -> String {
    let name = text::clean(&nation.name);
    if name.chars().count() <= 4 && name.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
        return name;
    }
    let is_capitalised = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words = name.split([' ', '-', '–']).filter(is_capitalised);
    let initials: String = words.filter_map(|word| word.chars().next()).take(3).collect();
    if initials.chars().count() > 1 { initials } else { name.graphemes(true).take(2).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monograms_are_short_and_telling() {
        let of = |name: &str| monogram(&Nation { name: name.to_owned(), ..Nation::default() });
        assert_eq!(of("NATO"), "NATO");
        assert_eq!(of("Triple Entente"), "TE");
        assert_eq!(of("Association of Southeast Asian Nations"), "ASA");
        assert_eq!(of("Gaveve"), "Ga");
        assert_eq!(of(""), "");
    }

    #[test]
    fn letters_are_the_nations_own() {
        let of = |name: &str| candidates(&Nation { name: name.to_owned(), ..Nation::default() });
        assert_eq!(of("Gama"), ["Ga", "Ga", "Gm", "Ga", "Gam", "Gaa", "Gma"]);
        assert_eq!(of("日本国")[0], "日本");
        assert!(of("").is_empty());
        assert_eq!(of("-"), ["-"]);
    }
}
