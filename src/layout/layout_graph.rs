//! The graph as the force-directed solver sees it: ties with their ideal lengths and weights, and the
//! paths between nodes.

use super::error::LayoutError;
use super::ideal_lengths::{LengthOptions, ideal_length, plain_length, unshared_count};
use super::midpoints::Midpoints;
use super::problem::Problem;
use super::shortest_paths::{PathGraph, eccentricity};

/// Where ties differ in length, paths are measured in steps of this many length units.
const FINE_STEP: f32 = 0.05;

/// A tie between two nodes.
pub(super) struct NodeTie {
    pub(super) nodes: [u32; 2],
    /// In length units; at 0 and below it pulls as hard as it can.
    pub(super) ideal_length: f32,
    pub(super) weight: f32,
    /// How hard it pulls compared to an ordinary tie, where forces count and not lengths.
    pub(super) strength: f32,
}

/// A tie that ends at another tie's midpoint: the vector `Σ share × position` should be this long.
pub(super) struct MidpointTie {
    pub(super) shares: Vec<(u32, f32)>,
    /// In length units.
    pub(super) ideal_length: f32,
    pub(super) weight: f32,
}

/// A connected problem in length units.
pub(super) struct LayoutGraph {
    pub(super) node_count: usize,
    pub(super) ties: Vec<NodeTie>,
    pub(super) midpoint_ties: Vec<MidpointTie>,
    /// Its vertices are the nodes, then one for each tie that other ties end on.
    pub(super) paths: PathGraph,
    /// The length of one step of a path, in length units.
    pub(super) step: f32,
}

impl LayoutGraph {
    pub(super) fn new(problem: &Problem, options: LengthOptions) -> Result<Self, LayoutError> {
        let midpoints = Midpoints::new(problem)?;
        let n = problem.node_count();
        let neighbours = if options.makes_room { node_neighbours(problem) } else { Vec::new() };
        let mean_weight = mean(problem.weights.iter().copied());
        let mean_sign = mean(problem.signs.iter().map(|&sign| f32::from(sign.signum())));
        let midpoint_vertex = midpoint_vertices(problem);
        let vertex = |end: u32| match (end as usize).checked_sub(n) {
            None => end,
            Some(tie) => midpoint_vertex[tie].unwrap_or_default(),
        };
        let (mut ties, mut midpoint_ties, mut edges) = (Vec::new(), Vec::new(), Vec::new());
        for (tie, &ends) in problem.ends.iter().enumerate() {
            let [a, b] =
                ends.map(|end| neighbours.get(end as usize).map_or(&[][..], Vec::as_slice));
            let length = match options.makes_room {
                true => plain_length(problem, tie, unshared_count(a, b)),
                false => 1.0,
            };
            if let Some(midpoint) = midpoint_vertex.get(tie).copied().flatten() {
                for end in ends {
                    edges.push((midpoint, vertex(end), steps(length / 2.0)));
                }
            }
            if ends[0] == ends[1] {
                continue;
            }
            edges.push((vertex(ends[0]), vertex(ends[1]), steps(length)));
            let ideal_length = ideal_length(problem, tie, length, mean_sign, options);
            // 1 / length² is what the weight of any pair at that distance would be.
            let strength = (problem.weights[tie] / mean_weight).clamp(0.25, 4.0);
            let weight = strength / (length * length);
            if ends.iter().all(|&end| (end as usize) < n) {
                // Above the mean sign more, below it less.
                let sign = f32::from(problem.signs[tie].signum());
                let by_sign = (1.0 + options.apart * (sign - mean_sign)).max(0.0);
                let strength = strength * by_sign;
                ties.push(NodeTie { nodes: ends, ideal_length, weight, strength });
            } else {
                // A midpoint drags two nodes along: twice the weight holds it as firmly.
                let shares = midpoints.difference(ends);
                midpoint_ties.push(MidpointTie { shares, ideal_length, weight: 2.0 * weight });
            }
        }
        let vertex_count = n + midpoint_vertex.iter().flatten().count();
        let paths = PathGraph::new(vertex_count, &edges);
        let step = if paths.is_unweighted() { edges.first().map_or(1, |edge| edge.2) } else { 1 };
        Ok(Self { node_count: n, ties, midpoint_ties, paths, step: step as f32 * FINE_STEP })
    }

    /// How many ties the farthest node is away from the first one.
    pub(super) fn depth(&self) -> u16 {
        eccentricity(&self.paths)
    }
}

/// For each tie that another tie ends on, the vertex of its midpoint, numbered from the nodes on; empty
/// where no tie ends on another.
fn midpoint_vertices(problem: &Problem) -> Vec<Option<u32>> {
    let n = problem.node_count();
    if !problem.has_ties_onto_ties() {
        return Vec::new();
    }
    let mut next = n as u32;
    let number = |is_ended_on: bool| {
        is_ended_on.then(|| {
            next += 1;
            next - 1
        })
    };
    problem.ended_on_ties().into_iter().map(number).collect()
}

/// The nodes that each node is tied to, in ascending order, each once.
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

/// A length in steps of a path.
fn steps(length: f32) -> u32 {
    ((length / FINE_STEP).round() as u32).max(1)
}

/// The mean; 1 if there are no values.
fn mean(values: impl ExactSizeIterator<Item = f32>) -> f32 {
    let count = values.len();
    let sum: f64 = values.map(f64::from).sum();
    if count == 0 { 1.0 } else { (sum / count as f64) as f32 }
}

#[cfg(test)]
mod tests {
    use super::super::ideal_lengths::LENGTH_UNIT;
    use super::super::test_problems;
    use super::*;

    fn ideal_lengths(problem: &Problem, options: LengthOptions) -> Vec<f32> {
        let graph = LayoutGraph::new(problem, options).unwrap();
        graph.ties.iter().map(|tie| tie.ideal_length).collect()
    }

    #[test]
    fn hostile_ties_want_to_be_longer_and_friendly_ones_shorter() {
        let mut problem = test_problems::star(4);
        problem.signs = vec![1, 0, -1, 0];
        let options = LengthOptions { makes_room: false, apart: 0.5 };
        let rounded: Vec<i32> = ideal_lengths(&problem, options)
            .iter()
            .map(|length| (length * 10.0).round() as i32)
            .collect();
        assert_eq!(rounded, vec![2, 10, 18, 10]);
        assert_eq!(ideal_lengths(&problem, LengthOptions { apart: 0.0, ..options }), vec![1.0; 4]);
        problem.signs = vec![-1; 4];
        assert_eq!(
            ideal_lengths(&problem, options),
            vec![1.0; 4],
            "signs that are all alike say nothing"
        );
    }

    #[test]
    fn hubs_and_labels_get_room_and_cliques_do_not() {
        let options = LengthOptions { makes_room: true, apart: 0.5 };
        assert!(ideal_lengths(&test_problems::star(100), options)[0] > 2.5);
        assert_eq!(ideal_lengths(&test_problems::clique(12), options)[0], 1.0);
        let mut problem = test_problems::star(3);
        problem.labels[0] = 200.0;
        assert!(ideal_lengths(&problem, options)[0] * LENGTH_UNIT >= 200.0 + 2.0 * 18.0);
    }

    #[test]
    fn a_tie_onto_a_tie_opens_a_way_over_the_middle() {
        let mut problem = test_problems::path(3);
        problem.ends = vec![[0, 1], [2, 3]];
        let graph =
            LayoutGraph::new(&problem, LengthOptions { makes_room: false, apart: 0.0 }).unwrap();
        assert_eq!(graph.paths.vertex_count(), 4);
        assert_eq!(graph.paths.neighbours(3).len(), 3);
        assert_eq!(graph.midpoint_ties[0].shares, vec![(0, -0.5), (1, -0.5), (2, 1.0)]);
    }
}
