//! Labels with the candidate positions from which one is chosen.

use super::obstacles::{LabelObstacles, Scratch};
use super::text_box::TextBox;
use crate::scene::Label;

/// A label with its candidate positions.
pub(super) struct LabelCandidates {
    pub(super) label: Label,
    pub(super) candidates: Vec<Candidate>,
    /// More important labels are kept first; equally important ones in the order of the map.
    pub(super) importance: f32,
}

/// A position at which a label may stand.
pub(super) struct Candidate {
    pub(super) text_box: TextBox,
    /// The space that no other label may enter: the text box, or more.
    pub(super) space: TextBox,
    /// The cost of this position, without regard to other labels.
    pub(super) cost: f32,
    /// Whether it is off all nations' marks and within the frame.
    pub(super) is_allowed: bool,
    /// Its number among all candidate positions of such labels.
    pub(super) number: u16,
}

/// The labels that have found a position, in their order, and how many have not.
pub(in crate::scene) struct PlacedLabels {
    pub(in crate::scene) labels: Vec<Label>,
    pub(in crate::scene) left_out: usize,
    /// The ties whose texts stand in the legend, in the order of their keys.
    pub(in crate::scene) keyed: Vec<KeyedTie>,
}

/// A tie whose text has no room beside it: a key stands there, and the text in the legend. Other ties of which the
/// same is said have the same key, and are not among these.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct KeyedTie {
    /// The index of the tie in the map.
    pub(in crate::scene) tie: usize,
    pub(in crate::scene) key: String,
}

impl PlacedLabels {
    /// The labels that have found a position, and the number of the others.
    pub(super) fn of(placed: Vec<Option<Label>>) -> Self {
        let left_out = placed.iter().filter(|label| label.is_none()).count();
        Self { labels: placed.into_iter().flatten().collect(), left_out, keyed: Vec::new() }
    }
}

impl LabelCandidates {
    /// The label at the candidate position of that index.
    pub(super) fn at(self, index: usize) -> Option<Label> {
        let Candidate { text_box, number, .. } = self.candidates.get(index)?;
        Some(Label {
            center: text_box.center,
            angle_radians: text_box.angle_radians,
            bounds: text_box.bounds(),
            candidate: *number,
            ..self.label
        })
    }
}

impl Candidate {
    /// A candidate among obstacles. `own_cost` is the cost of its number; `own_nation` and `own_tie` are
    /// what the label names.
    pub(super) fn new(
        (number, text_box): (u16, TextBox),
        own_cost: f32,
        (own_nation, own_tie): (Option<usize>, Option<usize>),
        obstacles: &LabelObstacles<'_>,
        scratch: &mut Scratch,
    ) -> Self {
        let cost = own_cost + obstacles.cost(&text_box, own_nation, own_tie, scratch);
        let is_allowed = obstacles.allows(&text_box, own_nation, scratch);
        Self { is_allowed, text_box, space: text_box, cost, number }
    }
}
