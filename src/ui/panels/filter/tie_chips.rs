//! The conditions on ties that are chosen by chips: kind, status and sign.

use egui::Ui;

use super::chips::{Chip, chips};
use crate::analysis::RecordCounts;
use crate::model::{Sign, Status};
use crate::ui::panels::form::{MapFilter, RecordForm, section};

/// Shows the chips of kinds.
pub fn kinds(ui: &mut Ui, counts: &RecordCounts, form: &mut RecordForm<'_, MapFilter>) {
    section(ui, "Kinds of tie");
    let kinds = form.editor.map.kinds().iter().map(|(id, kind)| Chip {
        value: id,
        name: kind.name.clone(),
        count: counts.kinds.get(&id).copied().unwrap_or(0),
    });
    if let Some(kinds) = chips(ui, &form.editor.record.kinds, kinds) {
        form.edit("kind", |filter| filter.kinds = kinds);
    }
}

/// Shows the chips of the statuses that ties have.
pub fn statuses(ui: &mut Ui, counts: &RecordCounts, form: &mut RecordForm<'_, MapFilter>) {
    section(ui, "Status of ties");
    let chosen = &form.editor.record.statuses;
    let all = Status::ALL.map(Some).into_iter().chain([None]);
    let there =
        all.filter(|status| counts.statuses.contains_key(status) || chosen.contains(status));
    let statuses = there.map(|status| Chip {
        value: status,
        name: status.map_or("none given", Status::name).to_owned(),
        count: counts.statuses.get(&status).copied().unwrap_or(0),
    });
    if let Some(statuses) = chips(ui, chosen, statuses) {
        form.edit("status", |filter| filter.statuses = statuses);
    }
}

/// Shows the chips of signs.
pub fn signs(ui: &mut Ui, counts: &RecordCounts, form: &mut RecordForm<'_, MapFilter>) {
    section(ui, "Sign of ties");
    let signs = Sign::ALL.map(|sign| Chip {
        value: sign,
        name: sign.name().to_owned(),
        count: counts.signs.get(&sign).copied().unwrap_or(0),
    });
    if let Some(signs) = chips(ui, &form.editor.record.signs, signs) {
        form.edit("sign", |filter| filter.signs = signs);
    }
}
