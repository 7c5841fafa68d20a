//! The thread that saves and exports files, in the order of the requests. What is read is read beside it.

use std::path::{Path, PathBuf};

use super::file_event::{FileEvent, ReadFrom};
use super::file_reader::{FileReader, Reading};
use super::kept_versions::{KeptVersions, compare, read_version};
use super::worker_thread::WorkerThread;
use super::{FigureRequest, Wake, render, render_for_clipboard, render_preview};
use crate::formats::{self, FileVersion, Format, ReadAs, Replaces};
use crate::model::{Map, NationId};
use crate::recovery::{Version, VersionsFolder};

/// What the thread that writes is asked to do.
#[derive(Clone, Debug)]
pub enum FileJob {
    /// Save a map.
    Save {
        /// The map.
        map: Box<Map>,
        /// Its revision.
        revision: u64,
        /// The file to write.
        path: PathBuf,
        /// What may be in the file.
        replaces: Replaces,
    },
    /// Look whether another program has changed a file.
    Look {
        /// The file.
        path: PathBuf,
        /// What it held when it was last read or written.
        version: FileVersion,
    },
    /// Find out what a file has otherwise than a map.
    Compare {
        /// The map.
        map: Box<Map>,
        /// Its revision.
        revision: u64,
        /// The file.
        path: PathBuf,
    },
    /// Find the earlier versions of the map in a file.
    FindVersions(PathBuf),
    /// Read a version, to look at it.
    ReadVersion(Version),
    /// Export a figure.
    Export {
        /// The map.
        map: Box<Map>,
        /// The figure.
        request: FigureRequest,
        /// The file to write.
        path: PathBuf,
    },
    /// Find out what the map would lose in a format.
    Losses {
        /// The map.
        map: Box<Map>,
        /// Its revision.
        revision: u64,
        /// The format.
        format: &'static Format,
    },
    /// Write the map in a format.
    ExportData {
        /// The map.
        map: Box<Map>,
        /// The format.
        format: &'static Format,
        /// The file to write.
        path: PathBuf,
    },
    /// Write a text.
    WriteText {
        /// The text.
        text: String,
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

/// The threads that read, save and export files.
pub struct FileWorker {
    writer: WorkerThread<FileJob, FileEvent>,
    reader: FileReader,
}

impl FileWorker {
    /// Starts the threads. `wake` is called when there is an event to take; `versions` is the folder in which a copy
    /// of each save is kept, if any is.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake, versions: Option<VersionsFolder>) -> std::io::Result<Self> {
        let reader = FileReader::start(&wake)?;
        let mut kept = KeptVersions::new(versions);
        let carry_out = move |job, _: &_| Some(carry_out(job, &mut kept));
        let writer = WorkerThread::start("entente-files", wake, carry_out)?;
        Ok(Self { writer, reader })
    }

    /// Requests a job, to be done after those requested before.
    pub fn request(&self, job: FileJob) {
        self.writer.send(job);
    }

    /// Requests a file or a text to be read, in place of one that is still being read.
    pub fn read(&mut self, from: ReadFrom, read_as: ReadAs) {
        self.reader.content(from, read_as);
    }

    /// Gives up what is being read; nothing more is said of it.
    pub fn give_up_reading(&mut self) {
        self.reader.give_up();
    }

    /// What is being read, and how much of it is done, 0 to 1.
    pub fn reading(&self) -> Option<(&Reading, f32)> {
        self.reader.current()
    }

    /// Requests the picture of a nation to be read, in place of one that is still being read.
    pub fn read_picture(&mut self, path: PathBuf, nation: NationId) {
        self.reader.picture(path, nation);
    }

    /// The next event, if there is one.
    pub fn take(&mut self) -> Option<FileEvent> {
        self.writer.take_next().or_else(|| self.reader.take())
    }
}

fn carry_out(job: FileJob, kept: &mut KeptVersions) -> FileEvent {
    match job {
        FileJob::Save { map, revision, path, replaces } => {
            kept.before_save(&path);
            let saved = formats::save(&map, &path, replaces);
            if saved.is_ok() {
                kept.saved(&path, *map);
            }
            FileEvent::Saved(path, revision, saved)
        }
        FileJob::FindVersions(path) => {
            let versions = kept.versions(&path);
            FileEvent::Versions(path, versions)
        }
        FileJob::ReadVersion(version) => {
            let read = read_version(&version.path);
            FileEvent::VersionRead(version, read.map(Box::new))
        }
        FileJob::Look { path, version } => {
            let found = version.look(&path);
            FileEvent::Looked(path, found)
        }
        FileJob::Compare { map, revision, path } => {
            let differences = compare(&map, &path);
            FileEvent::Compared(path, revision, differences)
        }
        FileJob::Export { map, request, path } => {
            let exported = export(&map, &request, &path);
            FileEvent::Exported(path, exported)
        }
        FileJob::Losses { map, revision, format } => {
            let losses = format.writer.map_or_else(Vec::new, |writer| writer.write(&map).losses);
            FileEvent::Losses(format, revision, losses)
        }
        FileJob::ExportData { map, format, path } => {
            let exported = export_data(&map, format, &path);
            FileEvent::Exported(path, exported)
        }
        FileJob::WriteText { text, path } => {
            let written = write(&path, text.as_bytes());
            FileEvent::Exported(path, written)
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
    write(path, &bytes)
}

fn export_data(map: &Map, format: &Format, path: &Path) -> Result<(), String> {
    let Some(writer) = format.writer else {
        return Err(format!("Can't export as {}: that format is only read.", format.name));
    };
    write(path, &writer.write(map).bytes)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    formats::write_atomically(path, bytes, formats::Previous::Discard)
        .map_err(|error| error.to_string())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write as _;
    use std::os::fd::AsRawFd as _;
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    /// The event that comes within a time in which even a slow machine answers.
    fn answer(worker: &mut FileWorker) -> FileEvent {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if let Some(event) = worker.take() {
                return event;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("no answer: something stands in front");
    }

    fn worker() -> FileWorker {
        FileWorker::start(Arc::new(|| {}), None).expect("threads")
    }

    #[test]
    fn what_never_ends_stands_in_front_of_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        // A pipe that somebody holds open and never writes to.
        let (silent, mut holder) = std::io::pipe().expect("a pipe");
        let endless = PathBuf::from(format!("/dev/fd/{}", silent.as_raw_fd()));
        let mut worker = worker();
        worker.read(ReadFrom::Files(vec![endless.clone()]), ReadAs::default());
        worker.read_picture(endless, NationId(1));
        let path = folder.path().join("saved.entente");
        worker.request(FileJob::Save {
            map: Box::new(Map::empty()),
            revision: 7,
            path: path.clone(),
            replaces: Replaces::Anything,
        });
        let saved = answer(&mut worker);
        assert!(matches!(saved, FileEvent::Saved(_, 7, Ok(_))), "{saved:?}");
        worker.read(ReadFrom::Files(vec![path.clone()]), ReadAs::default());
        let read = answer(&mut worker);
        assert!(
            matches!(&read, FileEvent::Read(ReadFrom::Files(from), Ok(_)) if *from == [path]),
            "{read:?}"
        );
        // The late answer to what was asked before would replace what has been opened since.
        holder.write_all(b"{}").expect("written");
        drop(holder);
        std::thread::sleep(Duration::from_millis(100));
        assert!(worker.take().is_none());
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let fifo = folder.path().join("fifo");
        let made = Command::new("mkfifo").arg(&fifo).status().expect("mkfifo");
        assert!(made.success());
        let socket = folder.path().join("socket");
        let _listener = UnixListener::bind(&socket).expect("a socket");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&fifo, &link).expect("a link");
        fs::create_dir(folder.path().join("inner")).expect("a folder");
        let sparse = folder.path().join("sparse.json");
        fs::File::create(&sparse).and_then(|file| file.set_len(1 << 30)).expect("1 GiB of nothing");
        let others = ["/dev/zero", "/dev/tty"].map(PathBuf::from);
        let mut worker = worker();
        for path in [fifo, socket, link, folder.path().join("inner")].into_iter().chain(others) {
            worker.read(ReadFrom::Files(vec![path.clone()]), ReadAs::default());
            let FileEvent::Read(_, Err(message)) = answer(&mut worker) else { panic!("{path:?}") };
            assert!(message.contains("it is a "), "{message}");
            worker.read_picture(path, NationId(1));
            let picture = answer(&mut worker);
            assert!(matches!(picture, FileEvent::PictureRead(_, Err(_))), "{picture:?}");
        }
        worker.read(ReadFrom::Files(vec![sparse]), ReadAs::default());
        let FileEvent::Read(_, Err(message)) = answer(&mut worker) else {
            panic!("it is too large")
        };
        assert!(message.contains("64 MiB"), "{message}");
    }
}
