//! What passes a filter.
//!
//! The conditions are asked in this order, each of what has passed those before it:
//!
//! 1. of each tie, its kind, status, sign, dates and attributes; of each membership, its dates;
//! 2. of each nation, its tags and attributes;
//! 3. of both, the text: a nation passes that says it or at which a tie starts or ends that says it; a
//!    tie passes that says it or whose ends are nations that do;
//! 4. the tie that a tie ends at passes with it, as it couldn't be drawn otherwise; but a tie passes
//!    only between nations that pass, and onto a tie that does;
//! 5. of each nation, the number of its ties: those that have passed so far, counted as
//!    [`Map::degrees`] counts them; then nations take their ties with them once more. The numbers aren't taken anew after that;
//! 6. of each nation, where it is asked, whether it is left with any tie or membership.

pub mod conditions;

use crate::model::{DegreeRange, End, Filter, Map, NationId, Tie};
use conditions::{Needle, nation_meets, tie_meets};

/// What passes a filter, in the order of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passing {
    /// Of each nation, whether it passes.
    pub nations: Vec<bool>,
    /// Of each tie, whether it passes.
    pub ties: Vec<bool>,
    /// Of each membership, whether it passes: in the order of the map's nations, and of each nation's
    /// memberships.
    pub memberships: Vec<bool>,
}

/// Finds out what passes a filter; one that is switched off lets all pass. Takes time in proportion to
/// the size of the map.
pub fn sift(map: &Map, filter: &Filter) -> Passing {
    let memberships = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    if filter.is_idle() {
        return Passing {
            nations: vec![true; map.nations().len()],
            ties: vec![true; map.ties().len()],
            memberships: memberships.map(|_| true).collect(),
        };
    }
    let mut passing = Passing {
        nations: map.nations().iter().map(|(_, nation)| nation_meets(filter, nation)).collect(),
        ties: map.ties().iter().map(|(_, tie)| tie_meets(map, filter, tie)).collect(),
        memberships: memberships.map(|m| filter.period.meets(m.since, m.until)).collect(),
    };
    if let Some(needle) = Needle::of(filter) {
        passing.keep_what_says(map, &needle);
    }
    passing.add_targets(map);
    passing.drop_loose_ties(map);
    if filter.degree != DegreeRange::default() {
        let degrees = passing.degrees(map);
        for (passes, degree) in passing.nations.iter_mut().zip(degrees) {
            *passes &= filter.degree.contains(degree);
        }
        passing.drop_loose_ties(map);
    }
    if filter.only_tied {
        let tied = passing.tied(map);
        passing.nations.iter_mut().zip(tied).for_each(|(passes, is_tied)| *passes &= is_tied);
    }
    passing
}

impl Passing {
    /// Keeps what says a text, with the ties between nations that do and the ends of ties that do.
    fn keep_what_says(&mut self, map: &Map, needle: &Needle) {
        let says: Vec<bool> =
            map.nations().iter().map(|(_, nation)| needle.is_in_nation(nation)).collect();
        let mut wanted = says.clone();
        let is_said_at = |id: NationId| place(map, id).is_some_and(|index| says[index]);
        for ((_, tie), passes) in map.ties().iter().zip(&mut self.ties) {
            if *passes && needle.is_in_tie(tie) {
                ends(map, tie).for_each(|index| wanted[index] = true);
            } else {
                let is_between = match tie.to {
                    End::Nation(to) => is_said_at(tie.from) && is_said_at(to),
                    End::Tie(_) => is_said_at(tie.from),
                };
                *passes &= is_between;
            }
        }
        self.nations.iter_mut().zip(wanted).for_each(|(passes, is_wanted)| *passes &= is_wanted);
    }

    /// Lets the ties pass that a tie which passes ends at.
    fn add_targets(&mut self, map: &Map) {
        for (id, tie) in map.ties().iter() {
            if map.ties().index_of(id).is_none_or(|index| !self.ties[index]) {
                continue;
            }
            let mut next = tie.to;
            while let End::Tie(to) = next
                && let Some(index) = map.ties().index_of(to)
                // One that passes already has had its turn, or will have.
                && !std::mem::replace(&mut self.ties[index], true)
            {
                next = map.ties().get(to).map_or(next, |tie| tie.to);
            }
        }
    }

    /// Drops ties at nations that don't pass, and ties onto ties that don't.
    fn drop_loose_ties(&mut self, map: &Map) {
        for ((_, tie), passes) in map.ties().iter().zip(&mut self.ties) {
            *passes = *passes && ends(map, tie).all(|index| self.nations[index]);
        }
        map.drop_ties_onto(&mut self.ties);
    }

    /// How many ties that pass each nation has.
    fn degrees(&self, map: &Map) -> Vec<u32> {
        let mut degrees = vec![0; self.nations.len()];
        let passing = map.ties().iter().zip(&self.ties).filter(|(_, passes)| **passes);
        for ((_, tie), _) in passing {
            ends(map, tie).for_each(|index| degrees[index] += 1);
        }
        degrees
    }

    /// Whether each nation has a tie that passes, or a membership that does with a nation that does.
    fn tied(&self, map: &Map) -> Vec<bool> {
        let mut tied: Vec<bool> = self.degrees(map).into_iter().map(|degree| degree > 0).collect();
        let memberships =
            map.nations().iter().enumerate().flat_map(|(index, (_, nation))| {
                nation.memberships.iter().map(move |m| (index, m))
            });
        for ((member, membership), passes) in memberships.zip(&self.memberships) {
            let Some(organisation) = place(map, membership.organisation) else { continue };
            if *passes && self.nations[member] && self.nations[organisation] {
                tied[member] = true;
                tied[organisation] = true;
            }
        }
        tied
    }
}

/// The places in the map of the nations at which a tie starts and ends; one for a tie of a nation to
/// itself.
fn ends(map: &Map, tie: &Tie) -> impl Iterator<Item = usize> {
    let to = match tie.to {
        End::Nation(to) if to != tie.from => Some(to),
        _ => None,
    };
    [Some(tie.from), to].into_iter().flatten().filter_map(|id| place(map, id))
}

fn place(map: &Map, id: NationId) -> Option<usize> {
    map.nations().index_of(id)
}
