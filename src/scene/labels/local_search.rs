//! Chooses a position for each label with regard to all others.
//!
//! Source: a local search as in Christensen, Marks & Shieber (1995), “An empirical study of algorithms
//! for point-feature label placement”, without its randomness. Each label in turn takes the position that
//! costs least among the others, until none moves or a few rounds are over. Then the [`Selection`]
//! removes overlaps. Guarantees that no two labels overlap, and that none lies on a nation's mark or
//! outside the frame; it doesn't find the largest possible number of labels.

use super::candidates::LabelCandidates;
use super::kept_labels::Selection;
use super::obstacles::LabelObstacles;
use super::placed_boxes::PlacedBoxes;
use super::text_box::TextBox;
use crate::scene::Label;

const MAX_ROUNDS: usize = 5;

/// Places labels around fixed boxes; `None` for those that find no position.
pub(super) fn place_labels(
    labels: Vec<LabelCandidates>,
    fixed: &[TextBox],
    obstacles: &LabelObstacles<'_>,
) -> Vec<Option<Label>> {
    let chosen = search(&labels, fixed, obstacles);
    let kept = Selection::new(&labels, fixed, obstacles).keep(&chosen);
    labels.into_iter().zip(kept).map(|(label, index)| label.at(index?)).collect()
}

/// The candidate that each label prefers among the others.
fn search(
    labels: &[LabelCandidates],
    fixed: &[TextBox],
    obstacles: &LabelObstacles<'_>,
) -> Vec<usize> {
    let mut boxes = PlacedBoxes::new(labels.len(), fixed, obstacles);
    let mut chosen: Vec<usize> = labels.iter().map(cheapest).collect();
    for (index, label) in labels.iter().enumerate() {
        boxes.set(index, label.candidates.get(chosen[index]).map(|c| c.space));
    }
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for (index, label) in labels.iter().enumerate() {
            boxes.set(index, None);
            let best = boxes.best(label).unwrap_or(0);
            changed |= best != chosen[index];
            chosen[index] = best;
            boxes.set(index, label.candidates.get(best).map(|c| c.space));
        }
        if !changed {
            break;
        }
    }
    chosen
}

fn cheapest(label: &LabelCandidates) -> usize {
    let costs = label.candidates.iter().map(|candidate| candidate.cost).enumerate();
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
}
