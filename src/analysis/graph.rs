//! The graph of a map: its nations, joined by ties and memberships.
//!
//! [`MapGraph`] is a directed multigraph of [`petgraph`]. It is made once for each revision of a map
//! and answers by position in the map's lists, so that an answer can be a plain list.

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;

use crate::model::{End, Map, NationId, Target, TieId};

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A nation.
    Nation(NationId),
    /// A tie that other ties end at. Ties that none ends at are edges alone.
    Tie(TieId),
}

impl Node {
    /// The record that it stands for.
    pub const fn target(self) -> Target {
        match self {
            Self::Nation(id) => Target::Nation(id),
            Self::Tie(id) => Target::Tie(id),
        }
    }
}

/// An edge of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A tie, from the nation at which it starts to the nation or tie at which it ends.
    Tie {
        /// The tie.
        id: TieId,
        /// Its position in the map's list of ties.
        index: usize,
    },
    /// A membership, from the member to the organisation.
    Membership {
        /// Its position among all memberships, in the order of the map's nations and of each nation's
        /// memberships.
        index: usize,
    },
    /// From the node of a tie to each end of that tie, so that what ends at the tie is connected with
    /// its ends.
    TieEnd {
        /// The position of the tie in the map's list of ties.
        index: usize,
    },
}

/// A tie with the nodes that it joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieEdge {
    /// The tie.
    pub id: TieId,
    /// Its position in the map's list of ties.
    pub index: usize,
    /// The node of the nation at which it starts.
    pub from: NodeIndex,
    /// The node of the nation or tie at which it ends.
    pub to: NodeIndex,
}

/// The graph of a map.
///
/// Nodes are the nations in the order of the map, so that a nation's node has the nation's position,
/// and after them the ties that others end at. Edges are the ties in the order of the map, then the
/// memberships, then the ends of the ties that have a node. Takes space in proportion to the map.
#[derive(Clone, Debug, Default)]
pub struct MapGraph {
    graph: DiGraph<Node, Edge>,
    nation_count: usize,
    tie_count: usize,
    nation_nodes: FxHashMap<NationId, NodeIndex>,
    tie_nodes: FxHashMap<TieId, NodeIndex>,
    /// By id, for a binary search.
    tie_edges: Vec<(TieId, EdgeIndex)>,
}

impl MapGraph {
    /// The graph of a map, made in time proportional to its nations, ties and memberships.
    pub fn new(map: &Map) -> Self {
        let memberships: usize = map.nations().iter().map(|(_, n)| n.memberships.len()).sum();
        let mut graph = DiGraph::with_capacity(map.nations().len(), map.ties().len() + memberships);
        let nation_nodes =
            map.nations().ids().map(|id| (id, graph.add_node(Node::Nation(id)))).collect();
        let mut made = Self {
            graph,
            nation_count: map.nations().len(),
            tie_count: map.ties().len(),
            nation_nodes,
            tie_nodes: FxHashMap::default(),
            tie_edges: Vec::with_capacity(map.ties().len()),
        };
        made.add_tie_nodes(map);
        made.add_ties(map);
        made.add_memberships(map);
        made.add_tie_ends();
        made
    }

    /// The graph itself, for algorithms of [`petgraph`].
    pub const fn graph(&self) -> &DiGraph<Node, Edge> {
        &self.graph
    }

    /// How many ties the map has.
    pub const fn tie_count(&self) -> usize {
        self.tie_count
    }

    /// The node of a nation, or of a tie that others end at; text notes have none. Takes constant time.
    pub fn node_of(&self, target: Target) -> Option<NodeIndex> {
        match target {
            Target::Nation(id) => self.nation_nodes.get(&id).copied(),
            Target::Tie(id) => self.tie_nodes.get(&id).copied(),
            Target::Note(_) => None,
        }
    }

    /// The record that a node stands for.
    pub fn target_of(&self, node: NodeIndex) -> Target {
        self.graph[node].target()
    }

    /// The position in the map's list of the nation that a node stands for; `None` for a tie.
    pub fn nation_index(&self, node: NodeIndex) -> Option<usize> {
        Some(node.index()).filter(|index| *index < self.nation_count)
    }

    /// A tie of the map. Takes time in proportion to the logarithm of the number of ties.
    pub fn tie(&self, id: TieId) -> Option<TieEdge> {
        let found = self.tie_edges.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        let (_, edge) = *self.tie_edges.get(found)?;
        let (from, to) = self.graph.edge_endpoints(edge)?;
        tie_edge(*self.graph.edge_weight(edge)?, from, to)
    }

    /// The tie that a node stands for; `None` for a nation.
    pub fn tie_at(&self, node: NodeIndex) -> Option<TieEdge> {
        self.target_of(node).tie().and_then(|id| self.tie(id))
    }

    /// All ties in the order of the map.
    pub fn ties(&self) -> impl Iterator<Item = TieEdge> {
        let ties = self.graph.raw_edges().iter().take(self.tie_edges.len());
        ties.filter_map(|edge| tie_edge(edge.weight, edge.source(), edge.target()))
    }

    /// The ties that start or end at a node, each once. Takes time in proportion to the edges there.
    pub fn ties_of(&self, node: NodeIndex) -> impl Iterator<Item = TieEdge> {
        let ending = self.graph.edges_directed(node, Incoming);
        let ending = ending.filter(|edge| edge.source() != edge.target());
        let all = self.graph.edges_directed(node, Outgoing).chain(ending);
        all.filter_map(|edge| tie_edge(*edge.weight(), edge.source(), edge.target()))
    }

    /// The memberships of a nation and those in it: the node of the other nation of each.
    pub fn memberships_of(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        let joined = self.graph.edges_directed(node, Outgoing).map(|e| (e.weight(), e.target()));
        let members = self.graph.edges_directed(node, Incoming).map(|e| (e.weight(), e.source()));
        let all = joined.chain(members);
        all.filter_map(|(edge, other)| matches!(edge, Edge::Membership { .. }).then_some(other))
    }

    /// All memberships in the order of the map: the position of each, the member and the organisation.
    pub fn memberships(&self) -> impl Iterator<Item = (usize, NodeIndex, NodeIndex)> {
        let others = self.graph.raw_edges().iter().skip(self.tie_edges.len());
        others.filter_map(|edge| match edge.weight {
            Edge::Membership { index } => Some((index, edge.source(), edge.target())),
            Edge::Tie { .. } | Edge::TieEnd { .. } => None,
        })
    }

    /// The positions of the nations at which a tie starts and ends: one for a tie of a nation to
    /// itself, and for a tie onto a tie.
    pub fn nations_of(&self, tie: TieEdge) -> impl Iterator<Item = usize> {
        let to = Some(tie.to).filter(|to| *to != tie.from);
        [Some(tie.from), to].into_iter().flatten().filter_map(|node| self.nation_index(node))
    }

    /// How many ties each nation has, in the order of the map, of those whose position counts.
    ///
    /// With all of them these are the numbers of [`Map::degrees`].
    pub fn degrees(&self, counts: impl Fn(usize) -> bool) -> Vec<u32> {
        let mut degrees = vec![0; self.nation_count];
        for tie in self.ties().filter(|tie| counts(tie.index)) {
            self.nations_of(tie).for_each(|nation| degrees[nation] += 1);
        }
        degrees
    }

    /// Drops the ties at nations that are missing, and those that end, over any number of ties, at a
    /// tie that is dropped. `has_nation` and `ties` go by position.
    pub fn drop_dangling_ties(&self, has_nation: impl Fn(usize) -> bool, ties: &mut [bool]) {
        for tie in self.ties() {
            ties[tie.index] &= self.nations_of(tie).all(&has_nation);
        }
        let nodes = self.graph.node_indices().skip(self.nation_count);
        let is_dropped = |node: &NodeIndex| self.tie_at(*node).is_some_and(|tie| !ties[tie.index]);
        let mut dropped: Vec<NodeIndex> = nodes.filter(is_dropped).collect();
        while let Some(node) = dropped.pop() {
            for tie in self.ties_of(node) {
                if std::mem::replace(&mut ties[tie.index], false) {
                    dropped.extend(self.node_of(Target::Tie(tie.id)));
                }
            }
        }
    }

    fn add_tie_nodes(&mut self, map: &Map) {
        let mut is_target = vec![false; map.ties().len()];
        for (_, tie) in map.ties().iter() {
            if let End::Tie(to) = tie.to
                && let Some(index) = map.ties().index_of(to)
            {
                is_target[index] = true;
            }
        }
        let targets = map.ties().ids().zip(is_target).filter(|(_, is_target)| *is_target);
        for (id, _) in targets {
            self.tie_nodes.insert(id, self.graph.add_node(Node::Tie(id)));
        }
    }

    fn add_ties(&mut self, map: &Map) {
        for (index, (id, tie)) in map.ties().iter().enumerate() {
            let to = match tie.to {
                End::Nation(to) => self.node_of(Target::Nation(to)),
                End::Tie(to) => self.node_of(Target::Tie(to)),
            };
            if let (Some(from), Some(to)) = (self.node_of(Target::Nation(tie.from)), to) {
                let edge = self.graph.add_edge(from, to, Edge::Tie { id, index });
                self.tie_edges.push((id, edge));
            }
        }
        // Mostly in this order already.
        self.tie_edges.sort_unstable_by_key(|(id, _)| *id);
    }

    fn add_memberships(&mut self, map: &Map) {
        let memberships = map.nations().iter().enumerate().flat_map(|(member, (_, nation))| {
            nation.memberships.iter().map(move |m| (NodeIndex::new(member), m.organisation))
        });
        for (index, (member, organisation)) in memberships.enumerate() {
            if let Some(organisation) = self.node_of(Target::Nation(organisation)) {
                self.graph.add_edge(member, organisation, Edge::Membership { index });
            }
        }
    }

    fn add_tie_ends(&mut self) {
        let nodes = (self.nation_count..self.graph.node_count()).map(NodeIndex::new);
        for node in nodes {
            let Some(TieEdge { index, from, to, .. }) = self.tie_at(node) else { continue };
            self.graph.add_edge(node, from, Edge::TieEnd { index });
            if to != from {
                self.graph.add_edge(node, to, Edge::TieEnd { index });
            }
        }
    }
}

const fn tie_edge(edge: Edge, from: NodeIndex, to: NodeIndex) -> Option<TieEdge> {
    match edge {
        Edge::Tie { id, index } => Some(TieEdge { id, index, from, to }),
        Edge::Membership { .. } | Edge::TieEnd { .. } => None,
    }
}
