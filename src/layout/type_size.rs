//! How large names are against the map when the map is seen as a whole.

use super::free_space::MARGIN;
use super::geometry::{Rect, Xy, add, scaled, size};
use super::problem::Problem;

/// The least size of type on a screen, as a share of its size at 100 %.
const LEAST_TYPE: f32 = 10.5 / 13.0;
/// The largest magnification of type.
const MOST_MAGNIFIED: f32 = 2.6;
/// How much of a map's area boxes fill.
const USUAL_FILL: f32 = 0.4;

/// The boxes of all nodes, with names as large against the discs as they are when the map is fitted to a view of this
/// size: type is never smaller than can be read, so it is larger against a map that is seen from afar. Returns how much
/// larger, too.
pub(super) fn boxes_in_view(problem: &Problem, [view_width, view_height]: Xy) -> (Vec<Rect>, f32) {
    let (mut boxes, mut by) = (problem.boxes.clone(), 1.0);
    for _ in 0..6 {
        let filled: f32 = boxes.iter().map(|&shape| area(shape)).sum();
        let width = (filled / USUAL_FILL * view_width / view_height).sqrt();
        by = (LEAST_TYPE * width / view_width).clamp(1.0, MOST_MAGNIFIED);
        let nodes = problem.boxes.iter().zip(&problem.radii);
        boxes = nodes.map(|(&shape, &radius)| with_name_magnified(shape, radius, by)).collect();
    }
    (boxes, by)
}

/// A box in which what reaches beyond the disc, which is the name, is magnified. Above and below, a name begins at
/// the rim of the disc; to the left and right it lies around the middle.
fn with_name_magnified(shape: Rect, radius: f32, by: f32) -> Rect {
    let across =
        |side: f32| if side > radius { side * by } else { side.max(radius.min(side * by)) };
    let down = |side: f32| if side > radius { radius + (side - radius) * by } else { side };
    let [left, top, right, bottom] = shape;
    [-across(-left), -down(-top), across(right), down(bottom)]
}

/// Width times height of a box with its share of the gaps to others.
pub(super) fn area(shape: Rect) -> f32 {
    let [width, height] = size(shape);
    (width + MARGIN) * (height + MARGIN)
}

/// The mean width and height of boxes.
pub(super) fn mean_size(boxes: &[Rect]) -> Xy {
    let sum = boxes.iter().fold([0.0; 2], |sum, &shape| add(sum, size(shape)));
    scaled(sum, 1.0 / boxes.len().max(1) as f32).map(|side| side.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_below_a_disc_grows_and_the_disc_does_not() {
        let name_below = [-40.0, -18.0, 40.0, 40.0];
        assert_eq!(with_name_magnified(name_below, 18.0, 2.0), [-80.0, -18.0, 80.0, 62.0]);
        let disc = [-18.0, -18.0, 18.0, 18.0];
        assert_eq!(with_name_magnified(disc, 18.0, 2.0), disc);
    }
}
