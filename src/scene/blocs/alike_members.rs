//! The nations of a clique that others are tied to alike.
//!
//! A nation that is tied to all of a clique but one has as many lines as this has nations, where one line to its ground
//! would do (`power_edges`). Where many are tied to all but the same few, as those who vote against a bloc are, these few
//! stand apart on the ground: so each of the others, and each of these few, has one line to what is left of it.

use std::collections::{BTreeMap, BTreeSet};

use super::found::bloc_of;
use super::plain_ties::PlainTies;
use crate::model::KindId;
use crate::scene::ties::{TieRank, ends};

/// The fewest lines that have to be saved for each nation that is left out.
const LEAST_SAVED: i64 = 6;
/// The largest share of a clique that is left out at once.
const MOST_LEFT_OUT: f32 = 0.25;
/// The fewest nations of a clique to which the ties of another can be one line.
const LEAST_FAN: usize = 4;
/// The most parts of a clique that are weighed in one step, those first to which most ties lead.
const MOST_WEIGHED: usize = 64;

/// The nations of a clique, by their indices, ascending, to which ties of one kind join a nation that isn't in its bloc, or
/// that is hostile to it.
pub(super) type Fan = BTreeSet<usize>;

/// The fans of each of some cliques, which are given by their nations.
pub(super) fn outer_fans(ties: &PlainTies<'_>, cliques: &[&[usize]]) -> Vec<Vec<Fan>> {
    let clique_of = bloc_of(cliques.iter().copied(), ties.map.nations().len());
    let mut fans: BTreeMap<(usize, usize, KindId), Fan> = BTreeMap::new();
    for (index, (id, tie)) in ties.map.ties().iter().enumerate() {
        // Those who stand apart in a bloc are seen to be tied to much of it.
        if ties.rank(index) == TieRank::WithinBloc || !ties.is_plain(index, (id, tie)) {
            continue;
        }
        let Some((from, to)) = ends(ties.map, tie) else { continue };
        for (nation, other) in [(from, to), (to, from)] {
            let clique = clique_of[other].filter(|clique| clique_of[nation] != Some(*clique));
            if let Some(clique) = clique {
                fans.entry((clique, nation, tie.kind)).or_default().insert(other);
            }
        }
    }
    let mut of_cliques = vec![Vec::new(); cliques.len()];
    for ((clique, ..), fan) in fans.into_iter().filter(|(_, fan)| fan.len() >= LEAST_FAN) {
        of_cliques[clique].push(fan);
    }
    of_cliques
}

/// Whether a ground tells a tie of two nations.
type Tells<'a> = &'a dyn Fn(usize, usize) -> bool;

/// The nations of a clique that are left when those are left out to which others aren't tied as to the rest, as long as
/// that saves lines; at least so many.
pub(super) fn alike_members(
    clique: &[usize],
    tells: Tells<'_>,
    fans: &[Fan],
    least: usize,
) -> Vec<usize> {
    let mut left: BTreeSet<usize> = clique.iter().copied().collect();
    loop {
        let most = (left.len() as f32 * MOST_LEFT_OUT) as usize;
        let most = most.max(1).min(left.len().saturating_sub(least));
        // What is missing to each fan, and how many ties lead to the others.
        let mut missing: BTreeMap<BTreeSet<usize>, usize> = BTreeMap::new();
        for fan in fans {
            let lacks: BTreeSet<usize> = left.difference(fan).copied().collect();
            if (1..=most).contains(&lacks.len()) {
                *missing.entry(lacks).or_default() += left.len();
            }
        }
        let mut weighed: Vec<(BTreeSet<usize>, usize)> = missing.into_iter().collect();
        weighed.sort_by(|(_, a), (_, b)| b.cmp(a));
        weighed.truncate(MOST_WEIGHED);
        let saved =
            |out: &BTreeSet<usize>| saved_lines(&left, out, fans) - lines_within(&left, out, tells);
        let enough =
            |(saved, out): &(i64, BTreeSet<usize>)| *saved >= LEAST_SAVED * out.len() as i64;
        let options = weighed.into_iter().map(|(out, _)| (saved(&out), out)).filter(enough);
        // The first of equals.
        let Some((_, out)) = options.reduce(|a, b| if b.0 > a.0 { b } else { a }) else { break };
        left = &left - &out;
    }
    left.into_iter().collect()
}

/// How many lines from elsewhere are saved when some nations of a clique are left out.
fn saved_lines(clique: &BTreeSet<usize>, out: &BTreeSet<usize>, fans: &[Fan]) -> i64 {
    let (all, rest) = (clique.len(), clique.len() - out.len());
    let lines = |to_clique: usize, to_out: usize| {
        let (before, after) = (to_clique, to_clique - to_out);
        let before = if before == all { 1 } else { before };
        let after = if after == rest && rest >= LEAST_FAN { 1 } else { after };
        before as i64 - (after + to_out) as i64
    };
    let of_fan = |fan: &Fan| lines(fan.intersection(clique).count(), fan.intersection(out).count());
    fans.iter().map(of_fan).sum()
}

/// How many lines those that are left out have to the others and to one another: one line where all are tied by the kind
/// of the ground.
fn lines_within(clique: &BTreeSet<usize>, out: &BTreeSet<usize>, tells: Tells<'_>) -> i64 {
    let rest = || clique.difference(out);
    let to_rest = |nation: usize| {
        let told = rest().filter(|other| tells(nation, **other)).count();
        if told == rest().count() { 1 } else { told }
    };
    let to_others = out.iter().map(|nation| to_rest(*nation)).sum::<usize>();
    (to_others + out.len() * (out.len() - 1) / 2) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of nations 0 to 7, of which the ground tells the ties of some pairs, with fans to some of them.
    fn left(fans: &[(usize, &[usize])], tells: Tells<'_>) -> Vec<usize> {
        let fan =
            |(number, fan): &(usize, &[usize])| vec![fan.iter().copied().collect::<Fan>(); *number];
        let fans: Vec<Fan> = fans.iter().flat_map(fan).collect();
        alike_members(&[0, 1, 2, 3, 4, 5, 6, 7], tells, &fans, 4)
    }

    const ALL: [usize; 8] = [0, 1, 2, 3, 4, 5, 6, 7];
    const BUT_ONE: [usize; 7] = [0, 1, 2, 3, 4, 5, 6];

    #[test]
    fn one_to_which_others_are_not_tied_as_to_the_rest_is_left_out() {
        let tells = |_, _| true;
        assert_eq!(left(&[(3, &BUT_ONE)], &tells), BUT_ONE);
        assert_eq!(left(&[(1, &BUT_ONE)], &tells), ALL, "that saves five lines");
        assert_eq!(left(&[(3, &BUT_ONE), (20, &ALL)], &tells), ALL, "others are tied to it, too");
        assert_eq!(left(&[(9, &[0, 1, 2, 3])], &tells), ALL, "half are no odd ones");
    }

    #[test]
    fn two_are_left_out_one_after_the_other_or_together() {
        let tells = |_, _| true;
        let but_two = [0, 1, 2, 3, 4, 5];
        assert_eq!(left(&[(9, &but_two)], &tells), but_two);
        assert_eq!(left(&[(9, &but_two), (9, &BUT_ONE)], &tells), but_two);
    }

    #[test]
    fn one_whose_ties_would_all_be_lines_stays() {
        let fans: [(usize, &[usize]); 2] = [(2, &BUT_ONE), (1, &ALL)];
        assert_eq!(left(&fans, &|_, _| true), BUT_ONE);
        assert_eq!(left(&fans, &|a, b| a.min(b) > 0), ALL, "it has a line to each but the first");
    }
}
