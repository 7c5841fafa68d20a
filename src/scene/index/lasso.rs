//! Whether a point lies in a lasso.

use crate::model::Point;

/// Whether a closed polyline goes around a point an odd number of times.
///
/// Source: the crossing test of Shimrat (1962), “Algorithm 112: position of point relative to polygon”.
pub(super) fn goes_around(lasso: &[Point], point: Point) -> bool {
    let ends = lasso.iter().zip(lasso.iter().cycle().skip(1));
    ends.fold(false, |inside, (a, b)| {
        let crosses = (a.y > point.y) != (b.y > point.y)
            && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y);
        inside != crosses
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_notch_isnt_within() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)];
        let lasso = points.map(|(x, y)| Point::new(x, y));
        assert!(goes_around(&lasso, Point::new(1.0, 5.0)));
        assert!(!goes_around(&lasso, Point::new(5.0, 6.0)));
        assert!(!goes_around(&lasso, Point::new(-1.0, 5.0)));
        assert!(!goes_around(&lasso[..1], Point::new(0.0, 0.0)));
    }
}
