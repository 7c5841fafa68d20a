//! Writing a text note where it stands: a text field of several lines over it.

use egui::{Align, Align2, Id, Key, KeyboardShortcut, Modifiers, TextEdit, Ui, vec2};

use super::escape_key;
use super::in_place_field::{self, InPlaceField};
use crate::edit::{Change, Command, Target, add_text_note, delete};
use crate::model::{Map, NoteId, Point, TextNote};
use crate::scene::LabelOwner;
use crate::tasks::free_place_of_note;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::intent::Intent;
use crate::ui::theme::value_style;
use crate::ui::theme::widgets::begin_field;

/// The width of the field, in logical pixels.
const WIDTH: f32 = 240.0;

/// The field, while it is open.
#[derive(Default)]
pub struct NoteEdit {
    field: InPlaceField<NoteField>,
}

/// A note that is being typed.
struct NoteField {
    /// The note; `None` for one that isn't in the map yet.
    note: Option<NoteId>,
    /// Where its middle is in the world.
    at: Point,
    /// Whether a person has chosen that place; else a new note moves to where it lands on nothing.
    is_chosen_place: bool,
    text: String,
}

impl NoteEdit {
    /// Opens the field for a new note, at a place that was chosen or that is only as good as another.
    pub fn begin_new(&mut self, at: Point, is_chosen_place: bool) {
        let text = String::new();
        self.field.open(Some(NoteField { note: None, at, is_chosen_place, text }));
    }

    /// Opens the field with a note as it is.
    pub fn begin(&mut self, map: &Map, id: NoteId) {
        self.field.open(map.text_notes().get(id).map(|note| NoteField {
            note: Some(id),
            at: note.position,
            is_chosen_place: true,
            text: note.text.clone(),
        }));
    }

    /// Closes the field without a change; returns whether it was open.
    pub fn cancel(&mut self) -> bool {
        self.field.cancel()
    }

    /// Whether the field is open.
    pub const fn is_open(&self) -> bool {
        self.field.is_open()
    }

    /// The label that is hidden below the field.
    pub fn hidden_label(&self) -> Option<LabelOwner> {
        self.field.get().and_then(|field| field.note).map(LabelOwner::Note)
    }

    /// Shows the field, until it is left or Escape is pressed.
    pub fn show(&mut self, ui: &Ui, viewport: &Viewport, map: &Map, out: &mut Vec<Intent>) {
        self.field
            .show(ui, out, |field, is_first, out| field.show(ui, viewport, map, is_first, out));
    }
}

impl NoteField {
    /// Shows the field; returns whether it stays open. Enter ends it, Shift+Enter begins a line.
    fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        map: &Map,
        is_first: bool,
        out: &mut Vec<Intent>,
    ) -> bool {
        let id = Id::new("edit-note");
        let at = viewport.screen_from_world(self.at);
        let response = in_place_field::area(id, viewport, Align2::CENTER_CENTER, at)
            .show(ui.ctx(), |ui| {
                let edit = TextEdit::multiline(&mut self.text)
                    .id(id)
                    .font(value_style())
                    .hint_text("Note; Shift+Enter begins a line")
                    .horizontal_align(Align::Center)
                    .desired_rows(1)
                    .desired_width(WIDTH)
                    .min_size(vec2(WIDTH, 28.0))
                    .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
                ui.add(edit)
            })
            .inner;
        ui.ctx().accesskit_node_builder(id, |node| node.set_label("Note"));
        if is_first {
            begin_field(ui, &response, &self.text);
            return true;
        }
        if escape_key::was_pressed(ui) {
            return false;
        }
        let is_ended = in_place_field::shift_at_press(ui, Key::Enter) == Some(false);
        if is_ended || response.lost_focus() {
            response.surrender_focus();
            // Before a click that has left the field selects something and ends the step.
            out.splice(0..0, self.changes(map));
            return false;
        }
        true
    }

    /// The change, if there is one.
    fn changes(&self, map: &Map) -> Vec<Intent> {
        let text = self.text.trim_end();
        match self.note {
            None => self.added(map, text),
            Some(id) => changed(map, id, text).into_iter().collect(),
        }
    }

    /// Adds the note and selects it, unless it says nothing.
    fn added(&self, map: &Map, text: &str) -> Vec<Intent> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let mut note = TextNote::new(text.to_owned(), self.at);
        if !self.is_chosen_place {
            note.position = free_place_of_note(map, &note);
        }
        let name = format!("Add {}", note.in_words());
        let (id, command) = add_text_note(map, note);
        vec![Intent::Edit { name, command }, Intent::Select([Target::Note(id)].into())]
    }
}

/// The change of a note that is there; one that says nothing is deleted. `None` where nothing changes, or
/// where it was deleted while it was edited.
fn changed(map: &Map, id: NoteId, text: &str) -> Option<Intent> {
    let note = map.text_notes().get(id)?;
    if text.trim().is_empty() {
        let name = format!("Delete {}", note.in_words());
        return Some(Intent::Edit { name, command: delete(map, &[Target::Note(id)].into()) });
    }
    let changed = TextNote { text: text.to_owned(), ..note.clone() };
    (text != note.text.trim_end()).then(|| Intent::Edit {
        name: format!("Edit {}", note.in_words()),
        command: Command::TextNote(id, Change::Replace(Box::new(changed))),
    })
}
