//! The mark of a hull around nations that belong together.

use std::sync::Arc;

use crate::model::{Color, NationId, Point, Rect};
use crate::scene::hull_area::{HullParts, area_contains};
use crate::scene::lines::dashes::push_dashes;
use crate::scene::lines::segment::{length_in_rect, segment_distance};
use crate::scene::{Pattern, Stroke};

/// A hull around nations that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct HullMark {
    /// The organisation whose members are in it; `None` for a group.
    pub organisation: Option<NationId>,
    /// Whether it is a bloc found in the ties, behind all that the map says itself.
    pub is_bloc: bool,
    /// The name of the organisation, or what the group has in common.
    pub name: String,
    /// What a bloc says below its name on its ties; empty if nothing.
    pub remark: String,
    /// The nations that belong to it, as indices into the scene's nations, ascending.
    pub members: Vec<usize>,
    /// The organisations whose hulls lie within it, as indices into the scene's nations, ascending.
    pub within: Vec<usize>,
    /// How many hulls of organisations lie in one another within it.
    pub nesting: u8,
    /// The middle of its members' marks, from which a name put by hand is measured.
    pub middle: Point,
    /// Where a layout has left room for its name.
    pub(in crate::scene) home: Option<Point>,
    /// Where its name stands: on its largest island, where ties to the organisation end, and then on others.
    pub names: Vec<HullName>,
    /// The closed outlines, close enough to look round: clockwise around islands, anticlockwise around
    /// holes. None crosses itself or another.
    pub outline: Vec<Vec<Point>>,
    /// The area within as trapezoids with level sides, each with its corners clockwise.
    pub pieces: Vec<[Point; 4]>,
    /// How it looks.
    pub look: HullLook,
    /// Those of its members that stand apart on it, if some do.
    pub apart: Option<HullApart>,
    /// The distance of the edge from the marks of members.
    pub(in crate::scene) margin: f32,
    /// The distance of the edge from names.
    pub(in crate::scene) name_margin: f32,
    /// What the outline was made from.
    pub(in crate::scene) parts: Arc<HullParts>,
}

/// A place at which the name of a hull stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HullName {
    /// The member that it stands beside, as an index into the scene's nations.
    pub anchor: usize,
    /// From the centre of that member to the middle of the name.
    pub offset: Point,
    /// The box of the name.
    pub area: Rect,
}

/// Members of a hull that stand apart on it: around their marks and names its ground looks otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct HullApart {
    /// The nations, as indices into the scene's nations, ascending.
    pub members: Vec<usize>,
    /// Closed outlines, as [`HullMark::outline`]: those of nations side by side are one.
    pub outlines: Vec<Vec<Point>>,
    /// The area within as trapezoids, as [`HullMark::pieces`].
    pub pieces: Vec<[Point; 4]>,
    /// How the ground looks there.
    pub look: HullLook,
}

/// What a hull looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct HullLook {
    /// The colour of the area and of the line around it.
    pub color: Color,
    /// The opacity of the area, faint in print.
    pub opacity: f32,
    /// The opacity of the line.
    pub edge_opacity: f32,
    /// The width of the line.
    pub width: f32,
    /// The line's dash pattern; in print each hull has its own.
    pub pattern: Pattern,
}

impl HullMark {
    /// The rectangle around it.
    pub fn bounds(&self) -> Rect {
        let points = self.outline.iter().flatten();
        points.fold(Rect::NOTHING, |rect, point| rect.including(*point))
    }

    /// The distance from a point to its edge.
    pub(in crate::scene) fn distance_to_edge(&self, point: Point) -> f32 {
        self.sides().map(|(a, b)| segment_distance(point, a, b)).fold(f32::INFINITY, f32::min)
    }

    /// Whether it overlaps a rectangle.
    pub(in crate::scene) fn touches(&self, area: &Rect) -> bool {
        self.contains(area.center())
            || self.sides().any(|(a, b)| area.contains(a) || length_in_rect(a, b, area) > 0.0)
    }

    /// Whether a point lies within it.
    pub fn contains(&self, point: Point) -> bool {
        area_contains(&self.outline, point)
    }

    /// The sides of all outlines.
    fn sides(&self) -> impl Iterator<Item = (Point, Point)> {
        self.outline
            .iter()
            .flat_map(|line| line.iter().copied().zip(line.iter().copied().cycle().skip(1)))
    }
}

impl HullLook {
    /// The strokes along closed outlines.
    pub fn strokes(&self, outlines: &[Vec<Point>]) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        for outline in outlines {
            let closed: Vec<Point> = outline.iter().chain(outline.first()).copied().collect();
            push_dashes(&mut strokes, &closed, &self.pattern, self.width);
        }
        strokes
    }
}
