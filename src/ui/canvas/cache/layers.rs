//! The layers of a large map: its lines, and above them its nations. Where some of it moves, each layer
//! is drawn in two parts, so that nations stay above all lines.

use super::moved_marks::others;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::marks::MarkMeshBuilder;

/// While all of a map is on the move, no more ties than about so many are drawn: among so many nobody
/// follows one.
const MOST_ON_THE_MOVE: usize = 12_000;

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

impl MarkMeshBuilder {
    /// Draws hulls, memberships and ties that may be seen in a part of the world.
    pub fn lines(&mut self, drawn: &DrawnScene, world: &WorldRect, part: MarkSet) {
        if part != MarkSet::Moving {
            self.hulls();
        }
        let (scene, moved) = (&drawn.scene, drawn.few_moved());
        let memberships = chosen(part, moved.map(|m| &*m.memberships), scene.memberships.len());
        let is_moving = part == MarkSet::All && !drawn.is_settled();
        let step = if is_moving { scene.ties.len().div_ceil(MOST_ON_THE_MOVE).max(1) } else { 1 };
        let ties = match part {
            MarkSet::All if is_moving => one_in(step, scene.ties.len()),
            MarkSet::All if !sees_all(drawn, world) => drawn.index().ties_in(world),
            _ => chosen(part, moved.map(|m| &*m.ties), scene.ties.len()),
        };
        self.fade_ties(drawn.density / step as f32);
        self.reserve(memberships.len() + ties.len());
        memberships.iter().for_each(|place| self.membership(*place as usize));
        let ties = || ties.iter().filter_map(|place| scene.ties.get(*place as usize));
        ties().for_each(|mark| self.tie_mark(scene, mark));
        ties().filter(|mark| mark.ring.is_some()).for_each(|mark| self.ring_mark(scene, mark));
    }

    /// Draws the nations that may be seen in a part of the world.
    pub fn discs(&mut self, drawn: &DrawnScene, world: &WorldRect, part: MarkSet) {
        let (scene, moved) = (&drawn.scene, drawn.few_moved());
        let nations = match part {
            MarkSet::All if !sees_all(drawn, world) => drawn.index().nations_in(world),
            _ => chosen(part, moved.map(|m| &*m.nations), scene.nations.len()),
        };
        self.reserve(nations.len());
        let nations = nations.iter().filter_map(|place| scene.nations.get(*place as usize));
        nations.for_each(|mark| self.nation_mark(scene, mark));
    }
}

/// Whether to look at all marks: where all are in view, and while nations move, when that is quicker than
/// to make grids for one frame.
fn sees_all(drawn: &DrawnScene, world: &WorldRect) -> bool {
    world.holds(&drawn.scene.bounds) || !drawn.is_settled()
}

/// One in so many places, scattered, since what follows one another in a file may be alike: by the
/// golden ratio's multiples (Knuth 1973, “The Art of Computer Programming”, volume 3, section 6.4).
fn one_in(step: usize, count: usize) -> Vec<u32> {
    const GOLDEN: u32 = 0x9E37_79B1;
    let most = u32::MAX / step as u32;
    (0..count as u32).filter(|place| place.wrapping_mul(GOLDEN) <= most).collect()
}

fn chosen(part: MarkSet, moved: Option<&[u32]>, count: usize) -> Vec<u32> {
    let moved = moved.unwrap_or_default();
    match part {
        MarkSet::All => (0..count as u32).collect(),
        MarkSet::Still => others(moved, count),
        MarkSet::Moving => moved.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::one_in;

    #[test]
    fn what_is_picked_has_about_the_number_and_no_rhythm() {
        assert_eq!(one_in(1, 5), [0, 1, 2, 3, 4]);
        let picked = one_in(3, 30_000);
        assert!((9_900..10_100).contains(&picked.len()));
        for rest in 0..3 {
            let alike = picked.iter().filter(|place| **place % 3 == rest).count();
            assert!((3_200..3_470).contains(&alike), "{alike}");
        }
    }
}
