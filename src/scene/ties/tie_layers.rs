//! In which order ties are drawn.

use std::cmp::Reverse;

use super::TieWeights;
use crate::model::{Map, Sign};
use crate::scene::TieLayer;

/// The ties of each kind that are drawn, from the lowest to the topmost: the rarer a kind, the higher it lies,
/// and hostile kinds above all others. In each kind those of a higher rank lie above.
pub(in crate::scene) fn tie_layers(map: &Map, weights: &TieWeights) -> Vec<TieLayer> {
    let mut layers: Vec<(bool, TieLayer)> = map
        .kinds()
        .iter()
        .map(|(_, kind)| {
            let (key, name) = (kind.key.clone(), kind.name.clone());
            (kind.sign == Sign::Hostile, TieLayer { key, name, ties: Vec::new() })
        })
        .collect();
    let drawn = map.ties().iter().enumerate().filter(|(index, _)| weights.is_drawn(*index));
    for (index, (_, tie)) in drawn {
        if let Some((_, layer)) = map.kinds().index_of(tie.kind).and_then(|i| layers.get_mut(i)) {
            layer.ties.push(index);
        }
    }
    layers.retain(|(_, layer)| !layer.ties.is_empty());
    layers.sort_by_key(|(is_hostile, layer)| (*is_hostile, Reverse(layer.ties.len())));
    let in_order = |(_, mut layer): (bool, TieLayer)| {
        layer.ties.sort_by_key(|tie| weights.rank(*tie));
        layer
    };
    layers.into_iter().map(in_order).collect()
}
