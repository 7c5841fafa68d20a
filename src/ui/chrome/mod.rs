//! What stands around the canvas: the menu bar above, the tools on it, the status bar below.

pub mod hidden_notes;
pub mod menu_bar;
pub mod status_bar;
pub mod toasts;
pub mod tool_strip;
pub mod zoom_control;

use super::actions::Action;
use super::actions::labels::tooltip;
use super::intent::Intent;
use super::state::State;
use super::theme::widgets::icon_button;

/// The frame of what floats on the canvas.
pub(super) fn floating_frame(ui: &egui::Ui) -> egui::Frame {
    let visuals = ui.visuals();
    egui::Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(8)
        .inner_margin(4)
}

/// A button with the icon of an action.
pub(super) fn action_button(
    ui: &mut egui::Ui,
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
