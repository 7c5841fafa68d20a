//! Which labels are kept where not all have space.
//!
//! The most important first, each label keeps its preferred position if that is free, else takes the
//! cheapest free one. Labels that find none may push others to their first positions, or are left out. At last those that
//! are kept exchange places: one takes a better position where those in its way find other free ones and all
//! together stand better.

use super::candidates::LabelCandidates;
use super::obstacles::LabelObstacles;
use super::placed_boxes::PlacedBoxes;
use super::text_box::TextBox;

/// How often labels are asked in turn for a better place.
const MAX_ROUNDS: usize = 8;
/// The most labels that give way to one.
const MOST_IN_THE_WAY: usize = 3;

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
        for index in &order {
            if self.chosen[*index].is_none() {
                self.push_others(*index);
            }
        }
        for _ in 0..MAX_ROUNDS {
            let moved = order.iter().filter(|index| self.finds_better(**index)).count();
            if moved == 0 {
                break;
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
        if self.is_free(index, preferred) {
            return Some(preferred);
        }
        self.cheapest_free(index)
    }

    fn cheapest_free(&mut self, index: usize) -> Option<usize> {
        self.cheapest_first(index).into_iter().find(|candidate| self.is_free(index, *candidate))
    }

    fn is_free(&mut self, index: usize, candidate: usize) -> bool {
        self.labels[index].candidates.get(candidate).is_some_and(|candidate| {
            candidate.is_allowed && self.boxes.overlapped(&candidate.space).is_empty()
        })
    }

    /// The candidates of a label, the cheapest first.
    fn cheapest_first(&self, index: usize) -> Vec<usize> {
        let candidates = &self.labels[index].candidates;
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by(|a, b| candidates[*a].cost.total_cmp(&candidates[*b].cost));
        order
    }

    /// The cost at which a label is kept.
    fn cost(&self, index: usize) -> f32 {
        let candidates = &self.labels[index].candidates;
        let kept = self.chosen[index].and_then(|candidate| candidates.get(candidate));
        kept.map_or(0.0, |candidate| candidate.cost)
    }

    /// Moves a label that is kept to a cheaper position, if others can give way to it at less cost than that saves.
    /// Whether it did.
    fn finds_better(&mut self, index: usize) -> bool {
        let (labels, cost) = (self.labels, self.cost(index));
        let is_cheaper = |candidate: &usize| labels[index].candidates[*candidate].cost < cost;
        let cheaper = self.cheapest_first(index).into_iter().take_while(is_cheaper);
        self.chosen[index].is_some() && cheaper.into_iter().any(|better| self.takes(index, better))
    }

    /// Puts a label at a candidate and those in the way at their cheapest free ones, if all together then cost less; else
    /// nothing changes.
    fn takes(&mut self, index: usize, candidate: usize) -> bool {
        let Some(better) = self.labels[index].candidates.get(candidate).filter(|c| c.is_allowed)
        else {
            return false;
        };
        let mut moved = self.boxes.overlapped(&better.space);
        moved.retain(|other| *other != index);
        if moved.len() > MOST_IN_THE_WAY || moved.iter().any(|other| *other >= self.labels.len()) {
            return false;
        }
        moved.sort_unstable();
        moved.insert(0, index);
        let total = |all: &Self| moved.iter().map(|label| all.cost(*label)).sum::<f32>();
        let stood = |label: &usize| (*label, self.chosen[*label]);
        let before: Vec<(usize, Option<usize>)> = moved.iter().map(stood).collect();
        let cost = total(self);
        moved.iter().for_each(|label| self.set(*label, None));
        self.set(index, Some(candidate));
        for other in &moved[1..] {
            let free = self.cheapest_free(*other);
            self.set(*other, free);
        }
        let all_stand = moved.iter().all(|label| self.chosen[*label].is_some());
        let is_better = all_stand && total(self) < cost;
        if !is_better {
            moved.iter().for_each(|label| self.set(*label, None));
            before.into_iter().for_each(|(label, candidate)| self.set(label, candidate));
        }
        is_better
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NationId, Point, Rect};
    use crate::scene::labels::candidates::Candidate;
    use crate::scene::{Label, LabelOwner, Palette, Theme, Weight};

    /// A label with candidates at some x, each with its cost.
    fn label(importance: f32, candidates: &[(f32, f32)]) -> LabelCandidates {
        let extent = Point::new(10.0, 10.0);
        let label = Label {
            owner: LabelOwner::Nation(NationId(1)),
            extent,
            lines: Vec::new(),
            center: Point::default(),
            size: 10.0,
            weight: Weight::Regular,
            angle_radians: 0.0,
            color: Palette::of(Theme::Light).ink,
            halo: Palette::of(Theme::Light).canvas,
            bounds: Rect::NOTHING,
            candidate: 0,
        };
        let candidate = |(number, (x, cost)): (u16, &(f32, f32))| {
            let text_box = TextBox::new(Point::new(*x, 0.0), extent, 0.0);
            Candidate { text_box, space: text_box, cost: *cost, is_allowed: true, number }
        };
        let candidates = (0..).zip(candidates).map(candidate).collect();
        LabelCandidates { label, candidates, importance }
    }

    fn kept(labels: &[LabelCandidates], fixed: &[TextBox]) -> Vec<Option<usize>> {
        let obstacles = LabelObstacles::empty();
        Selection::new(labels, fixed, &obstacles).keep(&vec![0; labels.len()])
    }

    #[test]
    fn a_label_that_stands_badly_takes_the_place_of_one_that_stands_nearly_as_well_elsewhere() {
        let bad = || label(1.0, &[(0.0, 0.0), (100.0, 900.0)]);
        let kept_first = |other: f32| label(2.0, &[(5.0, 0.0), (50.0, other)]);
        assert_eq!(kept(&[bad(), kept_first(20.0)], &[]), [Some(0), Some(1)]);
        assert_eq!(kept(&[bad(), kept_first(950.0)], &[]), [Some(1), Some(0)], "worse together");
        let in_the_way = TextBox::new(Point::new(50.0, 0.0), Point::new(10.0, 10.0), 0.0);
        let taken = kept(&[bad(), kept_first(20.0)], &[in_the_way]);
        assert_eq!(taken, [Some(1), Some(0)], "none is left out for another");
    }
}
