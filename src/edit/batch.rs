//! Runs of removals and insertions in a batch, carried out at once: to delete a thousand nations with
//! their ties looks at the map a few times, not ten thousand times.
//!
//! The map and the inverse are the same as with one command after another. What is put in must keep the
//! map's rules once all of it is in.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{Change, Command};
use crate::model::{End, Fault, Keyed, Map, NationId, Records, TieId};

/// A sort of commands of which several that follow one another are carried out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    RemoveNations,
    RemoveTies,
    InsertNations,
    InsertTies,
}

/// A place in the order, an id and a record.
type Insertion<I, T> = (usize, I, T);

impl Sort {
    /// The sort of a command; none where it is carried out by itself.
    pub(super) const fn of(command: &Command) -> Option<Self> {
        match command {
            Command::Nation(_, Change::Remove) => Some(Self::RemoveNations),
            Command::Tie(_, Change::Remove) => Some(Self::RemoveTies),
            Command::Nation(_, Change::Insert(..)) => Some(Self::InsertNations),
            Command::Tie(_, Change::Insert(..)) => Some(Self::InsertTies),
            _ => None,
        }
    }

    /// Carries out commands of this sort, all of them or none; returns the inverse of each, in their
    /// order.
    pub(super) fn apply(self, map: &mut Map, run: Vec<Command>) -> Result<Vec<Command>, Fault> {
        match self {
            Self::RemoveNations => {
                let ids: Vec<NationId> = run.iter().filter_map(nation_id).collect();
                check_nations_are_free(map, &ids)?;
                let taken = map.nations_mut().remove_all(&ids).ok_or(Fault::Missing)?;
                Ok(put_back(ids, taken, Command::Nation))
            }
            Self::RemoveTies => {
                let ids: Vec<TieId> = run.iter().filter_map(tie_id).collect();
                check_ties_are_free(map, &ids)?;
                let taken = map.ties_mut().remove_all(&ids).ok_or(Fault::Missing)?;
                Ok(put_back(ids, taken, Command::Tie))
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
                if let Err(fault) = ids.iter().try_for_each(fits) {
                    map.nations_mut().remove_all(&ids);
                    return Err(fault);
                }
                Ok(take_out(ids, Command::Nation))
            }
            Self::InsertTies => {
                let new = run.into_iter().filter_map(|command| match command {
                    Command::Tie(id, Change::Insert(at, tie)) => Some((at, id, *tie)),
                    _ => None,
                });
                let ids = insert(map.ties_mut(), new.collect())?;
                let fits =
                    |id: &TieId| map.ties().get(*id).map_or(Ok(()), |t| map.check_tie(*id, t));
                if let Err(fault) = ids.iter().try_for_each(fits) {
                    map.ties_mut().remove_all(&ids);
                    return Err(fault);
                }
                Ok(take_out(ids, Command::Tie))
            }
        }
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

/// Puts records in whose ids and keys are free and differ.
fn insert<I, T: Keyed + Clone>(
    records: &mut Records<I, T>,
    run: Vec<Insertion<I, T>>,
) -> Result<Vec<I>, Fault>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
{
    let ids: Vec<I> = run.iter().map(|(_, id, _)| *id).collect();
    let mut new = HashSet::new();
    if ids.iter().any(|id| records.contains(*id) || !new.insert(*id)) {
        return Err(Fault::Key(String::new()));
    }
    let mut keys: HashSet<&str> = records.iter().map(|(_, record)| record.key()).collect();
    let taken = run.iter().find(|(_, _, record)| !keys.insert(record.key()));
    if let Some((_, _, record)) = taken {
        return Err(Fault::Key(record.key().to_owned()));
    }
    records.insert_all(run);
    Ok(ids)
}

fn put_back<I, T>(
    ids: Vec<I>,
    taken: Vec<(usize, T)>,
    command: impl Fn(I, Change<T>) -> Command,
) -> Vec<Command> {
    let inverse = |(id, (at, record))| command(id, Change::Insert(at, Box::new(record)));
    ids.into_iter().zip(taken).map(inverse).collect()
}

fn take_out<I, T>(ids: Vec<I>, command: impl Fn(I, Change<T>) -> Command) -> Vec<Command> {
    ids.into_iter().map(|id| command(id, Change::Remove)).collect()
}

/// When in a run each of its records goes.
fn turns<I: Copy + Eq + Hash>(ids: &[I]) -> HashMap<I, usize> {
    ids.iter().copied().zip(0..).collect()
}

/// Whether no tie starts or ends at the nations, and no nation that stays longer belongs to one.
fn check_nations_are_free(map: &Map, ids: &[NationId]) -> Result<(), Fault> {
    let turns = turns(ids);
    let is_end = |end: End| matches!(end, End::Nation(id) if turns.contains_key(&id));
    if map.ties().iter().any(|(_, tie)| turns.contains_key(&tie.from) || is_end(tie.to)) {
        return Err(Fault::InUse);
    }
    let outlives = |member: NationId, organisation: NationId| {
        let goes = turns.get(&organisation);
        goes.is_some_and(|turn| turns.get(&member).is_none_or(|own| own > turn))
    };
    let in_use = map.nations().iter().any(|(id, nation)| {
        nation.memberships.iter().any(|membership| outlives(id, membership.organisation))
    });
    if in_use { Err(Fault::InUse) } else { Ok(()) }
}

/// Whether no tie that stays longer ends at one of the ties.
fn check_ties_are_free(map: &Map, ids: &[TieId]) -> Result<(), Fault> {
    let turns = turns(ids);
    let outlives = |id: TieId, target: TieId| {
        let goes = turns.get(&target);
        goes.is_some_and(|turn| turns.get(&id).is_none_or(|own| own > turn))
    };
    let in_use = map
        .ties()
        .iter()
        .any(|(id, tie)| matches!(tie.to, End::Tie(target) if outlives(id, target)));
    if in_use { Err(Fault::InUse) } else { Ok(()) }
}
