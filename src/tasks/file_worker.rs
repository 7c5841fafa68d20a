//! The thread that reads, saves and exports files, in the order of the requests.

use std::path::{Path, PathBuf};

use super::nation_picture::read_picture;
use super::worker_thread::WorkerThread;
use super::{FigureRequest, Preview, Wake, render, render_for_clipboard, render_preview};
use crate::export::Pixels;
use crate::formats::{self, Opened};
use crate::model::{Map, NationId, Picture as NationPicture};

/// What the thread is asked to do.
#[derive(Clone, Debug)]
pub enum FileJob {
    /// Read a map.
    Read(PathBuf),
    /// Read the picture of a nation.
    ReadPicture(PathBuf, NationId),
    /// Save a map.
    Save {
        /// The map.
        map: Box<Map>,
        /// Its revision.
        revision: u64,
        /// The file to write.
        path: PathBuf,
    },
    /// Export a figure.
    Export {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
        /// The file to write.
        path: PathBuf,
    },
    /// Draw a figure for the clipboard.
    Picture {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
    },
    /// Draw a small preview of a figure.
    Preview {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
    },
}

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

/// The thread that reads, saves and exports files.
pub struct FileWorker {
    thread: WorkerThread<FileJob, FileEvent>,
}

impl FileWorker {
    /// Starts the thread. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let thread = WorkerThread::start("entente-files", wake, |job, _| Some(carry_out(job)))?;
        Ok(Self { thread })
    }

    /// Requests a job, to be done after those requested before.
    pub fn request(&self, job: FileJob) {
        self.thread.send(job);
    }

    /// The next event, if there is one.
    pub fn take(&self) -> Option<FileEvent> {
        self.thread.take_next()
    }
}

fn carry_out(job: FileJob) -> FileEvent {
    match job {
        FileJob::Read(path) => {
            let opened = formats::open(&path).map(Box::new).map_err(|error| error.to_string());
            FileEvent::Read(path, opened)
        }
        FileJob::ReadPicture(path, nation) => FileEvent::PictureRead(nation, read_picture(&path)),
        FileJob::Save { map, revision, path } => {
            let saved = formats::save(&map, &path).map_err(|error| error.to_string());
            FileEvent::Saved(path, revision, saved)
        }
        FileJob::Export { map, request, path } => {
            let exported = export(&map, &request, &path);
            FileEvent::Exported(path, exported)
        }
        FileJob::Picture { map, request } => {
            let drawn = render_for_clipboard(&map, &request);
            FileEvent::Picture(drawn.map_err(|error| format!("Can't draw the figure: {error}.")))
        }
        FileJob::Preview { map, request } => {
            FileEvent::Preview(request, render_preview(&map, &request))
        }
    }
}

fn export(map: &Map, request: &FigureRequest, path: &Path) -> Result<(), String> {
    let bytes = render(map, request).map_err(|error| format!("Can't draw the figure: {error}."))?;
    formats::write_atomically(path, &bytes, formats::Previous::Discard)
        .map_err(|error| error.to_string())
}
