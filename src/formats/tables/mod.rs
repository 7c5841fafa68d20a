//! Tables, and the plan by which they become a network.
//!
//! Delimited text and workbooks are read as tables. [`TablePlan::guess`] says which rows and columns hold
//! nodes and edges; [`network`] follows a plan. What the other columns mean is the mapping's to say.

mod apply;
mod ends_in_cell;
mod guess;
mod membership_marks;
mod pair;
mod path_columns;
mod plan;
mod question_grids;
mod rare_words;
mod repeats;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_dates;
#[cfg(test)]
mod tests_of_ends;
#[cfg(test)]
mod tests_of_headers;
#[cfg(test)]
mod tests_of_matrices;
#[cfg(test)]
mod tests_of_members;
#[cfg(test)]
mod tests_of_relations;
#[cfg(test)]
mod tests_of_several_edges;
#[cfg(test)]
mod tests_of_years;
mod values;
mod view;

pub use apply::network;
pub use guess::{header_signature, is_of_nations_or_ties, parted};
pub use plan::{
    ColumnPlan, ColumnUse, RowFilter, Separator, SheetPlan, TableContent, TablePlan, ValueType,
};
pub use table::Table;

use crate::formats::vocabulary::header_words::{squashed, without_type};

/// A header without blanks, marks, capitals and signs, and without the type that it may say.
pub fn header_key(name: &str) -> String {
    squashed(without_type(name).unwrap_or(name))
}
