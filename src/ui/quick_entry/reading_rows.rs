//! What the lines would add, in words, and what they can't be read as: a few rows of constant height
//! below the field, so that nothing moves while one types.

use egui::{Label, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::{Understood, field_text};
use crate::formats::LineRead;
use crate::ui::theme::widgets::caption;
use crate::ui::theme::{color32, palette, size};

/// The height of the rows, in logical pixels: three lines.
const HEIGHT: f32 = 60.0;
/// The least height of one.
const ROW: f32 = 18.0;
/// How one goes on.
const HELP: &str =
    "Enter adds · Shift+Enter new line · Tab completes · Arrow up earlier lines · Escape closes";

/// Shows the rows.
pub fn show(ui: &mut Ui, text: &str, understood: &Understood) {
    ui.set_min_height(HEIGHT);
    ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = ROW;
        let written = understood
            .lines
            .iter()
            .filter(|line| text.get(line.span.clone()).is_some_and(|line| !line.trim().is_empty()));
        let lines: Vec<&LineRead> = written.collect();
        // First what has to be mended, which is underlined in the text: of many lines only the first rows are seen.
        for is_fault in [true, false] {
            let glyph = if is_fault { icon::WARNING_CIRCLE } else { icon::QUESTION };
            let remarks = lines.iter().flat_map(|line| &line.remarks);
            for remark in remarks.filter(|remark| remark.is_fault == is_fault) {
                row(ui, glyph, field_text::color(ui, is_fault), &remark.message);
            }
        }
        for line in lines.iter().filter(|line| !line.adds.is_empty()) {
            let accent = color32(palette(ui.ctx()).accent);
            row(ui, icon::PLUS, accent, &format!("Adds {}", line.adds.join("; ")));
        }
        if lines.is_empty() {
            ui.add(Label::new(caption(ui, EXAMPLES)).wrap().selectable(false));
        }
        ui.add(Label::new(caption(ui, HELP)).truncate().selectable(false));
    });
}

/// What can be written.
const EXAMPLES: &str = "NATO 1949: USA, UK, Greece 1952   ·   USA -> (USSR – Cuba): concern 1962   ·   \
                        Title: Two blocs   ·   Date: 1962";

fn row(ui: &mut Ui, glyph: &str, color: egui::Color32, text: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(RichText::new(glyph).size(size::TEXT).color(color));
        ui.add(Label::new(RichText::new(text).size(size::TEXT)).wrap().selectable(false));
    });
}
