//! The ties as the solver sees them: how long each wants to be, and a network to measure paths in.
//!
//! **Sign model.** A friendly tie wants 150 units, a neutral one 170 and a hostile one 300, twice the
//! friendly length: hostile pairs are pushed apart by aiming farther, inside the one stress function,
//! and count four times as much as a pair at that distance otherwise would (so as much as a friendly
//! tie). This is the bounded form of the signed models of Kermarrec and Moin 2011 ("Energy models for
//! drawing signed graphs") that keeps a map connected: on 195 nations, 58 % of 1,046 ties friendly,
//! it raised the chance that a friendly tie is drawn shorter than a hostile one from .57 to .75 for a
//! twentieth more stress.
//!
//! **Room at hubs.** Lengths grow with the root of the number of neighbours that the two ends do not
//! share, after Gansner, Koren and North 2004 (who take the number itself), and with the tie's label;
//! hostile ties, long already, do so later.

use super::middles::Middles;
use super::problem::{LayoutError, Problem};

/// Path lengths are counted in steps of this many units.
pub(super) const UNITS_A_STEP: f32 = 8.0;
/// The length that weights are measured against.
pub(super) const USUAL_LENGTH: f32 = 160.0;
const FRIENDLY: f32 = 150.0;
const NEUTRAL: f32 = 170.0;
const HOSTILE: f32 = 300.0;
const LONGEST: f32 = 4000.0;
/// Room for an arrow and for air at both ends of a tie's label.
const LABEL_AIR: f32 = 28.0;

/// A tie between two nodes.
pub(super) struct Pair {
    pub(super) nodes: [u32; 2],
    pub(super) length: f32,
    pub(super) weight: f32,
}

/// A tie with an end at a tie's middle: the sum of `share × position` wants to be `length` long.
pub(super) struct Reach {
    pub(super) shares: Vec<(u32, f32)>,
    pub(super) length: f32,
    pub(super) weight: f32,
}

pub(super) struct Network {
    pub(super) nodes: usize,
    pub(super) pairs: Vec<Pair>,
    pub(super) reaches: Vec<Reach>,
    /// Ways out of each vertex (nodes first, then one a tie that is ended on): where to, and steps.
    starts: Vec<u32>,
    ways: Vec<(u32, u32)>,
}

impl Network {
    pub(super) fn new(problem: &Problem) -> Result<Self, LayoutError> {
        let middles = Middles::new(problem)?;
        let n = problem.node_count();
        let neighbours = node_neighbours(problem);
        let mean_weight = mean(&problem.weights);
        let vertex_of = vertices(problem);
        let vertex = |end: u32| match (end as usize).checked_sub(n) {
            None => end,
            Some(tie) => vertex_of[tie].unwrap_or_default(),
        };
        let (mut pairs, mut reaches, mut edges) = (Vec::new(), Vec::new(), Vec::new());
        for (tie, &ends) in problem.ends.iter().enumerate() {
            let [a, b] =
                ends.map(|end| neighbours.get(end as usize).map_or(&[][..], Vec::as_slice));
            let length = ideal_length(problem, tie, not_shared(a, b));
            if let Some(middle) = vertex_of[tie] {
                for end in ends {
                    edges.push((middle, vertex(end), steps(length / 2.0)));
                }
            }
            if ends[0] == ends[1] {
                continue;
            }
            edges.push((vertex(ends[0]), vertex(ends[1]), steps(length)));
            // (usual / length)² is what the weight of any pair at that distance would be.
            let nearness = USUAL_LENGTH / length;
            let pull = if problem.signs[tie] < 0 { 4.0 } else { 1.0 };
            let strength = (problem.weights[tie] / mean_weight).clamp(0.25, 4.0);
            let weight = nearness * nearness * pull * strength;
            if ends.iter().all(|&end| (end as usize) < n) {
                pairs.push(Pair { nodes: ends, length, weight });
            } else {
                // A tie's middle drags two nodes with it: twice the weight holds it as firmly.
                let shares = middles.difference(ends);
                reaches.push(Reach { shares, length, weight: 2.0 * weight });
            }
        }
        let count = n + vertex_of.iter().flatten().count();
        let (starts, ways) = outgoing(count, &edges);
        Ok(Self { nodes: n, pairs, reaches, starts, ways })
    }

    /// Number of places a path can lead over: nodes, then the middles that ties end on.
    pub(super) fn vertex_count(&self) -> usize {
        self.starts.len() - 1
    }

    /// Where a path can go on from a vertex, with the steps it takes.
    pub(super) fn ways_from(&self, vertex: u32) -> &[(u32, u32)] {
        let at = vertex as usize;
        &self.ways[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The most steps that one way takes.
    pub(super) fn longest_way(&self) -> u32 {
        self.ways.iter().map(|&(_, steps)| steps).max().unwrap_or(1)
    }
}

/// A number beyond the nodes for each tie that another tie ends on.
fn vertices(problem: &Problem) -> Vec<Option<u32>> {
    let n = problem.node_count();
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

/// The length a tie wants, in world units, before anything else has a say. `not_shared` is the
/// number of neighbours that its two ends don't have in common.
pub(super) fn ideal_length(problem: &Problem, tie: usize, not_shared: usize) -> f32 {
    let spread = (not_shared as f32 / 8.0).sqrt().clamp(1.0, 4.0);
    let by_sign = match problem.signs[tie] {
        1.. => FRIENDLY * spread,
        0 => NEUTRAL * spread,
        _ => HOSTILE.max(FRIENDLY * 1.25 * spread),
    };
    let [a, b] =
        problem.ends[tie].map(|end| problem.radii.get(end as usize).copied().unwrap_or_default());
    let room = a + b + problem.labels[tie] + LABEL_AIR;
    by_sign.max(room).min(LONGEST)
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
    ((length / UNITS_A_STEP).round() as u32).max(1)
}

fn mean(of: &[f32]) -> f32 {
    let sum: f64 = of.iter().map(|&x| f64::from(x)).sum();
    if of.is_empty() { 1.0 } else { (sum / of.len() as f64) as f32 }
}

/// Edges as one list of ways for each vertex, in the order of the edges.
fn outgoing(vertices: usize, edges: &[(u32, u32, u32)]) -> (Vec<u32>, Vec<(u32, u32)>) {
    let mut starts = vec![0_u32; vertices + 1];
    for &(a, b, _) in edges {
        starts[a as usize + 1] += 1;
        starts[b as usize + 1] += 1;
    }
    for at in 0..vertices {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut ways = vec![(0, 0); edges.len() * 2];
    for &(a, b, steps) in edges {
        for (from, to) in [(a, b), (b, a)] {
            ways[next[from as usize] as usize] = (to, steps);
            next[from as usize] += 1;
        }
    }
    (starts, ways)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    #[test]
    fn hostile_ties_want_twice_the_friendly_length_and_labels_want_room() {
        let mut problem = sample::star(3);
        problem.signs = vec![1, 0, -1];
        let lengths = |p: &Problem| -> Vec<f32> {
            Network::new(p).unwrap().pairs.iter().map(|pair| pair.length).collect()
        };
        assert_eq!(lengths(&problem), vec![150.0, 170.0, 300.0]);
        problem.labels[0] = 200.0;
        assert!(lengths(&problem)[0] >= 200.0 + 2.0 * 18.0);
    }

    #[test]
    fn hubs_get_longer_ties_and_cliques_do_not() {
        let hub = Network::new(&sample::star(100)).unwrap();
        assert!(hub.pairs[0].length > 400.0);
        let clique = Network::new(&sample::clique(12)).unwrap();
        assert_eq!(clique.pairs[0].length, 150.0);
    }

    #[test]
    fn a_tie_onto_a_tie_opens_a_way_over_the_middle() {
        let mut problem = sample::path(3);
        problem.ends = vec![[0, 1], [2, 3]];
        let network = Network::new(&problem).unwrap();
        assert_eq!(network.vertex_count(), 4);
        assert_eq!(network.ways_from(3).len(), 3);
        assert_eq!(network.reaches[0].shares, vec![(0, -0.5), (1, -0.5), (2, 1.0)]);
    }
}
