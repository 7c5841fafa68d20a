//! The layers of a large map: its lines, and above them its nations. Where some of it moves, each layer
//! is drawn in two parts, so that nations stay above all lines.

use super::draw::Drawing;
use super::moving::others;
use super::picture::Picture;
use crate::model::Rect as WorldRect;

/// While all of a map is on the move, no more ties than about so many are drawn: among so many nobody
/// follows one.
const MOST_ON_THE_MOVE: usize = 20_000;

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
            Part::All if is_moving => (0..scene.ties.len() as u32).step_by(step).collect(),
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

fn chosen(part: Part, moved: Option<&[u32]>, count: usize) -> Vec<u32> {
    let moved = moved.unwrap_or_default();
    match part {
        Part::All => (0..count as u32).collect(),
        Part::Still => others(moved, count),
        Part::Moving => moved.to_vec(),
    }
}
