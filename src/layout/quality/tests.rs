//! What holds for every drawing.

use proptest::prelude::*;

use super::*;
use crate::layout::plane::overlap;
use crate::layout::rng::Rng;
use crate::layout::sample;

#[test]
fn counts_what_is_there() {
    let mut problem = sample::nodes(4);
    sample::tie(&mut problem, [0, 1], 1);
    sample::tie(&mut problem, [2, 3], 1);
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
    let problem = sample::path(3);
    let exact = stress(&problem, &[[0.0, 0.0], [150.0, 0.0], [302.0, 0.0]]).unwrap();
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
        let mut problem = sample::nodes(nodes.len());
        let mut at = Vec::new();
        for (node, (place, half)) in nodes.into_iter().enumerate() {
            let [w, h] = half.map(|half| f32::from(half) * 8.0);
            problem.boxes[node] = [-w, -h, w, h];
            at.push(place);
        }
        for ends in ties {
            // Most ties end on nodes, some on a tie before them.
            let nodes = problem.node_count() as u32;
            let limit = nodes + problem.tie_count().min(5) as u32;
            sample::tie(&mut problem, [ends[0] % nodes, ends[1] % limit], 1);
        }
        (problem, at)
    })
}

fn overlaps_by_all_pairs(problem: &Problem, at: &[Xy]) -> usize {
    let boxes = boxes(problem, at);
    let with_later = |a: usize| boxes[a + 1..].iter().filter(|&&b| overlap(boxes[a], b)).count();
    (0..boxes.len()).map(with_later).sum()
}

proptest! {
    #[test]
    fn numbers_are_those_of_all_pairs((problem, at) in drawings()) {
        let drawing = Drawing::new(&problem).unwrap();
        prop_assert_eq!(crossings(&problem, &at), Ok(drawing.crossings(&at)));
        prop_assert_eq!(overlaps(&problem, &at), Ok(overlaps_by_all_pairs(&problem, &at)));
    }
}

#[test]
fn many_ties_cross_as_often_as_all_pairs_do() {
    let mut rng = Rng::new(3);
    for reach in [3, 20, 300] {
        let mut problem = sample::nodes(300);
        for _ in 0..1500 {
            let end = rng.below(300);
            sample::tie(&mut problem, [end as u32, ((end + rng.below(reach)) % 300) as u32], 1);
        }
        let near = |node: usize| [(node % 20 * 40) as f32, (node / 20 * 50) as f32];
        let mut place = |node| near(node).map(|c| c + rng.below(90) as f32);
        let at: Vec<Xy> = (0..300).map(&mut place).collect();
        let expected = Drawing::new(&problem).unwrap().crossings(&at);
        assert_eq!(crossings(&problem, &at), Ok(expected));
        assert!(expected > 100, "{expected}");
    }
}

#[test]
fn what_takes_too_long_is_not_counted() {
    let grid = sample::grid(4);
    let at: Vec<Xy> = (0..16_u8).map(|i| [f32::from(i % 4), f32::from(i / 4)]).collect();
    let lines = Lines::new(&grid, &at).unwrap();
    assert_eq!((lines.crossings(300), lines.crossings(10)), (Some(0), None));
}
