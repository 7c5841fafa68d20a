//! Duplicates nations, ties and text notes within a map.

use std::collections::{BTreeMap, BTreeSet};

use super::Command;
use super::copy_names::CopyNames;
use super::new_records::NewRecords;
use crate::model::{End, Map, NationId, Point, Target, TextNote};

/// Duplicates nations, ties and text notes, the copies beside the originals by `offset`. A tie is copied with its
/// ends: at the copy of an end that is duplicated too, else at the original. Returns the copies.
pub fn duplicate(
    map: &Map,
    targets: &BTreeSet<Target>,
    offset: Point,
) -> (BTreeSet<Target>, Command) {
    let mut records = NewRecords::for_map(map);
    let mut names = CopyNames::for_map(map);
    let mut copies: BTreeMap<NationId, NationId> = BTreeMap::new();
    for (id, nation) in
        map.nations().iter().filter(|(id, _)| targets.contains(&Target::Nation(*id)))
    {
        let mut copy = nation.clone();
        copy.name = names.copy_of(&nation.name);
        copy.position = nation.position.map(|position| position + offset);
        let copy_id = records.next_nation_id();
        copies.insert(id, copy_id);
        records.add_nation(copy_id, copy);
    }
    let copy_of = |id: NationId| copies.get(&id).copied().unwrap_or(id);
    for (_, tie) in map.ties().iter().filter(|(id, _)| targets.contains(&Target::Tie(*id))) {
        let mut copy = tie.clone();
        copy.from = copy_of(tie.from);
        if let End::Nation(to) = tie.to {
            copy.to = End::Nation(copy_of(to));
        }
        let copy_id = records.next_tie_id();
        records.add_tie(copy_id, copy);
    }
    for (_, note) in map.text_notes().iter().filter(|(id, _)| targets.contains(&Target::Note(*id)))
    {
        let position = (note.position + offset).within_limit();
        records.add_text_note(TextNote { position, ..note.clone() });
    }
    records.into_command()
}
