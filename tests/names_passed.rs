//! A tie below a name is seen to end at its nation or to pass it.

use std::fmt::Write;

use entente::export::svg;
use entente::formats::read;
use entente::model::{Map, Point, Rect};
use entente::scene::figure::{FigureOptions, Page};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::palette::contrast;
use entente::scene::{
    Curve, Emphasis, Label, LabelOwner, Mark, NationMark, Options, Positions, Scene, Theme,
    TieMark, build, move_nations,
};
use entente::tasks::compose_figure;

/// Nations with names by chance on a sheet, two fifths of the ties from each to all others of its bloc, the others
/// anywhere; every ninth tie is hostile.
fn by_chance(seed: u32, nations: u32, ties: u32) -> Map {
    let mut state = seed;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let mut file = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for n in 0..nations {
        let comma = if n > 0 { "," } else { "" };
        let length = 4 + below(14) as usize;
        let (x, y) = (n % 12 * 130 + below(60), n / 12 * 120 + below(50));
        let name: String = "Aorsendaliumboris".chars().take(length).collect();
        write!(file, r#"{comma}{{"id": "n{n}", "name": "{name}", "position": [{x}, {y}]}}"#)
            .expect("memory");
    }
    file += r#"], "ties": ["#;
    for t in 0..ties {
        let comma = if t > 0 { "," } else { "" };
        let from = below(nations);
        let (to, kind) = match t % 9 {
            0 => (below(nations), "concern"),
            1..=4 => (from / 12 * 12 + below(12), "pact"),
            _ => (below(nations), "allied"),
        };
        let to = if to == from || to >= nations { (from + 1) % nations } else { to };
        write!(file, r#"{comma}{{"from": "n{from}", "to": "n{to}", "kind": "{kind}"}}"#)
            .expect("memory");
    }
    file += "]}";
    let opened = read(file.as_bytes()).expect("a map");
    assert_eq!(opened.problems.len(), 0, "{:?}", opened.problems.first());
    opened.map
}

/// The maps of the tests, drawn for a window in each theme and for a page.
fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (seed, nations, ties) in [(3, 24, 60), (5, 60, 240), (8, 100, 700)] {
        let map = by_chance(seed, nations, ties);
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            let options = Options { theme, ..Options::default() };
            scenes.push(build(&map, &Positions::of(&map), &options));
        }
        scenes.push(on_page(&map).scene);
    }
    scenes
}

fn on_page(map: &Map) -> entente::scene::figure::Figure {
    let page = Page::Size(1600.0, 900.0);
    compose_figure(map, &FigureOptions { page, ..FigureOptions::default() })
}

/// The names of a scene with the indices of their nations.
fn names(scene: &Scene) -> impl Iterator<Item = (usize, &Label)> {
    let index = |id| scene.nations.iter().position(|mark: &NationMark| mark.id == id);
    scene.labels.iter().filter_map(move |label| match label.owner {
        LabelOwner::Nation(id) => Some((index(id)?, label)),
        _ => None,
    })
}

fn ends_at(tie: &TieMark, nation: usize) -> bool {
    tie.from == nation || tie.to == Mark::Nation(nation)
}

/// Whether a curve lies below the letters of a name.
fn is_below(curve: &Curve, label: &Label) -> bool {
    let height = label.size * (0.8 + (label.lines.len() - 1) as f32 * Label::LINE_HEIGHT);
    let letters = Rect::centered(label.center, label.extent.x, height).expanded(-1.0);
    curve.hull_bounds().intersects(&letters)
        && (0..=400u16).any(|step| letters.contains(curve.point(f32::from(step) / 400.0)))
}

#[test]
fn a_tie_below_a_foreign_name_has_a_gap_there() {
    let mut below = 0;
    for scene in scenes() {
        for tie in scene.ties.iter().filter(|tie| tie.emphasis > Emphasis::Pale) {
            for (nation, label) in names(&scene).filter(|(nation, _)| !ends_at(tie, *nation)) {
                if is_below(&tie.curve, label) {
                    below += 1;
                    let is_seen = tie.pieces().iter().any(|piece| is_below(piece, label));
                    assert!(!is_seen, "{} below {:?} ({nation})", tie.name, label.lines);
                }
            }
        }
    }
    assert!(below > 100, "some do");
}

#[test]
fn a_tie_below_the_name_of_its_nation_is_drawn_on_between_halo_and_letters() {
    for scene in scenes() {
        for (index, tie) in scene.ties.iter().enumerate() {
            for (_, label) in names(&scene).filter(|(nation, _)| ends_at(tie, *nation)) {
                let parts = scene.ties_at_names.iter();
                let parts = parts.filter(|part| part.tie == index && part.name == label.owner);
                let reaches = |point: Point| {
                    let near = |curve: &Curve| curve.distance_to(point) < 1.0;
                    tie.pieces().iter().any(near) || parts.clone().any(|part| near(&part.curve))
                };
                let points = (0..=400u16).map(|step| tie.curve.point(f32::from(step) / 400.0));
                let halo = label.bounds.expanded(label.size * Label::HALO / 2.0);
                let mut on_name = points.filter(|point| halo.contains(*point));
                let foreign = |point: Point| {
                    names(&scene).any(|(nation, other)| {
                        !ends_at(tie, nation) && other.bounds.expanded(6.0).contains(point)
                    })
                };
                let lost = on_name.find(|point| !reaches(*point) && !foreign(*point));
                let is_below_mark = !tie.gaps.is_empty();
                assert!(lost.is_none() || is_below_mark, "{} at {:?}", tie.name, label.lines);
                assert!(!is_below(&tie.curve, label) || parts.clone().count() > 0);
                for part in parts {
                    assert!(contrast(label.color, part.color) >= 4.5);
                }
            }
        }
        assert!(!scene.ties_at_names.is_empty());
    }
}

#[test]
fn a_page_has_the_ties_at_names_between_halos_and_letters() {
    let text = svg(&on_page(&by_chance(5, 60, 240)));
    let at = |part: &str| text.rfind(part).expect("it is there");
    let letters = text.find(r#"class="nation-label""#).expect("a name");
    let ties = at(r#"class="ties-at-names""#);
    assert!(at(r#"class="halo""#) < ties && ties < letters);
    let layers = |id: &str| -> Vec<String> {
        let all = text.match_indices(id).map(|(at, _)| &text[at + id.len()..]);
        all.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let of_kinds = layers(r#"<g id="kind-"#);
    let at_names = layers(r#"<g id="at-names-"#);
    assert!(!at_names.is_empty() && at_names.iter().all(|kind| of_kinds.contains(kind)));
}

#[test]
fn lines_that_are_too_many_to_be_followed_have_no_gaps() {
    let scene = |ties| {
        let map = by_chance(6, 100, ties);
        build(&map, &Positions::of(&map), &Options::default())
    };
    let (few, many) = (scene(900), scene(2_400));
    let has_gaps = |tie: &TieMark| !(tie.gaps.is_empty() && tie.name_gaps.is_empty());
    assert!(few.ties.iter().any(has_gaps) && !few.ties_at_names.is_empty());
    assert!(!many.ties.iter().any(has_gaps) && many.ties_at_names.is_empty());
}

#[test]
fn what_moves_has_no_gap_and_no_part_where_it_was() {
    let map = by_chance(5, 60, 240);
    let before = build(&map, &Positions::of(&map), &Options::default());
    let mut after = before.clone();
    let moved = before.ties[before.ties_at_names[0].tie].from;
    let mut positions = Positions::of(&map);
    positions.set(&map, before.nations[moved].id, Point::new(-300.0, -200.0));
    let places = MarkLookup::of(&after);
    let links = Adjacency::of(&after, &places);
    let moves = positions.moves_in(&after);
    move_nations(&map, &moves, &Options::default(), (&places, &links), &mut after);
    for (index, tie) in after.ties.iter().enumerate().filter(|(_, tie)| ends_at(tie, moved)) {
        assert_eq!(tie.pieces(), [tie.curve]);
        assert!(after.ties_at_names.iter().all(|part| part.tie != index));
    }
    let others = |scene: &Scene| {
        scene.ties_at_names.iter().filter(|part| !ends_at(&before.ties[part.tie], moved)).count()
    };
    assert_eq!(others(&after), others(&before));
}

#[test]
fn a_name_gives_way_to_a_foreign_tie_rather_than_to_its_own() {
    let file = r#"{"format": "entente-map", "version": "1.0", "nations": [
        {"id": "a", "name": "Aland", "position": [0, 0]},
        {"id": "b", "name": "", "position": [-200, 33]},
        {"id": "c", "name": "", "position": [200, 33]},
        {"id": "d", "name": "", "position": [-30, -200]},
        {"id": "e", "name": "", "position": [30, -200]}],
        "ties": [{"from": "b", "to": "c", "kind": "concern"},
                 {"from": "a", "to": "d", "kind": "pact"}, {"from": "a", "to": "e", "kind": "pact"}]}"#;
    let map = read(file.as_bytes()).expect("a map").map;
    let scene = build(&map, &Positions::of(&map), &Options::default());
    let (_, name) = names(&scene).next().expect("a name");
    assert!(!is_below(&scene.ties[0].curve, name), "{:?}", name.bounds);
}
