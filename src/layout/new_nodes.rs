//! Places new nodes into a map that stays as it is.
//!
//! A rule of our own: the new node with most placed neighbours comes first. It tries places around
//! each neighbour at about the length of their tie, and takes the free one where its ties come
//! closest to their lengths, cross fewest others and keep off boxes. Guarantees that what was placed
//! keeps its bits and that a new node overlaps nothing; it does not look for the best place of
//! several new nodes together.

use super::free_space::{MARGIN, Taken};
use super::geometry::{DIRECTIONS, Xy, add, bounds, distance, moved, scaled};
use super::ideal_lengths::{USUAL_LENGTH, ideal_length};
use super::legibility::Drawing;
use super::midpoints::Middles;
use super::problem::{LayoutError, Problem};
use super::progress::Flow;
use super::solve::{Options, solve};

/// Lengths tried around each neighbour, relative to the tie's.
const REACHES: [f32; 3] = [1.0, 1.3, 0.75];
/// Neighbours around which places are tried; a hub's others still count in the choice.
const MOST_NEIGHBOURS: usize = 6;
/// Faults are looked at while ties times new nodes are at most this.
const MOST_LOOKS: usize = 400_000;

/// Positions for all nodes: those that have a usable position keep it to the bit, the others come
/// to lie near the nodes they are tied to, or below the map, where they overlap nothing.
///
/// A map in which nothing is placed yet is laid out by [`solve`] with this seed.
///
/// # Errors
/// As [`Problem::check`]: the arrays don't fit together.
pub fn place_new_nodes(problem: &Problem, seed: u64) -> Result<Vec<[f32; 2]>, LayoutError> {
    problem.check()?;
    let problem = &problem.with_usable_positions();
    if problem.positions.iter().all(Option::is_none) {
        let options = Options { seed, ..Options::default() };
        return Ok(solve(problem, &options, &mut |_| Flow::Continue)?.positions);
    }
    let mut placing = Placing::new(problem)?;
    while let Some(node) = placing.next() {
        let at = placing.best_place(node);
        placing.put(node, at);
    }
    Ok(placing.at)
}

/// What a new node is tied to, and how long the tie wants to be.
#[derive(Clone)]
struct Hold {
    other: u32,
    length: f32,
}

struct Placing<'a> {
    problem: &'a Problem,
    middles: Middles,
    drawing: Drawing<'a>,
    taken: Taken,
    at: Vec<Xy>,
    is_placed: Vec<bool>,
    new_nodes: usize,
    holds: Vec<Vec<Hold>>,
    /// Nodes to place, by how many placed ends they are tied to: the last is next.
    waiting: std::collections::BTreeSet<(usize, std::cmp::Reverse<u32>)>,
    placed_holds: Vec<usize>,
    /// For each node, which nodes are tied to it or to a tie of it.
    held_by: Vec<Vec<u32>>,
}

impl<'a> Placing<'a> {
    fn new(problem: &'a Problem) -> Result<Self, LayoutError> {
        let n = problem.node_count();
        let middles = Middles::new(problem)?;
        let mut placing = Self {
            problem,
            drawing: Drawing::new(problem)?,
            taken: Taken::new(&problem.boxes),
            at: vec![[0.0; 2]; n],
            is_placed: vec![false; n],
            new_nodes: problem.positions.iter().filter(|place| place.is_none()).count(),
            holds: holds(problem),
            waiting: (0..n as u32).map(|node| (0, std::cmp::Reverse(node))).collect(),
            placed_holds: vec![0; n],
            held_by: vec![Vec::new(); n],
            middles,
        };
        for node in 0..n {
            for hold in placing.holds[node].clone() {
                for (other, _) in placing.middles.shares_of(hold.other) {
                    placing.held_by[other as usize].push(node as u32);
                }
            }
        }
        for (node, place) in problem.positions.iter().enumerate() {
            if let Some(place) = place {
                placing.put(node, *place);
            }
        }
        Ok(placing)
    }

    fn next(&self) -> Option<usize> {
        self.waiting.last().map(|(_, node)| node.0 as usize)
    }

    fn put(&mut self, node: usize, at: Xy) {
        self.at[node] = at;
        self.is_placed[node] = true;
        self.taken.take(node as u32, self.problem.boxes[node], at);
        self.waiting.remove(&(self.placed_holds[node], std::cmp::Reverse(node as u32)));
        for &other in &self.held_by[node] {
            let count = &mut self.placed_holds[other as usize];
            if self.waiting.remove(&(*count, std::cmp::Reverse(other))) {
                *count += 1;
                self.waiting.insert((*count, std::cmp::Reverse(other)));
            }
        }
    }

    /// Whether an end is known: all nodes that it depends on are placed.
    fn is_known(&self, end: u32) -> bool {
        self.middles.shares_of(end).iter().all(|&(node, _)| self.is_placed[node as usize])
    }

    fn best_place(&mut self, node: usize) -> Xy {
        let shape = self.problem.boxes[node];
        let known: Vec<(Xy, f32)> = self.holds[node]
            .iter()
            .filter(|hold| self.is_known(hold.other))
            .map(|hold| (self.middles.position(hold.other, &self.at), hold.length))
            .collect();
        let wishes = self.wishes(&known);
        let mut best: Option<(f64, Xy)> = None;
        let looks_at_ties = self.problem.tie_count() * self.new_nodes <= MOST_LOOKS;
        let ties = if looks_at_ties { self.known_ties(node) } else { Vec::new() };
        let mut lines = if looks_at_ties { self.drawing.lines(&self.at) } else { Vec::new() };
        for wish in wishes.iter().copied().filter(|&wish| self.taken.is_free(shape, wish)) {
            let mut cost: f64 = known.iter().map(|&(other, length)| off(wish, other, length)).sum();
            if looks_at_ties {
                self.at[node] = wish;
                self.drawing.redraw(node, &self.at, &mut lines);
                cost += self.drawing.faults_at(node, &self.at, &lines, &ties, &self.is_placed);
            }
            if best.is_none_or(|(least, _)| cost < least - 1e-6) {
                best = Some((cost, wish));
            }
        }
        match (best, wishes.first()) {
            (Some((_, at)), _) => at,
            (None, Some(&wish)) => self.taken.nearest(shape, wish),
            (None, None) => self.below(shape),
        }
    }

    fn wishes(&self, known: &[(Xy, f32)]) -> Vec<Xy> {
        let mut wishes = Vec::new();
        for &(other, length) in known.iter().take(MOST_NEIGHBOURS) {
            for reach in REACHES {
                let around = DIRECTIONS.iter().map(|&d| add(other, scaled(d, length * reach)));
                wishes.extend(around);
            }
        }
        if known.len() > 1 {
            let sum = known.iter().fold([0.0; 2], |sum, &(other, _)| add(sum, other));
            let middle = scaled(sum, 1.0 / known.len() as f32);
            for radius in [0.0, 40.0, 80.0, 120.0] {
                wishes.extend(DIRECTIONS.iter().map(|&d| add(middle, scaled(d, radius))));
            }
        }
        wishes
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

    /// Below the middle of everything placed.
    fn below(&self, shape: [f32; 4]) -> Xy {
        let placed = (0..self.at.len()).filter(|&node| self.is_placed[node]);
        let all = bounds(placed.map(|node| moved(self.problem.boxes[node], self.at[node])));
        match all {
            None => [0.0; 2],
            Some(all) => {
                let wish = [(all[0] + all[2]) / 2.0, all[3] - shape[1] + 2.0 * MARGIN];
                self.taken.nearest(shape, wish)
            }
        }
    }
}

fn off(at: Xy, other: Xy, length: f32) -> f64 {
    let by = f64::from(distance(at, other) / length - 1.0);
    by * by
}

/// For each node its ties, with the end at the other side.
fn holds(problem: &Problem) -> Vec<Vec<Hold>> {
    let n = problem.node_count();
    let mut holds = vec![Vec::new(); n];
    for (tie, &[a, b]) in problem.ends.iter().enumerate() {
        if a == b {
            continue;
        }
        let length = USUAL_LENGTH * ideal_length(problem, tie, 0);
        for (end, other) in [(a, b), (b, a)] {
            if (end as usize) < n {
                holds[end as usize].push(Hold { other, length });
            }
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::super::{overlaps, test_problems};
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
