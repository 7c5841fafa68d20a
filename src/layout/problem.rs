//! The input of a layout: flat arrays of numbers, and whether they fit together.

use std::borrow::Cow;

use super::error::LayoutError;
use super::limits::{FARTHEST, LARGEST};

/// The nodes and ties to be laid out: `n` nodes and `m` ties between them.
///
/// Lengths are in world units (1 unit is 1 logical pixel at 100 % zoom, y points down). The first
/// four arrays have one entry for each node, the others one for each tie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Radius of each node's disc, `0 ..= LARGEST`.
    pub radii: Vec<f32>,
    /// What each node occupies around its centre, disc and name together:
    /// `[min_x, min_y, max_x, max_y]`, each within `±LARGEST`, no minimum above its maximum.
    pub boxes: Vec<[f32; 4]>,
    /// Where each node lies; `None` if it isn't placed yet. A position that is not finite or lies
    /// beyond [`FARTHEST`] counts as `None`.
    pub positions: Vec<Option<[f32; 2]>>,
    /// A pinned node with a usable position never moves. A pin without one has no effect.
    pub pinned: Vec<bool>,
    /// The two ends of each tie. An index below `n` is a node, `n + t` is the midpoint of tie `t`.
    /// A tie from a node to itself is allowed and has no effect.
    pub ends: Vec<[u32; 2]>,
    /// How much each tie counts, above 0. Only ratios matter, up to 16 to 1.
    pub weights: Vec<f32>,
    /// Above 0 pulls the ends together, below 0 pushes them apart, 0 does neither.
    pub signs: Vec<i8>,
    /// Width of the text that runs along each tie, 0 for none; the tie is made long enough for it.
    pub labels: Vec<f32>,
}

impl Problem {
    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.radii.len()
    }

    /// Number of ties.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.ends.len()
    }

    /// Checks that the arrays fit together.
    ///
    /// # Errors
    /// The first fault found, see [`LayoutError`].
    pub fn check(&self) -> Result<(), LayoutError> {
        self.check_counts()?;
        for (node, &radius) in self.radii.iter().enumerate() {
            check_number("radius of node", node, radius, (0.0..=LARGEST).contains(&radius))?;
        }
        for (node, b) in self.boxes.iter().enumerate() {
            for &edge in b {
                check_number("box edge of node", node, edge, edge.abs() <= LARGEST)?;
            }
            check_number("left edge of node", node, b[0], b[0] <= b[2])?;
            check_number("upper edge of node", node, b[1], b[1] <= b[3])?;
        }
        for (tie, &weight) in self.weights.iter().enumerate() {
            check_number("weight of tie", tie, weight, weight.is_finite() && weight > 0.0)?;
        }
        for (tie, &label) in self.labels.iter().enumerate() {
            check_number("label width of tie", tie, label, (0.0..=LARGEST).contains(&label))?;
        }
        let limit = self.node_count() + self.tie_count();
        for (tie, ends) in self.ends.iter().enumerate() {
            for &end in ends {
                if end as usize >= limit {
                    return Err(LayoutError::EndOutOfRange { tie, end, limit });
                }
            }
        }
        self.ties_by_depth().map(|_| ())
    }

    fn check_counts(&self) -> Result<(), LayoutError> {
        let (n, m) = (self.node_count(), self.tie_count());
        let counts = [
            ("boxes", "nodes", n, self.boxes.len()),
            ("positions", "nodes", n, self.positions.len()),
            ("pins", "nodes", n, self.pinned.len()),
            ("weights", "ties", m, self.weights.len()),
            ("signs", "ties", m, self.signs.len()),
            ("labels", "ties", m, self.labels.len()),
        ];
        for (what, of, expected, found) in counts {
            if expected != found {
                return Err(LayoutError::Count { what, of, expected, found });
            }
        }
        let limit = u32::MAX as usize / 2;
        if n > limit || m > limit {
            return Err(LayoutError::TooMany { nodes: n, ties: m });
        }
        Ok(())
    }

    /// Whether any tie ends at another one.
    pub(super) fn has_ties_onto_ties(&self) -> bool {
        let n = self.node_count();
        self.ends.iter().flatten().any(|&end| end as usize >= n)
    }

    /// For each tie, whether another tie ends on it.
    pub(super) fn ended_on_ties(&self) -> Vec<bool> {
        let n = self.node_count();
        let mut is_ended_on = vec![false; self.tie_count()];
        for &end in self.ends.iter().flatten() {
            if let Some(tie) = (end as usize).checked_sub(n) {
                is_ended_on[tie] = true;
            }
        }
        is_ended_on
    }

    /// All ties, each after the ties it ends on (Kahn 1962).
    pub(super) fn ties_by_depth(&self) -> Result<Vec<u32>, LayoutError> {
        let (n, m) = (self.node_count(), self.tie_count());
        if !self.has_ties_onto_ties() {
            return Ok((0..m as u32).collect());
        }
        let mut pending = vec![0_u32; m];
        let mut onto: Vec<Vec<u32>> = vec![Vec::new(); m];
        for (tie, ends) in self.ends.iter().enumerate() {
            for &end in ends {
                if let Some(target) = (end as usize).checked_sub(n) {
                    onto[target].push(tie as u32);
                    pending[tie] += 1;
                }
            }
        }
        let mut order: Vec<u32> = (0..m as u32).filter(|&t| pending[t as usize] == 0).collect();
        let mut next = 0;
        while next < order.len() {
            for &tie in &onto[order[next] as usize] {
                pending[tie as usize] -= 1;
                if pending[tie as usize] == 0 {
                    order.push(tie);
                }
            }
            next += 1;
        }
        match pending.iter().position(|&w| w > 0) {
            Some(tie) => Err(LayoutError::TieCycle { tie }),
            None => Ok(order),
        }
    }

    /// The same problem without unusable positions, and without the pins of nodes that have none.
    pub(super) fn with_usable_positions(&self) -> Cow<'_, Problem> {
        let is_usable = |p: &[f32; 2]| p.iter().all(|c| c.is_finite() && c.abs() <= FARTHEST);
        let mut nodes = self.positions.iter().zip(&self.pinned);
        if nodes.all(|(at, &pinned)| at.map_or(!pinned, |at| is_usable(&at))) {
            return Cow::Borrowed(self);
        }
        let mut cleaned = self.clone();
        for (position, pinned) in cleaned.positions.iter_mut().zip(&mut cleaned.pinned) {
            *position = position.filter(is_usable);
            *pinned &= position.is_some();
        }
        Cow::Owned(cleaned)
    }

    /// Where a node is pinned, if it is.
    pub(super) fn pin(&self, node: usize) -> Option<[f32; 2]> {
        self.positions[node].filter(|_| self.pinned[node])
    }

    /// Where each node is pinned, if it is.
    pub(super) fn pins(&self) -> impl Iterator<Item = Option<[f32; 2]>> {
        (0..self.node_count()).map(|node| self.pin(node))
    }

    /// Whether any node is pinned.
    pub(super) fn has_pins(&self) -> bool {
        self.pinned.contains(&true)
    }

    /// The problem of these nodes and ties alone. Both lists are in ascending order, and every end of
    /// these ties is among them.
    pub(super) fn subproblem(&self, nodes: &[u32], ties: &[u32]) -> Cow<'_, Problem> {
        let n = self.node_count();
        if nodes.len() == n && ties.len() == self.tie_count() {
            return Cow::Borrowed(self);
        }
        let local = |end: u32| -> u32 {
            let index = if (end as usize) < n {
                nodes.binary_search(&end)
            } else {
                ties.binary_search(&(end - n as u32)).map(|tie| nodes.len() + tie)
            };
            index.unwrap_or_default() as u32
        };
        let of_nodes = |index: &u32| *index as usize;
        Cow::Owned(Problem {
            radii: nodes.iter().map(of_nodes).map(|i| self.radii[i]).collect(),
            boxes: nodes.iter().map(of_nodes).map(|i| self.boxes[i]).collect(),
            positions: nodes.iter().map(of_nodes).map(|i| self.positions[i]).collect(),
            pinned: nodes.iter().map(of_nodes).map(|i| self.pinned[i]).collect(),
            ends: ties.iter().map(|&t| self.ends[t as usize].map(local)).collect(),
            weights: ties.iter().map(|&t| self.weights[t as usize]).collect(),
            signs: ties.iter().map(|&t| self.signs[t as usize]).collect(),
            labels: ties.iter().map(|&t| self.labels[t as usize]).collect(),
        })
    }
}

fn check_number(
    what: &'static str,
    index: usize,
    found: f32,
    holds: bool,
) -> Result<(), LayoutError> {
    if holds { Ok(()) } else { Err(LayoutError::Number { what, index, found }) }
}

#[cfg(test)]
mod tests {
    use super::super::test_problems;
    use super::*;

    #[test]
    fn arrays_that_do_not_fit_are_refused_in_words() {
        let mut problem = test_problems::star(3);
        problem.weights.pop();
        let refusal = problem.check().unwrap_err();
        assert_eq!(
            refusal,
            LayoutError::Count { what: "weights", of: "ties", expected: 3, found: 2 }
        );
        let words = refusal.to_string();
        assert!(words.contains("expected 3 weights") && words.contains("given 2"), "{words}");
    }

    #[test]
    fn an_end_out_of_range_names_the_tie() {
        let mut problem = test_problems::star(3);
        problem.ends[1] = [0, 7];
        assert_eq!(problem.check(), Err(LayoutError::EndOutOfRange { tie: 1, end: 7, limit: 7 }));
    }

    #[test]
    fn ties_that_end_on_each_other_are_refused() {
        let mut problem = test_problems::star(3);
        problem.ends[1] = [0, 4 + 2];
        problem.ends[2] = [0, 4 + 1];
        assert_eq!(problem.check(), Err(LayoutError::TieCycle { tie: 1 }));
        problem.ends[2] = [0, 4 + 2];
        assert!(matches!(problem.check(), Err(LayoutError::TieCycle { .. })));
    }

    #[test]
    fn numbers_outside_their_range_are_refused() {
        for (field, value) in [(0, f32::NAN), (0, -1.0), (1, f32::INFINITY), (2, 0.0), (3, -4.0)] {
            let mut problem = test_problems::star(3);
            match field {
                0 => problem.radii[2] = value,
                1 => problem.boxes[2][3] = value,
                2 => problem.weights[2] = value,
                _ => problem.labels[2] = value,
            }
            assert!(
                matches!(problem.check(), Err(LayoutError::Number { index: 2, .. })),
                "field {field}, value {value}"
            );
        }
    }

    #[test]
    fn a_part_keeps_ties_that_end_on_ties() {
        let mut problem = test_problems::star(3);
        problem.ends.push([3, 4 + 1]);
        problem.weights.push(1.0);
        problem.signs.push(-1);
        problem.labels.push(0.0);
        let part = problem.subproblem(&[0, 2, 3], &[1, 2, 3]);
        assert_eq!(part.ends, vec![[0, 1], [0, 2], [2, 3]]);
        assert_eq!(part.check(), Ok(()));
    }
}
