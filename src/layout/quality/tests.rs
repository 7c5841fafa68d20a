//! What holds for every drawing, and what others measure.

use proptest::prelude::*;

use super::*;
use crate::layout::geometry::overlap;
use crate::layout::rng::Rng;
use crate::layout::test_problems;

#[test]
fn counts_what_is_there() {
    let mut problem = test_problems::nodes(4);
    test_problems::tie(&mut problem, [0, 1], 1);
    test_problems::tie(&mut problem, [2, 3], 1);
    let cross = [[-200.0, 0.0], [200.0, 0.0], [0.0, -200.0], [0.0, 200.0]];
    assert_eq!(crossings(&problem, &cross), Ok(1));
    assert_eq!(overlaps(&problem, &cross), Ok(0));
    assert_eq!(ties_through_boxes(&problem, &cross), Ok(0));
    let stacked = [[-200.0, 0.0], [200.0, 0.0], [0.0, -10.0], [0.0, 10.0]];
    assert_eq!(crossings(&problem, &stacked), Ok(1));
    assert_eq!(overlaps(&problem, &stacked), Ok(1));
    assert_eq!(ties_through_boxes(&problem, &stacked), Ok(2));
}

#[test]
fn stress_is_none_for_exact_lengths_and_one_in_one_point() {
    let problem = test_problems::path(3);
    let exact = stress(&problem, &[[0.0, 0.0], [160.0, 0.0], [320.0, 0.0]]).unwrap();
    assert!(exact < 1e-3, "{exact}");
    assert_eq!(stress(&problem, &[[5.0, 5.0]; 3]), Ok(1.0));
    let widened = [[0.0, 0.0], [450.0, 0.0], [906.0, 0.0]];
    assert!(stress(&problem, &widened).unwrap() > 1.0);
    assert!(stress_of_shape(&problem, &widened).unwrap() < 1e-3);
    assert_eq!(stress_of_shape(&problem, &[[5.0, 5.0]; 3]), Ok(1.0));
}

/// A small problem with its drawing on whole numbers, where nodes lie on one another, boxes touch
/// or have no size, and ties are parallel, go nowhere or end on ties.
fn drawings() -> impl Strategy<Value = (Problem, Vec<Xy>)> {
    let coordinate = || (-12_i16..12).prop_map(|c| f32::from(c) * 8.0);
    let node = ([coordinate(), coordinate()], [0_u8..3, 0_u8..3]);
    let nodes = proptest::collection::vec(node, 1..24);
    let ties = proptest::collection::vec(any::<[u32; 2]>(), 0..40);
    (nodes, ties).prop_map(|(nodes, ties)| {
        let mut problem = test_problems::nodes(nodes.len());
        let mut at = Vec::new();
        for (node, (position, half)) in nodes.into_iter().enumerate() {
            let [w, h] = half.map(|half| f32::from(half) * 8.0);
            problem.boxes[node] = [-w, -h, w, h];
            at.push(position);
        }
        for ends in ties {
            // Most ties end on nodes, some on a tie before them.
            let nodes = problem.node_count() as u32;
            let limit = nodes + problem.tie_count().min(5) as u32;
            test_problems::tie(&mut problem, [ends[0] % nodes, ends[1] % limit], 1);
        }
        (problem, at)
    })
}

/// The graph distances between all nodes (Floyd 1962), a tie onto a tie connecting all that it leads to.
fn all_distances(problem: &Problem) -> Vec<Vec<f64>> {
    let n = problem.node_count();
    let mut nodes_of: Vec<Vec<usize>> = (0..n).map(|node| vec![node]).collect();
    let mut distances = vec![vec![f64::INFINITY; n]; n];
    for ends in &problem.ends {
        let [a, b] = ends.map(|end| nodes_of[end as usize].clone());
        for (&a, &b) in a.iter().flat_map(|a| b.iter().map(move |b| (a, b))) {
            if ends[0] != ends[1] {
                distances[a][b] = 1.0;
                distances[b][a] = 1.0;
            }
        }
        nodes_of.push([a, b].concat());
    }
    for via in 0..n {
        for a in 0..n {
            for b in 0..n {
                distances[a][b] = distances[a][b].min(distances[a][via] + distances[via][b]);
            }
        }
    }
    distances
}

fn drawn(at: &[Xy], a: usize, b: usize) -> f64 {
    let [x, y] = [0, 1].map(|axis| f64::from(at[a][axis]) - f64::from(at[b][axis]));
    (x * x + y * y).sqrt()
}

fn stress_by_all_pairs(problem: &Problem, at: &[Xy]) -> f64 {
    let distances = all_distances(problem);
    let (mut pairs, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for (a, distances) in distances.iter().enumerate() {
        for b in (0..at.len()).filter(|&b| b != a && distances[b].is_finite()) {
            let q = drawn(at, a, b) / distances[b];
            (pairs, sum, squares) = (pairs + 1.0, sum + q, squares + q * q);
        }
    }
    match pairs * squares {
        most if most > 0.0 => 1.0 - sum * sum / most,
        _ => f64::from(u8::from(pairs > 0.0)),
    }
}

fn neighbourhood_by_all_pairs(problem: &Problem, at: &[Xy]) -> f64 {
    let distances = all_distances(problem);
    let (mut sum, mut tied) = (0.0, 0.0);
    for (node, distances) in distances.iter().enumerate() {
        let mut others: Vec<usize> = (0..at.len()).filter(|&other| other != node).collect();
        let adjacency = |other: &usize| distances[*other] == 1.0;
        let count = others.iter().filter(|other| adjacency(other)).count();
        others.sort_by(|&a, &b| drawn(at, node, a).total_cmp(&drawn(at, node, b)));
        let common = others[..count].iter().filter(|other| adjacency(other)).count();
        if count > 0 {
            sum += common as f64 / (2 * count - common) as f64;
            tied += 1.0;
        }
    }
    if tied > 0.0 { sum / tied } else { 1.0 }
}

fn overlaps_by_all_pairs(problem: &Problem, at: &[Xy]) -> usize {
    let boxes = boxes(problem, at);
    let with_later = |a: usize| boxes[a + 1..].iter().filter(|&&b| overlap(boxes[a], b)).count();
    (0..boxes.len()).map(with_later).sum()
}

proptest! {
    #[test]
    fn numbers_are_those_of_all_pairs((problem, at) in drawings()) {
        let found = quality(&problem, &at).unwrap();
        let drawing = Legibility::new(&problem).unwrap();
        prop_assert!((found.stress - stress_by_all_pairs(&problem, &at)).abs() < 1e-12);
        let expected = neighbourhood_by_all_pairs(&problem, &at);
        prop_assert!((found.neighbourhood - expected).abs() < 1e-12, "{expected}");
        prop_assert_eq!(found.crossings, Some(drawing.crossings(&at) as u64));
        prop_assert_eq!(found.overlaps, overlaps_by_all_pairs(&problem, &at));
        prop_assert_eq!(found.ties_through_boxes, Some(drawing.ties_through_boxes(&at)));
    }

    #[test]
    fn ties_through_boxes_are_those_of_all_pairs_off_whole_numbers(
        (problem, at) in drawings(), by in 0.1_f32..30.0, off in -1.0e5_f32..1.0e5,
    ) {
        let at: Vec<Xy> = at.iter().map(|p| p.map(|c| c * by + off)).collect();
        let expected = Legibility::new(&problem).unwrap().ties_through_boxes(&at);
        prop_assert_eq!(quality(&problem, &at).unwrap().ties_through_boxes, Some(expected));
    }

    #[test]
    fn scale_and_signs_change_nothing((problem, at) in drawings(), by in 0.01_f32..100.0) {
        let before = quality(&problem, &at).unwrap();
        // By a power of two exactly, by another number but for rounding.
        let wide: Vec<Xy> = at.iter().map(|p| p.map(|c| c * 64.0)).collect();
        let hostile = Problem { signs: vec![-1; problem.tie_count()], ..problem.clone() };
        let after = quality(&hostile, &wide).unwrap();
        prop_assert_eq!(after.stress, before.stress);
        prop_assert_eq!(after.neighbourhood, before.neighbourhood);
        prop_assert_eq!(after.crossings, before.crossings);
        let wide: Vec<Xy> = at.iter().map(|p| p.map(|c| c * by)).collect();
        let after = quality(&problem, &wide).unwrap();
        prop_assert!((after.stress - before.stress).abs() < 1e-5);
    }

    #[test]
    fn positions_of_any_kind_give_numbers(
        (problem, _) in drawings(), at in proptest::collection::vec(any::<[f32; 2]>(), 0..30),
    ) {
        let found = quality(&problem, &at).unwrap();
        prop_assert!((0.0..=1.0).contains(&found.stress), "{}", found.stress);
        prop_assert!((0.0..=1.0).contains(&found.neighbourhood), "{}", found.neighbourhood);
    }
}

#[test]
fn many_ties_cross_as_often_as_all_pairs_do() {
    let mut rng = Rng::new(3);
    for reach in [3, 20, 300] {
        let mut problem = test_problems::nodes(300);
        for _ in 0..1500 {
            let end = rng.below(300);
            test_problems::tie(
                &mut problem,
                [end as u32, ((end + rng.below(reach)) % 300) as u32],
                1,
            );
        }
        let near = |node: usize| [(node % 20 * 40) as f32, (node / 20 * 50) as f32];
        let mut position = |node| near(node).map(|c| c + rng.below(90) as f32);
        let at: Vec<Xy> = (0..300).map(&mut position).collect();
        let expected = Legibility::new(&problem).unwrap().crossings(&at);
        assert_eq!(crossings(&problem, &at), Ok(expected));
        assert!(expected > 100, "{expected}");
    }
}

/// Two drawings that were measured with the script by which drawings of other programs are
/// compared: numpy, and a k-d tree of scipy for the nearest.
#[test]
fn two_drawings_are_measured_as_others_do() {
    let mut rng = Rng::new(1);
    let mut below = |limit: usize| rng.below(limit) as f32;
    let grid = test_problems::grid(6);
    let jittered: Vec<Xy> = (0..36_u8)
        .map(|i| [100.0 * f32::from(i % 6) + below(120), 100.0 * f32::from(i / 6) + below(120)])
        .collect();
    assert_measured(&grid, &jittered, 0.06604, 0.4864, 4);

    let mut rng = Rng::new(2);
    let mut hubs =
        test_problems::with_ties(60, (1..60).map(|node| [rng.below(node) as u32, node as u32]));
    while hubs.tie_count() < 150 {
        let ends = [rng.below(60) as u32, rng.below(60) as u32];
        if ends[0] != ends[1] {
            test_problems::tie(&mut hubs, ends, 1);
        }
    }
    let anywhere: Vec<Xy> =
        (0..60).map(|_| [rng.below(1000) as f32, rng.below(1000) as f32]).collect();
    assert_measured(&hubs, &anywhere, 0.32532, 0.0419, 2377);
}

fn assert_measured(problem: &Problem, at: &[Xy], stress: f64, neighbourhood: f64, crossings: u64) {
    let found = quality(problem, at).unwrap();
    assert!((found.stress - stress).abs() <= 0.5e-5 + 1e-9, "{found:?}");
    assert!((found.neighbourhood - neighbourhood).abs() <= 0.5e-4 + 1e-9, "{found:?}");
    assert_eq!(found.crossings, Some(crossings));
}

#[test]
fn a_path_of_three_folded_to_a_right_angle() {
    // Distance 1 drawn as 3 and 4, distance 2 as 5: q is 3, 4 and 2.5, so 1 - 9.5² / (3 · 31.25).
    let at = [[3.0, 0.0], [0.0, 0.0], [0.0, 4.0]];
    let found = quality(&test_problems::path(3), &at).unwrap();
    assert!((found.stress - (1.0 - 90.25 / 93.75)).abs() < 1e-12, "{found:?}");
    // The nearest to the last is its neighbour; all others have theirs as well.
    assert_eq!(found.neighbourhood, 1.0);
    // In a row with the middle node last, an end has the other end nearest.
    let row = [[0.0, 0.0], [9.0, 0.0], [4.0, 0.0]];
    let found = quality(&test_problems::path(3), &row).unwrap();
    assert!((found.neighbourhood - 1.0 / 3.0).abs() < 1e-12, "{found:?}");
}

#[test]
fn a_tie_onto_a_tie_joins_its_node_with_both() {
    let mut problem = test_problems::nodes(3);
    test_problems::tie(&mut problem, [0, 1], 1);
    test_problems::tie(&mut problem, [2, 3], -1);
    // All three are adjacent, and they are drawn equally far apart but for a millionth.
    let at = [[0.0, 0.0], [2000.0, 0.0], [1000.0, 1732.0508]];
    let found = quality(&problem, &at).unwrap();
    assert!(found.stress < 1e-9, "{found:?}");
    assert_eq!(found.neighbourhood, 1.0);
    assert_eq!(found.crossings, Some(0));
}

#[test]
fn nothing_and_one_point_have_numbers() {
    let nothing = quality(&Problem::default(), &[]).unwrap();
    assert_eq!((nothing.stress, nothing.neighbourhood), (0.0, 1.0));
    assert_eq!((nothing.crossings, nothing.overlaps), (Some(0), 0));
    let lone = quality(&test_problems::nodes(5), &[[1.0, 1.0]; 5]).unwrap();
    assert_eq!((lone.stress, lone.neighbourhood, lone.overlaps), (0.0, 1.0, 10));
    let piled = quality(&test_problems::clique(5), &[[f32::NAN, 1.0]; 3]).unwrap();
    assert_eq!((piled.stress, piled.overlaps), (1.0, 10));
}

#[test]
fn large_maps_are_sampled() {
    let path = test_problems::path(7000);
    let straight: Vec<Xy> = (0..7000_u16).map(|i| [100.0 * f32::from(i), 0.0]).collect();
    let found = quality(&path, &straight).unwrap();
    assert!(found.stress < 1e-9, "{found:?}");
    // An end of the path has its one neighbour nearest, all others their two.
    assert_eq!(found.neighbourhood, 1.0);
    assert_eq!((found.crossings, found.ties_through_boxes), (Some(0), Some(0)));
}

#[test]
fn what_takes_too_long_is_not_counted() {
    let grid = test_problems::grid(4);
    let at: Vec<Xy> = (0..16_u8).map(|i| [f32::from(i % 4), f32::from(i / 4)]).collect();
    let segments = Segments::new(&grid, &at).unwrap();
    assert_eq!((segments.crossings(300), segments.crossings(10)), (Some(0), None));
    let boxes = boxes(&grid, &at);
    let through = |most| ties_through_boxes::count(&grid, &at, &boxes, most);
    assert_eq!(through(10_000), Ok(Some(24 * 14)));
    assert_eq!((through(300), through(10)), (Ok(None), Ok(None)));
}
