//! Duplicating nations and ties within a map.

use std::collections::{BTreeMap, BTreeSet};

use super::Command;
use super::new_records::Additions;
use crate::model::{End, Map, NationId, Point, Target};

/// Duplicates nations and ties, the copies beside the originals by `offset`. A tie is copied with its
/// ends: to the copy where an end is duplicated too, else to the original. Returns what was made.
pub fn duplicate(
    map: &Map,
    targets: &BTreeSet<Target>,
    offset: Point,
) -> (BTreeSet<Target>, Command) {
    let mut additions = Additions::to(map);
    let mut twins: BTreeMap<NationId, NationId> = BTreeMap::new();
    for (id, nation) in
        map.nations().iter().filter(|(id, _)| targets.contains(&Target::Nation(*id)))
    {
        let mut copy = nation.clone();
        copy.name = format!("{} (copy)", nation.name);
        copy.position = nation.position.map(|position| position + offset);
        let twin = additions.nation_id();
        twins.insert(id, twin);
        additions.nation(twin, copy);
    }
    let twin_of = |id: NationId| twins.get(&id).copied().unwrap_or(id);
    for (_, tie) in map.ties().iter().filter(|(id, _)| targets.contains(&Target::Tie(*id))) {
        let mut copy = tie.clone();
        copy.from = twin_of(tie.from);
        if let End::Nation(to) = tie.to {
            copy.to = End::Nation(twin_of(to));
        }
        let twin = additions.tie_id();
        additions.tie(twin, copy);
    }
    additions.into_step()
}
