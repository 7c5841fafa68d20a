//! What a person is told of a journal before it is opened.

use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::formats::FileVersion;

/// What a journal is of, as of its last edit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The name under which the window showed it.
    pub name: String,
    /// The file of the map, once it has one.
    pub path: Option<PathBuf>,
    /// What that file held when it was last read or saved.
    pub on_disk: Option<FileVersion>,
    /// How many nations and ties the map has.
    pub counts: (usize, usize),
    /// Whether it differs from what was saved last.
    pub is_unsaved: bool,
    /// How many steps lie between it and what was saved last; `None` where that can't be reached any more, or there
    /// is none.
    pub steps_since_save: Option<usize>,
    /// When it was changed last.
    pub changed_at: Option<SystemTime>,
    /// How the window showed it, for the window alone to say.
    pub view: String,
}

impl About {
    /// Whether the file of the map holds something else by now.
    pub(super) fn is_file_changed(&self) -> bool {
        let known = self.path.as_ref().zip(self.on_disk);
        known.is_some_and(|(path, version)| version.seems_to_differ(path))
    }
}
