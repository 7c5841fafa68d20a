//! Words in the headers of tables and in the names of fields, by what they are for. Each stands here once for each thing
//! that it may mean; who looks for a meaning says which of these sets it takes, and in which order.
//!
//! All are written as [`squashed`] makes them: without capitals, marks, spaces and punctuation.

pub mod dates;
pub mod nations;
pub mod nodes;
pub mod parties;
pub mod texts;
pub mod ties;

use crate::names::fold;

/// A name without blanks, marks, capitals and signs: `Start_Date` is `startdate`, and `Country (A)` is `countrya`.
pub fn squashed(name: &str) -> String {
    // Most are such, and those of all rows of a large table may be asked for.
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        let mut squashed = String::with_capacity(name.len());
        squashed.extend(letters.map(|letter| char::from(letter.to_ascii_lowercase())));
        return squashed;
    }
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a header means that Neo4j imports: of `since:int`, `since`, and of `:START_ID(Country)` the word for it. `None`
/// where it is none.
pub fn without_type(name: &str) -> Option<&str> {
    const TYPES: [&str; 12] = [
        "int",
        "long",
        "float",
        "double",
        "boolean",
        "byte",
        "short",
        "char",
        "string",
        "date",
        "datetime",
        "localdatetime",
    ];
    // Most have no colon, which is seen before anything is searched for from the end.
    if !name.as_bytes().contains(&b':') {
        return None;
    }
    let (before, sort) = name.trim().rsplit_once(':')?;
    let sort = sort.split('(').next().unwrap_or_default();
    match sort {
        "ID" => Some("id"),
        "START_ID" => Some("startid"),
        "END_ID" => Some("endid"),
        "TYPE" => Some("type"),
        "LABEL" => Some("nodetype"),
        _ => Some(before).filter(|before| {
            let sort = sort.strip_suffix("[]").unwrap_or(sort);
            TYPES.contains(&sort) && !before.is_empty()
        }),
    }
}

/// Sets of words, the surest first.
#[derive(Clone, Copy, Debug)]
pub struct Words(pub &'static [&'static [&'static str]]);

impl Words {
    /// Each of them, the surest first.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.iter().copied().flatten().copied()
    }

    /// Whether a squashed name is one of them.
    pub fn contains(self, name: &str) -> bool {
        self.iter().any(|word| word == name)
    }

    /// How sure a squashed name is: 0 is surest.
    pub fn rank(self, name: &str) -> Option<usize> {
        self.iter().position(|word| word == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_for_each_meaning() {
        let sets: [(&str, Words); 6] = [
            (
                "nations",
                Words(&[
                    nations::COUNTRIES,
                    nations::COUNTRIES_AT_ONCE,
                    nations::CODE,
                    nations::COW_CODES,
                    nations::ISO_CODES,
                    nations::OTHER_CODES,
                    nations::NODE_IDS,
                    nations::ACTORS,
                ]),
            ),
            (
                "parties",
                Words(&[
                    parties::TARGETS,
                    parties::PARTNERS,
                    parties::RELATED,
                    parties::FOES,
                    parties::OTHER_PARTNERS,
                    parties::MEMBERS,
                    parties::PARTIES,
                    parties::NUMBERED_PARTIES,
                    parties::TREATIES,
                    parties::ORGANISATIONS,
                    parties::OTHER_ORGANISATIONS,
                ]),
            ),
            (
                "ties",
                Words(&[
                    ties::RELATIONS,
                    ties::SORTS,
                    ties::OTHER_KINDS,
                    ties::KIND_COLUMNS,
                    ties::SIGNS,
                    ties::DIRECTIONS,
                    ties::ARE_MUTUAL,
                    ties::OTHER_DIRECTIONS,
                    ties::STATUSES,
                    ties::WEIGHTS,
                    ties::CONFIDENCES,
                ]),
            ),
            (
                "texts",
                Words(&[
                    texts::LABELS,
                    texts::LABELS_IN_OTHER_LANGUAGES,
                    texts::LABELS_OF_NODES,
                    texts::LABELS_OF_TIES,
                    texts::NOTES,
                    texts::EVIDENCE,
                    texts::SOURCES_CITED,
                ]),
            ),
            (
                "dates",
                Words(&[
                    dates::BEGINNINGS,
                    dates::BEGINNINGS_IN_OTHER_LANGUAGES,
                    dates::BEGAN,
                    dates::DATES,
                    dates::WHEN,
                    dates::ENDS,
                    dates::ENDS_IN_OTHER_LANGUAGES,
                    dates::ENDED,
                    dates::YEARS,
                    dates::DATES_OF_EVIDENCE,
                ]),
            ),
            (
                "nodes",
                Words(&[
                    nodes::TYPES_OF_NODES,
                    nodes::MEMBERSHIPS,
                    nodes::TAGS,
                    nodes::COLORS,
                    nodes::ACROSS,
                    nodes::NORTH,
                    nodes::DOWN,
                    nodes::PINNED,
                ]),
            ),
        ];
        for (name, set) in sets {
            let mut words: Vec<&str> = set.iter().collect();
            let others: Vec<_> = words.iter().filter(|word| squashed(word) != **word).collect();
            assert!(others.is_empty(), "{name} has words that no name is squashed to: {others:?}");
            words.sort_unstable();
            let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{name}: {twice:?}");
        }
    }
}
