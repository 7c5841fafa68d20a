//! Convex polygons in the plane, cut by lines.

use super::geometry::{Rect, Xy, add, bounds, distance, scaled, sub};

/// A convex polygon: its corners in order around it, fewer than three where nothing is left of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Convex(Vec<Xy>);

/// The side of a line on which `normal · point` is at most `offset`.
#[derive(Clone, Copy, Debug)]
pub(super) struct HalfPlane {
    /// Points away from it.
    pub(super) normal: Xy,
    pub(super) offset: f32,
}

impl HalfPlane {
    /// How far a point lies beyond the line, in lengths of the normal; below 0 inside.
    pub(super) fn beyond(&self, point: Xy) -> f32 {
        dot(self.normal, point) - self.offset
    }
}

pub(super) fn dot(a: Xy, b: Xy) -> f32 {
    a[0] * b[0] + a[1] * b[1]
}

impl Convex {
    /// A rectangle.
    pub(super) fn of_rect([left, top, right, bottom]: Rect) -> Self {
        Self(vec![[left, top], [right, top], [right, bottom], [left, bottom]])
    }

    /// What of it lies in a half plane (Sutherland and Hodgman 1974).
    #[must_use]
    pub(super) fn clipped(self, side: HalfPlane) -> Self {
        if self.0.iter().all(|&corner| side.beyond(corner) <= 0.0) {
            return self;
        }
        let mut kept = Vec::with_capacity(self.0.len() + 1);
        for [from, to] in self.edges() {
            let (before, after) = (side.beyond(from), side.beyond(to));
            if before <= 0.0 {
                kept.push(from);
            }
            if (before < 0.0 && after > 0.0) || (before > 0.0 && after < 0.0) {
                kept.push(add(from, scaled(sub(to, from), before / (before - after))));
            }
        }
        Self(kept)
    }

    /// The half planes whose intersection it is, with normals of length 1.
    pub(super) fn sides(&self) -> Vec<HalfPlane> {
        let turn = if self.signed_area() < 0.0 { -1.0 } else { 1.0 };
        let side = |[from, to]: [Xy; 2]| {
            let length = distance(from, to);
            let [x, y] = sub(to, from);
            let normal = [turn * y / length, -turn * x / length];
            (length > 0.0).then(|| HalfPlane { normal, offset: dot(normal, from) })
        };
        self.edges().filter_map(side).collect()
    }

    /// What of it is at least this far from its border.
    #[must_use]
    pub(super) fn inset(&self, by: f32) -> Self {
        let narrowed = |side: HalfPlane| HalfPlane { offset: side.offset - by, ..side };
        self.sides().into_iter().map(narrowed).fold(self.clone(), |rest, side| rest.clipped(side))
    }

    /// The same with its corners cut off, each at this share of its sides.
    #[must_use]
    pub(super) fn rounded(&self, share: f32) -> Self {
        let cut = |[from, to]: [Xy; 2]| {
            let along = scaled(sub(to, from), share);
            [add(from, along), sub(to, along)]
        };
        Self(self.edges().flat_map(cut).collect())
    }

    /// The same with both axes scaled.
    #[must_use]
    pub(super) fn scaled(&self, [x, y]: Xy) -> Self {
        Self(self.0.iter().map(|corner| [corner[0] * x, corner[1] * y]).collect())
    }

    pub(super) fn area(&self) -> f32 {
        self.signed_area().abs()
    }

    /// Its centre of mass; the mean of its corners where it has no area, and the origin without any.
    pub(super) fn centroid(&self) -> Xy {
        let Some(&origin) = self.0.first() else { return [0.0; 2] };
        let (mut sum, mut twice_area) = ([0.0; 2], 0.0);
        // From a corner of its own, so that its distance from the origin costs no digits.
        for [from, to] in self.edges() {
            let (a, b) = (sub(from, origin), sub(to, origin));
            let cross = a[0] * b[1] - b[0] * a[1];
            twice_area += cross;
            sum = add(sum, scaled(add(a, b), cross));
        }
        if twice_area.abs() > f32::MIN_POSITIVE {
            return add(origin, scaled(sum, 1.0 / (3.0 * twice_area)));
        }
        let corners = self.0.iter().fold([0.0; 2], |sum, &corner| add(sum, corner));
        scaled(corners, 1.0 / self.0.len() as f32)
    }

    /// The least rectangle around it.
    pub(super) fn bounds(&self) -> Option<Rect> {
        bounds(self.0.iter().map(|&[x, y]| [x, y, x, y]))
    }

    fn edges(&self) -> impl Iterator<Item = [Xy; 2]> + '_ {
        let next = self.0.iter().cycle().skip(1);
        self.0.iter().zip(next).map(|(&from, &to)| [from, to])
    }

    fn signed_area(&self) -> f32 {
        let Some(&origin) = self.0.first() else { return 0.0 };
        let twice = |[from, to]: [Xy; 2]| {
            let (a, b) = (sub(from, origin), sub(to, origin));
            a[0] * b[1] - b[0] * a[1]
        };
        self.edges().map(twice).sum::<f32>() / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_cut_inset_and_rounded() {
        let square = Convex::of_rect([10.0, 10.0, 20.0, 20.0]);
        assert_eq!((square.area(), square.centroid()), (100.0, [15.0, 15.0]));
        let left = square.clone().clipped(HalfPlane { normal: [1.0, 0.0], offset: 12.0 });
        assert_eq!((left.area(), left.centroid()), (20.0, [11.0, 15.0]));
        assert_eq!(square.inset(1.0).area(), 64.0);
        assert_eq!(square.inset(6.0).area(), 0.0, "nothing is left");
        assert_eq!(square.rounded(0.25).area(), 87.5);
        let gone = square.clipped(HalfPlane { normal: [1.0, 0.0], offset: 0.0 });
        assert_eq!((gone.area(), gone.centroid()), (0.0, [0.0; 2]));
    }
}
