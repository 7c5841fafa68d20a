//! A start for large networks: the large shape from a small one.
//!
//! Source: multilevel layout (Walshaw 2003, "A multilevel algorithm for force-directed graph-drawing"):
//! the network is made coarser until it is small, the smallest is drawn by its path lengths, and each
//! finer one starts where its groups lie and is polished.

use super::coarsening::Coarse;
use super::{Ties, polish};
use crate::layout::coordinates::Places;
use crate::layout::ideal_lengths::{Network, Pair};
use crate::layout::multi_start;
use crate::layout::progress::{Stop, Watch};
use crate::layout::rng::Rng;
use crate::layout::shortest_paths::Ways;
use crate::layout::stress::{Detail, Stress};

/// Networks of up to so many nodes are drawn by their path lengths.
const SMALLEST: usize = 250;
/// A coarser network has at most this part of the nodes, or coarsening ends.
const LEAST_GAIN: f32 = 0.9;
/// Rounds for each of the coarser networks: a part of those of the finest, and within this range.
const SHARE_OF_ROUNDS: usize = 5;
const ROUNDS: (usize, usize) = (15, 40);
/// How far the nodes of a group are strewn, in usual lengths.
const STREWN: f32 = 0.5;

/// Where the nodes of a network without pins lie before it is polished in so many rounds.
pub(in crate::layout) fn start(
    ties: &Ties,
    rounds: usize,
    seed: u64,
    watch: &mut Watch,
) -> Result<Places<2>, Stop> {
    watch.blind(true);
    let rounds = (rounds / SHARE_OF_ROUNDS).clamp(ROUNDS.0, ROUNDS.1);
    let at = by_levels(ties, rounds, seed, watch);
    watch.blind(false);
    at
}

fn by_levels(ties: &Ties, rounds: usize, seed: u64, watch: &mut Watch) -> Result<Places<2>, Stop> {
    let mut rng = Rng::new(seed);
    let mut levels: Vec<Coarse> = Vec::new();
    loop {
        let (finer, sizes) = match levels.last() {
            Some(level) => (&level.ties, level.sizes.clone()),
            None => (ties, vec![1.0; ties.node_count()]),
        };
        if finer.node_count() <= SMALLEST {
            break;
        }
        let coarse = Coarse::of(finer, &sizes, &mut rng);
        watch.tick()?;
        if coarse.ties.node_count() as f32 > LEAST_GAIN * finer.node_count() as f32 {
            break;
        }
        levels.push(coarse);
    }
    let mut at = smallest(levels.last().map_or(ties, |level| &level.ties), seed, watch)?;
    for index in (0..levels.len()).rev() {
        at = strewn(&at, &levels[index].group_of, &mut rng);
        if index > 0 {
            let ties = &levels[index - 1].ties;
            polish(ties, &vec![false; at.len()], &mut at, rounds, watch)?;
        }
    }
    Ok(at)
}

fn smallest(ties: &Ties, seed: u64, watch: &mut Watch) -> Result<Places<2>, Stop> {
    let network = plain(ties);
    let pinned = vec![false; ties.node_count()];
    let stress = Stress::new(&network, &pinned, Detail::Sketch, seed, watch)?;
    let drawn = multi_start::drawings(&stress, pinned.len(), 1, seed, &|_| (), watch)?;
    Ok(drawn.into_iter().next().unwrap_or_else(|| Places::origin(pinned.len())))
}

/// Each tie as long as any other, so that paths are counted in ties.
fn plain(ties: &Ties) -> Network {
    let (mut pairs, mut edges) = (Vec::new(), Vec::new());
    for node in 0..ties.node_count() as u32 {
        for pull in ties.of_node(node as usize).iter().filter(|pull| pull.other > node) {
            let nodes = [node, pull.other];
            pairs.push(Pair { nodes, wanted: 1.0, weight: 1.0, strength: pull.weight });
            edges.push((node, pull.other, 1));
        }
    }
    let ways = Ways::new(ties.node_count(), &edges);
    Network { nodes: ties.node_count(), pairs, reaches: Vec::new(), ways, step: 1.0 }
}

fn strewn(at: &Places<2>, group_of: &[u32], rng: &mut Rng) -> Places<2> {
    let mut finer = Places::origin(group_of.len());
    for (node, &group) in group_of.iter().enumerate() {
        let near = at.of(group as usize).map(|c| c + STREWN * rng.centred());
        finer.put(node, near);
    }
    finer
}
