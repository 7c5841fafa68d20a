//! What can be changed of several ties.

use egui::Ui;

use super::in_common::InCommon;
use super::shared_form::SharedForm;
use super::{Inputs, new_attribute, sources};
use crate::model::{Direction, End, Tie};
use crate::ui::panels::fields::{Column, TieField};
use crate::ui::panels::form::section;

/// Shows the fields of the selected ties.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    inputs: &mut Inputs,
) {
    let group = &in_common.ties;
    form.fields(ui, group, |column| !matches!(column, Column::Tie(TieField::Attribute(_))));
    if in_common.reversible > 0 && ui.button("Reverse direction").clicked() {
        reverse(form, in_common);
    }
    sources::show(ui, form, in_common, &mut inputs.source);
    section(ui, "Attributes");
    form.fields(ui, group, |column| matches!(column, Column::Tie(TieField::Attribute(_))));
    new_attribute::show(ui, form, &group.targets, inputs, |name| {
        Column::Tie(TieField::Attribute(name.into()))
    });
}

/// Turns round the ties that run from one nation to another.
fn reverse(form: &mut SharedForm<'_>, in_common: &InCommon) {
    form.change("Reverse", &in_common.ties.targets, None, |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |_, tie: &mut Tie| {
            if let (End::Nation(to), Direction::Directed) = (tie.to, tie.direction) {
                (tie.from, tie.to) = (to, End::Nation(tie.from));
            }
            Ok(())
        });
    });
}
