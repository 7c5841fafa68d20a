//! Quick entry: a field at the foot of the map in which nations, members and ties are written as lines.
//!
//! This module owns the text, what was written before, and the list that completes a word. What a line
//! means is read below the window; the app gives it back as [`Understood`] and adds it.

mod completion;
mod field_text;
mod reading_rows;

use std::collections::BTreeSet;

use egui::{EventFilter, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Panel, TextEdit, Ui};

use super::intent::Intent;
use super::state::State;
use super::theme::widgets::name_field;
use super::theme::{self, color32, value_style};
use crate::edit::{Command, Target};
use crate::formats::LineRead;
use completion::Completions;

/// The most lines of text seen at once; the rest scrolls.
const MOST_ROWS: usize = 6;
/// An example of a line, in the empty field.
const HINT: &str =
    "for example  Poland, Hungary in Warsaw Pact since 1955  or  Japan – China: concern";

/// What the lines mean.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    /// Each line.
    pub lines: Vec<LineRead>,
    /// What is new, and the command that adds it; `None` if there is nothing to add.
    pub command: Option<(BTreeSet<Target>, Command)>,
}

/// The field and what it remembers.
#[derive(Debug, Default)]
pub struct QuickEntry {
    is_open: bool,
    wants_focus: bool,
    text: String,
    /// What has been entered, the latest last.
    entered: Vec<String>,
    /// Which of those the field shows, counted from the end.
    recalled: usize,
    understood: Understood,
    /// For which text and revision that is; `None` while closed.
    understood_for: Option<(String, u64)>,
    completions: Completions,
}

impl QuickEntry {
    /// Opens the field, and gives it the keyboard's focus.
    pub fn open(&mut self) {
        self.is_open = true;
        self.wants_focus = true;
    }

    /// What is written; `None` while the field is closed.
    pub fn text(&self) -> Option<&str> {
        self.is_open.then_some(self.text.as_str())
    }

    /// Whether what is written has not been read for this revision of the map.
    pub fn is_stale(&self, revision: u64) -> bool {
        match (&self.understood_for, self.text()) {
            (None, None) => false,
            (Some((text, of)), Some(written)) => text != written || *of != revision,
            _ => true,
        }
    }

    /// Takes what the text means.
    pub fn set_understood(&mut self, revision: u64, understood: Option<Understood>) {
        self.understood_for = understood.is_some().then(|| (self.text.clone(), revision));
        self.understood = understood.unwrap_or_default();
    }

    /// Takes the lines that were added out of the field; those with a fault stay.
    pub fn take_entered(&mut self, lines: &[LineRead]) {
        let of = |wanted: bool| {
            let lines = lines.iter().filter(move |line| line.has_fault() == wanted);
            let texts = lines.filter_map(|line| self.text.get(line.span.clone()));
            texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
        };
        let (entered, left) = (of(false), of(true));
        self.entered.push(entered);
        self.recalled = 0;
        self.text = left;
        self.understood_for = None;
        self.wants_focus = true;
    }

    /// Shows the field at the foot of the space there is, while it is open.
    pub fn show(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
        if !self.is_open {
            return;
        }
        let palette = theme::palette(ui.ctx());
        let frame = Frame::new().fill(color32(palette.panel)).inner_margin(Margin {
            left: 12,
            right: 12,
            top: 8,
            bottom: 8,
        });
        Panel::bottom("quick entry").resizable(false).frame(frame).show(ui, |ui| {
            self.field(ui, state, out);
            ui.add_space(4.0);
            reading_rows::show(ui, &self.text, &self.understood);
        });
    }

    fn field(&mut self, ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
        let id = Id::new("quick entry field");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus {
            self.keys(ui, id, state, out);
        }
        let remarks: Vec<_> =
            self.understood.lines.iter().flat_map(|line| line.remarks.clone()).collect();
        let is_current = self.understood_for.as_ref().is_some_and(|(text, _)| *text == self.text);
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            let remarks = if is_current { &remarks[..] } else { &[] };
            field_text::galley(ui, text.as_str(), remarks, width)
        };
        let rows = self.text.split('\n').count().clamp(1, MOST_ROWS);
        let edit = TextEdit::multiline(&mut self.text)
            .id(id)
            .font(value_style())
            .hint_text(HINT)
            .margin(Margin::symmetric(8, 6))
            .desired_rows(rows)
            .desired_width(f32::INFINITY)
            .return_key(Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)))
            .layouter(&mut layouter);
        let response = ui.add(edit);
        name_field(&response, "Quick entry", &self.text);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            self.completions.begin();
            self.recalled = 0;
        }
        // Else Tab and Escape would leave the field before it gets them.
        let keys =
            EventFilter { tab: true, escape: true, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keys));
        if response.has_focus()
            && let Some(taken) = self.completions.show(ui, id, &self.text, response.rect, state)
        {
            taken.put(ui.ctx(), id, &mut self.text);
        }
    }

    /// Keys that the field itself doesn't take.
    fn keys(&mut self, ui: &Ui, id: Id, state: &State, out: &mut Vec<Intent>) {
        if let Some(taken) = self.completions.keys(ui, id, &self.text, state) {
            taken.put(ui.ctx(), id, &mut self.text);
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) && self.understood.command.is_some() {
            out.push(Intent::AddLines);
        } else if pressed(Key::Escape) {
            self.is_open = false;
        } else if !self.text.contains('\n') {
            let by = i32::from(pressed(Key::ArrowUp)) - i32::from(pressed(Key::ArrowDown));
            self.recall(by);
        }
    }

    /// Shows again what was entered before.
    fn recall(&mut self, by: i32) {
        let wanted = self.recalled.saturating_add_signed(by as isize).min(self.entered.len());
        if wanted != self.recalled {
            self.recalled = wanted;
            let at = self.entered.len() - wanted;
            self.text = self.entered.get(at).cloned().unwrap_or_default();
            self.completions.end();
        }
    }
}
