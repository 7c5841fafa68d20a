//! Room for the borders of hulls, between those who aren't in the same.

use super::lattice::Lattice;
use super::seating::Seating;
use super::zones::Zones;
use crate::layout::geometry::{Rect, Xy, sub};

/// What a border takes on either side, in world units.
const BORDER: f32 = 5.0;
/// The most borders between two neighbours for which there is room.
const MOST_BORDERS: f32 = 3.0;

/// The boxes of all, wider at the sides at which they have neighbours in other hulls.
pub(super) fn boxes_with_borders(
    boxes: &[Rect],
    seating: &Seating<'_>,
    lattice: &Lattice,
    zones: &Zones,
) -> Vec<Rect> {
    let widened = |(who, shape): (usize, &Rect)| {
        let slot = seating.slot_of[who];
        let mut sides: Rect = [0.0; 4];
        for &(neighbour, _) in &lattice.neighbours[slot] {
            let zone = seating.zone_in(neighbour);
            let room = BORDER * zones.apart(zones.zone_of(who), zone).min(MOST_BORDERS);
            let side = side_towards(sub(lattice.slots[neighbour], lattice.slots[slot]));
            sides[side] = sides[side].max(room);
        }
        let [left, top, right, bottom] = sides;
        [shape[0] - left, shape[1] - top, shape[2] + right, shape[3] + bottom]
    };
    boxes.iter().enumerate().map(widened).collect()
}

/// The side of a box, as an index, beyond which a neighbour lies.
fn side_towards([x, y]: Xy) -> usize {
    match (y < -1e-3, y > 1e-3, x < 0.0) {
        (true, _, _) => 1,
        (_, true, _) => 3,
        (_, _, true) => 0,
        _ => 2,
    }
}
