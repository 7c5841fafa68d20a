//! Many ties in few words: not nation by nation but side by side, where each of the one is tied to each of the other.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::also_friendly::AlsoFriendly;
use super::tie_entries::{NamedAt, status, tie_entries};
use crate::model::{Direction, End, Map, Tie, TieId};
use crate::names::fold;
use crate::scene::junctions::{Biclique, bicliques};
use crate::scene::text;

/// A bloc whose name stands on the page, and its nations.
pub(super) type NamedBloc<'a> = (&'a str, &'a [usize]);

/// The most ties whose sides are looked for; more are never told in few words.
const MOST_TIES: usize = 1_000;
/// The fewest nations of a bloc that are named by it.
const LEAST_OF_BLOC: usize = 5;
/// How many of them there are at least for each other of the bloc, which is named as well.
const FOR_EACH_OTHER: usize = 3;
/// Sides that stand for at least so many ties are large.
const LARGE: usize = 12;

/// What the ties of one kind join, large sides first, those with most ties before others, then all others in the order of
/// the alphabet: `Belarus, Russia – Canada, France, Spain`.
pub(super) struct SideEntries {
    pub(super) entries: Vec<String>,
    /// How many of the first are large.
    pub(super) large: usize,
}

impl SideEntries {
    /// The entries of some ties. Those that need a word of their own follow as they do in other lists. `None` where sides
    /// would name more than `most` nations, or there are too many ties to look for sides.
    pub(super) fn of(
        map: &Map,
        ties: &[(TieId, &Tie)],
        also: &AlsoFriendly,
        blocs: &[NamedBloc<'_>],
        most: usize,
    ) -> Option<Self> {
        if ties.len() > MOST_TIES {
            return None;
        }
        let mut rest = Vec::new();
        let (mut mutual, mut directed) = (BTreeSet::new(), BTreeSet::new());
        for &(id, tie) in ties {
            match plain_ends(map, tie, also) {
                None => rest.push((id, tie)),
                Some([from, to]) if tie.direction == Direction::Mutual => {
                    mutual.insert([from.min(to), from.max(to)]);
                }
                Some(ends) => {
                    directed.insert(ends);
                }
            }
        }
        let mut left = most.checked_sub(2 * rest.len())?;
        let mut found: Vec<(Biclique, char)> = Vec::new();
        for (edges, sign) in [(mutual, '–'), (directed, '›')] {
            let edges: Vec<[usize; 2]> = edges.into_iter().collect();
            for sides in bicliques(map.nations().len(), &edges, sign == '›', left)? {
                left = left.saturating_sub(sides.left.len() + sides.right.len());
                found.push((sides, sign));
            }
        }
        found.sort_by_key(|(sides, _)| Reverse(sides.edges()));
        let large = found.iter().filter(|(sides, _)| sides.edges() >= LARGE).count();
        let sides = found.iter().map(|(sides, sign)| in_words(map, sides, (*sign, blocs)));
        let rest = tie_entries(map, &rest, also, NamedAt::One);
        let mut entries: Vec<String> = sides.chain(rest).collect();
        entries[large..].sort_by_cached_key(|entry| fold(entry));
        Some(Self { entries, large })
    }
}

/// Two sides in words, the smaller first where it makes no difference.
fn in_words(map: &Map, sides: &Biclique, (sign, blocs): (char, &[NamedBloc<'_>])) -> String {
    let (mut few, mut many) = (&sides.left, &sides.right);
    if sign == '–' && many.len() < few.len() {
        (few, many) = (many, few);
    }
    format!("{}\u{a0}{sign} {}", names(map, few, blocs), names(map, many, blocs))
}

/// The indices of the nations that a tie joins of which nothing is to be said but that it joins them.
fn plain_ends(map: &Map, tie: &Tie, also: &AlsoFriendly) -> Option<[usize; 2]> {
    let End::Nation(to) = tie.to else { return None };
    let is_plain = status(tie).is_empty() && also.mark(tie.from, to).is_empty();
    let ends = [map.nations().index_of(tie.from)?, map.nations().index_of(to)?];
    (is_plain && ends[0] != ends[1]).then_some(ends)
}

/// The names of a side, in the order of the alphabet; behind those of blocs of which all are on it, or all but a few.
fn names(map: &Map, side: &[usize], blocs: &[NamedBloc<'_>]) -> String {
    let mut rest = side.to_vec();
    let mut words = Vec::new();
    for (name, members) in blocs {
        let (on_it, others): (Vec<usize>, Vec<usize>) =
            members.iter().partition(|member| rest.binary_search(member).is_ok());
        if on_it.len() >= LEAST_OF_BLOC && FOR_EACH_OTHER * others.len() <= on_it.len() {
            rest.retain(|nation| !on_it.contains(nation));
            let others = in_order(map, &others).join(", ");
            words.push(match others.is_empty() {
                true => (*name).to_owned(),
                false => format!("{name} (not {others})"),
            });
        }
    }
    words.extend(in_order(map, &rest));
    words.join(", ")
}

/// The names of nations, in the order of the alphabet.
fn in_order(map: &Map, nations: &[usize]) -> Vec<String> {
    let nation = |index: &usize| map.nations().get(map.nations().id_at(*index)?);
    let name = |index: &usize| nation(index).map(|nation| text::clean(&nation.name));
    let mut names: Vec<String> = nations.iter().filter_map(name).collect();
    names.sort_by_cached_key(|name| fold(name));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{KindId, Nation, NationId, Status};

    fn map_of(ties: &[(u32, u32, Direction, Option<Status>)]) -> Map {
        let mut map = Map::empty();
        for id in 1..=14 {
            let name = format!("N{id:02}");
            let nation = Nation { key: id.to_string(), name, ..Nation::default() };
            let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
            apply(&mut map, command).expect("a nation");
        }
        for (id, (from, to, direction, status)) in (1..).zip(ties) {
            let to = End::Nation(NationId(*to));
            let mut tie = Tie::new(format!("t{id}"), NationId(*from), to, KindId(1), *direction);
            tie.status = *status;
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        map
    }

    fn entries(map: &Map, blocs: &[NamedBloc<'_>], most: usize) -> Option<Vec<String>> {
        let ties: Vec<(TieId, &Tie)> = map.ties().iter().collect();
        let entries = SideEntries::of(map, &ties, &AlsoFriendly::default(), blocs, most)?.entries;
        Some(entries.into_iter().map(|entry| entry.replace('\u{a0}', " ")).collect())
    }

    #[test]
    fn sides_stand_for_all_plain_ties_and_others_keep_their_words() {
        let (mutual, directed) = (Direction::Mutual, Direction::Directed);
        let mut ties: Vec<_> =
            (1..=2).flat_map(|a| (3..=9).map(move |b| (b, a, mutual, None))).collect();
        ties.extend([(10, 11, directed, None), (12, 11, directed, Some(Status::InForce))]);
        ties.push((13, 14, mutual, Some(Status::Ended)));
        let map = map_of(&ties);
        let said = |blocs: &[NamedBloc<'_>]| entries(&map, blocs, 99).expect("room");
        let others = ["N10, N12 › N11", "N13 – N14 (ended)"];
        let first = "N01, N02 – N03, N04, N05, N06, N07, N08, N09";
        assert_eq!(said(&[]), [first, others[0], others[1]]);
        let whole = ("Bloc of six", &[2, 3, 4, 5, 6, 7][..]);
        assert_eq!(said(&[whole])[0], "N01, N02 – Bloc of six, N09");
        let but_one = ("Bloc of seven", &[3, 4, 5, 6, 7, 8, 13][..]);
        assert_eq!(said(&[but_one])[0], "N01, N02 – Bloc of seven (not N14), N03");
        let few = ("Bloc of nine", &[3, 4, 5, 6, 7, 9, 10, 11, 12][..]);
        assert_eq!(said(&[few])[0], first, "too many others are in it");
        assert_eq!(entries(&map, &[], 8), None);
    }
}
