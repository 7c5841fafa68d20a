//! The journal of the document that the window shows, and the edits that wait to be written into it.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use crate::edit::{History, Logged};
use crate::recovery::{About, Compacted, Journal, JournalError, Left, Recovered, RecoveryFolder};

/// How many journals of saved documents are kept, so that what was done can still be undone when they are opened again.
const SAVED_KEPT: usize = 20;

/// The journal of the document that is shown.
pub(super) struct OpenJournal {
    folder: RecoveryFolder,
    /// The document as it was before anything was changed; the journal begins with it.
    base: Option<Box<History>>,
    journal: Option<Journal>,
    /// A new base of the journal, which is made on a thread of its own, for edits mustn't wait for it.
    compaction: Option<Receiver<Result<Compacted, JournalError>>>,
    /// A journal that was taken over, until the window shows its document.
    taken: Option<(Journal, About)>,
    /// What was done since the last write.
    pending: Vec<Logged>,
    about: About,
    /// The revision of the last edit that is on the disk.
    written: u64,
    /// Whether what is said of the document has changed since the last write.
    is_described: bool,
}

impl OpenJournal {
    pub(super) fn new(folder: RecoveryFolder) -> Self {
        Self {
            folder,
            base: None,
            journal: None,
            compaction: None,
            taken: None,
            pending: Vec::new(),
            about: About::default(),
            written: 0,
            is_described: true,
        }
    }

    /// Turns to another document. The journal of the one before stays, where that is saved.
    pub(super) fn show(&mut self, history: History, about: About) {
        self.leave();
        self.base = Some(Box::new(history));
        self.about = about;
    }

    pub(super) fn record(&mut self, operations: Vec<Logged>, about: About) {
        self.pending.extend(operations);
        self.describe(about);
    }

    pub(super) fn describe(&mut self, about: About) {
        self.is_described &= self.about == about;
        self.about = about;
    }

    pub(super) fn has_pending(&self) -> bool {
        !self.pending.is_empty() || (self.journal.is_some() && !self.is_described)
    }

    /// Writes what waits; after a failure it still waits.
    pub(super) fn write(&mut self) -> Result<(), JournalError> {
        if self.journal.is_none() {
            let is_needed = self.about.is_unsaved || !self.pending.is_empty();
            let Some(base) = self.base.as_ref().filter(|_| is_needed) else { return Ok(()) };
            self.journal = Some(self.folder.begin(base, &self.about)?);
            self.base = None;
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        if !self.pending.is_empty() || !self.is_described {
            journal.append(&self.pending, &self.about)?;
            self.written = self.pending.last().map_or(self.written, |last| last.revision);
            self.pending.clear();
            self.is_described = true;
        }
        self.compact()
    }

    /// Begins to make a new base where one is due, or goes on from the one that was made.
    fn compact(&mut self) -> Result<(), JournalError> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        match self.compaction.as_ref().map(Receiver::try_recv) {
            None => {
                let Some(compaction) = journal.compaction()? else { return Ok(()) };
                let (done, made) = channel();
                let make = move || drop(done.send(compaction.make()));
                // Without a thread it is tried again after the next edit.
                let thread = thread::Builder::new().name("entente-compact".to_owned());
                self.compaction = thread.spawn(make).ok().map(|_| made);
                Ok(())
            }
            Some(Err(TryRecvError::Empty)) => Ok(()),
            Some(Err(TryRecvError::Disconnected)) => {
                self.compaction = None;
                Ok(())
            }
            Some(Ok(made)) => {
                self.compaction = None;
                journal.go_on_from(&made?, &self.about)
            }
        }
    }

    /// Whether a new base is being made.
    pub(super) const fn is_compacting(&self) -> bool {
        self.compaction.is_some()
    }

    /// The revision of the last edit that is on the disk.
    pub(super) const fn written(&self) -> u64 {
        self.written
    }

    /// Deletes the journal of the document.
    pub(super) fn delete(&mut self) {
        self.pending.clear();
        self.base = None;
        self.about.is_unsaved = false;
        if let Some(journal) = self.journal.take() {
            // What is left of it is offered again, which harms nobody.
            let _ = journal.delete();
        }
    }

    /// Lets go of a journal that can't be written any more; what is in it is offered at the next start.
    pub(super) fn give_up(&mut self) {
        self.journal = None;
        self.compaction = None;
        self.pending.clear();
        self.about.is_unsaved = false;
    }

    /// The journals that no window has and that hold what isn't saved. Of the others the newest are kept, unseen.
    pub(super) fn left(&self) -> Vec<Left> {
        let is_saved = |left: &Left| left.about.as_ref().is_ok_and(|about| !about.is_unsaved);
        let (saved, unsaved): (Vec<_>, Vec<_>) = self.folder.left().into_iter().partition(is_saved);
        for old in saved.iter().skip(SAVED_KEPT) {
            let _ = self.folder.delete(&old.id);
        }
        unsaved
    }

    /// Takes over a journal that no window has.
    pub(super) fn take_over(&mut self, id: &str) -> Result<Recovered, JournalError> {
        let (journal, recovered) = self.folder.take_over(id)?;
        self.taken = Some((journal, recovered.about.clone()));
        Ok(recovered)
    }

    /// Goes on with the journal that was taken over: its document is shown in place of the one before.
    pub(super) fn accept(&mut self) {
        if let Some((journal, about)) = self.taken.take() {
            self.leave();
            self.journal = Some(journal);
            self.about = about;
        }
    }

    /// Leaves the document: its journal stays where it is saved, and goes where what isn't saved was dropped.
    fn leave(&mut self) {
        if self.about.is_unsaved {
            self.delete();
        } else {
            // That it is saved is still to be written; if it can't be, it is offered again, which harms nobody.
            let _ = self.write();
        }
        self.journal = None;
        self.compaction = None;
        self.base = None;
        self.pending.clear();
        self.is_described = true;
    }

    /// Takes over the journal of a saved document, where what its file holds is what it was saved as.
    pub(super) fn resume(&mut self, shown: &About) -> Option<Recovered> {
        let is_same = |left: &&Left| {
            left.about.as_ref().is_ok_and(|about| {
                !about.is_unsaved
                    && about.path == shown.path
                    && about.on_disk.zip(shown.on_disk).is_some_and(|(a, b)| a.holds_same_as(&b))
            })
        };
        let is_untouched = self.journal.is_none() && self.pending.is_empty();
        let left = self.folder.left();
        let same = left.iter().find(is_same).filter(|_| is_untouched && shown.path.is_some())?;
        self.take_over(&same.id).ok()
    }

    pub(super) fn delete_left(&self, id: &str) -> Result<(), JournalError> {
        self.folder.delete(id)
    }
}
