//! Where the map itself has a nation, tie or note, for targets that aren't drawn yet.

use crate::edit::Target;
use crate::model::{Map, Point};

/// The position of a nation or a text note in the map, or of the nation at which a tie starts.
pub fn position_in_map(map: &Map, target: Target) -> Option<Point> {
    let of_nation = |id| map.nations().get(id)?.position;
    match target {
        Target::Nation(id) => of_nation(id),
        Target::Tie(id) => of_nation(map.ties().get(id)?.from),
        Target::Note(id) => Some(map.text_notes().get(id)?.position),
    }
}
