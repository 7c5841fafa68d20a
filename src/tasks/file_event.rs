//! What the threads that read and write files report.

use std::path::PathBuf;

use super::{FigureRequest, ImportView, Preview, VersionRead};
use crate::analysis::Changes;
use crate::export::Pixels;
use crate::formats::{FileFound, FileVersion, Format, Loss, NotSaved, ReadAs};
use crate::model::{NationId, Picture as NationPicture};
use crate::recovery::Version;

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// Files, of which those that hold tables belong together.
    Files(Vec<PathBuf>),
    /// A text that was pasted.
    Text(String),
}

/// What was read.
#[derive(Debug)]
pub struct FilesRead {
    /// What the first file holds, with the tables of the others if it holds tables.
    pub view: ImportView,
    /// How the bytes were to be read.
    pub read_as: ReadAs,
    /// The files that couldn't be joined to it, with a message on each.
    pub left: Vec<(PathBuf, String)>,
}

/// The result of a job. An error is a message for a person.
#[derive(Debug)]
pub enum FileEvent {
    /// Files or a text were read, or couldn't be.
    Read(ReadFrom, Result<Box<FilesRead>, String>),
    /// The picture of a nation was read, or couldn't be.
    PictureRead(NationId, Result<NationPicture, String>),
    /// The map with this revision was saved, or couldn't be.
    Saved(PathBuf, u64, Result<FileVersion, NotSaved>),
    /// A file was looked at.
    Looked(PathBuf, FileFound),
    /// What a file has otherwise than the map with this revision, or why that can't be told.
    Compared(PathBuf, u64, Result<Changes, String>),
    /// The versions of the map in a file, the newest first.
    Versions(PathBuf, Vec<Version>),
    /// A version was read, or couldn't be.
    VersionRead(Version, Result<Box<VersionRead>, String>),
    /// What the map with this revision would lose in a format.
    Losses(&'static Format, u64, Vec<Loss>),
    /// A figure or data were exported, or couldn't be.
    Exported(PathBuf, Result<(), String>),
    /// A figure was drawn for the clipboard, or couldn't be.
    Picture(Result<Pixels, String>),
    /// A preview was drawn; `None` if it couldn't be.
    Preview(FigureRequest, Option<Preview>),
}
