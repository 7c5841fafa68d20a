//! A field whose text is read as a value. A text that can't be read yet, such as half a date, is kept
//! as a draft and leaves the record as it is.

use std::collections::HashMap;

use egui::{RichText, Ui};

use super::row::row;
use super::text_field::{end_field, text_line};
use super::text_format::TextFormat;
use crate::edit::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::size;

/// The texts that are being typed, by record and field.
#[derive(Debug, Default)]
pub struct Drafts(HashMap<Field, Draft>);

#[derive(Debug)]
struct Draft {
    text: String,
    /// The text of the value that was there when this was typed.
    value: String,
}

impl Drafts {
    /// The text to show in a field: its draft, or else its value. A draft of a value that has changed
    /// since is dropped.
    fn text(&mut self, field: &Field, value: &str) -> String {
        if self.0.get(field).is_some_and(|draft| draft.value != value) {
            self.0.remove(field);
        }
        self.0.get(field).map_or(value, |draft| &draft.text).to_owned()
    }
}

/// A row whose text is read as a value; returns the value if it was changed. What can't be read stays
/// in the field, with a sentence below that says what is expected.
pub fn draft_row<T>(
    ui: &mut Ui,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
    field: Field,
    caption: &str,
    value: &T,
    format: &TextFormat<T>,
) -> Option<T> {
    let value = (format.write)(value);
    let mut text = drafts.text(&field, &value);
    let response = row(ui, caption, |ui| text_line(ui, &mut text, format.hint));
    let read = (format.read)(&text);
    match read {
        Err(expected) => {
            if response.changed() {
                drafts.0.insert(field, Draft { text, value });
            }
            let color = ui.visuals().warn_fg_color;
            ui.label(RichText::new(expected).size(size::CAPTION).color(color));
            None
        }
        Ok(read) => {
            if response.lost_focus() {
                drafts.0.remove(&field);
            } else if response.changed() {
                drafts.0.insert(field, Draft { text, value });
            }
            end_field(&response, out);
            response.changed().then_some(read)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NationId;
    use crate::ui::panels::form::Editable;

    fn code_of(id: u32) -> Field {
        Field(format!("{}/code", NationId(id).key()))
    }

    fn typed(text: &str, value: &str) -> Draft {
        Draft { text: text.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn a_draft_belongs_to_one_record() {
        let mut drafts = Drafts::default();
        drafts.0.insert(code_of(1), typed("JP", ""));
        assert_eq!(drafts.text(&code_of(1), ""), "JP");
        assert_eq!(drafts.text(&code_of(2), ""), "");
    }

    #[test]
    fn a_draft_is_dropped_when_the_value_changes_elsewhere() {
        let mut drafts = Drafts::default();
        drafts.0.insert(code_of(1), typed("JP", ""));
        assert_eq!(drafts.text(&code_of(1), "JPN"), "JPN");
        assert_eq!(drafts.text(&code_of(1), ""), "", "it doesn't return with the old value");
    }
}
