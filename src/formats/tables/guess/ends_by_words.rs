//! Finds the columns of both ends of a tie by the words in a header.

use std::collections::HashMap;

use super::acting_ends;
use super::end_words::{MARKS, MEMBERS, NUMBERED, ORGANISATIONS, PAIRS, SOURCE, SOURCES, TARGETS};
use crate::formats::vocabulary::header_words::{Words, nations};

/// The columns that name the two ends of a tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndColumns {
    /// Where edges start.
    pub sources: Vec<usize>,
    /// Where they end.
    pub targets: Vec<usize>,
}

/// The letters of both ends that may stand alone.
const LATIN_LETTERS: [(&str, &str); 3] = [("a", "b"), ("o", "d"), ("i", "j")];
/// The most columns of parties.
const MOST_PARTIES: usize = 100;

/// Where each of the keys of a header stands first.
type Places<'k> = HashMap<&'k str, usize>;

fn places(keys: &[String]) -> Places<'_> {
    let mut places = Places::with_capacity(keys.len());
    for (place, key) in keys.iter().enumerate() {
        places.entry(key).or_insert(place);
    }
    places
}

impl EndColumns {
    fn of(from: usize, to: usize) -> Self {
        Self { sources: vec![from], targets: vec![to] }
    }
}

/// The columns of both ends by the keys of a header, if it names them.
pub fn find(keys: &[String]) -> Option<EndColumns> {
    let said = said(keys);
    // “Partner 1” and “Partner 2” are tied to the country before them, where there is one.
    let may_be_partners = said.as_ref().is_none_or(|said| {
        let is_partner = |key: &String| TARGETS.contains(without_number(key)) && key.ends_with('1');
        said.sources.iter().all(|from| keys.get(*from).is_some_and(is_partner))
    });
    let partners = with_partners(keys).filter(|_| may_be_partners);
    let is_before = |partners: &EndColumns| said.is_none() || partners.sources < partners.targets;
    let lettered = || are_letters(keys).then(|| EndColumns::of(0, 1));
    partners.filter(is_before).or(said).or_else(lettered)
}

/// Whether a header begins with nothing but the letters of both ends: `A`, `B`. Where a third follows, they
/// may be anything.
pub fn are_letters(keys: &[String]) -> bool {
    let [first, second, rest @ ..] = keys else { return false };
    let is_third = |(letter, key): (&str, &String)| {
        key.len() == 1 && key.bytes().next() == letter.bytes().next().map(|byte| byte + 1)
    };
    LATIN_LETTERS.iter().any(|marks| {
        *marks == (first.as_str(), second.as_str())
            && !rest.first().is_some_and(|key| is_third((marks.1, key)))
    })
}

/// The columns of a member and of what it belongs to, if a header names them.
pub fn affiliation(keys: &[String]) -> Option<EndColumns> {
    let organisation = keys.iter().position(|key| ORGANISATIONS.contains(key))?;
    let member = MEMBERS.iter().find_map(|word| keys.iter().position(|key| key == word))?;
    (member != organisation)
        .then(|| EndColumns { sources: vec![member], targets: vec![organisation] })
}

/// Whether a header names both ends of a tie so that it can be nothing but a header.
pub fn are_said(keys: &[String]) -> bool {
    said(keys).is_some()
}

/// Whether a header names both ends of a tie, be it by what the one does to the other or in other words.
pub fn are_both_said(keys: &[String]) -> bool {
    let places = places(keys);
    let acts = || acting_ends::find(keys).is_some_and(|(from, _)| !is_done_by(keys, from));
    pair(&places).is_some() || acts() || numbered(keys, &places).is_some() || are_letters(keys)
}

fn is_done_by(keys: &[String], column: usize) -> bool {
    keys.get(column).is_some_and(|key| acting_ends::kind_done_by(key).is_some())
}

fn said(keys: &[String]) -> Option<EndColumns> {
    let places = places(keys);
    pair(&places)
        .or_else(|| acting_ends::find(keys).map(|(from, to)| EndColumns::of(from, to)))
        .or_else(|| numbered(keys, &places))
        .or_else(|| side_by_side(keys))
}

/// Two columns side by side that are called alike by a word for nations: `Country`, `Country`.
fn side_by_side(keys: &[String]) -> Option<EndColumns> {
    const NATIONS: Words = Words(&[nations::COUNTRIES, nations::ISO_CODES, nations::ACTORS]);
    let from = keys.windows(2).position(|pair| pair[0] == pair[1] && NATIONS.contains(&pair[0]))?;
    Some(EndColumns::of(from, from + 1))
}

/// Whether a word alone may name an end.
pub fn is_end_word(key: &str) -> bool {
    let key = without_number(key);
    key == SOURCE
        || SOURCES.contains(key)
        || TARGETS.contains(key)
        || ORGANISATIONS.contains(key)
        || MEMBERS.contains(key)
        || PAIRS.iter().any(|(from, to)| [*from, *to].contains(&key))
}

/// Whether a word alone names an end of a tie, and nobody who belongs to something.
pub fn is_end_of_tie(key: &str) -> bool {
    let key = without_number(key);
    TARGETS.contains(key) || PAIRS.iter().any(|(from, to)| [*from, *to].contains(&key))
}

/// Of `donorcountry`, `donor`: what a header says of a nation.
pub fn without_nation(key: &str) -> Option<&str> {
    const NATIONS: Words = Words(&[nations::COUNTRIES, &["government", "party"]]);
    NATIONS.iter().find_map(|word| key.strip_suffix(word)).filter(|rest| !rest.is_empty())
}

/// Two words that belong together, or the same of nations: `Donor country`, `Recipient country`.
fn pair(places: &Places<'_>) -> Option<EndColumns> {
    let find = |places: &Places<'_>| {
        PAIRS
            .iter()
            .find_map(|(from, to)| Some(EndColumns::of(*places.get(from)?, *places.get(to)?)))
    };
    let of_nations = || {
        let mut bare = Places::new();
        for (key, place) in places {
            if let Some(key) = without_nation(key) {
                // Whichever comes first in the map, the leftmost counts.
                bare.entry(key).and_modify(|own| *own = (*place).min(*own)).or_insert(*place);
            }
        }
        find(&bare)
    };
    find(places).or_else(of_nations)
}

/// Two columns with one name but for a number or letter.
fn numbered(keys: &[String], places: &Places<'_>) -> Option<EndColumns> {
    let marked = |stem: &str, (first, second): (&str, &str)| {
        let place = |mark: &str| places.get(format!("{stem}{mark}").as_str()).copied();
        Some(EndColumns::of(place(first)?, place(second)?))
    };
    NUMBERED
        .iter()
        .find_map(|stem| MARKS.iter().find_map(|marks| marked(stem, *marks)))
        .or_else(|| numbered_inside(keys, places))
}

/// The number inside the name: `actor1countrycode`, `state1name`.
fn numbered_inside(keys: &[String], places: &Places<'_>) -> Option<EndColumns> {
    let ends = keys.iter().enumerate().filter_map(|(from, key)| {
        let (before, after) = key.split_once('1')?;
        let stem = if after.is_empty() { before } else { after };
        let rank = NUMBERED.rank(stem)?;
        let to = places.get(format!("{before}2{after}").as_str())?;
        Some((rank, EndColumns::of(from, *to)))
    });
    ends.min_by_key(|(rank, _)| *rank).map(|(_, ends)| ends)
}

/// A column for the one and columns for its partners: `Country`, `Ally 1`, `Ally 2`.
fn with_partners(keys: &[String]) -> Option<EndColumns> {
    let places = keys.iter().enumerate();
    let is_target = |key: &str| TARGETS.contains(without_number(key));
    let targets: Vec<usize> =
        places.filter(|(_, key)| is_target(key)).map(|(place, _)| place).collect();
    // Where it was read comes last.
    let words = SOURCES.iter().chain([SOURCE]);
    let find = |word: &str| keys.iter().position(|key| key == word);
    let source = words.filter_map(find).find(|place| !targets.contains(place))?;
    (!targets.is_empty()).then(|| EndColumns { sources: vec![source], targets })
}

/// Whether these keys are of a nation and of its partners, and not of both ends of a tie.
pub fn are_partners(sources: &[String], targets: &[String]) -> bool {
    let all: Vec<String> = sources.iter().chain(targets).cloned().collect();
    let is_partner = |key: &String| TARGETS.contains(without_number(key));
    sources.len() == 1 && !targets.is_empty() && targets.iter().all(is_partner) && !are_said(&all)
}

/// The columns of all parties, where more than two are called as both ends are: `State A`, `State B`, `State C`.
pub fn parties(keys: &[String], ends: &EndColumns) -> Option<Vec<usize>> {
    let ([from], [to]) = (ends.sources.as_slice(), ends.targets.as_slice()) else { return None };
    let (first, second) = (keys.get(*from)?, keys.get(*to)?);
    let places = places(keys);
    let marks: &[char] = &['1', 'a', 'i'];
    let at = first.match_indices(marks).map(|(at, _)| at).find(|at| {
        let next = first.as_bytes()[*at] + 1;
        let (before, behind) = (&first[..*at], &first[at + 1..]);
        *second == format!("{before}{}{behind}", char::from(next))
    })?;
    let (before, behind) = (first.get(..at)?, first.get(at + 1..)?);
    let mark = |number: usize| match first.as_bytes()[at] {
        b'1' => Some((number + 1).to_string()),
        letter => u8::try_from(number).ok().map(|number| char::from(letter + number).to_string()),
    };
    let place = |number| places.get(format!("{before}{}{behind}", mark(number)?).as_str()).copied();
    let all: Vec<usize> = (0..MOST_PARTIES).map_while(place).collect();
    (all.len() > 2).then_some(all)
}

fn without_number(key: &str) -> &str {
    key.trim_end_matches(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_inside_names_both_ends_among_any_number_of_columns() {
        let mut keys: Vec<String> =
            (0..60_000).flat_map(|n| [format!("x{n}1"), format!("{n}1country")]).collect();
        assert_eq!(find(&keys), None);
        keys.extend(["state1name", "state2name"].map(str::to_owned));
        let expected = EndColumns { sources: vec![120_000], targets: vec![120_001] };
        assert_eq!(find(&keys), Some(expected));
    }
}
