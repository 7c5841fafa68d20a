//! A form for one record: rows that show its fields and turn changes into undo steps.

use std::ops::RangeInclusive;

use egui::{DragValue, Response, Ui};

use super::choice_field::choice_row;
use super::color_field::color_button;
use super::draft_field::{Drafts, draft_row};
use super::editable::Editable;
use super::record_editor::RecordEditor;
use super::row::row;
use super::text_field::{end_field, paragraph, text_row};
use super::text_format::{DATE, TextFormat};
use crate::model::{Color, Map, PartialDate};
use crate::ui::intent::Intent;

/// A form for one record.
///
/// A row reads and changes its field through the same function, `access`, so that it can't show one
/// field and change another.
pub struct RecordForm<'a, I: Editable> {
    pub editor: RecordEditor<'a, I>,
    /// A copy of the record to read through `access`.
    copy: I::Record,
    pub drafts: &'a mut Drafts,
    pub out: &'a mut Vec<Intent>,
}

/// A field in which a person types or drags.
#[derive(Clone, Copy)]
pub struct TypedField<'a> {
    pub caption: &'a str,
    /// Identifies it among the record's fields. Consecutive changes of a field are one undo step.
    pub key: &'a str,
    /// What its undo steps are called, without the record: `Rename`.
    pub step: &'a str,
}

/// How a number is dragged.
pub struct NumberField {
    pub range: RangeInclusive<f32>,
    /// By how much a drag of one logical pixel changes it.
    pub speed: f64,
    pub max_decimals: usize,
}

impl<'a, I: Editable> RecordForm<'a, I> {
    /// The form of a record, if it is in the map.
    pub fn open(
        map: &'a Map,
        id: I,
        drafts: &'a mut Drafts,
        out: &'a mut Vec<Intent>,
    ) -> Option<Self> {
        let editor = RecordEditor::open(map, id)?;
        Some(Self { copy: editor.record.clone(), editor, drafts, out })
    }

    /// A change that is an undo step of its own.
    pub fn edit(&mut self, step: &str, change: impl FnOnce(&mut I::Record)) {
        self.out.push(self.editor.edit(step, change));
    }

    /// A change while a field is typed or dragged in.
    pub fn type_in(&mut self, field: TypedField<'_>, change: impl FnOnce(&mut I::Record)) {
        self.out.push(self.editor.type_in(field.key, field.step, change));
    }

    /// One line of text.
    pub fn text(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        hint: &str,
        access: impl Fn(&mut I::Record) -> &mut String,
    ) -> Response {
        let value = access(&mut self.copy);
        let (response, text) = text_row(ui, self.out, field.caption, value, hint);
        if let Some(text) = text {
            self.type_in(field, |record| *access(record) = text);
        }
        response
    }

    /// Several lines of text.
    pub fn paragraph(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        hint: &str,
        access: impl Fn(&mut I::Record) -> &mut String,
    ) {
        let text = paragraph(ui, self.out, field.caption, access(&mut self.copy), hint);
        if let Some(text) = text {
            self.type_in(field, |record| *access(record) = text);
        }
    }

    /// A value that is typed as text.
    pub fn typed<T>(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        format: &TextFormat<T>,
        access: impl Fn(&mut I::Record) -> &mut T,
    ) {
        let value = access(&mut self.copy);
        let own = self.editor.field(field.key);
        let read = draft_row(ui, self.drafts, self.out, own, field.caption, value, format);
        if let Some(value) = read {
            self.type_in(field, |record| *access(record) = value);
        }
    }

    /// A date that may be unknown.
    pub fn date(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        access: impl Fn(&mut I::Record) -> &mut Option<PartialDate>,
    ) {
        self.typed(ui, field, &DATE, access);
    }

    /// A value that is typed as text; returns it if it was changed, and leaves the edit to the caller.
    /// `key` identifies its draft.
    pub fn read<T>(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        key: &str,
        value: &T,
        format: &TextFormat<T>,
    ) -> Option<T> {
        draft_row(ui, self.drafts, self.out, self.editor.field(key), caption, value, format)
    }

    /// One of several values. A choice is an undo step of its own.
    pub fn choice<T: PartialEq + Clone>(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        step: &str,
        options: impl IntoIterator<Item = (T, String)>,
        access: impl Fn(&mut I::Record) -> &mut T,
    ) {
        if let Some(chosen) = choice_row(ui, caption, access(&mut self.copy), options) {
            self.edit(step, |record| *access(record) = chosen);
        }
    }

    /// A number that is dragged, or typed after a click.
    pub fn number(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        how: NumberField,
        access: impl Fn(&mut I::Record) -> &mut f32,
    ) -> Response {
        let mut number = *access(&mut self.copy);
        let value = DragValue::new(&mut number)
            .range(how.range)
            .speed(how.speed)
            .max_decimals(how.max_decimals);
        let response = row(ui, field.caption, |ui| ui.add(value));
        if response.changed() {
            self.type_in(field, |record| *access(record) = number);
        }
        end_field(&response, self.out);
        response
    }

    /// A colour.
    pub fn color(
        &mut self,
        ui: &mut Ui,
        field: TypedField<'_>,
        access: impl Fn(&mut I::Record) -> &mut Color,
    ) {
        let color = *access(&mut self.copy);
        let mut picked = None;
        row(ui, field.caption, |ui| {
            let (response, color) = color_button(ui, color);
            picked = color;
            response
        });
        if let Some(color) = picked {
            self.type_in(field, |record| *access(record) = color);
        }
    }

    /// A check box with words beside it. A click is an undo step of its own.
    pub fn check_box(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        words: &str,
        step: &str,
        access: impl Fn(&mut I::Record) -> &mut bool,
    ) {
        let mut value = *access(&mut self.copy);
        if row(ui, caption, |ui| ui.checkbox(&mut value, words)).changed() {
            self.edit(step, |record| *access(record) = value);
        }
    }
}
