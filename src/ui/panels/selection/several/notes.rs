//! What can be changed of several text notes.

use egui::Ui;

use super::shared_form::SharedForm;
use super::shared_value::Shared;
use crate::edit::{Change, Command};
use crate::model::{NoteId, TextNote};
use crate::ui::panels::fields::quoted;
use crate::ui::panels::form::section;
use crate::ui::state::{State, counts_in_words};

/// A measure of a note that a form shows for all.
struct Measure {
    caption: &'static str,
    step: &'static str,
    /// Reads what was typed.
    read: fn(&str) -> Result<String, String>,
    get: fn(&TextNote) -> f32,
    set: fn(&mut TextNote, f32),
}

const MEASURES: [Measure; 2] = [
    Measure {
        caption: "Type size",
        step: "Change type size of",
        read: |text| number(text, TextNote::SIZES),
        get: |note| note.size,
        set: |note, size| note.size = size,
    },
    Measure {
        caption: "Width",
        step: "Change width of",
        read: |text| number(text, TextNote::WIDTHS),
        get: |note| note.width,
        set: |note, width| note.width = width,
    },
];

/// Shows the measures of the selected notes, if there are any.
pub(super) fn show(ui: &mut Ui, form: &mut SharedForm<'_>, state: &State) {
    let notes = state.selected_notes();
    let notes: Vec<(NoteId, &TextNote)> =
        notes.filter_map(|id| Some((id, state.map().text_notes().get(id)?))).collect();
    if notes.is_empty() {
        return;
    }
    let count = counts_in_words(0, 0, notes.len());
    section(ui, &format!("{count} selected"));
    for measure in MEASURES {
        let texts = notes.iter().map(|(_, note)| (measure.get)(note).to_string());
        let shared = Shared::of(texts);
        let text = form.typed(ui, measure.caption, measure.caption, &shared, measure.read);
        let Some(value) = text.and_then(|text| text.trim().parse::<f32>().ok()) else { continue };
        let change = |(id, note): &(NoteId, &TextNote)| {
            let mut changed = (*note).clone();
            (measure.set)(&mut changed, value);
            Command::TextNote(*id, Change::Replace(Box::new(changed)))
        };
        let command = Command::Batch(notes.iter().map(change).collect());
        form.push(format!("{} {count}", measure.step), Some(measure.caption), command);
    }
}

/// A text that is a number within a range.
fn number(text: &str, range: std::ops::RangeInclusive<f32>) -> Result<String, String> {
    let number = text.trim().parse::<f32>().ok().filter(|number| range.contains(number));
    number.map(|number| number.to_string()).ok_or_else(|| {
        let (least, most) = (range.start(), range.end());
        format!("Expected a number from {least} to {most}; found {}.", quoted(text))
    })
}
