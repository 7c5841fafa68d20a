//! From a neutral network to a map, and back: the one place where nodes and edges get a meaning.
//!
//! [`guess`] looks at a network and makes the [`Choices`] by which [`to_map`] then reads it; a person may
//! change them in between. [`from_map`] makes the network that a format is written from, and says what of
//! the map that format can't hold. No format is known here.

mod choices;
mod column_values;
mod courses;
mod date_read;
mod date_spans;
mod dates;
mod directions;
mod edge_words;
mod foreign_edge_words;
mod foreign_kind_words;
mod foreign_statuses;
mod from_map;
mod guess;
mod header_words;
mod imported;
mod kind_sign;
mod nation_texts;
mod node_words;
mod open_dates;
mod own_columns;
pub mod passive_kinds;
mod roles;
mod span_words;
mod state_answers;
#[cfg(test)]
mod tests;
mod to_map;
mod value_words;
mod year_spans;

pub use choices::{Choices, Duplicates, KindChoice};
pub use date_read::DateOrder;
pub use directions::Directions;
pub use from_map::{Holds, from_map};
pub use guess::guess;
pub use header_words::{edge_role, names_kinds, says_something_of_ties};
pub use imported::{Imported, JoinedYears, Question};
pub use kind_sign::sign_of_kind;
pub use roles::{EdgeRole, NodeRole};
pub use to_map::to_map;
