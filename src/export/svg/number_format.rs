//! Numbers and points as they stand in SVG attributes.

use std::fmt::{Display, Formatter, Result};

use crate::model::Point;

/// A number with up to two decimals. One that isn't finite is written as 0, so that the SVG stays
/// valid.
pub(super) struct Number(pub(super) f32);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let value =
            if self.0.is_finite() { (f64::from(self.0) * 100.0).round() / 100.0 } else { 0.0 };
        // Adding zero turns -0 into 0.
        write!(f, "{}", value + 0.0)
    }
}

/// A scale, with as many decimals as keep what is scaled in its place.
pub(super) struct Factor(pub(super) f32);

impl Display for Factor {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:.4}", if self.0.is_finite() { self.0 } else { 0.0 })
    }
}

/// A point as two numbers with a space between them.
pub(super) struct Coordinates(pub(super) Point);

impl Display for Coordinates {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", Number(self.0.x), Number(self.0.y))
    }
}
