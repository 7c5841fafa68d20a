//! Which marks of a large map are drawn: those in view, and where some of the map moves, those that move
//! apart from those that don't. Lines and nations are drawn separately, so that nations stay above all
//! lines.

use super::drawn_scene::DrawnScene;
use super::moved_marks::complement;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::drawing::mark_mesh::MarkMeshBuilder;

/// While all of a map moves, no more than about this many ties are drawn: nobody can follow one among
/// so many.
const MOST_MOVING_TIES: usize = 12_000;

/// Which marks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkSet {
    /// All of them.
    All,
    /// Those that don't move.
    Still,
    /// Those that do.
    Moving,
}

/// Draws hulls, memberships and ties of a set that may be seen in a part of the world.
pub fn draw_lines(
    builder: &mut MarkMeshBuilder,
    drawn: &DrawnScene,
    world: &WorldRect,
    set: MarkSet,
) {
    if set != MarkSet::Moving {
        builder.hulls();
        builder.tie_groups();
    }
    let (scene, moved) = (drawn.scene(), drawn.few_moved());
    let memberships = indices(set, moved.map(|m| &*m.memberships), scene.memberships.len());
    let all_move = set == MarkSet::All && !drawn.is_settled();
    let step = if all_move { scene.ties.len().div_ceil(MOST_MOVING_TIES).max(1) } else { 1 };
    let ties = match set {
        MarkSet::All if all_move => one_in(step, scene.ties.len()),
        MarkSet::All if !takes_all(drawn, world) => drawn.index().ties_in(world),
        _ => indices(set, moved.map(|m| &*m.ties), scene.ties.len()),
    };
    let ties = in_drawing_order(ties, drawn.tie_places());
    builder.fade_ties(drawn.tie_density() / step as f32);
    builder.reserve(memberships.len() + ties.len());
    memberships.iter().for_each(|index| builder.membership(*index as usize));
    let ties = || ties.iter().filter_map(|index| scene.ties.get(*index as usize));
    ties().for_each(|mark| builder.tie_mark(scene, mark));
    ties().filter(|mark| mark.ring.is_some()).for_each(|mark| builder.ring_mark(scene, mark));
}

/// Draws the nations of a set that may be seen in a part of the world.
pub fn draw_nations(
    builder: &mut MarkMeshBuilder,
    drawn: &DrawnScene,
    world: &WorldRect,
    set: MarkSet,
) {
    let (scene, moved) = (drawn.scene(), drawn.few_moved());
    let nations = match set {
        MarkSet::All if !takes_all(drawn, world) => drawn.index().nations_in(world),
        _ => indices(set, moved.map(|m| &*m.nations), scene.nations.len()),
    };
    builder.reserve(nations.len());
    let nations = nations.iter().filter_map(|index| scene.nations.get(*index as usize));
    nations.for_each(|mark| builder.nation_mark(scene, mark));
}

/// Those of some ties that are drawn, from the lowest to the topmost. `places` gives the place of each tie
/// of the scene in the order of drawing.
fn in_drawing_order(mut ties: Vec<u32>, places: &[Option<u32>]) -> Vec<u32> {
    let place = |index: u32| places.get(index as usize).copied().flatten();
    ties.retain(|index| place(*index).is_some());
    if ties.len() < places.len() / 32 {
        ties.sort_unstable_by_key(|index| place(*index));
        return ties;
    }
    // To put many in their places is faster than to sort them.
    let mut in_order = vec![None; places.len()];
    for index in ties {
        let slot = place(index).and_then(|place| in_order.get_mut(place as usize));
        slot.into_iter().for_each(|slot| *slot = Some(index));
    }
    in_order.into_iter().flatten().collect()
}

/// Whether to go through all marks instead of asking the spatial index: where all are in view, and while
/// nations move, since an index for one frame would take longer.
fn takes_all(drawn: &DrawnScene, world: &WorldRect) -> bool {
    world.holds(&drawn.scene().bounds) || !drawn.is_settled()
}

/// About one in `step` indices, scattered, since neighbours in a file may be alike: by the multiples of
/// the golden ratio (Knuth 1973, “The Art of Computer Programming”, volume 3, section 6.4).
fn one_in(step: usize, count: usize) -> Vec<u32> {
    const GOLDEN: u32 = 0x9E37_79B1;
    let most = u32::MAX / step as u32;
    (0..count as u32).filter(|index| index.wrapping_mul(GOLDEN) <= most).collect()
}

/// The indices of a set of marks, of which some have moved.
fn indices(set: MarkSet, moved: Option<&[u32]>, count: usize) -> Vec<u32> {
    let moved = moved.unwrap_or_default();
    match set {
        MarkSet::All => (0..count as u32).collect(),
        MarkSet::Still => complement(moved, count),
        MarkSet::Moving => moved.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_drawing_order, one_in};

    #[test]
    fn ties_are_drawn_from_the_lowest_to_the_topmost_and_those_left_out_are_not() {
        let places: Vec<Option<u32>> =
            (0..100).map(|index| (index % 10 != 0).then_some(99 - index)).collect();
        for ties in [vec![3, 10, 7], (0..100).collect()] {
            let mut expected: Vec<u32> = ties.iter().copied().filter(|tie| tie % 10 != 0).collect();
            expected.sort_unstable_by(|a, b| b.cmp(a));
            assert_eq!(in_drawing_order(ties, &places), expected);
        }
    }

    #[test]
    fn what_is_picked_has_about_the_number_and_no_rhythm() {
        assert_eq!(one_in(1, 5), [0, 1, 2, 3, 4]);
        let picked = one_in(3, 30_000);
        assert!((9_900..10_100).contains(&picked.len()));
        for rest in 0..3 {
            let alike = picked.iter().filter(|index| **index % 3 == rest).count();
            assert!((3_200..3_470).contains(&alike), "{alike}");
        }
    }
}
