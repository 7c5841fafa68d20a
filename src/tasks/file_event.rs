//! What the threads that read and write files report.

use std::path::PathBuf;

use super::{FigureRequest, Preview};
use crate::export::Pixels;
use crate::formats::Opened;
use crate::model::{NationId, Picture as NationPicture};

/// The result of a job. An error is a message for a person.
#[derive(Debug)]
pub enum FileEvent {
    /// A map was read, or couldn't be.
    Read(PathBuf, Result<Box<Opened>, String>),
    /// The picture of a nation was read, or couldn't be.
    PictureRead(NationId, Result<NationPicture, String>),
    /// The map with this revision was saved, or couldn't be.
    Saved(PathBuf, u64, Result<(), String>),
    /// A figure was exported, or couldn't be.
    Exported(PathBuf, Result<(), String>),
    /// A figure was drawn for the clipboard, or couldn't be.
    Picture(Result<Pixels, String>),
    /// A preview was drawn; `None` if it couldn't be.
    Preview(FigureRequest, Option<Preview>),
}
