//! What was done with a map, one after another: done again in the same order, it leads to the same map with the same
//! steps for undo and redo.

use serde::{Deserialize, Serialize};

use super::command::Command;
use super::field::Field;

/// One thing that was done with a map and its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Operation {
    /// A command was applied as one step, or joined the last step where that came from the same field.
    Perform {
        /// The name of the step.
        name: String,
        /// The field in which it was typed.
        field: Option<Field>,
        /// The command.
        command: Command,
    },
    /// The typing in a field ended.
    EndField,
    /// The last step was given another name.
    Rename(String),
    /// The last step was taken back.
    Undo,
    /// The last undone step was done again.
    Redo,
    /// The map of a revision was saved in its file.
    Saved(u64),
    /// The file in which the map was saved is gone.
    Lost,
}

/// An operation with the revision to which it led.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logged {
    /// What was done.
    pub operation: Operation,
    /// The revision of the map after it.
    pub revision: u64,
}
