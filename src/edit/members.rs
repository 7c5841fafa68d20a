//! Nations that join an organisation.

use std::collections::BTreeSet;

use super::naming::{as_known, named};
use super::new_records::NewRecords;
use super::{Change, Command};
use crate::model::{Extra, Map, Membership, Nation, NationId, PartialDate, Point};
use crate::names::{Clue, Recognition, recognise};

/// Who joins an organisation.
#[derive(Clone, Debug, PartialEq)]
pub enum Joining {
    /// A nation of the map.
    There(NationId),
    /// A nation that is added to the map.
    New(Box<Nation>),
}

impl Joining {
    /// The nation that a name or code means: the one of the map with that name or code, or else a new
    /// one. `None` for a name without letters.
    pub fn of_name(map: &Map, name: &str) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        let new = match recognise(name, None) {
            Recognition::Known(found) if found.clue != Clue::Name => {
                as_known(&Nation::default(), found.nation)
            }
            Recognition::Known(found)
                if found.nation.name.to_lowercase() == name.to_lowercase() =>
            {
                as_known(&Nation::default(), found.nation)
            }
            _ => named(&Nation::default(), name),
        };
        let folded = name.to_lowercase();
        let by_name = || map.nations().iter().find(|(_, n)| n.name.to_lowercase() == folded);
        let by_code = || map.nations().iter().find(|(_, n)| n.code.is_some() && n.code == new.code);
        let there = by_name().or_else(by_code).map(|(id, _)| id);
        Some(there.map_or_else(|| Self::New(Box::new(new)), Self::There))
    }
}

/// Lets nations join an organisation, since a date that may be unknown. Those that are in it already stay
/// as they are. `place` gives a place to each new nation.
pub fn add_members(
    map: &Map,
    organisation: NationId,
    joining: &[Joining],
    since: Option<PartialDate>,
    mut place: impl FnMut() -> Point,
) -> Command {
    let membership = || Membership { organisation, since, until: None, extra: Extra::new() };
    let mut records = NewRecords::for_map(map);
    let mut commands = Vec::new();
    let mut seen = BTreeSet::new();
    for one in joining {
        match one {
            Joining::There(id) => {
                let Some(nation) = map.nations().get(*id) else { continue };
                let is_in = map.is_member(nation, organisation);
                if *id == organisation || is_in || !seen.insert(*id) {
                    continue;
                }
                let mut member = nation.clone();
                member.memberships.push(membership());
                commands.push(Command::Nation(*id, Change::Replace(Box::new(member))));
            }
            Joining::New(nation) => {
                let mut member = (**nation).clone();
                member.key = super::add::nation_key(&member);
                member.position = Some(place());
                member.memberships.push(membership());
                let id = records.next_nation_id();
                records.add_nation(id, member);
            }
        }
    }
    let (_, added) = records.into_command();
    commands.push(added);
    Command::Batch(commands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_nation, apply};
    use crate::model::NationType;

    fn map() -> (Map, NationId) {
        let mut map = Map::empty();
        let add = |map: &mut Map, nation| {
            let (id, command) = add_nation(map, nation);
            apply(map, command).expect("it fits");
            id
        };
        add(
            &mut map,
            Nation { name: "Poland".into(), code: Some("POL".into()), ..Nation::default() },
        );
        let pact = Nation {
            name: "Warsaw Pact".into(),
            nation_type: NationType::Organisation,
            ..Nation::default()
        };
        let pact = add(&mut map, pact);
        (map, pact)
    }

    #[test]
    fn those_of_the_map_join_and_others_are_added_once() {
        let (mut map, pact) = map();
        for _ in 0..2 {
            let names = ["POL", "Hungary", "poland", "Ruritania"];
            let joining: Vec<_> =
                names.iter().filter_map(|name| Joining::of_name(&map, name)).collect();
            let since = "1955".parse().ok();
            let command = add_members(&map, pact, &joining, since, Point::default);
            apply(&mut map, command).expect("it fits");
        }
        let members: Vec<(&str, usize)> = map
            .nations()
            .iter()
            .filter(|(id, _)| *id != pact)
            .map(|(_, nation)| (nation.name.as_str(), nation.memberships.len()))
            .collect();
        assert_eq!(members, [("Poland", 1), ("Hungary", 1), ("Ruritania", 1)]);
        assert_eq!(map.violations(), vec![]);
    }
}
