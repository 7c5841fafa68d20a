//! The picture of a nation's own, in place of its flag.

use egui::Ui;

use crate::model::NationId;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{RecordForm, row};
use crate::ui::theme::widgets::button;

/// A row to choose a picture, or to drop it.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let id = form.editor.id;
    let has_picture = form.editor.record.picture.is_some();
    row(ui, "Picture", |ui| {
        let verb = if has_picture { "Replace…" } else { "Choose…" };
        let choose = button(ui, verb).on_hover_text(
            "Show a picture of your own in place of the flag: PNG, JPEG or SVG. It is kept in the map file",
        );
        if choose.clicked() {
            form.out.push(Intent::ChoosePicture(id));
        }
        if has_picture && button(ui, "Remove").clicked() {
            form.edit("Remove picture of", |nation| nation.picture = None);
        }
        choose
    });
}
