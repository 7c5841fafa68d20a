//! What a reader is to see of a dense map: blocs apart, those who join them between them, all names.

use super::blocs_to_show;
use crate::communities::{FINER, SignedTie, communities};
use crate::layout::geometry::{Xy, bounds, distance, moved, segment_meets, size};
use crate::layout::rng::Rng;
use crate::layout::test_problems::{nodes, tie};
use crate::layout::tests::solved;
use crate::layout::{Options, Problem, Start, View, overlaps};

/// Blocs of these sizes in which this many of a hundred pairs are tied, and ties between any two nodes.
fn planted(sizes: &[u32], percent: usize, others: usize, seed: u64) -> (Problem, Vec<u32>) {
    let bloc_of: Vec<u32> =
        (0..).zip(sizes).flat_map(|(bloc, &size)| vec![bloc; size as usize]).collect();
    let mut problem = nodes(bloc_of.len());
    let mut rng = Rng::new(seed);
    for a in 0..bloc_of.len() {
        // Names are of all lengths.
        let half = 20.0 + rng.below(50) as f32;
        problem.boxes[a] = [-half, -18.0, half, 38.0];
        for b in 0..a {
            if bloc_of[a] == bloc_of[b] && rng.below(100) < percent {
                tie(&mut problem, [a as u32, b as u32], 1);
            }
        }
    }
    for _ in 0..others {
        let ends = [rng.below(bloc_of.len()) as u32, rng.below(bloc_of.len()) as u32];
        tie(&mut problem, ends, if rng.below(5) == 0 { -1 } else { 1 });
    }
    (problem, bloc_of)
}

fn maps() -> [(Problem, Vec<u32>); 4] {
    [
        planted(&[20, 15, 15, 12, 10, 8, 4], 80, 80, 1),
        planted(&[60, 55, 35, 25], 60, 300, 2),
        planted(&[30, 24, 24, 24, 20, 20, 15, 12, 10, 9], 90, 400, 3),
        planted(&[12; 24], 90, 200, 4),
    ]
}

/// The mean of (b − a) / max(a, b) over all nodes, where a is the mean distance to its own bloc and b that to the
/// nearest other (Rousseeuw 1987).
fn silhouette(at: &[Xy], bloc_of: &[u32]) -> f32 {
    let count = bloc_of.iter().max().map_or(0, |last| last + 1);
    let of_node = |node: usize| {
        let mean = |bloc: u32| {
            let members = (0..at.len()).filter(|&other| other != node && bloc_of[other] == bloc);
            let all: Vec<f32> = members.map(|other| distance(at[node], at[other])).collect();
            all.iter().sum::<f32>() / all.len().max(1) as f32
        };
        let own = mean(bloc_of[node]);
        let others = (0..count).filter(|&bloc| bloc != bloc_of[node]).map(mean);
        let nearest = others.fold(f32::INFINITY, f32::min);
        (nearest - own) / own.max(nearest)
    };
    (0..at.len()).map(of_node).sum::<f32>() / at.len() as f32
}

/// The most room between two parallel lines that have all of one bloc on one side and all of another on the other, in
/// one of 64 directions; below 0 where there are none.
fn gap(at: &[Xy], bloc_of: &[u32], [a, b]: [u32; 2]) -> f32 {
    let room = |step: u32| {
        let turn = step as f32 / 64.0 * std::f32::consts::TAU;
        let normal = [turn.cos(), turn.sin()];
        let along = |bloc: u32| {
            let members = at.iter().zip(bloc_of).filter(move |(_, own)| **own == bloc);
            members.map(move |(at, _)| at[0] * normal[0] + at[1] * normal[1])
        };
        along(b).fold(f32::INFINITY, f32::min) - along(a).fold(f32::NEG_INFINITY, f32::max)
    };
    (0..64).map(room).fold(f32::NEG_INFINITY, f32::max)
}

#[test]
fn planted_blocs_are_found_and_lie_apart_without_overlaps() {
    for (problem, bloc_of) in maps() {
        let found = blocs_to_show(&problem, &Options::default()).unwrap();
        assert_eq!(found.as_ref(), Some(&bloc_of), "the blocs are those planted");
        let at = solved(&problem, &Options::default());
        assert_eq!(overlaps(&problem, &at).unwrap(), 0);
        assert!(silhouette(&at, &bloc_of) > 0.2, "{}", silhouette(&at, &bloc_of));
        let count = bloc_of.iter().max().unwrap() + 1;
        for pair in (0..count).flat_map(|a| (0..a).map(move |b| [a, b])) {
            let gap = gap(&at, &bloc_of, pair);
            assert!(gap > 40.0, "{gap} between the hulls of {pair:?}");
        }
    }
}

#[test]
fn who_joins_two_blocs_lies_at_the_border_between_them() {
    let (mut problem, bloc_of) = planted(&[25, 25, 25], 80, 30, 7);
    let hub = 3;
    for other in 25..50 {
        tie(&mut problem, [hub, other], 1);
    }
    tie(&mut problem, [10, 60], -1);
    let at = solved(&problem, &Options::default());
    let middle = |bloc: u32| {
        let members: Vec<Xy> = (0..75).filter(|&i| bloc_of[i] == bloc).map(|i| at[i]).collect();
        let sum = members.iter().fold([0.0; 2], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
        sum.map(|c| c / members.len() as f32)
    };
    let place_of = |node: usize, to: u32| {
        let own: Vec<usize> = (0..75).filter(|&i| bloc_of[i] == bloc_of[node]).collect();
        let nearer = |&&i: &&usize| distance(at[i], middle(to)) < distance(at[node], middle(to));
        own.iter().filter(nearer).count()
    };
    assert!(place_of(hub as usize, 1) < 3, "{} lie nearer", place_of(hub as usize, 1));
    assert!(place_of(10, 2) < 12, "a rival isn't hidden behind its friends");
}

#[test]
fn a_random_graph_has_no_blocs_and_a_sparse_map_is_drawn_tie_by_tie() {
    for seed in 1..4 {
        let (random, _) = planted(&[100], 0, 700, seed);
        assert_eq!(blocs_to_show(&random, &Options::default()).unwrap(), None);
    }
    let (sparse, _) = planted(&[12; 8], 30, 20, 1);
    assert_eq!(blocs_to_show(&sparse, &Options::default()).unwrap(), None);
}

#[test]
fn what_was_placed_by_hand_is_not_drawn_anew() {
    let (mut problem, _) = planted(&[20, 20, 20, 20], 80, 50, 1);
    let warm = Options { start: Start::Warm, ..Options::default() };
    assert_eq!(blocs_to_show(&problem, &warm).unwrap(), None);
    problem.positions[5] = Some([10.0, 20.0]);
    problem.pinned[5] = true;
    assert_eq!(blocs_to_show(&problem, &Options::default()).unwrap(), None);
}

#[test]
fn the_shape_asked_for_is_used_and_a_covered_corner_stays_free() {
    let (problem, _) = planted(&[30, 24, 24, 20, 15, 12, 9], 90, 300, 3);
    for (width, height) in [(960.0, 640.0), (1600.0, 700.0), (600.0, 900.0)] {
        let corner = [0.2 * width, 0.25 * height];
        let view = View { size: [width, height], corner };
        let at = solved(&problem, &Options { view, ..Options::default() });
        let boxes = problem.boxes.iter().zip(&at).map(|(&shape, &at)| moved(shape, at));
        let all = bounds(boxes).unwrap();
        let [w, h] = size(all);
        let ratio = (w / h) / (width / height);
        assert!((0.8..1.25).contains(&ratio), "{w} by {h} in a view of {width} by {height}");
        let scale = (w / width).min(h / height);
        let covered = [all[0], all[3] - corner[1] * scale, all[0] + corner[0] * scale, all[3]];
        for ends in &problem.ends {
            let [a, b] = ends.map(|end| at[end as usize]);
            assert!(!segment_meets([a, b], covered), "a tie runs over the corner");
        }
    }
}

#[test]
fn the_same_problem_gives_the_same_bits() {
    let (problem, _) = planted(&[20, 15, 15, 12, 10, 8, 4], 80, 80, 1);
    let bits = |at: Vec<Xy>| at.into_iter().map(|p| p.map(f32::to_bits)).collect::<Vec<_>>();
    let options = Options::default();
    assert_eq!(bits(solved(&problem, &options)), bits(solved(&problem, &options)));
}

#[test]
fn a_tie_within_a_bloc_counts_more_than_one_that_joins_two() {
    let (problem, bloc_of) = planted(&[12; 8], 90, 250, 2);
    let plain = |ends: &[u32; 2]| SignedTie { ends: *ends, weight: 1.0 };
    let ties: Vec<SignedTie> = problem.ends.iter().map(plain).collect();
    let found = blocs_to_show(&problem, &Options::default()).unwrap();
    assert_eq!(found, Some(bloc_of.clone()));
    assert!(communities(bloc_of.len(), &ties, FINER).iter().max() <= bloc_of.iter().max());
}
