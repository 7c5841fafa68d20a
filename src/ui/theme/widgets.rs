//! Buttons and menu rows that bars, panels and dialogs share: of one height, and each icon with a name
//! for assistive technology.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, AtomExt as _, Button, Color32, Response, RichText, Ui, Vec2, WidgetInfo, WidgetType,
};

use super::{ROW, color32, palette, semibold_id, size};

/// The size of an icon's glyph in a button of [`ROW`] height, in logical pixels.
const ICON: f32 = 18.0;
/// The room for an icon before a name.
const ICON_ROOM: Vec2 = Vec2::new(20.0, 16.0);
/// The width of a menu, in logical pixels.
pub const MENU_WIDTH: f32 = 248.0;
/// The narrowest a button of a dialog is.
const BUTTON_WIDTH: f32 = 80.0;

/// The default button of a dialog: filled with the accent colour.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let palette = palette(ui.ctx());
    let accent = color32(palette.accent);
    let label = RichText::new(text).font(semibold_id(size::TEXT)).color(color32(palette.canvas));
    ui.scope(|ui| {
        // A focused default button needs a ring that stands out from its own fill.
        let ring = color32(palette.ink);
        let widgets = &mut ui.visuals_mut().widgets;
        for (visuals, border) in [
            (&mut widgets.inactive, accent),
            (&mut widgets.hovered, ring),
            (&mut widgets.active, ring),
        ] {
            visuals.weak_bg_fill = accent;
            visuals.bg_stroke.color = border;
        }
        let button = Button::new(label).min_size(Vec2::new(BUTTON_WIDTH, ROW));
        ui.add(button)
    })
    .inner
}

/// A button of a dialog for any other choice.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(Vec2::new(BUTTON_WIDTH, ROW)))
}

/// A radio button with a rim as clear as that of a checkbox; the toolkit gives it that of a field.
pub fn radio(ui: &mut Ui, is_on: bool, words: &str) -> Response {
    let button = |ui: &mut Ui| {
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        inactive.bg_stroke.color = inactive.fg_stroke.color;
        ui.radio(is_on, words)
    };
    ui.scope(button).inner
}

/// A square button with an icon, and a name for assistive technology. `on` draws it as chosen.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str, on: Option<bool>) -> Response {
    let mut text = RichText::new(icon).size(ICON);
    if on == Some(true) {
        text = text.color(color32(palette(ui.ctx()).accent));
    }
    let button = Button::selectable(on == Some(true), text).min_size(Vec2::splat(ROW));
    let response = ui.scope(|ui| {
        // Icons are taller than text: with more above and below, a button would be higher than its row.
        ui.spacing_mut().button_padding = Vec2::new(4.0, 0.0);
        ui.add(button)
    });
    name_button(response.inner, name, on)
}

/// A row of a menu: icon, name and shortcut. A row that is on shows a tick instead of its icon.
pub fn menu_row(
    ui: &mut Ui,
    icon: &str,
    name: &str,
    shortcut: &str,
    on: Option<bool>,
    enabled: bool,
) -> Response {
    let icon = if on == Some(true) { egui_phosphor::regular::CHECK } else { icon };
    let palette = palette(ui.ctx());
    let second = color32(palette.second_ink);
    let ink = if on == Some(true) { color32(palette.accent) } else { second };
    let icon = RichText::new(icon).size(16.0).color(ink);
    let button = Button::new((icon.atom_size(ICON_ROOM).atom_align(Align2::LEFT_CENTER), name))
        .gap(4.0)
        .right_text(RichText::new(shortcut).color(second))
        .min_size(Vec2::new(0.0, ROW));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::new(8.0, 0.0);
        ui.add_enabled(enabled, button)
    });
    name_button(response.inner, name, on)
}

/// A row of a menu that opens another menu.
pub fn submenu(ui: &mut Ui, icon: &str, name: &str, rows: impl FnOnce(&mut Ui)) {
    let row = menu_row(ui, icon, name, egui_phosphor::regular::CARET_RIGHT, None, true);
    egui::containers::menu::SubMenu::new().show(ui, &row, |ui| {
        ui.set_min_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        rows(ui);
    });
}

/// Gives a button the name that assistive technology reads instead of its glyphs.
pub fn name_button(response: Response, name: &str, on: Option<bool>) -> Response {
    let enabled = response.enabled();
    response.widget_info(|| match on {
        Some(on) => WidgetInfo::selected(WidgetType::Button, enabled, on, name),
        None => WidgetInfo::labeled(WidgetType::Button, enabled, name),
    });
    response
}

/// Gives a text field the name that assistive technology reads.
pub fn name_field(response: &Response, name: &str, text: &str) {
    response.widget_info(|| WidgetInfo {
        label: Some(name.to_owned()),
        ..WidgetInfo::text_edit(true, text, text, "")
    });
}

/// The colour of captions and secondary text.
pub fn second_ink(ui: &Ui) -> Color32 {
    color32(palette(ui.ctx()).second_ink)
}

/// A caption: small, in the secondary colour.
pub fn caption(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::CAPTION).color(second_ink(ui))
}

/// A frame for controls that float on the canvas.
pub fn floating_frame(ui: &Ui) -> egui::Frame {
    let visuals = ui.visuals();
    egui::Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(8)
        .inner_margin(4)
}

/// Gives a field the keyboard, with all its text selected, so that typing replaces it.
pub fn begin_field(ui: &Ui, field: &Response, text: &str) {
    field.request_focus();
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field.id);
}
