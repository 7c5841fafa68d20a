//! The work of the program: layouts, figures, files. Each job is a plain function; the window runs it on
//! a worker thread, and the headless commands on their own.
//!
//! All workers are used alike. A `…Worker` has a named thread; `request` gives it a job and returns at
//! once, and `take` returns what has come of it, if anything has. The worker calls a [`Wake`] when
//! there is something to take.
//!
//! This floor joins the floors below it. It must not know the window.

mod alphabetical_grid;
mod condense;
mod condense_checked;
mod condense_worker;
mod drawn_texts;
mod edge_list_problem;
mod figure;
mod figure_request;
mod file_event;
mod file_reader;
#[cfg(feature = "gui")]
mod file_watcher;
mod file_worker;
mod free_place;
mod hulls_in_layouts;
mod import_view;
mod import_worker;
mod indexed_scene;
mod journal_worker;
mod kept_versions;
mod layout_problem;
mod layout_quality;
mod layout_settings;
mod layout_worker;
mod let_go;
mod map_layout;
mod matrix_order;
mod matrix_worker;
mod missing_letters;
mod nation_picture;
mod open_journal;
mod page_layout;
mod placing;
mod quality_worker;
mod scene_worker;
mod selection_layout;
mod worker_thread;

pub use condense::{condense, expand};
pub use condense_checked::{Condensed, Expanded, condense_checked, expand_checked};
pub use condense_worker::{CondenseEvent, CondenseJob, CondenseWorker};
pub use drawn_texts::drawn_texts;
pub use edge_list_problem::edge_list_problem;
pub use figure::{
    Preview, compose_figure, render, render_and_tell, render_for_clipboard, render_preview,
};
pub use figure_request::{FigureError, FigureFormat, FigureRequest};
pub use file_event::{FileEvent, FilesRead, ReadFrom};
pub use file_reader::Reading;
#[cfg(feature = "gui")]
pub use file_watcher::FileWatcher;
pub use file_worker::{FileJob, FileWorker};
pub use free_place::{FreePlaces, free_offset, free_place, free_place_near, free_place_of_note};
pub use import_view::{FoundKind, ImportView};
pub use import_worker::{
    ImportEvent, ImportRequest, ImportWorker, MOST_DRAWN, MergeView, Replan, can_be_turned,
};
pub use indexed_scene::IndexedScene;
pub use journal_worker::{JournalEvent, JournalJob, JournalWorker};
pub use kept_versions::VersionRead;
pub use layout_problem::layout_problem;
pub use layout_quality::layout_quality;
pub use layout_settings::{LayoutKind, LayoutSettings};
pub use layout_worker::{LayoutEvent, LayoutJob, LayoutWorker};
pub use let_go::let_go;
pub use map_layout::{LayoutRequest, lay_out};
pub use matrix_order::matrix_order;
pub use matrix_worker::MatrixWorker;
pub use missing_letters::{MissingLetters, missing_letters};
pub use page_layout::fit_nations_on_page;
pub use placing::place_new;
pub use quality_worker::{MeasuredQuality, QualityWorker};
pub use scene_worker::{SceneJob, SceneWorker};

use std::sync::Arc;

/// A function that a worker thread calls when there is something to take.
pub type Wake = Arc<dyn Fn() + Send + Sync>;
