//! The text of the field, with a line below each part that is remarked on.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Stroke, Ui};

use crate::formats::Remark;
use crate::ui::theme::value_style;

/// Lays the text out.
pub fn galley(ui: &Ui, text: &str, remarks: &[Remark], width: f32) -> Arc<Galley> {
    let font = value_style().resolve(ui.style());
    let ink = ui.visuals().text_color();
    let plain = TextFormat::simple(font, ink);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut at = 0;
    for (end, mark) in marks(text, remarks) {
        let underline = mark.map_or(Stroke::NONE, |is_fault| Stroke::new(1.5, color(ui, is_fault)));
        job.append(&text[at..end], 0.0, TextFormat { underline, ..plain.clone() });
        at = end;
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The ends of the parts of the text, and whether each is remarked on as a fault.
fn marks(text: &str, remarks: &[Remark]) -> Vec<(usize, Option<bool>)> {
    let mut ends: Vec<usize> = remarks.iter().flat_map(|r| [r.span.start, r.span.end]).collect();
    ends.push(text.len());
    ends.retain(|end| text.is_char_boundary(*end));
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let mut parts = Vec::new();
    for end in ends {
        let covering = remarks.iter().filter(|r| r.span.start <= start && r.span.end >= end);
        parts.push((end, covering.map(|remark| remark.is_fault).max()));
        start = end;
    }
    parts
}

/// The colour of a fault, or of a hint.
pub fn color(ui: &Ui, is_fault: bool) -> Color32 {
    if is_fault { ui.visuals().error_fg_color } else { ui.visuals().warn_fg_color }
}
