//! The slots that nodes may take: the cells of a honeycomb that fills the outline of a drawing.

use crate::layout::convex::Convex;
use crate::layout::geometry::{Xy, size};

/// How much a lattice grows until it has enough slots.
const STEP: f32 = 1.02;
/// The most steps: one that has become some 50 times as large has slots for all.
const MOST_STEPS: usize = 200;

/// Slots in rows, every other one shifted by half a slot. Lengths are in slots: a slot has area 1.
pub(super) struct Lattice {
    /// The middle of each slot.
    pub(super) slots: Vec<Xy>,
    /// The slots that each one borders on, with the length of the border.
    pub(super) neighbours: Vec<Vec<(usize, f32)>>,
    /// The length of the border of each slot along which there is no other.
    pub(super) rims: Vec<f32>,
}

impl Lattice {
    /// At least `count` slots of a width and height in an outline around the origin, which is magnified until they
    /// fit.
    pub(super) fn within(outline: &Convex, count: usize, [width, height]: Xy) -> Self {
        let side = (width * height).sqrt();
        let slot = [width / side, height / side];
        let unit = outline.scaled([1.0 / side; 2]);
        let mut scale = (count as f32 / unit.area().max(f32::MIN_POSITIVE)).sqrt();
        let mut places = Vec::new();
        for _ in 0..MOST_STEPS {
            places = rows(&unit.scaled([scale; 2]), slot);
            if places.len() >= count {
                break;
            }
            scale *= STEP;
        }
        Self::of(&places, slot)
    }

    fn of(places: &[(i32, i32)], slot: Xy) -> Self {
        let index_of = |place: (i32, i32)| places.binary_search(&place).ok();
        let half = slot[0] / 2.0;
        let (mut neighbours, mut rims) = (Vec::new(), Vec::new());
        for &(row, column) in places {
            let around = [(0, -2, slot[1]), (0, 2, slot[1])].into_iter().chain(
                [(-1, -1), (-1, 1), (1, -1), (1, 1)].map(|(down, right)| (down, right, half)),
            );
            let (mut own, mut rim) = (Vec::new(), 0.0);
            for (down, right, border) in around {
                match index_of((row + down, column + right)) {
                    Some(neighbour) => own.push((neighbour, border)),
                    None => rim += border,
                }
            }
            neighbours.push(own);
            rims.push(rim);
        }
        let middle = |&(row, column): &(i32, i32)| [column as f32 * half, row as f32 * slot[1]];
        Self { slots: places.iter().map(middle).collect(), neighbours, rims }
    }
}

/// The slots whose middles lie in an outline, by row and by half slots from the middle, in ascending order.
fn rows(outline: &Convex, slot: Xy) -> Vec<(i32, i32)> {
    let [width, height] = outline.bounds().map(size).unwrap_or_default();
    let (columns, rows) = ((width / slot[0]) as i32 + 2, (height / slot[1]) as i32 / 2 + 1);
    let sides = outline.sides();
    let is_within = |row: i32, column: i32| {
        let at = [column as f32 * slot[0] / 2.0, row as f32 * slot[1]];
        sides.iter().all(|side| side.beyond(at) <= 0.0)
    };
    let all = (-rows..=rows).flat_map(|row| (-columns..=columns).map(move |column| (row, column)));
    all.filter(|&(row, column)| (row + column) % 2 == 0 && is_within(row, column)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_fill_the_outline_and_border_on_six_others() {
        let outline = Convex::of_rect([-480.0, -340.0, 480.0, 340.0]);
        let lattice = Lattice::within(&outline, 150, [80.0, 50.0]);
        assert!((150..175).contains(&lattice.slots.len()), "{}", lattice.slots.len());
        let within = lattice.neighbours.iter().filter(|own| own.len() == 6).count();
        assert!(within > 90, "{within}");
        for (slot, own) in lattice.neighbours.iter().enumerate() {
            for (other, border) in own {
                assert!(lattice.neighbours[*other].contains(&(slot, *border)), "both know");
            }
            let around: f32 = own.iter().map(|(_, border)| border).sum();
            let whole = 2.0 * (50.0 + 80.0) / (80.0_f32 * 50.0).sqrt();
            assert!((around + lattice.rims[slot] - whole).abs() < 1e-4);
        }
    }
}
