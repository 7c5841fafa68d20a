//! A stroke.

use crate::model::Point;

/// An unbroken polyline with a width and round ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Its points; at least two.
    pub points: Vec<Point>,
    /// Its width.
    pub width: f32,
}
