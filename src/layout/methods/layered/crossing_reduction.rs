//! Orders the nodes of each layer so that few links cross.
//!
//! Source: barycentres in sweeps down and up (Sugiyama, Tagawa, Toda 1981), with a stand-in for each
//! link on each layer it passes; crossings of neighbouring layers counted as inversions (Barth,
//! Jünger, Mutzel 2002); the order with the fewest is kept. Guarantees nothing about the fewest.
//! Links within a layer, and what passes more than [`LONGEST`] layers, have no say.

use crate::layout::progress::{Stop, Watch};

const SWEEPS: usize = 16;
/// A link that passes more layers than this gets no stand-ins.
const LONGEST: u32 = 12;

/// Layers from the top, each from the left: nodes, then stand-ins, by number.
pub(super) struct Layers {
    pub(super) rows: Vec<Vec<u32>>,
    /// For each item those it is linked to on the layer above, and on the layer below.
    pub(super) above: Vec<Vec<u32>>,
    pub(super) below: Vec<Vec<u32>>,
}

pub(super) fn ordered(
    layer_of: &[u32],
    pairs: &[[u32; 2]],
    watch: &mut Watch,
) -> Result<Layers, Stop> {
    let mut layers = Layers::new(layer_of, pairs);
    let mut best = (layers.crossings(), layers.rows.clone());
    for sweep in 0..SWEEPS {
        watch.tick()?;
        layers.sweep(sweep % 2 == 0);
        let crossings = layers.crossings();
        if crossings < best.0 {
            best = (crossings, layers.rows.clone());
        }
    }
    layers.rows = best.1;
    Ok(layers)
}

impl Layers {
    fn new(layer_of: &[u32], pairs: &[[u32; 2]]) -> Self {
        let depth = layer_of.iter().max().map_or(0, |&deepest| deepest as usize + 1);
        let mut layers = Self {
            rows: vec![Vec::new(); depth],
            above: vec![Vec::new(); layer_of.len()],
            below: vec![Vec::new(); layer_of.len()],
        };
        for (node, &layer) in layer_of.iter().enumerate() {
            layers.rows[layer as usize].push(node as u32);
        }
        for &[a, b] in pairs {
            let [a, b] = if layer_of[a as usize] < layer_of[b as usize] { [a, b] } else { [b, a] };
            let (top, bottom) = (layer_of[a as usize], layer_of[b as usize]);
            if top == bottom || bottom - top - 1 > LONGEST {
                continue;
            }
            let mut upper = a;
            for layer in top + 1..bottom {
                let stand_in = layers.above.len() as u32;
                layers.above.push(Vec::new());
                layers.below.push(Vec::new());
                layers.rows[layer as usize].push(stand_in);
                layers.join(upper, stand_in);
                upper = stand_in;
            }
            layers.join(upper, b);
        }
        layers
    }

    fn join(&mut self, upper: u32, lower: u32) {
        self.below[upper as usize].push(lower);
        self.above[lower as usize].push(upper);
    }

    fn places(&self) -> Vec<u32> {
        let mut places = vec![0; self.above.len()];
        for row in &self.rows {
            for (place, &item) in row.iter().enumerate() {
                places[item as usize] = place as u32;
            }
        }
        places
    }

    /// Each layer by the mean place of what its items are linked to on the one before.
    fn sweep(&mut self, is_down: bool) {
        let mut places = self.places();
        let depth = self.rows.len();
        let before = if is_down { &self.above } else { &self.below };
        for step in 1..depth {
            let row = &mut self.rows[if is_down { step } else { depth - 1 - step }];
            // What is linked to nothing there keeps its place.
            let wish = |item: u32| match &before[item as usize][..] {
                [] => places[item as usize] as f32,
                others => {
                    let sum: u64 = others.iter().map(|&o| u64::from(places[o as usize])).sum();
                    sum as f32 / others.len() as f32
                }
            };
            let mut wishes: Vec<(f32, u32)> = row.iter().map(|&item| (wish(item), item)).collect();
            wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (place, (_, item)) in wishes.into_iter().enumerate() {
                row[place] = item;
                places[item as usize] = place as u32;
            }
        }
    }

    fn crossings(&self) -> u64 {
        let places = self.places();
        self.rows.iter().map(|row| self.crossings_below(row, &places)).sum()
    }

    /// Pairs of links out of a row that end in the other order than they start in.
    fn crossings_below(&self, row: &[u32], places: &[u32]) -> u64 {
        let mut ends = Vec::new();
        for &item in row {
            let from = ends.len();
            ends.extend(self.below[item as usize].iter().map(|&lower| places[lower as usize]));
            ends[from..].sort_unstable();
        }
        let width = ends.iter().max().map_or(0, |&last| last as usize + 1);
        // A tree of sums over ranges of places (Fenwick 1994).
        let mut sums = vec![0_u64; width + 1];
        let mut crossings = 0;
        for (seen, &end) in ends.iter().enumerate() {
            let mut at = end as usize + 1;
            let mut before_or_same = 0;
            while at > 0 {
                before_or_same += sums[at];
                at &= at - 1;
            }
            crossings += seen as u64 - before_or_same;
            at = end as usize + 1;
            while at <= width {
                sums[at] += 1;
                at += at & at.wrapping_neg();
            }
        }
        crossings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Flow, Frame};

    #[test]
    fn crossings_are_counted_and_undone() {
        let pairs = [[0, 5], [1, 4], [2, 3], [0, 4]];
        let layer_of = [0, 0, 0, 1, 1, 1];
        assert_eq!(Layers::new(&layer_of, &pairs).crossings(), 4);
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(Vec::new(), &mut keep_on);
        let layers = ordered(&layer_of, &pairs, &mut watch).unwrap();
        assert_eq!(layers.crossings(), 0);
    }

    #[test]
    fn a_long_link_has_a_stand_in_on_each_layer_it_passes() {
        let layers = Layers::new(&[0, 3, 1, 2], &[[1, 0], [0, 2], [2, 3], [3, 1]]);
        let widths: Vec<usize> = layers.rows.iter().map(Vec::len).collect();
        assert_eq!(widths, [1, 2, 2, 1]);
    }
}
