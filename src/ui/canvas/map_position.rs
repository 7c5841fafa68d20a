//! Where the map itself has a nation or tie, for targets that aren't drawn yet.

use crate::edit::Target;
use crate::model::{Map, Point};

/// The position of a nation in the map, or of the nation at which a tie starts.
pub fn position_in_map(map: &Map, target: Target) -> Option<Point> {
    let nation = match target {
        Target::Nation(id) => id,
        Target::Tie(id) => map.ties().get(id)?.from,
    };
    map.nations().get(nation)?.position
}
