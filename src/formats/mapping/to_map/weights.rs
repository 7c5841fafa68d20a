//! Weights of ties, brought into the range that a map holds.

use super::draft::Draft;
use crate::formats::network::Network;
use crate::formats::problems::{Remarks, Spot};
use crate::model::{Attribute, Attributes, Tie};

/// The attribute that keeps a weight as the file has it.
const WRITTEN: &str = "weight as written";
/// The least weight that a weight is scaled to.
const LEAST: f64 = 1e-4;

/// Gives ties their weights. Where some are too large for a map all are scaled by the largest; what differs
/// from the file is kept as an attribute.
pub fn set(drafts: &mut [Draft], network: &Network, is_own: bool, remarks: &mut Remarks) {
    let most = f64::from(Tie::MAX_WEIGHT);
    let sizes = drafts.iter().filter_map(|draft| draft.weight).filter(|weight| weight.is_finite());
    let largest = sizes.map(f64::abs).fold(0.0, f64::max);
    let scale = if largest > most { most / largest } else { 1.0 };
    if scale < 1.0 {
        remarks.warn(
            Spot::default(),
            &format!("largest {largest}"),
            "has weights above 100, where a weight on a map is up to 100",
            "All weights were scaled by the largest and kept as attributes too.",
            "",
        );
    }
    for draft in drafts {
        let Some(weight) = draft.weight else { continue };
        let spot = network.edges.get(draft.edge as usize).map_or(Spot::default(), |edge| edge.spot);
        let size = weight.abs();
        if size > 0.0 && size.is_finite() {
            let kept = (size * scale).clamp(LEAST.min(size), most) as f32;
            draft.tie.weight = if kept > 0.0 { kept } else { LEAST as f32 };
        } else {
            remarks.warn(
                spot,
                &weight.to_string(),
                "has a weight that is no number above 0",
                "The tie has the usual weight, and its own as an attribute.",
                "",
            );
        }
        let is_kept = draft.tie.weight == weight as f32;
        if !is_own && !is_kept && draft.tie.attributes.len() < Attributes::MAX_COUNT {
            let value = match weight.is_finite() {
                true => Attribute::Number(weight),
                false => Attribute::Text(weight.to_string().into()),
            };
            draft.tie.attributes.set(WRITTEN, value);
        }
    }
}
