//! The question before a file is replaced in which something else is than this window read or saved.

use std::path::Path;

use egui::{Context, Label, RichText, ScrollArea, Ui};

use super::dialog_frame::{buttons, dialog};
use super::first_focus::FirstFocus;
use crate::analysis::Changes;
use crate::ui::intent::{Intent, NotSavedAnswer};
use crate::ui::state::Obstacle;
use crate::ui::theme::widgets::{button, primary_button, second_ink};

use NotSavedAnswer::{Again, Cancel, Elsewhere, Merge, Reload, Replace};

/// Shows the dialog. What the file has otherwise than the map is `None` until it is known.
pub fn show(
    ctx: &Context,
    path: &Path,
    obstacle: &Obstacle,
    differences: Option<&Result<Changes, String>>,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (title, text) = match obstacle {
        Obstacle::Changed => (
            format!("“{name}” was changed by another program"),
            "Merge adds what you choose of the file to your map; then it can be saved. Reload shows the file in \
             place of your map, of which what isn't saved is lost. Keep mine saves your map over the file, whose \
             contents stay in a copy that ends in “~”.",
        ),
        Obstacle::ReadOnly => (
            format!("“{name}” is read-only"),
            "Somebody may have wanted it to stay as it is. Replace saves over it all the same.",
        ),
        Obstacle::Failed(why) => (format!("“{name}” isn't saved"), why.as_str()),
    };
    let dismissed = dialog(ctx, &title, 520.0, |ui| {
        if *obstacle == Obstacle::Changed {
            show_differences(ui, differences);
            ui.add_space(8.0);
        }
        let text = match obstacle {
            Obstacle::Changed => RichText::new(text).color(second_ink(ui)),
            Obstacle::ReadOnly | Obstacle::Failed(_) => RichText::new(text),
        };
        ui.add(Label::new(text).wrap().selectable(false));
        buttons(ui, |ui| show_answers(ui, obstacle, focus, out));
    });
    if dismissed {
        out.push(Intent::NotSaved(Cancel));
    }
}

/// How high the place of the differences is, in points: as high before they are known as afterwards, so that no button
/// moves away under a click.
const DIFFERENCES_HEIGHT: f32 = 84.0;

fn show_differences(ui: &mut Ui, differences: Option<&Result<Changes, String>>) {
    let lines = match differences {
        None => vec!["Looking at what differs …".to_owned()],
        Some(Ok(changes)) => in_sentences(changes),
        Some(Err(message)) => vec![message.clone()],
    };
    let place = ScrollArea::vertical().auto_shrink(false).max_height(DIFFERENCES_HEIGHT);
    place.min_scrolled_height(DIFFERENCES_HEIGHT).show(ui, |ui| {
        for line in lines {
            ui.add(Label::new(line).wrap());
        }
    });
}

/// What a file has otherwise than the map, a sentence each.
fn in_sentences(changes: &Changes) -> Vec<String> {
    let Changes { added, removed, changed, moved, whole } = changes;
    let parts = [
        ("Only in the file", added),
        ("Only in your map", removed),
        ("Different in the file", changed),
        ("Different for the map as a whole", whole),
        ("In other places in the file", moved),
    ];
    let said = |(where_it_is, what): (&str, &Option<String>)| {
        Some(format!("{where_it_is}: {}.", what.as_ref()?))
    };
    let sentences: Vec<String> = parts.into_iter().filter_map(said).collect();
    if sentences.is_empty() {
        return vec!["It holds the same as your map; only how it is written differs.".to_owned()];
    }
    sentences
}

fn show_answers(ui: &mut Ui, obstacle: &Obstacle, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let answers: &[(NotSavedAnswer, &str)] = match obstacle {
        Obstacle::Changed => {
            &[(Merge, "Merge…"), (Reload, "Reload"), (Replace, "Keep mine"), (Cancel, "Cancel")]
        }
        Obstacle::ReadOnly => &[(Elsewhere, "Save as…"), (Replace, "Replace"), (Cancel, "Cancel")],
        Obstacle::Failed(_) => {
            &[(Again, "Try again"), (Elsewhere, "Save elsewhere…"), (Cancel, "Cancel")]
        }
    };
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
}
