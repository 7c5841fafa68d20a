//! The marks of ties that are drawn as one.

use crate::model::{Color, Point};
use crate::scene::{Arrow, Curve, Emphasis, Line, Pattern};

/// Ties of one kind and status that are drawn as one: between two groups of nations as one line, or within a group as a
/// ring around its middle; to all of a bloc as a line to its ground; between two sides as lines that meet.
#[derive(Clone, Debug, PartialEq)]
pub struct TieGroupMark {
    /// The ties, as indices into the scene's ties, ascending.
    pub ties: Vec<usize>,
    /// What they are: `37 ties, allied: Africa – Europe`.
    pub name: String,
    /// The line from end to end, the parts of the ring, or the lines that meet.
    pub curves: Vec<Curve>,
    /// The forks in which it ends on grounds, each in three parts without dashes.
    pub forks: Vec<[Curve; 3]>,
    /// The lines between the points at which others meet and part, without dashes.
    pub trunks: Vec<Curve>,
    /// Whether its dashes end straight, as those of a wide line do, and not round like those of a single tie.
    pub has_straight_dashes: bool,
    /// How much it stands out.
    pub emphasis: Emphasis,
    /// The colour, already faded to its strength.
    pub color: Color,
    /// The width, which grows with the number of ties.
    pub width: f32,
    /// The dash pattern.
    pub pattern: Pattern,
    /// The arrow at the second end.
    pub arrow: Option<Arrow>,
    /// The stroke across ties that have ended.
    pub strike: Option<Line>,
}

impl TieGroupMark {
    /// The points at which its line ends in forks.
    pub(in crate::scene) fn ends_on_grounds(&self) -> Vec<Point> {
        self.forks.iter().map(|[middle, ..]| middle.to).collect()
    }

    /// Its lines without dashes.
    pub fn solid_curves(&self) -> impl Iterator<Item = &Curve> {
        self.forks.iter().flatten().chain(&self.trunks)
    }

    /// All of its lines.
    pub fn all_curves(&self) -> impl Iterator<Item = &Curve> {
        self.curves.iter().chain(self.solid_curves())
    }

    /// The distance from a point to its line; 0 on it.
    pub fn distance_to(&self, point: Point) -> f32 {
        let away = self.all_curves().map(|curve| curve.distance_to(point));
        (away.fold(f32::INFINITY, f32::min) - self.width / 2.0).max(0.0)
    }
}

/// The middle of a group of nations, at which ties that are drawn as one end.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupHub {
    /// Its centre.
    pub center: Point,
    /// Its radius.
    pub radius: f32,
    /// The radius of the outermost ring around it.
    pub reach: f32,
    /// Its colour.
    pub color: Color,
    /// Lines to the nations of the group, where no hull shows it.
    pub spokes: Vec<Curve>,
    /// The width of these lines.
    pub width: f32,
    /// What the group is called.
    pub name: String,
}
