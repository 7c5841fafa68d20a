//! The marks of a large map that move while all others stay: they are drawn in every frame, the others
//! come from cached meshes.

use crate::scene::{Moved, Scene};

/// The marks that have moved since the scene was last built.
#[derive(Debug, Default)]
pub struct MovedMarks {
    moved: Moved,
    /// Whether anything has moved, be it a text note alone.
    has_any: bool,
    /// The version of the scene since which the same marks have moved.
    since: u64,
}

impl MovedMarks {
    /// Adds the marks that moved in a version of the scene.
    pub fn add(&mut self, moved: Moved, version: u64) {
        if !std::mem::replace(&mut self.has_any, true) {
            self.since = version;
        }
        let pairs = [
            (&mut self.moved.nations, moved.nations),
            (&mut self.moved.ties, moved.ties),
            (&mut self.moved.memberships, moved.memberships),
        ];
        for (all, new) in pairs {
            if !is_subset(&new, all) {
                all.extend(new);
                all.sort_unstable();
                all.dedup();
                self.since = version;
            }
        }
    }

    /// The marks that have moved, where they are so few that the others are worth keeping.
    pub fn if_few(&self, scene: &Scene) -> Option<&Moved> {
        let Moved { nations, ties, .. } = &self.moved;
        let is_few = nations.len() + ties.len() < (scene.nations.len() + scene.ties.len()) / 2;
        (is_few && self.has_any).then_some(&self.moved)
    }

    /// The version of the scene since which the same marks have moved.
    pub const fn since(&self) -> u64 {
        self.since
    }
}

/// Whether all of some indices are among others; both lists ascend.
fn is_subset(some: &[u32], all: &[u32]) -> bool {
    let mut all = all.iter();
    some.len() <= all.len() && some.iter().all(|index| all.any(|other| other == index))
}

/// The indices below `count` that aren't among some, which ascend.
pub fn complement(some: &[u32], count: usize) -> Vec<u32> {
    let mut some = some.iter().peekable();
    (0..count as u32).filter(|index| some.next_if_eq(&index).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nations(indices: &[u32]) -> Moved {
        Moved { nations: indices.to_vec(), ..Moved::default() }
    }

    #[test]
    fn what_moves_on_is_nothing_new() {
        let mut marks = MovedMarks::default();
        marks.add(nations(&[2, 7]), 5);
        marks.add(nations(&[7]), 6);
        assert_eq!(marks.since(), 5);
        marks.add(nations(&[3]), 7);
        assert_eq!((marks.since(), marks.moved.nations.as_slice()), (7, &[2, 3, 7][..]));
    }

    #[test]
    fn where_a_note_moves_alone_all_marks_stay() {
        let mut marks = MovedMarks::default();
        marks.add(Moved::default(), 4);
        marks.add(Moved::default(), 5);
        assert_eq!(marks.since(), 4, "they are drawn once and kept");
    }

    #[test]
    fn the_others_are_all_but_some() {
        assert_eq!(complement(&[0, 2, 3], 6), [1, 4, 5]);
        assert_eq!(complement(&[], 2), [0, 1]);
        assert!(complement(&[0, 1], 2).is_empty());
    }
}
