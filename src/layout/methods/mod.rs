//! The layouts that aren't force-directed, one small file each and all of one shape: a problem and
//! its links in, positions out.
//!
//! What holds for all of them: they start from nothing, so [`Start`](super::Start) makes no
//! difference; the map as it was is shown until the new one is ready; a pinned node stays to the
//! bit, and the rest is moved as a whole to fit the pins as well as it can without turning; at the
//! end boxes are separated as in any layout.

mod blocs;
mod circular;
mod circular_order;
mod communities;
mod concentric;
mod grid;
mod layered;
mod links;
#[cfg(test)]
mod tests;

use super::geometry::{Xy, add, bounds, moved, scaled, sub};
use super::method::Method;
use super::overlap_removal::separate;
use super::problem::{LayoutError, Problem};
use super::progress::{Stop, Watch};
use super::solve::Options;
use links::links;

/// Lays out by the method that is wanted; nothing where that is the force-directed one.
pub(super) fn lay_out(
    problem: &Problem,
    options: &Options,
    watch: &mut Watch,
) -> Result<Option<Result<(), Stop>>, LayoutError> {
    if options.method != Method::Force {
        show_as_it_was(problem, watch);
    }
    let drawn = match &options.method {
        Method::Force => return Ok(None),
        Method::Circular { groups } => {
            circular::positions(problem, &links(problem)?, groups, watch)
        }
        Method::Concentric { importance } => {
            concentric::positions(problem, &links(problem)?, importance, watch)
        }
        Method::Layered { directed } => layered::positions(problem, directed, watch)?,
        Method::Grid => Ok(grid::positions(&problem.boxes)),
        Method::Blocs => blocs::positions(problem, &links(problem)?, options, watch)?,
    };
    Ok(Some(drawn.and_then(|positions| finish(problem, options, positions, watch))))
}

/// Frames show the map as it was, not nodes in one point, until there is something better.
fn show_as_it_was(problem: &Problem, watch: &mut Watch) {
    for (shown, place) in watch.positions.iter_mut().zip(&problem.positions) {
        *shown = place.unwrap_or(*shown);
    }
}

/// Centred, or fitted to its pins; then without overlaps.
fn finish(
    problem: &Problem,
    options: &Options,
    mut positions: Vec<Xy>,
    watch: &mut Watch,
) -> Result<(), Stop> {
    let by = shift(problem, &positions);
    for (node, position) in positions.iter_mut().enumerate() {
        let held = problem.positions[node].filter(|_| problem.pinned[node]);
        *position = held.unwrap_or(add(*position, by));
    }
    if options.readability {
        separate(&problem.boxes, &problem.pinned, &mut positions, watch)?;
    }
    watch.advance(1.0);
    watch.show(&positions)
}

/// How far the map as a whole must go.
fn shift(problem: &Problem, positions: &[Xy]) -> Xy {
    let held = |(node, &at): (usize, &Xy)| {
        let place = problem.positions[node].filter(|_| problem.pinned[node])?;
        Some(sub(place, at))
    };
    let ways: Vec<Xy> = positions.iter().enumerate().filter_map(held).collect();
    if ways.is_empty() {
        let boxes = problem.boxes.iter().zip(positions).map(|(&b, &at)| moved(b, at));
        return bounds(boxes)
            .map_or([0.0; 2], |all| [-(all[0] + all[2]) / 2.0, -(all[1] + all[3]) / 2.0]);
    }
    let sum = ways.iter().fold([0.0; 2], |sum, &way| add(sum, way));
    scaled(sum, 1.0 / ways.len() as f32)
}
