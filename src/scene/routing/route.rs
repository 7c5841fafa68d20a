//! The route of a tie.

use crate::scene::Curve;

/// The largest bend that a tie is given which wasn't bent by hand. Its line is then less than 1.3 times as
/// long as the straight way: a parabola of bend *b* is √(1 + 4*b*²)/2 + asinh(2*b*)/(4*b*) as long.
pub(super) const MAX_BEND: f32 = 0.7;

/// How far a tie may bend that sways, so that its line is less than 1.3 times as long as the straight way: one of bend
/// *b* and sway *s* is at most 1 + 2*b*²/3 + 2*s*²/5 as long.
pub(super) fn max_bend(sway: f32) -> f32 {
    let square = 1.5 * (0.3 - 0.4 * sway * sway);
    if sway == 0.0 { MAX_BEND } else { square.max(0.0).sqrt().min(MAX_BEND) }
}

/// The farthest that a tie may bend that sways: its line is just less than 1.3 times as long as the straight way. `None`
/// where it is longer without a bend.
pub(super) fn farthest_bend(sway: f32) -> Option<f32> {
    const LONGEST: f32 = 1.298;
    const HALVINGS: usize = 12;
    if length(0.0, sway) > LONGEST {
        return None;
    }
    let (mut low, mut high) = (0.0, MAX_BEND);
    for _ in 0..HALVINGS {
        let middle = f32::midpoint(low, high);
        if length(middle, sway) > LONGEST { high = middle } else { low = middle }
    }
    Some(low)
}

/// How long the line of a tie of a bend and a sway is, in lengths of the straight way: Simpson's rule over the slope of
/// its distance from that way.
fn length(bend: f32, sway: f32) -> f32 {
    const PIECES: u8 = 16;
    let at = |step: u8| {
        let t = f32::from(step) / f32::from(PIECES);
        let slope = 2.0 * (1.0 - 2.0 * t) * bend + 2.0 * (1.0 - 6.0 * t + 6.0 * t * t) * sway;
        let weight = match step {
            0 | PIECES => 1.0,
            step if step % 2 == 1 => 4.0,
            _ => 2.0,
        };
        weight * (1.0 + slope * slope).sqrt()
    };
    (0..=PIECES).map(at).sum::<f32>() / (3.0 * f32::from(PIECES))
}

/// The route of a tie: from centre to centre, or to the middle of the tie at which it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::scene) struct Route {
    /// The whole curve, not trimmed.
    pub(in crate::scene) curve: Curve,
    /// Its bend: see [`TieMark::bend`](crate::scene::TieMark::bend).
    pub(in crate::scene) bend: f32,
    /// Its sway: see [`TieMark::sway`](crate::scene::TieMark::sway).
    pub(in crate::scene) sway: f32,
    /// The index of its first nation in the map.
    pub(in crate::scene) from_nation: usize,
    /// The index of its second nation; `None` for a tie onto a tie.
    pub(in crate::scene) to_nation: Option<usize>,
    /// The index of the tie at which it ends; `None` for a tie between nations.
    pub(in crate::scene) to_tie: Option<usize>,
}

impl Route {
    /// Whether the tie leads from a nation to itself.
    pub(in crate::scene) fn is_loop(&self) -> bool {
        self.to_nation == Some(self.from_nation)
    }

    /// Whether a nation is one of its ends.
    pub(in crate::scene) fn ends_at(&self, nation: usize) -> bool {
        self.from_nation == nation || self.to_nation == Some(nation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Point;

    #[test]
    fn the_farthest_bend_of_a_sway_is_as_long_as_a_tie_may_be() {
        let (from, to) = (Point::new(0.0, 0.0), Point::new(300.0, 400.0));
        for step in 0..=19u8 {
            let sway = f32::from(step) * 0.05;
            let bend = farthest_bend(sway).expect("some bend");
            let longest = Curve::swayed(from, to, bend, sway).length() / 500.0;
            assert!(
                longest < 1.3 && (longest > 1.29 || bend > MAX_BEND - 0.01),
                "{sway}: {longest}"
            );
            assert!(bend >= max_bend(sway) - 0.01);
        }
        assert_eq!(farthest_bend(1.5), None);
    }
}
