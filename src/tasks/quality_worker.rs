//! The thread that measures how good the layout of a map is. Requests that haven't been started are
//! dropped in favour of the newest.

use super::worker_thread::WorkerThread;
use super::{Wake, layout_quality};
use crate::layout::{LayoutError, Quality};
use crate::model::Map;

/// The result of a request.
#[derive(Clone, Debug)]
pub struct MeasuredQuality {
    /// The id that the request was given.
    pub request_id: u64,
    /// What was measured, or why it couldn't be.
    pub result: Result<Quality, LayoutError>,
}

/// The thread that measures layouts.
pub struct QualityWorker {
    last_id: u64,
    thread: WorkerThread<(u64, Map), MeasuredQuality>,
}

impl QualityWorker {
    /// Starts the thread. `wake` is called when there is a result to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let thread = WorkerThread::start("entente-quality", wake, |first, queue| {
            let (request_id, map) = queue.try_iter().last().unwrap_or(first);
            Some(MeasuredQuality { request_id, result: layout_quality(&map) })
        })?;
        Ok(Self { last_id: 0, thread })
    }

    /// Requests the quality of a map's layout; returns the id of the request.
    pub fn request(&mut self, map: Map) -> u64 {
        self.last_id += 1;
        self.thread.send((self.last_id, map));
        self.last_id
    }

    /// The newest result, if there is one since the last call.
    pub fn take(&self) -> Option<MeasuredQuality> {
        self.thread.take_newest()
    }
}
