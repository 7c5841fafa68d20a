//! A named thread that carries out jobs one after the other.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::Wake;

/// A thread with a queue of jobs and a queue of results. It ends when this is dropped, after the job at
/// hand.
pub(super) struct WorkerThread<J, R> {
    jobs: Sender<J>,
    results: Receiver<R>,
}

impl<J: Send + 'static, R: Send + 'static> WorkerThread<J, R> {
    /// Starts the thread.
    ///
    /// `carry_out` is given the next job, and the queue, from which it may take more. If it returns a
    /// result, `wake` is called.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub(super) fn start(
        name: &str,
        wake: Wake,
        mut carry_out: impl FnMut(J, &Receiver<J>) -> Option<R> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (jobs, queue) = channel();
        let (out, results) = channel();
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            while let Ok(job) = queue.recv() {
                // A fault of one job is told by the panic hook, and ends no other.
                let result = catch_unwind(AssertUnwindSafe(|| carry_out(job, &queue)));
                let Some(result) = result.ok().flatten() else { continue };
                if out.send(result).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { jobs, results })
    }

    /// Puts a job into the queue.
    pub(super) fn send(&self, job: J) {
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send(job);
    }

    /// The oldest result that hasn't been taken, if there is one.
    pub(super) fn take_next(&self) -> Option<R> {
        self.results.try_recv().ok()
    }

    /// The newest result, if there is one. Older ones are dropped.
    pub(super) fn take_newest(&self) -> Option<R> {
        self.results.try_iter().last()
    }
}
