//! In which order ties are drawn.

use std::cmp::Reverse;

use super::TieWeights;
use crate::model::{Kind, KindId, Map, Sign};
use crate::scene::TieLayer;

/// The ties of each kind that are drawn, from the lowest to the topmost: the rarer a kind, the higher it lies,
/// and hostile kinds above all others. In each kind those of a higher rank lie above.
pub(in crate::scene) fn tie_layers(map: &Map, weights: &TieWeights) -> Vec<TieLayer> {
    let layer = |(_, kind): (KindId, &Kind)| {
        let (key, name) = (kind.key.clone(), kind.name.clone());
        (kind.sign == Sign::Hostile, 0, TieLayer { key, name, ties: Vec::new() })
    };
    let mut layers: Vec<(bool, usize, TieLayer)> = map.kinds().iter().map(layer).collect();
    for (index, (_, tie)) in map.ties().iter().enumerate() {
        let place = map.kinds().index_of(tie.kind);
        let Some((_, count, layer)) = place.and_then(|at| layers.get_mut(at)) else { continue };
        *count += 1;
        if weights.is_drawn(index) {
            layer.ties.push(index);
        }
    }
    layers.retain(|(.., layer)| !layer.ties.is_empty());
    // A kind is as common as it is where its lines aren't drawn.
    layers.sort_by_key(|(is_hostile, count, _)| (*is_hostile, Reverse(*count)));
    let in_order = |(.., mut layer): (bool, usize, TieLayer)| {
        layer.ties.sort_by_key(|tie| weights.rank(*tie));
        layer
    };
    layers.into_iter().map(in_order).collect()
}
