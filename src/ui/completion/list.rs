//! The list as it is drawn: below its field, or above where there is no room.

use egui::accesskit::Role;
use egui::{
    Align2, Area, Color32, ColorImage, CornerRadius, FontId, Id, Image, Order, Pos2, Rect,
    Response, Sense, Shadow, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::suggestion::{MAX_ROWS, Suggestion, SuggestionMark};
use crate::export::emblem_rgba;
use crate::scene::{Emblem, Flag};
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, color32, palette, size};

/// The narrowest and the widest that the list is.
const WIDTH: [f32; 2] = [240.0, 420.0];
/// The room around the rows.
const PADDING: f32 = 4.0;
/// The gap between the field and the list.
const GAP: f32 = 2.0;
/// At how many places along a field the list may lie.
const PLACES: usize = 4;
/// The diameter of a flag.
const MARK: f32 = 18.0;
/// The side of a flag's texture in pixels.
const TEXTURE: u16 = 48;

/// Shows rows beside a field; returns the index of the one that was clicked.
pub(super) fn show(
    ui: &Ui,
    field: &Response,
    rows: &[Suggestion],
    chosen: Option<usize>,
    covers: &dyn Fn(Rect) -> usize,
) -> Option<usize> {
    let rows = &rows[..rows.len().min(MAX_ROWS)];
    let place = place(field.rect, ui.ctx().content_rect(), rows.len(), covers);
    let mut taken = None;
    let list_id = field.id.with("suggestions");
    Area::new(list_id)
        .order(Order::Tooltip)
        .fixed_pos(place.min)
        .constrain(false)
        .sense(Sense::hover())
        .show(ui.ctx(), |ui| {
            ui.set_min_size(place.size());
            paint_ground(ui, place);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::ListBox);
                node.set_label("Suggestions");
            });
            for (index, suggestion) in rows.iter().enumerate() {
                let top = place.top() + PADDING + ROW * index as f32;
                let rect = Rect::from_min_size(
                    pos2(place.left() + PADDING, top),
                    vec2(place.width() - 2.0 * PADDING, ROW),
                );
                let is_chosen = chosen == Some(index);
                let response =
                    row(ui, rect, field.id.with(("suggestion", index)), suggestion, is_chosen);
                if response.clicked() {
                    taken = Some(index);
                }
            }
        });
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_expanded(true);
        if let Some(chosen) = chosen {
            node.set_active_descendant(field.id.with(("suggestion", chosen)).accesskit_id());
        }
    });
    taken
}

/// Where the list lies: within the window, below the field, or above it where there is more room or it covers
/// less; along a wide field at its left end, or where it covers less.
fn place(field: Rect, window: Rect, rows: usize, covers: &dyn Fn(Rect) -> usize) -> Rect {
    let width = field.width().clamp(WIDTH[0], WIDTH[1]).min(window.width());
    let height = ROW * rows as f32 + 2.0 * PADDING;
    let below = window.bottom() - field.bottom() - GAP;
    let above = field.top() - window.top() - GAP;
    let (lower, upper) = (field.bottom() + GAP, field.top() - GAP - height);
    let tops = match (below >= height, above >= height) {
        (true, true) => [lower, upper],
        (true, false) => [lower, lower],
        (false, _) if below >= above => [lower, lower],
        (false, _) => [upper, upper],
    };
    let at = |left: f32, top: f32| {
        let left = left.min(window.right() - width).max(window.left());
        Rect::from_min_size(pos2(left, top.max(window.top())), vec2(width, height))
    };
    let room = (field.width() - width).max(0.0);
    let lefts = (0..PLACES).map(|index| field.left() + room * index as f32 / (PLACES - 1) as f32);
    let places = tops.into_iter().flat_map(|top| lefts.clone().map(move |left| at(left, top)));
    // Of those that cover the same, the first.
    places.min_by_key(|place| covers(*place)).unwrap_or_else(|| at(field.left(), tops[0]))
}

fn paint_ground(ui: &Ui, place: Rect) {
    let visuals = ui.visuals();
    let shadow =
        Shadow { offset: [0, 2], blur: 8, spread: 0, color: Color32::from_black_alpha(40) };
    let corners = CornerRadius::same(6);
    ui.painter().add(shadow.as_shape(place, corners));
    ui.painter().rect(
        place,
        corners,
        visuals.window_fill,
        visuals.window_stroke,
        egui::StrokeKind::Inside,
    );
}

fn row(ui: &Ui, rect: Rect, id: Id, suggestion: &Suggestion, is_chosen: bool) -> Response {
    // It can be clicked but takes no focus: that stays in the field.
    let response = ui.interact(rect, id, Sense::CLICK);
    let visuals = ui.visuals();
    if is_chosen {
        ui.painter().rect_filled(rect, 4.0, visuals.selection.bg_fill);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, visuals.widgets.hovered.bg_fill);
    }
    let middle = rect.left_center();
    paint_mark(ui, pos2(middle.x + 4.0 + MARK / 2.0, middle.y), &suggestion.mark);
    let (ink, second) = (visuals.text_color(), second_ink(ui));
    let font = FontId::proportional(size::TEXT);
    let set = |text: &str, color: Color32, room: f32| {
        let mut job =
            egui::text::LayoutJob::simple_singleline(text.to_owned(), font.clone(), color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let detail = set(&suggestion.detail, second, rect.width() / 2.0);
    let right = rect.right() - 8.0 - detail.size().x;
    let at = |x: f32, height: f32| pos2(x, middle.y - height / 2.0);
    ui.painter().galley(at(right, detail.size().y), detail, second);
    let left = match suggestion.mark {
        SuggestionMark::None => middle.x + 6.0,
        _ => middle.x + MARK + 12.0,
    };
    let name = set(&suggestion.name, ink, right - 8.0 - left);
    let after = left + name.size().x + 8.0;
    ui.painter().galley(at(left, name.size().y), name, ink);
    if !suggestion.note.is_empty() && right - 8.0 - after > 24.0 {
        let note = set(&suggestion.note, second, right - 8.0 - after);
        ui.painter().galley(at(after, note.size().y), note, second);
    }
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::SelectableLabel, true, is_chosen, spoken(suggestion))
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListBoxOption);
        node.set_selected(is_chosen);
    });
    response
}

/// A row as it is read out: `Myanmar, Burma, MMR`.
fn spoken(suggestion: &Suggestion) -> String {
    let parts = [&suggestion.name, &suggestion.note, &suggestion.detail];
    let parts: Vec<&str> =
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    parts.join(", ")
}

fn paint_mark(ui: &Ui, center: Pos2, mark: &SuggestionMark) {
    let palette = palette(ui.ctx());
    match mark {
        SuggestionMark::None => {}
        SuggestionMark::Flag(flag) => {
            let rect = Rect::from_center_size(center, Vec2::splat(MARK));
            let texture = flag_texture(ui, flag);
            let rounding = CornerRadius::same((MARK / 2.0) as u8);
            Image::new(&texture).corner_radius(rounding).paint_at(ui, rect);
            let rim = egui::Stroke::new(1.0, color32(palette.hairline));
            ui.painter().circle_stroke(center, MARK / 2.0, rim);
        }
        SuggestionMark::Letters(letters) => {
            ui.painter().circle_filled(center, MARK / 2.0, color32(palette.hairline));
            let font = crate::ui::theme::semibold_id(8.0);
            let ink = color32(palette.ink);
            ui.painter().text(center, Align2::CENTER_CENTER, letters, font, ink);
        }
        SuggestionMark::Icon(icon) => {
            let font = FontId::proportional(16.0);
            ui.painter().text(center, Align2::CENTER_CENTER, icon, font, second_ink(ui));
        }
    }
}

/// The texture of a flag, made when it is first shown.
fn flag_texture(ui: &Ui, flag: &'static Flag) -> TextureHandle {
    let id = Id::new(("flag of a suggestion", flag.code()));
    if let Some(texture) = ui.data(|data| data.get_temp::<TextureHandle>(id)) {
        return texture;
    }
    let rgba = emblem_rgba(&Emblem::Flag(flag), TEXTURE);
    let side = usize::from(TEXTURE);
    let image = if rgba.len() == side * side * 4 {
        ColorImage::from_rgba_premultiplied([side, side], &rgba)
    } else {
        ColorImage::filled([1, 1], Color32::TRANSPARENT)
    };
    let texture = ui.ctx().load_texture(flag.code(), image, TextureOptions::LINEAR);
    ui.data_mut(|data| data.insert_temp(id, texture.clone()));
    texture
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1000.0, 600.0));

    #[test]
    fn the_list_stays_in_the_window_and_off_its_field() {
        for (x, y) in [(10.0, 10.0), (900.0, 300.0), (10.0, 560.0), (960.0, 590.0), (-20.0, -5.0)] {
            let field = Rect::from_min_size(pos2(x, y), vec2(180.0, 28.0));
            let list = place(field, WINDOW, MAX_ROWS, &|_| 0);
            assert!(WINDOW.contains_rect(list), "{field:?}: {list:?}");
            assert!(!list.intersects(field.shrink(1.0)), "{field:?}: {list:?}");
        }
    }

    #[test]
    fn along_a_wide_field_the_list_gives_way() {
        let field = Rect::from_min_size(pos2(10.0, 520.0), vec2(900.0, 30.0));
        let first = place(field, WINDOW, MAX_ROWS, &|_| 0);
        assert!((first.left() - field.left()).abs() < 0.1);
        let spoken_of = Rect::from_center_size(first.center(), Vec2::splat(30.0));
        let other = place(field, WINDOW, MAX_ROWS, &|list| usize::from(list.intersects(spoken_of)));
        assert!(!other.intersects(spoken_of) && WINDOW.contains_rect(other), "{other:?}");
    }
}
