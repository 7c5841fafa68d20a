//! Which ties and memberships touch a nation.

use super::mark_lookup::MarkLookup;
use super::neighbours::Neighbours;
use crate::scene::{Mark, Scene, TieMark};

/// The ties and memberships at each nation of a scene, by index.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    ties: Lists,
    memberships: Lists,
    onto_ties: Vec<u32>,
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
        let onto_ties = (0..).zip(&scene.ties).filter(ends_at_tie).map(|(index, _)| index);
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

    /// What a nation is connected with.
    pub fn neighbours_of(&self, scene: &Scene, lookup: &MarkLookup, nation: usize) -> Neighbours {
        let mut neighbours = Neighbours { nations: vec![nation], ..Neighbours::default() };
        for tie in self.ties_of(nation) {
            neighbours.add_tie(scene, *tie as usize);
        }
        for membership in self.memberships_of(nation).iter().map(|index| *index as usize) {
            let Some(mark) = scene.memberships.get(membership) else { continue };
            neighbours.memberships.push(membership);
            let ends = [mark.member, mark.organisation].map(|id| lookup.nation(id));
            neighbours.nations.extend(ends.into_iter().flatten());
        }
        let id = scene.nations.get(nation).map(|mark| mark.id);
        let hull =
            scene.hulls.iter().find(|hull| hull.organisation.is_some() && hull.organisation == id);
        neighbours.nations.extend(hull.iter().flat_map(|hull| &hull.members));
        neighbours.sorted()
    }
}

/// One list of indices for each nation, packed.
#[derive(Clone, Debug, Default)]
struct Lists {
    starts: Vec<u32>,
    indices: Vec<u32>,
}

impl Lists {
    /// The lists of items, given the nations at the ends of each.
    fn of(nations: usize, ends: &[[Option<usize>; 2]]) -> Self {
        let mut starts = vec![0u32; nations + 1];
        for end in ends.iter().flatten().flatten() {
            starts[end + 1] += 1;
        }
        for nation in 0..nations {
            starts[nation + 1] += starts[nation];
        }
        let mut next = starts.clone();
        let mut indices = vec![0; starts[nations] as usize];
        for (index, ends) in (0..).zip(ends) {
            for end in ends.iter().flatten() {
                indices[next[*end] as usize] = index;
                next[*end] += 1;
            }
        }
        Self { starts, indices }
    }

    fn get(&self, nation: usize) -> &[u32] {
        let bounds = self.starts.get(nation).zip(self.starts.get(nation + 1));
        let range = bounds.map(|(from, to)| *from as usize..*to as usize);
        range.and_then(|range| self.indices.get(range)).unwrap_or_default()
    }
}
