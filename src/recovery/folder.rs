//! The folder in which journals lie, of open windows and of those that ended.

use std::fs;
use std::path::PathBuf;

use super::about::About;
use super::claim::{Claim, LOCK};
use super::database::Database;
use super::encoding::decode;
use super::error::JournalError;
use super::journal::{Journal, Taken};
use super::private_folder::create_private;
use super::recovered::{Missing, Recovered};
use crate::edit::History;

/// The folder of the journals. It is made when it is first written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryFolder(PathBuf);

/// A journal that no window has.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// By what it is asked for.
    pub id: String,
    /// What is said of it, or why that can't be had.
    pub about: Result<About, JournalError>,
    /// Whether its file holds something else by now than when it was read or saved last.
    pub is_file_changed: bool,
}

impl RecoveryFolder {
    /// The folder at a path.
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Begins a journal of a document as it is.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn begin(&self, history: &History, about: &About) -> Result<Journal, JournalError> {
        create_private(&self.0)?;
        Journal::begin(Claim::new(&self.0)?, history, about)
    }

    /// The journals that no window has, the newest first. One that can't be read stands in the way of no other.
    pub fn left(&self) -> Vec<Left> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let locks = paths.filter(|path| path.extension().is_some_and(|own| own == LOCK));
        let mut left: Vec<Left> = locks.filter_map(look_at).collect();
        left.sort_by(|a, b| {
            let changed_at =
                |left: &Left| left.about.as_ref().ok().and_then(|about| about.changed_at);
            changed_at(b).cmp(&changed_at(a)).then_with(|| a.id.cmp(&b.id))
        });
        left
    }

    /// Takes over a journal that no window has. What can't be had of it isn't thrown away: the journal is set aside
    /// then, and a new one goes on, as one does in place of a damaged file of which nothing is missing.
    ///
    /// # Errors
    /// [`JournalError`]; the journal is then as it was.
    pub fn take_over(&self, id: &str) -> Result<(Journal, Recovered), JournalError> {
        let taken = match Journal::take_over(self.claim(id)?) {
            // SQLite takes a disk that can't be read just now for one that is damaged.
            Ok((Taken::Damaged(claim), _)) => Journal::take_over(claim),
            Err(JournalError::Damaged) => Journal::take_over(self.claim(id)?),
            taken => taken,
        };
        match taken? {
            (Taken::Whole(journal), recovered) => Ok((journal, recovered)),
            (Taken::Damaged(claim), recovered) => {
                let journal = self.begin(&recovered.history, &recovered.about)?;
                let put_away = if recovered.missing == Missing::default() {
                    claim.delete()
                } else {
                    claim.set_aside()
                };
                if let Err(error) = put_away {
                    // Else there would be two of the same.
                    let _ = journal.delete();
                    return Err(error);
                }
                Ok((journal, recovered))
            }
        }
    }

    /// Deletes a journal that no window has.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn delete(&self, id: &str) -> Result<(), JournalError> {
        self.claim(id)?.delete()
    }

    fn claim(&self, id: &str) -> Result<Claim, JournalError> {
        Claim::of(self.0.join(id).with_extension(LOCK))
    }
}

/// What is said of a journal; `None` where a window has it, or there is none any more.
fn look_at(lock: PathBuf) -> Option<Left> {
    let id = lock.file_stem()?.to_string_lossy().into_owned();
    let claim = Claim::of(lock).ok()?;
    let path = claim.database();
    let about: Result<About, _> = Database::open(&path)
        .and_then(|database| database.about())
        .and_then(|bytes| decode(&bytes).ok_or(JournalError::Damaged));
    let is_begun = claim.last_written().is_some() || about != Err(JournalError::Damaged);
    if !path.exists() || !is_begun {
        // A window ended before it wrote anything.
        let _ = claim.delete();
        return None;
    }
    let is_file_changed = about.as_ref().is_ok_and(About::is_file_changed);
    Some(Left { id, about, is_file_changed })
}
