//! Applying a command to a map. The result is the command that takes it back.

use std::hash::Hash;
use std::iter::Peekable;

use super::batch::Sort;
use super::{Change, Command, Placement};
use crate::model::{
    End, Fault, Kind, KindId, Map, Nation, NationId, Records, Source, SourceId, Tie, TieId,
    check_place,
};

/// Carries out a command and returns its exact inverse.
///
/// # Errors
/// A [`Fault`] when the map would break one of its rules; the map is then as it was before.
pub fn apply(map: &mut Map, command: Command) -> Result<Command, Fault> {
    match command {
        Command::Heading(heading) => {
            let old = std::mem::replace(map.heading_mut(), *heading);
            Ok(Command::Heading(Box::new(old)))
        }
        Command::Look(look) => {
            Map::check_look(&look)?;
            let old = std::mem::replace(map.look_mut(), *look);
            Ok(Command::Look(Box::new(old)))
        }
        Command::Filter(filter) => {
            map.check_filter(&filter)?;
            let old = std::mem::replace(map.filter_mut(), *filter);
            Ok(Command::Filter(Box::new(old)))
        }
        Command::Nation(id, change) => apply_nation(map, id, change),
        Command::Tie(id, change) => apply_tie(map, id, change),
        Command::Kind(id, change) => apply_kind(map, id, change),
        Command::Source(id, change) => apply_source(map, id, change),
        Command::Place(places) => apply_places(map, places),
        Command::Batch(commands) => apply_batch(map, commands),
    }
}

fn apply_nation(map: &mut Map, id: NationId, change: Change<Nation>) -> Result<Command, Fault> {
    match &change {
        Change::Insert(_, nation) | Change::Replace(nation) => map.check_nation(id, nation)?,
        Change::Remove => {
            let named = map.ties().iter().any(|(_, t)| t.from == id || t.to == End::Nation(id));
            let joined = |n: &Nation| n.memberships.iter().any(|m| m.organisation == id);
            if named || map.nations().iter().any(|(_, n)| joined(n)) {
                return Err(Fault::InUse);
            }
        }
    }
    change_record(map.nations_mut(), id, change).map(|inverse| Command::Nation(id, inverse))
}

fn apply_tie(map: &mut Map, id: TieId, change: Change<Tie>) -> Result<Command, Fault> {
    match &change {
        Change::Insert(_, tie) | Change::Replace(tie) => map.check_tie(id, tie)?,
        Change::Remove if map.ties().iter().any(|(_, t)| t.to == End::Tie(id)) => {
            return Err(Fault::InUse);
        }
        Change::Remove => {}
    }
    change_record(map.ties_mut(), id, change).map(|inverse| Command::Tie(id, inverse))
}

fn apply_kind(map: &mut Map, id: KindId, change: Change<Kind>) -> Result<Command, Fault> {
    match &change {
        Change::Insert(_, kind) | Change::Replace(kind) => map.check_kind(id, kind)?,
        Change::Remove
            if map.filter().kinds.contains(&id) || map.ties().iter().any(|(_, t)| t.kind == id) =>
        {
            return Err(Fault::InUse);
        }
        Change::Remove => {}
    }
    change_record(map.kinds_mut(), id, change).map(|inverse| Command::Kind(id, inverse))
}

fn apply_source(map: &mut Map, id: SourceId, change: Change<Source>) -> Result<Command, Fault> {
    match &change {
        Change::Insert(_, source) | Change::Replace(source) => map.check_source(id, source)?,
        Change::Remove => {
            let cited = |t: &Tie| t.evidence.iter().any(|e| e.source == Some(id));
            if map.ties().iter().any(|(_, t)| cited(t)) {
                return Err(Fault::InUse);
            }
        }
    }
    change_record(map.sources_mut(), id, change).map(|inverse| Command::Source(id, inverse))
}

fn change_record<I, T>(
    records: &mut Records<I, T>,
    id: I,
    change: Change<T>,
) -> Result<Change<T>, Fault>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
    T: Clone,
{
    match change {
        Change::Insert(_, _) if records.contains(id) => Err(Fault::Key(String::new())),
        Change::Insert(index, record) => {
            records.insert_at(index, id, *record);
            Ok(Change::Remove)
        }
        Change::Replace(record) => {
            let slot = records.get_mut(id).ok_or(Fault::Missing)?;
            Ok(Change::Replace(Box::new(std::mem::replace(slot, *record))))
        }
        Change::Remove => {
            let (index, record) = records.remove(id).ok_or(Fault::Missing)?;
            Ok(Change::Insert(index, Box::new(record)))
        }
    }
}

fn apply_places(map: &mut Map, mut places: Vec<(NationId, Placement)>) -> Result<Command, Fault> {
    for (id, place) in &places {
        check_place(place.position, place.pinned)?;
        map.nations().get(*id).ok_or(Fault::Missing)?;
    }
    for (id, place) in &mut places {
        if let Some(nation) = map.nations_mut().get_mut(*id) {
            std::mem::swap(&mut nation.position, &mut place.position);
            std::mem::swap(&mut nation.pinned, &mut place.pinned);
        }
    }
    // The same nation twice must come back in the opposite order.
    places.reverse();
    Ok(Command::Place(places))
}

/// Carries out a command of a batch, together with those after it that can be done at once with it.
fn apply_run(
    map: &mut Map,
    command: Command,
    rest: &mut Peekable<std::vec::IntoIter<Command>>,
) -> Result<Vec<Command>, Fault> {
    let sort = Sort::of(&command);
    let belongs = |next: &Command| sort.is_some() && Sort::of(next) == sort;
    let mut run = vec![command];
    while let Some(next) = rest.next_if(belongs) {
        run.push(next);
    }
    match sort {
        Some(sort) if run.len() > 1 => sort.apply(map, run),
        _ => run.into_iter().map(|command| apply(map, command)).collect(),
    }
}

fn apply_batch(map: &mut Map, commands: Vec<Command>) -> Result<Command, Fault> {
    let mut inverses = Vec::with_capacity(commands.len());
    let mut commands = commands.into_iter().peekable();
    while let Some(command) = commands.next() {
        match apply_run(map, command, &mut commands) {
            Ok(done) => inverses.extend(done),
            Err(fault) => {
                for inverse in inverses.into_iter().rev() {
                    // An exact inverse on the map it was made for can't fail.
                    let undone = apply(map, inverse);
                    debug_assert!(undone.is_ok(), "rolling back a batch failed: {undone:?}");
                }
                return Err(fault);
            }
        }
    }
    inverses.reverse();
    Ok(Command::Batch(inverses))
}
