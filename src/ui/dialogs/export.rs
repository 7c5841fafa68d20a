//! How to export a figure: its format, its size and its colours, beside a picture of it.

use egui::{
    Align2, ComboBox, Context, CornerRadius, DragValue, FontId, Image, Response, RichText, Sense,
    StrokeKind, Ui, Vec2,
};

use super::Memory;
use super::frame::{buttons, dialog, scroll_height};
use crate::scene::Palette;
use crate::scene::Theme;
use crate::tasks::{FigureFormat, FigureRequest};
use crate::ui::controls::{button, caption, name_button, primary_button, second_ink};
use crate::ui::intent::Intent;
use crate::ui::theme::{ROW, color32, size};

/// Sizes that figures often have, in units.
const SIZES: [(&str, f32, f32); 5] = [
    ("Figure", 1200.0, 820.0),
    ("Screen 16:9", 1600.0, 900.0),
    ("A4 landscape", 1123.0, 794.0),
    ("A4 portrait", 794.0, 1123.0),
    ("Square", 1080.0, 1080.0),
];
const THEMES: [(Theme, &str); 3] =
    [(Theme::Light, "Light"), (Theme::Dark, "Dark"), (Theme::Print, "Print")];
/// The most pixels of a PNG: 100 million take 400 MB of memory to draw.
const MOST_PIXELS: f32 = 100_000_000.0;
/// The widths of the two halves and the space between them.
const SETTINGS: f32 = 280.0;
const PREVIEW: f32 = 380.0;
const SPACE: f32 = 24.0;
/// The width of what stands before a setting.
const NAMES: f32 = 72.0;
/// The height of title and buttons.
const OTHER: f32 = 92.0;

pub(super) fn show(ctx: &Context, memory: &mut Memory, out: &mut Vec<Intent>) {
    let dismissed = dialog(ctx, "Export figure", SETTINGS + SPACE + PREVIEW, |ui| {
        let height = scroll_height(ui, OTHER).min(320.0);
        let is_wide = ui.available_width() >= SETTINGS + SPACE + PREVIEW;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE;
            ui.vertical(|ui| {
                ui.set_width(SETTINGS.min(ui.available_width()));
                ui.spacing_mut().item_spacing = Vec2::new(4.0, 8.0);
                egui::ScrollArea::vertical()
                    .max_height(height)
                    .show(ui, |ui| settings(ui, &mut memory.export_request));
            });
            // Beside the settings or not at all: they are what the dialog is for.
            if is_wide {
                preview(ui, Vec2::new(PREVIEW, height), memory);
            }
        });
        footer(ui, memory, out);
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn footer(ui: &mut Ui, memory: &mut Memory, out: &mut Vec<Intent>) {
    let request = memory.export_request;
    buttons(ui, |ui| {
        let export = ui.add_enabled_ui(!is_too_large(&request), |ui| primary_button(ui, "Export…"));
        memory.focus.give(&export.inner);
        if export.inner.clicked() {
            out.extend([Intent::CloseDialog, Intent::Export(request)]);
        }
        if button(ui, "Cancel").clicked() {
            out.push(Intent::CloseDialog);
        }
    });
}

fn settings(ui: &mut Ui, request: &mut FigureRequest) {
    setting(ui, "Format", |ui| {
        let names = FigureFormat::ALL.map(|format| (format, format.name()));
        choice(ui, &names, &mut request.format);
    });
    setting(ui, "Size", |ui| size_presets(ui, request));
    setting(ui, "", |ui| {
        number(ui, "Width", &mut request.width);
        ui.label(RichText::new("×").color(second_ink(ui)));
        number(ui, "Height", &mut request.height);
        ui.label(RichText::new("px").color(second_ink(ui)));
    });
    if request.format == FigureFormat::Png {
        setting(ui, "Scale", |ui| {
            let value = DragValue::new(&mut request.scale)
                .range(FigureRequest::SCALE_RANGE)
                .speed(0.05)
                .max_decimals(2)
                .suffix(" ×");
            named(&ui.add_sized([72.0, ROW], value), "Scale", request.scale);
            ui.label(caption(ui, pixels(request)));
        });
    }
    setting(ui, "Theme", |ui| choice(ui, &THEMES, &mut request.theme));
    setting(ui, "", |ui| {
        let border = second_ink(ui);
        let visuals = &mut ui.visuals_mut().widgets.inactive;
        (visuals.bg_stroke.color, visuals.corner_radius) = (border, CornerRadius::same(3));
        ui.checkbox(&mut request.numbers, "Numbers of sources beside ties");
    });
    if is_too_large(request) {
        let words = "More than 100 million pixels: choose a smaller scale or size.";
        ui.label(RichText::new(words).color(ui.visuals().warn_fg_color));
    }
    ui.label(caption(ui, about(request.format)));
}

/// A row with the setting's name and its controls.
fn setting(ui: &mut Ui, name: &str, controls: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        let color = second_ink(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(NAMES, ROW), Sense::hover());
        let font = FontId::proportional(size::TEXT);
        ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, name, font, color);
        controls(ui);
    });
}

/// A few choices side by side.
fn choice<T: Copy + PartialEq>(ui: &mut Ui, choices: &[(T, &str)], chosen: &mut T) {
    for (value, name) in choices {
        let is_chosen = value == chosen;
        // In ink: the accent colour on its own tint is too faint for text.
        let text = RichText::new(*name).color(ui.visuals().text_color());
        let button = egui::Button::new(text).selected(is_chosen).min_size(Vec2::new(56.0, ROW));
        if name_button(ui.add(button), name, Some(is_chosen)).clicked() {
            *chosen = *value;
        }
    }
}

fn size_presets(ui: &mut Ui, request: &mut FigureRequest) {
    let is_size = |w: f32, h: f32| request.width == w && request.height == h;
    let current = SIZES.iter().find(|(_, w, h)| is_size(*w, *h));
    let words = |(name, w, h): &(&str, f32, f32)| format!("{name} {w} × {h}");
    let text = current.map_or_else(|| "Own size".to_owned(), words);
    let combo = ComboBox::from_id_salt("size").selected_text(&text).width(196.0);
    let response = combo.show_ui(ui, |ui| {
        for preset in &SIZES {
            let is_chosen = current == Some(preset);
            if ui.selectable_label(is_chosen, words(preset)).clicked() {
                (request.width, request.height) = (preset.1, preset.2);
            }
        }
    });
    response.response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, "Size");
        info.current_text_value = Some(text.clone());
        info
    });
}

fn number(ui: &mut Ui, name: &str, value: &mut f32) {
    let drag = DragValue::new(value).range(FigureRequest::SIZE_RANGE).max_decimals(0);
    named(&ui.add_sized([72.0, ROW], drag), name, *value);
}

fn named(response: &Response, name: &str, value: f32) {
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::drag_value(true, f64::from(value));
        info.label = Some(name.to_owned());
        info
    });
}

fn pixel_size(request: &FigureRequest) -> (f32, f32) {
    ((request.width * request.scale).round(), (request.height * request.scale).round())
}

fn pixels(request: &FigureRequest) -> String {
    let (width, height) = pixel_size(request);
    format!("{width} × {height} pixels")
}

fn is_too_large(request: &FigureRequest) -> bool {
    let (width, height) = pixel_size(request);
    request.format == FigureFormat::Png && width * height > MOST_PIXELS
}

const fn about(format: FigureFormat) -> &'static str {
    match format {
        FigureFormat::Svg => {
            "Sharp at every size, with real text; for the web and for drawing programs."
        }
        FigureFormat::Png => "Pixels; for slides, messages and wherever else a picture goes.",
        FigureFormat::Pdf => "Sharp at every size, with real text; for print.",
    }
}

/// The figure as it will be, or an empty page of its shape until there is a picture of it.
fn preview(ui: &mut Ui, room: Vec2, memory: &Memory) {
    let request = &memory.export_request;
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let scale = (room.x / request.width).min(room.y / request.height);
    let page = Vec2::new(request.width, request.height) * scale;
    let page = Align2::CENTER_TOP.align_size_within_rect(page, rect);
    match &memory.export_preview {
        Some(texture) => Image::new(texture).paint_at(ui, page),
        None => {
            let fill = color32(Palette::of(request.theme).canvas);
            let ink = color32(Palette::of(request.theme).second_ink);
            ui.painter().rect_filled(page, CornerRadius::ZERO, fill);
            let font = FontId::proportional(size::TEXT);
            let text = "Drawing the figure…";
            ui.painter().text(page.center(), Align2::CENTER_CENTER, text, font, ink);
        }
    }
    let stroke = ui.visuals().window_stroke;
    ui.painter().rect_stroke(page, CornerRadius::ZERO, stroke, StrokeKind::Outside);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Image, true, "Preview of the figure")
    });
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::example::example;
    use crate::ui::state::Dialog;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn what_is_chosen_is_asked_for() {
        let mut harness = open(example(), Dialog::Export);
        for label in ["PNG", "Print", "Numbers of sources beside ties"] {
            harness.get_by_label(label).click();
            harness.run();
        }
        assert!(harness.query_by_label("2400 × 1640 pixels").is_some());
        harness.get_by_label("Size").click();
        harness.run();
        harness.get_by_label("Square 1080 × 1080").click();
        harness.run();
        harness.get_by_label("Export…").click();
        harness.run();
        let wanted = FigureRequest {
            format: FigureFormat::Png,
            width: 1080.0,
            height: 1080.0,
            scale: 2.0,
            theme: Theme::Print,
            numbers: true,
        };
        let out = &harness.state().out[..];
        let [Intent::CloseDialog, Intent::Export(request)] = out else { panic!("{out:?}") };
        assert_eq!(*request, wanted);
    }

    #[test]
    fn enter_exports_and_escape_closes() {
        let mut harness = open(example(), Dialog::Export);
        harness.key_press(egui::Key::Enter);
        harness.run();
        assert!(matches!(harness.state().out[..], [_, Intent::Export(_)]));
        let mut harness = open(example(), Dialog::Export);
        harness.key_press(egui::Key::Escape);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }

    #[test]
    fn a_picture_that_memory_could_not_hold_is_not_exported() {
        let mut harness = open(example(), Dialog::Export);
        let request = &mut harness.state_mut().memory.export_request;
        request.format = FigureFormat::Png;
        (request.width, request.height, request.scale) = (10_000.0, 10_000.0, 8.0);
        harness.run();
        assert!(harness.query_by_label_contains("More than 100 million pixels").is_some());
        harness.get_by_label("Export…").click();
        harness.run();
        assert!(harness.state().out.is_empty());
    }
}
