//! The area of a hull: what its members and their names cover, with necks between them, without the bays
//! around nations that don't belong to it.
//!
//! It is made on a grid of distances and read off it as outlines that never cross themselves. Steps and
//! their sources stand at [`outlines`].

mod blob;
mod closing;
mod contour;
mod distances;
mod field;
mod necks;
mod outlines;
mod parts;
mod polygon;
mod spanning_tree;
#[cfg(test)]
mod tests;
mod trapezoids;

pub(super) use blob::Blob;
pub(super) use outlines::{are_filled_between, has_neck, outlines};
pub(super) use parts::{HullParts, NamePart};
pub(super) use polygon::area_contains;
pub(super) use spanning_tree::Islands;
pub(super) use trapezoids::trapezoids;

/// Up to which distance between their rims two members share an island, at unit 1.
pub(super) const LONGEST_NECK: f32 = 230.0;
