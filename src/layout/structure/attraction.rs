//! What pulls at each node.

use crate::layout::coordinates::Places;
use crate::layout::ideal_lengths::Network;

/// One end of a tie as seen from the other.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Pull {
    pub(in crate::layout) other: u32,
    /// How much the tie counts.
    pub(in crate::layout) weight: f32,
    /// How much of the way this end goes, 0 to 1: of two ends, the one with fewer ties gives way more.
    pub(super) share: f32,
}

/// All ties, by node.
pub(in crate::layout) struct Ties {
    starts: Vec<u32>,
    pulls: Vec<Pull>,
    nodes: usize,
}

impl Ties {
    /// The ties of a network. One that ends at a tie's middle pulls at that tie's nodes by their
    /// shares.
    pub(in crate::layout) fn of(network: &Network) -> Self {
        let pairs = network.pairs.iter().map(|pair| (pair.nodes, pair.strength));
        let between = |reach: &crate::layout::ideal_lengths::Reach| {
            let to = reach.shares.iter().filter(|(_, share)| *share < 0.0);
            let from = reach.shares.iter().filter(|(_, share)| *share > 0.0);
            let to: Vec<_> = to.collect();
            from.flat_map(|&(a, by_a)| {
                to.iter().map(move |&&(b, by_b)| ([a, b], -by_a * by_b * reach.weight / 2.0))
            })
            .collect::<Vec<_>>()
        };
        let reaches = network.reaches.iter().flat_map(between);
        Self::new(network.nodes, &pairs.chain(reaches).collect::<Vec<_>>())
    }

    /// Two nodes and a weight each.
    pub(in crate::layout) fn new(nodes: usize, ties: &[([u32; 2], f32)]) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        let mut degrees = vec![0.0; nodes];
        for &(ends, weight) in ties {
            for end in ends {
                starts[end as usize + 1] += 1;
                degrees[end as usize] += weight;
            }
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut pulls = vec![Pull { other: 0, weight: 0.0, share: 0.0 }; ties.len() * 2];
        for &([a, b], weight) in ties {
            for (from, other) in [(a, b), (b, a)] {
                let (own, others) = (degrees[from as usize], degrees[other as usize]);
                let share = others / (own + others).max(f32::MIN_POSITIVE);
                pulls[next[from as usize] as usize] = Pull { other, weight, share };
                next[from as usize] += 1;
            }
        }
        Self { starts, pulls, nodes }
    }

    pub(in crate::layout) fn node_count(&self) -> usize {
        self.nodes
    }

    #[inline(always)]
    pub(in crate::layout) fn of_node(&self, node: usize) -> &[Pull] {
        &self.pulls[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// The mean length of ties, 0 without any.
    pub(super) fn mean_length(&self, at: &Places<2>) -> f32 {
        let (mut sum, mut count) = (0.0_f64, 0.0_f64);
        for node in 0..self.node_count() {
            let [x, y] = at.of(node);
            for pull in self.of_node(node) {
                let [other_x, other_y] = at.of(pull.other as usize);
                let (dx, dy) = (x - other_x, y - other_y);
                sum += f64::from((dx * dx + dy * dy).sqrt());
                count += 1.0;
            }
        }
        if count > 0.0 { (sum / count) as f32 } else { 0.0 }
    }
}
