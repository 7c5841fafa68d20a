//! The order of nodes around a circle, with few crossings of the straight links between them.
//!
//! Source: Baur and Brandes 2004 ("Crossing reduction in circular layouts"): a greedy order, then
//! circular sifting, in which each node in turn goes to the best place among the others. Here
//! groups are ordered first, by the same means, and a node is sifted within its group alone.
//! Guarantees that each group is in one piece and that no step adds crossings; it finds a good
//! order, not the best. Large maps get fewer rounds, down to none.

use std::collections::VecDeque;

use super::links::merged;
use crate::layout::progress::{Stop, Watch};

const MOST_ROUNDS: usize = 8;
/// How many steps of sifting may be spent in all.
const STEPS: usize = 60_000_000;
/// Nodes sifted between two looks at whether to stop.
const BETWEEN_LOOKS: usize = 32;

/// For each vertex the others it is linked to, in rising order, with the number of links.
type Neighbours = [Vec<(u32, u32)>];

/// The nodes in the order in which they stand around the circle.
pub(super) fn grouped(
    neighbours: &Neighbours,
    group_of: &[u32],
    watch: &mut Watch,
) -> Result<Vec<u32>, Stop> {
    let mut names = group_of.to_vec();
    names.sort_unstable();
    names.dedup();
    let mut members = vec![Vec::new(); names.len()];
    let mut place_of_group = vec![0_u32; group_of.len()];
    for (node, group) in group_of.iter().enumerate() {
        let place = names.binary_search(group).unwrap_or_default();
        members[place].push(node as u32);
        place_of_group[node] = place as u32;
    }
    let between = between_groups(neighbours, &place_of_group, names.len());
    let all: Vec<u32> = (0..names.len() as u32).collect();
    let groups = sifted(&between, &[all], watch)?;
    let in_order: Vec<Vec<u32>> =
        groups.iter().map(|&group| std::mem::take(&mut members[group as usize])).collect();
    sifted(neighbours, &in_order, watch)
}

fn between_groups(
    neighbours: &Neighbours,
    group_of: &[u32],
    groups: usize,
) -> Vec<Vec<(u32, u32)>> {
    let mut between = vec![Vec::new(); groups];
    for (node, list) in neighbours.iter().enumerate() {
        let own = group_of[node];
        let others = list.iter().map(|&(other, count)| (group_of[other as usize], count));
        between[own as usize].extend(others.filter(|&(group, _)| group != own));
    }
    between.into_iter().map(merged).collect()
}

/// Puts the vertices of each range in order; ranges stay in theirs.
fn sifted(
    neighbours: &Neighbours,
    ranges: &[Vec<u32>],
    watch: &mut Watch,
) -> Result<Vec<u32>, Stop> {
    let mut ring = Ring::new(neighbours, greedy(neighbours, ranges));
    let degrees: usize = neighbours.iter().map(Vec::len).sum();
    let longest = ranges.iter().map(Vec::len).max().unwrap_or_default();
    let rounds = (STEPS / (2 * longest * degrees).max(1)).min(MOST_ROUNDS);
    for _ in 0..rounds {
        let mut is_better = false;
        let mut start = 0;
        for range in ranges {
            let end = start + range.len();
            for (index, &vertex) in range.iter().enumerate() {
                if index % BETWEEN_LOOKS == 0 {
                    watch.tick()?;
                }
                is_better |= ring.sift(vertex, start, end);
            }
            start = end;
        }
        if !is_better {
            break;
        }
    }
    Ok(ring.order)
}

/// In each range first the vertex with most links to what is placed, of those the one with fewest
/// others; it goes to the end of its range where its links cross fewer that are still open.
fn greedy(neighbours: &Neighbours, ranges: &[Vec<u32>]) -> Vec<u32> {
    let links = |list: &Vec<(u32, u32)>| list.iter().map(|&(_, count)| count).sum();
    let mut open: Vec<u32> = neighbours.iter().map(links).collect();
    let mut placed = vec![0_u32; neighbours.len()];
    let mut order = Vec::new();
    for range in ranges {
        let mut waiting = range.clone();
        let mut piece = VecDeque::new();
        while !waiting.is_empty() {
            let rank = |vertex: u32| (placed[vertex as usize], u32::MAX - open[vertex as usize]);
            let mut best = 0;
            for (index, &vertex) in waiting.iter().enumerate() {
                if rank(vertex) > rank(waiting[best]) {
                    best = index;
                }
            }
            let next = waiting.remove(best);
            for &(other, count) in &neighbours[next as usize] {
                placed[other as usize] += count;
                open[other as usize] -= count;
            }
            if is_better_first(&neighbours[next as usize], &piece, &open) {
                piece.push_front(next);
            } else {
                piece.push_back(next);
            }
        }
        order.extend(piece);
    }
    order
}

/// Whether links to a piece cross fewer open ones when they come from before it than from behind.
fn is_better_first(links: &[(u32, u32)], piece: &VecDeque<u32>, open: &[u32]) -> bool {
    let opens = |vertex: &u32| u64::from(open[*vertex as usize]);
    let all: u64 = piece.iter().map(opens).sum();
    let (mut before, mut first, mut last) = (0, 0, 0);
    for vertex in piece {
        let found = links.binary_search_by_key(vertex, |&(other, _)| other);
        let count = found.map_or(0, |at| u64::from(links[at].1));
        first += count * before;
        before += opens(vertex);
        last += count * (all - before);
    }
    first < last
}

struct Ring {
    order: Vec<u32>,
    place: Vec<usize>,
    /// Each vertex's links in the order of the others' places.
    links: Vec<Vec<(u32, u32)>>,
}

impl Ring {
    fn new(neighbours: &Neighbours, order: Vec<u32>) -> Self {
        let mut ring = Self { place: vec![0; neighbours.len()], links: neighbours.to_vec(), order };
        ring.number(0);
        for vertex in 0..ring.links.len() {
            ring.sort(vertex);
        }
        ring
    }

    fn number(&mut self, from: usize) {
        for (place, &vertex) in self.order.iter().enumerate().skip(from) {
            self.place[vertex as usize] = place;
        }
    }

    fn sort(&mut self, vertex: usize) {
        let place = &self.place;
        self.links[vertex].sort_by_key(|&(other, _)| place[other as usize]);
    }

    /// Moves a vertex to where it has the fewest crossings between two places; whether that helped.
    fn sift(&mut self, vertex: u32, start: usize, end: usize) -> bool {
        let now = self.place[vertex as usize];
        let others: Vec<u32> =
            self.order[start..end].iter().copied().filter(|&v| v != vertex).collect();
        // Crossings before each of the others, and after the last, against those at the start.
        let (mut cost, mut costs) = (0_i64, vec![0_i64]);
        for &other in &others {
            cost += self.change_by_passing(vertex, other);
            costs.push(cost);
        }
        let mut best = now - start;
        for (gap, &cost) in costs.iter().enumerate() {
            if cost < costs[best] {
                best = gap;
            }
        }
        if best == now - start {
            return false;
        }
        self.order.remove(now);
        self.order.insert(start + best, vertex);
        self.number(start);
        for (other, _) in self.links[vertex as usize].clone() {
            self.sort(other as usize);
        }
        true
    }

    /// How many crossings are added when `u`, right before `v`, comes to stand right after it.
    fn change_by_passing(&self, u: u32, v: u32) -> i64 {
        let after_v = |vertex: u32| {
            let links = &self.links[vertex as usize];
            let place = |&(other, _): &(u32, u32)| self.place[other as usize];
            let cut = links.partition_point(|link| place(link) <= self.place[v as usize]);
            let round = links[cut..].iter().chain(&links[..cut]);
            round.filter(move |&&(other, _)| other != u && other != v)
        };
        let from_v = self.place[v as usize] + 1;
        let turns = |&(other, _): &(u32, u32)| {
            let count = self.order.len();
            (self.place[other as usize] + count - from_v) % count
        };
        // A link of u crosses those of v that end beyond it, and afterwards those that end before it.
        let total: i64 = after_v(v).map(|&(_, count)| i64::from(count)).sum();
        let mut ends_of_v = after_v(v).peekable();
        let (mut before, mut change) = (0_i64, 0_i64);
        for link in after_v(u) {
            while let Some(end) = ends_of_v.next_if(|end| turns(end) < turns(link)) {
                before += i64::from(end.1);
            }
            let same = ends_of_v.peek().filter(|end| end.0 == link.0).map_or(0, |end| end.1);
            let beyond = total - before - i64::from(same);
            change += i64::from(link.1) * (before - beyond);
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::methods::links::{links, neighbours};
    use crate::layout::{Flow, Frame, test_problems};

    fn crossings(neighbours: &Neighbours, order: &[u32]) -> usize {
        let mut place = vec![0; order.len()];
        for (at, &vertex) in order.iter().enumerate() {
            place[vertex as usize] = at;
        }
        let mut chords = Vec::new();
        for (a, list) in neighbours.iter().enumerate() {
            for &(b, _) in list.iter().filter(|&&(b, _)| a < b as usize) {
                chords.push((place[a].min(place[b as usize]), place[a].max(place[b as usize])));
            }
        }
        let cross = |(a, b): (usize, usize), (c, d): (usize, usize)| a < c && c < b && b < d;
        chords.iter().map(|&x| chords.iter().filter(|&&y| cross(x, y)).count()).sum()
    }

    #[test]
    fn a_shuffled_cycle_comes_without_crossings() {
        let step = |i: u32| (i * 7) % 20;
        let problem = test_problems::with_ties(20, (0..20).map(|i| [step(i), step((i + 1) % 20)]));
        let neighbours = neighbours(20, &links(&problem).unwrap());
        let mut keep_on = |_: Frame<'_>| Flow::Continue;
        let mut watch = Watch::new(Vec::new(), &mut keep_on);
        let order = grouped(&neighbours, &[0; 20], &mut watch).unwrap();
        assert_eq!(crossings(&neighbours, &order), 0);
    }

    #[test]
    fn a_step_counts_the_crossings_that_it_changes() {
        let problem = test_problems::with_ties(
            9,
            (0..9).flat_map(|i| [[i, (i * 4 + 1) % 9], [i, (i + 2) % 9]]),
        );
        let neighbours = neighbours(9, &links(&problem).unwrap());
        let single: Vec<Vec<(u32, u32)>> = neighbours
            .iter()
            .map(|list| list.iter().map(|&(other, _)| (other, 1)).collect())
            .collect();
        let mut ring = Ring::new(&single, (0..9).collect());
        for vertex in [3, 8, 0, 5, 3] {
            let before = crossings(&single, &ring.order);
            let is_better = ring.sift(vertex, 0, 9);
            let after = crossings(&single, &ring.order);
            assert_eq!(is_better, after < before, "{vertex}: {before} to {after}");
        }
        for (u, v) in [(0, 1), (4, 5), (7, 8)] {
            let mut ring = Ring::new(&single, (0..9).collect());
            let before = crossings(&single, &ring.order) as i64;
            let change = ring.change_by_passing(u, v);
            ring.order.swap(u as usize, v as usize);
            assert_eq!(crossings(&single, &ring.order) as i64 - before, change);
        }
    }
}
