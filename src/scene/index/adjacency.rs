//! Which ties and memberships touch a nation.

use super::MarkLookup;
use crate::scene::{Mark, Scene, TieMark};

/// Ties and memberships by the nations that they touch.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    ties: Lists,
    memberships: Lists,
    onto_ties: Vec<u32>,
}

/// What a nation touches, by its place in the scene's lists, each list ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// The nation itself and those at the other ends.
    pub nations: Vec<usize>,
    /// Its ties, and those that they end at, and so on.
    pub ties: Vec<usize>,
    /// Its memberships and its members.
    pub memberships: Vec<usize>,
}

impl Adjacency {
    /// The adjacency of a scene.
    pub fn of(scene: &Scene, lookup: &MarkLookup) -> Self {
        let count = scene.nations.len();
        let tie_ends = scene.ties.iter().map(|mark| match mark.to {
            Mark::Nation(to) if to != mark.from => [Some(mark.from), Some(to)],
            Mark::Nation(_) | Mark::Tie(_) => [Some(mark.from), None],
        });
        let member_ends = scene
            .memberships
            .iter()
            .map(|mark| [lookup.nation(mark.member), lookup.nation(mark.organisation)]);
        let ends_at_tie = |(_, mark): &(u32, &TieMark)| matches!(mark.to, Mark::Tie(_));
        let onto_ties = (0..).zip(&scene.ties).filter(ends_at_tie).map(|(place, _)| place);
        Self {
            onto_ties: onto_ties.collect(),
            ties: Lists::of(count, &tie_ends.collect::<Vec<_>>()),
            memberships: Lists::of(count, &member_ends.collect::<Vec<_>>()),
        }
    }

    /// The ties that start or end at a nation, ascending.
    pub fn ties_of(&self, nation: usize) -> &[u32] {
        self.ties.get(nation)
    }

    /// The memberships of a nation and of its members in it, ascending.
    pub fn memberships_of(&self, nation: usize) -> &[u32] {
        self.memberships.get(nation)
    }

    /// The ties that end at other ties, ascending.
    pub fn onto_ties(&self) -> &[u32] {
        &self.onto_ties
    }

    /// What a nation touches.
    pub fn near(&self, scene: &Scene, lookup: &MarkLookup, nation: usize) -> Near {
        let mut near = Near { nations: vec![nation], ..Near::default() };
        for tie in self.ties_of(nation) {
            near.add_tie(scene, *tie as usize);
        }
        for membership in self.memberships_of(nation).iter().map(|place| *place as usize) {
            let Some(mark) = scene.memberships.get(membership) else { continue };
            near.memberships.push(membership);
            let ends = [mark.member, mark.organisation].map(|id| lookup.nation(id));
            near.nations.extend(ends.into_iter().flatten());
        }
        near.sorted()
    }
}

impl Near {
    /// What a tie touches: its ends, and the whole of the tie that it ends at.
    pub fn of_tie(scene: &Scene, tie: usize) -> Self {
        let mut near = Self::default();
        near.add_tie(scene, tie);
        near.sorted()
    }

    fn add_tie(&mut self, scene: &Scene, tie: usize) {
        let mut next = Some(tie);
        while let Some(place) = next {
            let Some(mark) = scene.ties.get(place) else { break };
            self.ties.push(place);
            self.nations.push(mark.from);
            next = match mark.to {
                Mark::Nation(to) => {
                    self.nations.push(to);
                    None
                }
                // A circle is no map; it must not hang the window all the same.
                Mark::Tie(to) => Some(to).filter(|to| !self.ties.contains(to)),
            };
        }
    }

    fn sorted(mut self) -> Self {
        for list in [&mut self.nations, &mut self.ties, &mut self.memberships] {
            list.sort_unstable();
            list.dedup();
        }
        self
    }
}

/// One list of places for each nation, packed.
#[derive(Clone, Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    lookup: Vec<u32>,
}

impl Lists {
    /// The lists of things by the nations at their ends.
    fn of(nations: usize, ends: &[[Option<usize>; 2]]) -> Self {
        let mut starts = vec![0u32; nations + 1];
        for end in ends.iter().flatten().flatten() {
            starts[end + 1] += 1;
        }
        for nation in 0..nations {
            starts[nation + 1] += starts[nation];
        }
        let mut next = starts.clone();
        let mut lookup = vec![0; starts[nations] as usize];
        for (place, ends) in (0..).zip(ends) {
            for end in ends.iter().flatten() {
                lookup[next[*end] as usize] = place;
                next[*end] += 1;
            }
        }
        Self { starts, lookup }
    }

    fn get(&self, nation: usize) -> &[u32] {
        let bounds = self.starts.get(nation).zip(self.starts.get(nation + 1));
        let range = bounds.map(|(from, to)| *from as usize..*to as usize);
        range.and_then(|range| self.lookup.get(range)).unwrap_or_default()
    }
}
