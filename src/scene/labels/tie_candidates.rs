//! The candidate positions of a text along a tie, and the cost of each.

use std::f32::consts::{FRAC_PI_2, PI};

use super::text_box::TextBox;
use crate::model::Point;
use crate::scene::{Curve, Label, TextPlace, TieMark};

/// Where on the line a text may be centred: parameters of the curve, the best first.
const PARAMETERS: [f32; 13] =
    [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.16, 0.84, 0.1, 0.9];
/// The sides of the line, with the cost of each.
const SIDES: [(Side, f32); 3] = [(Side::Above, 0.0), (Side::Below, 1.5), (Side::On, 9.0)];
/// The number of candidate positions: each parameter with each side, turned with the line or upright.
pub(super) const CANDIDATES: u16 = (2 * PARAMETERS.len() * SIDES.len()) as u16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    On,
}

/// A candidate position on a line.
struct Position {
    /// The parameter of the curve.
    t: f32,
    side: Side,
    side_cost: f32,
    /// Whether the text is turned with the line.
    is_turned: bool,
}

impl Position {
    fn of(candidate: u16) -> Self {
        let index = usize::from(candidate.min(CANDIDATES - 1));
        let is_turned = index < PARAMETERS.len() * SIDES.len();
        let index = index % (PARAMETERS.len() * SIDES.len());
        let (side, side_cost) = SIDES[index % SIDES.len()];
        Self { t: PARAMETERS[index / SIDES.len()], side, side_cost, is_turned }
    }
}

/// The box of a text at a candidate position, as close to the line as its bend allows, or where it was
/// put by hand. `line` holds the points of the tie's curve.
pub(super) fn label_box(mark: &TieMark, line: &[Point], label: &Label, candidate: u16) -> TextBox {
    let curve = &mark.curve;
    if let Some(place) = &mark.label_place {
        return box_by_hand(curve, place, label.extent);
    }
    let Position { t, side, is_turned, .. } = Position::of(candidate);
    let anchor = curve.point(t);
    let direction = curve.tangent(t);
    let angle = if is_turned { reading_angle(direction) } else { 0.0 };
    let (sin, cos) = angle.sin_cos();
    let (along, down) = (Point::new(cos, sin), Point::new(-sin, cos));
    let half = label.extent.x / 2.0 + 2.0;
    let (mut highest, mut lowest) = (0.0f32, 0.0f32);
    for pair in line.windows(2) {
        for step in 0..4u8 {
            let away = pair[0].lerp(pair[1], f32::from(step) / 3.0) - anchor;
            if away.dot(along).abs() <= half {
                highest = highest.min(away.dot(down));
                lowest = lowest.max(away.dot(down));
            }
        }
    }
    let clearance = label.size * 0.68 + mark.pattern.reach(mark.width);
    // A line that rises steeply would push the text far away: beside the line is close enough.
    let reach = label.size * 1.12 + half * 0.6;
    let shift = match side {
        Side::Above => highest.max(-reach) - clearance,
        Side::Below => lowest.min(reach) + clearance,
        Side::On => f32::midpoint(highest, lowest),
    };
    TextBox::new(anchor + down * shift, label.extent, angle)
}

/// The box of a text that was put by hand.
fn box_by_hand(curve: &Curve, place: &TextPlace, extent: Point) -> TextBox {
    let read = reading_angle(curve.tangent(place.along));
    let (sin, cos) = read.sin_cos();
    let offset = place.offset.beside_mark(Point::default(), extent);
    let center = curve.point(place.along)
        + Point::new(cos, sin) * offset.x
        + Point::new(-sin, cos) * offset.y;
    TextBox::new(center, extent, if place.upright { 0.0 } else { read })
}

/// The cost of a candidate position for words, before anything else is in the way.
pub(super) fn word_cost(
    candidate: u16,
    length: f32,
    label_box: &TextBox,
    label: &Label,
    curve: &Curve,
) -> f32 {
    let Position { t, side_cost, is_turned, .. } = Position::of(candidate);
    let mut cost = side_cost + 22.0 * (t - 0.5).abs();
    if is_turned {
        // Overhang beyond the ends of the line.
        let space = 2.0 * t.min(1.0 - t) * length;
        cost += 0.8 * (label.extent.x - space).max(0.0);
    } else {
        cost += 14.0;
    }
    // A text far from its line isn't seen to belong to it.
    let distance = label_box.distance_to(curve.point(t));
    cost + 2.0 * (distance - label.size * 0.5).max(0.0)
}

/// The same for source numbers alone, which best stand upright in a gap of the line.
pub(super) fn number_cost(candidate: u16) -> f32 {
    let Position { t, side, is_turned, .. } = Position::of(candidate);
    let off_line = if side == Side::On { 0.0 } else { 12.0 };
    22.0 * (t - 0.5).abs() + off_line + if is_turned { 60.0 } else { 0.0 }
}

/// The angle of a direction, turned by half a turn if text would run from right to left.
pub(super) fn reading_angle(direction: Point) -> f32 {
    let angle = direction.y.atan2(direction.x);
    if angle > FRAC_PI_2 {
        angle - PI
    } else if angle < -FRAC_PI_2 {
        angle + PI
    } else {
        angle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_upside_down() {
        for step in 0..64u8 {
            let angle = f32::from(step) / 64.0 * 2.0 * PI;
            let read = reading_angle(Point::new(angle.cos(), angle.sin()));
            assert!(read.abs() <= FRAC_PI_2 + 1e-5);
        }
    }
}
