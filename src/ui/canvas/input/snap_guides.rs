//! The thin lines that show what a dragged nation is aligned with.

use egui::{Painter, Pos2, Stroke, Vec2};

use super::snapping::SnapGuide;
use crate::ui::canvas::viewport::Viewport;

/// How far a line extends beyond the marks at its ends, in logical pixels.
const BEYOND: f32 = 8.0;
/// Half the length of the ticks that mark equal gaps.
const TICK: f32 = 5.0;

/// Paints guides through marks of a radius on the screen.
pub fn paint(
    painter: &Painter,
    viewport: &Viewport,
    guides: &[SnapGuide],
    radius: f32,
    stroke: Stroke,
) {
    for guide in guides {
        let (SnapGuide::Along(_, ends) | SnapGuide::Between(_, ends)) = guide;
        let [a, b] = ends.map(|end| viewport.screen_from_world(end));
        let along = (b - a).normalized();
        let beyond = along * (radius + BEYOND);
        painter.line_segment([a - beyond, b + beyond], stroke);
        if matches!(guide, SnapGuide::Between(..)) {
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
