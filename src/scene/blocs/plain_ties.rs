//! The ties of which a ground can tell all.

use crate::model::{Direction, Map, Tie, TieId};
use crate::scene::routing;
use crate::scene::ties::TieRank;
use crate::scene::ties::status::drawn_status;

/// What a map's ties have to show that a ground, or a line that ends at one, can't.
pub(in crate::scene) struct PlainTies<'a> {
    /// The map.
    pub(in crate::scene) map: &'a Map,
    /// The rank of each of its ties.
    ranks: &'a [TieRank],
    /// Whether the numbers of sources stand beside ties.
    numbers: bool,
    /// Whether others are about each tie, whose lines end at its own.
    spoken_of: Vec<bool>,
}

impl<'a> PlainTies<'a> {
    /// The ties of a map with their ranks; `numbers` says whether the numbers of sources stand beside them.
    pub(in crate::scene) fn of(map: &'a Map, ranks: &'a [TieRank], numbers: bool) -> Self {
        Self { map, ranks, numbers, spoken_of: routing::targets(map, |_| true) }
    }

    /// The rank of a tie, by its index.
    pub(in crate::scene) fn rank(&self, index: usize) -> TieRank {
        self.ranks.get(index).copied().unwrap_or(TieRank::Usual)
    }

    /// Whether a ground can tell all of a tie, which is given by its index, too: it is mutual and in force, no other is
    /// about it, and neither text nor source nor filter makes it another than those beside it.
    pub(in crate::scene) fn is_plain(&self, index: usize, (id, tie): (TieId, &Tie)) -> bool {
        tie.direction == Direction::Mutual
            && drawn_status(tie.status).is_none()
            && self.spoken_of.get(index) != Some(&true)
            && !self.map.dimmed().ties.contains(&id)
            && tie.label.is_empty()
            && (!self.numbers || tie.evidence.is_empty())
    }
}
