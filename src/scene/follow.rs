//! A scene while its nations move: what moves takes its ties and labels along, in place.

use super::build::{Marks, draw, membership_line};
use super::index::Links;
use super::routing::Before;
use super::{Curve, LabelOwner, Mark, NationMark, Options, Positions, Scene, TieMark, labels};
use crate::model::{Map, Point, Rect};

/// Moves a scene of the same map to other positions: bends and places of labels stay as they were, so
/// that nothing jumps, and only what is touched is computed anew. `links` are those of the scene. The
/// lengths of dashes aren't fitted to their lines meanwhile, and `bounds` grows but doesn't shrink.
pub fn follow(
    map: &Map,
    positions: &Positions,
    options: &Options,
    links: &Links,
    scene: &mut Scene,
) {
    if !scene.hulls.is_empty() {
        *scene = draw(map, positions, options, Before::Kept(scene));
        return;
    }
    let moves = move_nations(&mut scene.nations, positions);
    let touched = touched(&moves, links, scene.ties.len());
    let has_moved = move_ties(scene, &moves, &touched, links.onto_ties(), options.unit);
    move_memberships(map, scene, &moves, options.unit);
    move_labels(map, scene, &moves, &has_moved);
    scene.bounds = bounds(scene, &touched);
}

/// The ties at nations that have moved, ascending.
fn touched(moves: &[Point], links: &Links, ties: usize) -> Vec<u32> {
    let moved = || moves.iter().enumerate().filter(|(_, by)| **by != Point::default());
    if moved().count() > moves.len() / 4 {
        return (0..ties as u32).collect();
    }
    let ties = moved().flat_map(|(place, _)| links.ties_of(place));
    let mut ties: Vec<u32> = ties.copied().collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// Moves the nations; returns how far each has moved.
fn move_nations(nations: &mut [NationMark], positions: &Positions) -> Vec<Point> {
    let move_one = |(place, mark): (usize, &mut NationMark)| {
        let to = positions.get(place);
        to - std::mem::replace(&mut mark.center, to)
    };
    nations.iter_mut().enumerate().map(move_one).collect()
}

/// Lets ties follow their ends; returns which have moved.
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

fn move_memberships(map: &Map, scene: &mut Scene, moves: &[Point], unit: f32) {
    let Scene { nations, memberships, .. } = scene;
    for mark in memberships {
        let ends = [mark.member, mark.organisation].map(|id| map.nations().index_of(id));
        let [Some(member), Some(organisation)] = ends else { continue };
        let stays = |place: usize| moves.get(place) == Some(&Point::default());
        if stays(member) && stays(organisation) {
            continue;
        }
        if let Some((member, organisation)) = nations.get(member).zip(nations.get(organisation)) {
            mark.curve = membership_line(member, organisation, unit);
        }
    }
}

fn move_labels(map: &Map, scene: &mut Scene, moves: &[Point], has_moved: &[bool]) {
    let Scene { ties, labels, .. } = scene;
    for label in labels {
        match label.owner {
            LabelOwner::Nation(id) => {
                let Some(place) = map.nations().index_of(id) else { continue };
                let by = moves.get(place).copied().unwrap_or_default();
                label.center = label.center + by;
                label.bounds = label.bounds.translated(by);
            }
            LabelOwner::Tie(id) => {
                let Some(place) = map.ties().index_of(id) else { continue };
                if has_moved.get(place) == Some(&true)
                    && let Some(mark) = ties.get(place)
                {
                    labels::follow_tie(label, mark);
                }
            }
            LabelOwner::Hull(_) => {}
        }
    }
}

/// The bounds of before, grown by what has moved.
fn bounds(scene: &Scene, touched: &[u32]) -> Rect {
    let nations = scene.nations.iter().map(NationMark::bounds);
    let ties = touched.iter().filter_map(|place| scene.ties.get(*place as usize));
    let bent = ties.filter(|mark| !mark.curve.is_straight()).map(|mark| mark.curve.bounds());
    let labels = scene.labels.iter().map(|label| label.bounds);
    nations.chain(bent).chain(labels).fold(scene.bounds, |all, rect| all.union(&rect))
}
