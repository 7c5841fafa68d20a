//! Where a tie starts and ends. Only ends that are possible are offered.

use egui::Ui;
use egui_phosphor::regular as icon;

use crate::model::{Direction, End, Tie, TieId};
use crate::ui::panels::form::{RecordEditor, RecordForm, choice_row, combo_box, row};
use crate::ui::theme::widgets::icon_button;

/// No more ends than this are listed; others can be reached by drawing the tie on the map.
const MAX_LISTED: usize = 500;

/// Shows the rows of both ends.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let (map, tie) = (form.editor.map, form.editor.record);
    let nations = map.nations().iter().map(|(id, nation)| (id, nation.name.clone()));
    let possible = nations.filter(|(id, _)| is_possible(&form.editor, |tie| tie.from = *id));
    if let Some(from) = choice_row(ui, "From", &tie.from, possible.take(MAX_LISTED)) {
        form.edit("Move start of", |tie| tie.from = from);
    }
    to(ui, form);
    if let (End::Nation(to), Direction::Directed) = (tie.to, tie.direction) {
        row(ui, "", |ui| {
            let response = icon_button(ui, icon::ARROWS_LEFT_RIGHT, "Reverse direction", None);
            if response.clicked() {
                form.edit("Reverse", |tie| (tie.from, tie.to) = (to, End::Nation(tie.from)));
            }
            response
        });
    }
}

fn to(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let (map, now) = (form.editor.map, form.editor.record.to);
    let nations = map.nations().iter().map(|(id, n)| (End::Nation(id), n.name.clone()));
    let ties = map.ties().ids().map(|id| (End::Tie(id), map.tie_name(id)));
    let fits = |(end, _): &(End, String)| is_possible(&form.editor, |tie| tie.to = *end);
    let mut chosen = None;
    row(ui, "To", |ui| {
        combo_box(ui, "To", map.end_name(now), |ui| {
            ui.weak("Nations");
            for (end, name) in nations.filter(fits).take(MAX_LISTED) {
                if ui.selectable_label(end == now, name).clicked() {
                    chosen = Some(end);
                }
            }
            ui.weak("Ties");
            for (end, name) in ties.filter(fits).take(MAX_LISTED) {
                if ui.selectable_label(end == now, name).clicked() {
                    chosen = Some(end);
                }
            }
        })
    });
    if let Some(to) = chosen.filter(|to| *to != now) {
        form.edit("Move end of", |tie| tie.to = to);
    }
}

/// Whether the tie would keep the map's rules after a change.
fn is_possible(editor: &RecordEditor<'_, TieId>, change: impl FnOnce(&mut Tie)) -> bool {
    let mut changed = editor.record.clone();
    change(&mut changed);
    editor.map.check_tie(editor.id, &changed).is_ok()
}
