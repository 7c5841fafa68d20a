//! What a reader is to see of hulls: members side by side, strangers outside, all names.

use crate::layout::geometry::{Xy, distance, sub};
use crate::layout::rng::Rng;
use crate::layout::test_problems::{nodes, tie};
use crate::layout::tests::solved;
use crate::layout::{Hull, Options, Problem, overlaps};

/// Nodes with names of all lengths, in hulls of these sizes that share this many of a hundred members with the one
/// before, with ties between any two; the last nodes stand for the hulls.
fn chance_map(sizes: &[usize], shared: usize, strangers: usize, seed: u64) -> (Problem, Options) {
    let mut rng = Rng::new(seed);
    let members: usize = sizes.iter().sum();
    let drawn = members + strangers;
    let mut problem = nodes(drawn + sizes.len());
    for node in 0..drawn {
        let half = 20.0 + rng.below(50) as f32;
        problem.boxes[node] = [-half, -18.0, half, 38.0];
    }
    let (mut hulls, mut next) = (Vec::<Hull>::new(), 0);
    for (index, &size) in sizes.iter().enumerate() {
        let earlier = hulls.last().map(|hull| hull.members.clone()).unwrap_or_default();
        let is_shared = |_: &u32| rng.below(100) < shared;
        let mut own: Vec<u32> = earlier.into_iter().filter(is_shared).collect();
        own.extend(next..next + size as u32);
        next += size as u32;
        own.sort_unstable();
        let center = (drawn + index) as u32;
        problem.boxes[center as usize] = [0.0; 4];
        problem.radii[center as usize] = 0.0;
        for &member in &own {
            tie(&mut problem, [member, center], 1);
        }
        hulls.push(Hull { members: own, center: Some(center), name: [120.0, 36.0] });
    }
    for _ in 0..drawn {
        let ends = [rng.below(drawn) as u32, rng.below(drawn) as u32];
        tie(&mut problem, ends, if rng.below(5) == 0 { -1 } else { 1 });
    }
    (problem, Options { hulls, ..Options::default() })
}

fn maps() -> [(Problem, Options); 4] {
    [
        chance_map(&[30, 25, 15, 8], 10, 30, 1),
        chance_map(&[60, 20, 12, 6, 6], 20, 20, 2),
        chance_map(&[5, 7, 4], 30, 12, 3),
        chance_map(&[12; 12], 15, 30, 4),
    ]
}

/// How many nodes lie in the convex hull of the members of a hull that they aren't in, for each member of a hull.
fn strangers_between(options: &Options, at: &[Xy], drawn: usize) -> f32 {
    let (mut between, mut members) = (0, 0);
    for hull in &options.hulls {
        let own: Vec<Xy> = hull.members.iter().map(|&node| at[node as usize]).collect();
        members += own.len();
        let strangers = (0..drawn).filter(|node| !hull.members.contains(&(*node as u32)));
        between += strangers.filter(|&node| is_among(at[node], &own)).count();
    }
    between as f32 / members as f32
}

/// Whether no line through a point, of 64 directions, has all others on one side.
fn is_among(point: Xy, others: &[Xy]) -> bool {
    (0..64).all(|step| {
        let turn = step as f32 / 64.0 * std::f32::consts::TAU;
        let along = |other: &Xy| {
            let [x, y] = sub(*other, point);
            x * turn.cos() + y * turn.sin() > 0.0
        };
        others.iter().any(along)
    })
}

#[test]
fn members_lie_side_by_side_and_strangers_outside() {
    let (mut between, mut by_forces) = (0.0, 0.0);
    for (problem, options) in maps() {
        let drawn = problem.node_count() - options.hulls.len();
        let at = solved(&problem, &options);
        let without = Options { hulls: Vec::new(), ..options.clone() };
        between += strangers_between(&options, &at, drawn);
        by_forces += strangers_between(&options, &solved(&problem, &without), drawn);
        assert_eq!(overlaps(&problem, &at).unwrap(), 0);
    }
    assert!(between < 0.25 * by_forces, "{between} against {by_forces}");
}

#[test]
fn the_name_of_a_hull_has_room_among_its_members() {
    for (problem, options) in maps() {
        let at = solved(&problem, &options);
        for hull in &options.hulls {
            let center = at[hull.center.expect("it has one") as usize];
            let to_members = hull.members.iter().map(|&node| distance(at[node as usize], center));
            let nearest = to_members.fold(f32::INFINITY, f32::min);
            assert!((30.0..260.0).contains(&nearest), "{nearest}");
        }
    }
}

#[test]
fn pins_and_the_same_seed_are_kept() {
    let (mut problem, options) = chance_map(&[9, 8, 7], 20, 10, 5);
    let at = solved(&problem, &options);
    assert_eq!(solved(&problem, &options), at);
    (problem.positions[3], problem.pinned[3]) = (Some([7.0, 9.0]), true);
    assert_eq!(solved(&problem, &options)[3], [7.0, 9.0]);
}
