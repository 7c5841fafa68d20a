//! How long the quality numbers take: `cargo bench --no-default-features --bench quality`.

use divan::{Bencher, black_box};
use entente::layout::{Problem, crossings, overlaps, quality, stress};

fn main() {
    divan::main();
}

/// Nodes in a square with space around each, in the order of rows; each has `ties` ties, most to
/// nodes nearby and one in sixteen to any.
fn map(nodes: u32, ties: u32) -> (Problem, Vec<[f32; 2]>) {
    let count = nodes as usize;
    let mut state = 42_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let side = (1..nodes).find(|side| side * side >= nodes).unwrap_or(1);
    let near = |node: u32, at: u32| node + [1, side, side + 1, 2 * side - 1][at as usize];
    let mut ends = Vec::new();
    for node in 0..nodes {
        for _ in 0..ties {
            let is_far = below(16) == 0;
            let other = if is_far { below(nodes) } else { near(node, below(4)) % nodes };
            ends.push([node, other]);
        }
    }
    let position = |node: u32| [node % side * 120 + below(60), node / side * 100 + below(50)];
    let at = (0..nodes).map(position).map(|at| at.map(|c| c as f32)).collect();
    let problem = Problem {
        radii: vec![18.0; count],
        boxes: vec![[-40.0, -20.0, 40.0, 40.0]; count],
        positions: vec![None; count],
        pinned: vec![false; count],
        weights: vec![1.0; ends.len()],
        signs: vec![1; ends.len()],
        labels: vec![0.0; ends.len()],
        ends,
    };
    (problem, at)
}

/// The same ties with the positions shuffled: as bad as a drawing gets.
fn anywhere(nodes: u32, ties: u32) -> (Problem, Vec<[f32; 2]>) {
    let (problem, mut at) = map(nodes, ties);
    let mut state = 7_usize;
    for node in (1..at.len()).rev() {
        state = (state * 16_807) % 0x7FFF_FFFF;
        at.swap(node, state % (node + 1));
    }
    (problem, at)
}

const SIZES: [(u32, u32); 4] = [(200, 3), (2000, 4), (10_000, 3), (100_000, 3)];

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn all_numbers(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = map(nodes, ties);
    bencher.bench_local(|| quality(black_box(&problem), &at));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn all_numbers_anywhere(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = anywhere(nodes, ties);
    bencher.bench_local(|| quality(black_box(&problem), &at));
}

#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn crossings_alone(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = map(nodes, ties);
    bencher.bench_local(|| crossings(black_box(&problem), &at));
}

#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn crossings_anywhere(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = anywhere(nodes, ties);
    bencher.bench_local(|| crossings(black_box(&problem), &at));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn overlaps_alone(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = map(nodes, ties);
    bencher.bench_local(|| overlaps(black_box(&problem), &at));
}

/// The stress that the solver lowers, for comparison.
#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn stress_of_the_engine(bencher: Bencher, (nodes, ties): (u32, u32)) {
    let (problem, at) = map(nodes, ties);
    bencher.bench_local(|| stress(black_box(&problem), &at));
}
