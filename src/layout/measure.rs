//! All quality numbers of a drawing at once, for a person to compare layouts by.

use super::middles::Middles;
use super::plane::{Xy, distance};
use super::problem::{LayoutError, Problem};
use super::quality::{crossings, overlaps, stress_of_shape, ties_through_boxes};

/// Above so many ties pairs of them aren't counted: that takes too long.
const MOST_TIES: usize = 5_000;
/// Above so many nodes only this many, evenly taken, are asked for their neighbours.
const MOST_ASKED: usize = 1_000;

/// How good a drawing is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// How far drawn distances are from those wanted, the scale of the whole left out: 0 is exact,
    /// 1 the most.
    pub stress: f64,
    /// How many of the nodes nearest to each are those it is tied to, 0 to 1.
    pub neighbourhood: f64,
    /// Pairs of straight ties that cross; `None` where there are too many to count.
    pub crossings: Option<u64>,
    /// Pairs of boxes that overlap.
    pub overlaps: usize,
    /// How often a tie runs through the box of a node that it doesn't end at; `None` where there are
    /// too many to count.
    pub ties_through_boxes: Option<usize>,
}

/// Measures a drawing.
///
/// # Errors
/// As [`Problem::check`].
pub fn quality(problem: &Problem, positions: &[[f32; 2]]) -> Result<Quality, LayoutError> {
    let is_countable = problem.tie_count() <= MOST_TIES;
    Ok(Quality {
        stress: stress_of_shape(problem, positions)?,
        neighbourhood: neighbourhood(problem, positions)?,
        crossings: match is_countable {
            true => Some(crossings(problem, positions)? as u64),
            false => None,
        },
        overlaps: overlaps(problem, positions)?,
        ties_through_boxes: match is_countable {
            true => Some(ties_through_boxes(problem, positions)?),
            false => None,
        },
    })
}

/// For each node with ties the share of its nearest nodes, as many as it is tied to, that it is tied
/// to; the mean of all.
fn neighbourhood(problem: &Problem, positions: &[Xy]) -> Result<f64, LayoutError> {
    let middles = Middles::new(problem)?;
    let count = problem.node_count();
    let mut tied = vec![Vec::new(); count];
    for ends in &problem.ends {
        for (a, _) in middles.shares_of(ends[0]) {
            for (b, _) in middles.shares_of(ends[1]).into_iter().filter(|&(b, _)| b != a) {
                tied[a as usize].push(b);
                tied[b as usize].push(a);
            }
        }
    }
    let at = |node: usize| positions.get(node).copied().unwrap_or_default();
    let (mut sum, mut asked) = (0.0, 0.0);
    for node in (0..count).step_by(count.div_ceil(MOST_ASKED).max(1)) {
        let own = &mut tied[node];
        own.sort_unstable();
        own.dedup();
        if own.is_empty() {
            continue;
        }
        let others = (0..count as u32).filter(|&other| other as usize != node);
        let mut near: Vec<(f32, u32)> =
            others.map(|other| (distance(at(node), at(other as usize)), other)).collect();
        let by_distance = |a: &(f32, u32), b: &(f32, u32)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        near.select_nth_unstable_by(own.len() - 1, by_distance);
        let kept = near[..own.len()].iter().filter(|(_, other)| own.binary_search(other).is_ok());
        sum += kept.count() as f64 / own.len() as f64;
        asked += 1.0;
    }
    Ok(if asked > 0.0 { sum / asked } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    #[test]
    fn a_line_in_order_keeps_all_neighbours_and_a_shuffled_one_few() {
        let problem = sample::path(12);
        let line = |step: usize| -> Vec<Xy> {
            (0..12).map(|i| [((i * step) % 12) as f32 * 150.0, 0.0]).collect()
        };
        let in_order = quality(&problem, &line(1)).unwrap();
        assert!(in_order.neighbourhood > 0.99 && in_order.stress < 0.01);
        let shuffled = quality(&problem, &line(5)).unwrap();
        assert!(shuffled.neighbourhood < 0.3 && shuffled.stress > in_order.stress);
        assert_eq!(in_order.crossings, Some(0));
        assert_eq!(quality(&Problem::default(), &[]).unwrap().overlaps, 0);
    }
}
