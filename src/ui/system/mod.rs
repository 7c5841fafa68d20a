//! What the app asks of the desktop: its file dialogs, its file manager and its input methods.
//!
//! It knows what a file is wanted for, but nothing of the app or of how the window looks.

mod composition_keys;
mod dialog_backend;
mod end_signal;
mod fault_report;
mod file_dialogs;
mod file_names;
mod plain_keys;
mod show_in_folder;

pub use composition_keys::CompositionKeys;
pub use end_signal::EndSignal;
pub use file_dialogs::{DialogAnswer, DialogOutcome, SystemDialogs};
pub use file_names::{intent_for, suggested_name};
pub use plain_keys::take_plain_presses;
pub use show_in_folder::show_in_folder;

pub(super) use fault_report::install as report_faults;
pub(super) use file_names::{PICTURE_EXTENSIONS, can_be_opened, with_extension};
