//! Which bloc a nation is in can be read off a dense map, and which nation a name belongs to.

#[path = "blocs/grounds.rs"]
mod grounds;
#[path = "blocs/junctions.rs"]
mod junctions;
#[path = "blocs/lists.rs"]
mod lists;

use entente::edit::{Command, Placement, apply, change_look};
use entente::formats::read;
use entente::layout::Flow;
use entente::model::{BlocView, End, Grouping, Look, Map, Point, Rect, Sign};
use entente::scene::figure::{Figure, FigureOptions, Page};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{
    FreeView, HullMark, Label, LabelOwner, NationMark, Options, Positions, Scene, build,
    move_nations, relabel,
};
use entente::tasks::{LayoutRequest, compose_figure, lay_out};

/// A3 and a slide, in units.
const PAGES: [(f32, f32); 2] = [(1587.0, 1123.0), (1600.0, 900.0)];

/// Numbers by chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// A map laid out, of blocs of these sizes in which most pairs are allied, with pacts and rivalries across.
fn chance_map(sizes: &[usize], across: usize, seed: u64) -> Map {
    let mut chance = Chance(seed);
    let count: usize = sizes.iter().sum();
    let bloc_of: Vec<usize> =
        sizes.iter().enumerate().flat_map(|(bloc, size)| vec![bloc; *size]).collect();
    let words =
        ["Ruritania", "Grand Fenwick", "Zubrowka", "Upper Volta", "Oz", "Democratic Sylvania"];
    let nation = |at: usize| format!(r#"{{"id": "n{at}", "name": "{} {at}"}}"#, words[at % 6]);
    let nations: Vec<String> = (0..count).map(nation).collect();
    let mut ties = Vec::new();
    let mut tie = |a: usize, b: usize, kind: &str| {
        ties.push(format!(r#"{{"from": "n{a}", "to": "n{b}", "kind": "{kind}"}}"#));
    };
    for a in 0..count {
        for b in a + 1..count {
            if bloc_of[a] == bloc_of[b] && chance.below(10) < 7 {
                tie(a, b, "allied");
            }
        }
    }
    for _ in 0..across {
        let (a, b) = (chance.below(count), chance.below(count));
        if bloc_of[a] != bloc_of[b] {
            tie(a, b, ["pact", "pact", "pact", "war"][chance.below(4)]);
        }
    }
    let text = format!(
        r#"{{"format": "entente-map", "version": "1.1", "title": "By chance",
            "nations": [{}], "ties": [{}]}}"#,
        nations.join(","),
        ties.join(",")
    );
    let mut map = read(text.as_bytes()).expect("a map").map;
    let places = lay_out(&map, &LayoutRequest::Missing, 1, &mut |_| Flow::Continue);
    let placement = |(id, at)| (id, Placement { position: Some(at), pinned: false });
    let places = places.expect("a layout").into_iter().map(placement).collect();
    apply(&mut map, Command::Placements(places)).expect("places");
    map
}

fn maps() -> [Map; 3] {
    [
        chance_map(&[26, 22, 18, 14, 9], 110, 3),
        chance_map(&[40, 32, 28, 24, 16, 8, 2], 220, 4),
        chance_map(&[30, 30, 30, 30, 30, 30], 400, 5),
    ]
}

fn looked(map: &Map, change: impl FnOnce(&mut Look)) -> Map {
    let mut map = map.clone();
    let command = change_look(&map, change);
    apply(&mut map, command).expect("it fits");
    map
}

fn page(map: &Map, (width, height): (f32, f32)) -> Figure {
    let options = FigureOptions { page: Page::Size(width, height), ..FigureOptions::default() };
    compose_figure(map, &options)
}

fn blocs(scene: &Scene) -> Vec<&HullMark> {
    scene.hulls.iter().filter(|hull| hull.is_bloc).collect()
}

/// The labels of blocs: names, some with a remark below them.
fn labels_of_blocs(scene: &Scene) -> Vec<(&HullMark, &Label)> {
    let mut all = Vec::new();
    for label in &scene.labels {
        if let LabelOwner::Hull(index) = label.owner {
            all.push((&scene.hulls[usize::from(index)], label));
        }
    }
    all.retain(|(hull, _)| hull.is_bloc);
    all
}

fn names_of_blocs(scene: &Scene) -> Vec<&Label> {
    let labels = labels_of_blocs(scene).into_iter();
    labels.filter(|(hull, label)| label.lines != [&*hull.remark]).map(|(_, label)| label).collect()
}

/// The size of the type in which nations are named, and how many names are left out.
fn type_of_names(figure: &Figure) -> (f32, usize) {
    let names = figure.scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::Nation(_)));
    (names.map(|label| label.size).fold(f32::INFINITY, f32::min), figure.scene.left_out.names)
}

#[test]
fn each_nation_lies_on_the_ground_of_its_bloc_and_on_no_other() {
    for map in maps() {
        for size in PAGES {
            let figure = page(&map, size);
            let scene = &figure.scene;
            assert!(blocs(scene).len() >= 3, "{} blocs", blocs(scene).len());
            for hull in blocs(scene) {
                for (index, nation) in scene.nations.iter().enumerate() {
                    let is_member = hull.members.contains(&index);
                    let lies_in = hull.contains(nation.center);
                    assert_eq!(lies_in, is_member, "{} and {}", nation.name, hull.name);
                }
            }
            let page = Rect::new(Point::default(), Point::new(figure.width, figure.height));
            assert!(blocs(scene).iter().all(|hull| page.holds(&hull.bounds())));
        }
    }
}

#[test]
fn each_bloc_is_named_on_its_own_ground_and_no_name_of_a_nation_gives_way() {
    for map in maps() {
        let off = looked(&map, |look| look.blocs = BlocView::Off);
        for size in PAGES {
            let (figure, without) = (page(&map, size), page(&off, size));
            let scene = &figure.scene;
            let names = names_of_blocs(scene);
            assert_eq!(names.len() + scene.left_out.blocs, blocs(scene).len());
            assert!(scene.left_out.blocs <= 1, "{} without a name", scene.left_out.blocs);
            for name in names {
                let LabelOwner::Hull(index) = name.owner else { continue };
                let hull = &scene.hulls[usize::from(index)];
                assert!(hull.contains(name.center), "{:?}", name.lines);
                let others = scene.labels.iter().filter(|other| other.owner != name.owner);
                assert!(others.clone().all(|other| !other.bounds.intersects(&name.bounds)));
                let marks = scene.nations.iter().map(NationMark::bounds);
                assert!(marks.clone().all(|mark| !mark.intersects(&name.bounds)));
                let of_nations = others.filter(|l| matches!(l.owner, LabelOwner::Nation(_)));
                assert!(of_nations.map(|other| other.size).fold(0.0, f32::max) < name.size);
            }
            let ((type_size, left_out), (before, left_out_before)) =
                (type_of_names(&figure), type_of_names(&without));
            // A step is a factor of 0.93; two ways to it differ by rounding.
            assert!(type_size >= 0.93 * before - 1e-3, "{type_size} against {before}");
            assert!(left_out <= left_out_before, "{left_out} against {left_out_before}");
            assert_eq!(blocs(&without.scene).len(), 0);
        }
    }
}

#[test]
fn names_of_blocs_stand_among_their_own_nations_and_not_far_from_the_middle_of_these() {
    let (mut named, mut beside_own, mut strangers, mut away) = (0.0, 0.0, 0.0, 0.0);
    for (map, size) in maps().iter().flat_map(|map| PAGES.map(|size| (map, size))) {
        let figure = page(map, size);
        let marks = &figure.scene.nations;
        let labels = labels_of_blocs(&figure.scene).into_iter();
        for (hull, label) in labels.filter(|(hull, label)| label.lines != [&*hull.remark]) {
            let gap = |mark: &NationMark| {
                let (Rect { min, max }, at) = (label.bounds, mark.center);
                let x = (min.x - at.x).max(at.x - max.x).max(0.0);
                Point::new(x, (min.y - at.y).max(at.y - max.y).max(0.0)).length()
            };
            let mut near: Vec<usize> = (0..marks.len()).collect();
            near.sort_by(|a, b| gap(&marks[*a]).total_cmp(&gap(&marks[*b])));
            near.truncate(hull.members.len().min(8));
            let is_own = |nation: &usize| hull.members.contains(nation);
            let count = hull.members.len() as f32;
            let centers = || hull.members.iter().map(|member| marks[*member].center);
            let middle = centers().fold(Point::default(), |sum, at| sum + at) * count.recip();
            let spread = centers().map(|at| at.distance(middle)).sum::<f32>() / count;
            named += 1.0;
            beside_own += f32::from(u8::from(is_own(&near[0])));
            strangers +=
                near.iter().filter(|nation| !is_own(nation)).count() as f32 / near.len() as f32;
            away += label.center.distance(middle) / spread;
        }
    }
    let found = [beside_own, strangers, away].map(|sum: f32| sum / named);
    assert!(found[0] > 0.95 && found[1] < 0.25 && found[2] < 1.1, "{named}: {found:?}");
}

#[test]
fn a_bloc_says_how_many_of_its_pairs_are_tied() {
    let mut said = 0;
    for map in maps() {
        let figure = page(&map, PAGES[0]);
        let scene = &figure.scene;
        for hull in blocs(scene) {
            let ids: Vec<_> = hull.members.iter().map(|member| scene.nations[*member].id).collect();
            let mut pairs = std::collections::BTreeSet::new();
            for (_, tie) in map.ties().iter() {
                let End::Nation(to) = tie.to else { continue };
                let sign = map.kinds().get(tie.kind).map(|kind| kind.sign);
                if ids.contains(&tie.from) && ids.contains(&to) && sign != Some(Sign::Hostile) {
                    pairs.insert((tie.from.min(to), tie.from.max(to)));
                }
            }
            let all = ids.len() * (ids.len() - 1) / 2;
            assert_eq!(pairs.is_empty(), hull.remark.is_empty(), "{}", hull.remark);
            let is_whole = pairs.len() == all;
            assert_eq!(is_whole, hull.remark.ends_with("every pair"), "{}", hull.remark);
            assert_eq!(!pairs.is_empty(), hull.remark.contains(": "), "{}", hull.remark);
        }
        for (hull, remark) in
            labels_of_blocs(scene).into_iter().filter(|(h, l)| l.lines == [&*h.remark])
        {
            said += 1;
            let name = &hull.names[0].area;
            let below = remark.bounds.min.y - name.max.y;
            assert!(
                below.abs() < 0.1 && (remark.center.x - name.center().x).abs() < 0.1,
                "{below}"
            );
        }
    }
    assert!(said > 0);
}

#[test]
fn the_legend_says_that_blocs_are_computed_and_a_hull_takes_their_place() {
    let map = chance_map(&[26, 22, 18, 14, 9], 110, 3);
    let says = |map: &Map| {
        let figure = page(map, PAGES[0]);
        let rows = figure.legend.rows.iter();
        rows.map(|row| row.text.clone()).find(|text| text.contains("computed from ties"))
    };
    assert_eq!(says(&map).as_deref(), Some("5 blocs computed from ties"));
    assert_eq!(says(&looked(&map, |look| look.blocs = BlocView::Off)), None);
    assert_eq!(says(&looked(&map, |look| look.hulls = Some(Grouping::Region))), None);
    let scattered = LayoutRequest::All(entente::tasks::LayoutSettings {
        kind: entente::tasks::LayoutKind::Grid,
        ..Default::default()
    });
    let places = lay_out(&map, &scattered, 1, &mut |_| Flow::Continue).expect("a layout");
    let placement = |(id, at)| (id, Placement { position: Some(at), pinned: false });
    let mut in_rows = map;
    apply(&mut in_rows, Command::Placements(places.into_iter().map(placement).collect()))
        .expect("places");
    assert_eq!(says(&in_rows), None, "who belongs together doesn't lie together");
    assert!(says(&looked(&in_rows, |look| look.blocs = BlocView::On)).is_some());
}

#[test]
fn blocs_follow_their_nations_and_are_the_same_at_any_size_of_type() {
    let map = chance_map(&[26, 22, 18, 14, 9], 110, 3);
    let mut scene = build(&map, &Positions::of(&map), &Options::default());
    let names = names_of_blocs(&scene).len();
    assert!(names > 0);
    relabel(&map, &Options { text_unit: 1.5, ..Options::default() }, &mut scene);
    relabel(&map, &Options::default(), &mut scene);
    assert_eq!(scene, build(&map, &Positions::of(&map), &Options::default()));
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let all: Vec<(usize, Point)> = scene
        .nations
        .iter()
        .map(|mark| mark.center + Point::new(500.0, -300.0))
        .enumerate()
        .collect();
    let before: Vec<Point> = names_of_blocs(&scene).iter().map(|label| label.center).collect();
    move_nations(&map, &all, &Options::default(), (&lookup, &adjacency), &mut scene);
    for (label, before) in names_of_blocs(&scene).into_iter().zip(before) {
        assert!(label.center.distance(before + Point::new(500.0, -300.0)) < 0.1);
    }
    for hull in blocs(&scene) {
        assert!(hull.members.iter().all(|member| hull.contains(scene.nations[*member].center)));
    }
}

#[test]
fn names_of_blocs_stand_in_view_where_a_map_is_fitted_to_the_canvas() {
    let (mut named, mut beyond) = (0, 0);
    for map in maps() {
        for text_unit in [1.5, 2.5, 3.5] {
            let options = Options { text_unit, ..Options::default() };
            let scene = build(&map, &Positions::of(&map), &options);
            let is_name = |label: &&Label| matches!(label.owner, LabelOwner::Nation(_));
            let names = scene.labels.iter().filter(is_name).map(|label| label.bounds);
            let all = scene.nations.iter().map(NationMark::bounds).chain(names);
            let fitted = all.fold(Rect::NOTHING, |all, rect| all.union(&rect));
            for label in names_of_blocs(&scene) {
                named += 1;
                let in_view = fitted.expanded(20.0 * text_unit);
                beyond += usize::from(!in_view.holds(&label.bounds));
            }
        }
    }
    // At the largest type the names of nations may leave no room in view.
    assert!(named > 10 && beyond <= named / 20, "{beyond} of {named}");
}

#[test]
fn names_of_blocs_lie_in_view_and_below_nothing_that_floats_above_the_map() {
    let (mut moved, mut named) = (0, 0);
    for map in maps() {
        let options = Options { text_unit: 1.5, ..Options::default() };
        let before = build(&map, &Positions::of(&map), &options);
        let usual = names_of_blocs(&before);
        for name in &usual {
            // A legend lies over half of the name, and the edge of the canvas runs through another.
            let half = Point::new(name.bounds.width() / 2.0, 0.0);
            let legend = name.bounds.translated(half);
            let right = usual[0].bounds.center().x.max(before.bounds.center().x);
            let seen = Rect::new(before.bounds.min, Point::new(right, before.bounds.max.y));
            let view = FreeView::new(seen, [legend]);
            let options = Options { view: Some(view), ..options };
            let scene = build(&map, &Positions::of(&map), &options);
            let labels = labels_of_blocs(&scene);
            assert!(labels.iter().all(|(_, label)| view.leaves_whole(&label.bounds)));
            named += names_of_blocs(&scene).len();
            let blocs = blocs(&scene).len();
            assert_eq!(names_of_blocs(&scene).len() + scene.left_out.blocs, blocs);
            let is_elsewhere = |now: &&&Label| now.owner == name.owner && now.center != name.center;
            moved += usize::from(names_of_blocs(&scene).iter().any(|now| is_elsewhere(&now)));
            let mut again = before.clone();
            relabel(&map, &options, &mut again);
            assert!(again == scene, "it depends on the view alone");
            relabel(&map, &Options { view: None, ..options }, &mut again);
            assert!(again == before, "and back");
        }
    }
    assert!(moved >= 6 && named > 40, "{moved} have moved, {named} are there");
}

#[test]
fn outlines_look_round_at_a_large_zoom() {
    let map = &maps()[0];
    let mut scene = build(map, &Positions::of(map), &Options::default());
    /// How far a corner juts out where it is seen: half a pixel at that zoom.
    const SEEN: f32 = 0.18;
    let corners_seen = |scene: &Scene| {
        let outlines = blocs(scene).into_iter().flat_map(|hull| &hull.outline);
        let corners = outlines.flat_map(|line| (0..line.len()).map(move |at| (line, at)));
        let juts = |(line, at): (&Vec<Point>, usize)| {
            let [a, b, c] = [0, 1, 2].map(|step| line[(at + step) % line.len()]);
            (b - a).dot((c - a).perpendicular()).abs() / a.distance(c).max(0.01)
        };
        corners.map(juts).filter(|far| *far > SEEN).count()
    };
    let before = corners_seen(&scene);
    assert!(before > 40, "{before} corners are seen where they are large");
    let points = |scene: &Scene| -> usize {
        blocs(scene).iter().flat_map(|hull| &hull.outline).map(Vec::len).sum()
    };
    let few = points(&scene);
    relabel(map, &Options { text_unit: 0.5, ..Options::default() }, &mut scene);
    let after = corners_seen(&scene);
    assert!(after * 10 < before, "{after} of {before} corners are left");
    assert!(points(&scene) < 8 * few, "{} points instead of {few}", points(&scene));
}

#[test]
fn a_bloc_is_called_as_in_the_matrix_and_blocs_that_would_be_called_alike_are_numbered() {
    let clubs = [["NGA", "GHA", "BEN", "TGO", "SEN"], ["MLI", "NER", "GIN", "GMB", "LBR"]];
    let clubs = clubs.into_iter().chain([["FRA", "JPN", "BRA", "CAN", "EGY"]]);
    let (mut nations, mut ties) = (Vec::new(), Vec::new());
    for (row, club) in clubs.enumerate() {
        for (column, code) in club.into_iter().enumerate() {
            let at = format!("[{}, {}]", column * 120, row * 300);
            nations.push(format!(
                r#"{{"id": "{code}", "name": "{code}", "code": "{code}", "position": {at}}}"#
            ));
            let others = club[column + 1..].iter();
            ties.extend(others.map(|other| {
                format!(r#"{{"from": "{code}", "to": "{other}", "kind": "allied"}}"#)
            }));
        }
    }
    let text = format!(
        r#"{{"format": "entente-map", "version": "1.1", "nations": [{}], "ties": [{}]}}"#,
        nations.join(","),
        ties.join(",")
    );
    let map = read(text.as_bytes()).expect("a map").map;
    let scene = |map: &Map| build(map, &Positions::of(map), &Options::default());
    assert!(blocs(&scene(&map)).is_empty(), "few ties can be followed one by one");
    let scene = scene(&looked(&map, |look| look.blocs = BlocView::On));
    let names: Vec<&str> = blocs(&scene).iter().map(|hull| hull.name.as_str()).collect();
    assert_eq!(names, ["Western Africa 1", "Western Africa 2", "Bloc A"]);
}

/// The names that are no nearer to the mark of their own nation than to another.
fn misleading(scene: &Scene) -> Vec<String> {
    let gap = |label: &Label, mark: &NationMark| {
        // An eye measures from the letters, not from the box around their line.
        let leading = (Label::LINE_BOX / 2.0 - Label::BASELINE) * label.size;
        let Rect { min, max } = label.bounds;
        let (min, max) = (min + Point::new(0.0, leading), max - Point::new(0.0, leading));
        let beyond = |low: f32, at: f32, high: f32| (low - at).max(at - high).max(0.0);
        let away =
            Point::new(beyond(min.x, mark.center.x, max.x), beyond(min.y, mark.center.y, max.y));
        away.length() - mark.radius
    };
    let misleads = |label: &&Label| {
        let LabelOwner::Nation(id) = label.owner else { return false };
        let own = scene.nations.iter().find(|mark| mark.id == id).expect("a nation");
        let others = scene.nations.iter().filter(|mark| mark.id != id);
        others.map(|mark| gap(label, mark)).fold(f32::INFINITY, f32::min) <= gap(label, own)
    };
    scene.labels.iter().filter(misleads).map(|label| label.lines.join(" ")).collect()
}

#[test]
fn names_on_dense_pages_stand_nearer_to_their_own_nation_than_to_any_other() {
    for (at, map) in maps().iter().enumerate() {
        for size in PAGES {
            let figure = page(map, size);
            let found = misleading(&figure.scene);
            let most = figure.scene.nations.len() / 100;
            assert!(found.len() <= most, "{found:?} on map {at}, {size:?}");
        }
    }
}
