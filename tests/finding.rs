//! What lies where in a scene: the grid finds what a look at everything finds.

use std::fmt::Write;

use entente::formats::read;
use entente::model::{NationId, Point, Rect};
use entente::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use entente::scene::{Mark, Options, Positions, Scene, TieMark, build};

/// Nations anywhere with ties anywhere, several between some pairs so that they bend.
fn scene(nations: u32, ties: u32) -> Scene {
    let mut state = 7_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let side = 100 * (f64::from(nations).sqrt() as u32 + 1);
    let mut file = r#"{"format":"entente-map","version":"1.0","nations":["#.to_owned();
    for n in 0..nations {
        let (x, y, comma) = (below(side), below(side), if n > 0 { "," } else { "" });
        let _ = write!(file, r#"{comma}{{"id":"{n}","name":"N{n}","position":[{x},{y}]}}"#);
    }
    file += r#"],"ties":["#;
    for n in 0..ties {
        let (from, to, comma) = (below(nations), below(nations), if n > 0 { "," } else { "" });
        let _ = write!(file, r#"{comma}{{"from":"{from}","to":"{to}","kind":"concern"}}"#);
    }
    let map = read((file + "]}").as_bytes()).expect("a map").map;
    build(&map, &Positions::of(&map), &Options::default())
}

/// What [`SpatialIndex::at`] promises, by looking at everything.
fn by_scan(scene: &Scene, point: Point, slack: f32) -> Option<Mark> {
    let nation = scene.nations.iter().rposition(|mark| mark.contains(point));
    let mut best = (slack, None);
    for (place, mark) in scene.ties.iter().enumerate() {
        let beside = (mark.curve.distance_to(point) - mark.width / 2.0).max(0.0);
        if beside <= best.0 {
            best = (beside, Some(Mark::Tie(place)));
        }
    }
    nation.map(Mark::Nation).or(best.1)
}

#[test]
fn the_grid_finds_what_a_scan_finds() {
    for (nations, ties) in [(12, 30), (300, 1_500)] {
        let scene = scene(nations, ties);
        let (index, places) = (SpatialIndex::of(&scene), MarkLookup::of(&scene));
        let all = scene.bounds;
        let mut found = [0; 2];
        for step in 0..900u16 {
            let t = f32::from(step) / 900.0;
            let point = Point::new(
                all.min.x + all.width() * t,
                all.min.y + all.height() * (t * 37.0).fract(),
            );
            let hit = index.at(&scene, &places, point, 6.0, None);
            match by_scan(&scene, point, 6.0) {
                Some(mark) => assert_eq!(hit, Some(mark), "at {point:?}"),
                // Then only a label can be there.
                None if hit.is_some() => {
                    assert!(scene.labels.iter().any(|label| label.bounds.contains(point)));
                }
                None => {}
            }
            match hit {
                Some(Mark::Nation(_)) => found[0] += 1,
                Some(Mark::Tie(_)) => found[1] += 1,
                None => {}
            }
        }
        assert!(found.iter().all(|count| *count > 10), "{found:?}");
    }
}

#[test]
fn of_two_ties_on_one_another_the_later_one_is_on_top() {
    let mut scene = scene(12, 4);
    let mut above = scene.ties[1].clone();
    above.width = 1.0;
    scene.ties[0].curve = above.curve;
    scene.ties[0].width = 9.0;
    scene.ties[1] = above;
    scene.nations.clear();
    let index = SpatialIndex::of(&scene);
    let on_both = scene.ties[1].curve.point(0.5);
    assert_eq!(index.at(&scene, &MarkLookup::of(&scene), on_both, 6.0, None), Some(Mark::Tie(1)));
}

#[test]
fn a_rectangle_and_a_lasso_around_it_choose_alike() {
    let scene = scene(300, 400);
    let index = SpatialIndex::of(&scene);
    let area = Rect::new(
        scene.bounds.min.lerp(scene.bounds.max, 0.2),
        scene.bounds.min.lerp(scene.bounds.max, 0.55),
    );
    let corner = |x, y| Point::new(x, y);
    let lasso =
        [area.min, corner(area.max.x, area.min.y), area.max, corner(area.min.x, area.max.y)];
    let chosen = index.within(&scene, &area);
    assert!(chosen.len() > 20);
    assert_eq!(index.in_lasso(&scene, &lasso), chosen);
    assert!(index.in_lasso(&scene, &lasso[..2]).is_empty());
}

#[test]
fn every_tie_in_a_rectangle_is_found_and_few_others() {
    let scene = scene(300, 1_500);
    let index = SpatialIndex::of(&scene);
    for (part, others) in [(0.02, 100), (0.2, 60), (0.6, 40), (1.1, 20)] {
        for step in 0..12u8 {
            let t = f32::from(step) / 11.0;
            let middle = scene.bounds.min.lerp(scene.bounds.max, t);
            let [width, height] = [scene.bounds.width(), scene.bounds.height()].map(|l| l * part);
            let area = Rect::centered(middle, width, height);
            let found = index.ties_in(&area);
            let is_in = |mark: &TieMark| {
                mark.curve.flatten(0.5).windows(2).any(|pair| {
                    let on_it = |t: u8| pair[0].lerp(pair[1], f32::from(t) / 200.0);
                    (0..=200).any(|t| area.contains(on_it(t)))
                })
            };
            let wanted: Vec<u32> =
                (0..).zip(&scene.ties).filter(|(_, mark)| is_in(mark)).map(|(n, _)| n).collect();
            assert!(wanted.iter().all(|place| found.binary_search(place).is_ok()));
            assert!(found.len() <= wanted.len() + others, "{} of {}", found.len(), wanted.len());
        }
    }
}

#[test]
fn records_are_found_by_their_ids() {
    let scene = scene(12, 30);
    let places = MarkLookup::of(&scene);
    for (place, mark) in scene.nations.iter().enumerate() {
        assert_eq!(places.nation(mark.id), Some(place));
    }
    assert_eq!(places.tie(scene.ties[7].id), Some(7));
    assert_eq!(places.nation(NationId(99)), None);
}

#[test]
fn what_a_nation_touches_is_what_a_scan_finds() {
    let scene = scene(40, 120);
    let places = MarkLookup::of(&scene);
    let links = Adjacency::of(&scene, &places);
    for nation in 0..scene.nations.len() {
        let near = links.neighbours_of(&scene, &places, nation);
        let touches = |mark: &TieMark| mark.from == nation || mark.to == Mark::Nation(nation);
        let ties: Vec<usize> =
            (0..scene.ties.len()).filter(|tie| touches(&scene.ties[*tie])).collect();
        assert_eq!(near.ties, ties);
        assert!(near.nations.contains(&nation));
        let ends = |mark: &TieMark| near.nations.contains(&mark.from);
        assert!(ties.iter().all(|tie| ends(&scene.ties[*tie])));
    }
}
