//! The force-directed layout of a whole problem: each connected component by itself, then all together.
//!
//! It owns how a component gets from a start to a readable drawing, and how components are packed. The
//! energies that it lowers, `stress` and `structure`, know nothing of it, and it knows nothing of the
//! other layout methods.

mod component;
mod declutter;
pub(super) mod fresh;
mod orientation;
mod pinning;
mod shape;
mod warm;

use super::error::LayoutError;
use super::options::{Options, Start};
use super::problem::Problem;
use super::progress::{Flow, Frame, Solution};

/// Lays out by forces, whatever [`Options::method`] says.
///
/// # Errors
/// As [`Problem::check`].
pub(super) fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    problem.check()?;
    let problem = &problem.with_usable_positions();
    match options.start {
        Start::Fresh => fresh::solve(problem, options, observer),
        Start::Warm => warm::solve(problem, options, observer),
    }
}
