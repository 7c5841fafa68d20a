//! Ties in few words, each once, gathered at the nations that have most of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Direction, End, Map, NationId, Status, Tie, TieId};
use crate::scene::text;

/// What the ties of one kind join, in the order of the alphabet: `Egypt – Israel, Sudan` or, where they have a direction,
/// `Japan › China, Russia`. A status other than in force stands behind the name, and a tie at a tie has its own entry.
pub(super) fn tie_entries(map: &Map, ties: &[(TieId, &Tie)]) -> Vec<String> {
    let name =
        |id| map.nations().get(id).map_or_else(String::new, |nation| text::clean(&nation.name));
    let mut mutual = BTreeMap::new();
    let mut directed: BTreeMap<NationId, BTreeSet<String>> = BTreeMap::new();
    let mut entries = BTreeSet::new();
    for (id, tie) in ties {
        let status = status(tie);
        match tie.to {
            End::Nation(to) if to != tie.from && tie.direction == Direction::Mutual => {
                mutual.insert([tie.from.min(to), tie.from.max(to)], status);
            }
            End::Nation(to) if to != tie.from => {
                directed.entry(tie.from).or_default().insert(name(to) + &status);
            }
            _ => {
                entries.insert(text::clean(&map.tie_name(*id)) + &status);
            }
        }
    }
    let entry = |nation: NationId, joint: char, others: &BTreeSet<String>| {
        let others = others.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        // The sign stays on the line of the nation that it follows.
        format!("{}\u{a0}{joint} {others}", name(nation))
    };
    entries.extend(directed.iter().map(|(nation, others)| entry(*nation, '›', others)));
    while let Some(hub) = hub(&mutual, name) {
        let others = |(pair, status): (&[NationId; 2], &String)| {
            let other = if pair[0] == hub { pair[1] } else { pair[0] };
            pair.contains(&hub).then(|| name(other) + status)
        };
        entries.insert(entry(hub, '–', &mutual.iter().filter_map(others).collect()));
        mutual.retain(|pair, _| !pair.contains(&hub));
    }
    entries.into_iter().collect()
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
fn status(tie: &Tie) -> String {
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
    fn each_tie_is_named_once_with_its_status_and_direction() {
        let mut map = Map::empty();
        for (id, name) in (1..).zip(["Sudan", "Egypt", "Israel", "Japan", "China", "Chad"]) {
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
        let said = [
            "Chad – Sudan",
            "China › (Sudan – Egypt)",
            "Egypt – Israel (ended), Sudan",
            "Japan › China, Israel",
        ];
        let entries = tie_entries(&map, &ties).into_iter();
        assert_eq!(entries.map(|entry| entry.replace('\u{a0}', " ")).collect::<Vec<_>>(), said);
    }
}
