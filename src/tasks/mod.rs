//! Work off the window's thread: named worker threads that take a closed list of jobs and report a
//! closed list of events. The headless commands call the same functions on their own thread.
//!
//! This floor puts the floors below it together; it knows nothing of a window, only a function to
//! call when there is news.

mod arrange;
mod arrange_part;
mod desk;
mod draftsman;
mod engraver;
mod figure;
mod layout_settings;
mod letters;
mod make_room;
mod network;
mod surveyor;

pub use arrange::{Arrangement, arrange, layout_problem};
pub use desk::{Desk, DeskEvent, DeskJob};
pub use draftsman::{Draftsman, LayoutEvent};
pub use engraver::{Engraved, Engraver, Engraving};
pub use figure::{
    FigureError, FigureFormat, FigureRequest, Preview, page, picture, preview, render,
};
pub use layout_settings::{LayoutKind, LayoutSettings};
pub use letters::{MissingLetters, drawn_texts, missing_letters};
pub use make_room::make_room;
pub use network::network_problem;
pub use surveyor::{Survey, Surveyor, survey};

use std::sync::Arc;

/// Called from a worker thread when there is news to be taken.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
