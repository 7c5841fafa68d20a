//! What lies within some steps of a selection.

use std::collections::VecDeque;

use crate::model::{End, Map, NationId, TieId};

/// The nations within so many steps of some nations and of the ends of some ties, in the order of the
/// map. A step leads along a tie or a membership, either way. A tie with the ties onto it, and with
/// those onto them, is one: from each of its nations a step leads to each other.
///
/// `nations`, `ties` and `memberships` say what may be stepped on, in the order of the map as in
/// [`super::Passing`].
pub fn around(
    map: &Map,
    starts: (impl IntoIterator<Item = NationId>, impl IntoIterator<Item = TieId>),
    steps: u32,
    may: &super::Passing,
) -> Vec<bool> {
    let ways = Ways::of(map, may);
    let mut reached = vec![false; map.nations().len()];
    let mut queue = VecDeque::new();
    let mut walked = vec![false; ways.nations_of.len()];
    let mut reach = |index: usize, distance: u32, queue: &mut VecDeque<(usize, u32)>| {
        if may.nations.get(index) == Some(&true) && !std::mem::replace(&mut reached[index], true) {
            queue.push_back((index, distance));
        }
    };
    for index in starts.0.into_iter().filter_map(|id| map.nations().index_of(id)) {
        reach(index, 0, &mut queue);
    }
    for id in starts.1 {
        let mut next = Some(id);
        // A tie that ends at a tie has that one's ends; a chain is no longer than there are ties.
        for _ in 0..=map.ties().len() {
            let Some(tie) = next.and_then(|id| map.ties().get(id)) else { break };
            next = match tie.to {
                End::Tie(to) => Some(to),
                End::Nation(to) => {
                    map.nations().index_of(to).into_iter().for_each(|i| reach(i, 0, &mut queue));
                    None
                }
            };
            map.nations().index_of(tie.from).into_iter().for_each(|i| reach(i, 0, &mut queue));
        }
    }
    while let Some((index, distance)) = queue.pop_front() {
        if distance == steps {
            continue;
        }
        for way in &ways.ways_of[index] {
            if !std::mem::replace(&mut walked[*way], true) {
                for other in &ways.nations_of[*way] {
                    reach(*other, distance + 1, &mut queue);
                }
            }
        }
    }
    reached
}

/// What steps lead along: each way joins all of its nations.
struct Ways {
    nations_of: Vec<Vec<usize>>,
    /// The ways at each nation.
    ways_of: Vec<Vec<usize>>,
}

impl Ways {
    fn of(map: &Map, may: &super::Passing) -> Self {
        let mut ways =
            Self { nations_of: Vec::new(), ways_of: vec![Vec::new(); map.nations().len()] };
        ways.add_ties(map, &may.ties);
        let memberships =
            map.nations().iter().enumerate().flat_map(|(index, (_, nation))| {
                nation.memberships.iter().map(move |m| (index, m))
            });
        for ((member, membership), may) in memberships.zip(&may.memberships) {
            if let Some(organisation) = map.nations().index_of(membership.organisation)
                && *may
            {
                let way = ways.begin();
                ways.add(way, member);
                ways.add(way, organisation);
            }
        }
        ways
    }

    /// One way for each tie with all that end at it.
    fn add_ties(&mut self, map: &Map, may: &[bool]) {
        let roots = roots(map);
        let mut way_of_root: Vec<Option<usize>> = vec![None; map.ties().len()];
        for (index, (_, tie)) in map.ties().iter().enumerate() {
            if may.get(index) != Some(&true) {
                continue;
            }
            let way = match way_of_root[roots[index]] {
                Some(way) => way,
                None => self.begin(),
            };
            way_of_root[roots[index]] = Some(way);
            let to = if let End::Nation(to) = tie.to { Some(to) } else { None };
            for id in [Some(tie.from), to].into_iter().flatten() {
                map.nations().index_of(id).into_iter().for_each(|nation| self.add(way, nation));
            }
        }
    }

    fn begin(&mut self) -> usize {
        self.nations_of.push(Vec::new());
        self.nations_of.len() - 1
    }

    fn add(&mut self, way: usize, nation: usize) {
        self.nations_of[way].push(nation);
        self.ways_of[nation].push(way);
    }
}

/// For each tie, in the order of the map, the tie that it ends at in the end: the one that ends at a
/// nation.
fn roots(map: &Map) -> Vec<usize> {
    let mut roots: Vec<Option<usize>> = vec![None; map.ties().len()];
    let target = |index: usize| {
        let tie = map.ties().id_at(index).and_then(|id| map.ties().get(id))?;
        if let End::Tie(to) = tie.to { map.ties().index_of(to) } else { None }
    };
    for start in 0..roots.len() {
        let mut way = vec![start];
        let mut at = start;
        while let (None, Some(next)) = (roots[at], target(at)) {
            if way.len() > roots.len() {
                break;
            }
            way.push(next);
            at = next;
        }
        let root = roots[at].unwrap_or(at);
        way.into_iter().for_each(|index| roots[index] = Some(root));
    }
    roots.into_iter().enumerate().map(|(index, root)| root.unwrap_or(index)).collect()
}
