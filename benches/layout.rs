//! How long a layout takes: `cargo bench --no-default-features --bench layout`.

use divan::{Bencher, black_box};
use entente::layout::{DragLayout, Flow, Options, Preset, Problem, Start, place_new_nodes, solve};

fn main() {
    divan::main();
}

/// A map with hubs: each node is tied to an earlier one, and `extra` ties lead to nodes nearby. One
/// tie in four is hostile.
fn map(nodes: u32, extra: u32) -> Problem {
    let count = nodes as usize;
    let mut problem = Problem {
        radii: vec![18.0; count],
        boxes: vec![[-40.0, -20.0, 40.0, 40.0]; count],
        positions: vec![None; count],
        pinned: vec![false; count],
        ..Problem::default()
    };
    let mut state = 42_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let mut ends: Vec<[u32; 2]> = (1..nodes).map(|node| [below(node), node]).collect();
    for _ in 0..extra {
        let from = below(nodes);
        ends.push([from, (from + 1 + below(20)) % nodes]);
    }
    problem.signs = ends.iter().map(|_| if below(4) == 0 { -1 } else { 1 }).collect();
    problem.weights = vec![1.0; ends.len()];
    problem.labels = vec![0.0; ends.len()];
    problem.ends = ends;
    problem
}

/// Blocs of twenty nodes in which most pairs are tied, and as many ties between any two: a map that is laid out by
/// blocs.
fn dense_map(blocs: u32) -> Problem {
    let mut problem = map(20 * blocs, 20 * blocs);
    let pairs = (0..20_u32).flat_map(|a| (0..a).map(move |b| [a, b]));
    let within = |bloc: u32| pairs.clone().map(move |pair| pair.map(|node| 20 * bloc + node));
    problem.ends.extend((0..blocs).flat_map(within));
    problem.signs.resize(problem.ends.len(), 1);
    problem.weights.resize(problem.ends.len(), 1.0);
    problem.labels.resize(problem.ends.len(), 0.0);
    problem
}

const SIZES: [(u32, u32); 4] = [(15, 10), (200, 220), (2000, 4000), (10_000, 40_000)];

fn positions(problem: &Problem, options: &Options) -> Vec<[f32; 2]> {
    solve(problem, options, &mut |_| Flow::Continue).map(|s| s.positions).unwrap_or_default()
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn fresh(bencher: Bencher, (nodes, extra): (u32, u32)) {
    let problem = map(nodes, extra);
    bencher.bench_local(|| positions(black_box(&problem), &Options::default()));
}

#[divan::bench(args = [4, 10, 15], sample_count = 5, sample_size = 1)]
fn blocs(bencher: Bencher, blocs: u32) {
    let problem = dense_map(blocs);
    bencher.bench_local(|| positions(black_box(&problem), &Options::default()));
}

/// One preset, without room for boxes: the solver by itself.
fn plain(bencher: Bencher, (nodes, extra): (u32, u32), preset: Preset) {
    let problem = map(nodes, extra);
    let options = Options { preset, readability: false, ..Options::default() };
    bencher.bench_local(|| positions(black_box(&problem), &options));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn distance(bencher: Bencher, size: (u32, u32)) {
    plain(bencher, size, Preset::Distance);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn structure(bencher: Bencher, size: (u32, u32)) {
    plain(bencher, size, Preset::Structure);
}

#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn warm(bencher: Bencher, (nodes, extra): (u32, u32)) {
    let mut problem = map(nodes, extra);
    problem.positions = positions(&problem, &Options::default()).into_iter().map(Some).collect();
    let options = Options { start: Start::Warm, ..Options::default() };
    bencher.bench_local(|| positions(black_box(&problem), &options));
}

#[divan::bench(args = &SIZES[..3], sample_count = 5, sample_size = 1)]
fn one_new_node(bencher: Bencher, (nodes, extra): (u32, u32)) {
    let mut problem = map(nodes, extra);
    problem.positions = positions(&problem, &Options::default()).into_iter().map(Some).collect();
    problem.positions[nodes as usize / 2] = None;
    bencher.bench_local(|| place_new_nodes(black_box(&problem), 1));
}

#[divan::bench(args = &SIZES[..3], sample_count = 20, sample_size = 5)]
fn one_step_of_a_drag(bencher: Bencher, (nodes, extra): (u32, u32)) {
    let mut problem = map(nodes, extra);
    problem.positions = positions(&problem, &Options::default()).into_iter().map(Some).collect();
    let Ok(mut drag) = DragLayout::new(&problem) else {
        return;
    };
    let mut x = 0.0;
    bencher.bench_local(|| {
        x += 3.0;
        drag.hold(0, [x, 0.0]);
        drag.step()
    });
}
