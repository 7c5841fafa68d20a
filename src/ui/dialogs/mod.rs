//! Dialogs over the window, one at a time.
//!
//! A dialog is a function from the state to intents; what it must remember from frame to frame (a
//! search, a half-typed path) is in [`Memory`], composed of what each dialog remembers. Dialogs must
//! not know the app, the canvas or the panels.

mod about;
mod add_members;
mod command_palette;
mod dialog_frame;
mod export;
mod export_data;
mod find;
mod first_focus;
mod fuzzy_match;
mod history;
mod import;
mod merge;
mod not_saved;
mod pacts;
mod path;
mod pick_list;
mod picture_texture;
mod recovery;
mod report;
mod report_groups;
mod shortcuts;
mod unsaved;
mod versions;

use std::path::PathBuf;

use egui::Ui;

use super::intent::Intent;
use super::state::sample::Sample;
use super::state::{Dialog, State};
use crate::analysis::Changes;
use crate::tasks::FigureRequest;
pub use export::ExportPreview;
pub use export_data::DataExport;
use first_focus::FirstFocus;
pub use import::ImportForm;
pub use merge::MergeForm;
pub use pacts::PactsForm;
use pick_list::PickList;
pub use picture_texture::{image_of, picture_texture};
pub use versions::{VersionsForm, when as version_time};

/// What the dialogs remember from frame to frame.
#[derive(Default)]
pub struct Memory {
    /// The figure that the export dialog asks for; kept for the next export. While that dialog is
    /// open the app may render it, small, as [`Self::export_preview`].
    pub export_request: FigureRequest,
    /// A picture of [`Self::export_request`], once there is one.
    pub export_preview: Option<ExportPreview>,
    /// In which format data are exported; kept for the next export. While that dialog is open the app
    /// finds out what the map loses in it.
    pub data_export: DataExport,
    /// What a file that another program has changed has otherwise than the map, once that is known.
    pub differences: Option<Result<Changes, String>>,
    /// What is to be imported, and how.
    pub import: Option<ImportForm>,
    /// What is to be added to the map.
    pub merge: Option<MergeForm>,
    /// The pacts of many that were found.
    pub pacts: PactsForm,
    /// The versions of the map that are listed.
    pub versions: VersionsForm,
    /// The dialog that was open in the frame before.
    open: Option<Dialog>,
    focus: FirstFocus,
    commands: PickList,
    find: find::Memory,
    members: add_members::Memory,
    path: path::PathForm,
    replace: Option<PathBuf>,
    recovery: recovery::Memory,
    history: history::Memory,
}

impl Memory {
    /// A memory in which the export dialog asks for this figure.
    pub fn new(export_request: FigureRequest) -> Self {
        Self { export_request, ..Self::default() }
    }

    /// Lets the path dialog, when it opens next, ask whether this file shall be replaced.
    pub fn ask_to_replace(&mut self, path: PathBuf) {
        self.replace = Some(path);
    }

    /// Starts afresh when another dialog opens.
    fn follow(&mut self, state: &State) {
        if self.open == state.dialog {
            return;
        }
        self.open.clone_from(&state.dialog);
        self.focus = FirstFocus::wanted();
        self.commands = PickList::default();
        self.find = find::Memory::default();
        self.members = add_members::Memory::default();
        self.recovery = recovery::Memory::default();
        self.history = history::Memory::default();
        if let Some(Dialog::Path(purpose)) = &state.dialog {
            self.path = path::PathForm::new(purpose, state, self.replace.take());
        }
    }
}

/// Shows the open dialog. To be called before shortcuts are read: an open dialog takes its own keys.
pub fn show(
    ui: &mut Ui,
    state: &State,
    samples: &[Sample],
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    memory.follow(state);
    let ctx = &ui.ctx().clone();
    let focus = &mut memory.focus;
    match &state.dialog {
        None => {}
        Some(Dialog::Unsaved(reason)) => unsaved::show(ctx, state, reason, focus, out),
        Some(Dialog::NotSaved(path, obstacle)) => {
            let differences = memory.differences.as_ref();
            not_saved::show(ctx, path, obstacle, differences, focus, out);
        }
        Some(Dialog::Export) => {
            let preview = memory.export_preview.as_ref();
            export::show(ctx, &mut memory.export_request, preview, focus, out);
        }
        Some(Dialog::Path(purpose)) => path::show(ctx, purpose, &mut memory.path, focus, out),
        Some(Dialog::Palette) => {
            command_palette::show(ctx, state, samples, &mut memory.commands, focus, out);
        }
        Some(Dialog::Find) => find::show(ctx, state, &mut memory.find, focus, out),
        Some(Dialog::AddMembers(organisation)) => {
            add_members::show(ctx, state, *organisation, &mut memory.members, focus, out);
        }
        Some(Dialog::FindPacts) => pacts::show(ctx, state, &mut memory.pacts, focus, out),
        Some(Dialog::Shortcuts) => shortcuts::show(ctx, focus, out),
        Some(Dialog::About) => about::show(ctx, focus, out),
        Some(Dialog::Versions) => versions::show(ctx, &mut memory.versions, focus, out),
        Some(Dialog::History) => history::show(ctx, state, &mut memory.history, focus, out),
        Some(Dialog::Recovery) => recovery::show(ctx, state, &mut memory.recovery, focus, out),
        Some(Dialog::Report) => report::show(ctx, state, focus, out),
        Some(Dialog::Import) => {
            if let Some(form) = &mut memory.import {
                import::show(ctx, form, focus, out);
            }
        }
        Some(Dialog::Merge) => {
            if let Some(form) = &mut memory.merge {
                merge::show(ctx, state, form, focus, out);
            }
        }
        Some(Dialog::ExportData) => {
            export_data::show(ctx, state, &mut memory.data_export, focus, out);
        }
    }
}

#[cfg(test)]
mod harness {
    //! A window with one dialog, for the tests of each.

    use super::super::test_example::window;
    use super::*;
    use egui_kittest::Harness;

    /// What a test sees of the window.
    pub struct Shown {
        pub state: State,
        pub memory: Memory,
        pub out: Vec<Intent>,
    }

    pub const SAMPLES: [Sample; 1] = [Sample { name: "powers", title: "Great powers, 1914" }];

    pub fn open<'a>(mut state: State, dialog: Dialog) -> Harness<'a, Shown> {
        state.dialog = Some(dialog);
        let shown = Shown { state, memory: Memory::default(), out: Vec::new() };
        window(shown, |ui, shown: &mut Shown| {
            show(ui, &shown.state, &SAMPLES, &mut shown.memory, &mut shown.out);
        })
    }
}
