//! The only writer of a map: every change is a [`Command`] with an exact inverse, and [`History`]
//! keeps the steps for undo and redo.
//!
//! This floor knows what a change is, not why a person made it: no screen, no file.

mod additions;
mod arrange;
mod bulk;
mod command;
mod history;
mod merge;
mod select;
mod verbs;

pub use arrange::{Arrange, Axis, Line, arrange};
pub use command::{Change, Command, Placement, apply};
pub use history::{Field, History};
pub use merge::{merge, part};
pub use select::{invert, neighbours, of_same_kind, ties_within, with_ties_within};
pub use verbs::{
    Target, add_kind, add_nation, add_source, add_tie, delete, delete_kind, delete_source,
    duplicate, filter, look, place, set_attribute,
};
