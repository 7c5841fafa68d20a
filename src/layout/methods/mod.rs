//! The layouts that aren't force-directed, one file for each and all of one shape: a problem and its
//! links in, positions out.
//!
//! What holds for all of them: they start from nothing, so [`Start`](super::Start) makes no
//! difference; the map as it was is shown until the new one is ready; a pinned node stays to the
//! bit, and the rest is moved as a whole to fit the pins as well as it can without rotating; at the
//! end overlaps are removed as in any layout.

mod blocs;
mod circular;
mod circular_order;
mod concentric;
mod grid;
mod layered;
#[cfg(test)]
mod tests;

use super::components::connected_components;
use super::error::LayoutError;
use super::first_frame::first_positions;
use super::geometry::{Xy, add, bounds, moved, scaled, sub};
use super::method::Method;
use super::new_nodes::place_new_nodes;
use super::options::{Options, Start};
use super::overlap_removal::remove_overlaps;
use super::problem::Problem;
use super::progress::{Flow, Frame, Interruption, Progress, Solution};
use crate::layout::links::links;

/// Lays out by [`Options::method`], which isn't [`Method::Force`].
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
    let first = match options.start {
        Start::Fresh => first_positions(problem, &connected_components(problem)),
        Start::Warm => place_new_nodes(problem, options.seed)?,
    };
    let mut progress = Progress::new(first, observer);
    progress.set_pins(problem.pins().collect());
    show_as_it_was(problem, &mut progress);
    let run = lay_out(problem, options, &mut progress)
        .and_then(|positions| finish(problem, options, positions, &mut progress));
    progress.into_solution(run)
}

fn lay_out(
    problem: &Problem,
    options: &Options,
    progress: &mut Progress,
) -> Result<Vec<Xy>, Interruption> {
    let links = || links(problem);
    Ok(match &options.method {
        Method::Circular { groups } => circular::positions(problem, &links()?, groups, progress)?,
        Method::Concentric { importance } => {
            concentric::positions(problem, &links()?, importance, progress)?
        }
        Method::Layered { directed } => layered::positions(problem, directed, progress)?,
        Method::Grid => grid::positions(&problem.boxes),
        // `Method::Force` is handled by `force_directed`.
        Method::Force | Method::Blocs => blocs::positions(problem, &links()?, options, progress)?,
    })
}

/// Frames show the map as it was, not nodes in one point, until there is something better.
fn show_as_it_was(problem: &Problem, progress: &mut Progress) {
    for (shown, position) in progress.positions.iter_mut().zip(&problem.positions) {
        *shown = position.unwrap_or(*shown);
    }
}

/// Centres the map or fits it to its pins, and removes overlaps.
fn finish(
    problem: &Problem,
    options: &Options,
    mut positions: Vec<Xy>,
    progress: &mut Progress,
) -> Result<(), Interruption> {
    let shift = shift(problem, &positions);
    for (node, position) in positions.iter_mut().enumerate() {
        *position = problem.pin(node).unwrap_or(add(*position, shift));
    }
    if options.readability {
        remove_overlaps(&problem.boxes, &problem.pinned, &mut positions, progress)?;
    }
    progress.advance(1.0);
    Ok(progress.show(&positions)?)
}

/// How far the map as a whole must move.
fn shift(problem: &Problem, positions: &[Xy]) -> Xy {
    let to_pin = |(node, &at): (usize, &Xy)| Some(sub(problem.pin(node)?, at));
    let shifts: Vec<Xy> = positions.iter().enumerate().filter_map(to_pin).collect();
    if shifts.is_empty() {
        let boxes = problem.boxes.iter().zip(positions).map(|(&b, &at)| moved(b, at));
        return bounds(boxes)
            .map_or([0.0; 2], |all| [-(all[0] + all[2]) / 2.0, -(all[1] + all[3]) / 2.0]);
    }
    let sum = shifts.iter().fold([0.0; 2], |sum, &shift| add(sum, shift));
    scaled(sum, 1.0 / shifts.len() as f32)
}
