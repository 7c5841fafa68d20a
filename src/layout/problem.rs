//! What the engine is asked: flat arrays of numbers, and the words for a question that cannot be
//! answered.

use std::borrow::Cow;
use std::fmt;

/// A start position farther out than this (in world units, on either axis) counts as no position.
pub const FARTHEST: f32 = 1.0e6;

/// The largest radius, box edge or label width the engine accepts, in world units.
pub const LARGEST: f32 = 1.0e5;

/// A layout to be found: `n` nodes and `m` ties between them.
///
/// Lengths are in world units (1 unit is 1 logical pixel at 100 % zoom, y points down). The first
/// four arrays have one entry a node, the others one entry a tie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Radius of each node's disc, `0 ..= LARGEST`.
    pub radii: Vec<f32>,
    /// What each node occupies around its centre, disc and name together:
    /// `[min_x, min_y, max_x, max_y]`, each within `±LARGEST`, no minimum above its maximum.
    pub boxes: Vec<[f32; 4]>,
    /// Where each node lies; `None` is not placed yet. A position that is not finite or lies
    /// beyond [`FARTHEST`] counts as `None`.
    pub positions: Vec<Option<[f32; 2]>>,
    /// A pinned node with a usable position never moves. A pin without one has no effect.
    pub pinned: Vec<bool>,
    /// The two ends of each tie. An index below `n` is a node, `n + t` is the middle of tie `t`.
    /// A tie from a node to itself is allowed and has no effect.
    pub ends: Vec<[u32; 2]>,
    /// How much each tie counts, above 0. Only ratios matter, and those within 16 to 1.
    pub weights: Vec<f32>,
    /// Above 0 draws the ends together, below 0 pushes them apart, 0 does neither.
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

    /// Finds out whether the arrays fit together.
    ///
    /// # Errors
    /// The first thing found wrong, see [`LayoutError`].
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

    /// All ties, each after the ties it ends on (Kahn 1962).
    pub(super) fn ties_by_depth(&self) -> Result<Vec<u32>, LayoutError> {
        let (n, m) = (self.node_count(), self.tie_count());
        if !self.has_ties_onto_ties() {
            return Ok((0..m as u32).collect());
        }
        let mut waiting = vec![0_u32; m];
        let mut onto: Vec<Vec<u32>> = vec![Vec::new(); m];
        for (tie, ends) in self.ends.iter().enumerate() {
            for &end in ends {
                if let Some(target) = (end as usize).checked_sub(n) {
                    onto[target].push(tie as u32);
                    waiting[tie] += 1;
                }
            }
        }
        let mut order: Vec<u32> = (0..m as u32).filter(|&t| waiting[t as usize] == 0).collect();
        let mut next = 0;
        while next < order.len() {
            for &tie in &onto[order[next] as usize] {
                waiting[tie as usize] -= 1;
                if waiting[tie as usize] == 0 {
                    order.push(tie);
                }
            }
            next += 1;
        }
        match waiting.iter().position(|&w| w > 0) {
            Some(tie) => Err(LayoutError::TieCycle { tie }),
            None => Ok(order),
        }
    }

    /// The same problem with every unusable position taken away, and every pin that then pins
    /// nothing.
    pub(super) fn with_usable_positions(&self) -> Cow<'_, Problem> {
        let is_usable = |p: &[f32; 2]| p.iter().all(|c| c.is_finite() && c.abs() <= FARTHEST);
        let mut places = self.positions.iter().zip(&self.pinned);
        if places.all(|(place, &pinned)| place.map_or(!pinned, |place| is_usable(&place))) {
            return Cow::Borrowed(self);
        }
        let mut cleaned = self.clone();
        for (position, pinned) in cleaned.positions.iter_mut().zip(&mut cleaned.pinned) {
            *position = position.filter(is_usable);
            *pinned &= position.is_some();
        }
        Cow::Owned(cleaned)
    }

    /// The problem of these nodes and ties alone. `nodes` and `ties` rise, and every end of these
    /// ties is among them.
    pub(super) fn part(&self, nodes: &[u32], ties: &[u32]) -> Cow<'_, Problem> {
        let n = self.node_count();
        if nodes.len() == n && ties.len() == self.tie_count() {
            return Cow::Borrowed(self);
        }
        let local = |end: u32| -> u32 {
            let place = if (end as usize) < n {
                nodes.binary_search(&end)
            } else {
                ties.binary_search(&(end - n as u32)).map(|tie| nodes.len() + tie)
            };
            place.unwrap_or_default() as u32
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

/// Why a [`Problem`] has no answer: its arrays don't fit together.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutError {
    /// An array has not one entry a node (or tie).
    Count {
        /// The array.
        what: &'static str,
        /// What it has one entry for each of.
        of: &'static str,
        /// How many entries it needs.
        expected: usize,
        /// How many it has.
        found: usize,
    },
    /// More nodes or ties than the indices can count.
    TooMany {
        /// Number of nodes.
        nodes: usize,
        /// Number of ties.
        ties: usize,
    },
    /// A tie ends at an index that is neither a node nor a tie.
    EndOutOfRange {
        /// The tie.
        tie: usize,
        /// Its end.
        end: u32,
        /// Ends lie below this.
        limit: usize,
    },
    /// A tie ends, by way of other ties, on itself.
    TieCycle {
        /// A tie of the circle, or one that ends on it.
        tie: usize,
    },
    /// A number that is not finite or outside its range.
    Number {
        /// Which number.
        what: &'static str,
        /// Of which node or tie.
        index: usize,
        /// Its value.
        found: f32,
    },
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { what, of, expected, found } => write!(
                f,
                "The layout expected {expected} {what}, one for each of the {of}, and was given \
                 {found}. Give every array one entry for each of the {of}."
            ),
            Self::TooMany { nodes, ties } => write!(
                f,
                "The layout can count {} nodes or ties and was given {nodes} nodes and {ties} \
                 ties. Lay out a part of the map.",
                u32::MAX / 2
            ),
            Self::EndOutOfRange { tie, end, limit } => write!(
                f,
                "Tie {tie} ends at {end}, but nodes and ties are numbered below {limit}. Let it \
                 end at a node or a tie of this map."
            ),
            Self::TieCycle { tie } => write!(
                f,
                "Tie {tie} ends on ties that lead back to themselves, so its middle is nowhere. \
                 Let one of them end at a node."
            ),
            Self::Number { what, index, found } => write!(
                f,
                "The {what} {index} is {found}; expected was a finite number in its range (sizes \
                 up to {LARGEST} and not negative, weights above 0, minimum before maximum)."
            ),
        }
    }
}

impl std::error::Error for LayoutError {}

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
        let part = problem.part(&[0, 2, 3], &[1, 2, 3]);
        assert_eq!(part.ends, vec![[0, 1], [0, 2], [2, 3]]);
        assert_eq!(part.check(), Ok(()));
    }
}
