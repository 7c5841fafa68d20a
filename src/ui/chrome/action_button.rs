//! An action as a button.

use egui::Ui;

use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::icon_button;

/// A button with the icon of an action, drawn as chosen while the action is on.
pub(in crate::ui) fn action_button(
    ui: &mut Ui,
    action: Action,
    state: &State,
    out: &mut Vec<Intent>,
) {
    let entry = action.entry();
    let hint = tooltip(ui.ctx(), action);
    let response = ui
        .add_enabled_ui(action.is_enabled(state), |ui| {
            icon_button(ui, entry.icon, entry.name, action.is_on(state))
        })
        .inner;
    if response.on_hover_text(&hint).on_disabled_hover_text(&hint).clicked() {
        out.push(Intent::Act(action));
    }
}
