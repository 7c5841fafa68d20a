//! Numbers as JSON writes them: whole ones without a decimal point, others with as few digits as they
//! need.

use serde_json::Number;

use crate::model::Point;

/// The shortest number that reads back as the same one in single precision.
pub fn from_f32(value: f32) -> Number {
    if value.fract() == 0.0 {
        return Number::from(value as i64);
    }
    let shortest = value.to_string().parse().ok().and_then(Number::from_f64);
    shortest.unwrap_or_else(|| Number::from(0))
}

/// Both coordinates of a point.
pub fn pair(point: Point) -> [Number; 2] {
    [from_f32(point.x), from_f32(point.y)]
}

/// The shortest number that reads back as the same one in double precision.
pub fn from_f64(value: f64) -> Number {
    /// Up to here double precision holds every whole number exactly.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return Number::from(value as i64);
    }
    Number::from_f64(value).unwrap_or_else(|| Number::from(0))
}
