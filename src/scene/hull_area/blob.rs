//! What a hull holds or keeps off: discs and boxes with round corners.

use crate::model::{Point, Rect};

/// All points within a radius of a rectangle. A disc is that of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct Blob {
    core: Rect,
    radius: f32,
}

impl Blob {
    pub(in crate::scene) const fn disc(center: Point, radius: f32) -> Self {
        Self { core: Rect::new(center, center), radius }
    }

    pub(in crate::scene) const fn area(core: Rect) -> Self {
        Self { core, radius: 0.0 }
    }

    /// A box whose ends are round.
    pub(super) fn rounded(area: &Rect) -> Self {
        let radius = area.height().min(area.width()).max(0.0) / 2.0;
        Self { core: area.expanded(-radius), radius }
    }

    /// The distance from its rim to a point; negative within.
    pub(in crate::scene) fn distance(&self, point: Point) -> f32 {
        let x = (self.core.min.x - point.x).max(point.x - self.core.max.x);
        let y = (self.core.min.y - point.y).max(point.y - self.core.max.y);
        Point::new(x.max(0.0), y.max(0.0)).length() + x.max(y).min(0.0) - self.radius
    }

    /// The distance between the rims of two; negative where they overlap.
    pub(in crate::scene) fn gap_to(&self, other: &Self) -> f32 {
        let (a, b) = (&self.core, &other.core);
        let x = (a.min.x - b.max.x).max(b.min.x - a.max.x).max(0.0);
        let y = (a.min.y - b.max.y).max(b.min.y - a.max.y).max(0.0);
        Point::new(x, y).length() - self.radius - other.radius
    }

    pub(in crate::scene) fn center(&self) -> Point {
        self.core.center()
    }

    pub(super) fn bounds(&self) -> Rect {
        self.core.expanded(self.radius)
    }

    /// Half of its longer side.
    pub(super) fn reach(&self) -> f32 {
        self.core.width().max(self.core.height()) / 2.0 + self.radius
    }
}
