//! The import assistant: a table as it is understood, with the role of each column in words, and the map
//! that comes of it drawn beside, before anything is imported.
//!
//! This module owns what is chosen. How tables become a network and that a map is the formats' to say;
//! the app has it made and drawn.

mod asked_names;
mod form;
mod meanings;
mod options;
mod row_values;
mod several_ends;
mod sheet_options;
mod table_view;

use egui::{
    Align2, Context, FontId, Image, Label, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use super::dialog_frame::{buttons, dialog_with_changing_title, scroll_height};
use super::first_focus::FirstFocus;
use crate::formats::{FileRead, Severity, SheetPlan, TableContent};
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{counted, counts_in_words};
use crate::ui::theme::size;
use crate::ui::theme::widgets::{button, primary_button, second_ink};
pub use form::ImportForm;
use form::is_drawn;

/// The widths of the dialog and of what stands beside the table.
const WIDTH: f32 = 1160.0;
const SIDE: f32 = 312.0;
/// The width where there is no table.
const NARROW: f32 = 2.0 * SIDE + 24.0;
/// The height of title, summary, count line and buttons.
const OTHER: f32 = 150.0;

/// Shows the dialog.
pub fn show(ctx: &Context, form: &mut ImportForm, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let has_table = !form.view.tables().is_empty();
    let width = if has_table { WIDTH } else { NARROW };
    let title = format!("Import {}", source_words(form));
    let dismissed = dialog_with_changing_title(ctx, "Import", &title, width, |ui| {
        let height = scroll_height(ui, OTHER).min(620.0);
        let whole = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.vertical(|ui| {
                ui.set_width(whole - SIDE - 16.0);
                ui.set_height(height);
                if has_table {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    sheet_options::show(ui, form);
                    ui.add_space(6.0);
                    let left = ui.available_height();
                    table_view::show(ui, form, left);
                } else {
                    let area = ScrollArea::vertical().id_salt("attributes").max_height(height);
                    area.auto_shrink([false, false]).show(ui, |ui| meanings::attributes(ui, form));
                }
            });
            ui.vertical(|ui| {
                ui.set_width(SIDE);
                let area = ScrollArea::vertical().id_salt("side").max_height(height);
                area.auto_shrink([false, false]).show(ui, |ui| side(ui, form, out));
            });
        });
        ui.add_space(8.0);
        let can_import = count_line(ui, form);
        buttons(ui, |ui| {
            let words = if form.is_added() { "Add to map…" } else { "Import" };
            let import = ui.add_enabled_ui(can_import, |ui| primary_button(ui, words)).inner;
            if can_import {
                focus.give(&import);
            }
            if import.clicked() {
                out.push(Intent::Exchange(Exchange::FinishImport));
            }
            if has_table && button(ui, "Add a table…").clicked() {
                out.push(Intent::Exchange(Exchange::ChooseTable));
            }
            if button(ui, "Cancel").clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// What is imported: `“edges.csv” (CSV, UTF-8)`.
fn source_words(form: &ImportForm) -> String {
    let has_table = !form.view.tables().is_empty();
    let words = |file: &FileRead| match file.name.as_str() {
        "" if has_table => "pasted cells".to_owned(),
        "" => format!("pasted text ({})", file.format),
        _ => file.to_string(),
    };
    let files = form.import().source().files.iter().map(words);
    files.collect::<Vec<_>>().join(" and ")
}

fn side(ui: &mut Ui, form: &mut ImportForm, out: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    picture(ui, form);
    if let Some(preset) = form.sheet_plan().and_then(|plan| plan.preset) {
        let words = format!("Recognised as {preset}.");
        ui.add(Label::new(RichText::new(words).color(second_ink(ui))).wrap());
    }
    meanings::questions(ui, form);
    meanings::kinds(ui, form);
    meanings::like_ties(ui, form);
    several_ends::show(ui, form);
    options::show(ui, form, out);
}

/// The map as it will be.
fn picture(ui: &mut Ui, form: &ImportForm) {
    let side = Vec2::new(ui.available_width().min(SIDE), 220.0);
    let (rect, response) = ui.allocate_exact_size(side, Sense::hover());
    ui.painter().rect_filled(rect, 4.0, ui.visuals().extreme_bg_color);
    match &form.picture {
        Some(texture) => {
            let image = texture.size_vec2();
            let scale = (rect.width() / image.x).min(rect.height() / image.y);
            let area: Rect = Align2::CENTER_CENTER.align_size_within_rect(image * scale, rect);
            Image::new(texture).paint_at(ui, area);
        }
        None => {
            let words = match form.import().map() {
                Ok(map) if map.nations().is_empty() => "No nations yet",
                Ok(map) if !is_drawn(map) => "A map of this size is drawn once it is imported",
                Ok(_) => "Drawing the map…",
                Err(_) => "No map yet",
            };
            let font = FontId::proportional(size::TEXT);
            let center = Align2::CENTER_CENTER;
            ui.painter().text(rect.center(), center, words, font, second_ink(ui));
        }
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, "Preview of the map"));
}

/// What comes of it, or why nothing does; returns whether it can be imported.
fn count_line(ui: &mut Ui, form: &ImportForm) -> bool {
    let import = form.import();
    let map = match import.map() {
        Ok(map) => map,
        Err(error) => {
            let words = RichText::new(error.to_string()).color(ui.visuals().warn_fg_color);
            ui.add(Label::new(words).wrap());
            return false;
        }
    };
    let rows: usize = form.plan.iter().flat_map(|plan| &plan.sheets).map(read_rows).sum();
    let report = &form.view.report;
    let losses = report.groups.iter().filter(|group| group.severity == Severity::Loss);
    let lost: usize = losses.map(|group| group.count).sum();
    let made = counts_in_words(map.nations().len(), map.ties().len(), 0);
    let mut words = if made.is_empty() { "Nothing that makes a map".to_owned() } else { made };
    if rows > 0 {
        words = format!("{}: {words}", counted(rows, "row", "rows"));
    }
    if lost > 0 {
        words += &format!(", {lost} left out");
    }
    let meant = form.choices.as_ref().map(|choices| &choices.meant);
    words += match meant.map_or(0, |meant| form.names.unanswered(meant)) {
        0 => String::new(),
        1 => ". 1 name is unclear; without an answer it gets no code".to_owned(),
        count => format!(". {count} names are unclear; without answers they get no codes"),
    }
    .as_str();
    if form.is_slow(ui.ctx()) {
        words = "Reading it anew, as chosen".to_owned();
    }
    ui.horizontal(|ui| {
        ui.add(Label::new(format!("{words}.")).truncate());
        // What is lost is said before what isn't.
        let lost = report.groups.iter().find(|group| group.severity == Severity::Loss);
        if let Some(group) = lost.or(report.groups.first()) {
            let first = RichText::new(group.to_string()).color(second_ink(ui));
            ui.add(Label::new(first).truncate());
        }
    });
    !map.nations().is_empty()
}

fn read_rows(plan: &SheetPlan) -> usize {
    match plan.content {
        TableContent::Ignored => 0,
        _ => plan.rows.len(),
    }
}
