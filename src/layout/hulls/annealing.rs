//! Exchanges who is in two slots, again and again.

use super::lattice::Lattice;
use super::seating::{Pull, Seating};
use super::zones::Zones;
use crate::layout::progress::Interruption;
use crate::layout::rng::Rng;

/// The number of starts, of which the best is kept.
const STARTS: usize = 3;
/// How often everyone is asked to go elsewhere from each.
const ROUNDS: usize = 600;
/// How much worse an exchange may make it all at first.
const FIRST_THRESHOLD: f32 = 3.0;

/// Seats everyone, given the zones and pulls of all: the best of several starts. `show` is called after some rounds.
pub(super) fn seat<'a>(
    lattice: &'a Lattice,
    zones: &'a Zones,
    pulls: &'a [Vec<Pull>],
    seed: u64,
    mut show: impl FnMut(&Seating<'_>) -> Result<(), Interruption>,
) -> Result<Seating<'a>, Interruption> {
    let mut rng = Rng::new(seed);
    let mut best = from_anywhere(lattice, zones, pulls, &mut rng, &mut show)?;
    for _ in 1..STARTS {
        let next = from_anywhere(lattice, zones, pulls, &mut rng, |_| show(&best))?;
        if next.cost() < best.cost() {
            best = next;
        }
    }
    Ok(best)
}

/// Seats everyone from a random start.
///
/// Source: threshold accepting (G. Dueck and T. Scheuer 1990): an exchange is made where it makes things worse by less
/// than a threshold, which falls to nothing. Needs no powers of e, which differ between machines.
fn from_anywhere<'a>(
    lattice: &'a Lattice,
    zones: &'a Zones,
    pulls: &'a [Vec<Pull>],
    rng: &mut Rng,
    mut show: impl FnMut(&Seating<'_>) -> Result<(), Interruption>,
) -> Result<Seating<'a>, Interruption> {
    let count = pulls.len();
    let mut slots: Vec<usize> = (0..lattice.slots.len()).collect();
    for index in (1..slots.len()).rev() {
        slots.swap(index, rng.below(index + 1));
    }
    slots.truncate(count);
    let mut seating = Seating::new(lattice, zones, pulls, slots);
    let members = members(zones, count);
    for round in 0..ROUNDS {
        let rest = 1.0 - round as f32 / ROUNDS as f32;
        let threshold = FIRST_THRESHOLD * rest * rest;
        for _ in 0..count {
            let who = rng.below(count);
            let from = seating.slot_of[who];
            let to = wish(&seating, lattice, (zones, &members, pulls), who, rng);
            if from != to && seating.change([from, to]) < threshold {
                seating.exchange([from, to]);
            }
        }
        if round % 16 == 0 {
            seating.find_middles();
            show(&seating)?;
        }
    }
    seating.find_middles();
    Ok(seating)
}

/// A slot that someone would like: beside a fellow member, beside one that it has a tie to, beside its own, or any.
fn wish(
    seating: &Seating<'_>,
    lattice: &Lattice,
    (zones, members, pulls): (&Zones, &[Vec<usize>], &[Vec<Pull>]),
    who: usize,
    rng: &mut Rng,
) -> usize {
    let beside = |who: usize, rng: &mut Rng| {
        let around = &lattice.neighbours[seating.slot_of[who]];
        match around.len() {
            0 => seating.slot_of[who],
            count => around[rng.below(count)].0,
        }
    };
    match rng.below(8) {
        0..3 if !zones.hulls_of(who).is_empty() => {
            let hulls = zones.hulls_of(who);
            let fellows = &members[hulls[rng.below(hulls.len())]];
            beside(fellows[rng.below(fellows.len())], rng)
        }
        3 if !pulls[who].is_empty() => beside(pulls[who][rng.below(pulls[who].len())].other, rng),
        0..5 => rng.below(lattice.slots.len()),
        _ => beside(who, rng),
    }
}

/// Who is in each hull.
fn members(zones: &Zones, count: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); zones.hull_count()];
    for who in 0..count {
        for &hull in zones.hulls_of(who) {
            members[hull].push(who);
        }
    }
    members
}
