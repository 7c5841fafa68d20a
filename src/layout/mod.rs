//! Positions from plain arrays: a figure in which drawn distances follow the ties.
//!
//! This floor knows numbers, not nations: no files, no window, no threads but those that `rayon` lends. One question
//! is a [`Problem`]; [`solve`] answers it whole, [`place_new_nodes`] for nodes without a position alone,
//! and [`DragLayout`] while a node is dragged. `docs/layout.md` says what each step is for.
//!
//! The same problem, options and seed give the same bits on every machine: only `+ − × ÷ √` (exact
//! in IEEE 754) are used, in one order, with a generator of its own.
//!
//! ```
//! use entente::layout::{Flow, Options, Problem, solve};
//!
//! let problem = Problem {
//!     radii: vec![18.0; 3],
//!     boxes: vec![[-40.0, -20.0, 40.0, 40.0]; 3],
//!     positions: vec![None, Some([50.0, 60.0]), None],
//!     pinned: vec![false, true, false],
//!     ends: vec![[0, 1], [2, 3]], // the second ends at the middle of the first
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
mod component_layout;
mod components;
mod coordinates;
mod declutter;
mod drag;
mod free_space;
mod geometry;
mod ideal_lengths;
mod legibility;
mod method;
mod methods;
mod midpoints;
mod momentum;
mod multi_start;
mod new_nodes;
mod orientation;
mod overlap_removal;
mod problem;
mod progress;
mod quality;
mod rng;
mod shortest_paths;
mod simd;
mod solve;
#[cfg(test)]
mod test_problems;

mod stress;
mod structure;
#[cfg(test)]
mod tests;

pub use area_fit::{AreaProblem, make_room};
pub use drag::DragLayout;
pub use method::{APART, Method, Preset};
pub use new_nodes::place_new_nodes;
pub use problem::{FARTHEST, LARGEST, LayoutError, Problem};
pub use progress::{Flow, Frame};
pub use quality::{
    Quality, crossings, overlaps, quality, stress, stress_of_shape, ties_through_boxes,
};
pub use solve::{Options, Solution, Start, solve};
