//! The boxes of labels as they are placed so far, and the cost of overlapping them.

use super::box_grid::BoxGrid;
use super::candidates::LabelCandidates;
use super::obstacles::LabelObstacles;
use super::text_box::TextBox;

/// The cost of overlapping another label.
const OVERLAP: f32 = 130.0;
/// The cost if only the upright rectangles around the labels overlap.
const NEAR_OVERLAP: f32 = 9.0;

/// The boxes of placed labels.
pub(super) struct PlacedBoxes {
    grid: BoxGrid,
    /// The boxes of the labels by index, followed by the fixed ones.
    boxes: Vec<Option<TextBox>>,
    nearby: Vec<u32>,
}

impl PlacedBoxes {
    /// Boxes for a number of labels that aren't placed yet, among fixed ones.
    pub(super) fn new(labels: usize, fixed: &[TextBox], obstacles: &LabelObstacles<'_>) -> Self {
        let boxes = vec![None; labels + fixed.len()];
        let mut placed = Self { grid: obstacles.grid(), boxes, nearby: Vec::new() };
        for (index, text_box) in fixed.iter().enumerate() {
            placed.set(labels + index, Some(*text_box));
        }
        placed
    }

    /// Sets or removes the box of a label.
    pub(super) fn set(&mut self, index: usize, text_box: Option<TextBox>) {
        if let Some(old) = std::mem::replace(&mut self.boxes[index], text_box) {
            self.grid.remove(index as u32, &old.bounds());
        }
        if let Some(text_box) = text_box {
            self.grid.insert(index as u32, &text_box.bounds());
        }
    }

    /// The labels that a box would overlap.
    pub(super) fn overlapped(&mut self, text_box: &TextBox) -> Vec<usize> {
        self.grid.query(&text_box.bounds(), &mut self.nearby);
        let nearby = self.nearby.iter().map(|index| *index as usize);
        nearby.filter(|i| self.boxes[*i].is_some_and(|other| other.overlaps(text_box))).collect()
    }

    /// The candidate of a label that costs least among the labels placed so far.
    pub(super) fn best(&mut self, label: &LabelCandidates) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for (index, candidate) in label.candidates.iter().enumerate() {
            if best.is_some_and(|(least, _)| candidate.cost >= least) {
                continue;
            }
            let cost = candidate.cost + self.cost(&candidate.space);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, index));
            }
        }
        best.map(|(_, index)| index)
    }

    /// The cost of the labels that a box would overlap.
    fn cost(&mut self, text_box: &TextBox) -> f32 {
        let bounds = text_box.bounds();
        self.grid.query(&bounds, &mut self.nearby);
        let others = self.nearby.iter().filter_map(|index| self.boxes[*index as usize].as_ref());
        let cost = |other: &TextBox| {
            if other.overlaps(text_box) {
                OVERLAP
            } else if other.bounds().intersects(&bounds) {
                NEAR_OVERLAP
            } else {
                0.0
            }
        };
        others.map(cost).sum()
    }
}
