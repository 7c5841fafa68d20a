//! Lowers stress: the weighted squared differences between drawn and wanted distances.
//!
//! Source: localised majorisation, one node after the other (Gansner, Koren, North 2004, "Graph
//! drawing by stress majorization", section 2.3), with over-relaxation by 1.5. A term of a point at
//! a tie's middle is `weight · (|Σ share·x| − length)²` and is majorised in each of its nodes alike.
//! Guarantees that no step raises stress (up to rounding), that pinned nodes keep their bits, and
//! that the result depends on the input alone. It finds a local minimum, not the least of all.

use super::far::{Far, LANES};
use super::network::{Network, Reach, USUAL_LENGTH};
use super::plane::{Xy, add, distance, scaled};
use super::watch::{Stop, Watch};

const OVER_RELAXATION: f32 = 1.5;
/// Keeps the direction of a term finite where two points coincide, in square units.
const SOFT: f32 = 1e-6;

/// The terms of a connected network, by node.
pub(super) struct Stress<'a> {
    far: &'a Far,
    pinned: &'a [bool],
    near: ByNode<Near>,
    reach_of: ByNode<(u32, f32)>,
    network: &'a Network,
    column_of: Vec<Option<u32>>,
    /// Where each node is drawn back to, as firmly as by all its terms together.
    anchors: Option<Vec<Xy>>,
    /// Sum of the weights that hold each node.
    hold: Vec<f32>,
}

#[derive(Clone, Copy)]
struct Near {
    other: u32,
    length: f32,
    weight: f32,
}

impl<'a> Stress<'a> {
    pub(super) fn new(network: &'a Network, far: &'a Far, pinned: &'a [bool]) -> Self {
        let near = ByNode::new(
            network.nodes,
            network.pairs.iter().flat_map(|pair| {
                let [a, b] = pair.nodes;
                let to = |other| Near { other, length: pair.length, weight: pair.weight };
                [(a, to(b)), (b, to(a))]
            }),
        );
        let reach_of = ByNode::new(
            network.nodes,
            network.reaches.iter().enumerate().flat_map(|(index, reach)| {
                reach.shares.iter().map(move |&(node, share)| (node, (index as u32, share)))
            }),
        );
        let hold = (0..network.nodes)
            .map(|node| {
                let far_sum: f32 = row(&far.weight, far.width, node).iter().sum();
                let near_sum: f32 = near.of(node).iter().map(|term| term.weight).sum();
                let by_reach = |&(index, share): &(u32, f32)| {
                    network.reaches[index as usize].weight * share * share
                };
                far_sum + near_sum + reach_of.of(node).iter().map(by_reach).sum::<f32>()
            })
            .collect();
        let column_of = far.column_of(network.nodes);
        Self { far, pinned, near, reach_of, network, column_of, anchors: None, hold }
    }

    /// From now on nodes are drawn back to these places.
    pub(super) fn anchor(&mut self, places: Vec<Xy>) {
        self.anchors = Some(places);
    }

    /// The factor by which the drawing as a whole would have to be scaled for the least stress, in
    /// `0.05 ..= 20`.
    pub(super) fn best_scale(&self, positions: &[Xy]) -> f32 {
        let twice: Vec<Xy> = positions.iter().map(|&p| scaled(p, 2.0)).collect();
        ScaledStress::new(self.value(positions), self.value(&twice), self.value_in_one_point())
            .best_scale()
    }

    /// Up to `sweeps` rounds over all nodes; ends early once nothing moves by `least` units.
    pub(super) fn lower(
        &self,
        positions: &mut [Xy],
        sweeps: usize,
        least: f32,
        watch: &mut Watch,
    ) -> Result<(), Stop> {
        let mut columns = Columns::new(self.far, positions);
        // So many rows between two looks at the observer, that it can stop the run at once.
        let rows_a_frame = (500_000 / self.far.width.max(1)).max(1);
        let mut rows = 0;
        for sweep in 0..sweeps {
            let mut largest = 0.0_f32;
            for node in 0..self.network.nodes {
                if self.pinned[node] || self.hold[node] <= 0.0 {
                    continue;
                }
                let [x, y] = positions[node];
                let [to_x, to_y] = self.best_place(node, positions, &columns);
                let (dx, dy) = (OVER_RELAXATION * (to_x - x), OVER_RELAXATION * (to_y - y));
                let to = [x + dx, y + dy];
                positions[node] = to;
                if let Some(column) = self.column_of[node] {
                    columns.x[column as usize] = to[0];
                    columns.y[column as usize] = to[1];
                }
                largest = largest.max(dx.abs()).max(dy.abs());
                rows += 1;
                if rows % rows_a_frame == 0 {
                    watch.show(positions)?;
                }
            }
            watch.advance(1.0 / (sweeps - sweep) as f32);
            watch.show(positions)?;
            if largest < least {
                break;
            }
        }
        Ok(())
    }

    /// Where the majorising function of a node is least, all others at rest.
    fn best_place(&self, node: usize, positions: &[Xy], columns: &Columns) -> Xy {
        let [x, y] = positions[node];
        let [mut sum_x, mut sum_y] = columns.pull(self.far, node, [x, y]);
        for term in self.near.of(node) {
            let [ox, oy] = positions[term.other as usize];
            let (dx, dy) = (x - ox, y - oy);
            let stretch = term.length / (dx * dx + dy * dy + SOFT).sqrt();
            sum_x += term.weight * (ox + dx * stretch);
            sum_y += term.weight * (oy + dy * stretch);
        }
        for &(index, share) in self.reach_of.of(node) {
            let reach = &self.network.reaches[index as usize];
            let [dx, dy] = way_of(reach, positions);
            let missing = (reach.length / (dx * dx + dy * dy + SOFT).sqrt() - 1.0) / share;
            let weight = reach.weight * share * share;
            sum_x += weight * (x + dx * missing);
            sum_y += weight * (y + dy * missing);
        }
        let hold = self.hold[node];
        match &self.anchors {
            None => [sum_x / hold, sum_y / hold],
            Some(places) => {
                let [ax, ay] = places[node];
                [(sum_x / hold + ax) / 2.0, (sum_y / hold + ay) / 2.0]
            }
        }
    }

    /// The weighted squared differences, each relative to the usual length, over all terms; each
    /// pair counts from both sides.
    pub(super) fn value(&self, positions: &[Xy]) -> f64 {
        let by_node: f64 = (0..positions.len()).map(|node| self.of_pairs(node, positions)).sum();
        let reaches = 0..self.network.reaches.len() as u32;
        by_node + reaches.map(|index| self.of_reach(index, positions)).sum::<f64>()
    }

    /// The part of [`value`](Self::value) that changes when this node moves, for a full matrix.
    pub(super) fn value_at(&self, node: usize, positions: &[Xy]) -> f64 {
        let reaches = self.reach_of.of(node).iter();
        2.0 * self.of_pairs(node, positions)
            + reaches.map(|&(index, _)| self.of_reach(index, positions)).sum::<f64>()
    }

    fn of_pairs(&self, node: usize, positions: &[Xy]) -> f64 {
        let at = positions[node];
        let mut sum = 0.0;
        for (column, &other) in self.far.columns.iter().enumerate() {
            let term = node * self.far.width + column;
            let (length, weight) = (self.far.length[term], self.far.weight[term]);
            sum += error(distance(at, positions[other as usize]), length, weight);
        }
        for term in self.near.of(node) {
            let drawn = distance(at, positions[term.other as usize]);
            sum += error(drawn, term.length, term.weight);
        }
        sum
    }

    fn of_reach(&self, index: u32, positions: &[Xy]) -> f64 {
        let reach = &self.network.reaches[index as usize];
        let way = way_of(reach, positions);
        2.0 * error(distance(way, [0.0; 2]), reach.length, reach.weight)
    }

    /// What [`value`](Self::value) would be with all nodes in one point.
    pub(super) fn value_in_one_point(&self) -> f64 {
        self.value(&vec![[0.0; 2]; self.network.nodes])
    }
}

/// Stress of a drawing scaled by `s`: the parabola `a s² − 2 b s + c`, from its values at 1, 2 and 0.
pub(super) struct ScaledStress {
    a: f64,
    b: f64,
    c: f64,
}

impl ScaledStress {
    pub(super) fn new(as_drawn: f64, at_twice: f64, in_one_point: f64) -> Self {
        let a = (at_twice - 2.0 * as_drawn + in_one_point) / 2.0;
        Self { a, b: (a + in_one_point - as_drawn) / 2.0, c: in_one_point }
    }

    fn best_scale(&self) -> f32 {
        if self.a > 0.0 { (self.b / self.a).clamp(0.05, 20.0) as f32 } else { 1.0 }
    }

    /// The least stress as a share of that in one point; 0 where nothing is wanted.
    pub(super) fn least(&self) -> f64 {
        match self.c {
            c if c > 0.0 && self.a > 0.0 => (1.0 - self.b * self.b / (self.a * c)).clamp(0.0, 1.0),
            c if c > 0.0 => 1.0,
            _ => 0.0,
        }
    }
}

/// Where the nodes of the columns lie, one array an axis so that lanes can be loaded.
struct Columns {
    x: Vec<f32>,
    y: Vec<f32>,
}

impl Columns {
    fn new(far: &Far, positions: &[Xy]) -> Self {
        let mut columns = Self { x: vec![0.0; far.width], y: vec![0.0; far.width] };
        for (column, &node) in far.columns.iter().enumerate() {
            [columns.x[column], columns.y[column]] = positions[node as usize];
        }
        columns
    }

    /// The sum over a node's far terms of weight times where the term alone would put it.
    fn pull(&self, far: &Far, node: usize, [x, y]: Xy) -> Xy {
        let (mut sum_x, mut sum_y) = ([0.0_f32; LANES], [0.0_f32; LANES]);
        let lengths = row(&far.length, far.width, node).chunks_exact(LANES);
        let weights = row(&far.weight, far.width, node).chunks_exact(LANES);
        let others = self.x.chunks_exact(LANES).zip(self.y.chunks_exact(LANES));
        for ((length, weight), (ox, oy)) in lengths.zip(weights).zip(others) {
            for lane in 0..LANES {
                let (dx, dy) = (x - ox[lane], y - oy[lane]);
                let stretch = length[lane] / (dx * dx + dy * dy + SOFT).sqrt();
                sum_x[lane] += weight[lane] * (ox[lane] + dx * stretch);
                sum_y[lane] += weight[lane] * (oy[lane] + dy * stretch);
            }
        }
        [sum_x.iter().sum(), sum_y.iter().sum()]
    }
}

/// The way from one end of a tie to the other.
fn way_of(reach: &Reach, positions: &[Xy]) -> Xy {
    reach
        .shares
        .iter()
        .fold([0.0; 2], |way, &(node, share)| add(way, scaled(positions[node as usize], share)))
}

fn error(drawn: f32, length: f32, weight: f32) -> f64 {
    let off = f64::from(drawn - length) / f64::from(USUAL_LENGTH);
    f64::from(weight) * off * off
}

fn row(of: &[f32], width: usize, node: usize) -> &[f32] {
    &of[node * width..(node + 1) * width]
}

/// Values grouped by node, those of one node side by side and in the order given.
struct ByNode<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy> ByNode<T> {
    fn new(nodes: usize, all: impl Iterator<Item = (u32, T)>) -> Self {
        let mut all: Vec<(u32, T)> = all.collect();
        all.sort_by_key(|&(node, _)| node);
        let mut starts = vec![0_u32; nodes + 1];
        for &(node, _) in &all {
            starts[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        Self { starts, values: all.into_iter().map(|(_, value)| value).collect() }
    }

    fn of(&self, node: usize) -> &[T] {
        &self.values[self.starts[node] as usize..self.starts[node + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;
    use crate::layout::{Flow, sample, start};

    #[test]
    fn no_sweep_raises_stress_with_ties_onto_ties_and_pins() {
        let mut problem = sample::grid(4);
        sample::tie(&mut problem, [0, 16 + 20], -1);
        sample::tie(&mut problem, [16 + 3, 16 + 24], -1);
        let mut pinned = vec![false; 16];
        pinned[5] = true;
        let network = Network::new(&problem).unwrap();
        let mut keep_on = |_: crate::layout::Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(vec![[0.0; 2]; 16], &mut keep_on);
        let far = Far::new(&network, 1, &mut watch).unwrap();
        let stress = Stress::new(&network, &far, &pinned);
        let mut positions = start::at_random(16, &mut Rng::new(3));
        let held = positions[5];
        let mut before = stress.value(&positions);
        for _ in 0..40 {
            stress.lower(&mut positions, 1, 0.0, &mut watch).unwrap();
            let after = stress.value(&positions);
            assert!(after <= before * 1.000_01, "{before} rose to {after}");
            before = after;
        }
        assert_eq!(positions[5].map(f32::to_bits), held.map(f32::to_bits));
        assert!(before < 0.2 * stress.value_in_one_point());
    }
}
