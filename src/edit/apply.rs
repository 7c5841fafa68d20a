//! Applies a command to a map and returns the command that undoes it.

use std::hash::Hash;
use std::iter::Peekable;

use super::batch::BulkOperation;
use super::{Change, Command, Placement};
use crate::model::{
    End, Kind, KindId, Map, Nation, NationId, NoteId, Records, Source, SourceId, TextNote, Tie,
    TieId, ValidationError, check_placement,
};

/// Applies a command and returns its exact inverse.
///
/// # Errors
/// A [`ValidationError`] if the map would break one of its rules; the map is then as it was before.
pub fn apply(map: &mut Map, command: Command) -> Result<Command, ValidationError> {
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
        Command::TextNote(id, change) => apply_text_note(map, id, change),
        Command::Placements(placements) => apply_placements(map, placements),
        Command::Whole(new) => apply_whole(map, *new),
        Command::Batch(commands) => apply_batch(map, commands),
    }
}

fn apply_whole(map: &mut Map, new: Map) -> Result<Command, ValidationError> {
    match new.violations().into_iter().next() {
        Some((_, error)) => Err(error),
        None => Ok(Command::Whole(Box::new(std::mem::replace(map, new)))),
    }
}

fn apply_nation(
    map: &mut Map,
    id: NationId,
    change: Change<Nation>,
) -> Result<Command, ValidationError> {
    match &change {
        Change::Insert(_, nation) | Change::Replace(nation) => map.check_nation(id, nation)?,
        Change::Remove => {
            let named = map.ties().iter().any(|(_, t)| t.from == id || t.to == End::Nation(id));
            let joined = |n: &Nation| n.memberships.iter().any(|m| m.organisation == id);
            if named || map.nations().iter().any(|(_, n)| joined(n)) {
                return Err(ValidationError::InUse);
            }
        }
    }
    change_record(map.nations_mut(), id, change).map(|inverse| Command::Nation(id, inverse))
}

fn apply_tie(map: &mut Map, id: TieId, change: Change<Tie>) -> Result<Command, ValidationError> {
    match &change {
        Change::Insert(_, tie) | Change::Replace(tie) => map.check_tie(id, tie)?,
        Change::Remove if map.ties().iter().any(|(_, t)| t.to == End::Tie(id)) => {
            return Err(ValidationError::InUse);
        }
        Change::Remove => {}
    }
    change_record(map.ties_mut(), id, change).map(|inverse| Command::Tie(id, inverse))
}

fn apply_kind(map: &mut Map, id: KindId, change: Change<Kind>) -> Result<Command, ValidationError> {
    match &change {
        Change::Insert(_, kind) | Change::Replace(kind) => map.check_kind(id, kind)?,
        Change::Remove
            if map.filter().kinds.contains(&id) || map.ties().iter().any(|(_, t)| t.kind == id) =>
        {
            return Err(ValidationError::InUse);
        }
        Change::Remove => {}
    }
    change_record(map.kinds_mut(), id, change).map(|inverse| Command::Kind(id, inverse))
}

fn apply_source(
    map: &mut Map,
    id: SourceId,
    change: Change<Source>,
) -> Result<Command, ValidationError> {
    match &change {
        Change::Insert(_, source) | Change::Replace(source) => map.check_source(id, source)?,
        Change::Remove => {
            let cited = |t: &Tie| t.evidence.iter().any(|e| e.source == Some(id));
            if map.ties().iter().any(|(_, t)| cited(t)) {
                return Err(ValidationError::InUse);
            }
        }
    }
    change_record(map.sources_mut(), id, change).map(|inverse| Command::Source(id, inverse))
}

fn apply_text_note(
    map: &mut Map,
    id: NoteId,
    change: Change<TextNote>,
) -> Result<Command, ValidationError> {
    if let Change::Insert(_, note) | Change::Replace(note) = &change {
        map.check_text_note(id, note)?;
    }
    change_record(map.text_notes_mut(), id, change).map(|inverse| Command::TextNote(id, inverse))
}

fn change_record<I, T>(
    records: &mut Records<I, T>,
    id: I,
    change: Change<T>,
) -> Result<Change<T>, ValidationError>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32>,
    T: Clone,
{
    match change {
        Change::Insert(_, _) if records.contains(id) => Err(ValidationError::Key(String::new())),
        Change::Insert(index, record) => {
            records.insert_at(index, id, *record);
            Ok(Change::Remove)
        }
        Change::Replace(record) => {
            let slot = records.get_mut(id).ok_or(ValidationError::Missing)?;
            Ok(Change::Replace(Box::new(std::mem::replace(slot, *record))))
        }
        Change::Remove => {
            let (index, record) = records.remove(id).ok_or(ValidationError::Missing)?;
            Ok(Change::Insert(index, Box::new(record)))
        }
    }
}

fn apply_placements(
    map: &mut Map,
    mut placements: Vec<(NationId, Placement)>,
) -> Result<Command, ValidationError> {
    for (id, placement) in &placements {
        check_placement(placement.position, placement.pinned)?;
        map.nations().get(*id).ok_or(ValidationError::Missing)?;
    }
    for (id, placement) in &mut placements {
        if let Some(nation) = map.nations_mut().get_mut(*id) {
            std::mem::swap(&mut nation.position, &mut placement.position);
            std::mem::swap(&mut nation.pinned, &mut placement.pinned);
        }
    }
    // A nation named twice must be restored in the opposite order.
    placements.reverse();
    Ok(Command::Placements(placements))
}

/// Applies a command of a batch, together with those after it that can be applied in bulk with it.
fn apply_run(
    map: &mut Map,
    command: Command,
    rest: &mut Peekable<std::vec::IntoIter<Command>>,
) -> Result<Vec<Command>, ValidationError> {
    let operation = BulkOperation::of(&command);
    let belongs = |next: &Command| operation.is_some() && BulkOperation::of(next) == operation;
    let mut run = vec![command];
    while let Some(next) = rest.next_if(belongs) {
        run.push(next);
    }
    match operation {
        Some(operation) if run.len() > 1 => operation.apply(map, run),
        _ => run.into_iter().map(|command| apply(map, command)).collect(),
    }
}

fn apply_batch(map: &mut Map, commands: Vec<Command>) -> Result<Command, ValidationError> {
    let mut inverses = Vec::with_capacity(commands.len());
    let mut commands = commands.into_iter().peekable();
    while let Some(command) = commands.next() {
        match apply_run(map, command, &mut commands) {
            Ok(done) => inverses.extend(done),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    // An exact inverse can't fail on the map that it was made for.
                    let undone = apply(map, inverse);
                    debug_assert!(undone.is_ok(), "rolling back a batch failed: {undone:?}");
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(Command::Batch(inverses))
}
