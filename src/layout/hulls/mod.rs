//! Maps with hulls: the members of each in one round cluster, who is in several where these meet, strangers outside.
//!
//! A hull says that its members belong together, and says it well where they lie side by side. So everyone takes a slot
//! of a honeycomb in the shape of the view, such that hulls have short borders and ties are short; the name of each hull
//! takes a slot among its members. Then all boxes get the room that they need. Guarantees that no two boxes overlap.
//! Hulls of which no plane drawing has connected areas get islands.

mod annealing;
mod attraction;
mod borders;
mod guests;
mod lattice;
mod seating;
#[cfg(test)]
mod tests;
mod zones;

pub use attraction::with_attraction;

use super::components::connected_components;
use super::error::LayoutError;
use super::first_frame::first_positions;
use super::geometry::{Xy, scaled, sub};
use super::links::links;
use super::options::{Options, Start};
use super::overlap_removal::remove_overlaps;
use super::problem::Problem;
use super::progress::{Flow, Frame, Interruption, Progress, Solution};
use super::room::Room;
use super::type_size::{area, mean_size};
use super::view_outline::view_outline;
use annealing::seat;
use borders::boxes_with_borders;
use guests::Guests;
use lattice::Lattice;
use zones::Zones;

/// The most nodes; names of more have no room on any page.
const MOST_NODES: usize = 400;
/// How many slots there are for each that is needed: who comes between two hulls needs somewhere to go.
const SLOTS: f32 = 1.08;
/// The share of nodes up to which there may be ties with texts, which need a length of their own.
const MOST_TEXTS: f32 = 0.25;
/// How much of the rest of the work counts as done with each frame.
const STEP_OF_REST: f32 = 0.02;

/// Whether a checked problem is to be laid out by its hulls: without pins, with at least two members in some hull, and
/// with few texts along ties.
pub(super) fn are_to_be_shown(problem: &Problem, options: &Options) -> bool {
    let is_fresh = options.start == Start::Fresh && problem.pins().all(|pin| pin.is_none());
    let has_hulls = options.hulls.iter().any(|hull| hull.members.len() > 1);
    let texts = problem.labels.iter().filter(|width| **width > 0.0).count();
    let has_room = texts as f32 <= MOST_TEXTS * problem.node_count() as f32;
    has_hulls
        && has_room
        && is_fresh
        && options.optimizes_legibility()
        && problem.node_count() <= MOST_NODES
}

/// Lays out a checked problem by its hulls.
pub(super) fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    let first = first_positions(problem, &connected_components(problem));
    let mut progress = Progress::new(first, observer);
    let run = run(problem, options, &mut progress);
    progress.into_solution(run)
}

fn run(problem: &Problem, options: &Options, progress: &mut Progress) -> Result<(), Interruption> {
    let view = options.view.usable();
    let guests = Guests::of(problem, options, &links(problem)?);
    let zones = Zones::of(guests.hulls_of.clone());
    let count = guests.boxes.len();
    let slot = mean_size(&guests.boxes);
    let needed: f32 = guests.boxes.iter().map(|&shape| area(shape)).sum::<f32>() * SLOTS;
    let outline = view_outline(view, needed);
    let slots = (count as f32 * SLOTS) as usize + 1;
    let lattice = Lattice::within(&outline, slots, slot);
    let unit = (slot[0] * slot[1]).sqrt();
    let seating = seat(&lattice, &zones, &guests.pulls, options.seed, |seating| {
        let at: Vec<Xy> = (0..count).map(|who| scaled(seating.place(who), unit)).collect();
        progress.advance(STEP_OF_REST);
        Ok(progress.show(&guests.positions(&at))?)
    })?;
    let wanted: Vec<Xy> = (0..count).map(|who| scaled(seating.place(who), unit)).collect();
    let boxes = boxes_with_borders(&guests.boxes, &seating, &lattice, &zones);
    let room = Room { cell: &outline, boxes: &boxes, border: 0.0 };
    let (_, at) = room.made(&wanted);
    let mut at = guests.positions(&at);
    // Boxes that found no room.
    remove_overlaps(&guests.node_boxes(), &vec![false; at.len()], &mut at, progress)?;
    progress.advance(1.0);
    Ok(progress.show(&centered(at))?)
}

/// The positions around the origin.
fn centered(at: Vec<Xy>) -> Vec<Xy> {
    let [mut low, mut high] = [[f32::INFINITY; 2], [f32::NEG_INFINITY; 2]];
    for place in &at {
        for axis in 0..2 {
            low[axis] = low[axis].min(place[axis]);
            high[axis] = high[axis].max(place[axis]);
        }
    }
    let middle = [f32::midpoint(low[0], high[0]), f32::midpoint(low[1], high[1])];
    at.into_iter().map(|place| sub(place, middle)).collect()
}
