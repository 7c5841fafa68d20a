//! The only writer of a map: every change is a [`Command`] with an exact inverse, and [`History`]
//! keeps the steps for undo and redo.
//!
//! This floor knows what a change is, not why a person made it: no screen, no file.

mod arrange;
mod batch;
mod command;
mod copy_paste;
mod history;
mod new_records;
mod operations;
mod select;

pub use arrange::{Arrange, Axis, Line, arrange};
pub use command::{Change, Command, Placement, apply};
pub use copy_paste::{merge, part};
pub use history::{Field, History};
pub use operations::{
    Target, add_kind, add_nation, add_source, add_tie, delete, delete_kind, delete_source,
    duplicate, filter, look, place, set_attribute,
};
pub use select::{invert, neighbours, of_same_kind, ties_within, with_ties_within};
