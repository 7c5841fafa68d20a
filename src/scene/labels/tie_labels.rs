//! Places the texts along ties: turned with the line, read from left to right, and above the line if that
//! is free.

use std::borrow::Cow;

use super::candidates::{Candidate, LabelCandidates, PlacedLabels};
use super::local_search::place_labels;
use super::obstacles::{LabelObstacles, Scratch};
use super::placement::Placement;
use super::text_box::TextBox;
use super::tie_candidates::{CANDIDATES, label_box, number_cost, word_cost};
use super::tie_label_text::{SIZE, tie_label};
use crate::model::Map;
use crate::scene::{Label, Options, TieMark};

/// The maximum length of a text as a multiple of its tie's length. A longer one wouldn't be seen to
/// belong to the tie.
const MAX_OVERHANG: f32 = 1.5;

/// Places the texts along ties, in the order of the map, around names that are placed already.
pub(in crate::scene) fn place_tie_labels(
    map: &Map,
    ties: &[TieMark],
    names: &[Label],
    obstacles: &LabelObstacles<'_>,
    options: &Options,
    placement: &Placement,
) -> PlacedLabels {
    let marks = map.ties().iter().zip(ties).enumerate();
    let labels = marks.filter_map(|(index, ((id, tie), mark))| {
        Some((index, mark, tie_label(map, id, tie, mark, options)?))
    });
    if !matches!(placement, Placement::Search) {
        let at = |(_, mark, label): (usize, &TieMark, Label)| {
            let mut label = Label { candidate: placement.fixed(label.owner)?, ..label };
            follow_tie(&mut label, mark);
            Some(label)
        };
        return PlacedLabels { labels: labels.filter_map(at).collect(), left_out: 0 };
    }
    let mut scratch = Scratch::default();
    let with_candidates = |(index, mark, label): (usize, &TieMark, Label)| {
        with_candidates(index, mark, label, obstacles, options, &mut scratch)
    };
    let fixed: Vec<TextBox> = names.iter().map(TextBox::of).collect();
    place_labels(labels.map(with_candidates).collect(), &fixed, obstacles)
}

/// Moves the text along a tie to where its position is after the tie has moved.
pub(in crate::scene) fn follow_tie(label: &mut Label, mark: &TieMark) {
    let label_box = label_box(mark, &mark.curve.flatten(0.5), label, label.candidate);
    label.center = label_box.center;
    label.angle_radians = label_box.angle_radians;
    label.bounds = label_box.bounds();
}

fn with_candidates(
    tie: usize,
    mark: &TieMark,
    label: Label,
    obstacles: &LabelObstacles<'_>,
    options: &Options,
    scratch: &mut Scratch,
) -> LabelCandidates {
    let length = mark.curve.length();
    let is_number = label.size < SIZE * options.text_unit;
    let fits = is_number || label.extent.x <= MAX_OVERHANG * length;
    let line = match obstacles.line(tie) {
        [] => Cow::Owned(mark.curve.flatten(0.5 * options.unit)),
        line => Cow::Borrowed(line),
    };
    let candidate = |number: u16| {
        let label_box = label_box(mark, &line, &label, number);
        let own_cost = if is_number {
            number_cost(number)
        } else {
            word_cost(number, length, &label_box, &label, &mark.curve)
        };
        let own_tie = (None, Some(tie));
        let mut candidate =
            Candidate::new((number, label_box), own_cost, own_tie, obstacles, scratch);
        candidate.is_allowed &= fits;
        candidate
    };
    let candidates = (0..CANDIDATES).map(candidate).collect();
    LabelCandidates { candidates, importance: importance(mark, is_number), label }
}

/// Which text is kept where not all can be: words before mere numbers, strong ties before weak ones.
fn importance(mark: &TieMark, is_number: bool) -> f32 {
    mark.width * mark.strength - if is_number { 1e3 } else { 0.0 }
}
