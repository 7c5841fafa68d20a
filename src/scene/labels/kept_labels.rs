//! Which labels are kept where not all have space.
//!
//! The most important first, each label keeps its preferred position if that is free, else takes the
//! cheapest free one. Labels that find none may push others to their first positions, or are left out.

use super::candidates::LabelCandidates;
use super::obstacles::LabelObstacles;
use super::placed_boxes::PlacedBoxes;
use super::text_box::TextBox;

/// The selection of labels that are kept, with their positions.
pub(super) struct Selection<'a> {
    labels: &'a [LabelCandidates],
    boxes: PlacedBoxes,
    /// The candidate at which each label stands; `None` while it is left out.
    chosen: Vec<Option<usize>>,
    /// Labels that have been moved to their first position to make space for another.
    is_locked: Vec<bool>,
}

impl<'a> Selection<'a> {
    pub(super) fn new(
        labels: &'a [LabelCandidates],
        fixed: &[TextBox],
        obstacles: &LabelObstacles<'_>,
    ) -> Self {
        let boxes = PlacedBoxes::new(labels.len(), fixed, obstacles);
        let count = labels.len();
        Self { labels, boxes, chosen: vec![None; count], is_locked: vec![false; count] }
    }

    /// The candidate at which each label is kept, given the preferred ones; `None` for labels that are
    /// left out.
    pub(super) fn keep(mut self, preferred: &[usize]) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by(|a, b| self.labels[*b].importance.total_cmp(&self.labels[*a].importance));
        for index in &order {
            let candidate = self.free_candidate(*index, preferred[*index]);
            self.set(*index, candidate);
        }
        for index in order {
            if self.chosen[index].is_none() {
                self.push_others(index);
            }
        }
        self.chosen
    }

    fn set(&mut self, index: usize, candidate: Option<usize>) {
        let candidates = &self.labels[index].candidates;
        let text_box = candidate.and_then(|candidate| candidates.get(candidate));
        self.boxes.set(index, text_box.map(|c| c.space));
        self.chosen[index] = candidate;
    }

    /// The preferred candidate if it is free, else the cheapest free one.
    fn free_candidate(&mut self, index: usize, preferred: usize) -> Option<usize> {
        let label = &self.labels[index];
        let mut is_free = |candidate: &usize| {
            label.candidates.get(*candidate).is_some_and(|candidate| {
                candidate.is_allowed && self.boxes.overlapped(&candidate.space).is_empty()
            })
        };
        if is_free(&preferred) {
            return Some(preferred);
        }
        let mut free: Vec<usize> = (0..label.candidates.len()).filter(is_free).collect();
        free.sort_by(|a, b| label.candidates[*a].cost.total_cmp(&label.candidates[*b].cost));
        free.first().copied()
    }

    /// Puts a label at its first position and pushes those in the way to theirs, and so on. If all first
    /// positions are free together, as on a page that was laid out for that, every label is kept. If it
    /// doesn't work out, nothing changes.
    fn push_others(&mut self, index: usize) {
        let before = (self.chosen.clone(), self.is_locked.clone());
        let mut waiting = vec![index];
        while let Some(next) = waiting.pop() {
            let Some(first) = self.labels[next].candidates.first().filter(|c| c.is_allowed) else {
                return self.restore(before);
            };
            let (text_box, in_the_way) = (first.space, self.boxes.overlapped(&first.space));
            let can_move = |other: &usize| *other < self.labels.len() && !self.is_locked[*other];
            if !in_the_way.iter().all(can_move) {
                return self.restore(before);
            }
            for other in in_the_way {
                self.set(other, None);
                waiting.push(other);
            }
            self.is_locked[next] = true;
            self.boxes.set(next, Some(text_box));
            self.chosen[next] = Some(0);
        }
    }

    fn restore(&mut self, (chosen, is_locked): (Vec<Option<usize>>, Vec<bool>)) {
        for (index, candidate) in chosen.iter().enumerate() {
            if self.chosen[index] != *candidate {
                self.set(index, *candidate);
            }
        }
        self.is_locked = is_locked;
    }
}
