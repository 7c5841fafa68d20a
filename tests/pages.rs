//! Pages fit to print: on every sample and on large maps, at several page sizes, no label lies on
//! another, on a nation's mark or beyond the frame, and every nation has its name.

use std::sync::OnceLock;

use entente::edit::{apply, change_look};
use entente::formats::{read, samples};
use entente::model::{Map, Point, Rect, WithinBlocs};
use entente::scene::figure::{Figure, FigureOptions, Page, PageRole};
use entente::scene::palette::contrast;
use entente::scene::{Label, LabelOwner, Mark, PlacedSymbol};
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
    laid_out(&text)
}

/// A map read from a text, with positions.
fn laid_out(text: &str) -> Map {
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
fn a_map_that_can_be_read_lies_on_its_page_as_it_does_but_for_one_stretch() {
    let map = read(samples::SAMPLES[0].json.as_bytes()).expect("a sample").map;
    for (size, stretch) in PAGES.into_iter().flat_map(|size| [(size, true), (size, false)]) {
        let options =
            FigureOptions { page: Page::Size(size.0, size.1), stretch, ..FigureOptions::default() };
        let figure = tasks::compose_figure(&map, &options);
        assert_lies_as_on_the_map(&map, &figure, 0.5);
        let most = if stretch { FigureOptions::MAX_STRETCH } else { 1.0 };
        assert!((1.0..=most * 1.001).contains(&figure.stretch()), "{}", figure.stretch());
        let round =
            |mark: &entente::scene::NationMark| mark.bounds().width() - mark.bounds().height();
        assert!(figure.scene.nations.iter().all(|mark| round(mark).abs() < 0.01));
    }
}

/// Nations lie on the page where they lie on the map up to some distance, but for a scale along each axis.
fn assert_lies_as_on_the_map(map: &Map, figure: &Figure, most: f32) {
    let (world, page): (Vec<Point>, Vec<Point>) = map
        .nations()
        .iter()
        .zip(&figure.scene.nations)
        .filter_map(|((_, nation), mark)| Some((nation.position?, mark.center)))
        .unzip();
    for (w, p) in world.iter().zip(&page) {
        let from_first = *w - world[0];
        let (x, y) = (from_first.x * figure.scale.x, from_first.y * figure.scale.y);
        let there = page[0] + Point::new(x, y);
        assert!(
            there.distance(*p) < most,
            "{there:?} {p:?} on {} by {}",
            figure.width,
            figure.height
        );
    }
}

#[test]
fn a_dense_map_lies_on_its_page_nearly_as_in_the_window_with_all_names() {
    let map = laid_out_blocs(70);
    for size in [(1587.0, 1123.0), (1600.0, 900.0)] {
        let figure = page(&map, size);
        assert_lies_as_on_the_map(&map, &figure, 0.05 * size.0);
        assert_eq!(figure.scene.left_out.names, 0);
    }
}

/// A map of that many nations, each tied to one before it and some to others, laid out.
fn grown(nations: u32) -> Map {
    let names = ["Japan", "New Zealand", "Bosnia and Herzegovina", "Peru", "Saint Kitts and Nevis"];
    let nation = |i: u32| {
        let name = names[i as usize % names.len()];
        format!(r#"{{ "id": "n{i}", "name": "{name} {i}" }}"#)
    };
    let mut ties: Vec<(u32, u32)> = (1..nations).map(|i| (i * i * 7 % i, i)).collect();
    ties.extend((0..nations / 3).map(|i| (i, nations - 1 - i)));
    let kinds = ["allied", "pact", "concern"];
    let tie = |(from, to): &(u32, u32)| {
        let kind = kinds[((from + to) % 3) as usize];
        format!(r#"{{ "from": "n{from}", "to": "n{to}", "kind": "{kind}" }}"#)
    };
    let nations: Vec<String> = (0..nations).map(nation).collect();
    let ties: Vec<String> = ties.iter().map(tie).collect();
    laid_out(&format!(
        r#"{{ "format": "entente-map", "version": "1.0", "title": "A page", "nations": [{}],
             "ties": [{}] }}"#,
        nations.join(","),
        ties.join(",")
    ))
}

/// The width and height of a map on its page, as parts of the room that margins, heading and footer
/// leave.
fn filled(figure: &Figure) -> [f32; 2] {
    let margin = FigureOptions::MARGIN * figure.width.min(figure.height);
    let heading = |role| matches!(role, PageRole::Title | PageRole::Subtitle | PageRole::AsOf);
    let heading = figure.texts.iter().filter(|text| heading(text.role)).flat_map(|text| &text.runs);
    let top = heading.map(|run| run.baseline.y).fold(margin, f32::max);
    let bottom = figure.rule.map_or(figure.height - margin, |rule| rule.from.y);
    let bounds = figure.scene.bounds;
    [bounds.width() / (figure.width - 2.0 * margin), bounds.height() / (bottom - top)]
}

#[test]
fn a_map_of_any_size_fills_a_page_of_any_shape_up_to_the_stated_limits() {
    let pages =
        [(1123.0, 794.0), (794.0, 1123.0), (559.0, 794.0), (1080.0, 1080.0), (1600.0, 900.0)];
    for nations in [2, 3, 5, 8, 15, 30] {
        let map = grown(nations);
        for size in pages {
            let figure = page(&map, size);
            let [across, down] = filled(&figure);
            let at = format!("{nations} nations at {size:?}: {across}, {down}, {:?}", figure.scale);
            assert_eq!(faults(&figure), [0; 3], "{at}");
            assert_eq!(names(&figure), nations as usize, "{at}");
            // Distances grow up to 3.125 times as much as marks.
            let most = 3.125 * (figure.scene.nations[0].radius / 18.0).max(1.0);
            let [is_wide, is_high] = [figure.scale.x, figure.scale.y].map(|s| s > 0.99 * most);
            let is_stretched = figure.stretch() > 0.99 * FigureOptions::MAX_STRETCH;
            assert!(across > 0.8 || is_wide || is_stretched, "{at}");
            assert!(down > 0.8 || is_high || is_stretched, "{at}");
            assert!(across.max(down) > 0.85 || is_wide && is_high, "{at}");
        }
    }
}

#[test]
fn a_small_map_fills_its_page_as_one_figure_and_its_names_stay_below_the_title() {
    let text = r#"{"format": "entente-map", "version": "1.0", "nations": [
      {"id": "A", "name": "Anna", "position": [0, 0]},
      {"id": "B", "name": "Berta", "position": [180, 0]},
      {"id": "C", "name": "Clara", "position": [90, 120]}],
      "ties": [{"from": "A", "to": "B", "kind": "pact"}]}"#;
    let map = read(text.as_bytes()).expect("a map").map;
    for size in [(1200.0, 820.0), (820.0, 1200.0)] {
        let figure = page(&map, size);
        let radius = figure.scene.nations[0].radius;
        assert!((27.0..=1.6 * 18.0 + 0.1).contains(&radius), "{radius}");
        let name = figure.scene.labels.first().expect("a name");
        let growth = radius / 18.0;
        assert!((name.size / 13.0 - growth).abs() < 0.01, "type grows with the marks");
        assert!(figure.scene.bounds.width() > 0.4 * size.0, "{}", figure.scene.bounds.width());
    }
}

/// A map of four blocs whose nations are all tied to one another, a few pacts across and two concerns.
fn crowded() -> Map {
    let nation = |i: usize| format!(r#"{{ "id": "n{i}", "name": "Nation {i}" }}"#);
    let nations: Vec<String> = (0..72).map(nation).collect();
    let pairs = (0..72).flat_map(|a| (a + 1..72).map(move |b| (a, b)));
    let mut ties: Vec<(usize, usize, &str)> =
        pairs.filter(|(a, b)| a / 18 == b / 18).map(|(a, b)| (a, b, "allied")).collect();
    ties.extend((0..8).map(|i| (i, i + 36, "pact")));
    ties.extend([(1, 70, "concern"), (20, 60, "concern"), (2, 40, "allied")]);
    let tie = |(a, b, kind): &(usize, usize, &str)| {
        format!(r#"{{ "from": "n{a}", "to": "n{b}", "kind": "{kind}" }}"#)
    };
    let ties: Vec<String> = ties.iter().map(tie).collect();
    laid_out(&format!(
        r#"{{ "format": "entente-map", "version": "1.0", "nations": [{}], "ties": [{}] }}"#,
        nations.join(","),
        ties.join(",")
    ))
}

#[test]
fn on_a_crowded_page_what_tells_much_is_strong_and_the_legend_shows_what_is_drawn() {
    let mut map = crowded();
    let faint = change_look(&map, |look| look.ties.within_blocs = WithinBlocs::Faint);
    apply(&mut map, faint).expect("a look");
    let figure = page(&map, PAGES[1]);
    let (scene, canvas) = (&figure.scene, figure.scene.palette.canvas);
    let ties = |name: &str| {
        let layer = scene.tie_layers.iter().find(|layer| layer.name == name).expect("a kind");
        layer.ties.iter().map(|index| &scene.ties[*index]).collect::<Vec<_>>()
    };
    let layers: Vec<&str> = scene.tie_layers.iter().map(|layer| layer.name.as_str()).collect();
    assert_eq!(layers, ["Allied", "Pact", "Concern"], "what tells most lies on top");
    let (allied, concerns) = (ties("Allied"), ties("Concern"));
    assert!(scene.ties.iter().all(|tie| tie.width >= FigureOptions::LEAST_LINE - 1e-4));
    let (pale, across) = (allied[0], allied[allied.len() - 1]);
    assert_eq!(across.to, Mark::Nation(40), "ties across blocs lie above those within");
    assert!(contrast(pale.color, canvas) < contrast(across.color, canvas));
    assert!(concerns.iter().all(|tie| tie.width > 1.49 * scene.unit && tie.arrow.is_some()));
    let sign = |text: &str| {
        let row = figure.legend.rows.iter().find(|row| row.text == text).expect("a row");
        match &row.symbol {
            PlacedSymbol::Line { color, width, .. } | PlacedSymbol::Lines { color, width, .. } => {
                (*color, *width)
            }
            other => panic!("{other:?}"),
        }
    };
    for (text, tie) in [("allied", across), ("pact", ties("Pact")[0]), ("concern", concerns[0])] {
        let (color, width) = sign(text);
        assert_eq!(color, tie.color, "{text}");
        assert!((width - tie.width).abs() < 1e-3, "{text}: {width} against {}", tie.width);
    }
    assert!((sign("pale lines: within a bloc").1 - pale.width).abs() < 1e-3);
}
