//! How ties run: loops, fans and ties onto ties, from the file to the drawing.

use std::fmt::Write;

use entente::edit::Target;
use entente::formats::{read, write};
use entente::model::{End, Map, Point};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{Options, Positions, Scene, build, move_nations, rebuild};
use entente::tasks::{LayoutRequest, LayoutSettings, lay_out, layout_problem};

/// A map of nations at places, and ties given as members of a file's list.
fn map(nations: &[(&str, i32, i32)], ties: &[&str]) -> Map {
    let mut file = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for (index, (id, x, y)) in nations.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(file, r#"{comma}{{"id": "{id}", "name": "{id}", "position": [{x}, {y}]}}"#).unwrap();
    }
    write!(file, r#"], "ties": [{}]}}"#, ties.join(",")).unwrap();
    let opened = read(file.as_bytes()).expect("a map");
    assert_eq!(opened.problems.len(), 0, "{:?}", opened.problems.first());
    opened.map
}

fn drawn(map: &Map) -> Scene {
    build(map, &Positions::of(map), &Options::default())
}

/// Lets a scene of a map follow its nations to other positions.
fn follow_positions(map: &Map, positions: &Positions, scene: &mut Scene) {
    let places = MarkLookup::of(scene);
    let links = Adjacency::of(scene, &places);
    move_nations(map, &positions.moves_in(scene), &Options::default(), (&places, &links), scene);
}

/// A nation with two loops, one of them a target, and ties to the right.
fn with_loops() -> Map {
    map(
        &[("A", 0, 0), ("B", 300, 40), ("C", 280, -60)],
        &[
            r#"{"id": "a-b", "from": "A", "to": "B", "kind": "pact"}"#,
            r#"{"id": "a-c", "from": "A", "to": "C", "kind": "allied"}"#,
            r#"{"id": "war", "from": "A", "to": "A", "kind": "concern", "label": "civil war"}"#,
            r#"{"id": "law", "from": "A", "to": "A", "kind": "pact", "status": "ended"}"#,
            r#"{"id": "fear", "from": "B", "to": {"tie": "war"}, "kind": "concern"}"#,
        ],
    )
}

#[test]
fn a_loop_comes_back_from_the_file() {
    let map = with_loops();
    assert!(map.ties().iter().nth(2).is_some_and(|(_, tie)| tie.is_loop()));
    assert!(map.violations().is_empty());
    assert_eq!(read(write(&map).as_bytes()).expect("a map").map, map);
}

#[test]
fn a_loop_leaves_its_nation_s_rim_and_comes_back_on_the_free_side() {
    let scene = drawn(&with_loops());
    let nation = &scene.nations[0];
    for tie in &scene.ties[2..4] {
        for end in [tie.curve.from, tie.arrow.map_or(tie.curve.to, |arrow| arrow.tip)] {
            let gap = end.distance(nation.center) - nation.radius;
            assert!((1.5..4.0).contains(&gap), "{gap}");
        }
        let away = tie.middle.distance(nation.center) - nation.radius;
        assert!((25.0..45.0).contains(&away), "{away}");
        assert!(tie.middle.x < nation.center.x, "the other ties run to the right");
        assert!(tie.middle.y < nation.center.y + nation.radius, "the name stands below");
        assert!(tie.name.contains("A – itself") || tie.name.contains("A › itself"));
        assert!(tie.curve.distance_to(tie.middle) < 0.5);
    }
    assert!(scene.ties[2].middle.distance(scene.ties[3].middle) > 30.0, "loops fan out");
    assert!(scene.ties[2].arrow.is_some() && scene.ties[3].strike.is_some());
    let label = scene.labels.iter().find(|label| label.lines[0] == "civil war").expect("a label");
    assert!(label.center.distance(scene.ties[2].middle) < 80.0);
}

#[test]
fn a_tie_onto_a_loop_ends_at_the_loop_s_middle() {
    let scene = drawn(&with_loops());
    let tip = scene.ties[4].arrow.expect("a concern has an arrow").tip;
    assert!(scene.ties[2].ring.is_some() && tip.distance(scene.ties[2].middle) < 8.0);
}

#[test]
fn a_loop_turns_with_nothing_while_its_nation_moves() {
    let map = with_loops();
    let before = drawn(&map);
    let mut positions = Positions::of(&map);
    let by = Point::new(-40.0, 90.0);
    positions.set(&map, before.nations[0].id, by);
    let mut after = before.clone();
    follow_positions(&map, &positions, &mut after);
    for index in [2, 3] {
        let expected = before.ties[index].middle + by;
        assert!(after.ties[index].middle.distance(expected) < 0.01);
    }
}

#[test]
fn a_layout_sees_no_loop() {
    let looped = with_loops();
    let problem = layout_problem(&looped);
    assert_eq!(problem.ends, [[0, 1], [0, 2], [1, 0]]);
    let plain = map(
        &[("A", 0, 0), ("B", 300, 40), ("C", 280, -60)],
        &[
            r#"{"id": "a-b", "from": "A", "to": "B", "kind": "pact"}"#,
            r#"{"id": "a-c", "from": "A", "to": "C", "kind": "allied"}"#,
            r#"{"id": "fear", "from": "B", "to": "A", "kind": "concern"}"#,
        ],
    );
    let places = |map: &Map| {
        let anew = LayoutRequest::All(LayoutSettings::default());
        lay_out(map, &anew, 7, &mut |_| entente::layout::Flow::Continue).expect("a layout")
    };
    assert_eq!(places(&looped), places(&plain));
}

#[test]
fn a_nation_goes_with_its_loops_and_what_ends_there() {
    let mut map = with_loops();
    let a = map.nations().id_at(0).expect("A");
    let command = entente::edit::delete(&map, &[Target::Nation(a)].into());
    entente::edit::apply(&mut map, command).expect("it can go");
    assert!(map.ties().is_empty() && map.violations().is_empty());
    assert!(map.ties().iter().all(|(_, tie)| tie.to != End::Nation(a)));
}

/// Nations all over a sheet, and pairs of them with two ties each.
fn dense(nations: u32, pairs: u32) -> Map {
    let mut state = 42_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let names: Vec<String> = (0..nations).map(|n| format!("n{n}")).collect();
    let place = |n: u32, (x, y): (u32, u32)| ((n % 15 * 160 + x) as i32, (n / 15 * 140 + y) as i32);
    let places: Vec<(i32, i32)> = (0..nations).map(|n| place(n, (below(50), below(40)))).collect();
    let listed: Vec<(&str, i32, i32)> =
        names.iter().zip(&places).map(|(name, (x, y))| (name.as_str(), *x, *y)).collect();
    let mut joined = std::collections::BTreeSet::new();
    while joined.len() < pairs as usize {
        let (a, b) = (below(nations), below(nations));
        if a != b {
            joined.insert((a.min(b), a.max(b)));
        }
    }
    let tie = |(a, b): (u32, u32), kind: &str| {
        format!(r#"{{"from": "n{a}", "to": "n{b}", "kind": "{kind}"}}"#)
    };
    let ties: Vec<String> =
        joined.iter().flat_map(|pair| [tie(*pair, "pact"), tie(*pair, "concern")]).collect();
    map(&listed, &ties.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn two_ties_of_a_pair_are_two_smooth_curves_on_the_largest_map() {
    let scene = drawn(&dense(150, 1_200));
    assert_eq!(scene.ties.len(), 2_400);
    for pair in scene.ties.chunks(2) {
        let apart = pair[0].middle.distance(pair[1].middle);
        assert!((15.0..150.0).contains(&apart), "{apart}");
        assert_ne!(pair[0].bend, 0.0);
        // Each leaves the straight way to a side of its own and comes back, as a parabola does.
        assert!(pair[0].bend.abs() < 0.5 && pair[1].bend.abs() < 0.5);
        let arrow = pair[1].arrow.expect("a concern has an arrow");
        let nearest = scene.nations.iter().map(|n| n.center.distance(arrow.tip) - n.radius);
        assert!(nearest.fold(f32::INFINITY, f32::min) < 4.0, "its tip is at a rim");
    }
    assert_eq!(drawn(&dense(150, 1_200)), scene, "the same each time");
}

#[test]
fn many_ties_of_a_pair_stay_within_reach() {
    let ties = [r#"{"from": "A", "to": "B", "kind": "pact"}"#; 30];
    let scene = drawn(&map(&[("A", 0, 0), ("B", 300, 0)], &ties));
    let mut middles: Vec<f32> = scene.ties.iter().map(|tie| tie.middle.y).collect();
    middles.sort_by(f32::total_cmp);
    assert!(middles.windows(2).all(|pair| pair[1] - pair[0] > 5.0));
    assert!(middles.iter().all(|y| y.abs() < 300.0));
}

#[test]
fn a_bend_stays_after_an_edit_unless_another_is_clearly_better() {
    let ends = [("A", 0, 0), ("B", 400, 0), ("C", 200, 0), ("D", 600, 300)];
    let ties = [r#"{"from": "A", "to": "B", "kind": "pact"}"#];
    let before = drawn(&map(&ends, &ties));
    assert_ne!(before.ties[0].bend, 0.0, "it passes C by");
    // C stands a little lower now, where the other way round it is a little better.
    let moved = map(&[ends[0], ends[1], ("C", 200, 2), ends[3]], &ties);
    let again = rebuild(&moved, &Positions::of(&moved), &Options::default(), &before);
    assert_eq!(again.ties[0].bend, before.ties[0].bend);
    assert_ne!(drawn(&moved).ties[0].bend, before.ties[0].bend);
    // C is gone from there: straight is clearly better.
    let free = map(&[ends[0], ends[1], ("C", 200, 300), ends[3]], &ties);
    let straight = rebuild(&free, &Positions::of(&free), &Options::default(), &before);
    assert_eq!(straight.ties[0].bend, 0.0);
}
