//! The kind of a tie for which none is said.

use super::{End, Kind, KindId, Map, Sign};

/// The kinds of tie that were used last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsualKinds {
    /// For a tie to a nation.
    pub to_nation: Option<KindId>,
    /// For a tie onto a tie.
    pub to_tie: Option<KindId>,
}

impl UsualKinds {
    /// The kind of a tie with such a second end: the one last used, else the map's first. Onto a tie, none
    /// was used at first: then it is the concern, or the first hostile kind, since a nation is mostly concerned
    /// about what others agree. `None` if the map has no kinds.
    pub fn kind_for(self, map: &Map, to: End) -> Option<KindId> {
        let in_map = |kind: &KindId| map.kinds().contains(*kind);
        let general = || self.to_nation.filter(in_map).or_else(|| map.kinds().id_at(0));
        match to {
            End::Nation(_) => general(),
            End::Tie(_) => self.to_tie.filter(in_map).or_else(|| concern(map)).or_else(general),
        }
    }
}

/// The concern of a map, else its first hostile kind, rather one that is directed.
fn concern(map: &Map) -> Option<KindId> {
    let is_hostile = |kind: &Kind| kind.sign == Sign::Hostile;
    let find = |fits: &dyn Fn(&Kind) -> bool| {
        map.kinds().iter().find(|(_, kind)| fits(kind)).map(|(id, _)| id)
    };
    let directed = || find(&|kind| is_hostile(kind) && kind.directed);
    map.kinds().by_key("concern").or_else(directed).or_else(|| find(&is_hostile))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NationId, TieId};

    #[test]
    fn a_tie_onto_a_tie_is_a_concern_until_another_kind_is_used_there() {
        let map = Map::empty();
        let kind = |key: &str| map.kinds().by_key(key).expect("a standard kind");
        let (nation, tie) = (End::Nation(NationId(1)), End::Tie(TieId(1)));
        let used = UsualKinds { to_nation: Some(kind("pact")), to_tie: None };
        assert_eq!(used.kind_for(&map, nation), Some(kind("pact")));
        assert_eq!(used.kind_for(&map, tie), Some(kind("concern")));
        let used = UsualKinds { to_tie: Some(kind("allied")), ..used };
        assert_eq!(used.kind_for(&map, tie), Some(kind("allied")));
        let gone = UsualKinds { to_nation: Some(KindId(99)), to_tie: Some(KindId(99)) };
        assert_eq!(gone.kind_for(&map, nation), map.kinds().id_at(0));
        assert_eq!(gone.kind_for(&map, tie), Some(kind("concern")));
    }
}
