//! Several starts, of which the better go on.
//!
//! One drawing from one start ends in a local minimum of stress; a few more starts that are given up
//! early cost little and find a better one. Source: successive halving (Jamieson, Talwalkar 2016,
//! "Non-stochastic best arm identification"), with few and fixed rounds.

use super::coordinates::Places;
use super::progress::{Stop, Watch};
use super::rng::Rng;
use super::stress::{Stress, by_paths};

/// How a drawing is looked for.
struct Plan {
    /// For networks of up to so many nodes.
    nodes: usize,
    /// Starts from three dimensions, besides the one by paths: how many, and the rounds of each (see
    /// `Stress::untangled`).
    untangled: usize,
    pressed: usize,
    /// How many drawings go on, and for how many rounds each.
    stages: &'static [(usize, usize)],
    /// How often the best one is shaken (see `Stress::shaken`).
    shakes: usize,
}

const PLANS: [Plan; 6] = [
    Plan { nodes: 30, untangled: 12, pressed: 20, stages: &[(13, 20), (4, 60)], shakes: 4 },
    Plan { nodes: 100, untangled: 3, pressed: 20, stages: &[(4, 5), (1, 30)], shakes: 3 },
    Plan { nodes: 250, untangled: 3, pressed: 25, stages: &[(4, 5), (1, 30)], shakes: 2 },
    Plan { nodes: 600, untangled: 1, pressed: 15, stages: &[(2, 8), (1, 40)], shakes: 0 },
    Plan { nodes: 2000, untangled: 0, pressed: 15, stages: &[(1, 60)], shakes: 0 },
    Plan { nodes: usize::MAX, untangled: 0, pressed: 0, stages: &[(1, 28)], shakes: 0 },
];
/// Rounds in three dimensions before a drawing is pressed.
const FREE: usize = 5;
/// A shake: how deep it scatters the nodes in usual lengths, and its rounds pressed and flat.
const SHAKE: (f32, usize, usize) = (6.0, 12, 20);
/// Moves below this, in usual lengths, can't be seen.
pub(super) const UNSEEN: f32 = 2e-3;

/// Up to `keep` drawings with little stress, that with the least first.
///
/// `heed` is called for each start before any round: it puts pinned nodes where they are.
pub(super) fn drawings(
    stress: &Stress,
    nodes: usize,
    keep: usize,
    seed: u64,
    heed: &dyn Fn(&mut Places<2>),
    watch: &mut Watch,
) -> Result<Vec<Places<2>>, Stop> {
    let Some(plan) = PLANS.iter().find(|plan| nodes <= plan.nodes) else {
        return Ok(Vec::new()); // not reached: the last plan is for any number
    };
    let mut rng = Rng::new(seed);
    let mut field = vec![by_paths(stress, &mut rng)];
    let extra = keep.saturating_sub(plan.untangled + 1);
    for _ in 0..plan.untangled + extra {
        field.push(stress.untangled(FREE, plan.pressed, &mut rng, watch)?);
    }
    for drawing in &mut field {
        heed(drawing);
    }
    for &(going_on, rounds) in plan.stages {
        let going_on = going_on.max(keep).min(field.len());
        for (place, drawing) in field[..going_on].iter_mut().enumerate() {
            stress.lower(drawing, rounds, stress.pace(), UNSEEN, place == 0, watch)?;
            watch.advance(0.2);
        }
        field.truncate(going_on);
        by_stress(stress, &mut field);
    }
    field.truncate(keep);
    for _ in 0..plan.shakes {
        shake(stress, &mut field, heed, &mut rng, watch)?;
    }
    Ok(field)
}

/// Scatters the best drawing into the third dimension and lets it settle again; the better of the two
/// is the best one then.
fn shake(
    stress: &Stress,
    field: &mut [Places<2>],
    heed: &dyn Fn(&mut Places<2>),
    rng: &mut Rng,
    watch: &mut Watch,
) -> Result<(), Stop> {
    let Some(best) = field.first_mut() else {
        return Ok(());
    };
    let (depth, pressed, flat) = SHAKE;
    let mut shaken = stress.shaken(best, depth, pressed, rng, watch)?;
    heed(&mut shaken);
    stress.lower(&mut shaken, flat, stress.pace(), UNSEEN, false, watch)?;
    if stress.sums_of(&shaken).value() < stress.sums_of(best).value() {
        *best = shaken;
    }
    Ok(())
}

fn by_stress(stress: &Stress, field: &mut Vec<Places<2>>) {
    if field.len() < 2 {
        return;
    }
    let mut measured: Vec<(f64, Places<2>)> =
        field.drain(..).map(|drawing| (stress.sums_of(&drawing).value(), drawing)).collect();
    measured.sort_by(|a, b| a.0.total_cmp(&b.0));
    field.extend(measured.into_iter().map(|(_, drawing)| drawing));
}
