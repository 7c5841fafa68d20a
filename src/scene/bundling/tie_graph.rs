//! The ties of one kind as a graph, in which paths beside a tie are looked for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::model::Point;

/// A tie between two nations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The index of the tie in the map.
    pub(super) tie: usize,
    /// The nations from and to which it leads, by index.
    pub(super) ends: [usize; 2],
    /// Whether it may be led along others.
    pub(super) may_be_led: bool,
}

/// The ties of one kind.
pub(super) struct TieGraph<'a> {
    centers: &'a [Point],
    edges: Vec<Edge>,
    /// The edges at each nation; of several between the same nations the first alone.
    at: Vec<Vec<usize>>,
    /// Whether each edge is the only one between its ends.
    is_single: Vec<bool>,
}

impl<'a> TieGraph<'a> {
    /// The graph of some ties among nations at these centres.
    pub(super) fn new(centers: &'a [Point], edges: Vec<Edge>) -> Self {
        let mut between: BTreeMap<[usize; 2], Vec<usize>> = BTreeMap::new();
        for (index, Edge { ends: [a, b], .. }) in edges.iter().enumerate() {
            between.entry([*a.min(b), *a.max(b)]).or_default().push(index);
        }
        let mut at = vec![Vec::new(); centers.len()];
        let mut is_single = vec![false; edges.len()];
        for alike in between.values() {
            let Some(first) = alike.first() else { continue };
            is_single[*first] = alike.len() == 1;
            edges[*first].ends.into_iter().for_each(|end| at[end].push(*first));
        }
        Self { centers, edges, at, is_single }
    }

    /// The ties that are led along others, with the nations along their paths from the first end to the
    /// second. No path is more than `detour` times as long as the straight line. Each look at an edge takes one
    /// of `steps`; ties for which none are left, which are the shortest, stay straight.
    pub(super) fn bundled(&self, detour: f32, steps: &mut usize) -> Vec<(usize, Vec<usize>)> {
        let mut longest_first: Vec<usize> = (0..self.edges.len()).collect();
        let length = |edge: usize| self.distance(self.edges[edge].ends);
        longest_first.sort_by(|a, b| length(*b).total_cmp(&length(*a)).then(a.cmp(b)));
        let mut is_way = vec![false; self.edges.len()];
        let mut is_led = vec![false; self.edges.len()];
        let mut search = Search::new(self.centers.len());
        let mut bundled = Vec::new();
        for edge in longest_first {
            let Edge { tie, may_be_led, .. } = self.edges[edge];
            if is_way[edge] || !may_be_led || !self.is_single[edge] || *steps == 0 {
                continue;
            }
            is_led[edge] = true;
            let longest = detour * length(edge);
            match search.path(self, edge, longest, &is_led, steps) {
                Some(path) => {
                    path.iter().for_each(|(_, way)| is_way[*way] = true);
                    let start = self.edges[edge].ends[0];
                    let nations = std::iter::once(start).chain(path.iter().map(|(to, _)| *to));
                    bundled.push((tie, nations.collect()));
                }
                None => is_led[edge] = false,
            }
        }
        bundled
    }

    fn distance(&self, [a, b]: [usize; 2]) -> f32 {
        self.centers[a].distance(self.centers[b])
    }
}

/// What a search for a path needs, kept from one to the next.
struct Search {
    /// The cost of the best path so far to each nation, and the edge by which it comes.
    best: Vec<(f32, usize)>,
    touched: Vec<usize>,
}

impl Search {
    fn new(nations: usize) -> Self {
        Self { best: vec![(f32::INFINITY, usize::MAX); nations], touched: Vec::new() }
    }

    /// The path of least cost between the ends of an edge over those that aren't led themselves: for each step
    /// the nation that it leads to, and its edge. Long edges cost more than several short ones, by the square of
    /// their lengths, so that ties share ways (Dijkstra 1959, “A note on two problems in connexion with
    /// graphs”). `None` if it is longer than `longest`.
    fn path(
        &mut self,
        graph: &TieGraph<'_>,
        edge: usize,
        longest: f32,
        is_led: &[bool],
        steps: &mut usize,
    ) -> Option<Vec<(usize, usize)>> {
        for nation in self.touched.drain(..) {
            self.best[nation] = (f32::INFINITY, usize::MAX);
        }
        let [from, to] = graph.edges[edge].ends;
        // Costs are not negative, and such numbers are in the order of their bits.
        let mut open = BinaryHeap::from([Reverse((0, from))]);
        self.best[from].0 = 0.0;
        self.touched.push(from);
        while let Some(Reverse((bits, nation))) = open.pop() {
            let cost = f32::from_bits(bits);
            if cost > self.best[nation].0 {
                continue;
            }
            if nation == to {
                return self.way_back(graph, [from, to], longest);
            }
            for way in graph.at[nation].iter().copied().filter(|way| !is_led[*way]) {
                *steps = steps.checked_sub(1)?;
                let [a, b] = graph.edges[way].ends;
                let next = if a == nation { b } else { a };
                let length = graph.distance([nation, next]);
                let around = graph.distance([from, next]) + graph.distance([next, to]);
                let total = cost + length * length;
                if around <= longest && total < self.best[next].0 {
                    self.best[next] = (total, way);
                    self.touched.push(next);
                    open.push(Reverse((total.to_bits(), next)));
                }
            }
        }
        None
    }

    fn way_back(
        &self,
        graph: &TieGraph<'_>,
        [from, to]: [usize; 2],
        longest: f32,
    ) -> Option<Vec<(usize, usize)>> {
        let (mut path, mut length, mut nation) = (Vec::new(), 0.0, to);
        while nation != from {
            let way = self.best[nation].1;
            let [a, b] = graph.edges.get(way)?.ends;
            path.push((nation, way));
            length += graph.distance([a, b]);
            nation = if a == nation { b } else { a };
        }
        path.reverse();
        (length <= longest).then_some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(pairs: &[[usize; 2]]) -> Vec<Edge> {
        let edge = |(tie, ends): (usize, &[usize; 2])| Edge { tie, ends: *ends, may_be_led: true };
        pairs.iter().enumerate().map(edge).collect()
    }

    /// Four nations nearly in a row, and one far off.
    fn row() -> Vec<Point> {
        [(0.0, 0.0), (100.0, 10.0), (200.0, 10.0), (300.0, 0.0), (150.0, 400.0)]
            .map(|(x, y)| Point::new(x, y))
            .into()
    }

    #[test]
    fn a_long_tie_is_led_along_short_ones_and_these_stay() {
        let points = row();
        let graph = TieGraph::new(&points, edges(&[[3, 0], [0, 1], [1, 2], [2, 3], [0, 2]]));
        let bundled = graph.bundled(1.6, &mut 1_000);
        assert_eq!(bundled, [(0, vec![3, 2, 1, 0]), (4, vec![0, 1, 2])]);
    }

    #[test]
    fn there_is_no_way_where_no_tie_is_and_none_around() {
        let points = row();
        let graph = TieGraph::new(&points, edges(&[[0, 3], [0, 1], [2, 3]]));
        assert!(graph.bundled(1.6, &mut 1_000).is_empty(), "1 and 2 are not tied");
        let graph = TieGraph::new(&points, edges(&[[0, 3], [0, 4], [4, 3]]));
        assert!(graph.bundled(1.6, &mut 1_000).is_empty(), "the detour is too great");
    }

    #[test]
    fn several_ties_between_the_same_nations_and_those_bent_by_hand_stay() {
        let points = row();
        let graph = TieGraph::new(&points, edges(&[[0, 2], [2, 0], [0, 1], [1, 2]]));
        assert!(graph.bundled(1.6, &mut 1_000).is_empty());
        let mut all = edges(&[[0, 2], [0, 1], [1, 2]]);
        all[0].may_be_led = false;
        assert!(TieGraph::new(&points, all).bundled(1.6, &mut 1_000).is_empty());
    }

    #[test]
    fn the_search_ends_when_its_steps_are_used_up() {
        let points = row();
        let graph = TieGraph::new(&points, edges(&[[0, 3], [0, 1], [1, 2], [2, 3]]));
        assert!(graph.bundled(1.6, &mut 2).is_empty());
    }
}
