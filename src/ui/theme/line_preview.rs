//! A short piece of line in the colour and dashes of a kind, as it is drawn on the map.

use egui::{Pos2, Rect, Shape, Stroke, Ui, pos2};

use crate::model::{Kind, Point, Status};
use crate::scene::{Curve, Pattern, dash_strokes};
use crate::ui::theme::{color32, palette};

/// Paints a sample across the middle of a rectangle.
pub(in crate::ui) fn paint(ui: &Ui, rect: Rect, kind: &Kind, status: Option<Status>) {
    let palette = palette(ui.ctx());
    let color = color32(palette.line(kind.color));
    let y = rect.center().y;
    let line = Curve::line(Point::new(rect.left(), y), Point::new(rect.right(), y));
    let pattern = Pattern::of(kind.dash, status, kind.width);
    for stroke in dash_strokes(&line, &pattern, kind.width, 0.25) {
        let points: Vec<Pos2> = stroke.points.iter().map(|p| pos2(p.x, p.y)).collect();
        ui.painter().add(Shape::line(points, Stroke::new(stroke.width.max(1.0), color)));
    }
}
