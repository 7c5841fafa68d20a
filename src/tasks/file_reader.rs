//! The threads that read files. None of them stands in front of saving, and a file that never answers –
//! on a disk that has gone away, say – not in front of the next one either.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

use super::Wake;
use super::file_event::{FileEvent, FilesRead, ReadFrom};
use super::import_view::ImportView;
use super::import_worker::read_beside;
use super::nation_picture::read_picture;
use super::worker_thread::WorkerThread;
use crate::formats::{
    ENTENTE, Import, ImportContent, ImportSource, InputFile, OpenError, Progress, ReadAs, recognise,
};
use crate::model::NationId;

/// What is said of a pasted text that is in no format.
const NO_MAP: &str = "Can't paste: the text on the clipboard isn't a map. Copy nations in Entente, cells of a \
                      table, lines such as “Japan – India: pact”, or the text of a file, then paste again.";

/// Reads maps, and pictures of nations. Of each, what is asked for last counts: the answer to an earlier
/// question that is still open is dropped.
pub(super) struct FileReader {
    maps: NewestFirst<(ReadFrom, ReadAs, Arc<Ticket>)>,
    /// What is being read.
    current: Option<(Reading, Arc<Ticket>)>,
    wake: Wake,
    pictures: NewestFirst<(PathBuf, NationId)>,
}

/// A file or a text that is being read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// From where.
    pub from: ReadFrom,
    /// When that began.
    pub begun: Instant,
}

/// What the window and the thread that reads know of one another.
struct Ticket {
    /// How much is done, in thousandths.
    done: AtomicU32,
    is_given_up: AtomicBool,
    wake: Wake,
}

impl Ticket {
    /// Takes down how much is done, 0 to 1, and says whether to go on.
    fn tell(&self, share: f32) -> bool {
        /// So many thousandths are worth a frame.
        const STEP: u32 = 20;
        let done = (share * 1000.0) as u32;
        if done.saturating_sub(self.done.load(Ordering::Relaxed)) >= STEP {
            self.done.store(done, Ordering::Relaxed);
            (self.wake)();
        }
        !self.is_given_up.load(Ordering::Relaxed)
    }
}

impl FileReader {
    /// Starts the threads. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub(super) fn start(wake: &Wake) -> std::io::Result<Self> {
        Ok(Self {
            maps: NewestFirst::start("entente-read", wake, read_map)?,
            current: None,
            wake: Arc::clone(wake),
            pictures: NewestFirst::start("entente-picture", wake, picture_of_nation)?,
        })
    }

    /// Requests what files or a text hold, their bytes read as is said.
    pub(super) fn content(&mut self, from: ReadFrom, read_as: ReadAs) {
        self.give_up();
        let (done, is_given_up) = (AtomicU32::new(0), AtomicBool::new(false));
        let ticket = Arc::new(Ticket { done, is_given_up, wake: Arc::clone(&self.wake) });
        let reading = Reading { from: from.clone(), begun: Instant::now() };
        self.current = Some((reading, Arc::clone(&ticket)));
        self.maps.request((from, read_as, ticket));
    }

    /// Gives up what is being read.
    pub(super) fn give_up(&mut self) {
        if let Some((_, ticket)) = self.current.take() {
            ticket.is_given_up.store(true, Ordering::Relaxed);
            self.maps.give_up();
        }
    }

    /// What is being read, and how much of it is done, 0 to 1.
    pub(super) fn current(&self) -> Option<(&Reading, f32)> {
        let (reading, ticket) = self.current.as_ref()?;
        Some((reading, ticket.done.load(Ordering::Relaxed) as f32 / 1000.0))
    }

    /// Requests the picture of a nation.
    pub(super) fn picture(&mut self, path: PathBuf, nation: NationId) {
        self.pictures.request((path, nation));
    }

    /// The next event, if there is one.
    pub(super) fn take(&mut self) -> Option<FileEvent> {
        let read = self.maps.take();
        if read.is_some() {
            self.current = None;
        }
        let event = read.or_else(|| self.pictures.take());
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

fn read_map((from, read_as, ticket): (ReadFrom, ReadAs, Arc<Ticket>)) -> FileEvent {
    let tell = |share| ticket.tell(share);
    let progress = Progress::new(&tell);
    let read = match &from {
        ReadFrom::Text(text) => read_text(text, read_as, progress),
        ReadFrom::Files(paths) => read_files(paths, read_as, progress),
    };
    FileEvent::Read(from, read.map(Box::new))
}

/// Reads a text that somebody pasted. What is in none of the formats isn't called a broken map.
fn read_text(text: &str, read_as: ReadAs, progress: Progress<'_>) -> Result<FilesRead, String> {
    let file = InputFile { name: "", bytes: text.as_bytes() };
    if recognise(&file).is_none_or(|format| *format == ENTENTE) {
        return Err(NO_MAP.to_owned());
    }
    let source = ImportSource::read_as(&file, read_as, progress);
    let source = source.map_err(|error| error.to_string())?;
    let view = ImportView::of(Import::new(Arc::new(source)));
    Ok(FilesRead { view, read_as, left: Vec::new() })
}

/// Reads the first file that can be read, and beside it the tables of the others where it holds tables.
fn read_files(
    paths: &[PathBuf],
    read_as: ReadAs,
    progress: Progress<'_>,
) -> Result<FilesRead, String> {
    let mut source: Option<ImportSource> = None;
    let mut left = Vec::new();
    for path in paths {
        let read = match &mut source {
            None => ImportSource::open(path, read_as, progress).map(|read| source = Some(read)),
            Some(source) if matches!(source.content, ImportContent::Tables(_)) => {
                read_beside(source, path, read_as, progress)
            }
            Some(_) => Err(OpenError::of_whole_file(
                "it can't be joined to a file that isn't a table",
                "Add it to the map after that.",
            )),
        };
        if let Err(error) = read {
            left.push((path.clone(), error.to_string()));
        }
    }
    match source {
        Some(source) => {
            let view = ImportView::of(Import::new(Arc::new(source)));
            Ok(FilesRead { view, read_as, left })
        }
        None => Err(left.into_iter().map(|(_, message)| message).collect::<Vec<_>>().join("\n")),
    }
}

fn picture_of_nation((path, nation): (PathBuf, NationId)) -> FileEvent {
    FileEvent::PictureRead(nation, read_picture(&path))
}
