//! Changes an attribute, the look, the filter, or positions.

use super::{Change, Command, Placement};
use crate::model::{
    Attribute, Attributes, Filter, Look, Map, NationId, NoteId, Point, Target, TextNote,
};

/// Sets an attribute of a nation or a tie; no `attribute` removes it. `None` if there is no such nation
/// or tie; text notes have none.
pub fn set_attribute(
    map: &Map,
    target: Target,
    name: &str,
    attribute: Option<Attribute>,
) -> Option<Command> {
    let change = |attributes: &mut Attributes| match attribute {
        Some(attribute) => attributes.set(name, attribute),
        None => drop(attributes.remove(name)),
    };
    match target {
        Target::Nation(id) => {
            let mut nation = map.nations().get(id)?.clone();
            change(&mut nation.attributes);
            Some(Command::Nation(id, Change::Replace(Box::new(nation))))
        }
        Target::Tie(id) => {
            let mut tie = map.ties().get(id)?.clone();
            change(&mut tie.attributes);
            Some(Command::Tie(id, Change::Replace(Box::new(tie))))
        }
        Target::Note(_) => None,
    }
}

/// Changes the look.
pub fn change_look(map: &Map, change: impl FnOnce(&mut Look)) -> Command {
    let mut look = map.look().clone();
    change(&mut look);
    Command::Look(Box::new(look))
}

/// Changes the filter.
pub fn change_filter(map: &Map, change: impl FnOnce(&mut Filter)) -> Command {
    let mut filter = map.filter().clone();
    change(&mut filter);
    Command::Filter(Box::new(filter))
}

/// Moves nations; their pins stay as they are unless `pinned` is given.
pub fn move_nations(
    map: &Map,
    positions: impl IntoIterator<Item = (NationId, Point)>,
    pinned: Option<bool>,
) -> Command {
    let placement = |(id, position): (NationId, Point)| {
        let nation = map.nations().get(id)?;
        let pinned = pinned.unwrap_or(nation.pinned);
        Some((id, Placement { position: Some(position), pinned }))
    };
    Command::Placements(positions.into_iter().filter_map(placement).collect())
}

/// Moves text notes.
fn move_notes(
    map: &Map,
    positions: impl IntoIterator<Item = (NoteId, Point)>,
) -> impl Iterator<Item = Command> {
    positions.into_iter().filter_map(|(id, position)| {
        let note = TextNote { position, ..map.text_notes().get(id)?.clone() };
        Some(Command::TextNote(id, Change::Replace(Box::new(note))))
    })
}

/// Moves nations, which are pinned where they are put, and text notes.
pub fn place_by_hand(
    map: &Map,
    nations: impl IntoIterator<Item = (NationId, Point)>,
    notes: impl IntoIterator<Item = (NoteId, Point)>,
) -> Command {
    let nations = move_nations(map, nations, Some(true));
    let mut notes = move_notes(map, notes).peekable();
    if notes.peek().is_none() {
        return nations;
    }
    Command::Batch(std::iter::once(nations).chain(notes).collect())
}
