//! The page of a matrix: every nation has its row and its column, every tie its cells, and what has none is said.

#[path = "matrix/cells.rs"]
mod cells;
#[path = "matrix/words.rs"]
mod words;

use entente::formats::{read, samples::SAMPLES};
use entente::model::{End, Map, Point, Rect};
use entente::scene::figure::{
    Figure, FigureOptions, Orientation, Page, PageFormat, PlacedMatrix, TableForm, View,
};
use entente::scene::{LabelOwner, MatrixSort, Theme};
use entente::tasks::{FigureFormat, FigureRequest, compose_figure, render_and_tell};

const POINTS_PER_UNIT: f32 = 0.75;

fn options(page: Page) -> FigureOptions {
    FigureOptions { page, view: View::Matrix, ..FigureOptions::default() }
}

const A3: Page = Page::Format(PageFormat::A3, Orientation::Landscape);

/// A map of nations in blocs of 23 that are tied to all others of theirs, and some ties across.
fn blocs(count: u32) -> Map {
    let first = ["New", "Upper", "Republic of", "Saint", "Democratic"];
    blocs_of(count, |i| (format!("{} Ruritania {i}", first[i as usize % 5]), String::new()))
}

/// The same, its nations with short names, of which some have codes of three letters.
fn coded_blocs(count: u32, coded: u32) -> Map {
    let letter = |number: u32| char::from(b'A' + (number % 26) as u8);
    let code = |i: u32| format!("Q{}{}", letter(i / 26), letter(i));
    blocs_of(count, |i| (format!("Nation {i}"), if i < coded { code(i) } else { String::new() }))
}

fn blocs_of(count: u32, named: impl Fn(u32) -> (String, String)) -> Map {
    let nation = |i: u32| {
        let (name, code) = named(i);
        format!(r#"{{ "id": "n{i}", "name": "{name}", "code": "{code}" }}"#)
    };
    let mut ties = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            if a % (count / 23 + 1) == b % (count / 23 + 1) {
                ties.push(format!(r#"{{ "from": "n{a}", "to": "n{b}", "kind": "pact" }}"#));
            }
        }
        if a.is_multiple_of(9) {
            let b = (a + 1) % count;
            ties.push(format!(r#"{{ "from": "n{a}", "to": "n{b}", "kind": "concern" }}"#));
        }
    }
    let nations: Vec<String> = (0..count).map(nation).collect();
    let text = format!(
        r#"{{ "format": "entente-map", "version": "1.0", "title": "Blocs",
             "nations": [{}], "ties": [{}] }}"#,
        nations.join(","),
        ties.join(",")
    );
    read(text.as_bytes()).expect("a map").map
}

fn samples() -> Vec<Map> {
    SAMPLES.iter().map(|sample| read(sample.json.as_bytes()).expect("a map").map).collect()
}

/// The rectangles of names, the height of their letters without the space between lines.
fn names(figure: &Figure) -> Vec<Rect> {
    let letters = |label: &entente::scene::Label| {
        let (across, along) = (label.size * 1.0, label.extent.x);
        let is_upright = label.angle_radians == 0.0;
        let (width, height) = if is_upright { (along, across) } else { (across, along) };
        Rect::centered(label.center, width, height)
    };
    figure.scene.labels.iter().map(letters).collect()
}

/// The cells of each row, empty ones too.
fn rows(placed: &PlacedMatrix) -> Vec<Rect> {
    let row = |row: usize| {
        let left = match placed.form {
            TableForm::Whole => placed.cell_rect(row, 0).min,
            TableForm::Half => placed.cell_rect(row, row).min,
        };
        Rect::new(left, Point::new(placed.area().max.x, left.y + placed.cell))
    };
    (0..placed.matrix.len()).map(row).collect()
}

#[test]
fn every_nation_has_its_row_and_column_and_no_name_lies_on_anything() {
    let mut maps = samples();
    maps.push(blocs(109));
    let pages = [A3, A3_PORTRAIT, Page::default(), Page::Fit, Page::Size(1080.0, 1080.0)];
    for map in &maps {
        for page in pages {
            let figure = compose_figure(map, &options(page));
            let names = names(&figure);
            let paper = Rect::new(
                entente::model::Point::default(),
                entente::model::Point::new(figure.width, figure.height),
            );
            let placed = figure.matrix.as_ref().expect("a matrix");
            assert!(paper.holds(&placed.area()), "{page}");
            let times = if placed.form == TableForm::Whole { 2 } else { 1 };
            assert_eq!(names.len(), times * map.nations().len(), "{page}");
            let rows = rows(placed);
            for (index, name) in names.iter().enumerate() {
                assert!(paper.holds(name), "{page}: {name:?}");
                let inner = name.expanded(-0.1);
                assert!(!rows.iter().any(|row| row.intersects(&inner)), "{page}: {name:?}");
                let others = names[..index].iter();
                assert!(!others.into_iter().any(|other| other.expanded(-0.1).intersects(name)));
            }
            for mark in &figure.scene.nations {
                let bounds = mark.bounds().expanded(-0.1);
                assert!(!names.iter().any(|name| name.intersects(&bounds)), "{}", mark.name);
            }
        }
    }
}

const A3_PORTRAIT: Page = Page::Format(PageFormat::A3, Orientation::Portrait);

#[test]
fn names_of_186_nations_can_be_read_on_a3() {
    let map = blocs(186);
    for page in [A3, A3_PORTRAIT] {
        let figure = compose_figure(&map, &options(page));
        let smallest = figure.scene.labels.iter().map(|label| label.size).fold(f32::MAX, f32::min);
        assert!(smallest * POINTS_PER_UNIT >= 6.0, "{page}: {}", smallest * POINTS_PER_UNIT);
        assert_eq!(figure.left_out, None);
    }
}

#[test]
fn the_page_of_186_nations_is_used_up_to_its_edges() {
    let figure = compose_figure(&blocs(186), &options(A3));
    let placed = figure.matrix.as_ref().expect("a matrix");
    assert_eq!(placed.form, TableForm::Half);
    let area = placed.area();
    assert!(area.height() > 0.85 * figure.height && area.max.x > 0.85 * figure.width, "{area:?}");
    let points = placed.cell * POINTS_PER_UNIT;
    assert!(points > 3.6, "cells of {points} pt");
    let left = names(&figure).iter().map(|name| name.min.x).fold(f32::MAX, f32::min);
    assert!(left < 0.25 * figure.width, "{left}");
}

#[test]
fn columns_and_rows_of_half_a_table_begin_and_end_at_the_codes_of_their_nations() {
    let map = coded_blocs(186, 186);
    let figure = compose_figure(&map, &options(A3));
    let placed = figure.matrix.as_ref().expect("a matrix");
    assert_eq!(placed.form, TableForm::Half);
    let plain = compose_figure(&coded_blocs(186, 0), &options(A3)).matrix.expect("a matrix");
    assert!(placed.cell > 0.985 * plain.cell, "{} {}", placed.cell, plain.cell);
    let area = placed.area();
    let is_code = |label: &&entente::scene::Label| label.lines[0].len() == 3;
    let codes: Vec<_> = figure.scene.labels.iter().filter(is_code).collect();
    assert_eq!(codes.len(), 3 * map.nations().len());
    for (index, label) in codes.iter().enumerate() {
        assert!(label.size * POINTS_PER_UNIT >= 6.0 - 0.01, "{}", label.size);
        let LabelOwner::Nation(id) = label.owner else { panic!("a nation's") };
        let place = placed.matrix.place_of(id).expect("a row");
        let cell = placed.cell_rect(place, place).center();
        let is_foot = label.angle_radians != 0.0;
        let (off, beyond) = if is_foot {
            (label.center.x - cell.x, label.center.y - area.max.y)
        } else if label.center.x > area.max.x {
            (label.center.y - cell.y, label.center.x - area.max.x)
        } else {
            // Where the row begins, on the side of its name.
            let name = figure.scene.labels.iter().find(|name| {
                name.owner == label.owner && name.lines[0].len() > 3 && name.angle_radians == 0.0
            });
            let name = name.expect("a name").center;
            assert!(name.x < label.center.x && (name.y - label.center.y).abs() < 0.1);
            (label.center.y - cell.y, cell.x - label.center.x)
        };
        assert!(off.abs() < 0.1 && beyond > 0.0, "{}: {off} {beyond}", label.lines[0]);
        // Capitals are that high.
        let letters = |label: &entente::scene::Label| {
            let (along, across) = (label.extent.x, 0.72 * label.size);
            let (width, height) =
                if label.angle_radians == 0.0 { (along, across) } else { (across, along) };
            Rect::centered(label.center, width, height)
        };
        let own = letters(label);
        assert!(own.max.x < figure.width && own.max.y < figure.height);
        assert!(!codes[..index].iter().any(|other| letters(other).intersects(&own)));
    }
}

#[test]
fn rows_of_a_large_whole_table_end_at_codes_that_take_nothing_from_its_cells() {
    let [coded, plain] = [46, 0].map(|coded| compose_figure(&coded_blocs(46, coded), &options(A3)));
    let placed = coded.matrix.as_ref().expect("a matrix");
    assert_eq!(placed.form, TableForm::Whole);
    assert_eq!(placed.cell, plain.matrix.as_ref().expect("a matrix").cell);
    let right = placed.area().max.x;
    let at_right = coded.scene.labels.iter().filter(|label| label.center.x > right);
    assert_eq!((at_right.count(), plain.scene.labels.len()), (46, 92));
    let few = compose_figure(&coded_blocs(23, 23), &options(A3));
    assert_eq!(few.scene.labels.len(), 46);
}

#[test]
fn on_an_upright_page_the_table_takes_the_width() {
    let figure = compose_figure(&coded_blocs(186, 186), &options(A3_PORTRAIT));
    let area = figure.matrix.as_ref().expect("a matrix").area();
    assert!(area.width() > 0.65 * figure.width, "{area:?} of {}", figure.width);
    let words = words::list(&figure);
    assert!(!words.contains('…'), "{words}");
}

#[test]
fn codes_that_few_nations_have_are_not_shown() {
    let map = coded_blocs(186, 20);
    let figure = compose_figure(&map, &options(A3));
    assert_eq!(figure.scene.labels.len(), 186);
}

#[test]
fn blocs_without_ties_between_them_have_guides_alone() {
    for (count, page) in [(186, A3), (109, A3_PORTRAIT), (69, Page::default())] {
        let figure = compose_figure(&blocs(count), &options(page));
        let placed = figure.matrix.as_ref().expect("a matrix");
        let lines = placed.grid_lines();
        let blocs = &placed.matrix.blocs;
        let tied = |a: usize, b: usize| {
            let within = |place: u32, bloc: usize| {
                (blocs[bloc].start..blocs[bloc].start + blocs[bloc].len).contains(&(place as usize))
            };
            placed.cells().any(|cell| within(cell.row, a) && within(cell.column, b))
        };
        let mut empty = 0;
        for (a, b) in (0..blocs.len()).flat_map(|a| (0..a).map(move |b| (a, b))) {
            if tied(a, b) || blocs[a].len < 2 || blocs[b].len < 2 {
                continue;
            }
            empty += 1;
            let middle = |bloc: usize| blocs[bloc].start + blocs[bloc].len / 2;
            let inside = placed.cell_rect(middle(a), middle(b)).expanded(-0.1 * placed.cell);
            let area = Rect::centered(inside.center(), placed.cell * 4.0, placed.cell * 4.0);
            let crosses = |line: &&entente::scene::Line| {
                Rect::new(line.from, line.to).expanded(0.01).intersects(&area)
                    || Rect::new(line.to, line.from).expanded(0.01).intersects(&area)
            };
            assert_eq!(lines.cells.iter().filter(crosses).count(), 0, "{page}");
        }
        assert!(empty > 0, "{page}");
        let mut down: Vec<f32> = (lines.guides.iter().chain(&lines.blocs))
            .filter(|line| line.from.y == line.to.y)
            .map(|line| line.from.y)
            .collect();
        down.sort_by(f32::total_cmp);
        let most = down.windows(2).map(|two| two[1] - two[0]).fold(0.0, f32::max);
        assert!(most < 7.5 * placed.cell, "{page}: {} cells", most / placed.cell);
    }
}

#[test]
fn each_tie_has_a_cell_of_its_two_nations_on_every_page() {
    let mut maps = samples();
    maps.push(blocs(186));
    for map in &maps {
        for page in [A3, A3_PORTRAIT, Page::Format(PageFormat::Screen, Orientation::Landscape)] {
            let figure = compose_figure(map, &options(page));
            let placed = figure.matrix.as_ref().expect("a matrix");
            let matrix = &placed.matrix;
            let mut found = std::collections::BTreeMap::new();
            for cell in placed.cells() {
                for part in matrix.parts(cell).iter().filter(|part| !part.shapes(cell).is_empty()) {
                    let Some(id) = part.of.tie() else { continue };
                    let ends = [cell.row, cell.column].map(|place| matrix.nations[place as usize]);
                    found.insert(id, ends);
                }
            }
            for (id, tie) in map.ties().iter() {
                let End::Nation(to) = tie.to else { continue };
                let ends = found.get(&id).expect("a cell");
                assert!(*ends == [tie.from, to] || *ends == [to, tie.from], "{page}: {}", tie.key);
            }
        }
    }
}

#[test]
fn what_has_no_room_is_said() {
    let said = |map: &Map, page| compose_figure(map, &options(page)).left_out.unwrap_or_default();
    let small = said(&blocs(400), Page::Format(PageFormat::A5, Orientation::Landscape));
    assert!(small.contains("400 names"), "{small}");
    let slide = said(&blocs(300), Page::Format(PageFormat::Screen, Orientation::Landscape));
    assert!(slide.contains("pt, which is hard to read"), "{slide}");
    let texts = said(&samples()[0], Page::default());
    assert!(texts.contains("The map alone shows") && texts.contains("along ties"), "{texts}");
}

#[test]
fn a_kind_is_a_layer_in_which_each_tie_is_a_group() {
    let map = &samples()[0];
    let request = FigureRequest { options: options(A3), ..FigureRequest::default() };
    let (bytes, _) = render_and_tell(map, &request).expect("an SVG");
    let svg = String::from_utf8(bytes).expect("text");
    let between = map.ties().iter().filter(|(_, tie)| matches!(tie.to, End::Nation(_)));
    assert_eq!(svg.matches(r#"<g class="tie" id="tie-"#).count(), between.count());
    for kind in ["kind-allied", "kind-pact", "kind-concern", "grid", "blocs", "nations", "names"] {
        assert!(svg.contains(&format!(r#"<g id="{kind}" inkscape:groupmode="layer""#)), "{kind}");
    }
    let nations = map.nations().len();
    assert_eq!(svg.matches(r#"class="nation-label""#).count(), 2 * nations);
    assert!(svg.contains(&format!("A matrix of {nations} nations")));
    assert!(svg.contains("<title>Japan – New Zealand, pact, "), "ties are named");
}

#[test]
fn every_format_theme_and_order_can_be_drawn() {
    let map = &samples()[1];
    for format in FigureFormat::ALL {
        for theme in Theme::ALL {
            for order in MatrixSort::ALL {
                let options = FigureOptions { theme, order, ..options(Page::default()) };
                let request = FigureRequest { format, scale: 0.5, options };
                let once = render_and_tell(map, &request).expect("a figure").0;
                assert_eq!(once, render_and_tell(map, &request).expect("a figure").0);
            }
        }
    }
    let sorted = FigureOptions { order: MatrixSort::Name, ..options(A3) };
    let figure = compose_figure(map, &sorted);
    let rows = figure.scene.labels.iter().filter(|label| label.angle_radians == 0.0);
    let names: Vec<&str> = rows.map(|label| label.lines[0].as_str()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn a_map_without_nations_is_a_page_without_a_table() {
    let figure = compose_figure(&Map::empty(), &options(A3));
    assert!(figure.scene.labels.is_empty() && figure.legend.rows.is_empty());
    assert!(figure.matrix.is_some_and(|placed| placed.matrix.is_empty()));
}

#[test]
fn what_the_filter_hides_is_not_in_the_matrix() {
    let mut map = samples().remove(0);
    let filter = entente::model::Filter {
        kinds: [map.kinds().by_key("pact").expect("a kind")].into(),
        ..entente::model::Filter::default()
    };
    let command = entente::edit::Command::Filter(Box::new(filter));
    entente::edit::apply(&mut map, command).expect("a filter");
    let figure = compose_figure(&map, &options(A3));
    let kinds = figure.matrix.expect("a matrix").matrix.kinds;
    assert_eq!(kinds.iter().map(|kind| kind.key.as_str()).collect::<Vec<_>>(), ["pact"]);
    assert!(figure.scene.labels.iter().all(|label| matches!(label.owner, LabelOwner::Nation(_))));
}
