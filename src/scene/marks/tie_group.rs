//! The marks of ties that are drawn as one.

use crate::model::{Color, Point};
use crate::scene::{Arrow, Curve, Emphasis, Line, Pattern};

/// Ties of one kind and status between two groups of nations, drawn as one line, or those within a group as a
/// ring around its middle.
#[derive(Clone, Debug, PartialEq)]
pub struct TieGroupMark {
    /// The ties, as indices into the scene's ties, ascending.
    pub ties: Vec<usize>,
    /// What they are: `37 ties, allied: Africa – Europe`.
    pub name: String,
    /// The line from end to end, or the parts of the ring.
    pub curves: Vec<Curve>,
    /// The forks in which it ends on grounds, each in three parts without dashes.
    pub forks: Vec<[Curve; 3]>,
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

    /// All of its lines.
    pub fn all_curves(&self) -> impl Iterator<Item = &Curve> {
        self.curves.iter().chain(self.forks.iter().flatten())
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
