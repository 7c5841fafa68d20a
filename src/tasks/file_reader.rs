//! The threads that read files. None of them stands in front of saving, and a file that never answers –
//! on a disk that has gone away, say – not in front of the next one either.

use std::path::PathBuf;
use std::sync::Arc;

use super::Wake;
use super::file_event::FileEvent;
use super::nation_picture::read_picture;
use super::worker_thread::WorkerThread;
use crate::formats;
use crate::model::NationId;

/// Reads maps, and pictures of nations. Of each, what is asked for last counts: the answer to an earlier
/// question that is still open is dropped.
pub(super) struct FileReader {
    maps: NewestFirst<PathBuf>,
    pictures: NewestFirst<(PathBuf, NationId)>,
}

impl FileReader {
    /// Starts the threads. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub(super) fn start(wake: &Wake) -> std::io::Result<Self> {
        Ok(Self {
            maps: NewestFirst::start("entente-read", wake, read_map)?,
            pictures: NewestFirst::start("entente-picture", wake, picture_of_nation)?,
        })
    }

    /// Requests a map.
    pub(super) fn map(&mut self, path: PathBuf) {
        self.maps.request(path);
    }

    /// Requests the picture of a nation.
    pub(super) fn picture(&mut self, path: PathBuf, nation: NationId) {
        self.pictures.request((path, nation));
    }

    /// The next event, if there is one.
    pub(super) fn take(&mut self) -> Option<FileEvent> {
        let event = self.maps.take().or_else(|| self.pictures.take());
        if matches!(event, Some(FileEvent::Read(_, Ok(_)))) {
            // A picture that is still to come is for a nation of the map which this one replaces.
            self.pictures.give_up();
        }
        event
    }
}

/// A thread for one sort of file, which is left to itself when it hasn't answered by the next request.
struct NewestFirst<J> {
    name: &'static str,
    wake: Wake,
    read: fn(J) -> FileEvent,
    thread: WorkerThread<J, FileEvent>,
    is_busy: bool,
}

impl<J: Send + 'static> NewestFirst<J> {
    fn start(name: &'static str, wake: &Wake, read: fn(J) -> FileEvent) -> std::io::Result<Self> {
        let thread = WorkerThread::start(name, Arc::clone(wake), move |job, _| Some(read(job)))?;
        Ok(Self { name, wake: Arc::clone(wake), read, thread, is_busy: false })
    }

    fn request(&mut self, job: J) {
        self.give_up();
        self.is_busy = true;
        self.thread.send(job);
    }

    /// Drops the answer that is still to come. Where no other thread can be had, the next request waits.
    fn give_up(&mut self) {
        if self.is_busy
            && let Ok(fresh) = Self::start(self.name, &self.wake, self.read)
        {
            *self = fresh;
        }
    }

    fn take(&mut self) -> Option<FileEvent> {
        let event = self.thread.take_next()?;
        self.is_busy = false;
        Some(event)
    }
}

fn read_map(path: PathBuf) -> FileEvent {
    let opened = formats::open(&path).map(Box::new).map_err(|error| error.to_string());
    FileEvent::Read(path, opened)
}

fn picture_of_nation((path, nation): (PathBuf, NationId)) -> FileEvent {
    FileEvent::PictureRead(nation, read_picture(&path))
}
