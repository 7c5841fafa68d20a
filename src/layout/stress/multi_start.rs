//! Several starts, of which the better ones go on.
//!
//! One start ends in a local minimum of stress; a few more that are given up early cost little and
//! find a better one. Source: successive halving (Jamieson, Talwalkar 2016, "Non-stochastic best arm
//! identification"), with few and fixed rounds.

use super::Stress;
use super::initial_positions::pivot_mds;
use crate::layout::coordinates::Coordinates;
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::rng::Rng;

/// How many starts are tried, and for how long.
struct Plan {
    /// For graphs of up to this many nodes.
    most_nodes: usize,
    /// Random starts in three dimensions, besides the one by path lengths, and the rounds in which each
    /// is flattened (see `Stress::flattened_from_random`).
    random_starts: usize,
    flattening_rounds: usize,
    /// How many drawings go on, and for how many rounds each.
    stages: &'static [(usize, usize)],
    /// How often the best one is perturbed (see `Stress::flattened_from`).
    perturbations: usize,
}

const fn plan(
    most_nodes: usize,
    (random_starts, flattening_rounds): (usize, usize),
    stages: &'static [(usize, usize)],
    perturbations: usize,
) -> Plan {
    Plan { most_nodes, random_starts, flattening_rounds, stages, perturbations }
}

const PLANS: [Plan; 6] = [
    plan(30, (12, 20), &[(13, 20), (4, 60)], 4),
    plan(100, (3, 20), &[(4, 5), (1, 30)], 3),
    plan(250, (3, 25), &[(4, 5), (1, 30)], 2),
    plan(600, (1, 15), &[(2, 8), (1, 40)], 0),
    plan(2000, (0, 15), &[(1, 60)], 0),
    plan(usize::MAX, (0, 0), &[(1, 28)], 0),
];
/// Rounds in three dimensions before a drawing is flattened.
const FREE_ROUNDS: usize = 5;
/// A perturbation: how deep it scatters the nodes, in length units, and its rounds of flattening and
/// in the plane.
const PERTURBATION: (f32, usize, usize) = (6.0, 12, 20);
/// Moves below this, in length units, can't be seen.
pub(in crate::layout) const UNSEEN: f32 = 2e-3;

/// Up to `keep` drawings with little stress, the one with the least first.
///
/// `fit_to_pins` is called for each start before any round.
pub(in crate::layout) fn least_stress_drawings(
    stress: &Stress,
    nodes: usize,
    keep: usize,
    seed: u64,
    fit_to_pins: &dyn Fn(&mut Coordinates<2>),
    progress: &mut Progress,
) -> Result<Vec<Coordinates<2>>, Cancelled> {
    let Some(plan) = PLANS.iter().find(|plan| nodes <= plan.most_nodes) else {
        return Ok(Vec::new()); // not reached: the last plan is for any number
    };
    let mut rng = Rng::new(seed);
    let mut candidates = vec![pivot_mds(stress, &mut rng)];
    let extra = keep.saturating_sub(plan.random_starts + 1);
    for _ in 0..plan.random_starts + extra {
        let rounds = [FREE_ROUNDS, plan.flattening_rounds];
        candidates.push(stress.flattened_from_random(rounds, &mut rng, progress)?);
    }
    for drawing in &mut candidates {
        fit_to_pins(drawing);
    }
    for &(going_on, rounds) in plan.stages {
        let going_on = going_on.max(keep).min(candidates.len());
        for (rank, drawing) in candidates[..going_on].iter_mut().enumerate() {
            stress.lower(drawing, rounds, stress.pace(), UNSEEN, rank == 0, progress)?;
            progress.advance(0.2);
        }
        candidates.truncate(going_on);
        sort_by_stress(stress, &mut candidates);
    }
    candidates.truncate(keep);
    for _ in 0..plan.perturbations {
        perturb_best(stress, &mut candidates, fit_to_pins, &mut rng, progress)?;
    }
    Ok(candidates)
}

/// Scatters the best drawing into the third dimension and lowers its stress again; keeps the better of
/// the two.
fn perturb_best(
    stress: &Stress,
    candidates: &mut [Coordinates<2>],
    fit_to_pins: &dyn Fn(&mut Coordinates<2>),
    rng: &mut Rng,
    progress: &mut Progress,
) -> Result<(), Cancelled> {
    let Some(best) = candidates.first_mut() else {
        return Ok(());
    };
    let (depth, flattening_rounds, flat_rounds) = PERTURBATION;
    let mut other = stress.flattened_from(best, depth, flattening_rounds, rng, progress)?;
    fit_to_pins(&mut other);
    stress.lower(&mut other, flat_rounds, stress.pace(), UNSEEN, false, progress)?;
    if stress.by_scale_of(&other).value() < stress.by_scale_of(best).value() {
        *best = other;
    }
    Ok(())
}

fn sort_by_stress(stress: &Stress, candidates: &mut Vec<Coordinates<2>>) {
    if candidates.len() < 2 {
        return;
    }
    let mut measured: Vec<(f64, Coordinates<2>)> = candidates
        .drain(..)
        .map(|drawing| (stress.by_scale_of(&drawing).value(), drawing))
        .collect();
    measured.sort_by(|a, b| a.0.total_cmp(&b.0));
    candidates.extend(measured.into_iter().map(|(_, drawing)| drawing));
}
