//! Who takes which slot, and how good that is.

use super::lattice::Lattice;
use super::zones::Zones;
use crate::layout::convex::dot;
use crate::layout::geometry::{Xy, add, distance, sub};

/// How much the spread of a hull's members counts against the length of its border.
const SPREAD: f32 = 0.6;
/// How much the length of a tie counts against the length of a border.
const TIE: f32 = 0.12;
/// How much of a border counts that runs along the edge of the drawing, where nobody else can be.
const RIM: f32 = 0.4;

/// A friendly or hostile tie to another, with its weight.
#[derive(Clone, Copy)]
pub(super) struct Pull {
    pub(super) other: usize,
    pub(super) weight: f32,
}

/// Members of hulls, others, and the names of hulls, each in a slot of its own.
///
/// What is to be small is the sum of the borders of all hulls, of the spread of their members around their middles,
/// and of the lengths of ties. Borders make hulls round and put who is in two where they meet; spread brings islands
/// together, which borders alone don't feel.
pub(super) struct Seating<'a> {
    lattice: &'a Lattice,
    zones: &'a Zones,
    pulls: &'a [Vec<Pull>],
    /// The slot of each.
    pub(super) slot_of: Vec<usize>,
    /// Who is in each slot.
    pub(super) taken_by: Vec<Option<usize>>,
    middles: Vec<Middle>,
}

/// The sums of the places of a hull's members, and of their squares.
#[derive(Clone, Copy, Default)]
struct Middle {
    count: f32,
    sum: Xy,
    squares: f32,
}

impl Middle {
    fn moved(self, from: Xy, to: Xy) -> Self {
        let sum = add(self.sum, sub(to, from));
        Self { sum, squares: self.squares + dot(to, to) - dot(from, from), ..self }
    }

    /// The mean square of the distances from the middle.
    fn spread(&self) -> f32 {
        (self.squares - dot(self.sum, self.sum) / self.count) / self.count
    }
}

impl<'a> Seating<'a> {
    /// Everyone in some slot; there are enough.
    pub(super) fn new(
        lattice: &'a Lattice,
        zones: &'a Zones,
        pulls: &'a [Vec<Pull>],
        slot_of: Vec<usize>,
    ) -> Self {
        let mut taken_by = vec![None; lattice.slots.len()];
        for (who, &slot) in slot_of.iter().enumerate() {
            taken_by[slot] = Some(who);
        }
        let middles = vec![Middle::default(); zones.hull_count()];
        let mut seating = Self { lattice, zones, pulls, slot_of, taken_by, middles };
        seating.find_middles();
        seating
    }

    /// The place of someone, in slots.
    pub(super) fn place(&self, who: usize) -> Xy {
        self.lattice.slots[self.slot_of[who]]
    }

    /// Sums up anew, so that no rest of rounding remains.
    pub(super) fn find_middles(&mut self) {
        self.middles.fill(Middle::default());
        for who in 0..self.slot_of.len() {
            let at = self.place(who);
            for &hull in self.zones.hulls_of(who) {
                let middle = &mut self.middles[hull];
                middle.count += 1.0;
                middle.sum = add(middle.sum, at);
                middle.squares += dot(at, at);
            }
        }
    }

    /// How bad it all is.
    pub(super) fn cost(&self) -> f32 {
        let borders = (0..self.taken_by.len()).map(|slot| {
            let rim = RIM * self.lattice.rims[slot];
            let zone = self.zone_in(slot);
            let around = self.lattice.neighbours[slot].iter().map(|&(neighbour, border)| {
                // Both sides count it.
                0.5 * border * self.zones.apart(zone, self.zone_in(neighbour))
            });
            rim * self.zones.apart(zone, Zones::NOBODY) + around.sum::<f32>()
        });
        let spread = self.middles.iter().filter(|middle| middle.count > 0.0).map(Middle::spread);
        let ties = self.pulls.iter().enumerate().flat_map(|(who, pulls)| {
            let length = move |pull: &Pull| distance(self.place(who), self.place(pull.other));
            pulls.iter().map(move |pull| 0.5 * pull.weight * length(pull))
        });
        borders.sum::<f32>() + SPREAD * spread.sum::<f32>() + TIE * ties.sum::<f32>()
    }

    /// By how much it all gets worse where two slots exchange who is in them.
    pub(super) fn change(&self, [from, to]: [usize; 2]) -> f32 {
        let (own, other) = (self.taken_by[from], self.taken_by[to]);
        let (own_zone, other_zone) = (self.zone_in(from), self.zone_in(to));
        let mut change = 0.0;
        if own_zone != other_zone {
            let border = |slot, zone, without| self.border(slot, zone, without);
            change += border(to, own_zone, from) - border(from, own_zone, to);
            change += border(from, other_zone, to) - border(to, other_zone, from);
        }
        for (who, other, [from, to]) in [(own, other, [from, to]), (other, own, [to, from])] {
            let Some(who) = who else { continue };
            let [from, to] = [from, to].map(|slot| self.lattice.slots[slot]);
            if own_zone != other_zone {
                change += SPREAD * self.spread_change(who, other, [from, to]);
            }
            for pull in self.pulls[who].iter().filter(|pull| Some(pull.other) != other) {
                let end = self.place(pull.other);
                change += TIE * pull.weight * (distance(to, end) - distance(from, end));
            }
        }
        change
    }

    /// Lets two slots exchange who is in them.
    pub(super) fn exchange(&mut self, [from, to]: [usize; 2]) {
        for [from, to] in [[from, to], [to, from]] {
            let Some(who) = self.taken_by[from] else { continue };
            let [start, end] = [from, to].map(|slot| self.lattice.slots[slot]);
            for &hull in self.zones.hulls_of(who) {
                self.middles[hull] = self.middles[hull].moved(start, end);
            }
            self.slot_of[who] = to;
        }
        self.taken_by.swap(from, to);
    }

    pub(super) fn zone_in(&self, slot: usize) -> usize {
        self.taken_by[slot].map_or(Zones::NOBODY, |who| self.zones.zone_of(who))
    }

    /// The length of all borders around a slot if someone of that zone is in it, but for that to one neighbour.
    fn border(&self, slot: usize, zone: usize, without: usize) -> f32 {
        let mut length = RIM * self.lattice.rims[slot] * self.zones.apart(zone, Zones::NOBODY);
        for &(neighbour, border) in &self.lattice.neighbours[slot] {
            if neighbour != without {
                length += border * self.zones.apart(zone, self.zone_in(neighbour));
            }
        }
        length
    }

    /// By how much the hulls spread more that someone is in and the other one isn't.
    fn spread_change(&self, who: usize, other: Option<usize>, [from, to]: [Xy; 2]) -> f32 {
        let of_other = other.map_or(&[][..], |other| self.zones.hulls_of(other));
        let own = self.zones.hulls_of(who).iter().filter(|hull| !of_other.contains(hull));
        own.map(|&hull| {
            let middle = self.middles[hull];
            middle.moved(from, to).spread() - middle.spread()
        })
        .sum()
    }
}
