//! How good a drawing is, in numbers for tests and reports.
//!
//! Positions that are missing from the slice, or not finite, count as `[0, 0]`.

mod crossings;
mod overlaps;
#[cfg(test)]
mod tests;

use self::crossings::Lines;
use super::drawing::Drawing;
use super::far::Far;
use super::network::Network;
use super::parts;
use super::plane::{Rect, Xy, moved, scaled};
use super::problem::{LayoutError, Problem};
use super::stress::{ScaledStress, Stress};
use super::watch::{Flow, Watch};

/// Stress: the weighted squared differences between drawn and wanted distances, divided by what they
/// would be with all nodes of a part in one point. 0 is exact; it may exceed 1 in a map that was
/// widened to make room for names.
///
/// Ties want their ideal length, other pairs that of the shortest path; above 2,000 nodes a fixed
/// sample of the pairs is taken. Pairs that no path joins don't count.
///
/// # Errors
/// As [`Problem::check`].
pub fn stress(problem: &Problem, positions: &[[f32; 2]]) -> Result<f64, LayoutError> {
    let sums = stress_sums(problem, positions)?;
    Ok(if sums.in_one_point > 0.0 { sums.as_drawn / sums.in_one_point } else { 0.0 })
}

/// [`stress`] of the same drawing scaled as a whole so that it is least: what is wrong with its
/// shape alone. 0 is exact, good maps have .02 to .2, and 1 is the most.
///
/// # Errors
/// As [`Problem::check`].
pub fn stress_of_shape(problem: &Problem, positions: &[[f32; 2]]) -> Result<f64, LayoutError> {
    let sums = stress_sums(problem, positions)?;
    Ok(ScaledStress::new(sums.as_drawn, sums.at_twice, sums.in_one_point).least())
}

struct StressSums {
    as_drawn: f64,
    at_twice: f64,
    in_one_point: f64,
}

fn stress_sums(problem: &Problem, positions: &[Xy]) -> Result<StressSums, LayoutError> {
    problem.check()?;
    let positions = filled(problem, positions);
    let mut sums = StressSums { as_drawn: 0.0, at_twice: 0.0, in_one_point: 0.0 };
    for part in parts::connected(problem) {
        let own = problem.part(&part.nodes, &part.ties);
        let at: Vec<Xy> = part.nodes.iter().map(|&node| positions[node as usize]).collect();
        let twice: Vec<Xy> = at.iter().map(|&p| scaled(p, 2.0)).collect();
        let network = Network::new(&own)?;
        let mut keep_on = |_: super::Frame<'_>| Flow::Continue;
        let Ok(far) = Far::new(&network, 0, &mut Watch::new(Vec::new(), &mut keep_on)) else {
            continue; // not reached: this observer never stops the run
        };
        let terms = Stress::new(&network, &far, &own.pinned);
        sums.as_drawn += terms.value(&at);
        sums.at_twice += terms.value(&twice);
        sums.in_one_point += terms.value_in_one_point();
    }
    Ok(sums)
}

/// How many pairs of node boxes overlap.
///
/// # Errors
/// As [`Problem::check`].
pub fn overlaps(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    Ok(overlaps::count(&boxes(problem, &filled(problem, positions))))
}

/// How many pairs of straight ties cross that have no end in common. Quadratic in long
/// ties.
///
/// # Errors
/// As [`Problem::check`].
pub fn crossings(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    let lines = Lines::new(problem, &filled(problem, positions))?;
    // There are fewer pairs than the limit.
    Ok(lines.crossings(u64::MAX).unwrap_or(u64::MAX) as usize)
}

/// How often a straight tie runs through the box of a node that it does not end at.
///
/// # Errors
/// As [`Problem::check`].
pub fn ties_through_boxes(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    Ok(Drawing::new(problem)?.through_boxes(&filled(problem, positions)))
}

fn filled(problem: &Problem, positions: &[Xy]) -> Vec<Xy> {
    let known = |at: &Xy| if at.iter().all(|c| c.is_finite()) { *at } else { [0.0; 2] };
    let mut filled: Vec<Xy> = positions.iter().map(known).collect();
    filled.resize(problem.node_count(), [0.0; 2]);
    filled
}

fn boxes(problem: &Problem, at: &[Xy]) -> Vec<Rect> {
    problem.boxes.iter().zip(at).map(|(&shape, &at)| moved(shape, at)).collect()
}
