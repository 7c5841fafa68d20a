//! Where the names of several nations, and the bends and labels of several ties, were put by hand.

use egui::Ui;

use super::super::by_hand::{BEND, OFFSET, PLACE};
use super::in_common::InCommon;
use super::shared_form::SharedForm;
use super::shared_value::Shared;
use crate::model::Tie;
use crate::ui::panels::form::TextFormat;

/// Shows where the names of the nations stand.
pub(super) fn show_name_place(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon) {
    let (key, targets) = ("name_offset", &in_common.nations.targets);
    let Some(offset) = form.read(ui, "Name at", key, &in_common.places.name, &OFFSET) else {
        return;
    };
    form.change("Move names of", targets, Some(key), |writer, target| {
        let Some(id) = target.nation() else { return };
        let _ = writer.change(id, |_, nation| {
            nation.name_offset = offset;
            Ok(())
        });
    });
}

/// Shows how the ties are bent, and where the texts along them stand.
pub(super) fn show_tie_places(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon) {
    let places = &in_common.places;
    field(ui, form, in_common, ("Bend", "Bend", "bend"), (&places.bend, &BEND), |tie, bend| {
        tie.bend = bend;
    });
    let Some(label) = &places.label else { return };
    let names = ("Label at", "Move labels of", "label_place");
    field(ui, form, in_common, names, (label, &PLACE), |tie, place| {
        if !tie.label.is_empty() {
            tie.label_place = place;
        }
    });
}

fn field<T: Copy>(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    (caption, step, key): (&str, &str, &str),
    (shared, format): (&Shared, &TextFormat<T>),
    set: fn(&mut Tie, T),
) {
    let Some(value) = form.read(ui, caption, key, shared, format) else { return };
    form.change(step, &in_common.ties.targets, Some(key), |writer, target| {
        let Some(id) = target.tie() else { return };
        let _ = writer.change(id, |_, tie| {
            set(tie, value);
            Ok(())
        });
    });
}
