//! How ties run: loops, fans and ties onto ties, from the file to the drawing.

use std::collections::BTreeSet;
use std::fmt::Write;

use entente::edit::Target;
use entente::formats::samples::{SAMPLES, Sample};
use entente::formats::{read, write};
use entente::model::{End, Map, Point, Rect};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{
    Curve, Label, LabelOwner, Mark, Options, Positions, Scene, TieMark, build, move_nations,
    usual_name,
};
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
        for other in &scene.ties[..2] {
            let (a, b) = (tie.middle - nation.center, other.curve.tangent(0.0));
            assert!(a.dot(b) < 0.7 * a.length(), "the other ties run to the right");
        }
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
        // Neither leaves its place beside the other by more than a fifth of the way.
        let way = pair[0].curve.from.distance(pair[0].curve.to);
        assert!((13.0..60.0 + 0.25 * way).contains(&apart), "{apart}");
        assert_ne!(pair[0].bend, 0.0);
        // Each leaves the straight way and comes back, as a parabola does, with no large detour.
        assert!(pair[0].bend.abs() < 0.71 && pair[1].bend.abs() < 0.71);
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

/// Whether a curve meets an area.
fn meets(curve: &Curve, area: &Rect) -> bool {
    curve.flatten(0.5).windows(2).any(|pair| {
        let steps = (pair[0].distance(pair[1]) / 2.0).ceil().max(1.0) as u16;
        (0..=steps).any(|i| area.contains(pair[0].lerp(pair[1], f32::from(i) / f32::from(steps))))
    })
}

/// The places that a nation takes: its mark, its name, and the space below the mark, which ties leave
/// to the name.
fn taken(scene: &Scene, nation: usize) -> [Rect; 3] {
    let mark = &scene.nations[nation];
    let name = scene.labels.iter().find(|label| label.owner == LabelOwner::Nation(mark.id));
    let below = usual_name(mark, &Options::default());
    let area = |label: Option<&Label>| label.map_or(Rect::NOTHING, |label| label.bounds);
    [mark.bounds().expanded(12.0), area(name).expanded(4.0), area(below.as_ref()).expanded(4.0)]
}

/// Whether a tie ends at a nation, or at a tie that does.
fn ends_at(scene: &Scene, tie: &TieMark, nation: usize) -> bool {
    tie.from == nation
        || match tie.to {
            Mark::Nation(to) => to == nation,
            Mark::Tie(target) => ends_at(scene, &scene.ties[target], nation),
        }
}

/// What has changed between two scenes of a map though it has nothing to do with a nation: ties that
/// don't end there and run past nothing of it, and names that neither it nor a changed tie touches.
fn changed_elsewhere(before: &Scene, after: &Scene, nation: usize) -> Vec<String> {
    let places: Vec<Rect> = [before, after].iter().flat_map(|s| taken(s, nation)).collect();
    let pairs = || before.ties.iter().zip(&after.ties).filter(|(old, new)| old.curve != new.curve);
    let passes = |curve: &Curve| places.iter().any(|place| meets(curve, place));
    let ends = |tie: &TieMark| {
        let from = Mark::Nation(tie.from);
        [from.min(tie.to), from.max(tie.to)]
    };
    let ties = pairs().filter(|(old, _)| {
        // A tie onto a tie follows it, and ties between the same ends make room for one another.
        let follows =
            matches!(old.to, Mark::Tie(to) if before.ties[to].curve != after.ties[to].curve);
        let mut side_by_side = pairs().filter(|(other, _)| ends(other) == ends(old));
        !follows
            && !ends_at(before, old, nation)
            && !side_by_side.any(|(old, new)| passes(&old.curve) || passes(&new.curve))
    });
    let own = before.nations[nation].id;
    let memberships = || {
        let all = before.memberships.iter().chain(&after.memberships);
        all.filter(|mark| mark.member == own || mark.organisation == own).map(|mark| &mark.curve)
    };
    let mut changed: Vec<String> = ties.map(|(old, _)| old.name.clone()).collect();
    for old in &before.labels {
        let LabelOwner::Nation(id) = old.owner else { continue };
        let Some(new) = after.labels.iter().find(|label| label.owner == old.owner) else {
            continue;
        };
        // Names keep 1.5 units from the chords of curves, which lie up to half a unit beside them; so do those
        // by which it is found here.
        let areas = [old.bounds.expanded(2.5), new.bounds.expanded(2.5)];
        let touched = areas.iter().any(|area| {
            places.iter().any(|place| place.intersects(area))
                || memberships().any(|curve| meets(curve, area))
                || pairs().any(|(old, new)| meets(&old.curve, area) || meets(&new.curve, area))
        });
        if id != own && old.candidate != new.candidate && !touched {
            changed.push(old.lines.join(" "));
        }
    }
    changed
}

#[test]
fn a_nation_that_is_dropped_changes_nothing_elsewhere() {
    let sample = |sample: &Sample| read(sample.json.as_bytes()).expect("a sample").map;
    let maps = SAMPLES.iter().map(sample).chain([dense(24, 30), dense(40, 24)]);
    for map in maps {
        let before = drawn(&map);
        for (nation, mark) in before.nations.iter().enumerate() {
            for by in [Point::new(90.0, 40.0), Point::new(-300.0, 20.0)] {
                let mut positions = Positions::of(&map);
                positions.set(&map, mark.id, mark.center + by);
                let after = build(&map, &positions, &Options::default());
                let changed = changed_elsewhere(&before, &after, nation);
                assert!(changed.is_empty(), "{} dropped: {changed:?}", mark.name);
            }
        }
    }
}

#[test]
fn a_tie_onto_a_knot_doesnt_change_its_sides() {
    let nations = [("A", 0, 0), ("B", 300, 0), ("C", 140, 300), ("D", 160, -300)];
    let ties = [
        r#"{"id": "one", "from": "A", "to": "B", "kind": "pact"}"#,
        r#"{"id": "two", "from": "B", "to": "A", "kind": "allied"}"#,
    ];
    let before = drawn(&map(&nations, &ties));
    for (from, to) in [("C", "one"), ("C", "two"), ("D", "one"), ("D", "two")] {
        let onto = format!(r#"{{"from": "{from}", "to": {{"tie": "{to}"}}, "kind": "concern"}}"#);
        let after = drawn(&map(&nations, &[ties[0], ties[1], onto.as_str()]));
        assert!(before.ties.iter().zip(&after.ties).all(|(old, new)| old.curve == new.curve));
    }
}

#[test]
fn a_tie_about_a_tie_is_not_bent_around_names_that_give_way() {
    let nations = [("A", 0, 160), ("A rather long name", 0, 0), ("C", 200, -160)];
    let ties = [
        r#"{"id": "one", "from": "A", "to": "A rather long name", "kind": "pact"}"#,
        r#"{"from": "C", "to": {"tie": "one"}, "kind": "concern"}"#,
    ];
    let scene = drawn(&map(&nations, &ties));
    assert!(scene.ties[1].bend.abs() < 0.2, "{}", scene.ties[1].bend);
    let bounds = scene.labels.iter().map(|label| label.bounds);
    assert!(
        bounds.clone().count() == 3 && bounds.into_iter().all(|b| !meets(&scene.ties[1].curve, &b))
    );
}

#[test]
fn a_tie_runs_across_no_nation() {
    let sample = |sample: &Sample| read(sample.json.as_bytes()).expect("a sample").map;
    let maps = SAMPLES.iter().map(sample).chain([dense(24, 30), dense(40, 60)]);
    for map in maps {
        let scene = drawn(&map);
        for (tie, mark) in scene.ties.iter().flat_map(|t| scene.nations.iter().map(move |m| (t, m)))
        {
            let is_end = [Mark::Nation(tie.from), tie.to].iter().any(
                |end| matches!(end, Mark::Nation(index) if scene.nations[*index].id == mark.id),
            );
            let gap = tie.curve.distance_to(mark.center) - mark.radius;
            assert!(is_end || !mark.is_drawn() || gap > 0.0, "{} across {}", tie.name, mark.name);
        }
    }
}

/// Whether a text along a tie is nearer to its own line than to all others, and off knots and arrows.
fn reads_with_its_own(scene: &Scene, label: &Label, own: usize) -> bool {
    let half = Point::new(label.extent.x / 2.0, 0.0);
    let (sin, cos) = label.angle_radians.sin_cos();
    let along = Point::new(half.x * cos, half.x * sin);
    let points = (0..=20u8).map(|i| label.center + along * (f32::from(i) / 10.0 - 1.0));
    let crosses = |tie: &TieMark| points.clone().any(|point| tie.curve.distance_to(point) < 2.0);
    let own_distance = scene.ties[own].curve.distance_to(label.center);
    scene.ties.iter().enumerate().all(|(index, tie)| {
        let knot = tie.ring.map(|radius| (tie.middle, radius));
        let tip = tie.arrow.map(|arrow| (arrow.tip, 1.0));
        let is_free = [knot, tip]
            .into_iter()
            .flatten()
            .all(|(center, radius)| points.clone().all(|point| point.distance(center) > radius));
        let is_nearer = tie.curve.distance_to(label.center) <= own_distance;
        is_free && (index == own || !(is_nearer || crosses(tie)))
    })
}

/// Many ties in little room, with texts.
fn labelled(text: impl Fn(usize) -> String) -> Map {
    let mut map = dense(40, 30);
    let ids: Vec<_> = map.ties().ids().collect();
    for (number, id) in ids.into_iter().enumerate() {
        let mut tie = map.ties().get(id).expect("a tie").clone();
        tie.label = text(number);
        let replaced = entente::edit::Change::Replace(Box::new(tie));
        entente::edit::apply(&mut map, entente::edit::Command::Tie(id, replaced)).expect("a tie");
    }
    map
}

#[test]
fn ties_of_which_the_same_is_said_have_one_number() {
    let map =
        labelled(|number| ["a treaty of friendship", "a border treaty"][number % 2].to_owned());
    let scene = drawn(&map);
    let numbered = |row: &&entente::scene::LegendRow| row.text.starts_with(char::is_numeric);
    let kinds = map.ties().iter().map(|(_, tie)| tie.kind).collect::<BTreeSet<_>>().len();
    let rows = scene.legend.iter().filter(numbered).count();
    assert!((1..=2 * kinds).contains(&rows), "{rows} rows for {kinds} kinds");
    let keys = scene.labels.iter().filter(|label| label.lines[0].len() < 3).count();
    assert!(keys > rows, "{keys} keys");
}

#[test]
fn a_text_along_a_tie_is_read_with_it_or_explained_by_the_legend() {
    let sample = |sample: &Sample| read(sample.json.as_bytes()).expect("a sample").map;
    let labelled = labelled(|number| format!("Treaty of friendship {number}"));
    for map in SAMPLES.iter().map(sample).chain([labelled]) {
        let scene = drawn(&map);
        let mut explained = 0;
        for (index, (id, tie)) in map.ties().iter().enumerate() {
            let label = scene.labels.iter().find(|label| label.owner == LabelOwner::Tie(id));
            let Some(label) = label else { continue };
            assert!(reads_with_its_own(&scene, label, index), "{:?}", label.lines);
            if label.lines[0] != tie.label {
                let row = format!("{}  {}", label.lines[0], tie.label);
                assert!(scene.legend.iter().any(|other| other.text == row), "{row}");
                explained += 1;
            }
        }
        let texts = map.ties().iter().filter(|(_, tie)| !tie.label.is_empty()).count();
        let shown = scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::Tie(_))).count();
        assert_eq!(shown + scene.left_out.tie_labels, texts);
        let left_out = scene.left_out.tie_labels;
        assert!(left_out * 20 <= texts || explained == 30, "{left_out} left out of {texts}");
    }
}

#[test]
fn ties_onto_ties_are_seen_however_many_rest_on_one_another() {
    let mut ties = vec![r#"{"id": "t0", "from": "A", "to": "B", "kind": "pact"}"#.to_owned()];
    for number in 1..9 {
        let target = number - 1;
        ties.push(format!(
            r#"{{"id": "t{number}", "from": "A", "to": {{"tie": "t{target}"}}, "kind": "concern"}}"#
        ));
    }
    let ties: Vec<&str> = ties.iter().map(String::as_str).collect();
    let scene = drawn(&map(&[("A", 0, 0), ("B", 240, 30)], &ties));
    for (index, tie) in scene.ties.iter().enumerate() {
        assert!(tie.curve.length() > 14.0, "{index}: {}", tie.curve.length());
        let away = tie.middle.distance(scene.nations[0].center) - scene.nations[0].radius;
        assert!(away > 6.0, "{index}: its knot is {away} from the disc");
        assert!(index == 0 || tie.arrow.is_some(), "{index}");
        for other in &scene.ties[..index] {
            assert!(tie.middle.distance(other.middle) > 8.0, "{index}: two knots in one place");
        }
    }
}

#[test]
fn loops_share_no_end_and_lie_on_no_neighbour() {
    let loops: Vec<String> = (0..5)
        .map(|i| format!(r#"{{"id": "l{i}", "from": "A", "to": "A", "kind": "concern"}}"#))
        .collect();
    for count in 1..=5 {
        let mut ties: Vec<&str> = loops[..count].iter().map(String::as_str).collect();
        ties.push(r#"{"id": "a-b", "from": "A", "to": "B", "kind": "pact"}"#);
        let scene = drawn(&map(&[("A", 0, 0), ("B", 300, 0), ("C", -70, -30)], &ties));
        let ends =
            |tie: &TieMark| [tie.curve.from, tie.arrow.map_or(tie.curve.to, |arrow| arrow.tip)];
        let loops = &scene.ties[..count];
        for (index, tie) in loops.iter().enumerate() {
            assert!(tie.curve.distance_to(scene.nations[2].center) > scene.nations[2].radius);
            for other in &loops[..index] {
                for (a, b) in ends(tie).iter().flat_map(|a| ends(other).map(|b| (*a, b))) {
                    assert!(a.distance(b) > 3.0, "{count} loops: {}", a.distance(b));
                }
            }
        }
    }
}
