//! The export dialog: how a figure is exported, or copied as a picture, with format, page and what is
//! on it, beside a preview.
//!
//! This module owns what is asked for. It must not know how a figure is made: the app renders the
//! preview and carries out the request.

mod figure_size;
mod form_rows;
mod options_form;
mod page_rows;
mod preview;
#[cfg(test)]
mod tests;

use egui::{Context, RichText, ScrollArea, Ui, Vec2};

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use crate::tasks::FigureRequest;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::{button, primary_button};
use figure_size::{is_too_large, page_size};
pub use preview::ExportPreview;

/// The widths of the two halves and the space between them.
const OPTIONS: f32 = 312.0;
const PREVIEW: f32 = 400.0;
const SPACE: f32 = 24.0;
/// The height of title and buttons.
const OTHER: f32 = 92.0;
/// The most height that the options take.
const MAX_HEIGHT: f32 = 432.0;

/// Shows the dialog.
pub(super) fn show(
    ctx: &Context,
    request: &mut FigureRequest,
    preview: Option<&ExportPreview>,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let measured = preview.map(|preview| preview.page);
    let stretch = preview.map(|preview| preview.stretch);
    let dismissed = dialog(ctx, "Export figure", OPTIONS + SPACE + PREVIEW, |ui| {
        let height = scroll_height(ui, OTHER).min(MAX_HEIGHT);
        let is_wide = ui.available_width() >= OPTIONS + SPACE + PREVIEW;
        let page = page_size(request, measured);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE;
            ui.vertical(|ui| {
                ui.set_width(OPTIONS.min(ui.available_width()));
                ui.spacing_mut().item_spacing = Vec2::new(4.0, 8.0);
                ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    options_form::show(ui, request, page, stretch);
                });
            });
            // Beside the options or not at all: they are what the dialog is for.
            if is_wide {
                let page = page_size(request, measured);
                preview::show(ui, Vec2::new(PREVIEW, height), &request.options, page, preview);
            }
        });
        if let Some(left_out) = preview.and_then(|preview| preview.left_out.as_ref()) {
            ui.add_space(8.0);
            ui.label(RichText::new(left_out).color(ui.visuals().warn_fg_color));
        }
        footer(ui, *request, page_size(request, measured), focus, out);
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn footer(
    ui: &mut Ui,
    request: FigureRequest,
    page: Option<(f32, f32)>,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let is_possible = !is_too_large(&request, page);
    buttons(ui, |ui| {
        let export = ui.add_enabled_ui(is_possible, |ui| primary_button(ui, "Export…"));
        focus.give(&export.inner);
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
