//! A form for several records at once: a row shows what all say, or that they differ, and a change is
//! made to all of them in one step.

use egui::{RichText, Ui};

use super::in_common::Group;
use super::shared_value::Shared;
use crate::edit::{Command, Field, Target};
use crate::model::Map;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{Column, NationField, TieField, Writer};
use crate::ui::panels::form::{
    DATE, Drafts, TextFormat, combo_box, draft_row, paragraph, row, section,
};
use crate::ui::state::count_in_words;
use crate::ui::theme::widgets::second_ink;

/// What stands in a field in which records differ.
const VARIOUS: &str = "Several values";
/// No more ends of ties than this are listed.
const MAX_LISTED: usize = 500;
/// What an absent value is called.
const NONE: &str = "—";

/// A form for several records.
pub(super) struct SharedForm<'a> {
    pub(super) map: &'a Map,
    /// Identifies the selection in the keys of its fields.
    pub(super) key: String,
    pub(super) drafts: &'a mut Drafts,
    pub(super) out: &'a mut Vec<Intent>,
}

impl SharedForm<'_> {
    /// A row for each of the fields whose column `is_shown`.
    pub(super) fn fields(&mut self, ui: &mut Ui, group: &Group, is_shown: fn(&Column) -> bool) {
        for (column, shared) in group.fields.iter().filter(|(column, _)| is_shown(column)) {
            self.field(ui, column, shared, &group.targets);
        }
    }

    fn field(&mut self, ui: &mut Ui, column: &Column, shared: &Shared, targets: &[Target]) {
        let options = options(self.map, column);
        if options.is_empty() {
            let key = column.title().to_owned();
            if let Some(text) = self.typed(ui, column.title(), &key, shared, reader(column)) {
                self.write_all(column, targets, &text, Some(&key));
            }
        } else if let Some(text) = choice(ui, column.title(), shared, options) {
            self.write_all(column, targets, &text, None);
        }
    }

    /// A field of several lines below its caption; returns the text if it was changed.
    pub(super) fn paragraph(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        hint: &str,
        shared: &Shared,
    ) -> Option<String> {
        let hint = if *shared == Shared::Various { VARIOUS } else { hint };
        paragraph(ui, self.out, caption, shared.text(), hint)
    }

    /// The notes of all.
    pub(super) fn notes(&mut self, ui: &mut Ui, group: &Group) {
        let is_notes = |column: &Column| {
            matches!(column, Column::Nation(NationField::Notes) | Column::Tie(TieField::Notes))
        };
        let Some((column, shared)) = group.fields.iter().find(|(own, _)| is_notes(own)) else {
            return;
        };
        section(ui, "Notes");
        if let Some(text) = self.paragraph(ui, "Anything worth knowing", "", shared) {
            self.write_all(column, &group.targets, &text, Some("notes"));
        }
    }

    /// A row with a text; returns it if it was changed and can be read.
    pub(super) fn typed(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        key: &str,
        shared: &Shared,
        read: fn(&str) -> Result<String, String>,
    ) -> Option<String> {
        let format = TextFormat { hint: "", write: Clone::clone, read };
        self.draft(ui, caption, key, shared, &shared.text().to_owned(), &format)
    }

    /// A row with a text that is read as a value; returns that if it was changed and can be read.
    pub(super) fn read<T>(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        key: &str,
        shared: &Shared,
        format: &TextFormat<T>,
    ) -> Option<T> {
        let value = (format.read)(shared.text()).ok()?;
        self.draft(ui, caption, key, shared, &value, format)
    }

    fn draft<T>(
        &mut self,
        ui: &mut Ui,
        caption: &str,
        key: &str,
        shared: &Shared,
        value: &T,
        format: &TextFormat<T>,
    ) -> Option<T> {
        let hint = if *shared == Shared::Various { VARIOUS } else { format.hint };
        let format = TextFormat { hint, write: format.write, read: format.read };
        let field = self.field_of(key);
        draft_row(ui, self.drafts, self.out, field, caption, value, &format)
    }

    /// Writes a text into a field of all; a field that is typed in is one step while it is.
    pub(super) fn write_all(
        &mut self,
        column: &Column,
        targets: &[Target],
        text: &str,
        typed_in: Option<&str>,
    ) {
        self.change(&column.step(), targets, typed_in, |writer, target| {
            // A record that can't take the text stays as it is.
            let _ = column.write(writer, target, text);
        });
    }

    /// Changes all records in one step, which is called `step` and how many there are.
    pub(super) fn change(
        &mut self,
        step: &str,
        targets: &[Target],
        typed_in: Option<&str>,
        mut change: impl FnMut(&mut Writer, Target),
    ) {
        let mut writer = Writer::on(self.map);
        targets.iter().for_each(|target| change(&mut writer, *target));
        let Some(command) = writer.into_command() else { return };
        let nations = targets.iter().filter(|target| target.nation().is_some()).count();
        let name = format!("{step} {}", count_in_words(nations, targets.len() - nations));
        self.push(name, typed_in, command);
    }

    /// Asks for a change; one of a field that is typed in is one step while it is.
    pub(super) fn push(&mut self, name: String, typed_in: Option<&str>, command: Command) {
        self.out.push(match typed_in {
            Some(key) => Intent::Type { name, field: self.field_of(key), command },
            None => Intent::Edit { name, command },
        });
    }

    fn field_of(&self, key: &str) -> Field {
        Field(format!("{}/{key}", self.key))
    }
}

/// A row with a choice among words, the empty one of which means none; returns the one chosen if not all
/// have it.
pub(super) fn choice(
    ui: &mut Ui,
    caption: &str,
    shared: &Shared,
    options: Vec<String>,
) -> Option<String> {
    let word = |text: &str| if text.is_empty() { NONE.to_owned() } else { text.to_owned() };
    let shown = match shared {
        Shared::Same(text) => RichText::new(word(text)),
        Shared::Various => RichText::new(VARIOUS).italics().color(second_ink(ui)),
    };
    let mut chosen = None;
    row(ui, caption, |ui| {
        combo_box(ui, caption, shown, |ui| {
            for option in options {
                let is_chosen = matches!(shared, Shared::Same(text) if *text == option);
                if ui.selectable_label(is_chosen, word(&option)).clicked() && !is_chosen {
                    chosen = Some(option);
                }
            }
        })
    });
    chosen
}

/// What can be chosen for all in a field; nothing where it is typed.
fn options(map: &Map, column: &Column) -> Vec<String> {
    match column {
        Column::Tie(TieField::From | TieField::To) => {
            map.nations().iter().take(MAX_LISTED).map(|(_, nation)| nation.name.clone()).collect()
        }
        _ => column.options(map),
    }
}

/// How a field's text is read before it is written into all.
fn reader(column: &Column) -> fn(&str) -> Result<String, String> {
    match column {
        Column::Tie(TieField::Since | TieField::Until) => date,
        Column::Tie(TieField::Weight) => TieField::check_weight,
        _ => |text| Ok(text.to_owned()),
    }
}

/// A text that is a date or empty.
pub(super) fn date(text: &str) -> Result<String, String> {
    (DATE.read)(text).map(|_| text.trim().to_owned())
}
