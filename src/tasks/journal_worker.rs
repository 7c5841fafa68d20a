//! The thread that keeps what a person does safe: it writes each edit into the journal of the document within a part of
//! a second, and takes over the journals of windows that ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::Wake;
use super::open_journal::OpenJournal;
use crate::edit::{History, Logged};
use crate::recovery::{About, JournalError, Left, Recovered, RecoveryFolder};

/// How long edits are gathered before they are written together. Each write waits for the disk, which one that is
/// typed letter by letter shouldn't.
const GATHERED: Duration = Duration::from_millis(150);
/// How long it waits after a failure before it tries again.
const RETRY: Duration = Duration::from_secs(2);
/// How long the window waits for the last edits to be written when it closes.
const LAST_WRITE: Duration = Duration::from_secs(4);

/// What the thread is asked to do.
#[derive(Debug)]
pub enum JournalJob {
    /// Another document is shown from now on; it begins a journal of its own once it is changed, or at once where it
    /// isn't saved.
    Show(Box<History>, Box<About>),
    /// The document that is shown was changed.
    Record(Vec<Logged>, Box<About>),
    /// What was said of the document has changed.
    Describe(Box<About>),
    /// The journal of the document is needed no more: what was changed is dropped.
    Drop,
    /// Find the journals that no window has.
    FindLeft,
    /// Take over a journal that no window has, for the window to show its document and then to say [`Self::Accept`].
    TakeOver(String),
    /// The same for the journal of a saved document, where there is one for what a file holds.
    Resume(Box<About>),
    /// The document that was taken over is shown from now on.
    Accept,
    /// Delete a journal that no window has.
    Delete(String),
}

/// What the thread reports.
#[derive(Debug)]
pub enum JournalEvent {
    /// The journals that no window has.
    Left(Vec<Left>),
    /// A journal was taken over, or couldn't be.
    TakenOver(Result<Box<Recovered>, JournalError>),
    /// The document of a file comes back with its undo history.
    Resumed(Box<Recovered>),
    /// Edits can't be written any more; it is tried again.
    Failed(JournalError),
    /// Edits are written again.
    Safe,
    /// The journal is damaged: the document is to be shown to it anew.
    BeginAgain,
}

/// The thread that keeps edits safe.
pub struct JournalWorker {
    /// `None` once no more is to come.
    jobs: Option<Sender<JournalJob>>,
    events: Receiver<JournalEvent>,
    safe: Arc<AtomicU64>,
    ended: Receiver<()>,
}

impl JournalWorker {
    /// Starts the thread. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(folder: RecoveryFolder, wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let (out, events) = channel();
        let (end, ended) = channel();
        let safe = Arc::new(AtomicU64::new(0));
        let told = Arc::clone(&safe);
        let report = move |event| {
            if out.send(event).is_ok() {
                wake();
            }
        };
        thread::Builder::new().name("entente-journal".to_owned()).spawn(move || {
            run(&mut OpenJournal::new(folder), &queue, &told, &report);
            let _ = end.send(());
        })?;
        Ok(Self { jobs: Some(jobs), events, safe, ended })
    }

    /// Requests a job, to be done after those requested before. Returns whether it will be; it won't once the thread
    /// has met a fault.
    pub fn request(&self, job: JournalJob) -> bool {
        self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok())
    }

    /// The revision of the last edit that is on the disk, 0 where there is none.
    pub fn safe_revision(&self) -> u64 {
        self.safe.load(Ordering::Acquire)
    }

    /// The next event, if there is one.
    pub fn take(&self) -> Option<JournalEvent> {
        self.events.try_recv().ok()
    }
}

impl Drop for JournalWorker {
    /// Waits until all is written, but not for a disk that doesn't answer.
    fn drop(&mut self) {
        self.jobs = None;
        let _ = self.ended.recv_timeout(LAST_WRITE);
    }
}

fn run(
    open: &mut OpenJournal,
    queue: &Receiver<JournalJob>,
    safe: &AtomicU64,
    report: &dyn Fn(JournalEvent),
) {
    let mut due: Option<Instant> = None;
    let mut is_failing = false;
    loop {
        let job = match due {
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => queue.recv_timeout(due.saturating_duration_since(Instant::now())),
        };
        let is_over = matches!(job, Err(RecvTimeoutError::Disconnected));
        let is_gathered = matches!(job, Ok(JournalJob::Record(..) | JournalJob::Describe(_)));
        if let Ok(job) = job {
            carry_out(open, job, report);
        }
        let now = Instant::now();
        if is_gathered && open.has_pending() && due.is_none_or(|due| due > now) {
            due = due.or(Some(now + GATHERED));
            continue;
        }
        due = None;
        let written = open.write();
        safe.store(open.written(), Ordering::Release);
        match written {
            Ok(()) if is_failing => {
                is_failing = false;
                report(JournalEvent::Safe);
            }
            Ok(()) => due = open.is_compacting().then_some(now + GATHERED),
            Err(JournalError::Damaged) => {
                open.give_up();
                report(JournalEvent::BeginAgain);
            }
            Err(error) => {
                due = Some(now + RETRY);
                if !std::mem::replace(&mut is_failing, true) {
                    report(JournalEvent::Failed(error));
                }
            }
        }
        if is_over {
            return;
        }
    }
}

fn carry_out(open: &mut OpenJournal, job: JournalJob, report: &dyn Fn(JournalEvent)) {
    match job {
        JournalJob::Show(history, about) => open.show(*history, *about),
        JournalJob::Record(operations, about) => open.record(operations, *about),
        JournalJob::Describe(about) => open.describe(*about),
        JournalJob::Drop => open.delete(),
        JournalJob::FindLeft => report(JournalEvent::Left(open.left())),
        JournalJob::TakeOver(id) => {
            let taken = open.take_over(&id);
            report(JournalEvent::TakenOver(taken.map(Box::new)));
        }
        JournalJob::Resume(about) => {
            if let Some(recovered) = open.resume(&about) {
                report(JournalEvent::Resumed(Box::new(recovered)));
            }
        }
        JournalJob::Accept => open.accept(),
        JournalJob::Delete(id) => {
            // What can't be deleted is still listed.
            let _ = open.delete_left(&id);
            report(JournalEvent::Left(open.left()));
        }
    }
}
