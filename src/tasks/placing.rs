//! Places for nations that were just added.

use super::{LayoutRequest, lay_out};
use crate::edit::{Command, Placement};
use crate::layout::Flow;
use crate::model::Map;

/// The seed: the same map gives the same places.
const SEED: u64 = 1;

/// The change that gives a place to each nation of a map that has none: near those it is tied to.
pub fn place_new(map: &Map) -> Command {
    let places = lay_out(map, &LayoutRequest::Missing, SEED, &mut |_| Flow::Continue);
    let unplaced = |id| map.nations().get(id).is_some_and(|nation| nation.position.is_none());
    let placements = places
        .unwrap_or_default()
        .into_iter()
        .filter(|(id, _)| unplaced(*id))
        .map(|(id, at)| (id, Placement { position: Some(at), pinned: false }));
    Command::Placements(placements.collect())
}
