//! Positions from plain arrays: drawings in which drawn distances follow the ties.
//!
//! This floor knows numbers, not nations: no files, no window, no threads except those of `rayon`. Its
//! input is a [`Problem`]. [`solve`] lays out all of it, [`place_new_nodes`] only nodes without a position,
//! and [`DragLayout`] moves others while a node is dragged. `docs/layout.md` says what each step is for.
//!
//! The same problem, options and seed give the same bits on every machine: only `+ − × ÷ √` (exact
//! in IEEE 754) are used, in a fixed order, with a random generator of its own.
//!
//! ```
//! use entente::layout::{Flow, Options, Problem, solve};
//!
//! let problem = Problem {
//!     radii: vec![18.0; 3],
//!     boxes: vec![[-40.0, -20.0, 40.0, 40.0]; 3],
//!     positions: vec![None, Some([50.0, 60.0]), None],
//!     pinned: vec![false, true, false],
//!     ends: vec![[0, 1], [2, 3]], // the second ends at the midpoint of the first
//!     weights: vec![1.0, 1.0],
//!     signs: vec![1, -1],
//!     labels: vec![0.0, 0.0],
//! };
//! let solution = solve(&problem, &Options::default(), &mut |_frame| Flow::Continue)?;
//! assert_eq!(solution.positions[1], [50.0, 60.0]);
//! # Ok::<(), entente::layout::LayoutError>(())
//! ```

mod angles;
mod area_fit;
mod blocs;
mod components;
mod convex;
mod coordinates;
mod drag;
mod error;
mod fenwick_tree;
mod first_frame;
mod force_directed;
mod free_space;
mod geometry;
mod hulls;
mod ideal_lengths;
mod keep_clear;
mod layout_graph;
mod legibility;
mod limits;
mod links;
mod matrix_order;
mod method;
mod methods;
mod midpoints;
mod momentum;
mod new_nodes;
mod occupied_boxes;
mod options;
mod overlap_removal;
mod packing;
mod problem;
mod progress;
mod quality;
mod rng;
mod room;
mod shortest_paths;
mod simd;
mod solve;
mod stress;
mod structure;
#[cfg(test)]
mod test_problems;
#[cfg(test)]
mod tests;
mod type_size;
mod view_outline;

pub use area_fit::{AreaProblem, fit_into_area};
pub use drag::DragLayout;
pub use error::LayoutError;
pub use hulls::with_attraction;
pub use keep_clear::keep_clear;
pub use limits::{FARTHEST, LARGEST};
pub use matrix_order::{MOST_NODES_COMPARED, MatrixOrder, MatrixProblem, matrix_order};
pub use method::{APART, Method, Preset};
pub use new_nodes::place_new_nodes;
pub use occupied_boxes::OccupiedBoxes;
pub use options::{Hull, Options, Start, View};
pub use problem::Problem;
pub use progress::{Flow, Frame, Solution};
pub use quality::{
    Quality, crossings, overlaps, quality, stress, stress_of_shape, ties_through_boxes,
};
pub use solve::solve;
