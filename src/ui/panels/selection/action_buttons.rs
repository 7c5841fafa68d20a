//! Buttons for actions on what is selected.

use egui::Ui;

use crate::ui::actions::Action;
use crate::ui::actions::labels::tooltip;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::button;

/// A row of buttons for actions on what is selected.
pub fn action_buttons(ui: &mut Ui, actions: &[Action], out: &mut Vec<Intent>) {
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        for action in actions {
            let hint = tooltip(ui.ctx(), *action);
            if button(ui, action.entry().name).on_hover_text(hint).clicked() {
                out.push(Intent::Act(*action));
            }
        }
    });
}
