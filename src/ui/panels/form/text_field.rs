//! Fields for any text: one line, or several.

use egui::{Align, Response, RichText, TextEdit, Ui, vec2};

use super::row::row;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, value_style};

/// A row with one line of text; returns the field, and the text if it was changed.
pub fn text_row(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    caption: &str,
    value: &str,
    hint: &str,
) -> (Response, Option<String>) {
    let mut text = value.to_owned();
    let response = row(ui, caption, |ui| text_line(ui, &mut text, hint));
    end_field(&response, out);
    let changed = response.changed().then_some(text);
    (response, changed)
}

/// A field of one line that fills the row.
pub fn text_line(ui: &mut Ui, text: &mut String, hint: &str) -> Response {
    ui.add(text_edit(text, hint, ui.available_width()))
}

/// A field of one line, of a width in logical pixels.
pub fn text_edit<'t>(text: &'t mut String, hint: &str, width: f32) -> TextEdit<'t> {
    TextEdit::singleline(text)
        .font(value_style())
        .hint_text(RichText::new(hint.to_owned()).italics())
        .vertical_align(Align::Center)
        .min_size(vec2(0.0, ROW))
        .desired_width(width)
}

/// A field of several lines below its caption; returns the text if it was changed.
pub fn paragraph(
    ui: &mut Ui,
    out: &mut Vec<Intent>,
    caption: &str,
    value: &str,
    hint: &str,
) -> Option<String> {
    let label = ui.label(RichText::new(caption).color(second_ink(ui)));
    let mut text = value.to_owned();
    let field = TextEdit::multiline(&mut text)
        .font(value_style())
        .hint_text(RichText::new(hint).italics())
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    end_field(&response, out);
    response.changed().then_some(text)
}

/// Ends the undo step when the keyboard leaves the field: what is typed next is a step of its own.
pub fn end_field(response: &Response, out: &mut Vec<Intent>) {
    if response.lost_focus() {
        out.push(Intent::EndField);
    }
}
