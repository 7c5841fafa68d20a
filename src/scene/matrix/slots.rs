//! How the ties of two nations share a cell.

use super::cell_part::{CellPart, Half};
use crate::model::{Point, Rect};

/// The most parts that one cell shows; of more the last place says that there are some.
pub(super) const MOST_SLOTS: u8 = 9;

/// What a cell with more parts than that is divided into: nine, of which the last says that there are more.
pub(super) const OVERFULL: u8 = 10;

/// Gives each part of a cell a slot and returns how many the cell is divided into. A tie there and one back of
/// the same kind and standing share one, a half each.
pub(super) fn assign_slots(parts: &mut [CellPart]) -> u8 {
    let mut taken = 0_u8;
    for index in 0..parts.len() {
        let own = parts[index];
        let is_answered = |slot: u8, parts: &[CellPart]| {
            parts[..index].iter().filter(|other| other.slot == slot).count() > 1
        };
        let answers = |other: &&CellPart| {
            own.half != Half::Whole
                && other.half == own.half.mirrored()
                && (other.kind, other.standing) == (own.kind, own.standing)
                && !is_answered(other.slot, parts)
        };
        let answered = parts[..index].iter().find(answers).map(|other| other.slot);
        parts[index].slot = answered.unwrap_or_else(|| {
            let free = taken;
            taken = taken.saturating_add(1);
            free
        });
    }
    match taken {
        0 | 1 => 1,
        2..=4 => 4,
        5..=MOST_SLOTS => MOST_SLOTS,
        _ => OVERFULL,
    }
}

/// The part of a cell from 0 to 1 that a slot takes. Of two parts one lies above and one below the diagonal
/// from the lower left; in the mirror image rows and columns are exchanged.
pub(super) fn slot_rect(slot: u8, slots: u8, is_mirrored: bool) -> Rect {
    let (side, places): (f32, &[[f32; 2]]) = match slots {
        0 | 1 => (1.0, &[[0.0, 0.0]]),
        2..=4 => (0.5, &[[0.0, 0.0], [0.5, 0.5], [0.5, 0.0], [0.0, 0.5]]),
        _ => return slot_of_nine(slot, is_mirrored),
    };
    let [x, y] = places.get(usize::from(slot)).copied().unwrap_or_default();
    square(x, y, side, is_mirrored)
}

fn slot_of_nine(slot: u8, is_mirrored: bool) -> Rect {
    let third = 1.0 / 3.0;
    let (row, column) = (slot.min(MOST_SLOTS - 1) / 3, slot.min(MOST_SLOTS - 1) % 3);
    square(f32::from(column) * third, f32::from(row) * third, third, is_mirrored)
}

fn square(x: f32, y: f32, side: f32, is_mirrored: bool) -> Rect {
    let corner = if is_mirrored { Point::new(y, x) } else { Point::new(x, y) };
    Rect::new(corner, corner + Point::new(side, side))
}
