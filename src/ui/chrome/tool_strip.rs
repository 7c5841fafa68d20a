//! The buttons of the tools, floating at the canvas' upper left.

use egui::{Area, Id, Order, Rect, Ui, Vec2};

use super::action_button::action_button;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::PADDING;
use crate::ui::theme::widgets::floating_frame;

const TOOLS: [Action; 5] =
    [Action::ToolSelect, Action::ToolLasso, Action::ToolNation, Action::ToolTie, Action::ToolPan];

/// Shows the tools at the upper left of a canvas.
pub fn show(ui: &mut Ui, canvas: Rect, state: &State, out: &mut Vec<Intent>) {
    Area::new(Id::new("tool strip"))
        .order(Order::Middle)
        .fixed_pos(canvas.min + Vec2::splat(PADDING))
        .constrain_to(canvas)
        .show(ui.ctx(), |ui| {
            floating_frame(ui).show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(4.0);
                for action in TOOLS {
                    action_button(ui, action, state, out);
                }
            });
        });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::Tool;
    use crate::ui::test_example::{example, window};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    #[test]
    fn each_tool_is_a_named_button_and_the_chosen_one_says_so() {
        let mut state = example();
        state.tool = Tool::Tie;
        let mut harness = window(Vec::new(), |ui, out| show(ui, ui.max_rect(), &state, out));
        use egui::accesskit::Toggled;
        for action in TOOLS {
            let on = if action == Action::ToolTie { Toggled::True } else { Toggled::False };
            let node = harness.get_by_label(action.entry().name);
            assert_eq!(node.accesskit_node().toggled(), Some(on), "{action:?}");
        }
        harness.get_by_label("Pan tool").click();
        harness.run();
        assert!(matches!(harness.state()[..], [Intent::Act(Action::ToolPan)]));
    }
}
