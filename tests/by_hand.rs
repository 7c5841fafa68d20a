//! What is placed by hand stays there: names, texts along ties, bends, and the legend, in the scene of the
//! window and on every page.

use entente::edit::{Change, Command, add_text_note, apply};
use entente::export::svg;
use entente::formats::{read, samples};
use entente::layout::Flow;
use entente::model::{LabelPlace, Look, Map, Nation, NationId, Point, Rect, TextNote, Tie, TieId};
use entente::scene::figure::{Figure, FigureOptions, Page};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{
    Label, LabelOwner, Options, Positions, Scene, TieMark, build, footprints, move_nations,
    note_box, note_boxes,
};
use entente::tasks::{
    LayoutKind, LayoutRequest, LayoutSettings, compose_figure, free_place, free_place_of_note,
    lay_out,
};

fn maps() -> Vec<Map> {
    samples::SAMPLES.iter().map(|s| read(s.json.as_bytes()).expect("a sample").map).collect()
}

fn with_nation(map: &Map, id: NationId, change: impl FnOnce(&mut Nation)) -> Map {
    let mut map = map.clone();
    let mut nation = map.nations().get(id).expect("a nation").clone();
    change(&mut nation);
    apply(&mut map, Command::Nation(id, Change::Replace(Box::new(nation)))).expect("a change");
    map
}

fn with_tie(map: &Map, id: TieId, change: impl FnOnce(&mut Tie)) -> Map {
    let mut map = map.clone();
    let mut tie = map.ties().get(id).expect("a tie").clone();
    change(&mut tie);
    apply(&mut map, Command::Tie(id, Change::Replace(Box::new(tie)))).expect("a change");
    map
}

fn with_legend(map: &Map, place: Point) -> Map {
    let mut map = map.clone();
    let look = Look { legend: Some(place), ..map.look().clone() };
    apply(&mut map, Command::Look(Box::new(look))).expect("a change");
    map
}

fn drawn(map: &Map) -> Scene {
    build(map, &Positions::of(map), &Options::default())
}

fn label(scene: &Scene, owner: LabelOwner) -> Option<&Label> {
    scene.labels.iter().find(|label| label.owner == owner)
}

fn tie(scene: &Scene, id: TieId) -> &TieMark {
    scene.ties.iter().find(|mark| mark.id == id).expect("a tie")
}

fn page(map: &Map, page: Page) -> Figure {
    compose_figure(map, &FigureOptions { page, ..FigureOptions::default() })
}

/// Pages of several shapes, and one that fits the map.
const PAGES: [Page; 4] =
    [Page::Fit, Page::Size(1123.0, 794.0), Page::Size(794.0, 1123.0), Page::Size(900.0, 900.0)];

/// The labels that upright labels lie on.
fn overlapping<'a>(scene: &'a Scene, own: &'a Label) -> impl Iterator<Item = &'a Label> {
    let others = scene.labels.iter().filter(|other| other.owner != own.owner);
    others.filter(|other| other.angle_radians == 0.0 && other.bounds.intersects(&own.bounds))
}

#[test]
fn a_name_stands_where_it_was_put_and_others_make_room() {
    for map in maps() {
        let before = drawn(&map);
        for id in map.nations().ids() {
            let Some(old) = label(&before, LabelOwner::Nation(id)) else { continue };
            let mark = before.nations.iter().find(|mark| mark.id == id).expect("a mark");
            if mark.text_size.is_some() {
                continue;
            }
            // Onto the nearest other name, which has to give way.
            let others = before.labels.iter().filter(|other| {
                other.owner != old.owner && matches!(other.owner, LabelOwner::Nation(_))
            });
            let distance = |other: &&Label| other.center.distance(old.center);
            let Some(to) = others.min_by(|a, b| distance(a).total_cmp(&distance(b))) else {
                continue;
            };
            let offset = to.center - mark.center;
            let moved = with_nation(&map, id, |nation| nation.name_offset = Some(offset));
            let scene = drawn(&moved);
            let own = label(&scene, LabelOwner::Nation(id)).expect("it is never left out");
            assert!(own.center.distance(to.center) < 0.01);
            assert_eq!(overlapping(&scene, own).count(), 0, "{}", old.lines.join(" "));
        }
    }
}

#[test]
fn a_name_keeps_its_place_on_every_page() {
    let map = &maps()[0];
    let id = map.nations().ids().next().expect("a nation");
    let moved = with_nation(map, id, |nation| nation.name_offset = Some(Point::new(-90.0, 30.0)));
    for format in PAGES {
        let figure = page(&moved, format);
        let scene = &figure.scene;
        let own = label(scene, LabelOwner::Nation(id)).expect("it is never left out");
        let mark = scene.nations.iter().find(|mark| mark.id == id).expect("a mark");
        let away = own.center - mark.center;
        let turn = away.normalized().dot(Point::new(-90.0, 30.0).normalized());
        assert!(turn > 0.999, "{format:?}: it lies in the same direction");
        let sheet = Rect::new(Point::default(), Point::new(figure.width, figure.height));
        assert!(sheet.holds(&own.bounds), "{format:?}");
        assert!(svg(&figure).contains(&own.lines[0]));
    }
}

#[test]
fn room_that_a_name_takes_follows_it() {
    let map = &maps()[0];
    let (index, id) = (0, map.nations().ids().next().expect("a nation"));
    let beside = with_nation(map, id, |n| n.name_offset = Some(Point::new(-60.0, 0.0)));
    let [left, _, _, bottom] = footprints(&beside)[index];
    let [usual_left, _, _, usual_bottom] = footprints(map)[index];
    assert!(left < usual_left && bottom < usual_bottom);
    // One that was put far off would claim all that lies between.
    let far = with_nation(map, id, |n| n.name_offset = Some(Point::new(-900.0, 0.0)));
    assert!(footprints(&far)[index][0] > -30.0);
}

#[test]
fn a_text_along_a_tie_stays_at_its_point_of_the_line() {
    for map in maps() {
        let labelled = map.ties().iter().filter(|(_, tie)| !tie.label.is_empty());
        for id in labelled.map(|(id, _)| id) {
            let place = LabelPlace { along: 0.25, offset: Point::new(5.0, -30.0), upright: true };
            let moved = with_tie(&map, id, |tie| tie.label_place = Some(place));
            let mut scene = drawn(&moved);
            let check = |scene: &Scene| {
                let own = label(scene, LabelOwner::Tie(id)).expect("it is never left out");
                let mark = tie(scene, id);
                let away = own.center.distance(mark.curve.point(0.25));
                assert!((away - 5f32.hypot(30.0)).abs() < 0.05, "{away}");
                assert!(own.angle_radians == 0.0);
            };
            check(&scene);
            let own = label(&scene, LabelOwner::Tie(id)).expect("a text");
            let tie_labels =
                overlapping(&scene, own).filter(|other| matches!(other.owner, LabelOwner::Tie(_)));
            assert_eq!(tie_labels.count(), 0);
            // And it follows when the tie moves.
            let lookup = MarkLookup::of(&scene);
            let adjacency = Adjacency::of(&scene, &lookup);
            let from = tie(&scene, id).from;
            let to = scene.nations[from].center + Point::new(-70.0, 45.0);
            let moves = [(from, to)];
            let options = Options::default();
            move_nations(&moved, &moves, &options, (&lookup, &adjacency), &mut scene);
            check(&scene);
        }
    }
}

#[test]
fn a_tie_keeps_the_bend_that_it_was_given() {
    for map in maps() {
        for (id, record) in map.ties().iter().filter(|(_, tie)| !tie.is_loop()) {
            for bend in [-0.9, 0.0, 0.35] {
                let bent = with_tie(&map, id, |tie| tie.bend = Some(bend));
                let mut scene = drawn(&bent);
                assert!((tie(&scene, id).bend - bend).abs() < 1e-6, "{}", record.key);
                let lookup = MarkLookup::of(&scene);
                let adjacency = Adjacency::of(&scene, &lookup);
                let moves = [(0, scene.nations[0].center + Point::new(60.0, 10.0))];
                let options = Options::default();
                move_nations(&bent, &moves, &options, (&lookup, &adjacency), &mut scene);
                assert!((tie(&scene, id).bend - bend).abs() < 1e-6, "{}", record.key);
            }
        }
    }
}

#[test]
fn a_loop_lies_in_the_direction_that_it_was_given_and_the_others_beside_it() {
    let text = r#"{"format": "entente-map", "version": "1.3",
        "nations": [{"id": "A", "name": "A", "position": [0, 0]}],
        "ties": [{"id": "war", "from": "A", "to": "A", "kind": "concern", "bend": -0.25},
                 {"id": "law", "from": "A", "to": "A", "kind": "pact"}]}"#;
    let opened = read(text.as_bytes()).expect("a map");
    assert_eq!(opened.problems, []);
    let scene = drawn(&opened.map);
    let direction = |tie: &TieMark| tie.middle.normalized();
    let given = Point::new(std::f32::consts::FRAC_1_SQRT_2, -std::f32::consts::FRAC_1_SQRT_2);
    assert!(direction(&scene.ties[0]).distance(given) < 1e-3);
    assert!(direction(&scene.ties[1]).dot(given) < 0.3, "the other has a place of its own");
}

#[test]
fn a_legend_stands_where_it_was_put_on_every_page_and_covers_nothing() {
    let places = [(0.0, 0.0), (1.0, 0.0), (0.5, 0.5), (1.0, 1.0), (0.7, 0.1), (0.0, 1.0)];
    for map in maps() {
        for format in PAGES {
            for (x, y) in places {
                let figure = page(&with_legend(&map, Point::new(x, y)), format);
                let area = legend_area(&figure);
                let sheet = Rect::new(Point::default(), Point::new(figure.width, figure.height));
                assert!(sheet.holds(&area), "{format:?} {x} {y}");
                let center = area.center();
                let side = |part: f32, at: f32, whole: f32| match part {
                    0.0 => at < 0.5 * whole,
                    1.0 => at > 0.5 * whole,
                    _ => true,
                };
                assert!(side(x, center.x, figure.width), "{format:?} {x} {y}");
                assert!(side(y, center.y, figure.height), "{format:?} {x} {y}");
                let marks = figure.scene.nations.iter().filter(|mark| mark.is_drawn());
                let marks = marks.map(entente::scene::NationMark::bounds);
                let labels = figure.scene.labels.iter().map(|label| label.bounds);
                let covered = marks.chain(labels).filter(|rect| rect.intersects(&area));
                if (x, y) != (0.5, 0.5) {
                    assert_eq!(covered.count(), 0, "{format:?} {x} {y}");
                }
            }
        }
    }
}

/// The area that the baselines and type of a legend take.
fn legend_area(figure: &Figure) -> Rect {
    let rows = figure.legend.rows.iter();
    let baselines = rows.fold(Rect::NOTHING, |all, row| all.including(row.baseline));
    baselines.expanded(2.0)
}

fn with_note(map: &Map, text: &str, at: Point) -> Map {
    let mut map = map.clone();
    let (_, command) = add_text_note(&map, TextNote::new(text.to_owned(), at));
    apply(&mut map, command).expect("a change");
    map
}

#[test]
fn a_note_stands_in_its_place_on_every_page_and_names_make_room() {
    for map in maps() {
        let before = drawn(&map);
        for old in &before.labels {
            let noted = with_note(&map, "The winter line\nheld until May", old.center);
            let id = noted.text_notes().ids().next().expect("a note");
            let scene = drawn(&noted);
            let own = label(&scene, LabelOwner::Note(id)).expect("it is never left out");
            assert_eq!(own.center, old.center);
            assert_eq!(own.lines, ["The winter line", "held until May"]);
            let own_boxes = overlapping(&scene, own)
                .filter(|other| !matches!(other.owner, LabelOwner::Hull(_)));
            assert_eq!(own_boxes.count(), 0);
        }
        let far = map.extent().max + Point::new(150.0, 60.0);
        let noted = with_note(&map, "Far from all <else> & all", far);
        for format in PAGES {
            let figure = page(&noted, format);
            let scene = &figure.scene;
            let notes = scene.labels.iter().find(|l| matches!(l.owner, LabelOwner::Note(_)));
            let own = notes.expect("it is never left out");
            let sheet = Rect::new(Point::default(), Point::new(figure.width, figure.height));
            assert!(sheet.holds(&own.bounds), "{format:?}");
            let beyond = |mark: &entente::scene::NationMark| {
                mark.center.x < own.center.x && mark.center.y < own.center.y
            };
            // On a small page the nations give way, and some at the edge may come beside it.
            let before = scene.nations.iter().filter(|mark| beyond(mark)).count();
            assert!(10 * before >= 8 * scene.nations.len(), "{format:?}: it keeps its side");
            let covers = |mark: &entente::scene::NationMark| {
                mark.is_drawn() && mark.bounds().intersects(&own.bounds)
            };
            assert!(!scene.nations.iter().any(covers), "{format:?}");
            assert!(svg(&figure).contains("Far from all &lt;else&gt; &amp; all"));
        }
    }
}

#[test]
fn layouts_and_what_is_added_keep_off_notes() {
    let map = with_note(&maps()[0], "Words in the middle of the map", Point::default());
    let [left, top, right, bottom] = note_boxes(&map)[0];
    let note = Rect::new(Point::new(left, top), Point::new(right, bottom));
    for kind in LayoutKind::ALL {
        let settings = LayoutSettings { kind, ..LayoutSettings::default() };
        let request = LayoutRequest::All(settings);
        let positions = lay_out(&map, &request, 1, &mut |_| Flow::Continue).expect("a layout");
        for ((_, at), [left, top, right, bottom]) in positions.into_iter().zip(footprints(&map)) {
            let own = Rect::new(at + Point::new(left, top), at + Point::new(right, bottom));
            assert!(!own.intersects(&note), "{kind:?}");
        }
    }
    selections_are_laid_out_beside_notes();
    let long = TextNote::new("Another note of many words".to_owned(), map.extent().center());
    let at = free_place_of_note(&map, &long);
    let [left, top, right, bottom] = note_box(&TextNote { position: at, ..long });
    let own = Rect::new(Point::new(left, top), Point::new(right, bottom));
    assert!(!own.intersects(&note));
    for (mark, shape) in map.nations().iter().zip(footprints(&map)) {
        let (at, [left, top, right, bottom]) = (mark.1.position.expect("a place"), shape);
        let nation = Rect::new(at + Point::new(left, top), at + Point::new(right, bottom));
        assert!(!own.intersects(&nation));
    }
    let at = free_place(&map, Point::default());
    let disc = Rect::centered(at, 36.0, 36.0);
    assert!(!disc.intersects(&note));
}

/// Some nations of each map are laid out where notes lie, around a pin and without one.
fn selections_are_laid_out_beside_notes() {
    for map in maps() {
        let some: Vec<NationId> = map.nations().ids().step_by(2).collect();
        for pins in [0, 1] {
            let at = |id: NationId| Some((id, map.nations().get(id)?.position?));
            let mut pinned = map.clone();
            let pin = entente::edit::move_nations(
                &map,
                some.iter().take(pins).filter_map(|id| at(*id)),
                Some(true),
            );
            apply(&mut pinned, pin).expect("a change");
            let request =
                LayoutRequest::Selection(LayoutSettings::default(), some.iter().copied().collect());
            let bare = lay_out(&pinned, &request, 1, &mut |_| Flow::Continue).expect("a layout");
            let (_, place) = *bare.last().expect("a nation");
            let noted = with_note(&pinned, "Words where one would lie", place);
            let [left, top, right, bottom] = note_boxes(&noted)[0];
            let note = Rect::new(Point::new(left, top), Point::new(right, bottom));
            let placed = lay_out(&noted, &request, 1, &mut |_| Flow::Continue).expect("a layout");
            let shapes: Vec<_> = noted.nations().ids().zip(footprints(&noted)).collect();
            for (id, at) in placed {
                let (_, [left, top, right, bottom]) =
                    shapes[noted.nations().index_of(id).expect("it")];
                let own = Rect::new(at + Point::new(left, top), at + Point::new(right, bottom));
                let is_pinned = noted.nations().get(id).is_some_and(|nation| nation.pinned);
                assert!(is_pinned || !own.intersects(&note), "{id:?}");
            }
        }
    }
}

#[test]
fn a_note_amid_a_crowded_map_lies_on_no_nation_of_a_small_page() {
    for map in maps() {
        let at = map.extent().center();
        let noted = with_note(&map, "Words in the midst of all,\nof which there are many", at);
        let free = free_place_of_note(&noted, &TextNote::new("Words in the midst".into(), at));
        let noted = with_note(&noted, "Words in the midst", free);
        for size in [Page::Size(420.0, 300.0), Page::Size(300.0, 420.0)] {
            let scene = page(&noted, size).scene;
            if scene.left_out.names > 0 {
                continue;
            }
            let own = scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::Note(_)));
            for note in own.skip(1) {
                let covers = |mark: &&entente::scene::NationMark| {
                    mark.is_drawn() && mark.bounds().intersects(&note.bounds)
                };
                assert_eq!(scene.nations.iter().filter(covers).count(), 0, "{size:?}");
            }
        }
    }
}
