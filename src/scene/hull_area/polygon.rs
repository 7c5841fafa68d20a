//! Closed outlines: what they hold, and with how few points they can be drawn.

use crate::model::Point;
use crate::scene::lines::segment::segment_distance;

/// Whether a point lies in the area within closed outlines, where an outline in another is a hole.
pub(in crate::scene) fn area_contains(outlines: &[Vec<Point>], point: Point) -> bool {
    outlines.iter().filter(|outline| is_within(outline, point)).count() % 2 == 1
}

/// Whether a point lies within one closed outline: an odd number of sides lies to its right.
pub(super) fn is_within(outline: &[Point], point: Point) -> bool {
    let ends = outline.iter().zip(outline.iter().cycle().skip(1));
    let is_crossed = |(a, b): &(&Point, &Point)| {
        (a.y > point.y) != (b.y > point.y)
            && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    ends.filter(is_crossed).count() % 2 == 1
}

/// The area of an outline, positive if it is clockwise with y pointing down.
pub(super) fn signed_area(outline: &[Point]) -> f32 {
    let ends = outline.iter().zip(outline.iter().cycle().skip(1));
    ends.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0
}

/// A closed outline with fewer points, nowhere farther off than a tolerance.
///
/// Source: D. Douglas and T. Peucker, “Algorithms for the reduction of the number of points required to
/// represent a digitized line or its caricature”, 1973.
pub(super) fn simplified(outline: &[Point], tolerance: f32) -> Vec<Point> {
    let Some(first) = outline.first() else { return Vec::new() };
    let (mut opposite, mut farthest) = (0, 0.0);
    for (index, point) in outline.iter().enumerate() {
        let distance = first.distance(*point);
        if distance > farthest {
            (opposite, farthest) = (index, distance);
        }
    }
    let mut is_kept = vec![false; outline.len() + 1];
    for index in [0, opposite, outline.len()] {
        is_kept[index] = true;
    }
    let at = |index: usize| outline[index % outline.len()];
    let mut waiting = vec![(0, opposite), (opposite, outline.len())];
    while let Some((from, to)) = waiting.pop() {
        let (mut middle, mut off) = (from, tolerance);
        for index in from + 1..to {
            let distance = segment_distance(at(index), at(from), at(to));
            if distance > off {
                (middle, off) = (index, distance);
            }
        }
        if middle > from {
            is_kept[middle] = true;
            waiting.extend([(from, middle), (middle, to)]);
        }
    }
    outline.iter().zip(is_kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// A closed outline whose corners are cut some times, each into two of half the turn, as far as they are seen.
///
/// Source: G. Chaikin, “An algorithm for high-speed curve generation”, 1974.
pub(super) fn rounded(mut outline: Vec<Point>, rounds: u8) -> Vec<Point> {
    /// The tangent of the largest turn that looks straight.
    const STRAIGHT: f32 = 0.05;
    /// An outline of more points is left as it is.
    const MOST_POINTS: usize = 20_000;
    for _ in 0..rounds {
        let count = outline.len();
        if !(3..=MOST_POINTS).contains(&count) {
            break;
        }
        let mut cut = Vec::with_capacity(2 * count);
        for (index, corner) in outline.iter().enumerate() {
            let [before, after] = [count - 1, 1].map(|step| outline[(index + step) % count]);
            let (to, from) = (*corner - before, after - *corner);
            let turn = to.dot(from.perpendicular()).abs();
            if turn <= STRAIGHT * to.dot(from) {
                cut.push(*corner);
            } else {
                cut.extend([corner.lerp(before, 0.25), corner.lerp(after, 0.25)]);
            }
        }
        outline = cut;
    }
    outline
}
