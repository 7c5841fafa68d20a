//! The only writer of a map: every change is a [`Command`] with an exact inverse, and [`History`]
//! keeps the steps for undo and redo.
//!
//! This floor knows what a change is, not why a person makes it: no screen, no file.

mod add;
mod add_together;
mod apply;
mod arrange;
mod batch;
mod by_hand;
mod change;
mod command;
mod command_size;
mod copy_names;
mod copy_paste;
mod delete;
mod duplicate;
mod field;
mod history;
mod members;
mod merge;
mod naming;
mod new_records;
mod operation;
mod step;
mod steps;

pub use crate::model::Target;
pub use add::{
    add_kind, add_nation, add_nations, add_source, add_text_note, add_tie, add_ties, slug,
    with_kind,
};
pub use add_together::{Additions, add_together};
pub use apply::apply;
pub use arrange::{Arrange, Axis, Line, arrange};
pub use by_hand::{reset_bend, reset_label, reset_legend, reset_name, reset_places};
pub use change::{change_filter, change_look, move_nations, place_by_hand, set_attribute};
pub use command::{Change, Command, Placement};
pub use copy_paste::{copy, paste};
pub use delete::{delete, delete_kind, delete_source};
pub use duplicate::duplicate;
pub use field::Field;
pub use history::{DamagedHistory, History, StoredHistory, StoredState, StoredSteps};
pub use members::{Joining, add_members};
pub use merge::{Difference, Merge, MergeCounts, Merged, Preference, merge};
pub use naming::{as_known, name_new, named, with_code};
pub use operation::{Logged, Operation};
