//! The overview of a table of which a part is in view: all of it, small, above the zoom control, with a frame around
//! that part. Dragging the frame moves the view.

use egui::{
    Align2, Area, Color32, CursorIcon, Id, Label, Order, Pos2, Rect, Sense, Stroke, StrokeKind,
    TextureId, Ui, Vec2, pos2,
};

use super::viewport::{OVERVIEW, TableCamera, TableViewport};
use crate::scene::Matrix;
use crate::ui::theme::widgets::{caption, floating_frame};
use crate::ui::theme::{PADDING, color32};

/// The side of the table in the overview, in logical pixels.
const SIDE: f32 = OVERVIEW - 44.0;
/// The smallest sides of the frame around what is in view.
const LEAST_FRAME: f32 = 8.0;
/// A part of a table from this on is as good as all of it.
const NEARLY_ALL: f32 = 0.97;
/// An area with shorter sides has no room for it.
const LEAST_AREA: f32 = 1.7 * OVERVIEW;

/// Whether a part of the table is in view that isn't all of it, and there is room for the overview.
pub fn is_wanted(seen: &TableViewport) -> bool {
    seen.seen().size().min_elem() < NEARLY_ALL && seen.cells().size().min_elem() >= LEAST_AREA
}

/// Shows the overview above `below`, the control at the lower right, with a picture of the table. Returns where the
/// view goes.
pub fn show(
    ui: &Ui,
    (below, seen): (Rect, &TableViewport),
    (matrix, picture): (&Matrix, TextureId),
) -> Option<TableCamera> {
    let corner = pos2(seen.area.right() - PADDING, below.top() - 8.0);
    let area = Area::new(Id::new("overview of the matrix"))
        .order(Order::Middle)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(corner)
        .constrain_to(seen.area);
    let shown = area.show(ui.ctx(), |ui| {
        floating_frame(ui).show(ui, |ui| {
            let (_, rect) = ui.allocate_space(Vec2::splat(SIDE));
            let response = ui.interact(rect, ui.id().with("table"), Sense::click_and_drag());
            response.widget_info(|| {
                let words = "Overview of the matrix";
                egui::WidgetInfo::labeled(egui::WidgetType::Image, true, words)
            });
            paint(ui, rect, (matrix, picture), frame_of(rect, seen));
            ui.add(Label::new(caption(ui, "Drag to move, F: all of it")).selectable(false));
            if response.dragged() {
                ui.set_cursor_icon(CursorIcon::Grabbing);
            } else if response.hovered() {
                ui.set_cursor_icon(CursorIcon::Grab);
            }
            let is_moved = response.dragged() || response.clicked();
            let pointer = response.interact_pointer_pos().filter(|_| is_moved)?;
            Some(seen.centered_on((pointer - rect.min) / SIDE))
        })
    });
    shown.inner.inner
}

/// Paints the table, the lines between its blocs, and the frame.
fn paint(ui: &Ui, rect: Rect, (matrix, picture): (&Matrix, TextureId), frame: Rect) {
    let palette = matrix.palette;
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(palette.canvas));
    let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    painter.image(picture, rect, uv, Color32::WHITE);
    let line = Stroke::new(1.0, color32(palette.hairline));
    painter.rect_stroke(rect, 0.0, line, StrokeKind::Inside);
    let faint = Stroke::new(1.0, color32(palette.second_ink).gamma_multiply(0.5));
    for bloc in matrix.blocs.iter().filter(|bloc| bloc.start > 0) {
        let at = bloc.start as f32 / matrix.len().max(1) as f32 * SIDE;
        painter.hline(rect.x_range(), rect.min.y + at, faint);
        painter.vline(rect.min.x + at, rect.y_range(), faint);
    }
    // The frame is seen on cells of any colour.
    let around = Stroke::new(4.0, color32(palette.canvas));
    painter.rect_stroke(frame, 2.0, around, StrokeKind::Inside);
    let stroke = Stroke::new(2.0, color32(palette.ink));
    painter.rect_stroke(frame.shrink(1.0), 1.0, stroke, StrokeKind::Inside);
}

/// The frame around what is in view, large enough to be seen.
fn frame_of(rect: Rect, seen: &TableViewport) -> Rect {
    let part = seen.seen();
    let at = |part: Pos2| rect.min + part.to_vec2() * SIDE;
    let frame = Rect::from_min_max(at(part.min), at(part.max));
    let size = frame.size().max(Vec2::splat(LEAST_FRAME));
    let half = size / 2.0;
    let center = Rect::from_min_max(rect.min + half, rect.max - half).clamp(frame.center());
    Rect::from_center_size(center, size)
}
