//! Snapping: a dragged nation that is nearly level with another, nearly above or below it, or nearly halfway
//! between two on a line, is moved to be exactly so.

use crate::model::Point;

/// Nations whose coordinates differ by less than this lie on one line, in world units.
const SAME: f32 = 0.5;

/// Nations to snap to, sorted by both coordinates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapTargets {
    by_x: Vec<SnapTarget>,
    by_y: Vec<SnapTarget>,
}

/// A nation to snap to: its index and its centre.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SnapTarget {
    index: usize,
    at: Point,
}

/// How far snapping reaches, in world units.
#[derive(Clone, Copy, Debug)]
pub struct SnapReach {
    /// The farthest that the dragged nation is moved.
    pub shift: f32,
    /// How far away along a line another may be.
    pub along: f32,
}

/// How a dragged nation is moved, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snap {
    /// From where the pointer has it to where it snaps.
    pub shift: Point,
    /// What it is then aligned with; at most one in each direction.
    pub guides: Vec<SnapGuide>,
}

/// What a nation is aligned with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SnapGuide {
    /// Another on a horizontal or vertical line: its index, and the two centres.
    Along(usize, [Point; 2]),
    /// Two others, halfway between which it lies: their indices and their centres.
    Between([usize; 2], [Point; 2]),
}

/// An axis along which positions are compared.
#[derive(Clone, Copy, PartialEq)]
enum Axis {
    X,
    Y,
}

impl Axis {
    const fn of(self, point: Point) -> f32 {
        match self {
            Self::X => point.x,
            Self::Y => point.y,
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::X => Self::Y,
            Self::Y => Self::X,
        }
    }
}

impl SnapTargets {
    /// Nations by their indices and centres; takes as long as sorting them does.
    pub fn new(centers: impl IntoIterator<Item = (usize, Point)>) -> Self {
        let finite = |(_, at): &(usize, Point)| at.x.is_finite() && at.y.is_finite();
        let others = centers.into_iter().filter(finite);
        let mut by_x: Vec<SnapTarget> =
            others.map(|(index, at)| SnapTarget { index, at }).collect();
        let mut by_y = by_x.clone();
        by_x.sort_by(|a, b| a.at.x.total_cmp(&b.at.x).then(a.index.cmp(&b.index)));
        by_y.sort_by(|a, b| a.at.y.total_cmp(&b.at.y).then(a.index.cmp(&b.index)));
        Self { by_x, by_y }
    }

    /// Where a nation snaps that is dragged to a point. The two axes are independent: each snaps to the
    /// nearest line within reach, or to the middle between two neighbours on the line that the other axis
    /// has found, where that is nearer.
    pub fn snap(&self, at: Point, reach: SnapReach) -> Snap {
        let found = [Axis::X, Axis::Y].map(|axis| self.nearest(axis, at, reach));
        let line = |axis: Axis| found[axis as usize].map(|other| axis.of(other.at));
        let offset = |axis: Axis| line(axis).map(|line| line - axis.of(at));
        let middle = |axis: Axis| {
            let on = line(axis.other())?;
            let ends = self.neighbours(axis, on, axis.of(at), reach)?;
            let offset_to = (axis.of(ends[0].at) + axis.of(ends[1].at)) / 2.0 - axis.of(at);
            let is_nearer = offset(axis).is_none_or(|other| offset_to.abs() < other.abs());
            (offset_to.abs() <= reach.shift && is_nearer).then_some((offset_to, ends))
        };
        let middles = [Axis::X, Axis::Y].map(middle);
        let shift = |axis: Axis| {
            let middle = middles[axis as usize].as_ref().map(|(offset, _)| *offset);
            middle.or_else(|| offset(axis)).unwrap_or_default()
        };
        let shift = Point::new(shift(Axis::X), shift(Axis::Y));
        let guide = |axis: Axis| match (&middles[axis as usize], &middles[axis.other() as usize]) {
            (Some((_, [a, b])), _) => Some(SnapGuide::Between([a.index, b.index], [a.at, b.at])),
            // The line between two neighbours shows this alignment as well.
            (None, Some(_)) => None,
            (None, None) => {
                let other = found[axis as usize]?;
                Some(SnapGuide::Along(other.index, [other.at, at + shift]))
            }
        };
        Snap { shift, guides: [Axis::X, Axis::Y].into_iter().filter_map(guide).collect() }
    }

    /// The others whose coordinate on an axis lies within a distance of a value.
    fn within(&self, axis: Axis, middle: f32, distance: f32) -> &[SnapTarget] {
        let list = if axis == Axis::X { &self.by_x } else { &self.by_y };
        let from = list.partition_point(|other| axis.of(other.at) < middle - distance);
        let to = list.partition_point(|other| axis.of(other.at) <= middle + distance);
        list.get(from..to).unwrap_or_default()
    }

    /// The other whose line is nearest; of several on one line, the nearest along it.
    fn nearest(&self, axis: Axis, at: Point, reach: SnapReach) -> Option<SnapTarget> {
        let off = |other: &SnapTarget| (axis.of(other.at) - axis.of(at)).abs();
        let away = |other: &SnapTarget| (axis.other().of(other.at) - axis.other().of(at)).abs();
        let near = self.within(axis, axis.of(at), reach.shift).iter();
        let near = near.filter(|other| away(other) <= reach.along);
        near.min_by(|a, b| off(a).total_cmp(&off(b)).then(away(a).total_cmp(&away(b)))).copied()
    }

    /// The neighbours on both sides of a point of a line along an axis.
    fn neighbours(
        &self,
        axis: Axis,
        line: f32,
        at: f32,
        reach: SnapReach,
    ) -> Option<[SnapTarget; 2]> {
        let along = |other: &&SnapTarget| axis.of(other.at);
        let on_line = || {
            let on_line = self.within(axis.other(), line, SAME).iter();
            on_line.filter(|other| (axis.of(other.at) - at).abs() <= reach.along)
        };
        let before = on_line().filter(|other| along(other) < at);
        let after = on_line().filter(|other| along(other) > at);
        let before = before.max_by(|a, b| along(a).total_cmp(&along(b)))?;
        let after = after.min_by(|a, b| along(a).total_cmp(&along(b)))?;
        Some([*before, *after])
    }
}

impl Snap {
    /// The indices of the nations that it is aligned with.
    pub fn partners(&self) -> impl Iterator<Item = usize> {
        self.guides
            .iter()
            .flat_map(|guide| match *guide {
                SnapGuide::Along(index, _) => [Some(index), None],
                SnapGuide::Between([a, b], _) => [Some(a), Some(b)],
            })
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REACH: SnapReach = SnapReach { shift: 6.0, along: 400.0 };

    fn others(centers: &[(f32, f32)]) -> SnapTargets {
        SnapTargets::new(centers.iter().map(|(x, y)| Point::new(*x, *y)).enumerate())
    }

    fn lands(others: &SnapTargets, x: f32, y: f32) -> Point {
        let at = Point::new(x, y);
        at + others.snap(at, REACH).shift
    }

    #[test]
    fn it_snaps_to_the_nearest_line_within_reach_and_no_farther() {
        let others = others(&[(0.0, 0.0), (4.0, 200.0), (300.0, 90.0)]);
        assert_eq!(lands(&others, 1.0, 50.0), Point::new(0.0, 50.0));
        assert_eq!(lands(&others, 3.0, 50.0), Point::new(4.0, 50.0));
        assert_eq!(lands(&others, 5.0, 93.0), Point::new(4.0, 90.0), "in both directions");
        assert_eq!(lands(&others, 50.0, 50.0), Point::new(50.0, 50.0));
        assert_eq!(lands(&others, -7.0, 50.0), Point::new(-7.0, 50.0));
        assert_eq!(
            lands(&others, 2.0, 700.0),
            Point::new(2.0, 700.0),
            "too far away along the line"
        );
    }

    #[test]
    fn a_guide_leads_to_the_nearest_on_its_line() {
        let others = others(&[(0.0, 0.0), (0.0, 300.0), (0.0, 120.0)]);
        let snap = others.snap(Point::new(2.0, 180.0), REACH);
        let ends = [Point::new(0.0, 120.0), Point::new(0.0, 180.0)];
        assert_eq!(snap.guides, [SnapGuide::Along(2, ends)]);
        assert_eq!(snap.partners().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn half_way_between_neighbours_on_a_line_the_gaps_become_equal() {
        let others = others(&[(0.0, 0.0), (200.0, 0.0), (500.0, 0.0)]);
        let snap = others.snap(Point::new(103.0, 4.0), REACH);
        assert_eq!(snap.shift, Point::new(-3.0, -4.0));
        let ends = [Point::new(0.0, 0.0), Point::new(200.0, 0.0)];
        assert_eq!(snap.guides, [SnapGuide::Between([0, 1], ends)]);
        assert_eq!(lands(&others, 352.0, 1.0), Point::new(350.0, 0.0));
        assert_eq!(lands(&others, 120.0, 4.0), Point::new(120.0, 0.0));
        assert_eq!(lands(&others, 103.0, 30.0), Point::new(103.0, 30.0), "on no line");
    }

    #[test]
    fn the_order_of_the_nations_doesnt_matter_and_strange_places_are_left_out() {
        let centers = [(0.0, 0.0), (3.0, 40.0), (f32::NAN, 0.0), (9.0, f32::INFINITY)];
        let here = others(&centers);
        let at = Point::new(1.0, 20.0);
        let turned = centers.iter().enumerate().rev().map(|(n, (x, y))| (n, Point::new(*x, *y)));
        assert_eq!(here, SnapTargets::new(turned));
        assert_eq!(here.snap(at, REACH).shift, Point::new(-1.0, 0.0));
        assert_eq!(SnapTargets::default().snap(at, REACH), Snap::default());
        assert_eq!(here.snap(Point::new(f32::NAN, 0.0), REACH).shift.x, 0.0);
    }
}
