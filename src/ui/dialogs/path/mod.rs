//! The path dialog: a path typed by hand, if the system has no file dialog.
//!
//! This module owns the typed path, the list of files below it, and the question before a file is
//! replaced. It must not know how files are read or written.

mod file_list;
mod folder;
mod replace_question;
mod typed_path;

use std::path::PathBuf;

use egui::{Context, Key, Label, Margin, Modifiers, RichText, TextEdit, Ui};

use super::dialog_frame::{buttons, dialog};
use super::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::state::{PathPurpose, State};
use crate::ui::system::{intent_for, suggested_name};
use crate::ui::theme::value_style;
use crate::ui::theme::widgets::name_field;
use crate::ui::theme::widgets::{button, caption, primary_button};
use folder::Folder;
use typed_path::{Verdict, check, home};

/// Why there is a field here, and how to get the system's dialog.
const WHY: &str = "This system has no file dialog: neither a desktop portal nor zenity was found. \
                   Install “xdg-desktop-portal” or “zenity” to get one.";

/// What the dialog remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PathForm {
    text: String,
    /// Why the path can't be taken.
    message: Option<String>,
    /// The file that exists, while the dialog asks whether to replace it.
    replace: Option<PathBuf>,
    folder: Folder,
}

impl PathForm {
    /// The form as it opens: in the folder used last, with a name for what is written.
    pub fn new(purpose: &PathPurpose, state: &State, replace: Option<PathBuf>) -> Self {
        let folder = state.settings.folder.clone().or_else(home).unwrap_or_default();
        let name = match purpose {
            reading if reading.is_reading() => String::new(),
            _ => suggested_name(&state.document_name(), purpose),
        };
        let path = replace.clone().unwrap_or_else(|| folder.join(name));
        let text = path.to_string_lossy().into_owned();
        Self { text, replace, ..Self::default() }
    }
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    purpose: &PathPurpose,
    form: &mut PathForm,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    if let Some(path) = &form.replace {
        if replace_question::show(ctx, purpose, path, focus, out) {
            form.replace = None;
            *focus = FirstFocus::wanted();
        }
        return;
    }
    let (title, verb) = title_and_verb(purpose);
    let dismissed = dialog(ctx, title, 560.0, |ui| {
        ui.add(Label::new(caption(ui, WHY)).wrap().selectable(false));
        ui.add_space(8.0);
        let enter = field(ui, form, focus);
        if let Some(text) = file_list::show(ui, purpose, &form.text, &mut form.folder) {
            form.text = text;
            form.message = None;
        }
        if let Some(message) = &form.message {
            let text = RichText::new(message).color(ui.visuals().warn_fg_color);
            ui.add(Label::new(text).wrap());
        }
        buttons(ui, |ui| {
            if primary_button(ui, verb).clicked() || enter {
                confirm(purpose, form, focus, out);
            }
            if button(ui, "Cancel").clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

const fn title_and_verb(purpose: &PathPurpose) -> (&'static str, &'static str) {
    match purpose {
        PathPurpose::Open => ("Open map", "Open"),
        PathPurpose::Picture(_) => ("Choose picture", "Choose"),
        PathPurpose::Save => ("Save map", "Save"),
        PathPurpose::Export(_) => ("Export figure", "Export"),
        PathPurpose::Add => ("Add from file", "Add"),
        PathPurpose::Join => ("Add a table", "Add"),
        PathPurpose::Report => ("Save report", "Save"),
        PathPurpose::ExportData(_) => ("Export data", "Export"),
    }
}

/// Shows the field; returns whether Enter was pressed in it.
fn field(ui: &mut Ui, form: &mut PathForm, focus: &mut FirstFocus) -> bool {
    let id = ui.make_persistent_id("path");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let enter = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let field = TextEdit::singleline(&mut form.text)
        .id(id)
        .font(value_style())
        .margin(Margin::symmetric(8, 6))
        .cursor_at_end(true)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    name_field(&response, "Path", &form.text);
    focus.give(&response);
    if response.changed() {
        form.message = None;
    }
    ui.add_space(4.0);
    enter
}

/// Takes the typed path, or asks or says what stands in the way.
fn confirm(
    purpose: &PathPurpose,
    form: &mut PathForm,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    match check(purpose, &form.text) {
        Verdict::Good(path) => out.extend([Intent::CloseDialog, intent_for(purpose, path)]),
        Verdict::Exists(path) => {
            form.replace = Some(path);
            *focus = FirstFocus::wanted();
        }
        Verdict::Bad(message) => form.message = Some(message),
    }
}

#[cfg(test)]
mod tests {
    use super::super::harness::{Shown, open};
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;
    use std::path::Path;

    fn asked<'a>(purpose: PathPurpose, folder: &Path) -> Harness<'a, Shown> {
        let mut state = example();
        state.settings.folder = Some(folder.to_owned());
        open(state, Dialog::Path(purpose))
    }

    fn press_enter(harness: &mut Harness<'_, Shown>) {
        harness.key_press(Key::Enter);
        // Not until it rests: the caret blinks as long as the field is there.
        harness.run_steps(4);
    }

    #[test]
    fn saving_suggests_a_name_and_enter_takes_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut harness = asked(PathPurpose::Save, folder.path());
        assert!(harness.get_by_label("Path").is_focused());
        press_enter(&mut harness);
        let wanted = folder.path().join("Japan and New Zealand, June 2024.entente.json");
        let out = &harness.state().out[..];
        assert!(matches!(out, [_, Intent::SaveTo(path)] if *path == wanted), "{out:?}");
    }

    #[test]
    fn a_file_is_only_replaced_when_that_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = "Japan and New Zealand, June 2024.entente.json";
        std::fs::write(folder.path().join(name), "").expect("a file");
        let mut harness = asked(PathPurpose::Save, folder.path());
        press_enter(&mut harness);
        assert!(harness.query_all_by_label_contains("exists. Replace it?").next().is_some());
        press_enter(&mut harness);
        assert!(harness.state().out.is_empty(), "Enter takes the safe answer");
        assert!(harness.get_by_label("Path").is_focused());
        press_enter(&mut harness);
        harness.get_by_label("Replace").click();
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog, Intent::SaveTo(_)]));
    }

    #[test]
    fn a_file_to_open_must_exist_and_is_listed() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("pacts.entente.json"), "").expect("a file");
        std::fs::write(folder.path().join("letter.pdf"), "").expect("a file");
        let mut harness = asked(PathPurpose::Open, &folder.path().join(""));
        press_enter(&mut harness);
        assert!(harness.query_by_label_contains("Add the name of a file").is_some());
        for _ in 0..100 {
            std::thread::sleep(std::time::Duration::from_millis(20));
            harness.step();
            if harness.query_by_label("pacts.entente.json").is_some() {
                break;
            }
        }
        assert!(harness.query_by_label("letter.pdf").is_none());
        harness.get_by_label("pacts.entente.json").click();
        harness.run();
        harness.get_by_label("Open").click();
        harness.run();
        let wanted = folder.path().join("pacts.entente.json");
        let out = &harness.state().out[..];
        assert!(matches!(out, [_, Intent::OpenPaths(paths)] if *paths == [wanted]), "{out:?}");
    }

    #[test]
    fn escape_closes_and_says_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut harness = asked(PathPurpose::Open, folder.path());
        harness.key_press(Key::Escape);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }
}
