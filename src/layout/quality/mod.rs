//! How good a drawing is, in numbers for people, tests and reports.
//!
//! Positions that are missing or not finite count as `[0, 0]`.

mod adjacency;
mod crossings;
mod neighbours;
mod overlaps;
mod path_stress;
mod sampling;
#[cfg(test)]
mod tests;
mod ties_through_boxes;

use super::components;
use super::error::LayoutError;
use super::geometry::{Rect, Xy, moved};
use super::ideal_lengths::LengthOptions;
use super::layout_graph::LayoutGraph;
use super::legibility::Legibility;
use super::method::APART;
use super::problem::Problem;
use super::progress::{Flow, Progress};
use super::stress::{Detail, Stress, StressByScale};
use adjacency::Adjacency;
use crossings::Segments;

/// The most pairs of ties that are compared for crossings: all of 30,000 ties, or those of more ties if
/// they are short. It takes about a second.
const MOST_PAIRS: u64 = 30_000 * 30_000 / 2;
/// The most cells and boxes that are visited for ties through boxes, in less than a second.
const MOST_STEPS: usize = 30_000_000;

/// How good a drawing is. Only the numbers that count boxes depend on its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// How far drawn distances are from being proportional to graph distances, `0 ..= 1`, less is better:
    /// `1 − (Σq)² / (N Σq²)`, with `q` the drawn distance of a pair divided by its graph distance, over
    /// the `N` pairs that a path connects (all pairs up to 6,000 nodes; above, those of 200 sampled
    /// nodes with all others). 0 if no path connects any, 1 if all nodes lie in one point.
    ///
    /// Each tie counts 1 in the graph distance, whatever its sign, weight and label. A tie that ends on a
    /// tie connects its node with both nodes of that tie.
    ///
    /// Source: stress as weighted by Kamada and Kawai 1989, at the scale where it is least, divided by
    /// the number of pairs (Smelser, Miller and Kobourov 2024, "Normalized stress is not
    /// normalized").
    pub stress: f64,
    /// Whether nodes that are tied lie nearest to one another, `0 ..= 1`, more is better: the mean over
    /// nodes of the Jaccard index of a node's neighbours and as many nodes nearest to it. Nodes without a
    /// tie don't count; 1 if none has one. Above 3,000 nodes, the mean over 3,000 sampled ones.
    ///
    /// Source: neighbourhood preservation of Kruiger et al. 2017 ("Graph layouts by t-SNE").
    pub neighbourhood: f64,
    /// How many pairs of straight ties cross that have no end in common, less is better (Purchase
    /// 1997, "Which aesthetic has the greatest effect on human understanding?"). Exact up to 30,000
    /// ties, and above if ties are short; `None`, not an estimate, if that would take longer than
    /// about a second.
    pub crossings: Option<u64>,
    /// How many pairs of node boxes overlap, less is better; exact.
    pub overlaps: usize,
    /// How often a straight tie runs through the box of a node that it doesn't end at, less is
    /// better. Exact, or `None` if that would take longer than about a second.
    pub ties_through_boxes: Option<usize>,
}

/// The quality of a drawing, in time near linear in nodes and ties above 6,000 nodes.
///
/// # Errors
/// As [`Problem::check`].
pub fn quality(problem: &Problem, positions: &[[f32; 2]]) -> Result<Quality, LayoutError> {
    problem.check()?;
    let at = filled(problem, positions);
    let boxes = boxes(problem, &at);
    let adjacency = Adjacency::new(problem)?;
    Ok(Quality {
        stress: path_stress::stress(&adjacency, &at),
        neighbourhood: neighbours::neighbourhood_preservation(&adjacency, &at),
        crossings: Segments::new(problem, &at)?.crossings(MOST_PAIRS),
        overlaps: overlaps::count_overlaps(&boxes),
        ties_through_boxes: ties_through_boxes::count(problem, &at, &boxes, MOST_STEPS)?,
    })
}

/// Stress: the weighted squared differences between drawn and ideal distances, divided by what they
/// would be with all nodes of a component in one point. 0 is exact; it may exceed 1 in a map that was
/// widened to make room for names.
///
/// The ideal distance is the ideal length for ties, and the length of the shortest path for other pairs;
/// above 2,000 nodes a fixed sample of the pairs is used. Pairs that no path connects don't count.
///
/// # Errors
/// As [`Problem::check`].
pub fn stress(problem: &Problem, positions: &[[f32; 2]]) -> Result<f64, LayoutError> {
    let sums = stress_sums(problem, positions)?;
    let most = sums.collapsed();
    Ok(if most > 0.0 { sums.value() / most } else { 0.0 })
}

/// [`stress`] of the drawing at the scale where it is least: what is wrong with its shape alone. 0 is
/// exact, good maps have .02 to .2, and 1 is the most.
///
/// # Errors
/// As [`Problem::check`].
pub fn stress_of_shape(problem: &Problem, positions: &[[f32; 2]]) -> Result<f64, LayoutError> {
    Ok(stress_sums(problem, positions)?.least_normalized())
}

fn stress_sums(problem: &Problem, positions: &[Xy]) -> Result<StressByScale, LayoutError> {
    problem.check()?;
    let positions = filled(problem, positions);
    let mut sums = StressByScale::default();
    for component in components::connected_components(problem) {
        let own = problem.subproblem(&component.nodes, &component.ties);
        let at: Vec<Xy> = component.nodes.iter().map(|&node| positions[node as usize]).collect();
        let graph = LayoutGraph::new(&own, LengthOptions { makes_room: true, apart: APART })?;
        let mut keep_on = |_: super::Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(Vec::new(), &mut keep_on);
        let Ok(stress) = Stress::new(&graph, &own.pinned, Detail::Full, 0, &mut progress) else {
            continue; // not reached: this observer never stops the run
        };
        sums.add(&stress.by_scale(&at));
    }
    Ok(sums)
}

/// How many pairs of node boxes overlap.
///
/// # Errors
/// As [`Problem::check`].
pub fn overlaps(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    Ok(overlaps::count_overlaps(&boxes(problem, &filled(problem, positions))))
}

/// How many pairs of straight ties cross that have no end in common. Takes time quadratic in long ties.
///
/// # Errors
/// As [`Problem::check`].
pub fn crossings(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    let segments = Segments::new(problem, &filled(problem, positions))?;
    // The limit is never reached.
    Ok(segments.crossings(u64::MAX).unwrap_or(u64::MAX) as usize)
}

/// How often a straight tie runs through the box of a node that it does not end at.
///
/// # Errors
/// As [`Problem::check`].
pub fn ties_through_boxes(problem: &Problem, positions: &[[f32; 2]]) -> Result<usize, LayoutError> {
    problem.check()?;
    Ok(Legibility::new(problem)?.ties_through_boxes(&filled(problem, positions)))
}

/// A finite position for every node.
fn filled(problem: &Problem, positions: &[Xy]) -> Vec<Xy> {
    let known = |at: &Xy| if at.iter().all(|c| c.is_finite()) { *at } else { [0.0; 2] };
    let mut filled: Vec<Xy> = positions.iter().map(known).collect();
    filled.resize(problem.node_count(), [0.0; 2]);
    filled
}

/// The box of every node, in world units.
fn boxes(problem: &Problem, at: &[Xy]) -> Vec<Rect> {
    problem.boxes.iter().zip(at).map(|(&shape, &at)| moved(shape, at)).collect()
}
