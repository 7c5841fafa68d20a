//! The thin lines that show what a nation in hand is aligned with.

use egui::{Painter, Pos2, Rect, Stroke, Vec2};

use super::snapping::Guide;
use crate::ui::canvas::viewport::camera::Camera;

/// How far a line goes on beyond the marks at its ends, in logical pixels.
const BEYOND: f32 = 8.0;
/// Half the length of the strokes that mark equal gaps.
const TICK: f32 = 5.0;

/// Paints guides across marks of a radius on the screen.
pub fn paint(
    painter: &Painter,
    canvas: Rect,
    camera: &Camera,
    guides: &[Guide],
    radius: f32,
    stroke: Stroke,
) {
    for guide in guides {
        let (Guide::Along(_, ends) | Guide::Between(_, ends)) = guide;
        let [a, b] = ends.map(|end| camera.screen_from_world(canvas, end));
        let along = (b - a).normalized();
        let beyond = along * (radius + BEYOND);
        painter.line_segment([a - beyond, b + beyond], stroke);
        if matches!(guide, Guide::Between(..)) {
            [0.25, 0.75]
                .into_iter()
                .for_each(|share| tick(painter, a.lerp(b, share), along, stroke));
        }
    }
}

/// A short stroke across a line.
fn tick(painter: &Painter, at: Pos2, along: Vec2, stroke: Stroke) {
    let across = along.rot90() * TICK;
    painter.line_segment([at - across, at + across], stroke);
}
