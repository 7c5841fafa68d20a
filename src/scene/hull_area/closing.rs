//! Closing and opening: a shape grown and shrunk again, or the other way round. The first fills bays and
//! gaps that a disc can't enter, the second takes away spikes and strips that can't hold one; both leave
//! round corners.
//!
//! Source: G. Matheron, “Random sets and integral geometry”, 1975. The closing of discs is their α-hull
//! (H. Edelsbrunner, D. Kirkpatrick and R. Seidel, “On the shape of a set of points in the plane”, 1983).

use super::distances::distance_to_contour;
use super::field::Field;

/// Closes a shape with discs of a radius. The field needs to be right in sign, and near its edge in value.
pub(super) fn close(field: &mut Field, radius: f32) {
    let edge = distance_to_contour(field, 0.0, radius, 0.0..f32::INFINITY);
    field.combine(&edge, |value, edge| if value < 0.0 { value } else { edge });
    let far = distance_to_contour(field, radius, radius, 0.0..radius);
    field.combine(
        &far,
        |distance, far| {
            if distance < radius { distance.min(radius - far) } else { distance }
        },
    );
}

/// Opens a shape with discs of a radius. The field needs to be right in sign, and near its edge in value.
pub(super) fn open(field: &mut Field, radius: f32) {
    let around = f32::NEG_INFINITY..2.0 * field.cell();
    let edge = distance_to_contour(field, 0.0, radius, around);
    field.combine(&edge, |value, edge| if value < 0.0 { -edge } else { edge });
    let around = -2.0 * radius..f32::INFINITY;
    let core = distance_to_contour(field, -radius, radius, around);
    field.combine(
        &core,
        |value, core| {
            if value < -radius { -core - radius } else { core - radius }
        },
    );
}
