//! One round of the bounded forces over some leaves of the space tree.

use std::ops::Range;

use super::space_tree::SpaceTree;
use super::weighted_graph::WeightedGraph;
use crate::layout::coordinates::Coordinates;
use crate::layout::simd::{Kernel, LANES, Lanes, chunks, inverse_root, sum};

/// The repulsion between two nodes, compared to the attraction of a tie.
const REPULSION: f32 = 10.0;
/// The attraction of a tie at short range, compared to that at long range.
const SHORT_RANGE_ATTRACTION: f32 = 8.0;
/// Added to the weights that pull at a node, so that one with few ties doesn't jump.
const DAMPING: f32 = 2.0;
/// The share of all repulsion that is added to them as well, for nodes in a crowd.
const CROWD_DAMPING: f32 = 0.2;
/// The farthest that a node moves at once.
const FARTHEST_MOVE: f32 = 2.0;

pub(super) struct ForceRound<'a> {
    pub(super) graph: &'a WeightedGraph,
    pub(super) pinned: &'a [bool],
    pub(super) coordinates: &'a mut Coordinates<2>,
    pub(super) tree: &'a mut SpaceTree,
    pub(super) leaves: Range<usize>,
    pub(super) over_relaxation: f32,
}

impl Kernel for ForceRound<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Self { graph, pinned, coordinates, tree, leaves, over_relaxation } = self;
        // In an order that doesn't follow the drawing: neighbours that move right after one another
        // would all be pushed the same way.
        for leaf in scattered(leaves) {
            tree.list_near_and_far(leaf);
            for index in tree.indices(leaf) {
                let node = tree.node(index);
                if pinned[node] {
                    continue;
                }
                let here = [tree.x[index], tree.y[index]];
                let push = repulsion(tree, here);
                let to = moved(graph, node, coordinates, here, push, over_relaxation);
                coordinates.set(node, to);
                [tree.x[index], tree.y[index]] = to;
            }
        }
    }
}

/// The repulsion of all other nodes on one that is here: its two axes, and the sum of its weights.
#[inline(always)]
fn repulsion(tree: &SpaceTree, here: [f32; 2]) -> [f32; 3] {
    let (mut push_x, mut push_y, mut crowd) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let (x, y) = (chunks(&tree.x), chunks(&tree.y));
    const ONE_EACH: Lanes = [1.0; LANES];
    for &leaf in &tree.near {
        let leaf = leaf as usize;
        add_repulsion(here, &x[leaf], &y[leaf], &ONE_EACH, &mut push_x, &mut push_y, &mut crowd);
    }
    let [far_x, far_y, counts] = &tree.far;
    let (far_x, far_y, counts) = (chunks(far_x), chunks(far_y), chunks(counts));
    for ((x, y), counts) in far_x.iter().zip(far_y).zip(counts) {
        add_repulsion(here, x, y, counts, &mut push_x, &mut push_y, &mut crowd);
    }
    [REPULSION * sum(push_x), REPULSION * sum(push_y), REPULSION * sum(crowd)]
}

#[inline(always)]
fn add_repulsion(
    here: [f32; 2],
    x: &Lanes,
    y: &Lanes,
    counts: &Lanes,
    push_x: &mut Lanes,
    push_y: &mut Lanes,
    crowd: &mut Lanes,
) {
    for lane in 0..LANES {
        let (dx, dy) = (here[0] - x[lane], here[1] - y[lane]);
        let root = inverse_root(1.0 + dx * dx + dy * dy);
        let square = root * root;
        let by = counts[lane] * square * square;
        push_x[lane] += by * dx;
        push_y[lane] += by * dy;
        crowd[lane] += by;
    }
}

/// Where a node moves from here.
#[inline(always)]
fn moved(
    graph: &WeightedGraph,
    node: usize,
    coordinates: &Coordinates<2>,
    here: [f32; 2],
    push: [f32; 3],
    over_relaxation: f32,
) -> [f32; 2] {
    let [mut force_x, mut force_y, crowd] = push;
    let mut weights = DAMPING + CROWD_DAMPING * crowd;
    for neighbour in graph.neighbours(node) {
        let [other_x, other_y] = coordinates.get(neighbour.node as usize);
        let (dx, dy) = (here[0] - other_x, here[1] - other_y);
        let weight = neighbour.weight
            * (neighbour.share + SHORT_RANGE_ATTRACTION / (1.0 + dx * dx + dy * dy));
        force_x -= weight * dx;
        force_y -= weight * dy;
        weights += weight;
    }
    let (dx, dy) = (over_relaxation * force_x / weights, over_relaxation * force_y / weights);
    let length = (dx * dx + dy * dy).sqrt();
    let by = if length > FARTHEST_MOVE { FARTHEST_MOVE / length } else { 1.0 };
    [here[0] + by * dx, here[1] + by * dy]
}

/// All numbers of a range, in an order in which consecutive ones are far apart.
#[inline(always)]
fn scattered(range: Range<usize>) -> impl Iterator<Item = usize> {
    let count = range.len();
    // The smaller part of the golden section, rounded up to a number without a common divisor.
    let mut stride = (count as f32 * 0.381_966) as usize | 1;
    while greatest_common_divisor(stride, count) > 1 {
        stride += 1;
    }
    (0..count).map(move |index| range.start + index * stride % count)
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
