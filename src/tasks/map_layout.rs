//! Positions for the nations of a map.

use std::collections::BTreeSet;

use super::hulls_in_layouts::hulls;
use super::selection_layout::lay_out_selection;
use super::{LayoutSettings, layout_problem};
use crate::layout::{self, Flow, Frame, LayoutError};
use crate::model::{Map, NationId, Point};
use crate::scene;

/// Which nations get new positions, and how.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutRequest {
    /// Lay out all nations with these settings. Pinned nations stay.
    All(LayoutSettings),
    /// Lay out these nations among themselves with these settings, around where they lie. The others
    /// and pinned nations stay exactly where they are.
    Selection(LayoutSettings, BTreeSet<NationId>),
    /// Place the nations that have no position; the others stay exactly where they are. If none has
    /// one, all are laid out by forces.
    Missing,
}

/// Lays out a map; nations are moved off its text notes in the end. The observer is shown intermediate
/// frames and may cancel the run, which then returns what it has so far.
///
/// # Errors
/// [`LayoutError`] if the map breaks its own rules, which a map made by [`crate::edit`] doesn't.
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
        LayoutRequest::Missing if placed => {
            layout::place_new_nodes(&layout::with_attraction(&problem, &hulls(map)), seed)?
        }
        LayoutRequest::Selection(..) | LayoutRequest::Missing => {
            LayoutSettings::default().solve(map, &problem, seed, observer)?
        }
    };
    let is_new = |placed: bool| !(matches!(request, LayoutRequest::Missing) && placed);
    let may_move: Vec<bool> = map
        .nations()
        .iter()
        .map(|(_, nation)| !nation.pinned && is_new(nation.position.is_some()))
        .collect();
    let notes = scene::note_boxes(map);
    let positions = layout::keep_clear(&problem.boxes, &may_move, &notes, positions);
    let point = |[x, y]: [f32; 2]| Point::new(x, y);
    Ok(map.nations().ids().zip(positions.into_iter().map(point)).collect())
}
