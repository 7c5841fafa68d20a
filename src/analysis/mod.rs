//! Questions about the graph of a map, answered as data: what a filter matches, what lies within some
//! steps of a selection, what a selection can grow to, how many records of each sort there are.
//!
//! This floor knows maps and nothing that draws or stores them. Every answer takes at most time in
//! proportion to the size of the map, and is the same for the same map.

mod changes;
mod filter;
mod graph;
mod mask;
mod neighbourhood;
pub mod pacts;
mod record_counts;
pub mod selection;
mod view_filter;

pub use changes::Changes;
pub use filter::apply_filter;
#[cfg(feature = "gui")]
pub(crate) use filter::conditions::attribute_text;
pub use graph::{Edge, MapGraph, Node, TieEdge};
pub use mask::MapMask;
pub use neighbourhood::nations_within;
pub use record_counts::{AttributeValues, RecordCounts, count_records};
pub use view_filter::{Focus, ViewFilter, filtered_map, reveal};
