//! How to export a figure, or to copy a picture of it: format, page and what is on it, beside a
//! picture of it.

use egui::{Align2, Context, CornerRadius, FontId, Image, Sense, StrokeKind, Ui, Vec2};

use super::Memory;
use super::dialog_frame::{buttons, dialog, scroll_height};
use crate::export::MAX_PIXELS;
use crate::scene::Palette;
use crate::tasks::{FigureFormat, FigureRequest};
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::{button, primary_button};
use crate::ui::theme::{color32, size};
use options_form::Choices;

/// The widths of the two halves and the space between them.
const SETTINGS: f32 = 312.0;
const PREVIEW: f32 = 400.0;
const SPACE: f32 = 24.0;
/// The height of title and buttons.
const OTHER: f32 = 92.0;
/// The most height that the choices take.
const HEIGHT: f32 = 384.0;

pub(super) fn show(ctx: &Context, memory: &mut Memory, out: &mut Vec<Intent>) {
    let dismissed = dialog(ctx, "Export figure", SETTINGS + SPACE + PREVIEW, |ui| {
        let height = scroll_height(ui, OTHER).min(HEIGHT);
        let is_wide = ui.available_width() >= SETTINGS + SPACE + PREVIEW;
        let page_size = page_size(memory);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE;
            ui.vertical(|ui| {
                ui.set_width(SETTINGS.min(ui.available_width()));
                ui.spacing_mut().item_spacing = Vec2::new(4.0, 8.0);
                egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    Choices { request: &mut memory.export_request, page_size }.show(ui);
                });
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
    let is_possible = !is_too_large(&request, page_size(memory));
    buttons(ui, |ui| {
        let export = ui.add_enabled_ui(is_possible, |ui| primary_button(ui, "Export…"));
        memory.focus.give(&export.inner);
        if export.inner.clicked() {
            out.extend([Intent::CloseDialog, Intent::Export(request)]);
        }
        let copy = button(ui, "Copy picture");
        if copy.on_hover_text("Copy the figure as a picture, to paste it elsewhere").clicked() {
            out.extend([Intent::CloseDialog, Intent::CopyPicture(request)]);
        }
        if button(ui, "Cancel").clicked() {
            out.push(Intent::CloseDialog);
        }
    });
}

/// Width and height of the page in units. Where the map decides, those of the last preview; `None`
/// until there is one.
fn page_size(memory: &Memory) -> Option<(f32, f32)> {
    let measured = memory.export_preview.as_ref().map(|preview| preview.page);
    memory.export_request.options.page.size().or(measured)
}

/// Width and height of a PNG in pixels.
fn pixel_size(request: &FigureRequest, page: (f32, f32)) -> (f32, f32) {
    ((page.0 * request.scale).round(), (page.1 * request.scale).round())
}

fn is_too_large(request: &FigureRequest, page: Option<(f32, f32)>) -> bool {
    let pixels = page.map_or((0.0, 0.0), |page| pixel_size(request, page));
    request.format == FigureFormat::Png && pixels.0 * pixels.1 > MAX_PIXELS as f32
}

/// The figure as it will be, or an empty page of its shape until there is a picture of it.
fn preview(ui: &mut Ui, room: Vec2, memory: &Memory) {
    let options = &memory.export_request.options;
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let (width, height) = page_size(memory).unwrap_or((1200.0, 820.0));
    let scale = (room.x / width).min(room.y / height);
    let page = Align2::CENTER_TOP.align_size_within_rect(Vec2::new(width, height) * scale, rect);
    if !options.ground {
        checkered(ui, page);
    }
    match &memory.export_preview {
        Some(preview) => Image::new(&preview.texture).paint_at(ui, page),
        None => {
            let palette = Palette::of(options.theme);
            let (fill, ink) = (color32(palette.canvas), color32(palette.second_ink));
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

/// The pattern that stands for nothing: what is below the figure shows there.
fn checkered(ui: &Ui, page: egui::Rect) {
    const SIDE: f32 = 8.0;
    let painter = ui.painter().with_clip_rect(page);
    painter.rect_filled(page, CornerRadius::ZERO, egui::Color32::from_gray(255));
    let dark = egui::Color32::from_gray(222);
    let (columns, rows) =
        ((page.width() / SIDE).ceil() as u32, (page.height() / SIDE).ceil() as u32);
    for (column, row) in (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row))) {
        if (column + row) % 2 == 1 {
            let corner = page.min + Vec2::new(column as f32, row as f32) * SIDE;
            let square = egui::Rect::from_min_size(corner, Vec2::splat(SIDE));
            painter.rect_filled(square, CornerRadius::ZERO, dark);
        }
    }
}

mod options_form;
#[cfg(test)]
mod tests;
