//! In which order ties are drawn.

use crate::model::Map;
use crate::scene::TieLayer;

/// The ties of each kind that has any, from the lowest to the topmost.
pub(in crate::scene) fn tie_layers(map: &Map) -> Vec<TieLayer> {
    let mut layers: Vec<TieLayer> = map
        .kinds()
        .iter()
        .map(|(_, kind)| TieLayer {
            key: kind.key.clone(),
            name: kind.name.clone(),
            ties: Vec::new(),
        })
        .collect();
    for (index, (_, tie)) in map.ties().iter().enumerate() {
        let layer = map.kinds().index_of(tie.kind).and_then(|kind| layers.get_mut(kind));
        layer.map(|layer| layer.ties.push(index));
    }
    layers.retain(|layer| !layer.ties.is_empty());
    layers
}
