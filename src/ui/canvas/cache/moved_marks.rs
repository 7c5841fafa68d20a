//! What of a large map moves while all else stays: it is drawn anew in each frame, the rest is kept.

use crate::scene::{Moved, Scene};

/// What has moved since the picture was made with care.
#[derive(Debug, Default)]
pub struct Moving {
    moved: Moved,
    /// The version of the picture in which something began to move.
    since: u64,
}

impl Moving {
    /// Takes up what has moved in a version of the picture.
    pub fn take_up(&mut self, moved: Moved, version: u64) {
        let pairs = [
            (&mut self.moved.nations, moved.nations),
            (&mut self.moved.ties, moved.ties),
            (&mut self.moved.memberships, moved.memberships),
        ];
        for (all, new) in pairs {
            if !is_part(&new, all) {
                all.extend(new);
                all.sort_unstable();
                all.dedup();
                self.since = version;
            }
        }
    }

    /// What has moved, where it is so little that it is worth keeping the rest.
    pub fn few_of(&self, scene: &Scene) -> Option<&Moved> {
        let Moved { nations, ties, .. } = &self.moved;
        let is_few = nations.len() + ties.len() < (scene.nations.len() + scene.ties.len()) / 2;
        (is_few && !nations.is_empty()).then_some(&self.moved)
    }

    /// The version of the picture since which the same marks have moved.
    pub const fn since(&self) -> u64 {
        self.since
    }
}

/// Whether all of some places are among others; both ascend.
fn is_part(some: &[u32], all: &[u32]) -> bool {
    let mut all = all.iter();
    some.len() <= all.len() && some.iter().all(|place| all.any(|other| other == place))
}

/// The places from 0 that aren't among some, which ascend.
pub fn others(some: &[u32], count: usize) -> Vec<u32> {
    let mut some = some.iter().peekable();
    (0..count as u32).filter(|place| some.next_if_eq(&place).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nations(places: &[u32]) -> Moved {
        Moved { nations: places.to_vec(), ..Moved::default() }
    }

    #[test]
    fn what_moves_on_is_nothing_new() {
        let mut moving = Moving::default();
        moving.take_up(nations(&[2, 7]), 5);
        moving.take_up(nations(&[7]), 6);
        assert_eq!(moving.since(), 5);
        moving.take_up(nations(&[3]), 7);
        assert_eq!((moving.since(), moving.moved.nations.as_slice()), (7, &[2, 3, 7][..]));
    }

    #[test]
    fn the_others_are_all_but_some() {
        assert_eq!(others(&[0, 2, 3], 6), [1, 4, 5]);
        assert_eq!(others(&[], 2), [0, 1]);
        assert!(others(&[0, 1], 2).is_empty());
    }
}
