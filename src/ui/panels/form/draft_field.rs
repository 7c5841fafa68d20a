//! A field whose text is read as a value. A text that can't be read yet, such as half a date, is kept
//! as a draft and leaves the record as it is.

use std::collections::{HashMap, HashSet};

use egui::{Area, Label, Order, Response, RichText, Ui, vec2};

use super::row::row;
use super::text_field::{end_field, text_line};
use super::text_format::TextFormat;
use crate::edit::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::size;
use crate::ui::theme::widgets::floating_frame;

/// The texts that are being typed, by record and field.
#[derive(Debug, Default)]
pub struct Drafts {
    texts: HashMap<Field, Draft>,
    /// The fields that this frame has shown.
    shown: HashSet<Field>,
}

#[derive(Debug)]
struct Draft {
    text: String,
    /// The text of the value that was there when this was typed.
    value: String,
}

impl Drafts {
    /// Begins a frame. A draft whose field the frame before didn't show has been left: another record,
    /// which may have the same number, must not show it.
    pub fn begin_frame(&mut self) {
        let shown = std::mem::take(&mut self.shown);
        self.texts.retain(|field, _| shown.contains(field));
    }

    /// The text to show in a field: its draft, or else its value. A draft of a value that has changed
    /// since is dropped.
    fn text(&mut self, field: &Field, value: &str) -> String {
        self.shown.insert(field.clone());
        if self.texts.get(field).is_some_and(|draft| draft.value != value) {
            self.texts.remove(field);
        }
        self.texts.get(field).map_or(value, |draft| &draft.text).to_owned()
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
        // What nobody has typed needs no advice: an empty field may stand for several values.
        Err(_) if text == value && !response.changed() => {
            drafts.texts.remove(&field);
            end_field(&response, out);
            None
        }
        Err(expected) => {
            if response.lost_focus() {
                // The field shows its value again; what was typed is named, so that it isn't lost unseen.
                drafts.texts.remove(&field);
                out.push(Intent::Notice(format!("{caption} stays as it was. {expected}")));
                end_field(&response, out);
            } else {
                if response.changed() {
                    drafts.texts.insert(field, Draft { text, value });
                }
                advice_below(ui, &response, &expected);
            }
            None
        }
        Ok(read) => {
            if response.lost_focus() {
                drafts.texts.remove(&field);
            } else if response.changed() {
                drafts.texts.insert(field, Draft { text, value });
            }
            end_field(&response, out);
            response.changed().then_some(read)
        }
    }
}

/// What is expected, floating below a field: it takes no room, so that nothing below moves.
fn advice_below(ui: &Ui, field: &Response, expected: &str) {
    let color = ui.visuals().warn_fg_color;
    Area::new(field.id.with("expected"))
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(field.rect.left_bottom() + vec2(0.0, 2.0))
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.set_max_width(field.rect.width().max(160.0));
                let text = RichText::new(expected).size(size::CAPTION).color(color);
                ui.add(Label::new(text).wrap());
            });
        });
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
        drafts.texts.insert(code_of(1), typed("JP", ""));
        assert_eq!(drafts.text(&code_of(1), ""), "JP");
        assert_eq!(drafts.text(&code_of(2), ""), "");
    }

    #[test]
    fn a_draft_goes_with_its_field() {
        let mut drafts = Drafts::default();
        drafts.texts.insert(code_of(1), typed("SUN", ""));
        assert_eq!(drafts.text(&code_of(1), ""), "SUN");
        drafts.begin_frame();
        assert_eq!(drafts.text(&code_of(1), ""), "SUN", "it was shown");
        drafts.begin_frame();
        drafts.begin_frame();
        assert_eq!(drafts.text(&code_of(1), ""), "", "another nation may have this number now");
    }

    #[test]
    fn a_draft_is_dropped_when_the_value_changes_elsewhere() {
        let mut drafts = Drafts::default();
        drafts.texts.insert(code_of(1), typed("JP", ""));
        assert_eq!(drafts.text(&code_of(1), "JPN"), "JPN");
        assert_eq!(drafts.text(&code_of(1), ""), "", "it doesn't return with the old value");
    }
}
