//! Room for the nations of a page, found by the layout.

use crate::layout::{self, AreaProblem};
use crate::model::{Point, Rect};
use crate::scene::figure::PlacementRequest;

/// Places at which all nations have room for their names: what [`crate::scene::figure::figure`] asks
/// for.
pub fn make_room(wish: &PlacementRequest<'_>) -> Option<Vec<Point>> {
    /// The air between two boxes, in units of the page.
    const MARGIN: f32 = 3.0;
    let corners = |rect: &Rect| [rect.min.x, rect.min.y, rect.max.x, rect.max.y];
    let problem = AreaProblem {
        boxes: wish.footprints.iter().map(corners).collect(),
        wishes: wish.preferred.iter().map(|point| [point.x, point.y]).collect(),
        area: corners(&wish.area),
        margin: MARGIN,
    };
    let places = layout::make_room(&problem)?;
    Some(places.into_iter().map(|[x, y]| Point::new(x, y)).collect())
}
