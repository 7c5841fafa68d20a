//! How good a drawing is, in numbers for tests and reports.
//!
//! Positions that are missing from the slice count as `[0, 0]`.

use super::drawing::Drawing;
use super::network::{Network, Wishes};
use super::parts;
use super::plane::{Xy, moved, overlap};
use super::problem::{LayoutError, Problem};
use super::solve::APART;
use super::stress::{Stress, Sums};
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
    let most = sums.in_one_point();
    Ok(if most > 0.0 { sums.value() / most } else { 0.0 })
}

/// [`stress`] of the same drawing scaled as a whole so that it is least: what is wrong with its
/// shape alone. 0 is exact, good maps have .02 to .2, and 1 is the most.
///
/// # Errors
/// As [`Problem::check`].
pub fn stress_of_shape(problem: &Problem, positions: &[[f32; 2]]) -> Result<f64, LayoutError> {
    Ok(stress_sums(problem, positions)?.least())
}

fn stress_sums(problem: &Problem, positions: &[Xy]) -> Result<Sums, LayoutError> {
    problem.check()?;
    let positions = filled(problem, positions);
    let mut sums = Sums::default();
    for part in parts::connected(problem) {
        let own = problem.part(&part.nodes, &part.ties);
        let at: Vec<Xy> = part.nodes.iter().map(|&node| positions[node as usize]).collect();
        let network = Network::new(&own, Wishes { room: true, apart: APART })?;
        let mut keep_on = |_: super::Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(Vec::new(), &mut keep_on);
        let Ok(terms) = Stress::new(&network, &own.pinned, 0, &mut watch) else {
            continue; // not reached: this observer never stops the run
        };
        sums.add(&terms.sums(&at));
    }
    Ok(sums)
}

/// How many pairs of node boxes overlap.
///
/// # Errors
/// As [`Problem::check`].
pub fn overlaps(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    let positions = filled(problem, positions);
    let taken = |node: u32| moved(problem.boxes[node as usize], positions[node as usize]);
    let close = super::separate::overlapping(&problem.boxes, &positions);
    Ok(close.into_iter().filter(|&(a, b)| overlap(taken(a), taken(b))).count())
}

/// How many pairs of straight ties cross that have no end in common. Quadratic in ties.
///
/// # Errors
/// As [`Problem::check`].
pub fn crossings(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    Ok(Drawing::new(problem)?.crossings(&filled(problem, positions)))
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
    let mut filled = positions.to_vec();
    filled.resize(problem.node_count(), [0.0; 2]);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    #[test]
    fn counts_what_is_there() {
        let mut problem = sample::nodes(4);
        sample::tie(&mut problem, [0, 1], 1);
        sample::tie(&mut problem, [2, 3], 1);
        let cross = [[-200.0, 0.0], [200.0, 0.0], [0.0, -200.0], [0.0, 200.0]];
        assert_eq!(crossings(&problem, &cross), Ok(1));
        assert_eq!(overlaps(&problem, &cross), Ok(0));
        assert_eq!(ties_through_boxes(&problem, &cross), Ok(0));
        let stacked = [[-200.0, 0.0], [200.0, 0.0], [0.0, -10.0], [0.0, 10.0]];
        assert_eq!(crossings(&problem, &stacked), Ok(1));
        assert_eq!(overlaps(&problem, &stacked), Ok(1));
        assert_eq!(ties_through_boxes(&problem, &stacked), Ok(2));
    }

    #[test]
    fn stress_is_none_for_exact_lengths_and_one_in_one_point() {
        let problem = sample::path(3);
        let exact = stress(&problem, &[[0.0, 0.0], [150.0, 0.0], [302.0, 0.0]]).unwrap();
        assert!(exact < 1e-3, "{exact}");
        assert_eq!(stress(&problem, &[[5.0, 5.0]; 3]), Ok(1.0));
        let widened = [[0.0, 0.0], [450.0, 0.0], [906.0, 0.0]];
        assert!(stress(&problem, &widened).unwrap() > 1.0);
        assert!(stress_of_shape(&problem, &widened).unwrap() < 1e-3);
        assert_eq!(stress_of_shape(&problem, &[[5.0, 5.0]; 3]), Ok(1.0));
    }
}
