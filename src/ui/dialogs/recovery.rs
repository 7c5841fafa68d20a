//! Unsaved work of windows that ended: what it is, and what becomes of it. Closed, it asks again at the next start.

use egui::{Context, Label, RichText, ScrollArea, Ui};
use jiff::{Timestamp, tz::TimeZone};

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use crate::recovery::{About, JournalError, Left};
use crate::ui::intent::{Intent, LeftAnswer};
use crate::ui::state::{State, counted};
use crate::ui::theme::widgets::{button, caption, primary_button, second_ink};
use crate::ui::theme::{semibold_id, size};

/// The height of title, text and buttons.
const OTHER: f32 = 150.0;

/// What the dialog remembers: what is about to be thrown away, which is asked once more.
#[derive(Default)]
pub struct Memory {
    doubted: Option<String>,
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    memory: &mut Memory,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let title = match state.left.len() {
        1 => "A map with unsaved work is here",
        _ => "Maps with unsaved work are here",
    };
    let dismissed = dialog(ctx, title, 560.0, |ui| {
        let text =
            "Entente ended before it was saved. It stays here until you open it or throw it away.";
        ui.add(Label::new(text).wrap().selectable(false));
        ui.add_space(8.0);
        let height = scroll_height(ui, OTHER);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for (index, left) in state.left.iter().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                row(ui, left, memory, (index == 0).then_some(&mut *focus), out);
            }
        });
        buttons(ui, |ui| {
            if button(ui, "Later").clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn row(
    ui: &mut Ui,
    left: &Left,
    memory: &mut Memory,
    focus: Option<&mut FirstFocus>,
    out: &mut Vec<Intent>,
) {
    let (name, lines) = words(left);
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(name).font(semibold_id(size::TEXT))).truncate());
    for line in lines {
        ui.add(Label::new(RichText::new(line).color(second_ink(ui)).size(size::TEXT)).wrap());
    }
    ui.add_space(4.0);
    let mut answer = |answer| out.push(Intent::Left(answer));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if memory.doubted.as_ref() == Some(&left.id) {
            if button(ui, "Throw away for good").clicked() {
                answer(LeftAnswer::ThrowAway(left.id.clone()));
            }
            if button(ui, "Keep").clicked() {
                memory.doubted = None;
            }
            ui.label(caption(ui, "It can't be had again then."));
            return;
        }
        if can_be_opened(left) {
            // One button of a dialog is the one that Enter presses.
            let open = match focus {
                Some(focus) => {
                    let open = primary_button(ui, "Open");
                    focus.give(&open);
                    open
                }
                None => button(ui, "Open"),
            };
            if open.clicked() {
                answer(LeftAnswer::Open(left.id.clone()));
            }
        }
        if left.about != Err(JournalError::Newer) && button(ui, "Throw away…").clicked() {
            memory.doubted = Some(left.id.clone());
        }
    });
    ui.add_space(4.0);
}

/// Whether to try: of a damaged one some may still be had.
fn can_be_opened(left: &Left) -> bool {
    !matches!(left.about, Err(JournalError::Newer | JournalError::InUse))
}

/// The name of what was left, and what is said of it.
fn words(left: &Left) -> (String, Vec<String>) {
    match &left.about {
        Ok(about) => (about.name.clone(), about_in_words(about, left.is_file_changed)),
        Err(JournalError::Newer) => {
            let remedy = "A newer version of Entente wrote it: open it with that.";
            ("A map".to_owned(), vec![remedy.to_owned()])
        }
        Err(error) => {
            let text = format!("Not all of it can be read: {error}. Open shows what can be had.");
            ("A map".to_owned(), vec![text])
        }
    }
}

fn about_in_words(about: &About, is_file_changed: bool) -> Vec<String> {
    let (nations, ties) = about.counts;
    let holds = [counted(nations, "nation", "nations"), counted(ties, "tie", "ties")].join(", ");
    let steps = match (about.steps_since_save, &about.path) {
        (Some(steps), Some(_)) => format!("{} since it was saved", counted(steps, "step", "steps")),
        (None, Some(_)) => "changed since it was saved".to_owned(),
        (Some(steps), None) => format!("{}, in no file yet", counted(steps, "step", "steps")),
        (None, None) => "in no file yet".to_owned(),
    };
    let when = about.changed_at.and_then(|time| Timestamp::try_from(time).ok()).map(|time| {
        let time = time.to_zoned(TimeZone::system());
        format!("last changed {}", time.strftime("%-d %B %Y, %H:%M"))
    });
    let first =
        [Some(holds), Some(steps), when].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut lines = vec![first];
    if let Some(path) = &about.path {
        lines.push(path.display().to_string());
        if is_file_changed {
            lines.push(
                "The file was changed since by another program; it stays as it is.".to_owned(),
            );
        }
    }
    lines
}
