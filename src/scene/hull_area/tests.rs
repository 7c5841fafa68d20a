use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::model::{Point, Rect};

const RADIUS: f32 = 18.0;

/// Members and strangers at points, with names below them.
fn parts(members: &[Point], strangers: &[Point]) -> HullParts {
    let name = |at: &Point| Rect::centered(*at + Point::new(0.0, 29.0), 66.0, 16.0);
    let disc = |at: &Point| Blob::disc(*at, RADIUS);
    let names = members.iter().map(name).enumerate();
    HullParts {
        cell: 6.0,
        members: members.iter().map(disc).collect(),
        names: names.map(|(member, area)| NamePart { member, area, is_own: false }).collect(),
        strangers: strangers.iter().map(disc).collect(),
        stranger_names: strangers.iter().map(|at| Blob::area(name(at))).collect(),
        margin: 10.0,
        name_margin: 5.0,
        unit: 1.0,
        inner: Vec::new(),
        is_loose: false,
        rounds: 0,
    }
}

fn points(list: &[(f32, f32)]) -> Vec<Point> {
    list.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}

fn rim(center: Point, radius: f32) -> impl Iterator<Item = Point> {
    (0..24u8).map(move |step| {
        let angle = f32::from(step) / 24.0 * std::f32::consts::TAU;
        center + Point::new(angle.cos(), angle.sin()) * radius
    })
}

/// The sides of outlines that cross, other than neighbours at their corner.
fn crossings(outlines: &[Vec<Point>]) -> usize {
    let sides: Vec<(usize, usize, usize, [Point; 2])> = outlines
        .iter()
        .enumerate()
        .flat_map(|(line, points)| {
            let next = move |index: usize| (index + 1) % points.len();
            let side = move |i: usize| (line, i, next(i), [points[i], points[next(i)]]);
            (0..points.len()).map(side)
        })
        .collect();
    let turn = |[a, b]: [Point; 2], c: Point| (b - a).perpendicular().dot(c - a);
    let cross = |p: [Point; 2], q: [Point; 2]| {
        turn(p, q[0]) * turn(p, q[1]) < 0.0 && turn(q, p[0]) * turn(q, p[1]) < 0.0
    };
    let apart = |a: &(usize, usize, usize, [Point; 2]), b: &(usize, usize, usize, [Point; 2])| {
        a.0 != b.0 || (a.1 != b.1 && a.2 != b.1 && b.2 != a.1)
    };
    let pairs =
        sides.iter().enumerate().flat_map(|(i, a)| sides[i + 1..].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| apart(a, b) && cross(a.3, b.3)).count()
}

/// What must hold of every hull.
fn check(members: &[Point], strangers: &[Point]) {
    let parts = parts(members, strangers);
    let outlines = outlines(&parts);
    assert_eq!(outlines, super::outlines(&parts), "the same input, the same outline");
    for member in members {
        let is_clear = |point: &Point| {
            strangers.iter().all(|stranger| stranger.distance(*point) > RADIUS + 1.0)
        };
        assert!(area_contains(&outlines, *member), "the centre of a member");
        for point in rim(*member, RADIUS).filter(is_clear) {
            assert!(area_contains(&outlines, point), "{point:?} of the member at {member:?}");
        }
    }
    for stranger in strangers {
        let on_member = members.iter().any(|member| member.distance(*stranger) < 2.0 * RADIUS);
        assert!(on_member || !area_contains(&outlines, *stranger), "a stranger at {stranger:?}");
    }
    assert_eq!(crossings(&outlines), 0);
}

#[test]
fn members_near_one_another_share_an_island_and_far_ones_do_not() {
    let outlines_of = |list: &[(f32, f32)]| outlines(&parts(&points(list), &[]));
    assert_eq!(outlines_of(&[(0.0, 0.0)]).len(), 1);
    assert_eq!(outlines_of(&[(0.0, 0.0), (120.0, 30.0), (230.0, -20.0)]).len(), 1);
    let islands = outlines_of(&[(0.0, 0.0), (120.0, 30.0), (900.0, 0.0), (1000.0, 40.0)]);
    assert_eq!(islands.len(), 2);
    // Nothing joins them: the middle is empty.
    assert!(!area_contains(&islands, Point::new(500.0, 20.0)));
}

#[test]
fn loose_members_side_by_side_share_an_island_and_no_neck_joins_others() {
    let loose =
        |list: &[(f32, f32)]| outlines(&HullParts { is_loose: true, ..parts(&points(list), &[]) });
    let beside = loose(&[(0.0, 0.0), (70.0, 0.0), (0.0, 80.0)]);
    assert_eq!((beside.len(), crossings(&beside)), (1, 0));
    let apart = [(0.0, 0.0), (180.0, 0.0)];
    assert_eq!(loose(&apart).len(), 2);
    assert_eq!(outlines(&parts(&points(&apart), &[])).len(), 1, "a neck joins them otherwise");
}

#[test]
fn a_hull_is_concave_and_leaves_what_lies_between_its_arms() {
    let angle: Vec<(f32, f32)> =
        (0..6u8).flat_map(|i| [(0.0, f32::from(i) * 110.0), (f32::from(i) * 110.0, 0.0)]).collect();
    let outlines = outlines(&parts(&points(&angle), &[]));
    assert_eq!(outlines.len(), 1);
    assert!(!area_contains(&outlines, Point::new(300.0, 300.0)));
}

#[test]
fn a_dense_group_is_one_area_without_holes() {
    let grid: Vec<(f32, f32)> =
        (0..25u8).map(|i| (f32::from(i % 5) * 110.0, f32::from(i / 5) * 105.0)).collect();
    let outlines = outlines(&parts(&points(&grid), &[]));
    assert_eq!(outlines.len(), 1);
    for x in 0..44u8 {
        for y in 0..42u8 {
            let point = Point::new(f32::from(x) * 10.0, f32::from(y) * 10.0);
            assert!(area_contains(&outlines, point), "{point:?}");
        }
    }
}

#[test]
fn a_stranger_amidst_members_stands_in_a_hole_and_one_at_the_edge_in_a_bay() {
    let ring = points(&[
        (0.0, 0.0),
        (110.0, -60.0),
        (220.0, 0.0),
        (220.0, 110.0),
        (110.0, 170.0),
        (0.0, 110.0),
    ]);
    let amidst = Point::new(110.0, 45.0);
    check(&ring, &[amidst]);
    assert_eq!(outlines(&parts(&ring, &[amidst])).len(), 2);
    let at_the_edge = Point::new(-5.0, 56.0);
    check(&ring, &[at_the_edge]);
}

#[test]
fn a_neck_leads_around_a_stranger() {
    let (members, between) = (points(&[(0.0, 0.0), (220.0, 0.0)]), [Point::new(110.0, 0.0)]);
    check(&members, &between);
    assert_eq!(outlines(&parts(&members, &between)).len(), 1, "still one island");
}

#[test]
fn a_stranger_that_touches_a_member_is_halfway_outside() {
    check(&points(&[(0.0, 0.0), (100.0, 0.0)]), &points(&[(0.0, 36.5), (50.0, 0.0), (136.2, 0.0)]));
}

#[test]
fn names_of_members_lie_within() {
    let members = points(&[(0.0, 0.0), (130.0, 40.0), (40.0, 140.0)]);
    let parts = parts(&members, &[]);
    let outlines = outlines(&parts);
    for NamePart { area, .. } in &parts.names {
        for corner in [area.min, area.max] {
            assert!(area_contains(&outlines, corner), "{corner:?}");
        }
    }
}

#[test]
fn members_at_the_same_point_and_none_at_all_are_no_trouble() {
    assert!(outlines(&parts(&[], &points(&[(0.0, 0.0)]))).is_empty());
    check(&points(&[(5.0, 5.0); 4]), &points(&[(5.0, 5.0)]));
}

#[test]
fn the_grid_is_bounded_however_far_a_chain_of_members_reaches() {
    let chain: Vec<Point> =
        (0..1000u16).map(|i| Point::new(f32::from(i) * 180.0, f32::from(i) * 180.0)).collect();
    let outlines = outlines(&parts(&chain, &[]));
    let count: usize = outlines.iter().map(Vec::len).sum();
    assert!(count > 0 && count < 100_000, "{count}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn hulls_hold_their_members_and_nobody_else(
        places in prop::collection::btree_set((0..24u16, 0..18u16), 2..60),
        share in 0.1..0.9f32,
        jitter in prop::collection::vec(0..20u16, 120),
    ) {
        let places: BTreeSet<(u16, u16)> = places;
        let at = |(index, (x, y)): (usize, &(u16, u16))| {
            let (right, down) = (jitter[index % 120], jitter[(index + 61) % 120]);
            Point::new(f32::from(x * 45 + right), f32::from(y * 45 + down))
        };
        let all: Vec<Point> = places.iter().enumerate().map(at).collect();
        let members = (all.len() as f32 * share).ceil() as usize;
        // Members are taken from all over.
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for (index, point) in all.iter().enumerate() {
            let is_member = index * 7 % all.len() < members;
            if is_member { inside.push(*point) } else { outside.push(*point) }
        }
        check(&inside, &outside);
    }
}
