//! Where a legend stands in the room that it may take.

use crate::model::{Point, Rect};

/// The lower left, where a legend stands by itself.
const LOWER_LEFT: Point = Point { x: 0.0, y: 1.0 };

/// The rectangle of a legend of some extent in its room: where it was put by hand, as
/// [`Look::legend`](crate::model::Look::legend) says, or in the lower left corner. One that is larger than the
/// room reaches beyond it to the right and downwards.
pub fn legend_rect(by_hand: Option<Point>, room: Rect, extent: Point) -> Rect {
    let place = by_hand.unwrap_or(LOWER_LEFT);
    let (across, down) = spare(room, extent);
    let min = room.min + Point::new(across * place.x, down * place.y);
    Rect::new(min, min + extent)
}

/// The place of a legend whose upper left corner is at a point, or as near to that as the room allows.
pub fn legend_place(corner: Point, room: Rect, extent: Point) -> Point {
    let (across, down) = spare(room, extent);
    let part =
        |from: f32, spare: f32| if spare > 0.0 { (from / spare).clamp(0.0, 1.0) } else { 0.0 };
    Point::new(part(corner.x - room.min.x, across), part(corner.y - room.min.y, down))
}

/// The width and height of the room that a legend leaves.
fn spare(room: Rect, extent: Point) -> (f32, f32) {
    ((room.width() - extent.x).max(0.0), (room.height() - extent.y).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legend_is_put_where_it_is_dropped_and_stays_in_its_room() {
        let room = Rect::new(Point::new(10.0, 20.0), Point::new(210.0, 120.0));
        let extent = Point::new(50.0, 40.0);
        for corner in [Point::new(10.0, 20.0), Point::new(60.0, 50.0), Point::new(160.0, 80.0)] {
            let place = legend_place(corner, room, extent);
            assert_eq!(legend_rect(Some(place), room, extent).min, corner);
        }
        let beyond = legend_place(Point::new(-500.0, 900.0), room, extent);
        assert_eq!(beyond, LOWER_LEFT);
        assert_eq!(legend_rect(None, room, extent), legend_rect(Some(beyond), room, extent));
        let huge = Point::new(500.0, 500.0);
        assert_eq!(legend_rect(Some(Point::new(1.0, 1.0)), room, huge).min, room.min);
    }
}
