//! The thread that orders large matrices. Requests that haven't been started are dropped in favour of the
//! newest.

use super::worker_thread::WorkerThread;
use super::{Wake, matrix_order};
use crate::model::Map;
use crate::scene::{MatrixOrder, MatrixSort};

/// The thread that orders matrices.
pub struct MatrixWorker {
    last_id: u64,
    thread: WorkerThread<(u64, Map, MatrixSort), (u64, MatrixOrder)>,
}

impl MatrixWorker {
    /// Starts the thread. `wake` is called when there is an order to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let thread = WorkerThread::start("entente-matrix", wake, |first, queue| {
            let (id, map, sort) = queue.try_iter().last().unwrap_or(first);
            Some((id, matrix_order(&map, sort)))
        })?;
        Ok(Self { last_id: 0, thread })
    }

    /// Requests the order of a map's nations; returns the id of the request.
    pub fn request(&mut self, map: Map, sort: MatrixSort) -> u64 {
        self.last_id += 1;
        self.thread.send((self.last_id, map, sort));
        self.last_id
    }

    /// The newest order with the id of its request, if there is one since the last call.
    pub fn take(&self) -> Option<(u64, MatrixOrder)> {
        self.thread.take_newest()
    }
}
