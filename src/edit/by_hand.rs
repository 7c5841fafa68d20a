//! Giving up places that were set by hand, so that the map finds them by itself again.

use std::collections::BTreeSet;

use super::{Change, Command};
use crate::model::{Look, Map, Nation, NationId, Target, Tie, TieId};

/// Gives up the places of names and labels and the bends of ties among some nations and ties, or all of the
/// map with the place of the legend. `None` if nothing was placed by hand.
pub fn reset_places(map: &Map, among: Option<&BTreeSet<Target>>) -> Option<Command> {
    let is_meant = |target: Target| among.is_none_or(|among| among.contains(&target));
    let nations = map.nations().iter().filter(|(_, nation)| nation.is_placed_by_hand());
    let nations = nations.filter(|(id, _)| is_meant(Target::Nation(*id)));
    let names = nations.filter_map(|(id, _)| reset_name(map, id));
    let ties = map.ties().iter().filter(|(_, tie)| tie.is_placed_by_hand());
    let ties = ties.filter(|(id, _)| is_meant(Target::Tie(*id)));
    let ties = ties.filter_map(|(id, tie)| reset_tie(id, tie, true, true));
    let legend = among.is_none().then(|| reset_legend(map)).flatten();
    let commands: Vec<Command> = names.chain(ties).chain(legend).collect();
    (!commands.is_empty()).then_some(Command::Batch(commands))
}

/// Gives up the place of a nation's name; `None` where the map finds it.
pub fn reset_name(map: &Map, id: NationId) -> Option<Command> {
    let nation = map.nations().get(id).filter(|nation| nation.is_placed_by_hand())?;
    let nation = Nation { name_offset: None, ..nation.clone() };
    Some(Command::Nation(id, Change::Replace(Box::new(nation))))
}

/// Gives up the place of the text along a tie; `None` where the map finds it.
pub fn reset_label(map: &Map, id: TieId) -> Option<Command> {
    reset_tie(id, map.ties().get(id)?, true, false)
}

/// Gives up the bend of a tie; `None` where the map finds it.
pub fn reset_bend(map: &Map, id: TieId) -> Option<Command> {
    reset_tie(id, map.ties().get(id)?, false, true)
}

/// Gives up the place of the legend; `None` where it stands by itself.
pub fn reset_legend(map: &Map) -> Option<Command> {
    map.look().legend?;
    Some(Command::Look(Box::new(Look { legend: None, ..map.look().clone() })))
}

/// Gives up the label's place or the bend of a tie, or both. Only a tie that changes is copied: all ties of a
/// map are asked.
fn reset_tie(id: TieId, tie: &Tie, label: bool, bend: bool) -> Option<Command> {
    let is_placed = (label && tie.label_place.is_some()) || (bend && tie.bend.is_some());
    is_placed.then(|| {
        let label_place = tie.label_place.filter(|_| !label);
        let bend = tie.bend.filter(|_| !bend);
        let tie = Tie { label_place, bend, ..tie.clone() };
        Command::Tie(id, Change::Replace(Box::new(tie)))
    })
}
