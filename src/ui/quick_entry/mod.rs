//! Quick entry: a field at the foot of the map in which nations, members and ties are written as lines.
//!
//! This module owns the text, what was written before, and the list that completes a word. What a line
//! means is read below the window; the app gives it back as [`Understood`] and adds it.

mod completion;
mod field_text;
mod reading_rows;

use std::collections::BTreeSet;

use egui::{
    Context, EventFilter, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Panel, Rect,
    Response, TextEdit, Ui,
};

use super::completion::Completion;
use super::intent::Intent;
use super::state::State;
use super::system::take_plain_presses;
use super::theme::widgets::name_field;
use super::theme::{self, color32, value_style};
use crate::edit::{Command, Target};
use crate::formats::{LineRead, Remark};
use crate::model::{NationId, UsualKinds};

/// The most lines of text seen at once; the rest scrolls.
const MOST_ROWS: usize = 6;
/// What covering the rows below the field counts for: more than any nations.
const MOST_COVERED: usize = 1_000_000;
/// An example of a line, in the empty field.
const HINT: &str =
    "for example  Poland, Hungary in Warsaw Pact since 1955  or  Japan – China: concern";

/// What the lines mean.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    /// Each line.
    pub lines: Vec<LineRead>,
    /// Every remark on them, in the order of the text.
    pub remarks: Vec<Remark>,
    /// The nations that they speak of: what is new, and the ends of new ties.
    pub spoken_of: BTreeSet<NationId>,
    /// Whether new nations have been given places.
    pub is_placed: bool,
    /// What is new, and the command that adds it; `None` if there is nothing to add.
    pub command: Option<(BTreeSet<Target>, Command)>,
}

/// What the meaning of the lines depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ReadFor {
    text: String,
    revision: u64,
    usual_kinds: UsualKinds,
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
    /// What was written before one of those was shown.
    draft: String,
    understood: Understood,
    /// For what that is; `None` while closed.
    understood_for: Option<ReadFor>,
    completion: Completion,
}

impl QuickEntry {
    /// Opens the field, and gives it the keyboard's focus.
    pub fn open(&mut self) {
        self.is_open = true;
        self.wants_focus = true;
    }

    /// Whether the keyboard is in the field, and nothing is written there.
    pub fn has_blank_line(&self, ctx: &Context) -> bool {
        self.is_open && self.text.is_empty() && ctx.memory(|memory| memory.has_focus(field_id()))
    }

    /// Drops what is written: it was meant for another map.
    pub fn drop_text(&mut self) {
        self.text.clear();
        self.understood_for = None;
        self.completion.close();
    }

    /// What is written; `None` while the field is closed.
    pub fn text(&self) -> Option<&str> {
        self.is_open.then_some(self.text.as_str())
    }

    /// Whether what is written has not been read for this revision of the map and these kinds.
    pub fn is_stale(&self, revision: u64, usual_kinds: UsualKinds) -> bool {
        match (&self.understood_for, self.text()) {
            (None, None) => false,
            (Some(read), Some(text)) => {
                read.text != text || read.revision != revision || read.usual_kinds != usual_kinds
            }
            _ => true,
        }
    }

    /// Takes what the text means.
    pub fn set_understood(
        &mut self,
        revision: u64,
        usual_kinds: UsualKinds,
        understood: Option<Understood>,
    ) {
        let text = understood.is_some().then(|| self.text.clone());
        self.understood_for = text.map(|text| ReadFor { text, revision, usual_kinds });
        self.understood = understood.unwrap_or_default();
    }

    /// What the text means, as it was read last.
    pub const fn understood(&self) -> &Understood {
        &self.understood
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

    /// Shows the field at the foot of the space there is, while it is open. `covers` says how much of what the
    /// lines speak of lies in an area of the window; the list of suggestions keeps clear of it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        covers: &dyn Fn(Rect) -> usize,
        out: &mut Vec<Intent>,
    ) {
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
            // Below the field stands what the lines add.
            let top = ui.cursor().top();
            let hides_rows = |area: Rect| if area.top() > top { MOST_COVERED } else { 0 };
            let covers = |area: Rect| covers(area) + hides_rows(area);
            self.field(ui, state, &covers, out);
            ui.add_space(4.0);
            reading_rows::show(ui, &self.text, &self.understood);
        });
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        state: &State,
        covers: &dyn Fn(Rect) -> usize,
        out: &mut Vec<Intent>,
    ) {
        let id = field_id();
        let is_current = self.understood_for.as_ref().is_some_and(|read| read.text == self.text);
        let remarks = if is_current { &self.understood.remarks[..] } else { &[] };
        let mut keys = Keys::default();
        let ctx = ui.ctx().clone();
        let suggest = |text: &str| completion::suggestions(&ctx, id, text, state.map());
        let show = |ui: &mut Ui, text: &mut String| {
            if ui.memory(|memory| memory.has_focus(id)) {
                keys = Keys::take(ui, text);
            }
            text_field(ui, id, text, remarks)
        };
        let done = self.completion.show_clear(ui, id, &mut self.text, suggest, show, covers);
        let response = done.response;
        if response.changed() {
            self.recalled = 0;
        }
        if let Some(taken) = done.taken {
            completion::put(ui.ctx(), id, &mut self.text, &taken.name);
            self.wants_focus = true;
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        // Else Tab and Escape would leave the field before it gets them.
        let filter =
            EventFilter { tab: true, escape: true, horizontal_arrows: true, vertical_arrows: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if keys.enters && self.understood.command.is_some() {
            out.push(Intent::AddLines);
        }
        if keys.closes && !done.has_closed_list {
            self.is_open = false;
        }
        self.recall(keys.recalls);
    }

    /// Shows again what was entered before.
    fn recall(&mut self, by: i32) {
        let wanted = self.recalled.saturating_add_signed(by as isize).min(self.entered.len());
        if wanted != self.recalled {
            if self.recalled == 0 {
                self.draft = std::mem::take(&mut self.text);
            }
            self.recalled = wanted;
            let at = self.entered.len() - wanted;
            self.text = self.entered.get(at).unwrap_or(&self.draft).clone();
            self.completion.close();
        }
    }
}

fn field_id() -> Id {
    Id::new("quick entry field")
}

/// The keys that the field takes for itself, once the list has taken its own.
#[derive(Default)]
struct Keys {
    enters: bool,
    closes: bool,
    /// How many texts further back.
    recalls: i32,
}

impl Keys {
    fn take(ui: &Ui, text: &str) -> Self {
        let pressed = |key| take_plain_presses(ui, key) > 0;
        let mut keys =
            Self { enters: pressed(Key::Enter), closes: pressed(Key::Escape), recalls: 0 };
        if !text.contains('\n') {
            keys.recalls = i32::from(pressed(Key::ArrowUp)) - i32::from(pressed(Key::ArrowDown));
        }
        keys
    }
}

/// The field with its text, of which parts are underlined that are remarked on.
fn text_field(ui: &mut Ui, id: Id, text: &mut String, remarks: &[Remark]) -> Response {
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        field_text::galley(ui, text.as_str(), remarks, width)
    };
    let rows = text.split('\n').count().clamp(1, MOST_ROWS);
    let edit = TextEdit::multiline(text)
        .id(id)
        .font(value_style())
        .hint_text(HINT)
        .margin(Margin::symmetric(8, 6))
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .return_key(Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter)))
        .layouter(&mut layouter);
    let response = ui.add(edit);
    name_field(&response, "Quick entry", text);
    response
}
