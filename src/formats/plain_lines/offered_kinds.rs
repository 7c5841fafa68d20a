//! Kinds of tie that a mail may use without saying that they are new.

use crate::formats::vocabulary::{KINDS, capitalised, unused_look};
use crate::model::{Extra, Kind, KindId, Map, Sign, Tie};

/// A kind for every sort of tie that has words of its own.
pub fn all() -> impl Iterator<Item = Kind> {
    KINDS.iter().map(|sort| new(sort.key, sort.sign, sort.directed))
}

/// A kind that has no look of its own yet.
pub fn new(name: &str, sign: Sign, directed: bool) -> Kind {
    Kind {
        key: String::new(),
        name: capitalised(name),
        sign,
        color: Default::default(),
        dash: Default::default(),
        width: 1.5,
        directed,
        extra: Extra::new(),
    }
}

/// Keeps the kinds that lines name, in their order, and behind them those that a tie is of; each has a look of
/// its own.
pub fn keep_used(map: &Map, kinds: &mut Vec<Kind>, ties: &mut [Tie], named: &[KindId]) {
    let first: u32 = map.kinds().free_id().into();
    let index_of = |id: KindId| u32::from(id).checked_sub(first).map(|index| index as usize);
    let used = ties.iter().map(|tie| tie.kind).filter(|id| !named.contains(id));
    let mut used: Vec<KindId> = used.filter(|id| index_of(*id).is_some()).collect();
    used.sort_unstable();
    used.dedup();
    let mut moved = vec![0; kinds.len()];
    let mut kept: Vec<Kind> = Vec::new();
    for index in named.iter().chain(&used).filter_map(|id| index_of(*id)) {
        let Some(kind) = kinds.get(index) else { continue };
        let there = || map.kinds().iter().map(|(_, kind)| kind).chain(&kept);
        let (color, dash) = unused_look(kind.sign, there);
        moved[index] = kept.len();
        kept.push(Kind { color, dash, ..kind.clone() });
    }
    for tie in ties {
        if let Some(index) = index_of(tie.kind).and_then(|index| moved.get(index)) {
            tie.kind = KindId::from(first.saturating_add(*index as u32));
        }
    }
    *kinds = kept;
}
