//! The thread for files: reads, saves and exports in the order in which they were asked for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{FigureRequest, Preview, Wake, picture, preview, render};
use crate::export::Pixels;
use crate::formats::{self, Opened};
use crate::model::Map;

/// A job for the thread for files.
#[derive(Clone, Debug)]
pub enum FileJob {
    /// Read a map.
    Read(PathBuf),
    /// Save a map.
    Save {
        /// The map.
        map: Box<Map>,
        /// Its revision.
        revision: u64,
        /// Where to.
        path: PathBuf,
    },
    /// Export a figure.
    Export {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
        /// Where to.
        path: PathBuf,
    },
    /// Draw a figure as a picture to be copied.
    Picture {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
    },
    /// Draw a figure small, to be looked at before it is exported.
    Preview {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
    },
}

/// What came of a job. A failure is a message for a person.
#[derive(Debug)]
pub enum FileEvent {
    /// A map was read, or not.
    Read(PathBuf, Result<Box<Opened>, String>),
    /// The map of a revision was saved, or not.
    Saved(PathBuf, u64, Result<(), String>),
    /// A figure was exported, or not.
    Exported(PathBuf, Result<(), String>),
    /// A picture to be copied was drawn, or not.
    Picture(Result<Pixels, String>),
    /// A figure was drawn small; nothing where it can't be drawn.
    Preview(FigureRequest, Option<Preview>),
}

/// The thread for files.
pub struct FileWorker {
    jobs: Sender<FileJob>,
    events: Receiver<FileEvent>,
}

impl FileWorker {
    /// Starts the thread. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let (out, events) = channel();
        thread::Builder::new().name("entente-files".to_owned()).spawn(move || {
            while let Ok(job) = queue.recv() {
                if out.send(work(job)).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { jobs, events })
    }

    /// Asks for a job; it is done after those asked for before.
    pub fn ask(&self, job: FileJob) {
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send(job);
    }

    /// The next event, if there is one.
    pub fn take(&self) -> Option<FileEvent> {
        self.events.try_recv().ok()
    }
}

fn work(job: FileJob) -> FileEvent {
    match job {
        FileJob::Read(path) => {
            let opened = formats::open(&path).map(Box::new).map_err(|error| error.to_string());
            FileEvent::Read(path, opened)
        }
        FileJob::Save { map, revision, path } => {
            let saved = formats::save(&map, &path).map_err(|error| error.to_string());
            FileEvent::Saved(path, revision, saved)
        }
        FileJob::Export { map, request, path } => {
            let exported = export(&map, &request, &path);
            FileEvent::Exported(path, exported)
        }
        FileJob::Picture { map, request } => {
            let drawn = picture(&map, &request);
            FileEvent::Picture(drawn.map_err(|error| format!("Can't draw the figure: {error}.")))
        }
        FileJob::Preview { map, request } => FileEvent::Preview(request, preview(&map, &request)),
    }
}

fn export(map: &Map, request: &FigureRequest, path: &Path) -> Result<(), String> {
    let bytes = render(map, request).map_err(|error| format!("Can't draw the figure: {error}."))?;
    formats::write_atomically(path, &bytes, formats::Previous::Discard)
        .map_err(|error| error.to_string())
}
