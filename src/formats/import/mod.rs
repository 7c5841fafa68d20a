//! Imports: what was read of one or more files, and the map that it is by a plan, which a person may change.
//!
//! The command line and the window share this. [`ImportSource`] is what was read, and stays as it is;
//! an [`Import`] is that with a plan for its tables, choices for its network, and the map that came of
//! them. [`ImportReport`] says what was read, repaired and left out.

mod applied;
mod chosen;
mod no_format;
mod read_as;
mod report;
mod report_json;
mod report_text;
mod source;

pub use applied::Import;
pub use read_as::ReadAs;
pub use report::{ImportReport, ReportGroup, ReportPlace};
pub use report_json::failure_report;
pub use source::{FileRead, ImportContent, ImportSource};
