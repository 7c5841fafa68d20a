//! Texts along ties that a person moves.

use super::tie_candidates::reading_angle;
use super::tie_labels::follow_tie;
use crate::model::by_hand::MAX_OFFSET;
use crate::model::{LabelPlace, Point};
use crate::scene::{Label, Options, TextPlace, TieMark};

/// How far from its line a text stands upright, in heights of its type: nobody would see it run along.
const UPRIGHT: f32 = 2.5;

/// The place of a text along a tie, drawn at unit 1, whose middle is moved to a point. It belongs to the
/// nearest point of the line, along which it is turned as before unless it is far off.
pub fn label_place_at(label: &Label, mark: &TieMark, center: Point) -> LabelPlace {
    let along = mark.curve.nearest(center);
    let direction = mark.curve.tangent(along);
    let read = reading_angle(direction);
    let (sin, cos) = read.sin_cos();
    let away = center - mark.curve.point(along);
    let within = |side: f32| side.clamp(-MAX_OFFSET, MAX_OFFSET);
    let offset =
        Point::new(within(away.x * cos + away.y * sin), within(away.y * cos - away.x * sin));
    let is_far = away.length() > UPRIGHT * label.size;
    let was_upright = label.angle_radians == 0.0 && direction.y.abs() > 0.05;
    LabelPlace { along, offset, upright: is_far || was_upright }
}

/// The text along a tie as it is drawn at a place.
#[must_use]
pub fn label_at_place(
    label: &Label,
    mark: &TieMark,
    place: &LabelPlace,
    options: &Options,
) -> Label {
    let mark = TieMark { label_place: Some(TextPlace::of(place, options)), ..mark.clone() };
    let mut label = label.clone();
    follow_tie(&mut label, &mark);
    label
}
