//! Positions for nations on a page, so that their names have room.

use crate::layout::{self, AreaProblem};
use crate::model::{Point, Rect};
use crate::scene::figure::PlacementRequest;

/// Positions on a page at which all nations have room for their names, or `None` if there are none. This
/// is the function that [`crate::scene::figure::figure`] takes.
pub fn fit_nations_on_page(wish: &PlacementRequest<'_>) -> Option<Vec<Point>> {
    /// The least distance between two boxes, in units of the page.
    const MARGIN: f32 = 3.0;
    let corners = |rect: &Rect| [rect.min.x, rect.min.y, rect.max.x, rect.max.y];
    let problem = AreaProblem {
        boxes: wish.footprints.iter().map(corners).collect(),
        desired: wish.preferred.iter().map(|point| [point.x, point.y]).collect(),
        area: corners(&wish.area),
        taken: wish.taken.as_ref().map(corners),
        margin: MARGIN,
    };
    let places = layout::fit_into_area(&problem)?;
    Some(places.into_iter().map(|[x, y]| Point::new(x, y)).collect())
}
