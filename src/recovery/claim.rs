//! Which process has a journal: the one that holds the lock of the file beside it. The system lets go of the lock when
//! the process ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::error::JournalError;

/// How the names of the files end.
pub(super) const LOCK: &str = "lock";
const DATABASE: &str = "journal";
/// The name of a journal of which not all could be had, once it was taken over.
const SET_ASIDE: &str = "damaged";

/// The sole right to a journal, held as long as this lives.
pub(super) struct Claim {
    lock: File,
    /// The path of the lock.
    path: PathBuf,
    /// `None` until a document is in it.
    last_written: Option<i64>,
}

impl Claim {
    /// Claims a new journal in a folder.
    pub(super) fn new(folder: &Path) -> Result<Self, JournalError> {
        let suffix = format!(".{LOCK}");
        let file = tempfile::Builder::new().prefix("map-").suffix(&suffix).tempfile_in(folder)?;
        let (lock, path) = file.keep().map_err(|failed| failed.error)?;
        Self::lock(lock, path)
    }

    /// Claims a journal that is there, by the path of its lock.
    pub(super) fn of(path: PathBuf) -> Result<Self, JournalError> {
        let lock = File::options().read(true).write(true).open(&path)?;
        Self::lock(lock, path)
    }

    fn lock(lock: File, path: PathBuf) -> Result<Self, JournalError> {
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(JournalError::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let mut text = String::new();
        // A sequence has up to 19 digits.
        let read = (&lock).take(20).read_to_string(&mut text);
        let last_written = read.ok().and_then(|_| text.trim().parse().ok());
        Ok(Self { lock, path, last_written })
    }

    /// The path of the database.
    pub(super) fn database(&self) -> PathBuf {
        self.path.with_extension(DATABASE)
    }

    /// The sequence of the last operation that was on the disk when this was said last; `None` where nothing was yet.
    pub(super) const fn last_written(&self) -> Option<i64> {
        self.last_written
    }

    /// Says beside the database which operation it holds as its last one: where its end is lost, that is noticed then.
    pub(super) fn note_written(&mut self, sequence: i64) {
        self.last_written = Some(sequence);
        // It is no more than a hint: the operations themselves are on the disk.
        let _ = self.lock.rewind().and_then(|()| write!(self.lock, "{sequence:>19}"));
    }

    /// Keeps the database under another name, where it is offered no more.
    pub(super) fn set_aside(self) -> Result<(), JournalError> {
        for (from, to) in self.files() {
            if from.exists() {
                fs::rename(from, to)?;
            }
        }
        Ok(fs::remove_file(&self.path)?)
    }

    /// Deletes the journal.
    pub(super) fn delete(self) -> Result<(), JournalError> {
        for (file, _) in self.files() {
            if file.exists() {
                fs::remove_file(file)?;
            }
        }
        Ok(fs::remove_file(&self.path)?)
    }

    /// The database and its log, each with its name when set aside.
    fn files(&self) -> [(PathBuf, PathBuf); 2] {
        let log = |name: &str| self.path.with_extension(format!("{name}-wal"));
        let plain = |name: &str| self.path.with_extension(name);
        [(plain(DATABASE), plain(SET_ASIDE)), (log(DATABASE), log(SET_ASIDE))]
    }
}

impl Drop for Claim {
    /// Lets go of the lock at once. Closing the file alone would leave it held for as long as a process that is being
    /// started at this moment has a copy of the file.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}
