//! One round of the bounded forces over some leaves.

use std::ops::Range;

use super::attraction::Ties;
use super::space_tree::Blocks;
use crate::layout::coordinates::Places;
use crate::layout::simd::{Kernel, LANES, Lanes, chunks, inverse_root, sum};

/// How hard a node is pushed by another, against a tie's pull.
const PUSH: f32 = 10.0;
/// How hard a tie pulls at short range, against its pull at long range.
const SHORT_PULL: f32 = 8.0;
/// Added to the weights that pull at a node, so that one with few ties doesn't jump.
const CAUTION: f32 = 2.0;
/// How much of all pushes is added to them as well: in a crowd everything pushes.
const CROWD: f32 = 0.2;
/// The farthest that a node moves at once.
const FARTHEST: f32 = 2.0;

pub(super) struct Round<'a> {
    pub(super) ties: &'a Ties,
    pub(super) pinned: &'a [bool],
    pub(super) at: &'a mut Places<2>,
    pub(super) blocks: &'a mut Blocks,
    pub(super) leaves: Range<usize>,
    pub(super) boldness: f32,
}

impl Kernel for Round<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Self { ties, pinned, at, blocks, leaves, boldness } = self;
        // In no order that follows the drawing: neighbours that move one right after the other
        // would all be pushed the same way.
        for leaf in scattered(leaves) {
            blocks.look_around(leaf);
            for place in blocks.places(leaf) {
                let node = blocks.node(place);
                if pinned[node] {
                    continue;
                }
                let here = [blocks.x[place], blocks.y[place]];
                let push = push(blocks, here);
                let to = moved(ties, node, at, here, push, boldness);
                at.put(node, to);
                [blocks.x[place], blocks.y[place]] = to;
            }
        }
    }
}

/// The push of all other nodes on one that is here.
#[inline(always)]
fn push(blocks: &Blocks, here: [f32; 2]) -> [f32; 3] {
    let (mut push_x, mut push_y, mut crowd) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let (x, y) = (chunks(&blocks.x), chunks(&blocks.y));
    const ONE_EACH: Lanes = [1.0; LANES];
    for &leaf in &blocks.near {
        let leaf = leaf as usize;
        add_push(here, &x[leaf], &y[leaf], &ONE_EACH, &mut push_x, &mut push_y, &mut crowd);
    }
    let [far_x, far_y, counts] = &blocks.far;
    let (far_x, far_y, counts) = (chunks(far_x), chunks(far_y), chunks(counts));
    for ((x, y), counts) in far_x.iter().zip(far_y).zip(counts) {
        add_push(here, x, y, counts, &mut push_x, &mut push_y, &mut crowd);
    }
    [PUSH * sum(push_x), PUSH * sum(push_y), PUSH * sum(crowd)]
}

#[inline(always)]
fn add_push(
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

/// Where a node goes from here.
#[inline(always)]
fn moved(
    ties: &Ties,
    node: usize,
    at: &Places<2>,
    here: [f32; 2],
    push: [f32; 3],
    boldness: f32,
) -> [f32; 2] {
    let [mut force_x, mut force_y, crowd] = push;
    let mut weights = CAUTION + CROWD * crowd;
    for pull in ties.of_node(node) {
        let [other_x, other_y] = at.of(pull.other as usize);
        let (dx, dy) = (here[0] - other_x, here[1] - other_y);
        let weight = pull.weight * (pull.share + SHORT_PULL / (1.0 + dx * dx + dy * dy));
        force_x -= weight * dx;
        force_y -= weight * dy;
        weights += weight;
    }
    let (dx, dy) = (boldness * force_x / weights, boldness * force_y / weights);
    let long = (dx * dx + dy * dy).sqrt();
    let by = if long > FARTHEST { FARTHEST / long } else { 1.0 };
    [here[0] + by * dx, here[1] + by * dy]
}

/// All of these numbers, consecutive ones far apart.
#[inline(always)]
fn scattered(range: Range<usize>) -> impl Iterator<Item = usize> {
    let count = range.len();
    // The smaller part of the golden section, as the first number from there that shares no divisor.
    let mut stride = (count as f32 * 0.381_966) as usize | 1;
    while greatest_divisor(stride, count) > 1 {
        stride += 1;
    }
    (0..count).map(move |index| range.start + index * stride % count)
}

fn greatest_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
}
