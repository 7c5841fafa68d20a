//! Deletes records, together with what refers to them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Command, change_filter};
use crate::model::{End, KindId, Map, Nation, NationId, NoteId, SourceId, Target, Tie, TieId};

/// Deletes nations, ties and text notes, with what depends on them: the ties of a nation, the ties onto a tie, the
/// memberships in an organisation.
pub fn delete(map: &Map, targets: &BTreeSet<Target>) -> Command {
    let nations: BTreeSet<NationId> = targets
        .iter()
        .filter_map(|target| target.nation())
        .filter(|id| map.nations().contains(*id))
        .collect();
    let ties = ties_to_delete(map, targets, &nations);
    let mut commands: Vec<Command> =
        ties.into_iter().map(|id| Command::Tie(id, Change::Remove)).collect();
    for (id, nation) in map.nations().iter().filter(|(id, _)| !nations.contains(id)) {
        if nation.memberships.iter().any(|m| nations.contains(&m.organisation)) {
            let mut left = nation.clone();
            left.memberships.retain(|m| !nations.contains(&m.organisation));
            commands.push(Command::Nation(id, Change::Replace(Box::new(left))));
        }
    }
    // Memberships among the deleted nations go first, so that these can be removed in any order.
    for id in &nations {
        if let Some(nation) = map.nations().get(*id).filter(|n| !n.memberships.is_empty()) {
            let left = Nation { memberships: Vec::new(), ..nation.clone() };
            commands.push(Command::Nation(*id, Change::Replace(Box::new(left))));
        }
    }
    commands.extend(nations.into_iter().map(|id| Command::Nation(id, Change::Remove)));
    let notes = targets.iter().filter_map(|target| target.note());
    let notes = notes.filter(|id: &NoteId| map.text_notes().contains(*id));
    commands.extend(notes.map(|id| Command::TextNote(id, Change::Remove)));
    Command::Batch(commands)
}

/// The ties to delete, each after the ties that end at it.
fn ties_to_delete(
    map: &Map,
    targets: &BTreeSet<Target>,
    nations: &BTreeSet<NationId>,
) -> Vec<TieId> {
    let is_deleted = |id: TieId, tie: &Tie| {
        targets.contains(&Target::Tie(id))
            || nations.contains(&tie.from)
            || matches!(tie.to, End::Nation(to) if nations.contains(&to))
    };
    let mut onto: BTreeMap<TieId, Vec<TieId>> = BTreeMap::new();
    let mut order: Vec<TieId> = Vec::new();
    for (id, tie) in map.ties().iter() {
        if let End::Tie(target) = tie.to {
            onto.entry(target).or_default().push(id);
        }
        if is_deleted(id, tie) {
            order.push(id);
        }
    }
    let mut seen: BTreeSet<TieId> = order.iter().copied().collect();
    let mut next = 0;
    while let Some(id) = order.get(next) {
        for child in onto.get(id).into_iter().flatten() {
            if seen.insert(*child) {
                order.push(*child);
            }
        }
        next += 1;
    }
    // Deeper ties first: a tie is removed after all that end at it.
    let depth = |mut id: TieId| {
        let mut depth = 0usize;
        while let Some(End::Tie(target)) = map.ties().get(id).map(|t| t.to) {
            id = target;
            depth += 1;
        }
        depth
    };
    order.sort_by_key(|id| std::cmp::Reverse(depth(*id)));
    order
}

/// Deletes a kind; its ties, and a filter that names it, take another kind instead.
pub fn delete_kind(map: &Map, id: KindId, replacement: KindId) -> Command {
    let mut commands: Vec<Command> = map
        .ties()
        .iter()
        .filter(|(_, tie)| tie.kind == id)
        .map(|(tie_id, tie)| {
            let tie = Tie { kind: replacement, ..tie.clone() };
            Command::Tie(tie_id, Change::Replace(Box::new(tie)))
        })
        .collect();
    if map.filter().kinds.contains(&id) {
        commands.push(change_filter(map, |filter| {
            filter.kinds.remove(&id);
            filter.kinds.insert(replacement);
        }));
    }
    commands.push(Command::Kind(id, Change::Remove));
    Command::Batch(commands)
}

/// Deletes a source; evidence that cites it stays, without a source.
pub fn delete_source(map: &Map, id: SourceId) -> Command {
    let mut commands = Vec::new();
    for (tie_id, tie) in map.ties().iter() {
        if tie.evidence.iter().any(|e| e.source == Some(id)) {
            let mut tie = tie.clone();
            tie.evidence.iter_mut().filter(|e| e.source == Some(id)).for_each(|e| e.source = None);
            commands.push(Command::Tie(tie_id, Change::Replace(Box::new(tie))));
        }
    }
    commands.push(Command::Source(id, Change::Remove));
    Command::Batch(commands)
}
