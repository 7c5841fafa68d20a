//! Cuts the area within outlines into trapezoids, which a screen can fill.

use crate::model::Point;

/// A side that isn't level, its upper end first.
#[derive(Clone, Copy)]
struct Slope {
    top: Point,
    bottom: Point,
}

impl Slope {
    fn at(&self, y: f32) -> Point {
        let t = (y - self.top.y) / (self.bottom.y - self.top.y);
        Point::new(self.top.x + (self.bottom.x - self.top.x) * t.clamp(0.0, 1.0), y)
    }
}

/// The trapezoids of the area within closed outlines that don't cross, where one in another is a hole. Their
/// upper and lower sides are level; corners clockwise from the upper left, y pointing down. Each reaches as
/// far down as both of its slopes lead on.
///
/// Source: B. Chazelle and J. Incerpi, “Triangulation and shape-complexity”, 1984.
pub(in crate::scene) fn trapezoids(outlines: &[Vec<Point>]) -> Vec<[Point; 4]> {
    let slopes = slopes(outlines);
    let mut heights: Vec<f32> =
        slopes.iter().flat_map(|slope| [slope.top.y, slope.bottom.y]).collect();
    heights.sort_by(f32::total_cmp);
    heights.dedup();
    let mut pieces = Vec::new();
    let mut next = 0;
    let mut active: Vec<usize> = Vec::new();
    // Pairs of slopes between which the area lies, and where they began to be one.
    let mut open: Vec<(usize, usize, f32)> = Vec::new();
    let mut close = |(left, right, from): (usize, usize, f32), to: f32| {
        let (left, right) = (slopes[left], slopes[right]);
        pieces.push([left.at(from), right.at(from), right.at(to), left.at(to)]);
    };
    for (index, top) in heights.iter().enumerate() {
        active.retain(|slope| slopes[*slope].bottom.y > *top);
        while slopes.get(next).is_some_and(|slope| slope.top.y <= *top) {
            active.push(next);
            next += 1;
        }
        let bottom = heights.get(index + 1).copied().unwrap_or(*top);
        let middle = f32::midpoint(*top, bottom);
        let x = |slope: &usize| slopes[*slope].at(middle).x;
        active.sort_by(|a, b| x(a).total_cmp(&x(b)));
        let pairs = active.chunks_exact(2).map(|pair| (pair[0], pair[1]));
        let mut still: Vec<(usize, usize, f32)> = pairs.map(|(l, r)| (l, r, *top)).collect();
        for pair in open.drain(..) {
            match still.iter_mut().find(|(left, right, _)| (*left, *right) == (pair.0, pair.1)) {
                Some(kept) => *kept = pair,
                None => close(pair, *top),
            }
        }
        open = still;
    }
    pieces
}

/// The sides of outlines that aren't level, the uppermost first.
fn slopes(outlines: &[Vec<Point>]) -> Vec<Slope> {
    let sides = outlines.iter().flat_map(|line| line.iter().zip(line.iter().cycle().skip(1)));
    let slope = |(a, b): (&Point, &Point)| {
        let (top, bottom) = if a.y < b.y { (*a, *b) } else { (*b, *a) };
        (top.y < bottom.y).then_some(Slope { top, bottom })
    };
    let mut slopes: Vec<Slope> = sides.filter_map(slope).collect();
    slopes.sort_by(|a, b| a.top.y.total_cmp(&b.top.y).then(a.top.x.total_cmp(&b.top.x)));
    slopes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_ring_cover_it_and_nothing_else() {
        let square = |half: f32| {
            [(-1.0, -1.0), (1.0, -0.9), (1.0, 1.0), (-1.0, 0.9)]
                .map(|(x, y)| Point::new(x, y) * half)
                .to_vec()
        };
        let mut hole = square(4.0);
        hole.reverse();
        let pieces = trapezoids(&[square(10.0), hole]);
        let area = |[a, b, c, d]: &[Point; 4]| ((b.x - a.x) + (c.x - d.x)) / 2.0 * (c.y - a.y);
        let covered: f32 = pieces.iter().map(area).sum();
        assert!((covered - 1.9 * 2.0 * (100.0 - 16.0)).abs() < 0.01, "{covered}");
        assert!(pieces.len() <= 8, "{}", pieces.len());
    }
}
