//! Unit vectors at any share of a full turn, and the order of directions around a point.
//!
//! Source: the half-angle identities and the sum of angles. Sine and cosine of the standard library
//! differ by platform; these don't. Guarantees unit length within 1e-6, an angle within 1e-7 of a
//! turn, and exact quarter turns.

use super::geometry::Xy;

/// Halvings of a quarter turn: finer than `f32` can tell apart.
const HALVINGS: usize = 26;

/// The unit vector at a share of a full turn: 0 points right, a quarter points down.
pub(super) fn unit_vector(turns: f64) -> Xy {
    let quarters = (turns - turns.floor()) * 4.0;
    let mut at = match quarters as u32 {
        0 => [1.0, 0.0],
        1 => [0.0, 1.0],
        2 => [-1.0, 0.0],
        _ => [0.0, -1.0],
    };
    let mut rest = quarters - quarters.floor();
    let mut step = [0.0_f64, 1.0];
    for _ in 0..HALVINGS {
        let cosine = ((1.0 + step[0]) / 2.0).sqrt();
        step = [cosine, step[1] / (2.0 * cosine)];
        rest *= 2.0;
        if rest >= 1.0 {
            rest -= 1.0;
            at = [at[0] * step[0] - at[1] * step[1], at[0] * step[1] + at[1] * step[0]];
        }
    }
    at.map(|c| c as f32)
}

/// A number in `0.0 .. 4.0` that rises with the angle of a vector, clockwise from the right; 0 for the
/// zero vector. It orders directions without being an angle: it differs from quarters of a turn by less
/// than a tenth.
pub(super) fn pseudo_angle([x, y]: Xy) -> f32 {
    let size = x.abs() + y.abs();
    match () {
        () if size == 0.0 => 0.0,
        () if y >= 0.0 => 1.0 - x / size,
        () => 3.0 + x / size,
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::DIRECTIONS;
    use super::*;

    #[test]
    fn sixteenths_are_the_sixteen_directions() {
        for (i, expected) in DIRECTIONS.iter().enumerate() {
            let [x, y] = unit_vector(i as f64 / 16.0);
            assert!((x - expected[0]).abs() < 1e-6 && (y - expected[1]).abs() < 1e-6, "{i}");
        }
        assert_eq!(unit_vector(-0.25), [0.0, -1.0]);
    }

    #[test]
    fn around_rises_all_the_way_round() {
        let turns: Vec<f32> =
            (0..360).map(|i| pseudo_angle(unit_vector(f64::from(i) / 360.0))).collect();
        assert!(turns.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(turns.iter().enumerate().all(|(i, t)| (t - i as f32 / 90.0).abs() < 0.1));
    }
}
