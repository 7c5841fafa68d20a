//! Straight line segments: distances, and what a segment meets, crosses or runs through.

use crate::model::{Point, Rect};

/// The distance from a point to the segment between two others.
pub(in crate::scene) fn segment_distance(point: Point, from: Point, to: Point) -> f32 {
    let along = to - from;
    let square = along.dot(along);
    let t = if square > 0.0 { ((point - from).dot(along) / square).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(from.lerp(to, t))
}

/// Whether a segment meets a rectangle, sampled every 4 units or at 500 points at most.
pub(in crate::scene) fn segment_meets(from: Point, to: Point, area: &Rect) -> bool {
    let steps = (from.distance(to) / 4.0).ceil().clamp(1.0, 500.0) as u16;
    (0..=steps).any(|i| area.contains(from.lerp(to, f32::from(i) / f32::from(steps))))
}

/// The length of the part of a segment that lies in a rectangle.
pub(in crate::scene) fn length_in_rect(from: Point, to: Point, rect: &Rect) -> f32 {
    let part = part_in_rect(from, to, rect);
    part.map_or(0.0, |[enters, leaves]| (leaves - enters) * from.distance(to))
}

/// The part of a segment that lies in a rectangle, from 0 to 1; `None` if nothing of it does.
///
/// Source: Liang and Barsky, “A new concept and method for line clipping”, 1984.
pub(in crate::scene) fn part_in_rect(from: Point, to: Point, rect: &Rect) -> Option<[f32; 2]> {
    let along = to - from;
    let (mut enters, mut leaves) = (0.0f32, 1.0f32);
    let sides = [
        (-along.x, from.x - rect.min.x),
        (along.x, rect.max.x - from.x),
        (-along.y, from.y - rect.min.y),
        (along.y, rect.max.y - from.y),
    ];
    for (towards, distance) in sides {
        if towards == 0.0 {
            if distance < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enters = enters.max(distance / towards);
        } else {
            leaves = leaves.min(distance / towards);
        }
    }
    (enters <= leaves).then_some([enters, leaves])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_within_a_rectangle_is_exact() {
        let rect = Rect::new(Point::new(0.0, 0.0), Point::new(10.0, 10.0));
        let length = |a: (f32, f32), b: (f32, f32)| {
            length_in_rect(Point::new(a.0, a.1), Point::new(b.0, b.1), &rect)
        };
        assert_eq!(length((-5.0, 5.0), (15.0, 5.0)), 10.0);
        assert_eq!(length((5.0, 5.0), (5.0, 25.0)), 5.0);
        assert_eq!(length((-5.0, -1.0), (15.0, -1.0)), 0.0);
        assert_eq!(length((3.0, 3.0), (3.0, 3.0)), 0.0);
    }
}
