//! One text note: what it says, how large, and where it stands.

use egui::Ui;

use super::action_buttons::action_buttons;
use crate::model::{Map, NoteId, Point, TextNote};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{quoted, read_numbers, write_numbers};
use crate::ui::panels::form::{Drafts, NumberField, RecordForm, TextFormat, TypedField, section};

/// The position of a note in the world.
const POSITION: TextFormat<Point> = TextFormat {
    hint: "right, down",
    write: |at| write_numbers(&[at.x.round(), at.y.round()]),
    read: |text| match read_numbers(text)[..] {
        [x, y] if Point::new(x, y).is_usable() => Ok(Point::new(x, y)),
        _ => Err(format!(
            "Expected two numbers, right and down, such as 120, -40; found {}.",
            quoted(text)
        )),
    },
};

/// Shows the form of a text note.
pub fn show(ui: &mut Ui, map: &Map, id: NoteId, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let Some(mut form) = RecordForm::open(map, id, drafts, out) else { return };
    section(ui, &form.editor.record.short());
    ui.push_id(("note", id), |ui| {
        let field = |caption, key| TypedField { caption, key, step: "Edit" };
        form.paragraph(ui, field("Text", "text"), "", |note| &mut note.text);
        let how = |range| NumberField { range, speed: 1.0, max_decimals: 0 };
        form.number(ui, field("Type size", "size"), how(TextNote::SIZES), |note| &mut note.size);
        form.number(ui, field("Width", "width"), how(TextNote::WIDTHS), |note| &mut note.width)
            .on_hover_text("How wide a line may become before the text goes on in the next");
        let place = TypedField { caption: "Position", key: "position", step: "Move" };
        form.typed(ui, place, &POSITION, |note| &mut note.position);
    });
    action_buttons(ui, &[Action::Duplicate, Action::FitSelection, Action::Delete], out);
}
