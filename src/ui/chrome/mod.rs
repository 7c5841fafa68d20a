//! What stands around the canvas: the menu bar above, the tools on it, the status bar below.

pub mod hidden_notes;
pub mod menu_bar;
pub mod status_bar;
pub mod toasts;
pub mod tool_strip;
pub mod zoom_control;

use super::actions::Action;
use super::actions::availability::{checked, enabled};
use super::intent::Intent;
use super::state::State;
use super::theme::widgets::{icon_button, tooltip};

/// A button with the icon of an action.
pub(super) fn action_button(
    ui: &mut egui::Ui,
    action: Action,
    state: &State,
    out: &mut Vec<Intent>,
) {
    let entry = action.entry();
    let hint = tooltip(ui.ctx(), action);
    let possible = enabled(action, state);
    let response = ui
        .add_enabled_ui(possible, |ui| {
            icon_button(ui, entry.icon, entry.name, checked(action, state))
        })
        .inner;
    if response.on_hover_text(&hint).on_disabled_hover_text(&hint).clicked() {
        out.push(Intent::Act(action));
    }
}
