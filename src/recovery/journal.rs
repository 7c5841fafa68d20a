//! The journal of one document: a base from which it goes on, and what was done since.

use super::about::About;
use super::claim::Claim;
use super::database::{Base, Contents, Database};
use super::encoding::{decode, encode};
use super::error::JournalError;
use super::recovered::{Missing, Recovered};
use crate::edit::{History, Logged};

/// Operations may take so many times the bytes of the base before a new base is written, but always
/// [`MIN_OPERATIONS`].
const MOST_OPERATIONS: usize = 4;
/// 4 MiB.
const MIN_OPERATIONS: usize = 4 << 20;

/// The journal of a document that a window shows. No other window can have it meanwhile.
pub struct Journal {
    database: Database,
    claim: Claim,
    /// The sequence of the last operation.
    last: i64,
    base_size: usize,
    operations_size: usize,
}

/// What a new base is made of.
pub struct Compaction(Contents);

/// A new base, in which what was done until some time is.
pub struct Compacted {
    base: Base,
    /// How many bytes the operations take that are in it.
    operations_size: usize,
}

/// A journal that was taken over.
pub(super) enum Taken {
    /// All of it could be had; it goes on.
    Whole(Journal),
    /// Not all of it could be had, or it can't go on.
    Damaged(Claim),
}

impl Journal {
    /// Begins a journal of a document as it is. After a failure nothing is left of it.
    pub(super) fn begin(
        mut claim: Claim,
        history: &History,
        about: &About,
    ) -> Result<Self, JournalError> {
        let base = Base::of(0, &history.stored());
        let begun = Database::create(&claim.database())
            .and_then(|database| rewritten(database, &base, about));
        match begun {
            Ok(database) => {
                claim.note_written(0);
                Ok(Self::on(database, claim, &base))
            }
            Err(error) => {
                // What can't be deleted now has no document in it, and goes at the next start.
                let _ = claim.delete();
                Err(error)
            }
        }
    }

    /// Takes over a journal of which no window has the claim, and goes on with it. One of which not all can be had, or
    /// whose file is damaged, stays as it is: what goes on of it needs a new journal.
    pub(super) fn take_over(claim: Claim) -> Result<(Taken, Recovered), JournalError> {
        let database = Database::open(&claim.database())?;
        let about = database.about().ok().and_then(|bytes| decode(&bytes)).unwrap_or_default();
        let contents = database.read()?;
        let last = contents.last;
        let (history, missing) = contents.history(claim.last_written().unwrap_or(0))?;
        let recovered = Recovered { history: history.taken_in(), about, missing };
        if missing != Missing::default() || !database.is_sound() {
            return Ok((Taken::Damaged(claim), recovered));
        }
        let base = Base::of(last, &recovered.history.stored());
        // What could be read is had, also where nothing can be written.
        match rewritten(database, &base, &recovered.about) {
            Ok(database) => Ok((Taken::Whole(Self::on(database, claim, &base)), recovered)),
            Err(_) => Ok((Taken::Damaged(claim), recovered)),
        }
    }

    /// The journal in a database whose base this is, with no operation since.
    const fn on(database: Database, claim: Claim, base: &Base) -> Self {
        let (last, base_size) = (base.sequence, base.size());
        Self { database, claim, last, base_size, operations_size: 0 }
    }

    /// Adds what was done. When this returns it is on the disk, all of it or, after a failure, nothing.
    ///
    /// # Errors
    /// [`JournalError`]; the same can be added again later.
    pub fn append(&mut self, operations: &[Logged], about: &About) -> Result<(), JournalError> {
        let size = self.database.append(self.last, operations, &encode(about))?;
        self.last += operations.len() as i64;
        self.operations_size += size;
        self.claim.note_written(self.last);
        Ok(())
    }

    /// Begins to make a new base where operations have outgrown the present one. More can be added meanwhile.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn compaction(&self) -> Result<Option<Compaction>, JournalError> {
        let most = self.base_size.saturating_mul(MOST_OPERATIONS).max(MIN_OPERATIONS);
        if self.operations_size <= most {
            return Ok(None);
        }
        Ok(Some(Compaction(self.database.read()?)))
    }

    /// Writes a new base in place of what is in it.
    ///
    /// # Errors
    /// [`JournalError`]; the journal is then as it was.
    pub fn go_on_from(&mut self, compacted: &Compacted, about: &About) -> Result<(), JournalError> {
        self.database.rewrite(&compacted.base, &encode(about))?;
        self.base_size = compacted.base.size();
        self.operations_size = self.operations_size.saturating_sub(compacted.operations_size);
        Ok(())
    }

    /// Deletes it: the document is saved, or was dropped by a person.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn delete(self) -> Result<(), JournalError> {
        drop(self.database);
        self.claim.delete()
    }
}

/// A database in which a base is in place of what was in it.
fn rewritten(mut database: Database, base: &Base, about: &About) -> Result<Database, JournalError> {
    database.rewrite(base, &encode(about))?;
    Ok(database)
}

impl Compaction {
    /// Makes the new base, which takes a while.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] where not all can be had of what was written.
    pub fn make(self) -> Result<Compacted, JournalError> {
        let Self(contents) = self;
        let (sequence, operations_size) = (contents.last, contents.operations_size);
        let (history, missing) = contents.history(sequence)?;
        if missing != Missing::default() {
            return Err(JournalError::Damaged);
        }
        Ok(Compacted { base: Base::of(sequence, &history.stored()), operations_size })
    }
}

impl Contents {
    /// Does again what is in a journal. `last_written` is the last operation that it is known to have had.
    fn history(self, last_written: i64) -> Result<(History, Missing), JournalError> {
        let mut history = History::of_stored(self.base).map_err(|_| JournalError::Damaged)?;
        let count = self.operations.len();
        // An operation is done as a whole or not at all, so that what came before a faulty one stands.
        let is_done = |operation: Logged| history.replay(operation).is_ok();
        let done = self.operations.into_iter().map(is_done).take_while(|is_done| *is_done).count();
        let known = self.last.max(self.greatest).max(last_written);
        let missing = Missing {
            operations: (known - self.last).saturating_add((count - done) as i64),
            steps: !self.has_steps,
            is_map_damaged: !self.is_map_intact,
        };
        Ok((history, missing))
    }
}
