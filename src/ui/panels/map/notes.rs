//! The text notes of the map.

use egui::Ui;

use super::collapsing;
use crate::model::{Map, NoteId, Point, TextNote};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::quoted;
use crate::ui::panels::form::{
    Drafts, NumberField, RecordForm, TextFormat, TypedField, advice, section,
};
use crate::ui::state::MapPart;

/// The position of a note in the world.
const POSITION: TextFormat<Point> = TextFormat {
    hint: "right, down",
    write: |at| format!("{}, {}", at.x.round(), at.y.round()),
    read: |text| {
        let number = |part: &str| part.trim().replace('−', "-").parse::<f32>().ok();
        let point =
            text.split_once(',').and_then(|(x, y)| Some(Point::new(number(x)?, number(y)?)));
        point.filter(|point| point.is_usable()).ok_or_else(|| {
            format!(
                "Expected two numbers, right and down, such as 120, -40; found {}.",
                quoted(text)
            )
        })
    },
};

/// Shows the form of each note, open where it is wanted, and a button to write one.
pub fn show(
    ui: &mut Ui,
    map: &Map,
    wanted: Option<MapPart>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    section(ui, "Notes on the map");
    if map.text_notes().is_empty() {
        advice(ui, "None yet. A note is text that stands anywhere on the map and on every figure.");
    }
    for (id, note) in map.text_notes().iter() {
        let is_wanted = wanted == Some(MapPart::Note(id));
        collapsing(ui, note.short(), ("note", id), is_wanted, |ui| {
            ui.push_id(("note", id), |ui| one(ui, map, id, drafts, out));
        });
    }
    if ui.button(Action::AddNote.entry().name).clicked() {
        out.push(Intent::Act(Action::AddNote));
    }
}

fn one(ui: &mut Ui, map: &Map, id: NoteId, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    let field = |caption, key| TypedField { caption, key, step: "Edit" };
    form.paragraph(ui, field("Text", "text"), "", |note| &mut note.text);
    let how = |range| NumberField { range, speed: 1.0, max_decimals: 0 };
    form.number(ui, field("Type size", "size"), how(TextNote::SIZES), |note| &mut note.size);
    form.number(ui, field("Width", "width"), how(TextNote::WIDTHS), |note| &mut note.width)
        .on_hover_text("How wide a line may become before the text goes on in the next");
    form.typed(ui, field("Position", "position"), &POSITION, |note| &mut note.position);
    if ui.button("Delete note").clicked() {
        form.out.push(Intent::delete_note(form.editor.record, id));
    }
    ui.add_space(8.0);
}
