//! The dialogs over the window, and what some of them are opened for.

use std::path::PathBuf;

use crate::formats::Format;
use crate::model::NationId;
use crate::tasks::FigureRequest;

/// A dialog over the window; one at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// What to do with unsaved work before going on.
    Unsaved(CloseReason),
    /// What to do where saving would replace what nobody has seen here.
    NotSaved(PathBuf, Obstacle),
    /// What becomes of unsaved work that windows left which ended.
    Recovery,
    /// The steps of the undo history.
    History,
    /// Earlier saved versions of the map.
    Versions,
    /// How to export a figure.
    Export,
    /// A path typed by hand, where the system has no file dialog.
    Path(PathPurpose),
    /// The command palette.
    Palette,
    /// Find a nation or a tie.
    Find,
    /// Members for an organisation.
    AddMembers(NationId),
    /// Pacts of many, to make organisations of.
    FindPacts,
    /// The shortcuts.
    Shortcuts,
    /// What this app is.
    About,
    /// What was read of a file or of a pasted text, and what could not be read as it stands.
    Report,
    /// How what was read becomes a map.
    Import,
    /// What becomes of the map when what was read is added to it.
    Merge,
    /// In which format to export the map's data.
    ExportData,
}

/// What stands in the way of saving a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Another program has changed the file.
    Changed,
    /// The file is read-only.
    ReadOnly,
    /// It couldn't be written; says why, and what to do.
    Failed(String),
}

/// What the document is closed for, once unsaved work is saved or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// Start a new map.
    New,
    /// Ask which file to open.
    Open,
    /// Open these files.
    OpenPaths(Vec<PathBuf>),
    /// Open this sample.
    OpenSample(&'static str),
    /// Show the map that was read.
    ShowRead,
    /// Open unsaved work that a window left.
    Recover(String),
    /// Show the version that is looked at.
    ShowVersion,
    /// Leave the app.
    Quit,
}

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub enum PathPurpose {
    /// A map to open.
    Open,
    /// A picture for this nation.
    Picture(NationId),
    /// A file of which to add what the map doesn't have.
    Add,
    /// A file whose tables belong to those that are imported.
    Join,
    /// Where to save the map.
    Save,
    /// Where to save the report.
    Report,
    /// Where to export the map's data in this format.
    ExportData(&'static Format),
    /// Where to export a figure.
    Export(FigureRequest),
}

impl PathPurpose {
    /// Whether a file is wanted that exists, to read it.
    pub const fn is_reading(&self) -> bool {
        matches!(self, Self::Open | Self::Add | Self::Join | Self::Picture(_))
    }
}
