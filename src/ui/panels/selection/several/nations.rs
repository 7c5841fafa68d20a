//! What can be changed of several nations.

use egui::{Checkbox, Ui};

use super::super::nation::NO_COLOR;
use super::in_common::InCommon;
use super::shared_form::SharedForm;
use super::shared_value::Shared;
use super::{Inputs, by_hand, code_from_name, memberships, new_attribute, tags};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::fields::{Column, NationField};
use crate::ui::panels::form::{color_button, row, section};

/// Shows the fields of the selected nations.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    inputs: &mut Inputs,
) {
    let group = &in_common.nations;
    form.fields(ui, group, |column| *column == Column::Nation(NationField::Type));
    color(ui, form, in_common);
    pin(ui, form, in_common);
    code_from_name::show(ui, form, &group.targets, &mut inputs.report);
    by_hand::show_name_place(ui, form, in_common);
    tags::show(ui, form, in_common, &mut inputs.tag);
    memberships::show(ui, form, in_common);
    section(ui, "Attributes");
    form.fields(ui, group, |column| matches!(column, Column::Nation(NationField::Attribute(_))));
    new_attribute::show(ui, form, &group.targets, inputs, |name| {
        Column::Nation(NationField::Attribute(name.into()))
    });
    form.notes(ui, group);
}

fn color(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon) {
    let column = Column::Nation(NationField::Color);
    let shared = in_common.nations.fields.iter().find(|(own, _)| *own == column);
    let Some((_, shared)) = shared else { return };
    let targets = &in_common.nations.targets;
    row(ui, column.title(), |ui| {
        let now = shared.text().parse().unwrap_or(NO_COLOR);
        let (response, picked) = color_button(ui, now);
        if let Some(color) = picked {
            form.write_all(&column, targets, &color.to_string(), Some("color"));
        }
        let has_some = *shared != Shared::Same(String::new());
        let show_flags = ui.add_enabled(has_some, egui::Button::new("Show flags"));
        if show_flags.on_hover_text("Drop the colours of their own").clicked() {
            form.write_all(&column, targets, "", None);
        }
        response
    });
}

fn pin(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon) {
    let InCommon { pinned, placed, .. } = *in_common;
    row(ui, "Pinned", |ui| {
        let mut all = pinned == placed && placed > 0;
        let is_mixed = pinned > 0 && pinned < placed;
        let check_box = Checkbox::new(&mut all, "keep their places").indeterminate(is_mixed);
        let response = ui.add_enabled(placed > 0, check_box);
        if response.changed() {
            form.out.push(Intent::Act(Action::TogglePin));
        }
        if is_mixed {
            ui.weak(format!("{pinned} of {}", in_common.nations.targets.len()));
        }
        response
    });
}
