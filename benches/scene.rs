//! The time that it takes to build a scene and to move nations in it: `cargo bench
//! --no-default-features --bench scene`.

use std::fmt::Write;

use divan::{Bencher, black_box};
use entente::formats::read;
use entente::model::{Map, Point};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{Options, Positions, build, move_nations};

fn main() {
    divan::main();
}

/// Nations in rows with some gaps, and ties between pairs of nations, most of them close to each other.
/// Every pair has `parallel` ties.
fn map(nations: u32, pairs: u32, parallel: u32) -> Map {
    let mut state = 42_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let columns = f64::from(nations).sqrt().ceil() as u32;
    let mut file = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for n in 0..nations {
        let (x, y) = (n % columns * 150 + below(60), n / columns * 130 + below(50));
        let comma = if n > 0 { "," } else { "" };
        let _ = write!(file, r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#);
    }
    file += r#"], "ties": ["#;
    for pair in 0..pairs {
        let from = below(nations);
        let step = if below(4) == 0 { below(nations - 1) + 1 } else { 1 + below(2 * columns) };
        let to = (from + step) % nations;
        for tie in 0..parallel {
            let comma = if pair + tie > 0 { "," } else { "" };
            let kind = if tie == 0 { "pact" } else { "concern" };
            let _ = write!(file, r#"{comma}{{"from":"{from}","to":"{to}","kind":"{kind}"}}"#);
        }
    }
    read((file + "]}").as_bytes()).expect("a map").map
}

const SIZES: [(u32, u32, u32); 5] =
    [(15, 25, 1), (60, 300, 1), (150, 1_000, 1), (150, 1_200, 2), (2_000, 8_000, 1)];

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn building(bencher: Bencher, (nations, pairs, parallel): (u32, u32, u32)) {
    let map = map(nations, pairs, parallel);
    let positions = Positions::of(&map);
    bencher.bench_local(|| build(black_box(&map), &positions, &Options::default()));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn moving(bencher: Bencher, (nations, pairs, parallel): (u32, u32, u32)) {
    let map = map(nations, pairs, parallel);
    let positions = Positions::of(&map);
    let mut scene = build(&map, &positions, &Options::default());
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let elsewhere = Positions::from_points(positions.points().iter().map(|p| *p * 1.01));
    let mut targets = [&elsewhere, &positions].into_iter().cycle();
    bencher.bench_local(|| {
        let positions = targets.next().unwrap_or(&positions);
        let moves = positions.moves_in(&scene);
        let (index, options) = ((&lookup, &adjacency), Options::default());
        move_nations(&map, black_box(&moves), &options, index, &mut scene);
    });
}

/// Moving one nation on a map with hulls, each around thirty nations that lie near one another: the time of a
/// frame of a drag without drawing.
#[divan::bench(args = [0, 3, 20, 200], sample_count = 10, sample_size = 1)]
fn dragging_within_hulls(bencher: Bencher, hulls: u32) {
    let map = map_with_hulls(1_000, hulls, 30);
    let positions = Positions::of(&map);
    let mut scene = build(&map, &positions, &Options::default());
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let nation = hulls as usize + 500;
    let mut steps = 0..;
    bencher.bench_local(|| {
        let step = steps.next().unwrap_or(0u16);
        let to = positions.get(nation) + Point::new(f32::from(step % 9) * 8.0, 0.0);
        let (index, options) = ((&lookup, &adjacency), Options::default());
        move_nations(&map, black_box(&[(nation, to)]), &options, index, &mut scene);
    });
}

/// Nations in rows, and organisations drawn as hulls around those of a part of the map.
fn map_with_hulls(nations: u32, hulls: u32, members: u32) -> Map {
    let mut file = r#"{"format": "entente-map", "version": "1.1", "nations": ["#.to_owned();
    for hull in 0..hulls {
        let _ = write!(
            file,
            r#"{{"id":"h{hull}","name":"Hull {hull}","type":"organisation","drawn_as":"hull"}},"#
        );
    }
    let columns = f64::from(nations).sqrt().ceil() as u32;
    for n in 0..nations {
        let (x, y) = (n % columns * 150 + n * 37 % 60, n / columns * 130 + n * 53 % 50);
        let holds =
            |hull: &u32| (n + nations - hull * (nations / hulls.max(1))) % nations < members;
        let memberships: Vec<String> = (0..hulls)
            .filter(holds)
            .map(|hull| format!(r#"{{"organisation":"h{hull}"}}"#))
            .collect();
        let comma = if n > 0 { "," } else { "" };
        let _ = write!(
            file,
            r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}],"memberships":[{}]}}"#,
            memberships.join(",")
        );
    }
    read((file + "]}").as_bytes()).expect("a map").map
}
