//! Stress: the weighted squared differences between drawn and wanted distances.
//!
//! Up to [`DENSE`] nodes every pair has a term of its own: the full stress of Gansner, Koren and North
//! 2004. Above, each node has terms to its ties and to pivots (see `pivots`). Guarantees that pinned
//! nodes keep their bits, and that the result depends on the input alone. It finds a local minimum.

mod descent;
mod initial_positions;
mod majorization;
mod pivots;
mod terms;
mod value;

pub(super) use descent::Pace;
pub(super) use initial_positions::by_paths;
pub(super) use value::Sums;

use super::coordinates::Places;
use super::geometry::{Xy, distance};
use super::ideal_lengths::{Network, Pair, USUAL_LENGTH};
use super::progress::{Stop, Watch};
use super::shortest_paths::search;
use super::simd::padded;
use pivots::Pivots;
use terms::Rows;

/// The most nodes for which every pair has a term.
pub(super) const DENSE: usize = 2000;
/// Up to so many nodes, and with how many pivots.
const PIVOTS: [(usize, usize); 4] = [(6_000, 448), (70_000, 192), (150_000, 144), (usize::MAX, 64)];
/// Up to so many nodes every pair has a term even in a sketch.
const SMALL: usize = 600;
/// How many pivots a sketch has.
const SKETCHED: usize = 64;
/// In place of the column of a node that has none.
const NO_COLUMN: u32 = u32::MAX;

/// The terms of a connected network, by node.
pub(super) struct Stress<'a> {
    network: &'a Network,
    pinned: &'a [bool],
    rows: Rows,
    /// Node of each column of the rows.
    columns: Vec<u32>,
    /// Columns and padding up to whole lanes: the length of one row.
    width: usize,
    column_of: Vec<u32>,
    /// Ties that the rows don't hold.
    near: ByNode<Near>,
    reach_of: ByNode<(u32, f32)>,
    /// Where each node is drawn back to, as firmly as by all its terms together.
    anchors: Option<Vec<Xy>>,
    /// Sum of the weights that hold each node.
    hold: Vec<f32>,
    /// The stress of a drawing in one point.
    in_one_point: f64,
    /// Path lengths from some nodes, for a start.
    sketch: Vec<Vec<f32>>,
}

#[derive(Clone, Copy)]
struct Near {
    other: u32,
    wanted: f32,
    weight: f32,
}

/// How exact the terms are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Every pair up to [`DENSE`] nodes, and above so many pivots that more change little.
    Full,
    /// A few pivots, enough for the large shape.
    Sketch,
}

impl<'a> Stress<'a> {
    pub(super) fn new(
        network: &'a Network,
        pinned: &'a [bool],
        detail: Detail,
        seed: u64,
        watch: &mut Watch,
    ) -> Result<Self, Stop> {
        let n = network.nodes;
        watch.tick()?;
        let most_exact = if detail == Detail::Full { DENSE } else { SMALL };
        let (rows, columns, sketch) = if n <= most_exact {
            let columns: Vec<u32> = (0..n as u32).collect();
            let blocks = search(&network.ways, n, &columns);
            watch.tick()?;
            let rows = Rows::of_each(n, &blocks, network.step);
            (rows, columns, initial_positions::sketch(n, &blocks, network.step))
        } else {
            let count = match detail {
                Detail::Full => PIVOTS.iter().find(|(nodes, _)| n <= *nodes).map_or(1, |p| p.1),
                Detail::Sketch => SKETCHED,
            };
            let pivots = Pivots::choose(&network.ways, n, count, seed, watch)?;
            watch.tick()?;
            let sketch = initial_positions::sketch(n, &pivots.blocks[..1], network.step);
            (pivots.rows(network.step), pivots.nodes().collect(), sketch)
        };
        watch.tick()?;
        let mut column_of = vec![NO_COLUMN; n];
        for (column, &node) in columns.iter().enumerate() {
            column_of[node as usize] = column as u32;
        }
        let mut stress = Self {
            network,
            pinned,
            width: padded(columns.len()),
            rows,
            columns,
            column_of,
            near: ByNode::new(n, std::iter::empty()),
            reach_of: reaches_by_node(network),
            anchors: None,
            hold: vec![0.0; n],
            in_one_point: 0.0,
            sketch,
        };
        stress.give_ties_their_own_terms();
        stress.weigh();
        Ok(stress)
    }

    /// A tie wants its own length, not that of the shortest path.
    fn give_ties_their_own_terms(&mut self) {
        let both_ways = |pair: &Pair| {
            let [a, b] = pair.nodes;
            let to = |other| Near { other, wanted: pair.wanted, weight: pair.weight };
            [(a, to(b)), (b, to(a))]
        };
        let ties = self.network.pairs.iter().flat_map(both_ways);
        let near = ByNode::new(self.network.nodes, ties);
        // Ties between the same two nodes share a term: the first one takes the place of the path's.
        let mut last_seen_from = vec![u32::MAX; self.network.nodes];
        for node in 0..self.network.nodes {
            for tie in near.of(node) {
                let column = self.column_of[tie.other as usize];
                if column == NO_COLUMN {
                    continue;
                }
                let place = node * self.width + column as usize;
                let is_first = last_seen_from[tie.other as usize] != node as u32;
                last_seen_from[tie.other as usize] = node as u32;
                let (weight, pull) = if is_first { (0.0, 0.0) } else { self.rows.term(place) };
                self.rows.replace(place, (weight + tie.weight, pull + tie.weight * tie.wanted));
            }
        }
        if matches!(self.rows, Rows::Pivots { .. }) {
            self.near = near;
        }
    }

    /// From now on nodes are drawn back to these places, in usual lengths.
    pub(super) fn anchor(&mut self, places: &Places<2>) {
        self.anchors = Some((0..places.len()).map(|node| places.of(node)).collect());
    }

    /// The stress of a drawing in world units, at any scale.
    pub(super) fn sums(&self, positions: &[Xy]) -> Sums {
        self.sums_of(&Places::from_world(positions))
    }

    /// The part of the stress that changes when this node moves, for positions in world units and
    /// where every pair has a term.
    pub(super) fn value_at(&self, node: usize, positions: &[Xy]) -> f64 {
        let at = positions[node];
        let mut value = 0.0;
        for (column, &other) in self.columns.iter().enumerate() {
            let (weight, pull) = self.rows.term(node * self.width + column);
            let drawn = distance(at, positions[other as usize]) / USUAL_LENGTH;
            value += f64::from(weight * drawn * drawn - 2.0 * pull * drawn);
        }
        value *= 2.0;
        let own = self.reach_of.of(node);
        if !own.is_empty() {
            let at = Places::from_world(positions);
            for &(index, _) in own {
                value += value::of_reach(&self.network.reaches[index as usize], &at).value();
            }
        }
        value
    }
}

fn reaches_by_node(network: &Network) -> ByNode<(u32, f32)> {
    let shares = network.reaches.iter().zip(0_u32..).flat_map(|(reach, index)| {
        reach.shares.iter().map(move |&(node, share)| (node, (index, share)))
    });
    ByNode::new(network.nodes, shares)
}

/// Values grouped by node, those of one node side by side and in the order given.
struct ByNode<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy> ByNode<T> {
    /// Goes through all twice, which takes less memory than to keep them.
    fn new(nodes: usize, all: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for (node, _) in all.clone() {
            starts[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let Some((_, any)) = all.clone().next() else {
            return Self { starts, values: Vec::new() };
        };
        let mut values = vec![any; starts[nodes] as usize];
        for (node, value) in all {
            values[next[node as usize] as usize] = value;
            next[node as usize] += 1;
        }
        Self { starts, values }
    }

    #[inline(always)]
    fn of(&self, node: usize) -> &[T] {
        &self.values[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::super::ideal_lengths::Wishes;
    use super::super::{Flow, test_problems};
    use super::*;
    use crate::layout::rng::Rng;

    #[test]
    fn no_careful_round_raises_stress_with_ties_onto_ties_and_pins() {
        let mut problem = test_problems::grid(4);
        test_problems::tie(&mut problem, [0, 16 + 20], -1);
        test_problems::tie(&mut problem, [16 + 3, 16 + 24], -1);
        let mut pinned = vec![false; 16];
        pinned[5] = true;
        let network = Network::new(&problem, Wishes { room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: crate::layout::Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(vec![[0.0; 2]; 16], &mut keep_on);
        let stress = Stress::new(&network, &pinned, Detail::Full, 1, &mut watch).unwrap();
        let mut at = Places::<2>::at_random(16, 4.0, &mut Rng::new(3));
        let held = at.of(5);
        let mut before = stress.sums_of(&at).value();
        for _ in 0..40 {
            stress.lower(&mut at, 1, Pace::CAREFUL, 0.0, true, &mut watch).unwrap();
            let after = stress.sums_of(&at).value();
            assert!(after <= before * 1.000_1, "{before} rose to {after}");
            before = after;
        }
        assert_eq!(at.of(5).map(f32::to_bits), held.map(f32::to_bits));
        assert!(before < 0.2 * stress.sums_of(&Places::origin(16)).value());
    }

    #[test]
    fn a_node_alone_knows_its_share_of_the_stress() {
        let mut problem = test_problems::grid(4);
        test_problems::tie(&mut problem, [0, 16 + 20], -1);
        let pinned = vec![false; 16];
        let network = Network::new(&problem, Wishes { room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: crate::layout::Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(vec![[0.0; 2]; 16], &mut keep_on);
        let stress = Stress::new(&network, &pinned, Detail::Full, 1, &mut watch).unwrap();
        let mut positions = Places::<2>::at_random(16, 4.0, &mut Rng::new(3)).in_world();
        for node in [0, 5, 9] {
            let (all, own) = (stress.sums(&positions).value(), stress.value_at(node, &positions));
            positions[node] = [30.0, -70.0];
            let all_after = stress.sums(&positions).value();
            let own_after = stress.value_at(node, &positions);
            assert!(((all_after - all) - (own_after - own)).abs() < 1e-3 * all);
        }
    }
}
