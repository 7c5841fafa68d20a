//! How far apart all nodes want to be: along shortest paths, to every node or to some pivots.
//!
//! Up to [`DENSE`] nodes every node has a term to every other: the full stress of Gansner, Koren and
//! North 2004. Above, each has terms to pivots alone, each standing for the nodes around it: the
//! sparse stress of Ortmann, Klimenta and Brandes 2016, which takes memory for `nodes × pivots`.
//! Half of the pivots are chosen farthest from those before, half at random, as the first alone fail
//! on networks of low diameter. Pairs that are tied are left to their ties.

use super::network::{Network, UNITS_A_STEP, USUAL_LENGTH};
use super::paths::{Paths, UNREACHED};
use super::rng::Rng;
use super::watch::{Stop, Watch};

/// The most nodes for which every pair has a term.
pub(super) const DENSE: usize = 2000;
const PIVOTS: usize = 96;
/// Terms are worked on in lanes of so many numbers.
pub(super) const LANES: usize = 8;

pub(super) struct Far {
    /// Node of each column.
    pub(super) columns: Vec<u32>,
    /// Columns and padding up to whole lanes: the length of one row.
    pub(super) width: usize,
    /// By row (a node) and column: the wanted distance in world units.
    pub(super) length: Vec<f32>,
    /// By row and column: how much it counts; 0 where there is no term.
    pub(super) weight: Vec<f32>,
}

impl Far {
    /// Of a connected network.
    pub(super) fn new(network: &Network, seed: u64, watch: &mut Watch) -> Result<Self, Stop> {
        let n = network.nodes;
        let dense = n <= DENSE;
        let count = if dense { n } else { PIVOTS };
        let width = count.div_ceil(LANES) * LANES;
        let mut far = Self {
            columns: Vec::with_capacity(count),
            width,
            length: vec![0.0; n * width],
            weight: vec![0.0; n * width],
        };
        let mut paths = Paths::new(network);
        let mut choice = Choice::new(n, seed);
        for column in 0..count {
            watch.tick()?;
            let source = if dense { column as u32 } else { choice.next() };
            far.columns.push(source);
            paths.search(source);
            choice.saw(&paths.steps);
            for (node, &steps) in paths.steps[..n].iter().enumerate() {
                if steps != UNREACHED && steps > 0 {
                    far.length[node * width + column] = steps as f32 * UNITS_A_STEP;
                }
            }
        }
        watch.tick()?;
        far.weigh(dense);
        far.leave_out_ties(network);
        Ok(far)
    }

    fn weigh(&mut self, dense: bool) {
        let around = if dense { Vec::new() } else { self.regions() };
        for (at, weight) in self.weight.iter_mut().enumerate() {
            let length = self.length[at];
            if length > 0.0 {
                let nearness = USUAL_LENGTH / length;
                let stands_for = match around.get(at % self.width) {
                    Some(region) => region.partition_point(|&d| d <= length / 2.0).max(1) as f32,
                    None => 1.0,
                };
                *weight = nearness * nearness * stands_for;
            }
        }
    }

    /// For each pivot the distances of the nodes that are nearest to it, in rising order.
    fn regions(&self) -> Vec<Vec<f32>> {
        let mut regions = vec![Vec::new(); self.columns.len()];
        for row in self.length.chunks_exact(self.width) {
            let mut nearest = (0, f32::INFINITY);
            for (column, &length) in row[..self.columns.len()].iter().enumerate() {
                if length < nearest.1 {
                    nearest = (column, length);
                }
            }
            regions[nearest.0].push(nearest.1);
        }
        for region in &mut regions {
            region.sort_unstable_by(f32::total_cmp);
        }
        regions
    }

    fn leave_out_ties(&mut self, network: &Network) {
        let column_of = self.column_of(network.nodes);
        for pair in &network.pairs {
            let [a, b] = pair.nodes;
            for (row, node) in [(a, b), (b, a)] {
                if let Some(column) = column_of[node as usize] {
                    self.weight[row as usize * self.width + column as usize] = 0.0;
                }
            }
        }
    }

    /// The column of each node that has one.
    pub(super) fn column_of(&self, nodes: usize) -> Vec<Option<u32>> {
        let mut column_of = vec![None; nodes];
        for (column, &node) in self.columns.iter().enumerate() {
            column_of[node as usize] = Some(column as u32);
        }
        column_of
    }
}

/// The choice of pivots, one after the other.
struct Choice {
    rng: Rng,
    /// Steps from each node to its nearest pivot so far.
    nearest: Vec<u32>,
    chosen: usize,
}

impl Choice {
    fn new(nodes: usize, seed: u64) -> Self {
        Self { rng: Rng::new(seed), nearest: vec![UNREACHED; nodes], chosen: 0 }
    }

    fn saw(&mut self, steps: &[u32]) {
        for (nearest, &steps) in self.nearest.iter_mut().zip(steps) {
            *nearest = steps.min(*nearest);
        }
    }

    fn next(&mut self) -> u32 {
        self.chosen += 1;
        if self.chosen.is_multiple_of(2) {
            // Far more nodes than pivots: a few tries find one that is no pivot yet.
            for _ in 0..64 {
                let node = self.rng.below(self.nearest.len());
                if self.nearest[node] > 0 {
                    return node as u32;
                }
            }
        }
        let mut farthest = 0;
        for (node, &steps) in self.nearest.iter().enumerate() {
            if steps > self.nearest[farthest] {
                farthest = node;
            }
        }
        farthest as u32
    }
}
