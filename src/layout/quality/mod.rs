//! How good a drawing is, in numbers for people, tests and reports.
//!
//! Positions that are missing from the slice, or not finite, count as `[0, 0]`.

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
use super::geometry::{Rect, Xy, moved};
use super::ideal_lengths::{Network, Wishes};
use super::legibility::Drawing;
use super::method::APART;
use super::problem::{LayoutError, Problem};
use super::progress::{Flow, Watch};
use super::stress::{Detail, Stress, Sums};
use adjacency::Joined;
use crossings::Lines;

/// So many pairs of ties are looked at for crossings: all of 30,000 ties, or those of more where
/// ties are short. It takes about a second.
const MOST_PAIRS: u64 = 30_000 * 30_000 / 2;
/// So many looks at cells and boxes are taken for ties through boxes, in less than a second.
const MOST_LOOKS: usize = 30_000_000;

/// How good a drawing is. None of the numbers depends on its scale, but those that count boxes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// How far drawn distances are from following graph distances, `0 ..= 1`, less is better:
    /// `1 − (Σq)² / (N Σq²)` with `q` the drawn distance of a pair by the hops between them, over
    /// the `N` pairs that a path joins (up to 6,000 nodes all pairs, above those of 200 seeded ones
    /// with all others). 0 where no path joins any, 1 where all nodes lie in one point.
    ///
    /// Each tie is a hop, whatever its sign, weight and label. A tie that ends on a tie joins its
    /// node with both nodes of that tie.
    ///
    /// Source: stress as Kamada and Kawai 1989 weigh it, at the scale where it is least, divided by
    /// the number of pairs (Smelser, Miller and Kobourov 2024, "Normalized stress is not
    /// normalized").
    pub stress: f64,
    /// Whether nodes that are tied lie nearest to one another, `0 ..= 1`, more is better: the mean
    /// over nodes of what the neighbours of a node and as many nodes nearest to it have in common,
    /// by what they are together (Jaccard). Nodes without a tie don't count; 1 where none has one.
    /// Above 3,000 nodes the mean over so many seeded ones.
    ///
    /// Source: neighbourhood preservation of Kruiger et al. 2017 ("Graph layouts by t-SNE").
    pub neighbourhood: f64,
    /// How many pairs of straight ties cross that have no end in common, less is better (Purchase
    /// 1997, "Which aesthetic has the greatest effect on human understanding?"). Exact up to 30,000
    /// ties, and beyond while ties are short; `None`, not an estimate, where that takes longer than
    /// about a second.
    pub crossings: Option<u64>,
    /// How many pairs of node boxes overlap, less is better; exact.
    pub overlaps: usize,
    /// How often a straight tie runs through the box of a node that it doesn't end at, less is
    /// better. Exact, or `None` where that takes longer than about a second.
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
    let joined = Joined::new(problem)?;
    Ok(Quality {
        stress: path_stress::stress(&joined, &at),
        neighbourhood: neighbours::preservation(&joined, &at),
        crossings: Lines::new(problem, &at)?.crossings(MOST_PAIRS),
        overlaps: overlaps::count(&boxes),
        ties_through_boxes: ties_through_boxes::count(problem, &at, &boxes, MOST_LOOKS)?,
    })
}

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
    for part in components::connected(problem) {
        let own = problem.part(&part.nodes, &part.ties);
        let at: Vec<Xy> = part.nodes.iter().map(|&node| positions[node as usize]).collect();
        let network = Network::new(&own, Wishes { room: true, apart: APART })?;
        let mut keep_on = |_: super::Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(Vec::new(), &mut keep_on);
        let Ok(terms) = Stress::new(&network, &own.pinned, Detail::Full, 0, &mut watch) else {
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
