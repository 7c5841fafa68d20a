//! All that the area of a hull depends on.

use super::blob::Blob;
use crate::model::Rect;

/// What a hull holds and what it keeps off. The same parts give the same area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::scene) struct HullParts {
    /// The marks of its members.
    pub(in crate::scene) members: Vec<Blob>,
    /// The names of members, and its own.
    pub(in crate::scene) names: Vec<NamePart>,
    /// The members of each hull that lies within it: the necks between them are its own too.
    pub(in crate::scene) inner: Vec<Vec<usize>>,
    /// The marks of nations that don't belong to it.
    pub(in crate::scene) strangers: Vec<Blob>,
    /// Their names.
    pub(in crate::scene) stranger_names: Vec<Blob>,
    /// Whether members stay by themselves: only narrow gaps between them are filled, and no neck joins them.
    pub(in crate::scene) is_loose: bool,
    /// The distance of the edge from the marks of members, in world units.
    pub(in crate::scene) margin: f32,
    /// The distance of the edge from names.
    pub(in crate::scene) name_margin: f32,
    /// The size of 1 unit.
    pub(in crate::scene) unit: f32,
    /// The width of the cells in which distances are measured, at unit 1.
    pub(in crate::scene) cell: f32,
    /// How many times the corners of outlines are cut, so that they look round at a large zoom.
    pub(in crate::scene) rounds: u8,
}

impl HullParts {
    /// Whether an area made of these parts does for others too: they are the same, and no finer cells are wanted
    /// nor other corners.
    pub(in crate::scene) fn do_for(&self, wanted: &Self) -> bool {
        let Self { members, names, inner, strangers, stranger_names, .. } = self;
        let sizes = |parts: &Self| (parts.margin, parts.name_margin, parts.unit);
        self.cell <= wanted.cell
            && self.rounds == wanted.rounds
            && sizes(self) == sizes(wanted)
            && *members == wanted.members
            && *names == wanted.names
            && *inner == wanted.inner
            && *strangers == wanted.strangers
            && *stranger_names == wanted.stranger_names
    }
}

/// A name in a hull.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct NamePart {
    /// The member beside which it stands, as an index among the members.
    pub(in crate::scene) member: usize,
    /// Its box.
    pub(in crate::scene) area: Rect,
    /// Whether it is the name of the hull, or of one within it, which a neck joins to the member.
    pub(in crate::scene) is_own: bool,
}
