//! The indices of marks by id.

use crate::model::{NationId, TieId};
use crate::scene::Scene;

/// The indices of the marks of nations and ties in a scene, by id.
#[derive(Clone, Debug, Default)]
pub struct MarkLookup {
    nations: Vec<(NationId, u32)>,
    ties: Vec<(TieId, u32)>,
}

impl MarkLookup {
    /// The indices of a scene's marks.
    pub fn of(scene: &Scene) -> Self {
        let mut nations: Vec<_> = scene.nations.iter().map(|mark| mark.id).zip(0..).collect();
        let mut ties: Vec<_> = scene.ties.iter().map(|mark| mark.id).zip(0..).collect();
        nations.sort_unstable();
        ties.sort_unstable();
        Self { nations, ties }
    }

    /// The index of a nation's mark.
    pub fn nation(&self, id: NationId) -> Option<usize> {
        let found = self.nations.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.nations.get(found).map(|(_, index)| *index as usize)
    }

    /// The index of a tie's mark.
    pub fn tie(&self, id: TieId) -> Option<usize> {
        let found = self.ties.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.ties.get(found).map(|(_, index)| *index as usize)
    }
}
