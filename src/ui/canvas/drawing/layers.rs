//! The layers of a large map: its lines, and above them its nations. Where some of it moves, each layer
//! is drawn in two parts, so that nations stay above all lines.

use super::marks::Drawing;
use crate::model::Rect as WorldRect;
use crate::ui::canvas::cache::drawn_scene::Picture;
use crate::ui::canvas::cache::moving_marks::others;

/// While all of a map is on the move, no more ties than about so many are drawn: among so many nobody
/// follows one.
const MOST_ON_THE_MOVE: usize = 12_000;

/// Which marks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    All,
    /// Those that don't move.
    Still,
    /// Those that do.
    Moving,
}

impl Drawing {
    /// Draws hulls, memberships and ties that may be seen in a part of the world.
    pub fn lines(&mut self, picture: &Picture, world: &WorldRect, part: Part) {
        if part != Part::Moving {
            self.hulls();
        }
        let (scene, moved) = (&picture.scene, picture.few_moved());
        let memberships = chosen(part, moved.map(|m| &*m.memberships), scene.memberships.len());
        let is_moving = part == Part::All && !picture.is_settled();
        let step = if is_moving { scene.ties.len().div_ceil(MOST_ON_THE_MOVE).max(1) } else { 1 };
        let ties = match part {
            Part::All if is_moving => one_in(step, scene.ties.len()),
            Part::All if !sees_all(picture, world) => picture.index().ties_in(world),
            _ => chosen(part, moved.map(|m| &*m.ties), scene.ties.len()),
        };
        self.fade_ties(picture.density / step as f32);
        self.reserve(memberships.len() + ties.len());
        memberships.iter().for_each(|place| self.membership(*place as usize));
        let ties = || ties.iter().filter_map(|place| scene.ties.get(*place as usize));
        ties().for_each(|mark| self.tie_mark(scene, mark));
        ties().filter(|mark| mark.ring.is_some()).for_each(|mark| self.ring_mark(scene, mark));
    }

    /// Draws the nations that may be seen in a part of the world.
    pub fn discs(&mut self, picture: &Picture, world: &WorldRect, part: Part) {
        let (scene, moved) = (&picture.scene, picture.few_moved());
        let nations = match part {
            Part::All if !sees_all(picture, world) => picture.index().nations_in(world),
            _ => chosen(part, moved.map(|m| &*m.nations), scene.nations.len()),
        };
        self.reserve(nations.len());
        let nations = nations.iter().filter_map(|place| scene.nations.get(*place as usize));
        nations.for_each(|mark| self.nation_mark(scene, mark));
    }
}

/// Whether to look at all marks: where all are in view, and while nations move, when that is quicker than
/// to make grids for one frame.
fn sees_all(picture: &Picture, world: &WorldRect) -> bool {
    world.holds(&picture.scene.bounds) || !picture.is_settled()
}

/// One in so many places, scattered, since what follows one another in a file may be alike: by the
/// golden ratio's multiples (Knuth 1973, “The Art of Computer Programming”, volume 3, section 6.4).
fn one_in(step: usize, count: usize) -> Vec<u32> {
    const GOLDEN: u32 = 0x9E37_79B1;
    let most = u32::MAX / step as u32;
    (0..count as u32).filter(|place| place.wrapping_mul(GOLDEN) <= most).collect()
}

fn chosen(part: Part, moved: Option<&[u32]>, count: usize) -> Vec<u32> {
    let moved = moved.unwrap_or_default();
    match part {
        Part::All => (0..count as u32).collect(),
        Part::Still => others(moved, count),
        Part::Moving => moved.to_vec(),
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
