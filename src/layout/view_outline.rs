//! The shape of a view, which drawings by blocs and by hulls fill.

use super::convex::{Convex, HalfPlane, dot};
use super::options::View;

/// The shape of a view with this area, around the origin. What covers its corner is cut off by a line on which the free
/// corner of that lies, so that no tie between two points runs over it.
pub(super) fn view_outline(view: View, area: f32) -> Convex {
    let ([width, height], [across, down]) = (view.size, view.corner);
    let whole = Convex::of_rect([-width / 2.0, -height / 2.0, width / 2.0, height / 2.0]);
    let free = [across - width / 2.0, height / 2.0 - down];
    let normal = [-down, across];
    let is_covered = across > 0.0 && down > 0.0;
    let side = HalfPlane { normal, offset: dot(normal, free) };
    let shape = if is_covered { whole.clipped(side) } else { whole };
    let scale = (area / shape.area()).sqrt();
    shape.scaled([scale; 2])
}
