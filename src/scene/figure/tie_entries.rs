//! Ties in few words, gathered at the nations that they join.

use std::collections::{BTreeMap, BTreeSet};

use super::also_friendly::AlsoFriendly;
use crate::model::{Direction, End, Map, NationId, Status, Tie, TieId};
use crate::names::fold;
use crate::scene::text;

/// Where a tie of two nations is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedAt {
    /// At both, so that all ties of a nation are found at its name.
    Both,
    /// At that of the two that has more, or where it starts: in few words.
    One,
}

/// What the ties of one kind join, in the order of the alphabet: `Egypt – Israel, Sudan` or, where they have a direction,
/// `Japan › China, Russia` and `China ‹ Japan`. A status other than in force stands behind the name, and a tie at a tie has
/// its own entry. Pairs that have a friendly tie as well are marked.
pub(super) fn tie_entries(
    map: &Map,
    ties: &[(TieId, &Tie)],
    also: &AlsoFriendly,
    named: NamedAt,
) -> Vec<String> {
    let name =
        |id| map.nations().get(id).map_or_else(String::new, |nation| text::clean(&nation.name));
    let mut mutual = BTreeMap::new();
    // By nation and sign.
    let mut others: BTreeMap<(NationId, char), BTreeSet<String>> = BTreeMap::new();
    let mut entries = BTreeSet::new();
    let mut add = |at: NationId, sign: char, other: NationId, status: &str| {
        others.entry((at, sign)).or_default().insert(name(other) + also.mark(at, other) + status);
    };
    for (id, tie) in ties {
        let status = status(tie);
        match tie.to {
            End::Nation(to) if to != tie.from && tie.direction == Direction::Mutual => {
                mutual.insert([tie.from.min(to), tie.from.max(to)], status);
            }
            End::Nation(to) if to != tie.from => {
                add(tie.from, '›', to, &status);
                if named == NamedAt::Both {
                    add(to, '‹', tie.from, &status);
                }
            }
            _ => {
                entries.insert(text::clean(&map.tie_name(*id)) + &status);
            }
        }
    }
    if named == NamedAt::Both {
        for ([a, b], status) in std::mem::take(&mut mutual) {
            add(a, '–', b, &status);
            add(b, '–', a, &status);
        }
    }
    while let Some(hub) = hub(&mutual, name) {
        for (pair, status) in mutual.extract_if(.., |pair, _| pair.contains(&hub)) {
            add(hub, '–', if pair[0] == hub { pair[1] } else { pair[0] }, &status);
        }
    }
    let entry = |((nation, sign), others): ((NationId, char), BTreeSet<String>)| {
        // The sign stays on the line of the nation that it follows.
        format!("{}\u{a0}{sign} {}", name(nation), in_order(others).join(", "))
    };
    entries.extend(others.into_iter().map(entry));
    in_order(entries)
}

/// Texts in the order of the alphabet.
fn in_order(texts: BTreeSet<String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.into_iter().collect();
    texts.sort_by_cached_key(|text| fold(text));
    texts
}

/// The nation in most pairs, and of several the first by name; `None` if there is no pair.
fn hub(
    pairs: &BTreeMap<[NationId; 2], String>,
    name: impl Fn(NationId) -> String,
) -> Option<NationId> {
    let mut counts: BTreeMap<NationId, usize> = BTreeMap::new();
    for nation in pairs.keys().flatten() {
        *counts.entry(*nation).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.retain(|_, count| *count == most);
    counts.into_keys().min_by_key(|nation| name(*nation))
}

/// A status behind a name, where it isn't the usual one.
pub(super) fn status(tie: &Tie) -> String {
    match tie.status {
        None | Some(Status::InForce) => String::new(),
        Some(status) => format!(" ({})", status.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{KindId, Nation};

    #[test]
    fn each_tie_is_named_once_or_at_both_ends_with_its_status_and_direction() {
        let mut map = Map::empty();
        for (id, name) in (1..).zip(["Sudan", "Egypt", "Åland", "Japan", "China", "Chad"]) {
            let nation =
                Nation { key: name.to_owned(), name: name.to_owned(), ..Nation::default() };
            let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
            apply(&mut map, command).expect("a nation");
        }
        let nation = |id| End::Nation(NationId(id));
        let (mutual, directed) = (Direction::Mutual, Direction::Directed);
        let ties = [
            (1, nation(2), mutual, None),
            (3, nation(2), mutual, Some(Status::Ended)),
            (6, nation(1), mutual, None),
            (4, nation(5), directed, Some(Status::InForce)),
            (4, nation(3), directed, None),
            (5, End::Tie(TieId(1)), directed, None),
        ];
        for (id, (from, to, direction, status)) in (1..).zip(ties) {
            let mut tie = Tie::new(id.to_string(), NationId(from), to, KindId(1), direction);
            tie.status = status;
            let command = Command::Tie(TieId(id), Change::Insert(usize::MAX, Box::new(tie)));
            apply(&mut map, command).expect("a tie");
        }
        let ties: Vec<(TieId, &Tie)> = map.ties().iter().collect();
        let said = |named| {
            let entries = tie_entries(&map, &ties, &AlsoFriendly::default(), named).into_iter();
            entries.map(|entry| entry.replace('\u{a0}', " ")).collect::<Vec<_>>()
        };
        let once = [
            "Chad – Sudan",
            "China › (Sudan – Egypt)",
            "Egypt – Åland (ended), Sudan",
            "Japan › Åland, China",
        ];
        assert_eq!(said(NamedAt::One), once);
        let twice = [
            "Åland – Egypt (ended)",
            "Åland ‹ Japan",
            "Chad – Sudan",
            "China › (Sudan – Egypt)",
            "China ‹ Japan",
            "Egypt – Åland (ended), Sudan",
            "Japan › Åland, China",
            "Sudan – Chad, Egypt",
        ];
        assert_eq!(said(NamedAt::Both), twice);
    }
}
