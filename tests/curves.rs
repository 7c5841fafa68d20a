//! Which way ties take, on random maps of any size.

use std::fmt::Write as _;

use entente::formats::{read, samples::SAMPLES};
use entente::model::Map;
use entente::scene::{
    Curve, Emphasis, Mark, NationMark, Options, Positions, Scene, TieMark, build,
};

/// Whole numbers by chance, always the same for a seed.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }
}

/// Nations all over a square in which no two discs touch, and ties between pairs of them.
fn by_chance(seed: u32, nations: u32, ties: u32) -> Map {
    let mut chance = Chance(seed);
    let columns = f64::from(nations).sqrt().ceil() as u32;
    let mut file = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for n in 0..nations {
        let (x, y) = (n % columns * 90 + chance.below(50), n / columns * 90 + chance.below(50));
        let comma = if n > 0 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#);
    }
    file += r#"], "ties": ["#;
    for tie in 0..ties {
        let from = chance.below(nations);
        let to = (from + 1 + chance.below(nations - 1)) % nations;
        let comma = if tie > 0 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"from":"{from}","to":"{to}","kind":"concern"}}"#);
    }
    read((file + "]}").as_bytes()).expect("a map").map
}

fn drawn(map: &Map) -> Scene {
    build(map, &Positions::of(map), &Options::default())
}

fn ends(scene: &Scene, tie: &TieMark) -> Option<[NationMark; 2]> {
    let Mark::Nation(to) = tie.to else { return None };
    Some([tie.from, to].map(|index| scene.nations[index].clone()))
}

/// How many nations other than its ends a curve crosses.
fn crossed(scene: &Scene, tie: &TieMark, curve: &Curve) -> usize {
    let is_end = |index: usize| index == tie.from || tie.to == Mark::Nation(index);
    let bounds = curve.bounds();
    let others = scene.nations.iter().enumerate().filter(|(index, _)| !is_end(*index));
    others
        .filter(|(_, mark)| {
            bounds.expanded(mark.radius).contains(mark.center)
                && curve.distance_to(mark.center) < mark.radius
        })
        .count()
}

#[test]
fn no_tie_makes_a_large_detour_and_all_begin_and_end_at_their_nations() {
    for (seed, nations, ties) in [(1, 12, 30), (2, 60, 300), (3, 110, 700)] {
        let map = by_chance(seed, nations, ties);
        let scene = drawn(&map);
        assert_eq!(scene.ties.len(), ties as usize);
        for tie in &scene.ties {
            let (curve, ends) = (&tie.curve, ends(&scene, tie).expect("between nations"));
            let points = [curve.from, curve.control_from, curve.control_to, curve.to];
            assert!(points.iter().all(|point| point.is_usable()), "{}", tie.name);
            let straight = curve.from.distance(curve.to);
            assert!(curve.length() <= 1.3 * straight + 0.5, "{}: {}", tie.name, curve.length());
            let from_rim = |end: &NationMark, at| end.center.distance(at) - end.radius;
            assert!(from_rim(&ends[0], curve.from).abs() < 4.0, "{}", tie.name);
            let tip = tie.arrow.map_or(curve.to, |arrow| arrow.tip);
            assert!(from_rim(&ends[1], tip).abs() < 4.0, "{}", tie.name);
        }
        assert_eq!(drawn(&map), scene, "the same each time");
    }
}

#[test]
fn a_tie_that_is_alone_is_straight_or_crosses_no_nation() {
    for (seed, nations, ties) in [(5, 40, 80), (6, 109, 688), (7, 140, 1_400)] {
        let scene = drawn(&by_chance(seed, nations, ties));
        let (mut across, mut across_if_straight) = (0, 0);
        for tie in &scene.ties {
            let ends = ends(&scene, tie).expect("between nations").map(|end| end.center);
            let own = crossed(&scene, tie, &tie.curve);
            let leads_straight = tie.bend == 0.0 && tie.sway == 0.0;
            if leads_straight {
                assert!(tie.curve.is_straight());
            }
            let has_sibling = scene.ties.iter().filter(|other| {
                let same = [(tie.from, tie.to)];
                let there = (other.from, other.to);
                let Mark::Nation(to) = tie.to else { return false };
                same.contains(&there) || there == (to, Mark::Nation(tie.from))
            });
            let is_alone = has_sibling.count() == 1;
            assert!(!is_alone || leads_straight || own == 0, "{} crosses {own}", tie.name);
            across += own;
            across_if_straight += crossed(&scene, tie, &Curve::line(ends[0], ends[1]));
        }
        assert!(across <= across_if_straight, "{nations}: {across} of {across_if_straight}");
    }
}

#[test]
fn the_samples_have_no_tie_across_a_nation_and_few_that_bend() {
    for sample in &SAMPLES {
        let scene = drawn(&read(sample.json.as_bytes()).expect("a sample").map);
        let across: usize = scene.ties.iter().map(|tie| crossed(&scene, tie, &tie.curve)).sum();
        assert_eq!(across, 0, "{}", sample.name);
        let bent = scene.ties.iter().filter(|tie| !tie.curve.is_straight()).count();
        assert!(bent * 3 <= scene.ties.len(), "{}: {bent} bend", sample.name);
    }
}

#[test]
fn a_row_of_nations_is_passed_in_an_arc_or_straight_but_never_in_a_loop() {
    let row = |count: u32, apart: u32| {
        let nation = |n: u32| format!(r#"{{"id":"{n}","name":"","position":[{},0]}}"#, n * apart);
        let nations: Vec<String> = (0..count).map(nation).collect();
        let file = format!(
            r#"{{"format": "entente-map", "version": "1.0", "nations": [{}],
                "ties": [{{"from": "0", "to": "{}", "kind": "pact"}}]}}"#,
            nations.join(","),
            count - 1
        );
        drawn(&read(file.as_bytes()).expect("a map").map)
    };
    for count in 3..12 {
        for apart in [45, 90, 200] {
            let scene = row(count, apart);
            let tie = &scene.ties[0];
            let is_straight = tie.curve.is_straight();
            assert!(is_straight || crossed(&scene, tie, &tie.curve) == 0);
            assert!(tie.curve.length() <= 1.3 * tie.curve.from.distance(tie.curve.to));
            assert!(apart == 45 || !is_straight, "there is room beside {count}");
        }
    }
}

#[test]
fn a_tie_below_a_nation_goes_on_behind_a_gap_on_both_sides() {
    let scene = drawn(&by_chance(9, 90, 900));
    let mut below = 0;
    for tie in &scene.ties {
        let across = crossed(&scene, tie, &tie.curve);
        below += usize::from(across > 0);
        assert_eq!(across > 0, !tie.gaps.is_empty(), "{}", tie.name);
        let pieces = tie.pieces();
        assert!(pieces.iter().all(|piece| crossed(&scene, tie, piece) == 0), "{}", tie.name);
        assert!(across == 0 || pieces.len() > 1, "{} is seen to go on", tie.name);
        assert!(across > 0 || !tie.name_gaps.is_empty() || pieces == [tie.curve]);
    }
    assert!(below > 0, "some run below a nation");
}

/// Three nets of nations, all of each net allied with one another, and a few rivalries by chance, most of them between
/// nations that are allied, too.
fn with_rivalries(seed: u32) -> Map {
    let mut chance = Chance(seed);
    let mut file = r#"{"format": "entente-map", "version": "1.0", "kinds": [
        {"id": "allied", "name": "Allied", "sign": 1},
        {"id": "rivalry", "name": "Rivalry", "sign": -1, "dash": "dashed"}], "nations": ["#
        .to_owned();
    for n in 0..150u32 {
        let (net, at) = (n / 50, n % 50);
        let (x, y) =
            (net * 1000 + at % 10 * 90 + chance.below(50), at / 10 * 90 + chance.below(50));
        let comma = if n > 0 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#);
    }
    file += r#"], "ties": ["#;
    for (a, b) in (0..150u32).flat_map(|a| (a + 1..150).map(move |b| (a, b))) {
        if a / 50 == b / 50 {
            let _ = write!(file, r#"{{"from":"{a}","to":"{b}","kind":"allied"}},"#);
        }
    }
    for tie in 0..40 {
        let from = chance.below(150);
        let other = (from % 50 + 1 + chance.below(49)) % 50;
        let to = if tie % 4 == 0 { (from + 50) % 150 } else { from / 50 * 50 + other };
        let comma = if tie > 0 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"from":"{from}","to":"{to}","kind":"rivalry"}}"#);
    }
    read((file + "]}").as_bytes()).expect("a map").map
}

/// Whether an arc or an S between two nations passes all others by that is no longer than 1.3 times the straight way.
fn has_way(scene: &Scene, tie: &TieMark, [from, to]: &[NationMark; 2]) -> bool {
    let is_end = |index: usize| index == tie.from || tie.to == Mark::Nation(index);
    let others: Vec<&NationMark> = scene
        .nations
        .iter()
        .enumerate()
        .filter(|(index, _)| !is_end(*index))
        .map(|o| o.1)
        .collect();
    let straight = from.center.distance(to.center);
    let part = |step: i16, of: f32| f32::from(step) / of;
    let curves = (-20..=20)
        .flat_map(|sway| (-35..=35).map(move |bend| (part(bend, 50.0), part(sway, 20.0))));
    curves.into_iter().any(|(bend, sway)| {
        let curve = Curve::swayed(from.center, to.center, bend, sway);
        let is_clear = |mark: &&NationMark| curve.distance_to(mark.center) > mark.radius + 4.0;
        curve.length() <= 1.29 * straight && others.iter().all(is_clear)
    })
}

#[test]
fn a_rare_tie_of_a_crowded_map_runs_below_a_nation_only_where_there_is_no_way() {
    let (mut bent, mut below) = (0, 0);
    for seed in [3, 14] {
        let scene = drawn(&with_rivalries(seed));
        let rare: Vec<&TieMark> =
            scene.ties.iter().filter(|tie| tie.emphasis == Emphasis::Strong).collect();
        assert_eq!(rare.len(), 40, "rivalries stand out");
        for tie in rare {
            let ends = ends(&scene, tie).expect("between nations");
            let straight = Curve::line(ends[0].center, ends[1].center);
            bent += usize::from(crossed(&scene, tie, &straight) > 0);
            if crossed(&scene, tie, &tie.curve) > 0 {
                below += 1;
                assert!(!has_way(&scene, tie, &ends), "{}: a way is free", tie.name);
            }
        }
    }
    assert!(bent > 50, "{bent} are in the way of others, {below} have no way");
}
