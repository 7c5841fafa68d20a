//! Runs of removals and insertions in a batch, applied in bulk: deleting a thousand nations with their
//! ties goes through the map a few times, not ten thousand times.
//!
//! The map and the inverse are the same as with one command after another. Inserted records must keep
//! the map's rules once all of them are in.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{Change, Command};
use crate::model::{End, Keyed, Map, NationId, NoteId, Records, TieId, ValidationError};

/// An operation that is applied in bulk where several commands in a row do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BulkOperation {
    RemoveNations,
    RemoveTies,
    InsertNations,
    InsertTies,
    RemoveNotes,
    InsertNotes,
}

/// A position in the list, an id and a record.
type Insertion<I, T> = (usize, I, T);

impl BulkOperation {
    /// What a command does; `None` if it is applied by itself.
    pub(super) const fn of(command: &Command) -> Option<Self> {
        match command {
            Command::Nation(_, Change::Remove) => Some(Self::RemoveNations),
            Command::Tie(_, Change::Remove) => Some(Self::RemoveTies),
            Command::Nation(_, Change::Insert(..)) => Some(Self::InsertNations),
            Command::Tie(_, Change::Insert(..)) => Some(Self::InsertTies),
            Command::TextNote(_, Change::Remove) => Some(Self::RemoveNotes),
            Command::TextNote(_, Change::Insert(..)) => Some(Self::InsertNotes),
            _ => None,
        }
    }

    /// Applies commands that do this, all of them or none; returns the inverse of each, in their order.
    pub(super) fn apply(
        self,
        map: &mut Map,
        run: Vec<Command>,
    ) -> Result<Vec<Command>, ValidationError> {
        match self {
            Self::RemoveNations => {
                let ids: Vec<NationId> = run.iter().filter_map(nation_id).collect();
                check_nations_unused(map, &ids)?;
                let taken = map.nations_mut().remove_all(&ids).ok_or(ValidationError::Missing)?;
                Ok(insertions(ids, taken, Command::Nation))
            }
            Self::RemoveTies => {
                let ids: Vec<TieId> = run.iter().filter_map(tie_id).collect();
                check_ties_unused(map, &ids)?;
                let taken = map.ties_mut().remove_all(&ids).ok_or(ValidationError::Missing)?;
                Ok(insertions(ids, taken, Command::Tie))
            }
            Self::InsertNations => {
                let new = run.into_iter().filter_map(|command| match command {
                    Command::Nation(id, Change::Insert(at, nation)) => Some((at, id, *nation)),
                    _ => None,
                });
                let ids = insert(map.nations_mut(), new.collect())?;
                let fits = |id: &NationId| {
                    map.nations().get(*id).map_or(Ok(()), |n| map.check_nation(*id, n))
                };
                if let Err(error) = ids.iter().try_for_each(fits) {
                    map.nations_mut().remove_all(&ids);
                    return Err(error);
                }
                Ok(removals(ids, Command::Nation))
            }
            Self::InsertTies => {
                let new = run.into_iter().filter_map(|command| match command {
                    Command::Tie(id, Change::Insert(at, tie)) => Some((at, id, *tie)),
                    _ => None,
                });
                let ids = insert(map.ties_mut(), new.collect())?;
                let mut fits = map.check_ties(ids.iter().copied()).map(|(_, result)| result);
                let unfit = fits.find_map(Result::err);
                drop(fits);
                if let Some(error) = unfit {
                    map.ties_mut().remove_all(&ids);
                    return Err(error);
                }
                Ok(removals(ids, Command::Tie))
            }
            Self::RemoveNotes => {
                let ids: Vec<NoteId> = run.iter().filter_map(note_id).collect();
                let taken = map.text_notes_mut().remove_all(&ids);
                Ok(insertions(ids, taken.ok_or(ValidationError::Missing)?, Command::TextNote))
            }
            Self::InsertNotes => insert_notes(map, run),
        }
    }
}

fn insert_notes(map: &mut Map, run: Vec<Command>) -> Result<Vec<Command>, ValidationError> {
    let new = run.into_iter().filter_map(|command| match command {
        Command::TextNote(id, Change::Insert(at, note)) => Some((at, id, *note)),
        _ => None,
    });
    let ids = insert(map.text_notes_mut(), new.collect())?;
    let fits = |id: &NoteId| {
        map.text_notes().get(*id).map_or(Ok(()), |note| map.check_text_note(*id, note))
    };
    if let Err(error) = ids.iter().try_for_each(fits) {
        map.text_notes_mut().remove_all(&ids);
        return Err(error);
    }
    Ok(removals(ids, Command::TextNote))
}

const fn note_id(command: &Command) -> Option<NoteId> {
    match command {
        Command::TextNote(id, _) => Some(*id),
        _ => None,
    }
}

const fn nation_id(command: &Command) -> Option<NationId> {
    match command {
        Command::Nation(id, _) => Some(*id),
        _ => None,
    }
}

const fn tie_id(command: &Command) -> Option<TieId> {
    match command {
        Command::Tie(id, _) => Some(*id),
        _ => None,
    }
}

/// Inserts records whose ids and keys are unused and distinct.
fn insert<I, T: Keyed + Clone>(
    records: &mut Records<I, T>,
    run: Vec<Insertion<I, T>>,
) -> Result<Vec<I>, ValidationError>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    let ids: Vec<I> = run.iter().map(|(_, id, _)| *id).collect();
    let mut new = HashSet::new();
    if ids.iter().any(|id| records.contains(*id) || !new.insert(*id)) {
        return Err(ValidationError::Key(String::new()));
    }
    let mut keys: HashSet<&str> = records.iter().map(|(_, record)| record.key()).collect();
    let taken = run.iter().find(|(_, _, record)| !keys.insert(record.key()));
    if let Some((_, _, record)) = taken {
        return Err(ValidationError::Key(record.key().to_owned()));
    }
    records.insert_all(run);
    Ok(ids)
}

fn insertions<I, T>(
    ids: Vec<I>,
    taken: Vec<(usize, T)>,
    command: impl Fn(I, Change<T>) -> Command,
) -> Vec<Command> {
    let inverse = |(id, (at, record))| command(id, Change::Insert(at, Box::new(record)));
    ids.into_iter().zip(taken).map(inverse).collect()
}

fn removals<I, T>(ids: Vec<I>, command: impl Fn(I, Change<T>) -> Command) -> Vec<Command> {
    ids.into_iter().map(|id| command(id, Change::Remove)).collect()
}

/// The position in a run at which each of its records is removed.
fn removal_order<I: Copy + Eq + Hash>(ids: &[I]) -> HashMap<I, usize> {
    ids.iter().copied().zip(0..).collect()
}

/// Checks that no tie starts or ends at the nations, and that no nation that stays longer is a member
/// of one.
fn check_nations_unused(map: &Map, ids: &[NationId]) -> Result<(), ValidationError> {
    let removal_order = removal_order(ids);
    let is_end = |end: End| matches!(end, End::Nation(id) if removal_order.contains_key(&id));
    if map.ties().iter().any(|(_, tie)| removal_order.contains_key(&tie.from) || is_end(tie.to)) {
        return Err(ValidationError::InUse);
    }
    let outlives = |member: NationId, organisation: NationId| {
        let removed = removal_order.get(&organisation);
        removed.is_some_and(|turn| removal_order.get(&member).is_none_or(|own| own > turn))
    };
    let in_use = map.nations().iter().any(|(id, nation)| {
        nation.memberships.iter().any(|membership| outlives(id, membership.organisation))
    });
    if in_use { Err(ValidationError::InUse) } else { Ok(()) }
}

/// Checks that no tie that stays longer ends at one of the ties.
fn check_ties_unused(map: &Map, ids: &[TieId]) -> Result<(), ValidationError> {
    let removal_order = removal_order(ids);
    let outlives = |id: TieId, target: TieId| {
        let removed = removal_order.get(&target);
        removed.is_some_and(|turn| removal_order.get(&id).is_none_or(|own| own > turn))
    };
    let in_use = map
        .ties()
        .iter()
        .any(|(id, tie)| matches!(tie.to, End::Tie(target) if outlives(id, target)));
    if in_use { Err(ValidationError::InUse) } else { Ok(()) }
}
