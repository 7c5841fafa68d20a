//! A row of a list that is clicked as a whole.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    FontId, Rect, Response, Sense, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, size};

/// The width of what is painted at the left, with the space around it.
const PREVIEW: f32 = 36.0;

/// A row that is clicked as a whole: something painted at the left, a text, and a word at the right.
pub fn list_row(
    ui: &mut Ui,
    is_selected: bool,
    text: &str,
    aside: &str,
    paint: impl FnOnce(&Ui, Rect),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    background(ui, rect, &response, is_selected);
    paint(ui, Rect::from_min_size(rect.min + vec2(4.0, 0.0), Vec2::new(PREVIEW - 8.0, ROW)));
    words(ui, rect, text, aside);
    let name = text.to_owned();
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, is_selected, &name)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.on_hover_text(text)
}

fn background(ui: &Ui, rect: Rect, response: &Response, is_selected: bool) {
    let visuals = ui.style().interact_selectable(response, is_selected);
    let (radius, stroke) = (visuals.corner_radius, visuals.bg_stroke);
    if is_selected || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius, visuals.weak_bg_fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
}

/// Paints the word at the right, and the text in the space that is left.
fn words(ui: &Ui, rect: Rect, text: &str, aside: &str) {
    let second = second_ink(ui);
    let font = FontId::proportional(size::CAPTION);
    let aside = ui.painter().layout_no_wrap(aside.to_owned(), font, second);
    let at = pos2(rect.right() - aside.size().x - 4.0, rect.center().y - aside.size().y / 2.0);
    let width = at.x - rect.left() - PREVIEW - 12.0;
    ui.painter().galley(at, aside, second);
    let ink = ui.visuals().text_color();
    let font = FontId::proportional(size::TEXT);
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(width.max(20.0));
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + PREVIEW, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}
