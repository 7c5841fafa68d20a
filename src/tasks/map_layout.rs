//! A map as a problem of the layout, and the answer as positions of its nations.

use std::collections::{BTreeSet, HashMap};

use super::LayoutSettings;
use super::selection_layout::lay_out_selection;
use crate::layout::{self, Flow, Frame, LayoutError, Problem};
use crate::model::{End, Map, NationId, Point, TieId};
use crate::scene;

/// How much a membership draws, against 1 for a usual tie.
const MEMBERSHIP_WEIGHT: f32 = 0.5;

/// The height of the type along ties.
const TIE_LABEL_SIZE: f32 = 11.0;

/// What to do with the positions that a map has.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutRequest {
    /// Lay everything out anew in this way but what is pinned.
    All(LayoutSettings),
    /// Lay these nations out among themselves in this way, where they are; the others, and what is
    /// pinned, stay exactly where they are.
    Selection(LayoutSettings, BTreeSet<NationId>),
    /// Give a position to the nations that have none; the others stay exactly where they are. Where
    /// none has one, this lays everything out anew, by forces.
    Missing,
}

/// Lays a map out; the observer is shown frames and may cancel. A run that was cancelled returns
/// what it had.
///
/// # Errors
/// [`LayoutError`] when the map breaks its own rules, which one made by [`crate::edit`] does not.
pub fn lay_out(
    map: &Map,
    request: &LayoutRequest,
    seed: u64,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Vec<(NationId, Point)>, LayoutError> {
    if let LayoutRequest::Selection(settings, nations) = request {
        return lay_out_selection(map, nations, *settings, seed, observer);
    }
    let problem = layout_problem(map);
    let placed = map.nations().iter().any(|(_, nation)| nation.position.is_some());
    let positions = match request {
        LayoutRequest::All(settings) => settings.solve(map, &problem, seed, observer)?,
        LayoutRequest::Missing if placed => layout::place_new_nodes(&problem, seed)?,
        LayoutRequest::Selection(..) | LayoutRequest::Missing => {
            LayoutSettings::default().solve(map, &problem, seed, observer)?
        }
    };
    let point = |[x, y]: [f32; 2]| Point::new(x, y);
    Ok(map.nations().ids().zip(positions.into_iter().map(point)).collect())
}

/// The flat arrays of a map: nations in the order of the file, then ties, then memberships.
///
/// A tie of a nation to itself has no say in a layout and is left out; what ends at one is seen as
/// ending at its nation.
pub fn layout_problem(map: &Map) -> Problem {
    let nodes: HashMap<NationId, u32> = map.nations().ids().zip(0..).collect();
    let joining = || map.ties().iter().filter(|(_, tie)| !tie.is_loop());
    let ties: HashMap<TieId, u32> = joining().map(|(id, _)| id).zip(nodes.len() as u32..).collect();
    let mut problem =
        Problem { radii: scene::radii(map), boxes: scene::footprints(map), ..Problem::default() };
    for (_, nation) in map.nations().iter() {
        problem.positions.push(nation.position.map(|p| [p.x, p.y]));
        problem.pinned.push(nation.pinned);
    }
    for (_, tie) in joining() {
        let target = match tie.to {
            End::Nation(id) => nodes.get(&id),
            End::Tie(id) => match map.ties().get(id).filter(|target| target.is_loop()) {
                Some(target) => nodes.get(&target.from),
                None => ties.get(&id),
            },
        };
        // A map keeps its ends; one that didn't would show here as a tie from a node to itself,
        // which the layout passes over.
        let from = nodes.get(&tie.from).copied().unwrap_or(0);
        problem.ends.push([from, target.copied().unwrap_or(from)]);
        problem.weights.push(tie.weight);
        problem.signs.push(map.kinds().get(tie.kind).map_or(0, |kind| kind.sign.number()));
        problem.labels.push(scene::text::nominal_width(
            &scene::text::clean(&tie.label),
            TIE_LABEL_SIZE,
            scene::Weight::Regular,
        ));
    }
    for (id, nation) in map.nations().iter() {
        for membership in &nation.memberships {
            if let (Some(from), Some(to)) = (nodes.get(&id), nodes.get(&membership.organisation)) {
                problem.ends.push([*from, *to]);
                problem.weights.push(MEMBERSHIP_WEIGHT);
                problem.signs.push(1);
                problem.labels.push(0.0);
            }
        }
    }
    problem
}
