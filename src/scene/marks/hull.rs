//! The mark of a hull around nations that belong together.

use crate::model::{Color, NationId, Point, Rect};
use crate::scene::lines::dashes::push_dashes;
use crate::scene::lines::segment::{orientation, segment_distance, segment_meets};
use crate::scene::{Curve, Pattern, Stroke};

/// A hull around nations that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct HullMark {
    /// The organisation whose members are in it; `None` for a group.
    pub organisation: Option<NationId>,
    /// The name of the organisation, or what the group has in common.
    pub name: String,
    /// The nations that belong to it, as indices into the scene's nations, ascending.
    pub members: Vec<usize>,
    /// How many hulls of organisations lie in one another within it.
    pub nesting: u8,
    /// The points of the outline, clockwise and convex, close enough to look round.
    pub outline: Vec<Point>,
    /// How it looks.
    pub look: HullLook,
}

/// What a hull looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct HullLook {
    /// The colour of the area and of the line around it.
    pub color: Color,
    /// The opacity of the area, 0 in print.
    pub opacity: f32,
    /// The opacity of the line.
    pub edge_opacity: f32,
    /// The width of the line.
    pub width: f32,
    /// The line's dash pattern; in print each hull has its own.
    pub pattern: Pattern,
}

/// The ground below a nation that lies in a hull without belonging to it. It sets the nation apart from
/// that hull, and shows the tint of those that it does belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The points of its outline, clockwise and convex.
    pub outline: Vec<Point>,
    /// The opaque colour of the area.
    pub fill: Color,
    /// The colour of the line around it.
    pub edge: Color,
    /// The width of the line.
    pub width: f32,
}

impl HullMark {
    /// The strokes of its edge.
    pub fn edge(&self) -> Vec<Stroke> {
        outline_strokes(&self.outline, &self.look)
    }

    /// The rectangle around it.
    pub fn bounds(&self) -> Rect {
        self.outline.iter().fold(Rect::NOTHING, |rect, point| rect.including(*point))
    }

    /// The parameter at which a curve that starts within it leaves it; `None` if it never does.
    pub(in crate::scene) fn exit_of(&self, curve: &Curve) -> Option<f32> {
        const STEPS: u8 = 32;
        let outside = |t: f32| !self.contains(curve.point(t));
        let mut steps = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        let mut high = steps.find(|t| outside(*t))?;
        let mut low = (high - 1.0 / f32::from(STEPS)).max(0.0);
        for _ in 0..12 {
            let middle = f32::midpoint(low, high);
            if outside(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }

    /// The distance from a point to its edge.
    pub(in crate::scene) fn distance_to_edge(&self, point: Point) -> f32 {
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        ends.map(|(a, b)| segment_distance(point, *a, *b)).fold(f32::INFINITY, f32::min)
    }

    /// Whether it overlaps a rectangle.
    pub(in crate::scene) fn touches(&self, area: &Rect) -> bool {
        let corners = [Point::new(area.min.x, area.max.y), Point::new(area.max.x, area.min.y)];
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        let meets = |(a, b): (&Point, &Point)| segment_meets(*a, *b, area);
        corners.into_iter().chain([area.min, area.max]).any(|corner| self.contains(corner))
            || ends.into_iter().any(meets)
    }

    /// Whether a point lies within it.
    pub fn contains(&self, point: Point) -> bool {
        let ends = self.outline.iter().zip(self.outline.iter().cycle().skip(1));
        ends.into_iter().all(|(a, b)| orientation(*a, *b, point) >= 0.0)
    }
}

/// The strokes along a closed outline.
pub(in crate::scene) fn outline_strokes(outline: &[Point], look: &HullLook) -> Vec<Stroke> {
    let closed: Vec<Point> = outline.iter().chain(outline.first()).copied().collect();
    let mut strokes = Vec::new();
    push_dashes(&mut strokes, &closed, &look.pattern, look.width);
    strokes
}
