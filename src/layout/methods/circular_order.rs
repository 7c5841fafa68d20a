//! The order of nodes around a circle, with few crossings of the straight links between them.
//!
//! Source: Baur and Brandes 2004 ("Crossing reduction in circular layouts"): a greedy order, then
//! circular sifting, in which each node in turn goes to the best position among the others. Here
//! groups are ordered first, by the same means, and a node is sifted only within its group.
//! Guarantees that each group is in one piece and that no step adds crossings. It finds a good
//! order, not the best. Large maps get fewer rounds, down to none.

use std::collections::VecDeque;

use crate::layout::links::merged;
use crate::layout::progress::{Cancelled, Progress};

const MOST_ROUNDS: usize = 8;
/// The most steps of sifting in all.
const MOST_STEPS: usize = 60_000_000;
/// Nodes sifted between two checks for cancellation.
const NODES_PER_CHECK: usize = 32;

/// For each vertex the others it is linked to, in ascending order, with the number of links.
type Neighbours = [Vec<(u32, u32)>];

/// The nodes in their order around the circle.
pub(super) fn order_by_groups(
    neighbours: &Neighbours,
    group_of: &[u32],
    progress: &mut Progress,
) -> Result<Vec<u32>, Cancelled> {
    let mut groups_in_use = group_of.to_vec();
    groups_in_use.sort_unstable();
    groups_in_use.dedup();
    let mut members = vec![Vec::new(); groups_in_use.len()];
    let mut group_index_of = vec![0_u32; group_of.len()];
    for (node, group) in group_of.iter().enumerate() {
        let index = groups_in_use.binary_search(group).unwrap_or_default();
        members[index].push(node as u32);
        group_index_of[node] = index as u32;
    }
    let between = between_groups(neighbours, &group_index_of, groups_in_use.len());
    let all: Vec<u32> = (0..groups_in_use.len() as u32).collect();
    let groups = sift_ranges(&between, &[all], progress)?;
    let in_order: Vec<Vec<u32>> =
        groups.iter().map(|&group| std::mem::take(&mut members[group as usize])).collect();
    sift_ranges(neighbours, &in_order, progress)
}

/// The links between groups.
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

/// Orders the vertices within each range; the order of the ranges stays.
fn sift_ranges(
    neighbours: &Neighbours,
    ranges: &[Vec<u32>],
    progress: &mut Progress,
) -> Result<Vec<u32>, Cancelled> {
    let mut circle = CircularOrder::new(neighbours, greedy_order(neighbours, ranges));
    let degrees: usize = neighbours.iter().map(Vec::len).sum();
    let longest = ranges.iter().map(Vec::len).max().unwrap_or_default();
    let rounds = (MOST_STEPS / (2 * longest * degrees).max(1)).min(MOST_ROUNDS);
    for _ in 0..rounds {
        let mut is_better = false;
        let mut start = 0;
        for range in ranges {
            let end = start + range.len();
            for (index, &vertex) in range.iter().enumerate() {
                if index % NODES_PER_CHECK == 0 {
                    progress.check_cancelled()?;
                }
                is_better |= circle.sift(vertex, start, end);
            }
            start = end;
        }
        if !is_better {
            break;
        }
    }
    Ok(circle.order)
}

/// Places the vertices of each range, always the one with most links to placed vertices next, of those
/// the one with fewest other links. It goes to that end of its range where its links cross fewer open
/// ones, whose other end isn't placed yet.
fn greedy_order(neighbours: &Neighbours, ranges: &[Vec<u32>]) -> Vec<u32> {
    let links = |list: &Vec<(u32, u32)>| list.iter().map(|&(_, count)| count).sum();
    let mut open_links: Vec<u32> = neighbours.iter().map(links).collect();
    let mut links_to_placed = vec![0_u32; neighbours.len()];
    let mut order = Vec::new();
    for range in ranges {
        let mut remaining = range.clone();
        let mut placed = VecDeque::new();
        while !remaining.is_empty() {
            let rank = |vertex: u32| {
                (links_to_placed[vertex as usize], u32::MAX - open_links[vertex as usize])
            };
            let mut best = 0;
            for (index, &vertex) in remaining.iter().enumerate() {
                if rank(vertex) > rank(remaining[best]) {
                    best = index;
                }
            }
            let next = remaining.remove(best);
            for &(other, count) in &neighbours[next as usize] {
                links_to_placed[other as usize] += count;
                open_links[other as usize] -= count;
            }
            if is_better_first(&neighbours[next as usize], &placed, &open_links) {
                placed.push_front(next);
            } else {
                placed.push_back(next);
            }
        }
        order.extend(placed);
    }
    order
}

/// Whether links to placed vertices cross fewer open links when they come from before those than from
/// behind.
fn is_better_first(links: &[(u32, u32)], placed: &VecDeque<u32>, open_links: &[u32]) -> bool {
    let open_count = |vertex: &u32| u64::from(open_links[*vertex as usize]);
    let all: u64 = placed.iter().map(open_count).sum();
    let (mut before, mut first, mut last) = (0, 0, 0);
    for vertex in placed {
        let found = links.binary_search_by_key(vertex, |&(other, _)| other);
        let count = found.map_or(0, |at| u64::from(links[at].1));
        first += count * before;
        before += open_count(vertex);
        last += count * (all - before);
    }
    first < last
}

struct CircularOrder {
    order: Vec<u32>,
    index_of: Vec<usize>,
    /// Each vertex's links in the order of the other ends around the circle.
    links: Vec<Vec<(u32, u32)>>,
}

impl CircularOrder {
    fn new(neighbours: &Neighbours, order: Vec<u32>) -> Self {
        let mut circle =
            Self { index_of: vec![0; neighbours.len()], links: neighbours.to_vec(), order };
        circle.update_indices(0);
        for vertex in 0..circle.links.len() {
            circle.sort_links(vertex);
        }
        circle
    }

    fn update_indices(&mut self, from: usize) {
        for (index, &vertex) in self.order.iter().enumerate().skip(from) {
            self.index_of[vertex as usize] = index;
        }
    }

    fn sort_links(&mut self, vertex: usize) {
        let index_of = &self.index_of;
        self.links[vertex].sort_by_key(|&(other, _)| index_of[other as usize]);
    }

    /// Moves a vertex to where it has the fewest crossings within a range. Returns whether that helped.
    fn sift(&mut self, vertex: u32, start: usize, end: usize) -> bool {
        let now = self.index_of[vertex as usize];
        let others: Vec<u32> =
            self.order[start..end].iter().copied().filter(|&v| v != vertex).collect();
        // Crossings in each gap before one of the others, and after the last, compared to the first gap.
        let (mut cost, mut costs) = (0_i64, vec![0_i64]);
        for &other in &others {
            cost += self.crossing_change(vertex, other);
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
        self.update_indices(start);
        for (other, _) in self.links[vertex as usize].clone() {
            self.sort_links(other as usize);
        }
        true
    }

    /// How many crossings are added when `u`, right before `v`, moves right behind it.
    fn crossing_change(&self, u: u32, v: u32) -> i64 {
        let after_v = |vertex: u32| {
            let links = &self.links[vertex as usize];
            let index = |&(other, _): &(u32, u32)| self.index_of[other as usize];
            let cut = links.partition_point(|link| index(link) <= self.index_of[v as usize]);
            let round = links[cut..].iter().chain(&links[..cut]);
            round.filter(move |&&(other, _)| other != u && other != v)
        };
        let from_v = self.index_of[v as usize] + 1;
        let steps_after_v = |&(other, _): &(u32, u32)| {
            let count = self.order.len();
            (self.index_of[other as usize] + count - from_v) % count
        };
        // A link of u crosses those of v that end beyond it, and after the move those that end before it.
        let total: i64 = after_v(v).map(|&(_, count)| i64::from(count)).sum();
        let mut ends_of_v = after_v(v).peekable();
        let (mut before, mut change) = (0_i64, 0_i64);
        for link in after_v(u) {
            while let Some(end) = ends_of_v.next_if(|end| steps_after_v(end) < steps_after_v(link))
            {
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
    use crate::layout::links::{links, neighbours};
    use crate::layout::{Flow, Frame, test_problems};

    fn crossings(neighbours: &Neighbours, order: &[u32]) -> usize {
        let mut index_of = vec![0; order.len()];
        for (at, &vertex) in order.iter().enumerate() {
            index_of[vertex as usize] = at;
        }
        let mut chords = Vec::new();
        for (a, list) in neighbours.iter().enumerate() {
            for &(b, _) in list.iter().filter(|&&(b, _)| a < b as usize) {
                chords.push((
                    index_of[a].min(index_of[b as usize]),
                    index_of[a].max(index_of[b as usize]),
                ));
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
        let mut progress = Progress::new(Vec::new(), &mut keep_on);
        let order = order_by_groups(&neighbours, &[0; 20], &mut progress).unwrap();
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
        let mut circle = CircularOrder::new(&single, (0..9).collect());
        for vertex in [3, 8, 0, 5, 3] {
            let before = crossings(&single, &circle.order);
            let is_better = circle.sift(vertex, 0, 9);
            let after = crossings(&single, &circle.order);
            assert_eq!(is_better, after < before, "{vertex}: {before} to {after}");
        }
        for (u, v) in [(0, 1), (4, 5), (7, 8)] {
            let mut circle = CircularOrder::new(&single, (0..9).collect());
            let before = crossings(&single, &circle.order) as i64;
            let change = circle.crossing_change(u, v);
            circle.order.swap(u as usize, v as usize);
            assert_eq!(crossings(&single, &circle.order) as i64 - before, change);
        }
    }
}
