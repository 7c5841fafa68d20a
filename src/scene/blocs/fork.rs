//! The fork in which a line ends on a ground: a sign that all on it are meant.

use crate::scene::Curve;

/// A fork: its middle, which begins where the line ends, and the prongs beside it.
pub(super) type Fork = [Curve; 3];

/// How far a fork reaches back from where it meets the ground, at text unit 1: it is a sign to read, as large beside names
/// at any zoom.
pub(super) const BACK: f32 = 12.0;
/// How far it reaches into the ground, and to both sides, at text unit 1.
const INTO: f32 = 2.0;
const ASIDE: f32 = 7.0;

/// The fork at the second end of a line: its middle first.
pub(in crate::scene) fn fork_of(line: &Curve, text_unit: f32) -> Fork {
    let [back, into, aside] = [BACK, INTO, ASIDE].map(|length| length * text_unit);
    let along = line.tangent(1.0);
    let start = line.to - along * back.min(line.length() / 2.0);
    let prong = |side: f32| {
        let tip = line.to + along * into + along.perpendicular() * side;
        Curve::line(start, tip)
    };
    [Curve::line(start, line.to + along * into), prong(aside), prong(-aside)]
}
