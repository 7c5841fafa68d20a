//! Lines that join others before a point, as tributaries join a river: those of one kind to the same ground can share a
//! fork, and of many forks along one edge it can't be seen which line ends in which.
//! Confluent drawing (Dickerson, Eppstein, Goodrich, Meng, “Confluent drawings: visualizing non-planar diagrams in a planar
//! way”, 2005).

use crate::model::Point;
use crate::scene::Curve;

/// The least cosine between the way of a line and the direction in which it arrives.
const SLOPE: f32 = 0.5;
/// How far before the point a line turns into that direction, as parts of the way there.
const TURNS: [f32; 2] = [0.35, 0.6];

/// Whether a line can arrive in a direction without turning sharply.
pub(in crate::scene) fn can_join(from: Point, to: Point, along: Point) -> bool {
    (to - from).normalized().dot(along) >= SLOPE
}

/// The lines from one point to another that arrive in a direction, given by a vector of length 1; none where they would
/// turn sharply.
pub(in crate::scene) fn tributaries(
    from: Point,
    to: Point,
    along: Point,
) -> impl Iterator<Item = Curve> {
    let turns = if can_join(from, to, along) { &TURNS[..] } else { &[] };
    turns.iter().map(move |turn| Curve::arriving(from, to, along, *turn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_arrive_in_the_direction_of_what_they_join_or_not_at_all() {
        let (to, along) = (Point::new(100.0, 0.0), Point::new(1.0, 0.0));
        let lines: Vec<Curve> = tributaries(Point::new(0.0, 90.0), to, along).collect();
        assert_eq!(lines.len(), TURNS.len());
        assert!(lines.iter().all(|line| line.to == to && line.tangent(1.0).dot(along) > 0.999));
        for from in [Point::new(190.0, 10.0), Point::new(90.0, 90.0), Point::new(200.0, 0.0)] {
            assert_eq!(tributaries(from, to, along).count(), 0);
        }
    }
}
