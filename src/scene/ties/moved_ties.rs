//! Ties whose ends move: bends stay, and ties onto ties follow those at which they end.

use super::depth::depth;
use super::tie_ends::TieEnds;
use crate::model::Point;
use crate::scene::{Curve, Mark, Scene, TieMark};

/// Lets ties follow their ends; returns for each tie of the scene whether it has moved.
pub(in crate::scene) fn move_ties(
    scene: &mut Scene,
    shifts: &[Point],
    affected: &[u32],
    onto_ties: &[u32],
    unit: f32,
) -> Vec<bool> {
    let Scene { nations, ties, hulls, .. } = scene;
    let ends = TieEnds { nations, hulls };
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
            let whole = Curve::swayed(from.center, to.center, mark.bend, mark.sway);
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
    mark.gaps.clear();
    mark.name_gaps.clear();
    let Curve { from, control_from, control_to, to } = &mut mark.curve;
    let arrow = mark.arrow.iter_mut().flat_map(|a| std::iter::once(&mut a.tip).chain(&mut a.base));
    let strike = mark.strike.iter_mut().flat_map(|line| [&mut line.from, &mut line.to]);
    let points = [from, control_from, control_to, to, &mut mark.middle];
    points.into_iter().chain(arrow).chain(strike).for_each(|point| *point = *point + by);
}

/// Lets the ties at organisations that are drawn as hulls end at the names of these, where they stand now.
pub(in crate::scene) fn end_at_hull_names(scene: &mut Scene, unit: f32) {
    if scene.hulls.is_empty() {
        return;
    }
    let Scene { nations, ties, hulls, .. } = scene;
    let ends = TieEnds { nations, hulls };
    for index in 0..ties.len() {
        let mark = &ties[index];
        let at_hull = |end: usize| nations.get(end).is_some_and(|nation| !nation.is_drawn());
        let to = match mark.to {
            Mark::Nation(to) => nations.get(to).map(|nation| nation.center),
            Mark::Tie(target) => ties.get(target).map(|target| target.middle),
        };
        let is_loop = mark.to == Mark::Nation(mark.from);
        let has_moved = match mark.to {
            Mark::Nation(to) => at_hull(mark.from) || at_hull(to),
            Mark::Tie(_) => true,
        };
        if let Some((from, to)) = nations.get(mark.from).zip(to).filter(|_| has_moved && !is_loop) {
            let whole = Curve::swayed(from.center, to, mark.bend, mark.sway);
            ends.trim(&mut ties[index], &whole, unit);
        }
    }
}
