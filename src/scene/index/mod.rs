//! Finds the marks of a scene: by position, by id, and by what they are connected with. Hit tests
//! only look at what is nearby, however large the map.

mod adjacency;
mod chord;
mod grid;
mod label_hit;
mod lasso;
mod mark_lookup;
mod neighbours;
mod spatial_index;

pub use adjacency::Adjacency;
pub(super) use grid::{Grid, GridShape};
pub use mark_lookup::MarkLookup;
pub use neighbours::Neighbours;
pub use spatial_index::SpatialIndex;
