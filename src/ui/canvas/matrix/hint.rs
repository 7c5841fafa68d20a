//! What to do next while ties are drawn: a quiet line at the lower edge.

use egui::{Rect, Ui};

use super::pointer::{ends_at, targets_at};
use super::viewport::Spot;
use crate::model::End;
use crate::scene::Matrix;
use crate::ui::canvas::input::tie_hint;
use crate::ui::state::{State, Tool};

/// Shows the hint where the tool for ties is in use: what a click under the pointer draws, or where to click.
pub fn show(ui: &Ui, canvas: Rect, state: &State, (matrix, pointed): (&Matrix, Option<Spot>)) {
    if state.tool != Tool::Tie {
        return;
    }
    let empty = pointed.filter(|spot| targets_at(matrix, *spot).is_empty());
    let name = |id| state.map().end_name(End::Nation(id));
    let words = match empty.and_then(|spot| ends_at(matrix, spot)) {
        Some((from, to)) => format!("Click to draw a tie: {} › {}", name(from), name(to)),
        None => "Click the empty cell of two nations to draw a tie; Escape leaves".to_owned(),
    };
    tie_hint::say(ui, canvas, &words);
}
