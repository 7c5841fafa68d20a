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
pub fn survey(map: &Map) -> Result<Quality, LayoutError> {
    let problem = layout_problem(map);
    let positions: Vec<[f32; 2]> =
        problem.positions.iter().map(|place| place.unwrap_or_default()).collect();
    layout::quality(&problem, &positions)
}

/// What came of an order.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The number of the order.
    pub order: u64,
    /// What was measured, or why nothing was.
    pub result: Result<Quality, LayoutError>,
}

/// The thread that measures.
pub struct Surveyor {
    orders: u64,
    jobs: Sender<(u64, Map)>,
    surveys: Receiver<Survey>,
}

impl Surveyor {
    /// Starts the thread. `wake` is called when there is a survey to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<(u64, Map)>();
        let (out, surveys) = channel();
        thread::Builder::new().name("entente-survey".to_owned()).spawn(move || {
            while let Ok(first) = queue.recv() {
                let (order, map) = queue.try_iter().last().unwrap_or(first);
                if out.send(Survey { order, result: survey(&map) }).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { orders: 0, jobs, surveys })
    }

    /// Orders a survey of a map; returns the number of the order.
    pub fn order(&mut self, map: Map) -> u64 {
        self.orders += 1;
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send((self.orders, map));
        self.orders
    }

    /// The newest survey, if there is one since the last call.
    pub fn take(&self) -> Option<Survey> {
        self.surveys.try_iter().last()
    }
}
