//! Neighbours together, clusters apart: bounded forces over a drawing that has its large shape.
//!
//! Source: the t-distributed forces of Zhong et al. 2023 ("Force-directed graph layouts revisited: a
//! new force based on the t-distribution"). A tie pulls in proportion to its length, and again with a
//! force that is strongest at a length of 1; every other node pushes with a force that is strongest
//! at a distance of .58 and falls with the third power. All forces are bounded at short distances, so
//! that neighbours can come close together, and the push hardly reaches past a cluster.
//!
//! Instead of simulating particles that cool, each node in turn moves by its force divided by the
//! weights that pull at it, a step of Newton's method on the part of the energy that ties add, with
//! momentum from round to round. Guarantees that pinned nodes stay and that the result depends on the
//! input alone; it finds a local minimum near the start.

mod attraction;
mod coarsening;
mod forces;
mod multilevel;
mod space_tree;

use super::coordinates::Places;
use super::momentum::Momentum;
use super::progress::{Stop, Watch};
use super::simd;
pub(super) use attraction::Ties;
use forces::Round;
pub(super) use multilevel::start;
use space_tree::Blocks;

/// The mean length of ties at the start, in the unit of the forces.
const MEAN_LENGTH: f32 = 2.0;
/// What part of the round before is done again.
const MOMENTUM: f32 = 0.9;
/// How far beyond what ties alone ask for nodes go, in the first round and in the last.
const BOLDNESS: (f32, f32) = (1.8, 1.2);
/// Nodes are put in a new order every so many rounds.
const ROUNDS_AN_ORDER: usize = 2;

/// Moves all nodes that aren't pinned for so many rounds; then ties are one usual length long on the
/// mean, or as long as the pins have it.
pub(super) fn polish(
    ties: &Ties,
    pinned: &[bool],
    at: &mut Places<2>,
    rounds: usize,
    watch: &mut Watch,
) -> Result<(), Stop> {
    let mean = ties.mean_length(at);
    if mean <= 0.0 {
        return Ok(());
    }
    at.scale(MEAN_LENGTH / mean);
    let mut momentum = Momentum::new(at);
    let mut blocks = Blocks::new(at);
    for round in 0..rounds {
        momentum.carry(at, MOMENTUM, pinned);
        if round % ROUNDS_AN_ORDER == 0 {
            blocks.order(at);
        }
        blocks.gather(at);
        let part = round as f32 / rounds as f32;
        let boldness = BOLDNESS.0 + (BOLDNESS.1 - BOLDNESS.0) * part;
        for leaves in blocks.portions() {
            let (blocks, at) = (&mut blocks, &mut *at);
            simd::run(Round { ties, pinned, at, blocks, leaves, boldness });
            watch.tick()?;
        }
        momentum.learn_or_restart(at, MOMENTUM);
        watch.advance(0.5 / (rounds - round) as f32);
    }
    // Pins are in their places again at the scale of before.
    let mean = if pinned.contains(&true) { MEAN_LENGTH / mean } else { ties.mean_length(at) };
    if mean > 0.0 {
        at.scale(1.0 / mean);
    }
    watch.show_places(at)
}
