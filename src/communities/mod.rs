//! Community detection in a signed graph: friends in one community, rivals in different ones. Layouts bring
//! communities together, and the scene draws ties between them as one; both give it plain numbers.
//!
//! Source: the Potts model of Traag, Bruggeman 2009, "Community detection in networks with positive and negative
//! links", maximised by local moves and merging (Blondel et al. 2008). It is how many more friendly ties than by
//! chance lie within communities (modularity), less all hostile ones that do: their resolution is 0, since against
//! chance, many rivals of two nodes would speak for both being in one community. In terms of structural balance, few
//! friends apart and few rivals together. Guarantees that no single move improves the result at its last level, also
//! none to a community of one; it is a local maximum. Neutral ties are ignored, and a rival in common makes no friends
//! (weak balance, Davis 1967).

mod common_friends;

pub(crate) use common_friends::weighed_by_common_friends;

/// From this many ties for the root of nodes on, they cover so much of a drawing that none can be followed by itself.
const LEAST_INK: f32 = 40.0;
/// The most nodes of a map that is shown by blocs; names of more have no room on any page.
const MOST_NODES: usize = 300;
/// The most rounds of moves at one level; in practice a few are enough.
const MOST_ROUNDS: usize = 40;
/// A smaller gain, as a share of a tie, counts as rounding.
const LEAST_GAIN: f64 = 1e-9;

/// Whether a map with that many nodes and ties is read by its blocs: there are too many ties to follow one by one, and
/// no more nodes than names have room.
pub(crate) fn is_read_by_blocs(nodes: usize, ties: usize) -> bool {
    (1..=MOST_NODES).contains(&nodes) && ties as f32 >= LEAST_INK * (nodes as f32).sqrt()
}

/// A friendly (above 0) or hostile (below 0) tie with its weight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SignedTie {
    pub(crate) ends: [u32; 2],
    pub(crate) weight: f64,
}

/// The resolution at which blocs are found: smaller communities than those of plain modularity, which joins them in a
/// large graph (Fortunato, Barthélemy 2007).
pub(crate) const FINER: f64 = 1.5;

/// The community of each node. Communities are numbered in the order of their first nodes. The resolution is how
/// much larger than by chance the weight within a community must be, in multiples of chance (Reichardt, Bornholdt
/// 2006).
pub(crate) fn communities(nodes: usize, ties: &[SignedTie], resolution: f64) -> Vec<u32> {
    let mut community_of: Vec<u32> = (0..nodes as u32).collect();
    let mut graph = SignedGraph::new(nodes, ties, resolution);
    loop {
        let moved_to = graph.move_vertices();
        let merged = renumber(&moved_to);
        for community in &mut community_of {
            *community = merged[*community as usize];
        }
        let count = merged.iter().max().map_or(0, |&last| last as usize + 1);
        if count == merged.len() {
            return renumber(&community_of);
        }
        graph = graph.merged(&merged, count);
    }
}

/// The share of the weight of friendly ties that lies within communities, less what would by chance (Newman,
/// Girvan 2004); 0 without friendly ties.
pub(crate) fn modularity(community_of: &[u32], ties: &[SignedTie]) -> f64 {
    let (mut within, mut all) = (0.0, 0.0);
    let mut strengths = vec![0.0; community_of.len()];
    for tie in ties.iter().filter(|tie| tie.weight > 0.0) {
        let [a, b] = tie.ends.map(|end| community_of[end as usize]);
        all += tie.weight;
        within += if a == b { tie.weight } else { 0.0 };
        strengths[a as usize] += tie.weight;
        strengths[b as usize] += tie.weight;
    }
    if all <= 0.0 {
        return 0.0;
    }
    let chance = |strength: &f64| (strength / (2.0 * all)) * (strength / (2.0 * all));
    within / all - strengths.iter().map(chance).sum::<f64>()
}

/// The same classes, numbered in the order in which they first occur.
fn renumber(classes: &[u32]) -> Vec<u32> {
    let mut number_of = vec![None; classes.len()];
    let mut next = 0;
    classes
        .iter()
        .map(|&class| {
            *number_of[class as usize].get_or_insert_with(|| {
                next += 1;
                next - 1
            })
        })
        .collect()
}

/// Vertices with weights between them: those of friendly ties less those of hostile ones.
struct SignedGraph {
    links: Vec<Vec<(u32, f64)>>,
    /// The sum of the friendly weights of each vertex; those between the vertices merged into it count twice.
    strengths: Vec<f64>,
    /// The sum of all strengths.
    total: f64,
    resolution: f64,
}

impl SignedGraph {
    fn new(nodes: usize, ties: &[SignedTie], resolution: f64) -> Self {
        let mut links = vec![Vec::new(); nodes];
        let mut strengths = vec![0.0; nodes];
        for SignedTie { ends: [a, b], weight } in ties {
            links[*a as usize].push((*b, *weight));
            links[*b as usize].push((*a, *weight));
            strengths[*a as usize] += weight.max(0.0);
            strengths[*b as usize] += weight.max(0.0);
        }
        Self { links, total: strengths.iter().sum(), strengths, resolution }
    }

    /// Moves one vertex after the other to the community where it adds most, or to one of its own. Returns the
    /// community of each vertex.
    fn move_vertices(&self) -> Vec<u32> {
        let count = self.links.len();
        let mut division = Division::of_single_vertices(self);
        let mut weight_towards = vec![0.0_f64; count];
        for _ in 0..MOST_ROUNDS {
            let mut has_moved = false;
            for vertex in 0..count {
                let own = division.community_of[vertex];
                let mut nearby: Vec<u32> = vec![own];
                for &(other, weight) in &self.links[vertex] {
                    let community = division.community_of[other as usize];
                    nearby.push(community);
                    weight_towards[community as usize] += weight;
                }
                nearby.sort_unstable();
                nearby.dedup();
                division.leave(vertex);
                let gain = |community: u32| {
                    let chance = self.strengths[vertex] * division.strengths[community as usize];
                    weight_towards[community as usize]
                        - self.resolution * chance / self.total.max(f64::MIN_POSITIVE)
                };
                let (mut best, mut most) = (own, gain(own));
                for &community in &nearby {
                    if gain(community) > most + LEAST_GAIN {
                        (best, most) = (community, gain(community));
                    }
                }
                if most < -LEAST_GAIN {
                    best = division.empty().unwrap_or(own);
                }
                has_moved |= best != own;
                division.enter(vertex, best);
                for community in nearby {
                    weight_towards[community as usize] = 0.0;
                }
            }
            if !has_moved {
                break;
            }
        }
        division.community_of
    }

    /// The graph in which each community is one vertex.
    fn merged(&self, community_of: &[u32], count: usize) -> Self {
        let mut links = vec![Vec::new(); count];
        let mut strengths = vec![0.0; count];
        for (vertex, own_links) in self.links.iter().enumerate() {
            let own = community_of[vertex];
            strengths[own as usize] += self.strengths[vertex];
            let outer =
                own_links.iter().map(|&(other, weight)| (community_of[other as usize], weight));
            links[own as usize].extend(outer.filter(|&(other, _)| other != own));
        }
        for links in &mut links {
            links.sort_by_key(|&(other, _)| other);
            links.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
        }
        Self { links, strengths, total: self.total, resolution: self.resolution }
    }
}

/// The vertices of a graph in communities.
struct Division<'a> {
    graph: &'a SignedGraph,
    community_of: Vec<u32>,
    /// The sum of the strengths of the vertices of each community.
    strengths: Vec<f64>,
    /// The number of vertices of each community.
    sizes: Vec<u32>,
    /// Communities that had no vertex when they were left last.
    left: Vec<u32>,
}

impl<'a> Division<'a> {
    fn of_single_vertices(graph: &'a SignedGraph) -> Self {
        let count = graph.links.len();
        let community_of = (0..count as u32).collect();
        let (strengths, sizes) = (graph.strengths.clone(), vec![1; count]);
        Self { graph, community_of, strengths, sizes, left: Vec::new() }
    }

    fn leave(&mut self, vertex: usize) {
        let own = self.community_of[vertex];
        self.strengths[own as usize] -= self.graph.strengths[vertex];
        self.sizes[own as usize] -= 1;
        if self.sizes[own as usize] == 0 {
            self.left.push(own);
        }
    }

    fn enter(&mut self, vertex: usize, community: u32) {
        self.community_of[vertex] = community;
        self.strengths[community as usize] += self.graph.strengths[vertex];
        self.sizes[community as usize] += 1;
    }

    /// A community without vertices.
    fn empty(&mut self) -> Option<u32> {
        while let Some(community) = self.left.pop() {
            if self.sizes[community as usize] == 0 {
                return Some(community);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The resolution of plain modularity.
    const PLAIN: f64 = 1.0;

    fn tie(a: u32, b: u32, weight: f64) -> SignedTie {
        SignedTie { ends: [a, b], weight }
    }

    #[test]
    fn friends_hold_together_and_rivals_do_not() {
        let mut ties = Vec::new();
        for a in 0..12_u32 {
            for b in a + 1..12 {
                let same = a % 3 == b % 3;
                if same || (a + b) % 4 == 0 {
                    ties.push(tie(a, b, if same { 1.0 } else { -1.0 }));
                }
            }
        }
        let expected: Vec<u32> = (0..12).map(|node| node % 3).collect();
        assert_eq!(communities(12, &ties, PLAIN), expected);
    }

    #[test]
    fn many_rivals_in_common_bring_nobody_together() {
        // Two sides of which each node is a rival of each of the other; one side are friends.
        let mut ties = Vec::new();
        for a in 0..4 {
            ties.extend((4..14).map(|b| tie(a, b, -1.0)));
            ties.extend((a + 1..4).map(|b| tie(a, b, 1.0)));
        }
        let expected: Vec<u32> = (0..14).map(|node: u32| node.saturating_sub(3)).collect();
        assert_eq!(communities(14, &ties, PLAIN), expected);
    }

    #[test]
    fn a_node_leaves_a_community_that_has_become_hostile_to_it() {
        // Node 0 is drawn to 1 first, whose stronger friends are its rivals.
        let mut ties = vec![tie(0, 1, 0.4), tie(0, 2, -1.0), tie(0, 3, -1.0)];
        ties.extend([tie(1, 2, 1.0), tie(2, 3, 1.0), tie(1, 3, 1.0)]);
        assert_eq!(communities(4, &ties, PLAIN), [0, 1, 1, 1]);
    }

    #[test]
    fn rivals_and_loners_stay_alone() {
        let ties = [tie(0, 1, -1.0), tie(1, 2, -1.0), tie(2, 3, 1.0)];
        assert_eq!(communities(5, &ties, PLAIN), [0, 1, 2, 2, 3]);
        assert!(communities(0, &[], PLAIN).is_empty());
    }
}
