//! What all rows share: a caption at the left and a field that fills the rest. And what stands between
//! rows: the title of a section, and advice.

use egui::{Align, Label, Layout, Response, RichText, Ui, vec2};

use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, semibold_id, size};

/// The width of the captions.
const CAPTION: f32 = 84.0;

/// A row with a caption and any field.
pub fn row(ui: &mut Ui, caption: &str, field: impl FnOnce(&mut Ui) -> Response) -> Response {
    ui.horizontal(|ui| {
        let text = RichText::new(caption).color(second_ink(ui));
        let label = ui.allocate_ui_with_layout(
            vec2(CAPTION, ROW),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_size(vec2(CAPTION, ROW));
                ui.add(Label::new(text).truncate())
            },
        );
        field(ui).labelled_by(label.inner.id)
    })
    .inner
}

/// The title of a section, with space above.
pub fn section(ui: &mut Ui, title: &str) {
    ui.add_space(16.0);
    ui.label(RichText::new(title).font(semibold_id(size::SECTION)));
    ui.add_space(4.0);
}

/// A sentence in second ink that says what to do.
pub fn advice(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).color(second_ink(ui))).wrap());
}
