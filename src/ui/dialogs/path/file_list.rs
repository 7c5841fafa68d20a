//! The folders and files below the typed path. A click takes one.

use std::path::Path;

use egui::containers::menu::menu_style;
use egui::{Align, Layout, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::folder::{Entry, Folder};
use super::typed_path::{resolve, split};
use crate::names::fold;
use crate::ui::dialogs::dialog_frame::scroll_height;
use crate::ui::state::PathPurpose;
use crate::ui::system::{PICTURE_EXTENSIONS, can_be_opened, with_extension};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::menu_row;

/// The height of everything in the dialog but the list.
const OTHER: f32 = 260.0;

/// Lists what the typed folder holds that may be meant; returns the path of what is clicked.
pub fn show(
    ui: &mut Ui,
    purpose: &PathPurpose,
    typed: &str,
    folder: &mut Folder,
) -> Option<String> {
    let (typed_folder, name) = split(typed);
    let path = resolve(typed_folder);
    // A suggested name must not hide the other files when something is to be written.
    let filter = if purpose.is_reading() { fold(name) } else { String::new() };
    let fits = |entry: &&Entry| {
        let is_kept = || {
            with_extension(Path::new(&entry.name), purpose).as_os_str() == &*entry.name
                && is_wanted(&entry.name, purpose)
        };
        (!entry.is_file || is_kept()) && fold(&entry.name).contains(&filter)
    };
    let mut taken = None;
    let height = scroll_height(ui, OTHER).min(6.0 * ROW);
    ScrollArea::vertical().max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
            menu_style(ui.style_mut());
            ui.spacing_mut().item_spacing.y = 0.0;
            if path.parent().is_some()
                && menu_row(ui, icon::ARROW_UP, "Folder above", "", None, true).clicked()
            {
                taken = path.parent().map(|above| as_folder(above) + kept_name(purpose, name));
            }
            for entry in folder.entries(&path, ui.ctx()).iter().filter(fits) {
                let glyph = if entry.is_file { icon::FILE } else { icon::FOLDER };
                if menu_row(ui, glyph, &entry.name, "", None, true).clicked() {
                    let whole = path.join(&entry.name);
                    taken = Some(if entry.is_file {
                        whole.to_string_lossy().into_owned()
                    } else {
                        as_folder(&whole) + kept_name(purpose, name)
                    });
                }
            }
        });
    });
    taken
}

/// Whether a file may be read for a purpose; one that is to be written may have any name.
fn is_wanted(name: &str, purpose: &PathPurpose) -> bool {
    let name = name.to_lowercase();
    match purpose {
        PathPurpose::Open | PathPurpose::Add | PathPurpose::Join => can_be_opened(&name),
        PathPurpose::Picture(_) => PICTURE_EXTENSIONS.iter().any(|end| name.ends_with(end)),
        PathPurpose::Save
        | PathPurpose::Report
        | PathPurpose::Export(_)
        | PathPurpose::ExportData(_) => true,
    }
}

/// The name that stays when another folder is taken: that of the file to be written.
const fn kept_name<'a>(purpose: &PathPurpose, name: &'a str) -> &'a str {
    if purpose.is_reading() { "" } else { name }
}

/// A folder's path with a separator at its end.
fn as_folder(path: &Path) -> String {
    path.join("").to_string_lossy().into_owned()
}
