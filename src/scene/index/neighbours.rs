//! What a nation or a tie is connected with.

use crate::scene::{Mark, Scene};

/// What a nation or tie is connected with, as indices into the scene's lists, each list ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// For a nation, itself, those at the other ends, and its members if it is drawn as a hull; for a tie,
    /// the nations at its ends.
    pub nations: Vec<usize>,
    /// The ties, those at which they end, and so on.
    pub ties: Vec<usize>,
    /// The memberships of the nation, and of its members in it.
    pub memberships: Vec<usize>,
}

impl Neighbours {
    /// What a tie is connected with: its ends, and if it ends at a tie, what that is connected with.
    pub fn of_tie(scene: &Scene, tie: usize) -> Self {
        let mut neighbours = Self::default();
        neighbours.add_tie(scene, tie);
        neighbours.sorted()
    }

    /// The same with other marks, but not with what those are connected with.
    #[must_use]
    pub fn with(mut self, others: &[Mark]) -> Self {
        for mark in others {
            match mark {
                Mark::Nation(nation) => self.nations.push(*nation),
                Mark::Tie(tie) => self.ties.push(*tie),
            }
        }
        self.sorted()
    }

    pub(super) fn add_tie(&mut self, scene: &Scene, tie: usize) {
        let mut next = Some(tie);
        while let Some(index) = next {
            let Some(mark) = scene.ties.get(index) else { break };
            self.ties.push(index);
            self.nations.push(mark.from);
            next = match mark.to {
                Mark::Nation(to) => {
                    self.nations.push(to);
                    None
                }
                // No valid map has a cycle, but one must not hang the window.
                Mark::Tie(to) => Some(to).filter(|to| !self.ties.contains(to)),
            };
        }
    }

    pub(super) fn sorted(mut self) -> Self {
        for list in [&mut self.nations, &mut self.ties, &mut self.memberships] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }
}
