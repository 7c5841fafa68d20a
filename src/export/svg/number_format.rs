//! Numbers and points as they stand in SVG attributes.

use std::fmt::{Display, Formatter, Result};

use crate::model::Point;

/// A number with up to two decimals. One that isn't finite is written as 0, so that the SVG stays
/// valid.
pub(super) struct Number(pub(super) f32);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        /// From here on a number of this precision has no decimals.
        const WHOLE: f64 = 1e15;
        let hundredths = if self.0.is_finite() { (f64::from(self.0) * 100.0).round() } else { 0.0 };
        if hundredths.abs() >= WHOLE {
            return write!(f, "{}", hundredths / 100.0);
        }
        // Whole numbers are written several times as fast as fractions, and most of a figure is numbers.
        let (sign, hundredths) = (if hundredths < 0.0 { "-" } else { "" }, hundredths.abs() as u64);
        let (whole, part) = (hundredths / 100, hundredths % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{sign}{whole}"),
            (_, 0) => write!(f, "{sign}{whole}.{}", part / 10),
            _ => write!(f, "{sign}{whole}.{part:02}"),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_nearest_with_two_decimals_and_no_more_digits_than_they_need() {
        for (number, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.004, "0"),
            (-0.006, "-0.01"),
            (0.07, "0.07"),
            (12.5, "12.5"),
            (-3.999, "-4"),
            (100.25, "100.25"),
            (1e9, "1000000000"),
            (f32::MAX, "340282346638528860000000000000000000000"),
            (f32::NAN, "0"),
            (f32::INFINITY, "0"),
        ] {
            assert_eq!(Number(number).to_string(), written);
        }
        for step in 0..20_000_u16 {
            let number = (f32::from(step) - 9_000.0) * 0.137;
            let shortest = (f64::from(number) * 100.0).round() / 100.0 + 0.0;
            assert_eq!(Number(number).to_string(), shortest.to_string());
        }
    }
}
