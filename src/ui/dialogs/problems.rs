//! The problems dialog: what couldn't be read of a file or a paste, one sentence each.

use egui::{Context, Label, ScrollArea};

use super::dialog_frame::{buttons, close_button, dialog, scroll_height};
use super::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::{button, second_ink};

/// The height of title, introduction and buttons.
const OTHER: f32 = 120.0;

/// Shows the dialog.
pub fn show(ctx: &Context, state: &State, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let problems = &state.problems;
    let dismissed = dialog(ctx, "Problems in what was read", 560.0, |ui| {
        let kept = "Everything else was kept. A file itself is as it was until you save.";
        ui.label(egui::RichText::new(kept).color(second_ink(ui)));
        ui.add_space(8.0);
        let height = scroll_height(ui, OTHER).min(360.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for problem in problems {
                ui.add(Label::new(problem).wrap());
                ui.add_space(4.0);
            }
        });
        buttons(ui, |ui| {
            close_button(ui, focus, out);
            if button(ui, "Copy list").clicked() {
                ui.copy_text(problems.join("\n"));
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn each_problem_is_listed() {
        let mut state = example();
        state.problems = vec!["Line 3 names no kind.".to_owned(), "Line 9 has no end.".to_owned()];
        let mut harness = open(state, Dialog::Problems);
        assert!(harness.query_by_label("Line 3 names no kind.").is_some());
        assert!(harness.query_by_label("Line 9 has no end.").is_some());
        harness.get_by_label("Copy list").click();
        harness.step();
        harness.key_press(egui::Key::Escape);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }
}
