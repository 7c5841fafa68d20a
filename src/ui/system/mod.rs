//! What the app asks of the desktop: its file dialogs, and its file manager.

mod backend;
mod chosen;
mod file_dialogs;
mod show_in_folder;

pub use chosen::{intent_for, suggested_name};
pub use file_dialogs::{Answer, Outcome, SystemDialogs};
pub use show_in_folder::show_in_folder;

pub(super) use chosen::with_ending;
