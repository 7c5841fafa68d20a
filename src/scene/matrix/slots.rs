//! How the ties of two nations share a cell: the most telling one is large, the others are small beside it.

use super::cell_part::{CellPart, Half};
use crate::model::{Point, Rect};

/// The most parts beside the large one that a cell shows; of more the last place says that there are some.
const MOST_SMALL: u8 = 9;
/// The same where the small ones are larger.
const FEW_SMALL: u8 = 3;

/// The most slots of a cell.
pub(super) const MOST_SLOTS: u8 = 1 + MOST_SMALL;

/// What a cell with more parts than that is divided into: the last of its slots says that there are more.
pub(super) const OVERFULL: u8 = MOST_SLOTS + 1;

/// Gives each part of a cell, the most telling first, a slot and returns how many the cell is divided into. A
/// tie there and one back of the same kind and standing share one, a half each.
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
        _ if taken <= 1 + FEW_SMALL => 1 + FEW_SMALL,
        _ if taken <= MOST_SLOTS => MOST_SLOTS,
        _ => OVERFULL,
    }
}

/// The part of a cell from 0 to 1 that a slot takes. The large one lies at the upper left, the small ones follow
/// from the lower right corner to both sides along the right and the lower edge. In the mirror image rows
/// and columns are exchanged.
pub(super) fn slot_rect(slot: u8, slots: u8, is_mirrored: bool) -> Rect {
    let side = match slots {
        0 | 1 => return Rect::new(Point::default(), Point::new(1.0, 1.0)),
        _ if slots <= 1 + FEW_SMALL => 0.28,
        _ => 0.2,
    };
    let large = 1.0 - side;
    let Some(small) = slot.min(MOST_SLOTS - 1).checked_sub(1) else {
        return Rect::new(Point::default(), Point::new(large, large));
    };
    let away = (large - side * f32::from(small.div_ceil(2))).max(0.0);
    let is_right = (small % 2 == 1) != is_mirrored;
    let corner = if is_right { Point::new(large, away) } else { Point::new(away, large) };
    Rect::new(corner, corner + Point::new(side, side))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_slot_overlaps_another_and_the_first_takes_most_of_the_cell() {
        for (slots, is_mirrored) in [(4, false), (4, true), (MOST_SLOTS, false), (MOST_SLOTS, true)]
        {
            let all: Vec<Rect> =
                (0..slots).map(|slot| slot_rect(slot, slots, is_mirrored)).collect();
            let cell = Rect::new(Point::default(), Point::new(1.001, 1.001));
            for (index, rect) in all.iter().enumerate() {
                assert!(cell.holds(rect), "{rect:?}");
                let own = rect.expanded(-0.001);
                assert!(all[..index].iter().all(|other| !other.intersects(&own)), "{rect:?}");
            }
            assert!(all[0].width() > 0.7);
        }
        let mirrored = slot_rect(2, 4, true);
        let plain = slot_rect(2, 4, false);
        assert_eq!((plain.min.x, plain.min.y), (mirrored.min.y, mirrored.min.x));
    }
}
