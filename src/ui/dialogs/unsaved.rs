//! The question before unsaved work is discarded.

use egui::{Context, Label};

use super::dialog_frame::{buttons, dialog};
use super::first_focus::FirstFocus;
use crate::ui::intent::{Intent, UnsavedAnswer};
use crate::ui::state::{CloseReason, State};
use crate::ui::theme::widgets::{button, primary_button};

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    reason: &CloseReason,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let title = format!("Save changes to “{}” {}?", state.document_name(), before(reason));
    let dismissed = dialog(ctx, &title, 440.0, |ui| {
        ui.add(Label::new("What isn't saved will be lost.").selectable(false));
        buttons(ui, |ui| {
            let save = primary_button(ui, "Save");
            focus.give(&save);
            let cancel = button(ui, "Cancel");
            let drop = button(ui, "Don't save");
            for (response, answer) in [
                (save, UnsavedAnswer::Save),
                (cancel, UnsavedAnswer::Cancel),
                (drop, UnsavedAnswer::Discard),
            ] {
                if response.clicked() {
                    out.push(Intent::Unsaved(answer));
                }
            }
        });
    });
    if dismissed {
        out.push(Intent::Unsaved(UnsavedAnswer::Cancel));
    }
}

const fn before(reason: &CloseReason) -> &'static str {
    match reason {
        CloseReason::New => "before starting a new map",
        CloseReason::Open
        | CloseReason::OpenPaths(_)
        | CloseReason::OpenSample(_)
        | CloseReason::ShowRead
        | CloseReason::Recover(_)
        | CloseReason::ShowVersion => "before opening another map",
        CloseReason::Quit => "before closing",
    }
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    const QUESTION: Dialog = Dialog::Unsaved(CloseReason::Quit);

    #[test]
    fn it_names_the_map_and_has_three_answers() {
        for (label, wanted) in [
            ("Save", UnsavedAnswer::Save),
            ("Don't save", UnsavedAnswer::Discard),
            ("Cancel", UnsavedAnswer::Cancel),
        ] {
            let mut harness = open(example(), QUESTION);
            let title = "Save changes to “Japan and New Zealand, June 2024” before closing?";
            assert!(harness.query_all_by_label(title).next().is_some());
            harness.get_by_label(label).click();
            harness.run();
            let out = &harness.state().out[..];
            assert!(matches!(out, [Intent::Unsaved(answer)] if *answer == wanted), "{out:?}");
        }
    }

    #[test]
    fn enter_saves_and_escape_cancels() {
        for (key, wanted) in
            [(Key::Enter, UnsavedAnswer::Save), (Key::Escape, UnsavedAnswer::Cancel)]
        {
            let mut harness = open(example(), QUESTION);
            assert!(harness.get_by_label("Save").is_focused());
            harness.key_press(key);
            harness.run();
            let out = &harness.state().out[..];
            assert!(matches!(out, [Intent::Unsaved(answer)] if *answer == wanted), "{out:?}");
        }
    }

    #[test]
    fn tab_stays_inside() {
        let mut harness = open(example(), QUESTION);
        for _ in 0..7 {
            harness.key_press(Key::Tab);
            harness.run();
            let inside = ["Save", "Don't save", "Cancel"];
            assert!(inside.iter().any(|label| harness.get_by_label(label).is_focused()));
        }
    }
}
