//! Where the members of a bloc lie in its cell: by their ties among themselves, and those with ties to other blocs
//! at the border that faces these.

use super::membership::members;
use super::pair_stress::PairStress;
use super::power_cells::power_cells;
use crate::layout::convex::{Convex, HalfPlane, dot};
use crate::layout::geometry::{Xy, add, scaled};
use crate::layout::links::Link;
use crate::layout::rng::Rng;

const STRESS_ROUNDS: usize = 80;
/// Rounds in which the members spread evenly over their cell; more would forget their ties.
const SPREADING_ROUNDS: usize = 12;
/// How much a tie to another bloc counts against one of the same length within.
const OUTWARD: f32 = 0.35;
/// How far from its border a cell's members lie at first, as a share of its size.
const BORDER: f32 = 0.08;
/// The mean distance of two points of a disc, in its radii.
const MEAN_DISTANCE: f32 = 0.905;

/// Places nodes in the cells of their blocs. `areas` are those of the nodes.
pub(super) fn place_members(
    bloc_of: &[u32],
    cells: &[Convex],
    links: &[Link],
    areas: &[f32],
    seed: u64,
) -> Vec<Xy> {
    let blocs = members(bloc_of);
    let inner: Vec<Vec<HalfPlane>> =
        cells.iter().map(|cell| cell.inset(BORDER * cell.area().sqrt()).sides()).collect();
    let mut rng = Rng::new(seed);
    let mut at: Vec<Xy> = Vec::with_capacity(bloc_of.len());
    for &bloc in bloc_of {
        let cell = &cells[bloc as usize];
        let side = 0.3 * cell.area().sqrt();
        at.push(add(cell.centroid(), [side * rng.centred(), side * rng.centred()]));
    }
    let stress = stress(bloc_of, &blocs, cells, links);
    stress.lower(&mut at, STRESS_ROUNDS, |node, at| held(&inner[bloc_of[node] as usize], at));
    for (bloc, cell) in blocs.iter().zip(cells) {
        // Those held in one corner would stay in one point.
        let side = 0.02 * cell.area().sqrt();
        let mut site =
            |&node: &u32| add(at[node as usize], [side * rng.centred(), side * rng.centred()]);
        let mut sites: Vec<Xy> = bloc.iter().map(&mut site).collect();
        let shares: Vec<f32> = bloc.iter().map(|&node| areas[node as usize]).collect();
        power_cells(cell, &mut sites, &shares, SPREADING_ROUNDS);
        for (&node, site) in bloc.iter().zip(sites) {
            at[node as usize] = site;
        }
    }
    at
}

/// Members of a bloc are as far apart as their ties say, at a scale that fills its cell; a tie to another bloc
/// pulls.
fn stress(bloc_of: &[u32], blocs: &[Vec<u32>], cells: &[Convex], links: &[Link]) -> PairStress {
    let mut neighbours = vec![Vec::new(); bloc_of.len()];
    for link in links {
        neighbours[link.from as usize].push(link.to);
        neighbours[link.to as usize].push(link.from);
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    let mut stress = PairStress::new(bloc_of.len());
    for (bloc, cell) in blocs.iter().zip(cells) {
        let steps = steps_within(bloc, &neighbours);
        let pairs = bloc.len() * bloc.len().saturating_sub(1);
        let mean = steps.iter().flatten().sum::<f32>() / pairs.max(1) as f32;
        let scale = MEAN_DISTANCE * (cell.area() / std::f32::consts::PI).sqrt() / mean.max(1.0);
        for (i, row) in steps.iter().enumerate() {
            for (j, &steps) in row[..i].iter().enumerate() {
                let pair = [i, j].map(|index| bloc[index] as usize);
                stress.wish(pair, steps * scale, 1.0 / (steps * steps));
            }
        }
    }
    for (node, list) in neighbours.iter().enumerate() {
        for &other in list.iter().filter(|&&other| (other as usize) < node) {
            if bloc_of[node] != bloc_of[other as usize] {
                stress.wish([node, other as usize], 0.0, OUTWARD);
            }
        }
    }
    stress
}

/// The number of ties between each two members of a bloc, on ways within it; three where there is none, or more.
fn steps_within(bloc: &[u32], neighbours: &[Vec<u32>]) -> Vec<Vec<f32>> {
    const FAR: u32 = 3;
    let position_of = |node: u32| bloc.binary_search(&node).ok();
    let from = |start: usize| {
        let mut steps = vec![FAR; bloc.len()];
        steps[start] = 0;
        let mut queue = vec![start];
        let mut next = 0;
        while next < queue.len() {
            let here = queue[next];
            next += 1;
            if steps[here] + 1 >= FAR {
                continue;
            }
            for there in neighbours[bloc[here] as usize].iter().filter_map(|&n| position_of(n)) {
                if steps[there] == FAR {
                    steps[there] = steps[here] + 1;
                    queue.push(there);
                }
            }
        }
        steps.into_iter().map(|steps| steps as f32).collect()
    };
    (0..bloc.len()).map(from).collect()
}

/// The point moved into the sides that it lies beyond.
fn held(sides: &[HalfPlane], mut at: Xy) -> Xy {
    for _ in 0..3 {
        for side in sides {
            let beyond = dot(side.normal, at) - side.offset;
            if beyond > 0.0 {
                at = add(at, scaled(side.normal, -beyond));
            }
        }
    }
    at
}
