//! Updates a scene in place while nations move: ties and labels move along with what they belong to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blocs::PowerEnd;
use super::build::{ForMany, ties_as_one};
use super::hulls::{Detail, move_hulls, outline_hulls};
use super::index::{Adjacency, MarkLookup};
use super::tie_groups::GroupMarks;
use super::ties::{membership_line, move_ties};
use super::{HullMark, LabelOwner, NationMark, Options, Scene, labels};
use crate::model::{Map, NoteId, Point, Rect};

/// The indices of the marks that have moved, each list ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Nations.
    pub nations: Vec<u32>,
    /// Ties.
    pub ties: Vec<u32>,
    /// Memberships.
    pub memberships: Vec<u32>,
}

/// Moves nations of a scene, given by index, to new positions. Bends stay, and so do the
/// positions of labels beside their marks, so that nothing jumps; only what is affected is computed
/// again. `lookup` and `adjacency` are those of the scene. Dashes aren't fitted to the lengths of their
/// lines meanwhile, and `bounds` grows but doesn't shrink.
pub fn move_nations(
    map: &Map,
    moves: &[(usize, Point)],
    options: &Options,
    (lookup, adjacency): (&MarkLookup, &Adjacency),
    scene: &mut Scene,
) -> Moved {
    let before: Vec<Point> = scene.nations.iter().map(|mark| mark.center).collect();
    move_nation_marks(&mut scene.nations, moves);
    move_hulls(&mut scene.hulls, &mut scene.nations, &mut scene.labels);
    let centers = scene.nations.iter().map(|mark| mark.center);
    let shifts: Vec<Point> = centers.zip(before).map(|(now, before)| now - before).collect();
    let (ties, memberships) = affected(&shifts, adjacency, scene);
    let has_moved = move_ties(scene, &shifts, &ties, adjacency.onto_ties(), options.unit);
    scene.ties_at_names.retain(|part| has_moved.get(part.tie) != Some(&true));
    move_memberships(scene, &memberships, lookup, options.unit);
    move_labels(scene, lookup, &shifts, &has_moved);
    let Scene { hulls, nations, labels, .. } = scene;
    let hulls_moved = outline_hulls(hulls, nations, labels, (options, Detail::Moving));
    let groups_moved = move_groups(map, options, &shifts, scene);
    let nations = moved_indices(&shifts).map(|index| index as u32).collect();
    let ties = (0..).zip(&has_moved).filter(|(_, moved)| **moved).map(|(index, _)| index);
    let moved = Moved { nations, ties: ties.collect(), memberships };
    scene.bounds = grown_bounds(scene, &moved);
    // Hulls and the ties of groups lie below all else, which is drawn again with them.
    if hulls_moved || groups_moved { all_of(scene) } else { moved }
}

/// Draws the ties between groups anew, whose middles move with their nations, and lines to grounds of which something has
/// moved; whether there are any.
fn move_groups(map: &Map, options: &Options, shifts: &[Point], scene: &mut Scene) -> bool {
    if scene.tie_groups.is_empty() {
        return false;
    }
    let options = &Options { lines: Some(scene.lines), ..*options };
    let weights = Arc::clone(&scene.weights);
    let before = std::mem::take(&mut scene.tie_groups);
    let has_moved = |nation: &usize| shifts.get(*nation) != Some(&Point::default());
    let blocs = scene.hulls.iter().filter(|hull| hull.is_bloc);
    let moved: Vec<bool> = blocs.map(|hull| hull.members.iter().any(has_moved)).collect();
    let bloc_has_moved = |bloc: usize| moved.get(bloc) != Some(&false);
    let end_has_moved = |end: PowerEnd| match end {
        PowerEnd::Nation(nation) => has_moved(&nation),
        PowerEnd::Bloc(bloc) => bloc_has_moved(bloc),
    };
    let stays = |line: ForMany<'_>| {
        let (has_moved, ties) = match line {
            ForMany::Edge(edge) => {
                (end_has_moved(edge.from) || bloc_has_moved(edge.bloc), &edge.ties)
            }
            ForMany::Junction(junction) => {
                (junction.nations().any(|nation| has_moved(&nation)), &junction.ties)
            }
        };
        let mark = before.iter().find(|mark| mark.ties == *ties);
        mark.filter(|_| !has_moved).cloned()
    };
    let marks = (&scene.hulls[..], &scene.nations[..], &mut scene.labels);
    let GroupMarks { hubs, lines } = ties_as_one(map, &weights, marks, options, &stays);
    (scene.hubs, scene.tie_groups) = (hubs, lines);
    true
}

/// Moves text notes of a scene to new positions; nothing gives way to them meanwhile.
pub fn move_notes(moves: &BTreeMap<NoteId, Point>, scene: &mut Scene) {
    for label in &mut scene.labels {
        let LabelOwner::Note(id) = label.owner else { continue };
        if let Some(to) = moves.get(&id) {
            label.bounds = label.bounds.translated(*to - label.center);
            label.center = *to;
            scene.bounds = scene.bounds.union(&label.bounds);
        }
    }
}

fn all_of(scene: &Scene) -> Moved {
    let all = |count: usize| (0..count as u32).collect();
    Moved {
        nations: all(scene.nations.len()),
        ties: all(scene.ties.len()),
        memberships: all(scene.memberships.len()),
    }
}

/// The ties and memberships at nations that move, ascending.
fn affected(shifts: &[Point], adjacency: &Adjacency, scene: &Scene) -> (Vec<u32>, Vec<u32>) {
    let moved: Vec<usize> = moved_indices(shifts).collect();
    if moved.len() > scene.nations.len() / 4 {
        let Moved { ties, memberships, .. } = all_of(scene);
        return (ties, memberships);
    }
    let sorted = |mut list: Vec<u32>| {
        list.sort_unstable();
        list.dedup();
        list
    };
    let ties = moved.iter().flat_map(|index| adjacency.ties_of(*index));
    let memberships = moved.iter().flat_map(|index| adjacency.memberships_of(*index));
    (sorted(ties.copied().collect()), sorted(memberships.copied().collect()))
}

/// Moves the nations, but for those that are drawn as hulls, which follow their members.
fn move_nation_marks(nations: &mut [NationMark], moves: &[(usize, Point)]) {
    for (index, to) in moves {
        if let Some(mark) = nations.get_mut(*index).filter(|mark| mark.is_drawn()) {
            mark.center = *to;
        }
    }
}

/// The nations that have moved, ascending.
fn moved_indices(shifts: &[Point]) -> impl Iterator<Item = usize> {
    shifts.iter().enumerate().filter(|(_, shift)| **shift != Point::default()).map(|(i, _)| i)
}

fn move_memberships(scene: &mut Scene, affected: &[u32], lookup: &MarkLookup, unit: f32) {
    let Scene { nations, memberships, .. } = scene;
    let nation = |id| nations.get(lookup.nation(id)?);
    for index in affected {
        let Some(mark) = memberships.get_mut(*index as usize) else { continue };
        if let (Some(member), Some(organisation)) = (nation(mark.member), nation(mark.organisation))
        {
            mark.curve = membership_line(member, organisation, unit);
        }
    }
}

fn move_labels(scene: &mut Scene, lookup: &MarkLookup, shifts: &[Point], has_moved: &[bool]) {
    let Scene { nations, ties, labels, .. } = scene;
    for label in labels {
        match label.owner {
            LabelOwner::Nation(id) => {
                // The names of hulls have moved already.
                let index = lookup.nation(id).filter(|index| nations[*index].is_drawn());
                let shift = index.and_then(|index| shifts.get(index).copied());
                let shift = shift.unwrap_or_default();
                label.center = label.center + shift;
                label.bounds = label.bounds.translated(shift);
            }
            LabelOwner::Tie(id) => {
                let index = lookup.tie(id).filter(|index| has_moved.get(*index) == Some(&true));
                if let Some(mark) = index.and_then(|index| ties.get(index)) {
                    labels::follow_tie(label, mark);
                }
            }
            LabelOwner::Note(_) | LabelOwner::Hull(_) | LabelOwner::TieGroup(_) => {}
        }
    }
}

/// The bounds so far, grown by what has moved.
fn grown_bounds(scene: &Scene, moved: &Moved) -> Rect {
    let nations = moved.nations.iter().filter_map(|index| scene.nations.get(*index as usize));
    let ties = moved.ties.iter().filter_map(|index| scene.ties.get(*index as usize));
    let bent = ties.filter(|mark| !mark.curve.is_straight()).map(|mark| mark.curve.bounds());
    let labels = scene.labels.iter().map(|label| label.bounds);
    let hulls = scene.hulls.iter().map(HullMark::bounds);
    let all = nations.map(NationMark::bounds).chain(bent).chain(labels).chain(hulls);
    all.fold(scene.bounds, |all, rect| all.union(&rect))
}
