//! What a page asks of a layout. The layout is passed to [`figure`](super::figure()) as a function, since
//! this floor computes no positions.

use crate::model::{Point, Rect};

/// A request for positions on a page at which every nation has space for its name.
#[derive(Clone, Copy, Debug)]
pub struct PlacementRequest<'a> {
    /// The preferred position of each nation, then of each text note.
    pub preferred: &'a [Point],
    /// The footprint of each: the rectangle around a nation's mark and name, or around a note, relative to its
    /// position.
    pub footprints: &'a [Rect],
    /// The area that no footprint may leave.
    pub area: Rect,
    /// A part of the area that must stay free, where a legend stands.
    pub taken: Option<Rect>,
}

/// Finds positions close to the preferred ones at which no footprints overlap; `None` if there are none.
pub type PlaceNations = fn(&PlacementRequest<'_>) -> Option<Vec<Point>>;
