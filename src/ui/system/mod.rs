//! What the app asks of the desktop: its file dialogs and its file manager.
//!
//! It knows what a file is wanted for, but nothing of the app or of how the window looks.

mod dialog_backend;
mod file_dialogs;
mod file_names;
mod show_in_folder;

pub use file_dialogs::{DialogAnswer, DialogOutcome, SystemDialogs};
pub use file_names::{intent_for, suggested_name};
pub use show_in_folder::show_in_folder;

pub(super) use file_names::{PICTURE_EXTENSIONS, with_extension};
