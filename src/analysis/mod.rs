//! Questions asked of the graph, answered as data: what a filter keeps, what lies within some steps
//! of a selection, how many of each sort there are.
//!
//! This floor knows maps and nothing that draws or stores them. Every answer takes time in
//! proportion to the size of the map, and is the same for the same map.

mod counts;
mod filter;
mod neighbourhood;
mod view_filter;

pub use counts::{AttributeValues, Counts, counts};
pub use filter::{Passing, sift};
pub use neighbourhood::around;
pub use view_filter::{Focus, View, keep, shown};
