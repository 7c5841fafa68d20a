//! Where a tie starts and ends, and its direction. Only ends that are possible are offered.

use egui::{Ui, vec2};
use egui_phosphor::regular as icon;

use crate::model::{Direction, End, NationId, Tie, TieId};
use crate::ui::panels::form::{RecordEditor, RecordForm, choice_row, combo_box, row};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::icon_button;

/// No more ends than this are listed; others can be reached by drawing the tie on the map.
const MAX_LISTED: usize = 500;
/// Why a tie can't be reversed.
pub const NOT_REVERSIBLE: &str = "Only a directed tie from one nation to another can be reversed";

/// Shows the rows of both ends.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let (map, tie) = (form.editor.map, form.editor.record);
    let nations = map.nations().iter().map(|(id, nation)| (id, nation.name.clone()));
    let possible = nations.filter(|(id, _)| is_possible(&form.editor, |tie| tie.from = *id));
    if let Some(from) = choice_row(ui, "From", &tie.from, possible.take(MAX_LISTED)) {
        form.edit("Move start of", |tie| tie.from = from);
    }
    to(ui, form);
}

/// Shows the row of the direction. What reverses it is always there, so that no row moves when it becomes
/// possible.
pub fn direction(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let tie = form.editor.record;
    let now = tie.direction;
    let reversed = reversed(tie);
    let (mut chosen, mut reverses) = (None, false);
    row(ui, "Direction", |ui| {
        let button = ROW + ui.spacing().item_spacing.x;
        let width = ui.available_width() - button;
        let choice = ui.allocate_ui(vec2(width, ROW), |ui| {
            combo_box(ui, "Direction", now.name(), |ui| {
                for direction in Direction::ALL {
                    if ui.selectable_label(direction == now, direction.name()).clicked() {
                        chosen = Some(direction);
                    }
                }
            })
        });
        let name = "Reverse direction";
        let swap = |ui: &mut Ui| icon_button(ui, icon::ARROWS_LEFT_RIGHT, name, None);
        let response = ui.add_enabled_ui(reversed.is_some(), swap).inner;
        reverses = response.on_disabled_hover_text(NOT_REVERSIBLE).clicked();
        choice.inner
    });
    if let Some(direction) = chosen.filter(|direction| *direction != now) {
        form.edit("Change direction of", |tie| tie.direction = direction);
    }
    if let Some(ends) = reversed.filter(|_| reverses) {
        form.edit("Reverse", |tie| (tie.from, tie.to) = ends);
    }
}

/// The ends of a tie that is turned round; `None` for one that is mutual or ends on a tie.
pub fn reversed(tie: &Tie) -> Option<(NationId, End)> {
    match (tie.to, tie.direction) {
        (End::Nation(to), Direction::Directed) => Some((to, End::Nation(tie.from))),
        _ => None,
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
