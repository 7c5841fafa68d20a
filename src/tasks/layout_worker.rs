//! The layout's own thread: takes the newest map to lay out, streams what it has so far, and can be
//! stopped at any time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{LayoutRequest, Wake, lay_out};
use crate::layout::Flow;
use crate::model::{Map, NationId, Point};

/// What the layout has to say.
#[derive(Clone, Debug)]
pub enum LayoutEvent {
    /// Where the nations are so far.
    Frame {
        /// Every nation with its position.
        positions: Vec<(NationId, Point)>,
        /// How far the run has come, 0 to 1.
        progress: f32,
    },
    /// Where the nations shall be.
    Done {
        /// The revision of the map that was laid out.
        revision: u64,
        /// Every nation with its position.
        positions: Vec<(NationId, Point)>,
    },
    /// There is no layout, for this reason.
    Failed(String),
}

/// The thread that lays maps out. Dropping it stops the run at hand.
pub struct LayoutWorker {
    jobs: Sender<Job>,
    slot: Arc<Slot>,
}

struct Job {
    run: u64,
    map: Map,
    revision: u64,
    request: LayoutRequest,
    seed: u64,
}

/// What both threads see: the run that is wanted, and the newest event, which overwrites the one
/// before: a window that is late is never made later by frames that have piled up.
#[derive(Default)]
struct Slot {
    wanted: AtomicU64,
    newest: Mutex<Option<LayoutEvent>>,
}

impl LayoutWorker {
    /// Starts the thread. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let slot = Arc::new(Slot::default());
        let shared = Arc::clone(&slot);
        thread::Builder::new()
            .name("entente-layout".to_owned())
            .spawn(move || work(&queue, &shared, &wake))?;
        Ok(Self { jobs, slot })
    }

    /// Lays a map out; a run at hand is stopped and forgotten.
    pub fn lay_out(&self, map: Map, revision: u64, request: LayoutRequest, seed: u64) {
        let run = self.stop();
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send(Job { run, map, revision, request, seed });
    }

    /// Stops the run at hand, and drops what it had to say.
    pub fn stop(&self) -> u64 {
        let mut newest = self.slot.newest.lock().unwrap_or_else(PoisonError::into_inner);
        *newest = None;
        self.slot.wanted.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// The newest event, if there is one since the last call.
    pub fn take(&self) -> Option<LayoutEvent> {
        self.slot.newest.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for LayoutWorker {
    fn drop(&mut self) {
        self.stop();
    }
}

fn work(queue: &Receiver<Job>, slot: &Slot, wake: &Wake) {
    while let Ok(job) = queue.recv() {
        let wanted = || slot.wanted.load(Ordering::SeqCst) == job.run;
        let result = lay_out(&job.map, &job.request, job.seed, &mut |frame| {
            if !wanted() {
                return Flow::Cancel;
            }
            let points = frame.positions.iter().map(|[x, y]| Point::new(*x, *y));
            let positions = job.map.nations().ids().zip(points).collect();
            slot.tell(job.run, LayoutEvent::Frame { positions, progress: frame.progress }, wake);
            Flow::Continue
        });
        let event = match result {
            Ok(positions) => LayoutEvent::Done { revision: job.revision, positions },
            Err(error) => LayoutEvent::Failed(error.to_string()),
        };
        slot.tell(job.run, event, wake);
    }
}

impl Slot {
    fn tell(&self, run: u64, event: LayoutEvent, wake: &Wake) {
        {
            let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
            // Under the lock: a run that has been stopped can't speak after its stop.
            if self.wanted.load(Ordering::SeqCst) != run {
                return;
            }
            *newest = Some(event);
        }
        wake();
    }
}
