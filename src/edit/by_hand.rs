//! Giving up places that were set by hand, so that the map finds them by itself again.

use std::collections::BTreeSet;

use super::{Change, Command};
use crate::model::{Look, Map, Nation, NationId, Target, Tie, TieId};

/// Gives up the places of names and labels and the bends of ties among some nations and ties, or all of the
/// map with the place of the legend. `None` if nothing was placed by hand.
pub fn reset_places(map: &Map, among: Option<&BTreeSet<Target>>) -> Option<Command> {
    let is_meant = |target: Target| among.is_none_or(|among| among.contains(&target));
    let nations = map.nations().iter().filter(|(id, _)| is_meant(Target::Nation(*id)));
    let names = nations.filter_map(|(id, nation)| reset_name(id, nation));
    let ties = map.ties().iter().filter(|(id, _)| is_meant(Target::Tie(*id)));
    let ties = ties.filter_map(|(id, tie)| reset_tie(id, tie));
    let legend = map.look().legend.filter(|_| among.is_none()).map(|_| reset_legend(map));
    let commands: Vec<Command> = names.chain(ties).chain(legend).collect();
    (!commands.is_empty()).then_some(Command::Batch(commands))
}

fn reset_name(id: NationId, nation: &Nation) -> Option<Command> {
    nation.name_offset?;
    let nation = Nation { name_offset: None, ..nation.clone() };
    Some(Command::Nation(id, Change::Replace(Box::new(nation))))
}

fn reset_tie(id: TieId, tie: &Tie) -> Option<Command> {
    let is_placed = tie.label_place.is_some() || tie.bend.is_some();
    let tie = Tie { label_place: None, bend: None, ..tie.clone() };
    is_placed.then(|| Command::Tie(id, Change::Replace(Box::new(tie))))
}

fn reset_legend(map: &Map) -> Command {
    Command::Look(Box::new(Look { legend: None, ..map.look().clone() }))
}
