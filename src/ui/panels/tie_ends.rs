//! Where a tie starts and ends. Only ends that are possible are offered.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::form;
use super::tie_edit::Edit;
use crate::model::{Direction, End, Tie};
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::icon_button;

/// No more ends than this are listed; beyond, ties are drawn on the map.
const MOST_LISTED: usize = 500;

pub(super) fn show(ui: &mut Ui, edit: &Edit<'_>, out: &mut Vec<Intent>) {
    let tie = edit.tie;
    let nations = edit.map.nations().iter().map(|(id, n)| (id, n.name.clone()));
    let possible = nations.filter(|(id, _)| fits(edit, |t| t.from = *id)).take(MOST_LISTED);
    if let Some(from) = form::choice(ui, "From", &tie.from, possible) {
        edit.edited(out, "Move start of", |t| t.from = from);
    }
    to(ui, edit, out);
    if let (End::Nation(to), Direction::Directed) = (tie.to, tie.direction) {
        form::row(ui, "", |ui| {
            let response = icon_button(ui, icon::ARROWS_LEFT_RIGHT, "Reverse direction", None);
            if response.clicked() {
                edit.edited(out, "Reverse", |t| (t.from, t.to) = (to, End::Nation(t.from)));
            }
            response
        });
    }
}

fn to(ui: &mut Ui, edit: &Edit<'_>, out: &mut Vec<Intent>) {
    let nations = edit.map.nations().iter().map(|(id, n)| (End::Nation(id), n.name.clone()));
    let ties = edit.map.ties().ids().map(|id| (End::Tie(id), edit.map.tie_name(id)));
    let fits = |(end, _): &(End, String)| fits(edit, |t| t.to = *end);
    let mut chosen = None;
    form::row(ui, "To", |ui| {
        form::combo(ui, "To", edit.map.end_name(edit.tie.to), |ui| {
            ui.weak("Nations");
            for (end, name) in nations.filter(fits).take(MOST_LISTED) {
                if ui.selectable_label(end == edit.tie.to, name).clicked() {
                    chosen = Some(end);
                }
            }
            ui.weak("Ties");
            for (end, name) in ties.filter(fits).take(MOST_LISTED) {
                if ui.selectable_label(end == edit.tie.to, name).clicked() {
                    chosen = Some(end);
                }
            }
        })
    });
    if let Some(to) = chosen.filter(|to| *to != edit.tie.to) {
        edit.edited(out, "Move end of", |t| t.to = to);
    }
}

/// Whether the tie would still fit its map after a change.
fn fits(edit: &Edit<'_>, change: impl FnOnce(&mut Tie)) -> bool {
    let mut changed = edit.tie.clone();
    change(&mut changed);
    edit.map.check_tie(edit.id, &changed).is_ok()
}
