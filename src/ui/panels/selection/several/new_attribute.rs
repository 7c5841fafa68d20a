//! A row that gives all selected records an attribute.

use egui::Ui;

use super::Inputs;
use super::shared_form::SharedForm;
use crate::edit::Target;
use crate::model::Attributes;
use crate::ui::panels::fields::Column;
use crate::ui::panels::form::{row, text_line};
use crate::ui::theme::widgets::button;

/// Shows the row; `column` is the field of an attribute's name.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    targets: &[Target],
    inputs: &mut Inputs,
    column: impl FnOnce(&str) -> Column,
) {
    row(ui, "New name", |ui| text_line(ui, &mut inputs.attribute_name, ""));
    row(ui, "New value", |ui| text_line(ui, &mut inputs.attribute_value, ""));
    let name = inputs.attribute_name.trim().to_owned();
    let is_ready = Attributes::is_name(&name) && !inputs.attribute_value.trim().is_empty();
    let set = ui.add_enabled_ui(is_ready, |ui| button(ui, "Set for all")).inner;
    if set.clicked() {
        form.write_all(&column(&name), targets, &inputs.attribute_value, None);
        inputs.attribute_name.clear();
        inputs.attribute_value.clear();
    }
}
