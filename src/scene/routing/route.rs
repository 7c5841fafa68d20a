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
