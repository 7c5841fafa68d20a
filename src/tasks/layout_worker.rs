//! The thread that lays out maps. It reports frames while it works, and can be cancelled at any time; a
//! new request cancels the one before.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{LayoutRequest, Wake, lay_out};
use crate::layout::Flow;
use crate::model::{Map, NationId, Point};

/// A map to lay out.
#[derive(Clone, Debug)]
pub struct LayoutJob {
    /// The map.
    pub map: Map,
    /// Its revision.
    pub revision: u64,
    /// Which nations get new positions, and how.
    pub request: LayoutRequest,
    /// Any number; the same one gives the same layout.
    pub seed: u64,
}

/// News of a layout.
#[derive(Clone, Debug)]
pub enum LayoutEvent {
    /// The positions so far.
    Frame {
        /// Every nation with its position.
        positions: Vec<(NationId, Point)>,
        /// The progress of the run, from 0 to 1.
        progress: f32,
    },
    /// The final positions.
    Done {
        /// The revision of the map that was laid out.
        revision: u64,
        /// Every nation with its position.
        positions: Vec<(NationId, Point)>,
    },
    /// The layout failed, for this reason.
    Failed(String),
}

/// The thread that lays out maps. Dropping it cancels the run.
pub struct LayoutWorker {
    jobs: Sender<(u64, LayoutJob)>,
    shared: Arc<Shared>,
}

/// What both threads see.
#[derive(Default)]
struct Shared {
    /// The id of the request that is wanted.
    current_id: AtomicU64,
    /// The newest event. It replaces the one before it, so that frames can't pile up while the window
    /// is busy.
    newest_event: Mutex<Option<LayoutEvent>>,
}

impl LayoutWorker {
    /// Starts the thread. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        thread::Builder::new()
            .name("entente-layout".to_owned())
            .spawn(move || work(&queue, &of_thread, &wake))?;
        Ok(Self { jobs, shared })
    }

    /// Requests a layout. The run at hand is cancelled.
    pub fn request(&self, job: LayoutJob) {
        let request_id = self.shared.start_next();
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send((request_id, job));
    }

    /// Cancels the run at hand, and drops an event that wasn't taken.
    pub fn cancel(&self) {
        self.shared.start_next();
    }

    /// The newest event, if there is one since the last call.
    pub fn take(&self) -> Option<LayoutEvent> {
        self.shared.newest_event.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for LayoutWorker {
    fn drop(&mut self) {
        self.cancel();
    }
}

fn work(queue: &Receiver<(u64, LayoutJob)>, shared: &Shared, wake: &Wake) {
    while let Ok((request_id, job)) = queue.recv() {
        let is_wanted = || shared.current_id.load(Ordering::SeqCst) == request_id;
        let result = lay_out(&job.map, &job.request, job.seed, &mut |frame| {
            if !is_wanted() {
                return Flow::Cancel;
            }
            let points = frame.positions.iter().map(|[x, y]| Point::new(*x, *y));
            let positions = job.map.nations().ids().zip(points).collect();
            let event = LayoutEvent::Frame { positions, progress: frame.progress };
            shared.report(request_id, event, wake);
            Flow::Continue
        });
        let event = match result {
            Ok(positions) => LayoutEvent::Done { revision: job.revision, positions },
            Err(error) => LayoutEvent::Failed(error.to_string()),
        };
        shared.report(request_id, event, wake);
    }
}

impl Shared {
    /// Drops the event of the run at hand and returns the id of the next request.
    fn start_next(&self) -> u64 {
        let mut newest = self.newest_event.lock().unwrap_or_else(PoisonError::into_inner);
        *newest = None;
        self.current_id.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn report(&self, request_id: u64, event: LayoutEvent, wake: &Wake) {
        {
            let mut newest = self.newest_event.lock().unwrap_or_else(PoisonError::into_inner);
            // Checked under the lock, so that a cancelled run can't report after it was cancelled.
            if self.current_id.load(Ordering::SeqCst) != request_id {
                return;
            }
            *newest = Some(event);
        }
        wake();
    }
}
