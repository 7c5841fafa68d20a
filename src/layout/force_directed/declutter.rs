//! Moves nodes off ties that aren't theirs, and undoes crossings where a small move does.
//!
//! A local search of our own: each unpinned node tries rings of positions around it and takes the one
//! where stress and faults (see `legibility`) together are least, until no node gains or the budget of
//! work is spent. Guarantees that this sum never rises, that no box comes to overlap another and that
//! pins stay. It finds what moving one node can improve, not what takes two. The work is cubic in the
//! map's size, so it is for [small maps](Legibility::is_small).

use crate::layout::free_space::FreeSpace;
use crate::layout::geometry::{DIRECTIONS, Xy, add, scaled};
use crate::layout::legibility::Legibility;
use crate::layout::problem::Problem;
use crate::layout::progress::{Cancelled, Progress};
use crate::layout::stress::Stress;

const ROUNDS: usize = 6;
const RINGS: [f32; 6] = [12.0, 30.0, 60.0, 100.0, 160.0, 240.0];
/// Comparisons of a tie with another, or with a box, before the search ends.
const MOST_WORK: u64 = 25_000_000;
/// A node that needs more comparisons stays: for too long the run could not be stopped.
const MOST_WORK_AT_ONCE: u64 = 3_000_000;
/// The least gain that is worth a move.
const LEAST_GAIN: f64 = 0.02;

/// Improves positions in which no boxes overlap; shows each move.
pub(super) fn declutter(
    problem: &Problem,
    legibility: &Legibility,
    stress: &Stress,
    positions: &mut [Xy],
    progress: &mut Progress,
) -> Result<(), Cancelled> {
    let shapes = &problem.boxes;
    let mut free_space = FreeSpace::new(shapes);
    for (node, &shape) in shapes.iter().enumerate() {
        free_space.occupy(node as u32, shape, positions[node]);
    }
    let mut lines = legibility.lines(positions);
    let mut work = 0_u64;
    for round in 0..ROUNDS {
        let mut gained = false;
        for node in (0..positions.len()).filter(|&node| !problem.pinned[node]) {
            let own_work = work_of(legibility, node, positions.len());
            if own_work > MOST_WORK_AT_ONCE {
                continue;
            }
            work += own_work;
            if work > MOST_WORK {
                return Ok(());
            }
            let home = positions[node];
            free_space.release(node as u32, shapes[node], home);
            let to = best_position(
                legibility,
                stress,
                &free_space,
                shapes[node],
                node,
                positions,
                &mut lines,
            );
            positions[node] = to;
            legibility.update_lines(node, positions, &mut lines);
            free_space.occupy(node as u32, shapes[node], to);
            gained |= to != home;
            progress.show(positions)?;
        }
        progress.advance(1.0 / (ROUNDS - round) as f32);
        if !gained {
            break;
        }
    }
    Ok(())
}

fn work_of(legibility: &Legibility, node: usize, nodes: usize) -> u64 {
    let (own, all) = (legibility.ties_of[node].len() as u64, legibility.ties.len() as u64);
    let candidates = (RINGS.len() * DIRECTIONS.len()) as u64;
    candidates * (all + own * (all + nodes as u64) + nodes as u64)
}

/// On return, `positions` and `lines` are unchanged except for this node's own.
fn best_position(
    legibility: &Legibility,
    stress: &Stress,
    free_space: &FreeSpace,
    shape: [f32; 4],
    node: usize,
    positions: &mut [Xy],
    lines: &mut [[Xy; 2]],
) -> Xy {
    let home = positions[node];
    let is_placed = &vec![true; positions.len()];
    let mut cost = |at: Xy| {
        positions[node] = at;
        legibility.update_lines(node, positions, lines);
        0.5 * stress.value_at(node, positions)
            + legibility.faults_of_node(node, positions, lines, &legibility.ties, is_placed)
    };
    let (mut best, mut least) = (home, cost(home) - LEAST_GAIN);
    for radius in RINGS {
        for direction in DIRECTIONS {
            let at = add(home, scaled(direction, radius));
            if free_space.is_free(shape, at) {
                let found = cost(at);
                if found < least {
                    (best, least) = (at, found);
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::ideal_lengths::LengthOptions;
    use crate::layout::layout_graph::LayoutGraph;
    use crate::layout::stress::Detail;
    use crate::layout::{Flow, Frame, test_problems};

    #[test]
    fn a_node_on_a_foreign_tie_steps_aside_and_a_pin_does_not() {
        let mut problem = test_problems::path(3);
        problem.ends = vec![[0, 1], [1, 2]];
        let graph =
            LayoutGraph::new(&problem, LengthOptions { makes_room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut progress = Progress::new(vec![[0.0; 2]; 3], &mut keep_on);
        let start = vec![[-150.0, 0.0], [150.0, 0.0], [0.0, 0.0]];
        for pin in [true, false] {
            problem.pinned = vec![true, true, pin];
            let legibility = Legibility::new(&problem).unwrap();
            let stress =
                Stress::new(&graph, &problem.pinned, Detail::Full, 1, &mut progress).unwrap();
            let mut positions = start.clone();
            declutter(&problem, &legibility, &stress, &mut positions, &mut progress).unwrap();
            assert_eq!(positions[..2], start[..2]);
            assert_eq!(positions[2] == start[2], pin);
            assert_eq!(legibility.ties_through_boxes(&positions), usize::from(pin));
        }
    }
}
