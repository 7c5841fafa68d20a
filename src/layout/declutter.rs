//! Moves nodes off ties that aren't theirs, and undoes crossings that a small move undoes.
//!
//! A search of our own: each unpinned node tries rings of places around it and takes the one where
//! stress and faults (see `drawing`) together are least, until no node gains or the work is spent.
//! Guarantees that this sum never rises, that no box comes to overlap another and that pins stay.
//! It finds what one node alone can mend, and leaves what takes two. The work is cubic in the map's
//! size, so it is for maps whose drawing [is small](Drawing::is_small).

use super::free_space::Taken;
use super::geometry::{DIRECTIONS, Xy, add, scaled};
use super::legibility::Drawing;
use super::problem::Problem;
use super::progress::{Stop, Watch};
use super::stress::Stress;

const ROUNDS: usize = 6;
const RINGS: [f32; 6] = [12.0, 30.0, 60.0, 100.0, 160.0, 240.0];
/// Looks of one tie at another, or at a box, before the search ends.
const MOST_WORK: u64 = 25_000_000;
/// A node that takes more than this stays: the run could not be stopped for too long.
const MOST_WORK_AT_ONCE: u64 = 3_000_000;
/// What a gain must come to at least.
const LEAST_GAIN: f64 = 0.02;

pub(super) fn clear(
    problem: &Problem,
    drawing: &Drawing,
    stress: &Stress,
    positions: &mut [Xy],
    watch: &mut Watch,
) -> Result<(), Stop> {
    let shapes = &problem.boxes;
    let mut taken = Taken::new(shapes);
    for (node, &shape) in shapes.iter().enumerate() {
        taken.take(node as u32, shape, positions[node]);
    }
    let mut lines = drawing.lines(positions);
    let mut work = 0_u64;
    for round in 0..ROUNDS {
        let mut gained = false;
        for node in (0..positions.len()).filter(|&node| !problem.pinned[node]) {
            let own_work = work_of(drawing, node, positions.len());
            if own_work > MOST_WORK_AT_ONCE {
                continue;
            }
            work += own_work;
            if work > MOST_WORK {
                return Ok(());
            }
            let home = positions[node];
            taken.give_back(node as u32, shapes[node], home);
            let to = best_place(drawing, stress, &taken, shapes[node], node, positions, &mut lines);
            positions[node] = to;
            drawing.redraw(node, positions, &mut lines);
            taken.take(node as u32, shapes[node], to);
            gained |= to != home;
            watch.show(positions)?;
        }
        watch.advance(1.0 / (ROUNDS - round) as f32);
        if !gained {
            break;
        }
    }
    Ok(())
}

fn work_of(drawing: &Drawing, node: usize, nodes: usize) -> u64 {
    let (own, all) = (drawing.ties_of[node].len() as u64, drawing.ties.len() as u64);
    let places = (RINGS.len() * DIRECTIONS.len()) as u64;
    places * (all + own * (all + nodes as u64) + nodes as u64)
}

/// `positions` and `lines` are as before when this returns, but for this node's own.
fn best_place(
    drawing: &Drawing,
    stress: &Stress,
    taken: &Taken,
    shape: [f32; 4],
    node: usize,
    positions: &mut [Xy],
    lines: &mut [[Xy; 2]],
) -> Xy {
    let home = positions[node];
    let everywhere = &vec![true; positions.len()];
    let mut cost = |at: Xy| {
        positions[node] = at;
        drawing.redraw(node, positions, lines);
        0.5 * stress.value_at(node, positions)
            + drawing.faults_at(node, positions, lines, &drawing.ties, everywhere)
    };
    let (mut best, mut least) = (home, cost(home) - LEAST_GAIN);
    for radius in RINGS {
        for direction in DIRECTIONS {
            let at = add(home, scaled(direction, radius));
            if taken.is_free(shape, at) {
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
    use super::super::ideal_lengths::{Network, Wishes};
    use super::super::{Flow, Frame, test_problems};
    use super::*;
    use crate::layout::stress::Detail;

    #[test]
    fn a_node_on_a_foreign_tie_steps_aside_and_a_pin_does_not() {
        let mut problem = test_problems::path(3);
        problem.ends = vec![[0, 1], [1, 2]];
        let network = Network::new(&problem, Wishes { room: true, apart: 0.5 }).unwrap();
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(vec![[0.0; 2]; 3], &mut keep_on);
        let start = vec![[-150.0, 0.0], [150.0, 0.0], [0.0, 0.0]];
        for pin in [true, false] {
            problem.pinned = vec![true, true, pin];
            let drawing = Drawing::new(&problem).unwrap();
            let stress =
                Stress::new(&network, &problem.pinned, Detail::Full, 1, &mut watch).unwrap();
            let mut positions = start.clone();
            clear(&problem, &drawing, &stress, &mut positions, &mut watch).unwrap();
            assert_eq!(positions[..2], start[..2]);
            assert_eq!(positions[2] == start[2], pin);
            assert_eq!(drawing.through_boxes(&positions), usize::from(pin));
        }
    }
}
