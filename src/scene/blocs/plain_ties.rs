//! The ties of which a ground can tell all.

use super::inner_ties::binds;
use crate::model::{Direction, Map, Tie, TieId};
use crate::scene::ties::TieRank;
use crate::scene::ties::status::drawn_status;

/// What a map's ties have to show that a ground, or a line that ends at one, can't.
pub(in crate::scene) struct PlainTies<'a> {
    /// The map.
    pub(in crate::scene) map: &'a Map,
    /// The rank of each of its ties.
    pub(in crate::scene) ranks: &'a [TieRank],
    /// Whether the numbers of sources stand beside ties.
    pub(in crate::scene) numbers: bool,
}

impl PlainTies<'_> {
    /// Whether a ground can tell all of a tie of a rank, which is given by its index, too: it is mutual and in force,
    /// and neither text nor source nor filter makes it another than those beside it.
    pub(super) fn is_plain(&self, index: usize, (id, tie): (TieId, &Tie), rank: TieRank) -> bool {
        self.ranks.get(index) == Some(&rank)
            && binds(self.map, tie)
            && !self.map.dimmed().ties.contains(&id)
            && tie.direction == Direction::Mutual
            && drawn_status(tie.status).is_none()
            && tie.label.is_empty()
            && (!self.numbers || tie.evidence.is_empty())
    }
}
