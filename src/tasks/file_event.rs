//! What the threads that read and write files report.

use std::path::PathBuf;

use super::{FigureRequest, Preview};
use crate::export::Pixels;
use crate::formats::{Format, Import, Loss};
use crate::model::{NationId, Picture as NationPicture};

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// A file.
    File(PathBuf),
    /// A text that was pasted.
    Text(String),
}

/// The result of a job. An error is a message for a person.
#[derive(Debug)]
pub enum FileEvent {
    /// A file or a text was read, or couldn't be.
    Read(ReadFrom, Result<Box<Import>, String>),
    /// The picture of a nation was read, or couldn't be.
    PictureRead(NationId, Result<NationPicture, String>),
    /// The map with this revision was saved, or couldn't be.
    Saved(PathBuf, u64, Result<(), String>),
    /// What the map with this revision would lose in a format.
    Losses(&'static Format, u64, Vec<Loss>),
    /// A figure or data were exported, or couldn't be.
    Exported(PathBuf, Result<(), String>),
    /// A figure was drawn for the clipboard, or couldn't be.
    Picture(Result<Pixels, String>),
    /// A preview was drawn; `None` if it couldn't be.
    Preview(FigureRequest, Option<Preview>),
}
