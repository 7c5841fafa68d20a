//! Tables, and the plan by which they become a network.
//!
//! Delimited text and workbooks are read as tables. [`TablePlan::guess`] says which rows and columns hold
//! nodes and edges; [`network`] follows a plan. What the other columns mean is the mapping's to say.

mod plan;
mod table;

pub use plan::{TablePlan, network};
pub use table::Table;
