//! The thread that measures how good the layout of a map is. It takes the newest map alone: what was
//! asked for before, and not begun, is passed over.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Wake, layout_problem};
use crate::layout::{self, LayoutError, Quality};
use crate::model::Map;

/// The quality of a map's layout; nations without a position count as lying at the origin.
///
/// # Errors
/// As [`layout::quality`].
pub fn layout_quality(map: &Map) -> Result<Quality, LayoutError> {
    let problem = layout_problem(map);
    let positions: Vec<[f32; 2]> =
        problem.positions.iter().map(|place| place.unwrap_or_default()).collect();
    layout::quality(&problem, &positions)
}

/// What came of an order.
#[derive(Clone, Debug)]
pub struct MeasuredQuality {
    /// The number of the order.
    pub order: u64,
    /// What was measured, or why nothing was.
    pub result: Result<Quality, LayoutError>,
}

/// The thread that measures.
pub struct QualityWorker {
    orders: u64,
    jobs: Sender<(u64, Map)>,
    results: Receiver<MeasuredQuality>,
}

impl QualityWorker {
    /// Starts the thread. `wake` is called when there is a quality report to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<(u64, Map)>();
        let (out, results) = channel();
        thread::Builder::new().name("entente-quality".to_owned()).spawn(move || {
            while let Ok(first) = queue.recv() {
                let (order, map) = queue.try_iter().last().unwrap_or(first);
                if out.send(MeasuredQuality { order, result: layout_quality(&map) }).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { orders: 0, jobs, results })
    }

    /// Orders a quality report of a map; returns the number of the order.
    pub fn order(&mut self, map: Map) -> u64 {
        self.orders += 1;
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send((self.orders, map));
        self.orders
    }

    /// The newest quality report, if there is one since the last call.
    pub fn take(&self) -> Option<MeasuredQuality> {
        self.results.try_iter().last()
    }
}
