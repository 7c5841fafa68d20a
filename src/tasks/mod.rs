//! Work off the window's thread: named worker threads that take a closed list of jobs and report a
//! closed list of events. The headless commands call the same functions on their own thread.
//!
//! This floor puts the floors below it together; it knows nothing of a window, only a function to
//! call when there is news.

mod edge_list_problem;
mod figure;
mod file_worker;
mod layout_settings;
mod layout_worker;
mod map_layout;
mod missing_letters;
mod page_layout;
mod quality_worker;
mod scene_worker;
mod selection_layout;

pub use edge_list_problem::edge_list_problem;
pub use figure::{
    FigureError, FigureFormat, FigureRequest, Preview, page, picture, preview, render,
};
pub use file_worker::{FileEvent, FileJob, FileWorker};
pub use layout_settings::{LayoutKind, LayoutSettings};
pub use layout_worker::{LayoutEvent, LayoutWorker};
pub use map_layout::{LayoutRequest, lay_out, layout_problem};
pub use missing_letters::{MissingLetters, drawn_texts, missing_letters};
pub use page_layout::make_room;
pub use quality_worker::{MeasuredQuality, QualityWorker, layout_quality};
pub use scene_worker::{IndexedScene, SceneRequest, SceneWorker};

use std::sync::Arc;

/// Called from a worker thread when there is news to be taken.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
