//! Dense maps by blocs: each bloc has a cell of its own, the cells fill the map, and there is room for names.
//!
//! Where ties are so many that none can be followed, what can be read of a map is who belongs together and who joins
//! two blocs. So blocs are made cells of a rectangle, with a clear gap between them, and their members are placed in
//! them by their ties, those with ties to other blocs at the border that faces these. Guarantees that no two boxes
//! overlap and that the convex hulls of blocs don't, unless a node found no room in its cell.

mod alike;
mod arrangement;
mod members;
mod membership;
mod pair_stress;
mod power_cells;
mod significance;
#[cfg(test)]
mod tests;

pub(super) use membership::bloc_of_nodes;

use super::components::connected_components;
use super::convex::Convex;
use super::error::LayoutError;
use super::first_frame::first_positions;
use super::geometry::{Rect, Xy, scaled};
use super::links::{Link, links};
use super::options::{Options, Start};
use super::overlap_removal::remove_overlaps;
use super::problem::Problem;
use super::progress::{Flow, Frame, Interruption, Progress, Solution};
use super::room::Room;
use super::type_size::{area, boxes_in_view, mean_size};
use super::view_outline::view_outline;
use crate::communities::is_read_by_blocs;
use alike::draw_alike_together;
use arrangement::Arrangement;
use members::place_members;
use significance::are_more_than_chance;

/// The gap between two blocs, in mean heights of a box.
const GAP: f32 = 1.6;
/// How often cells are made anew to suit the room that their boxes turn out to need.
const ADJUSTMENTS: usize = 2;

/// The bloc of each node, where a checked problem is to be laid out by blocs: without pins, dense, and with blocs that
/// are more than chance.
pub(super) fn blocs_to_show(
    problem: &Problem,
    options: &Options,
) -> Result<Option<Vec<u32>>, LayoutError> {
    let is_dense = is_read_by_blocs(problem.node_count(), problem.tie_count());
    let is_fresh = options.start == Start::Fresh && problem.pins().all(|pin| pin.is_none());
    if !(options.optimizes_legibility() && is_dense && is_fresh) {
        return Ok(None);
    }
    let links = links(problem)?;
    let bloc_of = bloc_of_nodes(problem, &links);
    let ties = membership::signed_ties(problem, &links);
    Ok(are_more_than_chance(&bloc_of, &ties).then_some(bloc_of))
}

/// Lays out a checked problem with these blocs.
pub(super) fn solve(
    problem: &Problem,
    bloc_of: &[u32],
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    let first = first_positions(problem, &connected_components(problem));
    let mut progress = Progress::new(first, observer);
    let run = run(problem, bloc_of, options, &mut progress);
    progress.into_solution(run)
}

fn run(
    problem: &Problem,
    bloc_of: &[u32],
    options: &Options,
    progress: &mut Progress,
) -> Result<(), Interruption> {
    let links = links(problem)?;
    let plan = Plan::new(problem, bloc_of, &links, options);
    let mut areas = plan.bloc_areas();
    let mut sites = plan.arrangement(&areas).sites(options.seed);
    let mut best: Option<(f32, Vec<Xy>)> = None;
    for round in 0..ADJUSTMENTS {
        let cells = plan.arrangement(&areas).cells(&mut sites);
        let (growths, at) = plan.placed(&cells, options.seed);
        let most = growths.iter().copied().fold(1.0, f32::max);
        progress.advance(1.0 / (ADJUSTMENTS - round + 1) as f32);
        progress.show(&at)?;
        if best.as_ref().is_none_or(|(least, _)| most < *least) {
            best = Some((most, at));
        }
        for (area, growth) in areas.iter_mut().zip(growths) {
            *area *= growth;
        }
    }
    let mut at = best.map(|(_, at)| at).unwrap_or_default();
    // Boxes that found no room in their cells.
    remove_overlaps(&problem.boxes, &vec![false; at.len()], &mut at, progress)?;
    progress.advance(1.0);
    Ok(progress.show(&at)?)
}

/// What is laid out, and how large all of it is.
struct Plan<'a> {
    bloc_of: &'a [u32],
    blocs: Vec<Vec<u32>>,
    links: &'a [Link],
    /// With names as large as in a fitted map.
    boxes: Vec<Rect>,
    /// The area of each box.
    areas: Vec<f32>,
    /// The gap between two blocs, in world units.
    gap: f32,
    /// What the cells fill, in a plane in which boxes are as wide as high.
    outline: Convex,
    /// How much wider than high boxes are, and all else is in the world than in that plane.
    wide: f32,
    /// The weight of all ties between two blocs, in rows of all blocs; hostile ones count less the farther apart rivals
    /// are to be.
    ties: Vec<f32>,
}

impl<'a> Plan<'a> {
    fn new(problem: &Problem, bloc_of: &'a [u32], links: &'a [Link], options: &Options) -> Self {
        let (view, apart) = (options.view.usable(), options.clamped_apart());
        let (boxes, _) = boxes_in_view(problem, view.size);
        let [width, height] = mean_size(&boxes);
        let blocs = membership::members(bloc_of);
        let count = blocs.len();
        let mut ties = vec![0.0; count * count];
        let mut hostile = ties.clone();
        for link in links {
            let [a, b] = [link.from, link.to].map(|node| bloc_of[node as usize] as usize);
            if a == b {
                continue;
            }
            let is_hostile = problem.signs[link.tie as usize] < 0;
            let weight = problem.weights[link.tie as usize];
            let share = if is_hostile { 1.0 - apart } else { 1.0 };
            for at in [a * count + b, b * count + a] {
                ties[at] += share * weight;
                hostile[at] += if is_hostile { weight } else { 0.0 };
            }
        }
        let sizes: Vec<usize> = blocs.iter().map(Vec::len).collect();
        draw_alike_together(&mut ties, &hostile, &sizes);
        let mut plan = Self {
            bloc_of,
            blocs,
            links,
            areas: boxes.iter().map(|&shape| area(shape)).collect(),
            boxes,
            gap: GAP * height,
            outline: Convex::default(),
            wide: width / height,
            ties,
        };
        plan.outline =
            view_outline(view, plan.bloc_areas().iter().sum()).scaled([1.0 / plan.wide, 1.0]);
        plan
    }

    /// The area of each bloc with half the gap around it.
    fn bloc_areas(&self) -> Vec<f32> {
        let of_bloc = |bloc: &Vec<u32>| {
            let own: f32 = bloc.iter().map(|&node| self.areas[node as usize]).sum();
            (own.sqrt() + self.gap) * (own.sqrt() + self.gap)
        };
        self.blocs.iter().map(of_bloc).collect()
    }

    fn arrangement<'b>(&'b self, areas: &'b [f32]) -> Arrangement<'b> {
        Arrangement { outline: &self.outline, areas, ties: &self.ties, wide: self.wide }
    }

    /// Places all nodes in the cells of their blocs. Returns by how much each cell had to be magnified for that, and the
    /// positions in cells that are all magnified as much as the one with least room.
    fn placed(&self, cells: &[Convex], seed: u64) -> (Vec<f32>, Vec<Xy>) {
        let wanted = place_members(self.bloc_of, cells, self.links, &self.areas, seed);
        let in_world = |[x, y]: Xy| [x * self.wide, y];
        let room_of = |(bloc, cell): (&Vec<u32>, &Convex)| {
            let nodes = || bloc.iter().map(|&node| node as usize);
            let boxes: Vec<Rect> = nodes().map(|node| self.boxes[node]).collect();
            let wanted: Vec<Xy> = nodes().map(|node| in_world(wanted[node])).collect();
            let cell = &cell.scaled([self.wide, 1.0]);
            Room { cell, boxes: &boxes, border: self.gap / 2.0 }.made(&wanted)
        };
        let rooms: Vec<(f32, Vec<Xy>)> = self.blocs.iter().zip(cells).map(room_of).collect();
        let most = rooms.iter().map(|room| room.0).fold(1.0, f32::max);
        let mut at = vec![[0.0; 2]; self.bloc_of.len()];
        for (bloc, (growth, positions)) in self.blocs.iter().zip(&rooms) {
            for (&node, &position) in bloc.iter().zip(positions) {
                at[node as usize] = scaled(position, most / growth);
            }
        }
        (rooms.into_iter().map(|room| room.0).collect(), at)
    }
}
