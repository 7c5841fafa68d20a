//! Pages fit to print: on every sample and on large maps, at several page sizes, no label lies on
//! another, on a nation's mark or beyond the frame, and every nation has its name.

use std::sync::OnceLock;

use entente::formats::{read, samples};
use entente::model::{Map, Point, Rect};
use entente::scene::figure::{Figure, FigureOptions, Page};
use entente::scene::{Label, LabelOwner};
use entente::tasks;
use entente::tasks::{LayoutRequest, lay_out};

/// Pages in units, 96 to the inch: A3 and A4 across, A4 upright, a square.
const PAGES: [(f32, f32); 4] =
    [(1587.0, 1123.0), (1123.0, 794.0), (794.0, 1123.0), (1080.0, 1080.0)];

fn page(map: &Map, (width, height): (f32, f32)) -> Figure {
    let options = FigureOptions {
        page: Page::Size(width, height),
        numbers: true,
        ..FigureOptions::default()
    };
    tasks::compose_figure(map, &options)
}

/// A map of 100 nations in three blocs with ties within and a few across, laid out.
fn blocs() -> &'static Map {
    static MAP: OnceLock<Map> = OnceLock::new();
    MAP.get_or_init(|| laid_out_blocs(100))
}

fn laid_out_blocs(nations: u32) -> Map {
    let names = ["Democratic Republic of the", "United", "Saint", "New", "Republic of", "Upper"];
    let places = ["Ruritania", "Freedonia", "Sylvania", "Grand Fenwick", "Zubrowka", "Wakanda"];
    let nation = |i: u32| {
        let (a, b) = (names[i as usize % 6], places[(i as usize / 6) % 6]);
        let name = if i.is_multiple_of(3) { format!("{a} {b}") } else { b.to_owned() };
        format!(r#"{{ "id": "n{i}", "name": "{name} {i}" }}"#)
    };
    let mut ties = Vec::new();
    for i in 0..nations {
        for step in [3, 6, 9, 15, 21, 33] {
            ties.push((i, (i + step) % nations));
        }
        if i.is_multiple_of(10) {
            ties.push((i, (i + 1) % nations));
        }
    }
    let tie = |(from, to): &(u32, u32)| {
        format!(r#"{{ "from": "n{from}", "to": "n{to}", "kind": "pact", "label": "treaty" }}"#)
    };
    let nations: Vec<String> = (0..nations).map(nation).collect();
    let ties: Vec<String> = ties.iter().map(tie).collect();
    let text = format!(
        r#"{{ "format": "entente-map", "version": "1.0", "title": "Blocs",
             "nations": [{}], "ties": [{}] }}"#,
        nations.join(","),
        ties.join(",")
    );
    let mut map = read(text.as_bytes()).expect("a map").map;
    let places =
        lay_out(&map, &LayoutRequest::Missing, 1, &mut |_| entente::layout::Flow::Continue);
    let placement = |(id, position)| {
        let position = Some(position);
        (id, entente::edit::Placement { position, pinned: false })
    };
    let places = places.expect("a layout").into_iter().map(placement).collect();
    entente::edit::apply(&mut map, entente::edit::Command::Placements(places)).expect("places");
    map
}

/// The corners of a label's turned box.
fn corners(label: &Label) -> [Point; 4] {
    let (sin, cos) = label.angle_radians.sin_cos();
    let (along, down) = (Point::new(cos, sin), Point::new(-sin, cos));
    let half = label.extent * 0.5;
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(x, y)| label.center + along * (x * half.x) + down * (y * half.y))
}

/// Whether two convex polygons share more than a hair, by separating axes.
fn overlap(a: &[Point; 4], b: &[Point; 4]) -> bool {
    let apart = |one: &[Point; 4], other: &[Point; 4]| {
        (0..4).any(|i| {
            let normal = (one[(i + 1) % 4] - one[i]).normalized().perpendicular();
            let reach = |points: &[Point; 4]| {
                let along = points.map(|point| point.dot(normal));
                let low = along.iter().copied().fold(f32::INFINITY, f32::min);
                (low, along.iter().copied().fold(f32::NEG_INFINITY, f32::max))
            };
            let ((low, high), (lower, higher)) = (reach(one), reach(other));
            high <= lower + 0.05 || higher <= low + 0.05
        })
    };
    !apart(a, b) && !apart(b, a)
}

fn of_rect(rect: &Rect) -> [Point; 4] {
    let (min, max) = (rect.min, rect.max);
    [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)]
}

/// How many labels lie on one another, on marks, and beyond the page.
fn faults(figure: &Figure) -> [usize; 3] {
    let labels: Vec<[Point; 4]> = figure.scene.labels.iter().map(corners).collect();
    let marks: Vec<[Point; 4]> =
        figure.scene.nations.iter().map(|mark| of_rect(&mark.bounds())).collect();
    let page = Rect::new(Point::default(), Point::new(figure.width, figure.height));
    let pairs = (0..labels.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    [
        pairs.filter(|(i, j)| overlap(&labels[*i], &labels[*j])).count(),
        labels.iter().map(|l| marks.iter().filter(|mark| overlap(l, mark)).count()).sum(),
        labels.iter().flatten().filter(|corner| !page.contains(**corner)).count(),
    ]
}

fn names(figure: &Figure) -> usize {
    let is_name = |label: &&Label| matches!(label.owner, LabelOwner::Nation(_));
    figure.scene.labels.iter().filter(is_name).count()
}

#[test]
fn no_label_overlaps_anything_on_any_sample_and_page() {
    for sample in samples::SAMPLES {
        let map = read(sample.json.as_bytes()).expect("a sample").map;
        for size in PAGES {
            let figure = page(&map, size);
            assert_eq!(faults(&figure), [0; 3], "{} at {size:?}", sample.name);
            assert_eq!(names(&figure), map.nations().len(), "{} at {size:?}", sample.name);
            assert_eq!(figure.scene.left_out.names, 0);
        }
    }
}

#[test]
fn a_hundred_nations_have_their_names_on_a_page_in_type_that_can_be_read() {
    let map = blocs();
    for (size, least_points) in PAGES.into_iter().zip([8.5]) {
        let figure = page(map, size);
        assert_eq!(faults(&figure), [0; 3], "at {size:?}");
        assert_eq!(names(&figure), 100, "at {size:?}");
        let smallest =
            figure.scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::Nation(_)));
        let points = smallest.map(|label| label.size * 0.75).fold(f32::INFINITY, f32::min);
        assert!(points >= least_points, "{points} pt at {size:?}");
    }
}

#[test]
fn texts_along_ties_that_find_no_room_are_counted() {
    let map = blocs();
    let scene = page(map, PAGES[1]).scene;
    let along = scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::Tie(_))).count();
    assert!(scene.left_out.tie_labels > 0 && along > 0);
    assert_eq!(along + scene.left_out.tie_labels, map.ties().len());
}

#[test]
fn a_map_that_can_be_read_as_it_lies_stays_as_it_lies() {
    let map = read(samples::SAMPLES[0].json.as_bytes()).expect("a sample").map;
    let scene = page(&map, PAGES[1]).scene;
    let (world, page): (Vec<Point>, Vec<Point>) = map
        .nations()
        .iter()
        .zip(&scene.nations)
        .filter_map(|((_, nation), mark)| Some((nation.position?, mark.center)))
        .unzip();
    let scale = page[0].distance(page[1]) / world[0].distance(world[1]);
    for (w, p) in world.iter().zip(&page) {
        let there = page[0] + (*w - world[0]) * scale;
        assert!(there.distance(*p) < 0.5, "{there:?} {p:?}");
    }
}

#[test]
fn a_small_map_fills_its_page_as_one_figure_up_to_twice_its_size() {
    let text = r#"{"format": "entente-map", "version": "1.0", "nations": [
      {"id": "A", "name": "Anna", "position": [0, 0]},
      {"id": "B", "name": "Berta", "position": [180, 0]},
      {"id": "C", "name": "Clara", "position": [90, 120]}],
      "ties": [{"from": "A", "to": "B", "kind": "pact"}]}"#;
    let map = read(text.as_bytes()).expect("a map").map;
    for size in [(1200.0, 820.0), (820.0, 1200.0)] {
        let figure = page(&map, size);
        let radius = figure.scene.nations[0].radius;
        assert!((30.0..=2.0 * 18.0 + 0.1).contains(&radius), "{radius}");
        let name = figure.scene.labels.first().expect("a name");
        let growth = radius / 18.0;
        assert!((name.size / 13.0 - growth).abs() < 0.01, "type grows with the marks");
        assert!(figure.scene.bounds.width() > 0.4 * size.0, "{}", figure.scene.bounds.width());
    }
}
