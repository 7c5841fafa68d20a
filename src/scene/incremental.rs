//! A scene while its nations move: what moves takes its ties and labels along, in place.

use super::build::{Marks, draw, membership_line};
use super::index::{Adjacency, MarkLookup};
use super::routing::Before;
use super::{Curve, LabelOwner, Mark, NationMark, Options, Positions, Scene, TieMark, labels};
use crate::model::{Map, Point, Rect};

/// What of a scene has moved: places in its lists, each list ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Nations.
    pub nations: Vec<u32>,
    /// Ties.
    pub ties: Vec<u32>,
    /// Memberships.
    pub memberships: Vec<u32>,
}

/// Moves nations of a scene of the map, told by their places, to where they are now. Bends and places of
/// labels stay as they were, so that nothing jumps, and only what is touched is computed anew. `lookup`
/// and `adjacency` are those of the scene. The lengths of dashes aren't fitted to their lines meanwhile, and
/// `bounds` grows but doesn't shrink.
pub fn move_nations(
    map: &Map,
    moves: &[(usize, Point)],
    options: &Options,
    (lookup, adjacency): (&MarkLookup, &Adjacency),
    scene: &mut Scene,
) -> Moved {
    let by = move_nation_marks(&mut scene.nations, moves);
    if !scene.hulls.is_empty() {
        let positions = Positions::from_points(scene.nations.iter().map(|mark| mark.center));
        *scene = draw(map, &positions, options, Before::Kept(scene));
        return all_of(scene);
    }
    let (ties, memberships) = touched(moves, adjacency, scene);
    let has_moved = move_ties(scene, &by, &ties, adjacency.onto_ties(), options.unit);
    move_memberships(scene, &memberships, lookup, options.unit);
    move_labels(scene, lookup, &by, &has_moved);
    let mut nations: Vec<u32> = moves.iter().map(|(place, _)| *place as u32).collect();
    nations.sort_unstable();
    let ties = (0..).zip(&has_moved).filter(|(_, moved)| **moved).map(|(place, _)| place);
    let moved = Moved { nations, ties: ties.collect(), memberships };
    scene.bounds = bounds(scene, &moved);
    moved
}

fn all_of(scene: &Scene) -> Moved {
    let all = |count: usize| (0..count as u32).collect();
    Moved {
        nations: all(scene.nations.len()),
        ties: all(scene.ties.len()),
        memberships: all(scene.memberships.len()),
    }
}

/// The ties and memberships at nations that have moved, ascending.
fn touched(moves: &[(usize, Point)], adjacency: &Adjacency, scene: &Scene) -> (Vec<u32>, Vec<u32>) {
    if moves.len() > scene.nations.len() / 4 {
        let Moved { ties, memberships, .. } = all_of(scene);
        return (ties, memberships);
    }
    let sorted = |mut list: Vec<u32>| {
        list.sort_unstable();
        list.dedup();
        list
    };
    let ties = moves.iter().flat_map(|(place, _)| adjacency.ties_of(*place));
    let memberships = moves.iter().flat_map(|(place, _)| adjacency.memberships_of(*place));
    (sorted(ties.copied().collect()), sorted(memberships.copied().collect()))
}

/// Moves the nations; returns how far each of all has moved.
fn move_nation_marks(nations: &mut [NationMark], moves: &[(usize, Point)]) -> Vec<Point> {
    let mut by = vec![Point::default(); nations.len()];
    for (place, to) in moves {
        if let Some(mark) = nations.get_mut(*place) {
            by[*place] = *to - std::mem::replace(&mut mark.center, *to);
        }
    }
    by
}

/// Lets ties follow their ends; returns which of all have moved.
fn move_ties(
    scene: &mut Scene,
    moves: &[Point],
    touched: &[u32],
    onto_ties: &[u32],
    unit: f32,
) -> Vec<bool> {
    let Scene { nations, ties, .. } = scene;
    let marks = Marks { nations, hulls: &[] };
    let mut has_moved = vec![false; ties.len()];
    for place in touched.iter().map(|place| *place as usize) {
        let mark = &mut ties[place];
        let Mark::Nation(to) = mark.to else { continue };
        let by = [mark.from, to].map(|end| moves.get(end).copied().unwrap_or_default());
        has_moved[place] = by != [Point::default(); 2];
        if by[0] == by[1] {
            // Both ends alike: the tie moves as it is. A loop always does.
            translate(mark, by[0]);
        } else if let [Some(from), Some(to)] = [mark.from, to].map(|end| nations.get(end)) {
            let whole = Curve::bent(from.center, to.center, mark.bend);
            marks.run(mark, &whole, unit);
        }
    }
    // A tie onto a tie follows after the one that it ends at, which others may have moved.
    let mut onto_ties: Vec<usize> = onto_ties.iter().map(|place| *place as usize).collect();
    onto_ties.sort_by_key(|place| depth(ties, *place));
    for place in onto_ties {
        let (Mark::Tie(target), from) = (ties[place].to, ties[place].from) else { continue };
        let from_moved = moves.get(from).is_some_and(|by| *by != Point::default());
        let Some((from, target_mark)) = nations.get(from).zip(ties.get(target)) else { continue };
        has_moved[place] = from_moved || has_moved.get(target).is_some_and(|moved| *moved);
        if has_moved[place] {
            let whole = Curve::bent(from.center, target_mark.middle, ties[place].bend);
            marks.run(&mut ties[place], &whole, unit);
        }
    }
    has_moved
}

/// On how many ties, one on the other, a tie rests.
fn depth(ties: &[TieMark], mut place: usize) -> usize {
    let mut depth = 0;
    while let Some(Mark::Tie(next)) = ties.get(place).map(|mark| mark.to) {
        depth += 1;
        place = next;
        // A circle is no map; it must not hang the drawing all the same.
        if depth > ties.len() {
            break;
        }
    }
    depth
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

fn move_memberships(scene: &mut Scene, touched: &[u32], lookup: &MarkLookup, unit: f32) {
    let Scene { nations, memberships, .. } = scene;
    let nation = |id| nations.get(lookup.nation(id)?);
    for place in touched {
        let Some(mark) = memberships.get_mut(*place as usize) else { continue };
        if let (Some(member), Some(organisation)) = (nation(mark.member), nation(mark.organisation))
        {
            mark.curve = membership_line(member, organisation, unit);
        }
    }
}

fn move_labels(scene: &mut Scene, lookup: &MarkLookup, moves: &[Point], has_moved: &[bool]) {
    let Scene { ties, labels, .. } = scene;
    for label in labels {
        match label.owner {
            LabelOwner::Nation(id) => {
                let by = lookup.nation(id).and_then(|place| moves.get(place).copied());
                let by = by.unwrap_or_default();
                label.center = label.center + by;
                label.bounds = label.bounds.translated(by);
            }
            LabelOwner::Tie(id) => {
                let place = lookup.tie(id).filter(|place| has_moved.get(*place) == Some(&true));
                if let Some(mark) = place.and_then(|place| ties.get(place)) {
                    labels::follow_tie(label, mark);
                }
            }
            LabelOwner::Hull(_) => {}
        }
    }
}

/// The bounds of before, grown by what has moved.
fn bounds(scene: &Scene, moved: &Moved) -> Rect {
    let nations = moved.nations.iter().filter_map(|place| scene.nations.get(*place as usize));
    let ties = moved.ties.iter().filter_map(|place| scene.ties.get(*place as usize));
    let bent = ties.filter(|mark| !mark.curve.is_straight()).map(|mark| mark.curve.bounds());
    let labels = scene.labels.iter().map(|label| label.bounds);
    let all = nations.map(NationMark::bounds).chain(bent).chain(labels);
    all.fold(scene.bounds, |all, rect| all.union(&rect))
}
