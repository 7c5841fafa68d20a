//! Updates a scene in place while nations move: ties and labels move along with what they belong to.

use std::collections::BTreeMap;

use super::build::draw;
use super::index::{Adjacency, MarkLookup};
use super::ties::{TieEnds, depth, membership_line};
use super::{Curve, LabelOwner, Mark, NationMark, Options, Positions, Scene, TieMark, labels};
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

/// Moves nations of a scene of the map, given by index, to new positions. Bends stay, and so do the
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
    let shifts = move_nation_marks(&mut scene.nations, moves);
    if !scene.hulls.is_empty() || !scene.tie_groups.is_empty() {
        let positions = Positions::in_scene(map, scene);
        *scene = draw(map, &positions, options, Some(scene));
        return all_of(scene);
    }
    let (ties, memberships) = affected(moves, adjacency, scene);
    let has_moved = move_ties(scene, &shifts, &ties, adjacency.onto_ties(), options.unit);
    move_memberships(scene, &memberships, lookup, options.unit);
    move_labels(scene, lookup, &shifts, &has_moved);
    let mut nations: Vec<u32> = moves.iter().map(|(index, _)| *index as u32).collect();
    nations.sort_unstable();
    let ties = (0..).zip(&has_moved).filter(|(_, moved)| **moved).map(|(index, _)| index);
    let moved = Moved { nations, ties: ties.collect(), memberships };
    scene.bounds = grown_bounds(scene, &moved);
    moved
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
fn affected(
    moves: &[(usize, Point)],
    adjacency: &Adjacency,
    scene: &Scene,
) -> (Vec<u32>, Vec<u32>) {
    if moves.len() > scene.nations.len() / 4 {
        let Moved { ties, memberships, .. } = all_of(scene);
        return (ties, memberships);
    }
    let sorted = |mut list: Vec<u32>| {
        list.sort_unstable();
        list.dedup();
        list
    };
    let ties = moves.iter().flat_map(|(index, _)| adjacency.ties_of(*index));
    let memberships = moves.iter().flat_map(|(index, _)| adjacency.memberships_of(*index));
    (sorted(ties.copied().collect()), sorted(memberships.copied().collect()))
}

/// Moves the nations; returns the shift of each nation of the scene.
fn move_nation_marks(nations: &mut [NationMark], moves: &[(usize, Point)]) -> Vec<Point> {
    let mut shifts = vec![Point::default(); nations.len()];
    for (index, to) in moves {
        if let Some(mark) = nations.get_mut(*index) {
            shifts[*index] = *to - std::mem::replace(&mut mark.center, *to);
        }
    }
    shifts
}

/// Lets ties follow their ends; returns for each tie of the scene whether it has moved.
fn move_ties(
    scene: &mut Scene,
    shifts: &[Point],
    affected: &[u32],
    onto_ties: &[u32],
    unit: f32,
) -> Vec<bool> {
    let Scene { nations, ties, .. } = scene;
    let ends = TieEnds { nations, hulls: &[] };
    let mut has_moved = vec![false; ties.len()];
    for index in affected.iter().map(|index| *index as usize) {
        let mark = &mut ties[index];
        let Mark::Nation(to) = mark.to else { continue };
        let shift = [mark.from, to].map(|end| shifts.get(end).copied().unwrap_or_default());
        has_moved[index] = shift != [Point::default(); 2];
        if shift[0] == shift[1] {
            // Both ends move alike, and so does the tie as a whole. A loop always does.
            translate(mark, shift[0]);
        } else if let [Some(from), Some(to)] = [mark.from, to].map(|end| nations.get(end)) {
            let whole = Curve::bent(from.center, to.center, mark.bend);
            ends.trim(mark, &whole, unit);
        }
    }
    // A tie onto a tie comes after its target, which may itself be a tie onto a tie.
    let target_of = |ties: &[TieMark], index: usize| match ties.get(index).map(|mark| mark.to) {
        Some(Mark::Tie(target)) => Some(target),
        _ => None,
    };
    let mut onto_ties: Vec<usize> = onto_ties.iter().map(|index| *index as usize).collect();
    onto_ties.sort_by_key(|index| depth(*index, ties.len(), |tie| target_of(ties, tie)));
    for index in onto_ties {
        let (Mark::Tie(target), from) = (ties[index].to, ties[index].from) else { continue };
        let from_moved = shifts.get(from).is_some_and(|shift| *shift != Point::default());
        let Some((from, target_mark)) = nations.get(from).zip(ties.get(target)) else { continue };
        has_moved[index] = from_moved || has_moved.get(target).is_some_and(|moved| *moved);
        if has_moved[index] {
            let whole = Curve::bent(from.center, target_mark.middle, ties[index].bend);
            ends.trim(&mut ties[index], &whole, unit);
        }
    }
    has_moved
}

fn translate(mark: &mut TieMark, by: Point) {
    if by == Point::default() {
        return;
    }
    let Curve { from, control_from, control_to, to } = &mut mark.curve;
    let arrow = mark.arrow.iter_mut().flat_map(|a| std::iter::once(&mut a.tip).chain(&mut a.base));
    let strike = mark.strike.iter_mut().flat_map(|line| [&mut line.from, &mut line.to]);
    let points = [from, control_from, control_to, to, &mut mark.middle];
    points.into_iter().chain(arrow).chain(strike).for_each(|point| *point = *point + by);
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
    let Scene { ties, labels, .. } = scene;
    for label in labels {
        match label.owner {
            LabelOwner::Nation(id) => {
                let shift = lookup.nation(id).and_then(|index| shifts.get(index).copied());
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
    let all = nations.map(NationMark::bounds).chain(bent).chain(labels);
    all.fold(scene.bounds, |all, rect| all.union(&rect))
}
