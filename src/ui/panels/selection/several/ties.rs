//! What can be changed of several ties.

use egui::{Button, Ui};

use super::in_common::InCommon;
use super::shared_form::SharedForm;
use super::{Inputs, by_hand, new_attribute, sources};
use crate::model::Tie;
use crate::ui::panels::fields::{Column, TieField};
use crate::ui::panels::form::section;
use crate::ui::panels::selection::tie_ends::{NOT_REVERSIBLE, reversed};

/// Shows the fields of the selected ties.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    inputs: &mut Inputs,
) {
    let group = &in_common.ties;
    form.fields(ui, group, |column| {
        !matches!(column, Column::Tie(TieField::Attribute(_) | TieField::Notes))
    });
    by_hand::show_tie_places(ui, form, in_common);
    let can_reverse = in_common.reversible > 0;
    let button = ui.add_enabled(can_reverse, Button::new("Reverse direction"));
    if button.on_disabled_hover_text(NOT_REVERSIBLE).clicked() {
        reverse(form, in_common);
    }
    sources::show(ui, form, in_common, &mut inputs.source);
    section(ui, "Attributes");
    form.fields(ui, group, |column| matches!(column, Column::Tie(TieField::Attribute(_))));
    new_attribute::show(ui, form, &group.targets, inputs, |name| {
        Column::Tie(TieField::Attribute(name.into()))
    });
    form.notes(ui, group);
}

/// Turns round the ties that run from one nation to another.
fn reverse(form: &mut SharedForm<'_>, in_common: &InCommon) {
    form.change("Reverse", &in_common.ties.targets, None, |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |_, tie: &mut Tie| {
            if let Some(ends) = reversed(tie) {
                (tie.from, tie.to) = ends;
            }
            Ok(())
        });
    });
}
