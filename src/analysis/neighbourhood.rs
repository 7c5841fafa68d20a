//! The nations within some steps of a selection.

use std::collections::VecDeque;
use std::iter::successors;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Edge, MapGraph, MapMask};
use crate::model::{NationId, Target, TieId};

/// The nations within so many steps of some nations and of the ends of some ties, in the order of the
/// map. A step leads along a tie or a membership, either way. A tie counts as one with the ties that
/// end at it, and with those that end at them: from each of its nations a step leads to each other.
///
/// `allowed` says what may be stepped on. Breadth-first search, in time proportional to the nations
/// and to what is reached.
pub fn nations_within(
    graph: &MapGraph,
    starts: (impl IntoIterator<Item = NationId>, impl IntoIterator<Item = TieId>),
    steps: u32,
    allowed: &MapMask,
) -> Vec<bool> {
    let mut search = Search {
        graph,
        allowed,
        is_reached: vec![false; allowed.nations.len()],
        is_crossed: vec![false; graph.graph().node_count()],
        queue: VecDeque::new(),
    };
    for node in starts.0.into_iter().filter_map(|id| graph.node_of(Target::Nation(id))) {
        search.reach(node, 0);
    }
    for id in starts.1 {
        search.reach_ends(id);
    }
    while let Some((node, distance)) = search.queue.pop_front() {
        if distance < steps {
            search.step_from(node, distance);
        }
    }
    search.is_reached
}

struct Search<'a> {
    graph: &'a MapGraph,
    allowed: &'a MapMask,
    /// Of each nation.
    is_reached: Vec<bool>,
    /// Of each node, whether it is one of a tie that a step has led across.
    is_crossed: Vec<bool>,
    /// Nations that are reached, with their distance.
    queue: VecDeque<(NodeIndex, u32)>,
}

impl Search<'_> {
    fn reach(&mut self, nation: NodeIndex, distance: u32) {
        if let Some(index) = self.graph.nation_index(nation)
            && self.allowed.nations[index]
            && !std::mem::replace(&mut self.is_reached[index], true)
        {
            self.queue.push_back((nation, distance));
        }
    }

    /// Starts at the ends of a tie; one that ends at a tie has that one's ends as well.
    fn reach_ends(&mut self, id: TieId) {
        let graph = self.graph;
        let chain = successors(graph.tie(id), |tie| graph.tie_at(tie.to));
        // A chain is no longer than there are edges, even if it should lead back to its start.
        for tie in chain.take(graph.graph().edge_count()) {
            self.reach(tie.from, 0);
            self.reach(tie.to, 0);
        }
    }

    /// Goes one step further from a nation: directly to other nations, or across the nodes of ties.
    fn step_from(&mut self, nation: NodeIndex, distance: u32) {
        let mut nodes = vec![nation];
        while let Some(node) = nodes.pop() {
            for edge in self.graph.graph().edges_directed(node, Outgoing) {
                self.follow(*edge.weight(), edge.target(), distance, &mut nodes);
            }
            for edge in self.graph.graph().edges_directed(node, Incoming) {
                self.follow(*edge.weight(), edge.source(), distance, &mut nodes);
            }
        }
    }

    /// Follows an edge to another node: reaches a nation, or notes a tie that is to be crossed.
    fn follow(&mut self, edge: Edge, to: NodeIndex, distance: u32, nodes: &mut Vec<NodeIndex>) {
        let is_allowed = match edge {
            Edge::Tie { index, .. } | Edge::TieEnd { index } => self.allowed.ties[index],
            Edge::Membership { index } => self.allowed.memberships[index],
        };
        if !is_allowed {
            return;
        }
        if self.graph.nation_index(to).is_some() {
            self.reach(to, distance + 1);
        } else if !std::mem::replace(&mut self.is_crossed[to.index()], true) {
            nodes.push(to);
        }
    }
}
