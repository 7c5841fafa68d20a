//! The question before a file is replaced in which something else is than this window read or saved.

use std::path::Path;

use egui::{Context, Label};

use super::dialog_frame::{buttons, dialog};
use super::first_focus::FirstFocus;
use crate::ui::intent::{Intent, NotSavedAnswer};
use crate::ui::state::Obstacle;
use crate::ui::theme::widgets::{button, primary_button};

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    path: &Path,
    obstacle: &Obstacle,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    use NotSavedAnswer::{Again, Cancel, Elsewhere, Merge, Reload, Replace};
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (title, text) = match obstacle {
        Obstacle::Changed => (
            format!("“{name}” was changed by another program"),
            "Compare shows what differs and adds it to your map; then it can be saved. Reload shows the \
             file in place of your map, of which what isn't saved is lost. Replace saves your map over the \
             file, whose contents are kept in a copy that ends in “~”.",
        ),
        Obstacle::ReadOnly => (
            format!("“{name}” is read-only"),
            "Somebody may have wanted it to stay as it is. Replace saves over it all the same.",
        ),
        Obstacle::Failed(why) => (format!("“{name}” isn't saved"), why.as_str()),
    };
    let answers: &[(NotSavedAnswer, &str)] = match obstacle {
        Obstacle::Changed => &[
            (Merge, "Compare…"),
            (Elsewhere, "Save as…"),
            (Replace, "Replace"),
            (Reload, "Reload"),
            (Cancel, "Cancel"),
        ],
        Obstacle::ReadOnly => &[(Elsewhere, "Save as…"), (Replace, "Replace"), (Cancel, "Cancel")],
        Obstacle::Failed(_) => {
            &[(Again, "Try again"), (Elsewhere, "Save elsewhere…"), (Cancel, "Cancel")]
        }
    };
    let dismissed = dialog(ctx, &title, 520.0, |ui| {
        ui.add(Label::new(text).wrap().selectable(false));
        buttons(ui, |ui| {
            for (index, (answer, label)) in answers.iter().enumerate() {
                let response = match index {
                    0 => primary_button(ui, label),
                    _ => button(ui, label),
                };
                if index == 0 {
                    focus.give(&response);
                }
                if response.clicked() {
                    out.push(Intent::NotSaved(*answer));
                }
            }
        });
    });
    if dismissed {
        out.push(Intent::NotSaved(Cancel));
    }
}
