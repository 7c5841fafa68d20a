//! The question whether a file that exists shall be replaced.

use std::path::Path;

use egui::{Context, Label};

use crate::ui::dialogs::dialog_frame::{buttons, dialog};
use crate::ui::dialogs::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::state::PathPurpose;
use crate::ui::system::intent_for;
use crate::ui::theme::widgets::{button, primary_button};

/// Asks the question; returns whether another name is to be chosen.
pub fn show(
    ctx: &Context,
    purpose: &PathPurpose,
    path: &Path,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) -> bool {
    let mut is_kept = false;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let dismissed = dialog(ctx, &format!("“{name}” exists. Replace it?"), 440.0, |ui| {
        let folder = path.parent().unwrap_or(path).display();
        ui.add(Label::new(format!("It is in “{folder}”.")).wrap().selectable(false));
        buttons(ui, |ui| {
            let keep = primary_button(ui, "Choose another name");
            focus.give(&keep);
            is_kept = keep.clicked();
            if button(ui, "Replace").clicked() {
                out.extend([Intent::CloseDialog, intent_for(purpose, path.to_owned())]);
            }
        });
    });
    is_kept || dismissed
}
