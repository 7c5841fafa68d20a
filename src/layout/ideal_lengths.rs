//! The ties as the solver sees them: how long each wants to be, and the ways that paths take.
//!
//! Lengths are in *usual lengths*: 1 is [`USUAL_LENGTH`] world units.
//!
//! **Sign model.** In paths every tie counts with its plain length, so that signs don't change how far
//! apart two nodes count as. A tie of sign `s` in a map whose mean sign is `m` wants to be
//! `1.6 × apart × (m − s)` times its length longer than that: hostile ties longer, friendly ones shorter,
//! and where all signs are alike nothing changes. In the quadratic stress function, wanting another
//! length is a constant pull or push along the tie, which is what the signed energy model of Kermarrec
//! and Moin 2011 ("Energy models for drawing signed graphs") uses; a constant force separates the signs
//! at less stress than a longer target with more weight does (`docs/layout.md` has the numbers).
//!
//! **Room at hubs** (for maps that are read, not for plain distances): lengths grow with the root of the
//! number of neighbours that the two ends do not share, after Gansner, Koren and North 2004 (who take
//! the number itself), and with the tie's label.

use super::midpoints::Middles;
use super::problem::{LayoutError, Problem};
use super::shortest_paths::{Ways, depth};

/// The length of a usual tie, in world units.
pub(super) const USUAL_LENGTH: f32 = 160.0;
/// Where ties are of several lengths, paths are measured in steps of this many usual lengths.
const FINE_STEP: f32 = 0.05;
/// In usual lengths.
const LONGEST: f32 = 25.0;
/// By how many of their lengths ties of the two signs differ at `apart` 1, halved.
const SIGN_SHIFT: f32 = 1.6;
/// Room for an arrow and for air at both ends of a tie's label, in world units.
const LABEL_AIR: f32 = 28.0;

/// What ties want besides their usual length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wishes {
    /// Whether ties make room for hubs, discs and labels.
    pub(super) room: bool,
    /// How far signs part nodes, 0 to 1.
    pub(super) apart: f32,
}

/// A tie between two nodes.
pub(super) struct Pair {
    pub(super) nodes: [u32; 2],
    /// How long it wants to be drawn, in usual lengths; at 0 and below it pulls as hard as it can.
    pub(super) wanted: f32,
    pub(super) weight: f32,
    /// How hard it pulls against a usual tie, where forces count and not lengths.
    pub(super) strength: f32,
}

/// A tie with an end at a tie's middle: the sum of `share × position` wants to be this long.
pub(super) struct Reach {
    pub(super) shares: Vec<(u32, f32)>,
    pub(super) wanted: f32,
    pub(super) weight: f32,
}

pub(super) struct Network {
    pub(super) nodes: usize,
    pub(super) pairs: Vec<Pair>,
    pub(super) reaches: Vec<Reach>,
    /// Between nodes, then one vertex for each tie that is ended on.
    pub(super) ways: Ways,
    /// The usual lengths that one step of a path takes.
    pub(super) step: f32,
}

impl Network {
    pub(super) fn new(problem: &Problem, wishes: Wishes) -> Result<Self, LayoutError> {
        let middles = Middles::new(problem)?;
        let n = problem.node_count();
        let neighbours = if wishes.room { node_neighbours(problem) } else { Vec::new() };
        let mean_weight = mean(problem.weights.iter().copied());
        let mean_sign = mean(problem.signs.iter().map(|&sign| f32::from(sign.signum())));
        let vertex_of = vertices(problem);
        let vertex = |end: u32| match (end as usize).checked_sub(n) {
            None => end,
            Some(tie) => vertex_of[tie].unwrap_or_default(),
        };
        let (mut pairs, mut reaches, mut edges) = (Vec::new(), Vec::new(), Vec::new());
        for (tie, &ends) in problem.ends.iter().enumerate() {
            let [a, b] =
                ends.map(|end| neighbours.get(end as usize).map_or(&[][..], Vec::as_slice));
            let length = match wishes.room {
                true => ideal_length(problem, tie, not_shared(a, b)),
                false => 1.0,
            };
            if let Some(middle) = vertex_of.get(tie).copied().flatten() {
                for end in ends {
                    edges.push((middle, vertex(end), steps(length / 2.0)));
                }
            }
            if ends[0] == ends[1] {
                continue;
            }
            edges.push((vertex(ends[0]), vertex(ends[1]), steps(length)));
            let sign = f32::from(problem.signs[tie].signum());
            let shift = SIGN_SHIFT * wishes.apart * (mean_sign - sign);
            let least = if wishes.room { room(problem, tie) } else { f32::MIN };
            let wanted = (length * (1.0 + shift)).clamp(least, LONGEST);
            // 1 / length² is what the weight of any pair at that distance would be.
            let strength = (problem.weights[tie] / mean_weight).clamp(0.25, 4.0);
            let weight = strength / (length * length);
            if ends.iter().all(|&end| (end as usize) < n) {
                // Above the mean sign more, below it less.
                let by_sign = (1.0 + wishes.apart * (sign - mean_sign)).max(0.0);
                pairs.push(Pair { nodes: ends, wanted, weight, strength: strength * by_sign });
            } else {
                // A tie's middle drags two nodes with it: twice the weight holds it as firmly.
                let shares = middles.difference(ends);
                reaches.push(Reach { shares, wanted, weight: 2.0 * weight });
            }
        }
        let count = n + vertex_of.iter().flatten().count();
        let ways = Ways::new(count, &edges);
        let step = if ways.are_even() { edges.first().map_or(1, |edge| edge.2) } else { 1 };
        Ok(Self { nodes: n, pairs, reaches, ways, step: step as f32 * FINE_STEP })
    }
}

impl Network {
    /// How many ties the farthest node is from the first one.
    pub(super) fn depth(&self) -> u16 {
        depth(&self.ways)
    }
}

/// A number beyond the nodes for each tie that another tie ends on; empty where none is.
fn vertices(problem: &Problem) -> Vec<Option<u32>> {
    let n = problem.node_count();
    if !problem.has_ties_onto_ties() {
        return Vec::new();
    }
    let mut ended_on = vec![false; problem.tie_count()];
    for &end in problem.ends.iter().flatten() {
        if let Some(tie) = (end as usize).checked_sub(n) {
            ended_on[tie] = true;
        }
    }
    let mut next = n as u32;
    let number = |is: bool| {
        is.then(|| {
            next += 1;
            next - 1
        })
    };
    ended_on.into_iter().map(number).collect()
}

/// The length a tie wants, in usual lengths, before signs have a say. `not_shared` is the number of
/// neighbours that its two ends don't have in common.
pub(super) fn ideal_length(problem: &Problem, tie: usize, not_shared: usize) -> f32 {
    let spread = (not_shared as f32 / 8.0).sqrt().clamp(1.0, 4.0);
    spread.max(room(problem, tie)).min(LONGEST)
}

/// The length that discs and label of a tie need.
fn room(problem: &Problem, tie: usize) -> f32 {
    let [a, b] =
        problem.ends[tie].map(|end| problem.radii.get(end as usize).copied().unwrap_or_default());
    (a + b + problem.labels[tie] + LABEL_AIR) / USUAL_LENGTH
}

/// How many neighbours are of one of the two alone.
fn not_shared(a: &[u32], b: &[u32]) -> usize {
    let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let shared = fewer.iter().filter(|&x| more.binary_search(x).is_ok()).count();
    a.len() + b.len() - 2 * shared
}

/// The nodes that each node is tied to, in rising order, each once.
fn node_neighbours(problem: &Problem) -> Vec<Vec<u32>> {
    let n = problem.node_count();
    let mut neighbours = vec![Vec::new(); n];
    for &[a, b] in &problem.ends {
        if (a as usize) < n && (b as usize) < n && a != b {
            neighbours[a as usize].push(b);
            neighbours[b as usize].push(a);
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

fn steps(length: f32) -> u32 {
    ((length / FINE_STEP).round() as u32).max(1)
}

/// 1 of nothing.
fn mean(of: impl ExactSizeIterator<Item = f32>) -> f32 {
    let count = of.len();
    let sum: f64 = of.map(f64::from).sum();
    if count == 0 { 1.0 } else { (sum / count as f64) as f32 }
}

#[cfg(test)]
mod tests {
    use super::super::test_problems;
    use super::*;

    fn wanted(problem: &Problem, wishes: Wishes) -> Vec<f32> {
        let network = Network::new(problem, wishes).unwrap();
        network.pairs.iter().map(|pair| pair.wanted).collect()
    }

    #[test]
    fn hostile_ties_want_to_be_longer_and_friendly_ones_shorter() {
        let mut problem = test_problems::star(4);
        problem.signs = vec![1, 0, -1, 0];
        let wishes = Wishes { room: false, apart: 0.5 };
        let rounded: Vec<i32> =
            wanted(&problem, wishes).iter().map(|length| (length * 10.0).round() as i32).collect();
        assert_eq!(rounded, vec![2, 10, 18, 10]);
        assert_eq!(wanted(&problem, Wishes { apart: 0.0, ..wishes }), vec![1.0; 4]);
        problem.signs = vec![-1; 4];
        assert_eq!(wanted(&problem, wishes), vec![1.0; 4], "signs that are all alike say nothing");
    }

    #[test]
    fn hubs_and_labels_get_room_and_cliques_do_not() {
        let wishes = Wishes { room: true, apart: 0.5 };
        assert!(wanted(&test_problems::star(100), wishes)[0] > 2.5);
        assert_eq!(wanted(&test_problems::clique(12), wishes)[0], 1.0);
        let mut problem = test_problems::star(3);
        problem.labels[0] = 200.0;
        assert!(wanted(&problem, wishes)[0] * USUAL_LENGTH >= 200.0 + 2.0 * 18.0);
    }

    #[test]
    fn a_tie_onto_a_tie_opens_a_way_over_the_middle() {
        let mut problem = test_problems::path(3);
        problem.ends = vec![[0, 1], [2, 3]];
        let network = Network::new(&problem, Wishes { room: false, apart: 0.0 }).unwrap();
        assert_eq!(network.ways.vertex_count(), 4);
        assert_eq!(network.ways.of(3).len(), 3);
        assert_eq!(network.reaches[0].shares, vec![(0, -0.5), (1, -0.5), (2, 1.0)]);
    }
}
