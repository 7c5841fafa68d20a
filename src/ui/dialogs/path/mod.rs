//! A path typed by hand, where the system shows no file dialog.

pub mod folder;

use std::path::{Path, PathBuf};

use egui::{Context, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};
use egui_phosphor::regular as icon;

use super::dialog_frame::{FirstFocus, buttons, dialog, scroll_height};
use super::fuzzy_match::fold;
use super::pick_list::name_field;
use crate::ui::intent::Intent;
use crate::ui::state::{PathPurpose, State};
use crate::ui::system::{intent_for, suggested_name, with_extension};
use crate::ui::theme::widgets::{button, caption, menu_row, primary_button};
use crate::ui::theme::{ROW, value_style};
use folder::{Entry, Folder};

/// Why there is a field here, and how to get the system's dialog.
const WHY: &str = "This system has no file dialog: neither a desktop portal nor zenity was found. \
                   Install “xdg-desktop-portal” or “zenity” to get one.";
/// The height of everything but the list.
const OTHER: f32 = 260.0;

/// What is typed, and what was found wanting.
#[derive(Debug, Default)]
pub(super) struct Form {
    text: String,
    message: Option<String>,
    replace: Option<PathBuf>,
    folder: Folder,
}

impl Form {
    /// The form as it opens: in the folder used last, with a name for what is written.
    pub(super) fn new(purpose: &PathPurpose, state: &State, replace: Option<PathBuf>) -> Self {
        let folder = state.settings.folder.clone().or_else(home).unwrap_or_default();
        let name = match purpose {
            PathPurpose::Open => String::new(),
            _ => suggested_name(&state.document_name(), purpose),
        };
        let path = replace.clone().unwrap_or_else(|| folder.join(name));
        let text = path.to_string_lossy().into_owned();
        Self { text, replace, ..Self::default() }
    }
}

pub(super) fn show(
    ctx: &Context,
    purpose: &PathPurpose,
    form: &mut Form,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    if let Some(path) = form.replace.clone() {
        return show_question(ctx, purpose, &path, form, focus, out);
    }
    let (title, verb) = words(purpose);
    let dismissed = dialog(ctx, title, 560.0, |ui| {
        ui.add(Label::new(caption(ui, WHY)).wrap().selectable(false));
        ui.add_space(8.0);
        let enter = field(ui, form, focus);
        suggestions(ui, purpose, form);
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

const fn words(purpose: &PathPurpose) -> (&'static str, &'static str) {
    match purpose {
        PathPurpose::Open => ("Open map", "Open"),
        PathPurpose::Save => ("Save map", "Save"),
        PathPurpose::Export(_) => ("Export figure", "Export"),
    }
}

/// Shows the field; returns whether Enter was pressed in it.
fn field(ui: &mut Ui, form: &mut Form, focus: &mut FirstFocus) -> bool {
    let id = ui.make_persistent_id("path");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let enter = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let field = TextEdit::singleline(&mut form.text)
        .id(id)
        .font(value_style())
        .margin(egui::Margin::symmetric(8, 6))
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

/// Lists what the folder holds that begins like the name typed so far.
fn suggestions(ui: &mut Ui, purpose: &PathPurpose, form: &mut Form) {
    let (folder, typed) = split(&form.text);
    let path = resolved(folder);
    // A suggested name must not hide the other files when something is to be written.
    let filter = if matches!(purpose, PathPurpose::Open) { fold(typed) } else { String::new() };
    let fits = |entry: &&Entry| {
        (!entry.is_file
            || with_extension(Path::new(&entry.name), purpose).as_os_str() == &*entry.name)
            && (!matches!(purpose, PathPurpose::Open) || !entry.is_file || is_map(&entry.name))
            && fold(&entry.name).contains(&filter)
    };
    let mut next = None;
    let height = scroll_height(ui, OTHER).min(6.0 * ROW);
    ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.with_layout(egui::Layout::top_down_justified(egui::Align::Min), |ui| {
            egui::containers::menu::menu_style(ui.style_mut());
            ui.spacing_mut().item_spacing.y = 0.0;
            if path.parent().is_some()
                && menu_row(ui, icon::ARROW_UP, "Folder above", "", None, true).clicked()
            {
                next = path.parent().map(|above| as_folder(above) + kept(purpose, typed));
            }
            for entry in form.folder.entries(&path, ui.ctx()).iter().filter(fits) {
                let glyph = if entry.is_file { icon::FILE } else { icon::FOLDER };
                if menu_row(ui, glyph, &entry.name, "", None, true).clicked() {
                    let whole = path.join(&entry.name);
                    next = Some(if entry.is_file {
                        whole.to_string_lossy().into_owned()
                    } else {
                        as_folder(&whole) + kept(purpose, typed)
                    });
                }
            }
        });
    });
    if let Some(text) = next {
        form.text = text;
        form.message = None;
    }
}

fn is_map(name: &str) -> bool {
    name.to_lowercase().ends_with(".json")
}

/// The name that stays when another folder is taken: that of the file to be written.
const fn kept<'a>(purpose: &PathPurpose, name: &'a str) -> &'a str {
    if matches!(purpose, PathPurpose::Open) { "" } else { name }
}

fn as_folder(path: &Path) -> String {
    path.join("").to_string_lossy().into_owned()
}

/// A typed path as its folder, with the separator, and the name after that.
fn split(text: &str) -> (&str, &str) {
    let end = text.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// A typed path as an absolute one: `~` is the person's own folder, and so is where relative ones start.
fn resolved(text: &str) -> PathBuf {
    let text = text.trim();
    let home = home().unwrap_or_default();
    match text.strip_prefix('~') {
        Some("") => home,
        Some(rest) if rest.starts_with(std::path::is_separator) => {
            home.join(rest.trim_start_matches(std::path::is_separator))
        }
        _ => home.join(text),
    }
}

fn home() -> Option<PathBuf> {
    directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

fn confirm(purpose: &PathPurpose, form: &mut Form, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    match check(purpose, &form.text) {
        Check::Good(path) => out.extend([Intent::CloseDialog, intent_for(purpose, path)]),
        Check::Exists(path) => {
            form.replace = Some(path);
            *focus = FirstFocus::wanted();
        }
        Check::Wanting(message) => form.message = Some(message),
    }
}

/// What came of looking at a typed path.
#[derive(Debug, PartialEq)]
enum Check {
    Good(PathBuf),
    Exists(PathBuf),
    Wanting(String),
}

fn check(purpose: &PathPurpose, text: &str) -> Check {
    let path = with_extension(&resolved(text), purpose);
    let folder = path.parent().unwrap_or(&path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if split(text.trim()).1.is_empty() || path.is_dir() {
        return Check::Wanting("Add the name of a file to the folder.".to_owned());
    }
    if !folder.is_dir() {
        let folder = folder.display();
        return Check::Wanting(format!("There is no folder “{folder}”. Choose one that exists."));
    }
    match (purpose, path.exists()) {
        (PathPurpose::Open, false) => {
            let folder = folder.display();
            Check::Wanting(format!(
                "There is no file “{name}” in “{folder}”. Choose one below the field."
            ))
        }
        (PathPurpose::Open, true) | (_, false) => Check::Good(path),
        (_, true) => Check::Exists(path),
    }
}

/// Asks whether a file that exists shall be replaced.
fn show_question(
    ctx: &Context,
    purpose: &PathPurpose,
    path: &Path,
    form: &mut Form,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let dismissed = dialog(ctx, &format!("“{name}” exists. Replace it?"), 440.0, |ui| {
        let folder = path.parent().unwrap_or(path).display();
        ui.add(Label::new(format!("It is in “{folder}”.")).wrap().selectable(false));
        buttons(ui, |ui| {
            let keep = primary_button(ui, "Choose another name");
            focus.give(&keep);
            if keep.clicked() {
                form.replace = None;
                *focus = FirstFocus::wanted();
            }
            if button(ui, "Replace").clicked() {
                out.extend([Intent::CloseDialog, intent_for(purpose, path.to_owned())]);
            }
        });
    });
    if dismissed {
        form.replace = None;
        *focus = FirstFocus::wanted();
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
        std::fs::write(folder.path().join("letter.txt"), "").expect("a file");
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
        assert!(harness.query_by_label("letter.txt").is_none());
        harness.get_by_label("pacts.entente.json").click();
        harness.run();
        harness.get_by_label("Open").click();
        harness.run();
        let wanted = folder.path().join("pacts.entente.json");
        let out = &harness.state().out[..];
        assert!(matches!(out, [_, Intent::OpenPath(path)] if *path == wanted), "{out:?}");
    }

    #[test]
    fn what_is_wanting_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let in_folder = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let wanting = |purpose: &PathPurpose, text: &str| match check(purpose, text) {
            Check::Wanting(message) => message,
            other => panic!("{other:?}"),
        };
        let open = PathPurpose::Open;
        assert!(
            wanting(&open, &in_folder("none.json")).starts_with("There is no file “none.json”")
        );
        assert!(wanting(&open, &in_folder("no/none.json")).starts_with("There is no folder"));
        assert!(wanting(&open, "").starts_with("Add the name"));
        assert!(wanting(&PathPurpose::Save, &in_folder("")).starts_with("Add the name"));
        let whole = folder.path().join("a.entente.json");
        assert_eq!(check(&PathPurpose::Save, &in_folder("a")), Check::Good(whole));
    }

    #[test]
    fn a_tilde_is_the_own_folder() {
        let home = home().expect("a person has one");
        assert_eq!(resolved("~/maps"), home.join("maps"));
        assert_eq!(resolved("maps"), home.join("maps"));
        assert_eq!(resolved("~"), home);
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
