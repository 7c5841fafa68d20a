//! The thread that finds pacts of many in a map, makes organisations of them, and ties of organisations. A new request
//! cancels the one before.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::worker_thread::WorkerThread;
use super::{Wake, condense_checked, expand_checked};
use crate::analysis::pacts::{Condensation, Proposal, condensation_while};
use crate::edit::Command;
use crate::model::Map;

/// What is to be done with a map.
#[derive(Clone, Debug)]
pub enum CondenseJob {
    /// Find the groups that may become organisations.
    Find,
    /// Make organisations of the proposals at these positions.
    Make(Vec<Proposal>, BTreeSet<usize>),
    /// Make the ties that organisations stand for.
    Expand,
}

/// What has come of it; a sentence where nothing has.
#[derive(Clone, Debug)]
pub enum CondenseEvent {
    /// The groups that were found.
    Found(Result<Condensation, String>),
    /// What makes the organisations.
    Made(Result<Command, String>),
    /// What makes the ties, how many there are, and of how many organisations.
    Expanded(Result<(Command, usize, usize), String>),
}

/// A request: its id, the map with its revision, and what is to be done.
type Request = (u64, Map, u64, CondenseJob);

/// The thread that condenses and expands maps. Dropping it cancels what is at hand.
pub struct CondenseWorker {
    /// The id of the request that is wanted.
    wanted: Arc<AtomicU64>,
    thread: WorkerThread<Request, (u64, u64, CondenseEvent)>,
}

impl CondenseWorker {
    /// Starts the thread. `wake` is called when there is something to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let wanted = Arc::new(AtomicU64::new(0));
        let of_thread = Arc::clone(&wanted);
        let thread =
            WorkerThread::start("entente-condense", wake, move |(id, map, of, job), _| {
                let is_wanted = || of_thread.load(Ordering::SeqCst) == id;
                let event = is_wanted().then(|| carry_out(&map, job, &is_wanted))?;
                is_wanted().then_some((id, of, event))
            })?;
        Ok(Self { wanted, thread })
    }

    /// Requests something of a map at a revision. What was requested before is cancelled.
    pub fn request(&self, map: Map, revision: u64, job: CondenseJob) {
        let id = self.wanted.fetch_add(1, Ordering::SeqCst) + 1;
        self.thread.send((id, map, revision, job));
    }

    /// Cancels what is at hand.
    pub fn cancel(&self) {
        self.wanted.fetch_add(1, Ordering::SeqCst);
    }

    /// What has come of the newest request, with the revision of the map that it was made for.
    pub fn take(&self) -> Option<(u64, CondenseEvent)> {
        let (id, revision, event) = self.thread.take_newest()?;
        (id == self.wanted.load(Ordering::SeqCst)).then_some((revision, event))
    }
}

impl Drop for CondenseWorker {
    fn drop(&mut self) {
        self.cancel();
    }
}

fn carry_out(map: &Map, job: CondenseJob, is_wanted: &dyn Fn() -> bool) -> CondenseEvent {
    match job {
        CondenseJob::Find => CondenseEvent::Found(
            condensation_while(map, is_wanted)
                .map_err(|why| format!("Can't look for pacts: {why}.")),
        ),
        CondenseJob::Make(proposals, chosen) => CondenseEvent::Made(
            condense_checked(map, &proposals, &chosen)
                .map(|done| done.command)
                .map_err(|why| format!("Nothing was changed: {why}")),
        ),
        CondenseJob::Expand => CondenseEvent::Expanded(
            expand_checked(map).map(|done| (done.command, done.ties, done.organisations)),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nations, add_ties, apply};
    use crate::model::{End, KindId, Nation};

    /// Five nations of which each two are allied.
    fn five() -> Map {
        let mut map = Map::empty();
        let nation = |name: &str| Nation { name: name.to_owned(), ..Nation::default() };
        let (ids, command) = add_nations(&map, ["A", "B", "C", "D", "E"].map(nation).to_vec());
        apply(&mut map, command).expect("they fit");
        let pairs = ids.iter().enumerate().flat_map(|(at, from)| {
            ids[at + 1..].iter().map(move |to| (*from, End::Nation(*to), KindId(1)))
        });
        let (_, command) = add_ties(&map, &pairs.collect::<Vec<_>>());
        apply(&mut map, command).expect("they fit");
        map
    }

    fn wait(worker: &CondenseWorker) -> (u64, CondenseEvent) {
        loop {
            if let Some(event) = worker.take() {
                return event;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn only_what_was_requested_last_is_answered() {
        let worker = CondenseWorker::start(Arc::new(|| {})).expect("a thread");
        worker.request(Map::empty(), 1, CondenseJob::Find);
        worker.request(five(), 2, CondenseJob::Find);
        let (revision, CondenseEvent::Found(Ok(found))) = wait(&worker) else { panic!("found") };
        assert_eq!((revision, found.proposals.len()), (2, 1));
        worker.request(five(), 3, CondenseJob::Find);
        worker.cancel();
        worker.request(five(), 4, CondenseJob::Make(found.proposals, [0].into()));
        let (revision, CondenseEvent::Made(Ok(command))) = wait(&worker) else { panic!("made") };
        let mut map = five();
        apply(&mut map, command).expect("it fits");
        assert_eq!((revision, map.nations().len(), map.ties().len()), (4, 6, 0));
        worker.request(map, 5, CondenseJob::Expand);
        let (_, CondenseEvent::Expanded(Ok((_, ties, gone)))) = wait(&worker) else { panic!("") };
        assert_eq!((ties, gone), (10, 1));
    }

    #[test]
    fn a_search_that_nobody_waits_for_ends_soon() {
        let found = condensation_while(&five(), &|| false).expect("few enough");
        assert_eq!(found.proposals, vec![]);
    }
}
