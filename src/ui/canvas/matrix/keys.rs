//! The keyboard on the table: arrows move a cursor from cell to cell, Enter chooses what is there or draws a
//! tie where nothing is.

use egui::{FocusDirection, Key, Modifiers, Response, Ui};

use super::pointer::{choose, draw_tie, targets_at};
use super::viewport::{Spot, TableViewport};
use crate::edit::Target;
use crate::model::End;
use crate::scene::Matrix;
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// How many cells an arrow goes with Shift.
const SHIFTED: i32 = 10;

/// Moves the cursor and carries out Enter, if the keys are meant for the table. Returns the cursor, and whether
/// it was moved.
pub fn handle(
    ui: &Ui,
    response: &Response,
    (state, matrix, seen): (&State, &Matrix, &TableViewport),
    cursor: Option<(usize, usize)>,
    out: &mut Vec<Intent>,
) -> (Option<(usize, usize)>, bool) {
    let has_other_focus = ui.memory(|memory| memory.focused().is_some_and(|id| id != response.id));
    if has_other_focus || state.dialog.is_some() || matrix.is_empty() {
        return (cursor, false);
    }
    let (across, down) = ui.input_mut(|input| {
        let mut presses = |key| {
            let far = input.count_and_consume_key(Modifiers::SHIFT, key) as i32 * SHIFTED;
            far + input.count_and_consume_key(Modifiers::NONE, key) as i32
        };
        let across = presses(Key::ArrowRight) - presses(Key::ArrowLeft);
        (across, presses(Key::ArrowDown) - presses(Key::ArrowUp))
    });
    let is_moved = across != 0 || down != 0;
    let moved = if is_moved {
        // The toolkit would also move the focus to another control in that direction.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        let (row, column) = cursor.unwrap_or_else(|| start(state, matrix, seen));
        let last = matrix.len() as i32 - 1;
        let go = |at: usize, by: i32| (at as i32 + by).clamp(0, last) as usize;
        Some(if cursor.is_some() { (go(row, down), go(column, across)) } else { (row, column) })
    } else {
        cursor
    };
    let is_chosen =
        moved.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if let Some((row, column)) = moved.filter(|_| is_chosen) {
        let spot = Spot::Cell(row, column);
        if targets_at(matrix, spot).is_empty() {
            draw_tie(matrix, spot, out);
        } else {
            choose(matrix, Some(spot), false, out);
        }
    }
    (moved, is_moved)
}

/// Where the cursor begins: at what is selected, or in the first cell in view.
fn start(state: &State, matrix: &Matrix, seen: &TableViewport) -> (usize, usize) {
    let selected = state.only_selected().and_then(|target| place_of(state, matrix, target));
    selected.unwrap_or((seen.rows().start, seen.columns().start))
}

/// The row and the column of a nation or a tie.
pub fn place_of(state: &State, matrix: &Matrix, target: Target) -> Option<(usize, usize)> {
    let place = |id| matrix.place_of(id);
    match target {
        Target::Nation(id) => place(id).map(|place| (place, place)),
        Target::Tie(id) => {
            let mut tie = state.map().ties().get(id)?;
            // A tie that ends at a tie is shown where that one is.
            for _ in 0..=state.map().ties().len() {
                match tie.to {
                    End::Nation(to) => return place(tie.from).zip(place(to)),
                    End::Tie(to) => tie = state.map().ties().get(to)?,
                }
            }
            None
        }
        Target::Note(_) => None,
    }
}
