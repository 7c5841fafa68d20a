//! Places new nodes into a map that stays as it is.
//!
//! A rule of our own: the new node with most placed neighbours comes first. It tries positions around
//! each neighbour at about the length of their tie, and takes the free one where its ties come
//! closest to their lengths, cross fewest others and keep off boxes. Guarantees that what was placed
//! keeps its bits and that a new node overlaps nothing. It does not look for the best positions of
//! several new nodes together.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::error::LayoutError;
use super::force_directed::fresh;
use super::free_space::{FreeSpace, MARGIN};
use super::geometry::{DIRECTIONS, Xy, add, bounds, distance, moved, scaled};
use super::ideal_lengths::{LENGTH_UNIT, plain_length};
use super::legibility::Legibility;
use super::midpoints::Midpoints;
use super::options::Options;
use super::problem::Problem;
use super::progress::Flow;

/// Distances tried around each neighbour, relative to the length of the tie.
const RELATIVE_DISTANCES: [f32; 3] = [1.0, 1.3, 0.75];
/// Distances tried around the mean of all neighbours, in world units.
const DISTANCES_FROM_MEAN: [f32; 4] = [0.0, 40.0, 80.0, 120.0];
/// The most neighbours around which positions are tried; a hub's others still count in the choice.
const MOST_NEIGHBOURS: usize = 6;
/// The most ties times new nodes for which faults are counted.
const MOST_FAULT_CHECKS: usize = 400_000;

/// Positions for all nodes: those that have a usable position keep it to the bit; the others are placed
/// near the nodes they are tied to, or below the map, where they overlap nothing.
///
/// A map in which nothing is placed yet is laid out as by [`solve`](super::solve) with this seed.
///
/// # Errors
/// As [`Problem::check`]: the arrays don't fit together.
pub fn place_new_nodes(problem: &Problem, seed: u64) -> Result<Vec<[f32; 2]>, LayoutError> {
    problem.check()?;
    let problem = &problem.with_usable_positions();
    if problem.positions.iter().all(Option::is_none) {
        let options = Options { seed, ..Options::default() };
        return Ok(fresh::solve(problem, &options, &mut |_| Flow::Continue)?.positions);
    }
    let mut placement = Placement::new(problem)?;
    while let Some(node) = placement.next() {
        let at = placement.best_position(node);
        placement.place(node, at);
    }
    Ok(placement.positions)
}

/// The other end of a node's tie, and how long the tie should be.
#[derive(Clone)]
struct Neighbour {
    end: u32,
    length: f32,
}

struct Placement<'a> {
    problem: &'a Problem,
    midpoints: Midpoints,
    legibility: Legibility<'a>,
    free_space: FreeSpace,
    positions: Vec<Xy>,
    is_placed: Vec<bool>,
    new_nodes: usize,
    neighbours: Vec<Vec<Neighbour>>,
    /// Nodes to place, by the number of placed ends they are tied to: the last is next.
    queue: BTreeSet<(usize, Reverse<u32>)>,
    placed_neighbours: Vec<usize>,
    /// For each node, which nodes are tied to it or to a tie of it.
    dependents: Vec<Vec<u32>>,
}

impl<'a> Placement<'a> {
    fn new(problem: &'a Problem) -> Result<Self, LayoutError> {
        let n = problem.node_count();
        let midpoints = Midpoints::new(problem)?;
        let mut placement = Self {
            problem,
            legibility: Legibility::new(problem)?,
            free_space: FreeSpace::new(&problem.boxes),
            positions: vec![[0.0; 2]; n],
            is_placed: vec![false; n],
            new_nodes: problem.positions.iter().filter(|position| position.is_none()).count(),
            neighbours: neighbours(problem),
            queue: (0..n as u32).map(|node| (0, Reverse(node))).collect(),
            placed_neighbours: vec![0; n],
            dependents: vec![Vec::new(); n],
            midpoints,
        };
        for node in 0..n {
            for neighbour in placement.neighbours[node].clone() {
                for (other, _) in placement.midpoints.shares_of(neighbour.end) {
                    placement.dependents[other as usize].push(node as u32);
                }
            }
        }
        for (node, position) in problem.positions.iter().enumerate() {
            if let Some(position) = position {
                placement.place(node, *position);
            }
        }
        Ok(placement)
    }

    fn next(&self) -> Option<usize> {
        self.queue.last().map(|(_, node)| node.0 as usize)
    }

    fn place(&mut self, node: usize, at: Xy) {
        self.positions[node] = at;
        self.is_placed[node] = true;
        self.free_space.occupy(node as u32, self.problem.boxes[node], at);
        self.queue.remove(&(self.placed_neighbours[node], Reverse(node as u32)));
        for &other in &self.dependents[node] {
            let count = &mut self.placed_neighbours[other as usize];
            if self.queue.remove(&(*count, Reverse(other))) {
                *count += 1;
                self.queue.insert((*count, Reverse(other)));
            }
        }
    }

    /// Whether all nodes that an end depends on are placed.
    fn is_known(&self, end: u32) -> bool {
        self.midpoints.shares_of(end).iter().all(|&(node, _)| self.is_placed[node as usize])
    }

    fn best_position(&mut self, node: usize) -> Xy {
        let shape = self.problem.boxes[node];
        let known: Vec<(Xy, f32)> = self.neighbours[node]
            .iter()
            .filter(|neighbour| self.is_known(neighbour.end))
            .map(|neighbour| {
                (self.midpoints.position(neighbour.end, &self.positions), neighbour.length)
            })
            .collect();
        let candidates = candidates(&known);
        let mut best: Option<(f64, Xy)> = None;
        let counts_faults = self.problem.tie_count() * self.new_nodes <= MOST_FAULT_CHECKS;
        let ties = if counts_faults { self.known_ties(node) } else { Vec::new() };
        let mut lines =
            if counts_faults { self.legibility.lines(&self.positions) } else { Vec::new() };
        let is_free = |&at: &Xy| self.free_space.is_free(shape, at);
        for at in candidates.iter().copied().filter(is_free) {
            let mut cost: f64 =
                known.iter().map(|&(other, length)| length_error(at, other, length)).sum();
            if counts_faults {
                self.positions[node] = at;
                self.legibility.update_lines(node, &self.positions, &mut lines);
                cost += self.legibility.faults_of_node(
                    node,
                    &self.positions,
                    &lines,
                    &ties,
                    &self.is_placed,
                );
            }
            if best.is_none_or(|(least, _)| cost < least - 1e-6) {
                best = Some((cost, at));
            }
        }
        match (best, candidates.first()) {
            (Some((_, at)), _) => at,
            (None, Some(&first)) => self.free_space.nearest(shape, first),
            (None, None) => self.below_the_map(shape),
        }
    }

    /// The ties of which both ends are known once this node is placed.
    fn known_ties(&mut self, node: usize) -> Vec<u32> {
        self.is_placed[node] = true;
        let known =
            |tie: &u32| self.problem.ends[*tie as usize].iter().all(|&end| self.is_known(end));
        let ties = (0..self.problem.tie_count() as u32).filter(known).collect();
        self.is_placed[node] = false;
        ties
    }

    /// A free position below the middle of everything placed.
    fn below_the_map(&self, shape: [f32; 4]) -> Xy {
        let placed = (0..self.positions.len()).filter(|&node| self.is_placed[node]);
        let all = bounds(placed.map(|node| moved(self.problem.boxes[node], self.positions[node])));
        match all {
            None => [0.0; 2],
            Some(all) => {
                let target = [(all[0] + all[2]) / 2.0, all[3] - shape[1] + 2.0 * MARGIN];
                self.free_space.nearest(shape, target)
            }
        }
    }
}

/// Positions to try, around known ends of ties of these lengths.
fn candidates(known: &[(Xy, f32)]) -> Vec<Xy> {
    let mut candidates = Vec::new();
    for &(other, length) in known.iter().take(MOST_NEIGHBOURS) {
        for relative in RELATIVE_DISTANCES {
            candidates.extend(DIRECTIONS.iter().map(|&d| add(other, scaled(d, length * relative))));
        }
    }
    if known.len() > 1 {
        let sum = known.iter().fold([0.0; 2], |sum, &(other, _)| add(sum, other));
        let mean = scaled(sum, 1.0 / known.len() as f32);
        for radius in DISTANCES_FROM_MEAN {
            candidates.extend(DIRECTIONS.iter().map(|&d| add(mean, scaled(d, radius))));
        }
    }
    candidates
}

/// The squared relative difference between a tie's length as drawn and as it should be.
fn length_error(at: Xy, other: Xy, length: f32) -> f64 {
    let by = f64::from(distance(at, other) / length - 1.0);
    by * by
}

/// For each node the other ends of its ties.
fn neighbours(problem: &Problem) -> Vec<Vec<Neighbour>> {
    let n = problem.node_count();
    let mut neighbours = vec![Vec::new(); n];
    for (tie, &[a, b]) in problem.ends.iter().enumerate() {
        if a == b {
            continue;
        }
        let length = LENGTH_UNIT * plain_length(problem, tie, 0);
        for (from, end) in [(a, b), (b, a)] {
            if (from as usize) < n {
                neighbours[from as usize].push(Neighbour { end, length });
            }
        }
    }
    neighbours
}

#[cfg(test)]
mod tests {
    use super::super::{overlaps, solve, test_problems};
    use super::*;

    #[test]
    fn a_new_leaf_comes_near_its_hub_and_nothing_else_moves() {
        let mut problem = test_problems::star(6);
        let whole = solve(&problem, &Options::default(), &mut |_| Flow::Continue).unwrap();
        problem.positions = whole.positions.iter().copied().map(Some).collect();
        problem.positions[4] = None;
        let placed = place_new_nodes(&problem, 1).unwrap();
        for node in (0..7).filter(|&node| node != 4) {
            assert_eq!(placed[node].map(f32::to_bits), whole.positions[node].map(f32::to_bits));
        }
        assert!((100.0..260.0).contains(&distance(placed[4], placed[0])));
        assert_eq!(overlaps(&problem, &placed), Ok(0));
    }

    #[test]
    fn nodes_without_ties_come_below_and_absurd_positions_count_as_none() {
        let mut problem = test_problems::nodes(4);
        problem.positions = vec![Some([0.0, 0.0]), None, Some([f32::NAN, 0.0]), Some([0.0, 3.0e6])];
        let placed = place_new_nodes(&problem, 1).unwrap();
        assert_eq!(placed[0], [0.0, 0.0]);
        assert!(placed[1..].iter().all(|at| at[1] > 0.0 && distance(*at, [0.0; 2]) < 400.0));
        assert_eq!(overlaps(&problem, &placed), Ok(0));
    }

    #[test]
    fn a_chain_of_new_nodes_grows_from_what_is_there() {
        let mut problem = test_problems::path(5);
        problem.positions[4] = Some([1000.0, 500.0]);
        let placed = place_new_nodes(&problem, 1).unwrap();
        for pair in placed.windows(2) {
            assert!((100.0..250.0).contains(&distance(pair[0], pair[1])), "{placed:?}");
        }
    }
}
