//! Community detection in a signed graph: friends in one community, rivals in different ones. Layouts bring
//! communities together, and the scene draws ties between them as one; both give it plain numbers.
//!
//! Source: signed modularity (Gómez, Jensen, Arenas 2009, "Analysis of community structure in
//! networks of correlated data"), maximised by local moves and merging (Blondel et al. 2008). It is
//! how many more friendly ties than by chance lie within communities, less how many more hostile
//! ones do; in terms of structural balance, few friends apart and few rivals together. Guarantees
//! that no single move improves the result at its last level; it is a local maximum. Neutral ties are
//! ignored, and a rival in common makes no friends (weak balance, Davis 1967).

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

/// Vertices with friendly and hostile weights between them.
struct SignedGraph {
    links: Vec<Vec<(u32, [f64; 2])>>,
    /// The sum of all weights of each vertex; those between the vertices merged into it count twice.
    strengths: Vec<[f64; 2]>,
    totals: [f64; 2],
    resolution: f64,
}

impl SignedGraph {
    fn new(nodes: usize, ties: &[SignedTie], resolution: f64) -> Self {
        let mut signed = Self {
            links: vec![Vec::new(); nodes],
            strengths: vec![[0.0; 2]; nodes],
            totals: [0.0; 2],
            resolution,
        };
        for tie in ties {
            let side = usize::from(tie.weight < 0.0);
            let mut weight = [0.0; 2];
            weight[side] = tie.weight.abs();
            let [a, b] = tie.ends;
            signed.links[a as usize].push((b, weight));
            signed.links[b as usize].push((a, weight));
            for end in tie.ends {
                signed.strengths[end as usize][side] += tie.weight.abs();
            }
            signed.totals[side] += 2.0 * tie.weight.abs();
        }
        signed
    }

    /// Moves one vertex after the other to the community where it adds most modularity. Returns the
    /// community of each vertex.
    fn move_vertices(&self) -> Vec<u32> {
        let count = self.links.len();
        let mut community_of: Vec<u32> = (0..count as u32).collect();
        let mut strengths = self.strengths.clone();
        let mut weight_towards = vec![[0.0_f64; 2]; count];
        for _ in 0..MOST_ROUNDS {
            let mut has_moved = false;
            for vertex in 0..count {
                let own = community_of[vertex];
                let mut nearby: Vec<u32> = vec![own];
                for &(other, [friendly, hostile]) in &self.links[vertex] {
                    let community = community_of[other as usize];
                    nearby.push(community);
                    weight_towards[community as usize][0] += friendly;
                    weight_towards[community as usize][1] += hostile;
                }
                nearby.sort_unstable();
                nearby.dedup();
                let leave = &mut strengths[own as usize];
                *leave = [0, 1].map(|side| leave[side] - self.strengths[vertex][side]);
                let gain = |community: u32| {
                    let at = community as usize;
                    let above_chance = |side: usize| {
                        let chance = self.strengths[vertex][side] * strengths[at][side];
                        weight_towards[at][side]
                            - self.resolution * chance / self.totals[side].max(f64::MIN_POSITIVE)
                    };
                    above_chance(0) - above_chance(1)
                };
                let (mut best, mut most) = (own, gain(own));
                for &community in &nearby {
                    if gain(community) > most + LEAST_GAIN {
                        (best, most) = (community, gain(community));
                    }
                }
                has_moved |= best != own;
                community_of[vertex] = best;
                let enter = &mut strengths[best as usize];
                *enter = [0, 1].map(|side| enter[side] + self.strengths[vertex][side]);
                for community in nearby {
                    weight_towards[community as usize] = [0.0; 2];
                }
            }
            if !has_moved {
                break;
            }
        }
        community_of
    }

    /// The graph in which each community is one vertex.
    fn merged(&self, community_of: &[u32], count: usize) -> Self {
        let mut merged = Self {
            links: vec![Vec::new(); count],
            strengths: vec![[0.0; 2]; count],
            totals: self.totals,
            resolution: self.resolution,
        };
        for (vertex, links) in self.links.iter().enumerate() {
            let own = community_of[vertex];
            let sum = &mut merged.strengths[own as usize];
            *sum = [0, 1].map(|side| sum[side] + self.strengths[vertex][side]);
            let outer = links.iter().map(|&(other, weight)| (community_of[other as usize], weight));
            merged.links[own as usize].extend(outer.filter(|&(other, _)| other != own));
        }
        for links in &mut merged.links {
            links.sort_by_key(|&(other, _)| other);
            links.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                if same {
                    kept.1 = [kept.1[0] + next.1[0], kept.1[1] + next.1[1]];
                }
                same
            });
        }
        merged
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
    fn rivals_and_loners_stay_alone() {
        let ties = [tie(0, 1, -1.0), tie(1, 2, -1.0), tie(2, 3, 1.0)];
        assert_eq!(communities(5, &ties, PLAIN), [0, 1, 2, 2, 3]);
        assert!(communities(0, &[], PLAIN).is_empty());
    }
}
