//! Which labels lie in which layer of an SVG.

use std::collections::BTreeMap;

use super::element_ids::ElementIds;
use crate::model::TieId;
use crate::scene::figure::Figure;
use crate::scene::{Label, LabelOwner, TieLayer};

/// Labels that an editor hides together.
pub(super) struct LabelLayer<'a> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) labels: Vec<&'a Label>,
}

impl<'a> LabelLayer<'a> {
    /// The id of the layer of names.
    pub(super) const NAMES: &'static str = "names";

    /// The layers of a page that have labels: the texts along the ties of each kind, names, notes.
    pub(super) fn all(figure: &'a Figure) -> Vec<Self> {
        let scene = &figure.scene;
        let mut ids = ElementIds::default();
        let of_kind = |layer: &TieLayer| Self {
            id: ids.make("texts-", &layer.key),
            name: format!("{}: texts", layer.name),
            labels: Vec::new(),
        };
        let mut layers: Vec<Self> = scene.tie_layers.iter().map(of_kind).collect();
        let named = |id: &str, name: &str| Self {
            id: id.to_owned(),
            name: name.to_owned(),
            labels: Vec::new(),
        };
        let names = layers.len();
        layers.extend([named(Self::NAMES, "Names"), named("notes", "Notes")]);
        let kinds: BTreeMap<TieId, usize> = (scene.tie_layers.iter().enumerate())
            .flat_map(|(kind, layer)| layer.ties.iter().map(move |tie| (*tie, kind)))
            .filter_map(|(tie, kind)| Some((scene.ties.get(tie)?.id, kind)))
            .collect();
        for label in &scene.labels {
            let layer = match label.owner {
                LabelOwner::Nation(_) | LabelOwner::Hull(_) | LabelOwner::TieGroup(_) => names,
                LabelOwner::Note(_) => names + 1,
                LabelOwner::Tie(tie) => kinds.get(&tie).copied().unwrap_or(names),
            };
            layers[layer].labels.push(label);
        }
        layers.retain(|layer| !layer.labels.is_empty());
        layers
    }
}
