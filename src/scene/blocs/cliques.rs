//! Blocs of which most nations are all tied to one another: cliques. The ground behind one says so in place of its
//! lines, which for 50 nations are more than a thousand.
//!
//! A bloc becomes a clique by leaving out the nation that lacks the most ties, again and again: blocs of alliances lack
//! few, and those of few nations. To find the largest clique would take time without bound (Karp, “Reducibility among
//! combinatorial problems”, 1972).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::alike_members::{Fan, alike_members, outer_fans};
use super::found::bloc_of;
use super::inner_ties::binds;
use super::plain_ties::PlainTies;
use crate::model::{KindId, Map};
use crate::scene::legend::wording::kind_name;
use crate::scene::look_rules::follows_kind;
use crate::scene::ties::{TieRank, ends};

/// The fewest nations of a clique: the lines of fewer are counted at a glance.
const LEAST_NATIONS: usize = 5;
/// The least share of a bloc that is its clique.
const LEAST_OF_BLOC: f32 = 0.5;
/// The fewest that are left of one when others are left out for being tied otherwise.
const LEAST_ALIKE: usize = 4;
/// The least share of a clique's pairs that are tied by the kind of its ground.
const LEAST_OF_KIND: f32 = 0.5;

/// The nations of a bloc that are all tied to one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scene) struct Clique {
    /// Their indices in the map, ascending.
    pub(in crate::scene) members: Vec<usize>,
    /// The kind of tie that the ground stands for.
    pub(in crate::scene) kind: KindId,
    /// One of the ties that it stands for, by its index.
    pub(in crate::scene) example: usize,
    /// Whether some are tied by another kind only, whose lines are drawn.
    pub(in crate::scene) is_mixed: bool,
}

impl Clique {
    /// What it says of a bloc of some nations: `allied: every pair`, or `allied: every pair of 32` of more.
    pub(in crate::scene) fn words(&self, map: &Map, nations: usize) -> String {
        let members = self.members.len();
        let pairs = if members == nations {
            "every pair".to_owned()
        } else {
            format!("every pair of {members}")
        };
        if self.is_mixed {
            format!("{pairs} tied")
        } else {
            format!("{}: {pairs}", self.kind_name(map))
        }
    }

    /// What it says in a legend: `allied: every pair on it`, or `allied: all pairs, plus lines` where other ties of such
    /// pairs have lines.
    pub(in crate::scene) fn legend_words(&self, map: &Map, has_lines: bool) -> String {
        let kind = self.kind_name(map);
        match (self.is_mixed, has_lines) {
            (true, _) => format!("{kind} where no line is drawn"),
            (false, true) => format!("{kind}: all pairs, plus lines"),
            (false, false) => format!("{kind}: every pair on it"),
        }
    }

    fn kind_name(&self, map: &Map) -> String {
        let kind = map.kinds().get(self.kind);
        kind.map(kind_name).unwrap_or_default()
    }
}

/// The cliques of some blocs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::scene) struct Cliques {
    /// That of each bloc, if most of it is one; empty where none is looked for.
    of_blocs: Vec<Option<Clique>>,
    /// The ties that grounds stand for, by their indices, ascending.
    pub(in crate::scene) ties: Vec<usize>,
    /// The first bloc with one that lacks some of its nations.
    parted: Option<usize>,
}

impl Cliques {
    /// The clique of a bloc.
    pub(in crate::scene) fn of(&self, bloc: usize) -> Option<&Clique> {
        self.of_blocs.get(bloc)?.as_ref()
    }

    /// One that some nations of its bloc stand apart from.
    pub(in crate::scene) fn with_some_apart(&self) -> Option<&Clique> {
        self.of(self.parted?)
    }

    /// Whether some bloc has none.
    pub(in crate::scene) fn leave_out_a_bloc(&self) -> bool {
        self.of_blocs.contains(&None)
    }

    /// All of them.
    pub(in crate::scene) fn all(&self) -> impl Iterator<Item = &Clique> {
        self.of_blocs.iter().flatten()
    }

    /// The clique of each bloc, if it has one.
    pub(super) fn by_bloc(&self) -> impl Iterator<Item = Option<&Clique>> {
        self.of_blocs.iter().map(Option::as_ref)
    }

    /// Those of a map's blocs, each given by the indices of its nations.
    pub(in crate::scene) fn in_blocs(ties: &PlainTies<'_>, blocs: &[Vec<usize>]) -> Self {
        if !looks_follow_kinds(ties.map) {
            return Self::default();
        }
        let mut pairs = pairs_within(ties, blocs);
        let found = blocs.iter().zip(&mut pairs).map(|(bloc, pairs)| {
            let members = clique(bloc, pairs)?;
            retain_within(pairs, &members);
            of_kind(members, pairs)
        });
        let mut of_blocs: Vec<Option<Clique>> = found.collect();
        let members: Vec<&[usize]> = of_blocs.iter().map(members_of).collect();
        let fans = outer_fans(ties, &members);
        for (bloc, fans) in fans.iter().enumerate() {
            let Some(clique) = &of_blocs[bloc] else { continue };
            if let Some(alike) = alike(clique, &blocs[bloc], &pairs[bloc], fans) {
                (of_blocs[bloc], pairs[bloc]) = (Some(alike.0), alike.1);
            }
        }
        // Grounds of one kind mean the same everywhere.
        let mixed = of_blocs.iter().flatten().filter(|clique| clique.is_mixed);
        let mixed: BTreeSet<KindId> = mixed.map(|clique| clique.kind).collect();
        let mut ties = Vec::new();
        for (clique, pairs) in of_blocs.iter_mut().zip(&pairs) {
            let Some(clique) = clique else { continue };
            clique.is_mixed = mixed.contains(&clique.kind);
            let told = |pair: &&Pair| pair.ties == 1 || !clique.is_mixed;
            let of_kind = pairs.values().filter(told).flat_map(|pair| &pair.told);
            ties.extend(of_kind.filter(|(kind, _)| *kind == clique.kind).map(|(_, tie)| *tie));
        }
        ties.sort_unstable();
        let is_whole = |(clique, bloc): (&Option<Clique>, &Vec<usize>)| {
            clique.as_ref().is_some_and(|clique| clique.members.len() == bloc.len())
        };
        let mut sized = of_blocs.iter().zip(blocs);
        let parted = sized.position(|of_bloc| of_bloc.0.is_some() && !is_whole(of_bloc));
        Self { of_blocs, ties, parted }
    }
}

/// The ties of two nations.
#[derive(Clone, Debug, Default)]
struct Pair {
    /// How many there are.
    ties: usize,
    /// Whether one that isn't hostile is in force or to come.
    is_tied: bool,
    /// Those of which a ground can tell all, with their kinds and indices.
    told: Vec<(KindId, usize)>,
}

/// The pairs of a bloc's nations that have ties, the lower index first.
type Pairs = BTreeMap<(usize, usize), Pair>;

/// Those of each bloc.
fn pairs_within(ties: &PlainTies<'_>, blocs: &[Vec<usize>]) -> Vec<Pairs> {
    let map = ties.map;
    let bloc_of = bloc_of(blocs.iter().map(Vec::as_slice), map.nations().len());
    let mut pairs: Vec<Pairs> = blocs.iter().map(|_| Pairs::new()).collect();
    for (index, (id, tie)) in map.ties().iter().enumerate() {
        let Some((from, to)) = ends(map, tie) else { continue };
        let Some(bloc) = bloc_of[from].filter(|_| bloc_of[from] == bloc_of[to]) else { continue };
        let pair = pairs[bloc].entry((from.min(to), from.max(to))).or_default();
        pair.ties += 1;
        if !binds(map, tie) || map.dimmed().ties.contains(&id) {
            continue;
        }
        pair.is_tied = true;
        if ties.rank(index) == TieRank::WithinBloc && ties.is_plain(index, (id, tie)) {
            pair.told.push((tie.kind, index));
        }
    }
    pairs
}

/// The nations of a bloc that are left when those that lack the most ties are left out until none lacks one; `None`
/// where these are too few.
fn clique(bloc: &[usize], pairs: &Pairs) -> Option<Vec<usize>> {
    let is_tied =
        |a: usize, b: usize| pairs.get(&(a.min(b), a.max(b))).is_some_and(|pair| pair.is_tied);
    let least = LEAST_NATIONS.max(least_of_bloc(bloc));
    let mut left = bloc.to_vec();
    let lacks_of =
        |nation: usize| bloc.iter().filter(|other| !is_tied(nation, **other)).count() - 1;
    let mut lacks: Vec<usize> = bloc.iter().map(|nation| lacks_of(*nation)).collect();
    while left.len() >= least {
        let worst = (0..left.len()).max_by_key(|index| (lacks[*index], Reverse(*index)))?;
        if lacks[worst] == 0 {
            // One that was left out early may have lacked only those that were left out later.
            for nation in bloc {
                if left.iter().all(|other| other != nation && is_tied(*nation, *other)) {
                    left.push(*nation);
                }
            }
            left.sort_unstable();
            return Some(left);
        }
        let out = left.remove(worst);
        lacks.remove(worst);
        for (nation, lacks) in left.iter().zip(&mut lacks) {
            *lacks -= usize::from(!is_tied(*nation, out));
        }
    }
    None
}

/// The nations of a clique, none where there is none.
fn members_of(clique: &Option<Clique>) -> &[usize] {
    clique.as_ref().map_or(&[], |clique| &clique.members)
}

/// The part of a clique of a bloc that others are tied to alike, with its pairs.
fn alike(clique: &Clique, bloc: &[usize], pairs: &Pairs, fans: &[Fan]) -> Option<(Clique, Pairs)> {
    let tells = |a: usize, b: usize| {
        let pair = pairs.get(&(a.min(b), a.max(b)));
        pair.is_some_and(|pair| pair.told.iter().any(|(kind, _)| *kind == clique.kind))
    };
    let least = LEAST_ALIKE.max(least_of_bloc(bloc));
    let members = alike_members(&clique.members, &tells, fans, least);
    let mut within = pairs.clone();
    retain_within(&mut within, &members);
    Some((of_kind(members, &within)?, within))
}

/// The fewest nations of a bloc that are most of it.
fn least_of_bloc(bloc: &[usize]) -> usize {
    (bloc.len() as f32 * LEAST_OF_BLOC).ceil() as usize
}

/// Keeps the pairs of some nations, whose indices ascend.
fn retain_within(pairs: &mut Pairs, members: &[usize]) {
    let is_member = |nation: &usize| members.binary_search(nation).is_ok();
    pairs.retain(|(a, b), _| is_member(a) && is_member(b));
}

/// A clique with the most common kind of its ties, if that is common enough; `pairs` are those of its nations.
fn of_kind(members: Vec<usize>, pairs: &Pairs) -> Option<Clique> {
    let mut counts: BTreeMap<KindId, (usize, usize)> = BTreeMap::new();
    for pair in pairs.values() {
        let kinds: BTreeMap<KindId, usize> = pair.told.iter().copied().collect();
        for (kind, tie) in kinds {
            counts.entry(kind).or_insert((0, tie)).0 += 1;
        }
    }
    let most = counts.into_iter().max_by_key(|(kind, (count, _))| (*count, Reverse(*kind)));
    let (kind, (count, example)) = most?;
    let is_common = count as f32 >= LEAST_OF_KIND * pairs.len() as f32;
    let is_mixed = count < pairs.len();
    is_common.then_some(Clique { members, kind, example, is_mixed })
}

/// Whether ties of one kind look alike, so that one ground can stand for them.
fn looks_follow_kinds(map: &Map) -> bool {
    let look = map.look();
    let rules = [
        look.tie_color.as_ref().map(|rule| &rule.by),
        look.tie_width.as_ref().map(|rule| &rule.by),
        look.tie_dash.as_ref().map(|rule| &rule.by),
    ];
    rules.into_iter().flatten().all(follows_kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, End, Nation, NationId, Status, Tie, TieId};

    /// The ties of a map, each of which a test may change.
    type Ties = Vec<Tie>;

    /// A map of nations 1 to 8, of which all but the last are tied to one another and that to two of them.
    fn ties() -> Ties {
        let pairs = (1..=7).flat_map(|a| (a + 1..=7).map(move |b| (a, b)));
        let tie = |(a, b)| {
            let key = format!("{a}-{b}");
            Tie::new(key, NationId(a), End::Nation(NationId(b)), KindId(1), Direction::Mutual)
        };
        pairs.chain([(1, 8), (2, 8)]).map(tie).collect()
    }

    fn cliques(ties: Ties) -> (Map, Cliques) {
        let mut map = Map::empty();
        for id in 1..=8 {
            let nation = Nation { key: id.to_string(), ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        for (id, tie) in (1..).zip(ties) {
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        let ranks = vec![TieRank::WithinBloc; map.ties().len()];
        let plain = PlainTies::of(&map, &ranks, false);
        let found = Cliques::in_blocs(&plain, &[(0..8).collect()]);
        (map, found)
    }

    /// What the ground says of the bloc, and how many ties it stands for.
    fn told(ties: Ties) -> Option<(String, usize)> {
        let (map, found) = cliques(ties);
        Some((found.of(0)?.words(&map, 8), found.ties.len()))
    }

    #[test]
    fn a_ground_stands_for_the_ties_of_those_that_are_all_tied() {
        let (map, found) = cliques(ties());
        let clique = found.of(0).expect("a clique");
        assert_eq!(clique.members, [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(clique.words(&map, 8), "allied: every pair of 7");
        assert_eq!(clique.words(&map, 7), "allied: every pair");
        assert_eq!(found.ties, (0..21).collect::<Vec<usize>>());
        let few: Ties = ties().into_iter().filter(|tie| tie.from.0 > 3).collect();
        assert_eq!(told(few), None, "four of eight");
        let without_one = ties().into_iter().filter(|tie| tie.key != "3-7").collect();
        assert_eq!(told(without_one), Some(("allied: every pair of 6".to_owned(), 15)));
    }

    #[test]
    fn what_a_ground_cannot_tell_stays_a_line() {
        let changed = |change: fn(&mut Tie)| {
            let mut ties = ties();
            change(&mut ties[4]);
            told(ties)
        };
        let as_drawn = Some(("every pair of 7 tied".to_owned(), 20));
        assert_eq!(changed(|tie| tie.kind = KindId(2)), as_drawn);
        assert_eq!(changed(|tie| tie.status = Some(Status::Preliminary)), as_drawn);
        assert_eq!(changed(|tie| tie.direction = Direction::Directed), as_drawn);
        assert_eq!(changed(|tie| tie.label = "NATO".into()), as_drawn);
        assert_eq!(changed(|tie| tie.status = Some(Status::InForce)).map(|told| told.1), Some(21));
        let over = changed(|tie| tie.status = Some(Status::Ended));
        assert_eq!(over, Some(("allied: every pair of 6".to_owned(), 15)));
    }

    #[test]
    fn where_lines_say_otherwise_a_pair_with_a_line_has_all_its_lines() {
        let second = |kind: u32, pair: usize| {
            let mut ties = ties();
            let tie = Tie { key: "more".to_owned(), kind: KindId(kind), ..ties[pair].clone() };
            ties.push(tie);
            ties
        };
        assert_eq!(
            told(second(3, 4)).map(|told| told.1),
            Some(21),
            "all have the kind of the ground"
        );
        let mut mixed = second(3, 4);
        mixed[7].kind = KindId(2);
        assert_eq!(told(mixed), Some(("every pair of 7 tied".to_owned(), 19)));
    }
}
