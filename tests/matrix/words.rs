//! The words beside a matrix: who joins blocs, what is known of these, and the ties about other ties.

use std::collections::BTreeSet;

use entente::edit::{Change, Command, apply};
use entente::model::{Direction, End, Map, NationId, Point, Rect, Tie};
use entente::scene::figure::{Figure, Orientation, Page, PageFormat, PageRole, PageText};
use entente::scene::{NationMark, Weight, text};
use entente::tasks::compose_figure;

use super::{A3, A3_PORTRAIT, blocs, coded_blocs, options, rows, samples};

/// Adds pacts between nations, given by their indices.
fn add_pacts(map: &mut Map, pairs: impl IntoIterator<Item = (usize, usize)>) {
    let kind = map.kinds().by_key("pact").expect("a kind");
    let ids: Vec<_> = map.nations().ids().collect();
    for (from, to) in pairs {
        let id = map.ties().free_id();
        let key = format!("j{from}-{to}");
        let tie = Tie::new(key, ids[from], End::Nation(ids[to]), kind, Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(map, Command::Tie(id, change)).expect("a tie");
    }
}

/// A map of four blocs, in which some of the first nations of one also join another.
fn joined_blocs(joiners: usize) -> Map {
    let mut map = blocs(69);
    let joining = (0..69).step_by(4).take(joiners);
    add_pacts(&mut map, joining.flat_map(|from| (1..69).step_by(4).map(move |to| (from, to))));
    map
}

/// A map of five blocs, each of which many nations join with the next.
fn blocs_in_a_ring() -> Map {
    let mut map = blocs(92);
    let member = |bloc: usize, number: usize| bloc % 5 + 5 * number;
    let ties = (0..5).flat_map(|bloc| {
        let ends = (0..49).map(|number| (number / 7, 8 + number % 7));
        ends.map(move |(from, to)| (member(bloc, from), member(bloc + 1, to)))
    });
    add_pacts(&mut map, ties.collect::<Vec<_>>());
    map
}

/// The runs of the list beside the table.
fn runs(figure: &Figure) -> Vec<&str> {
    let notes = figure.texts.iter().filter(|text| text.role == PageRole::Note);
    notes.flat_map(|text| text.runs.iter().map(|run| run.text.as_str())).collect()
}

/// Its words.
pub fn list(figure: &Figure) -> String {
    runs(figure).join(" ")
}

#[test]
fn a_page_says_who_joins_the_two_largest_blocs_and_marks_them() {
    let mut map = blocs(92);
    // The first nation, which is in one bloc, joins all those of another.
    let first = map.nations().id_at(0).expect("a nation");
    add_pacts(&mut map, (1..92).step_by(5).map(|to| (0, to)));
    for page in [A3, A3_PORTRAIT, Page::default()] {
        let figure = compose_figure(&map, &options(page));
        let texts: Vec<&str> = figure.all_texts().collect();
        assert!(texts.iter().any(|text| text.starts_with("Who joins")), "{page}: {texts:?}");
        assert!(texts.iter().any(|text| text.contains("partners")), "{page}: {texts:?}");
        let matrix = &figure.matrix.as_ref().expect("a matrix").matrix;
        assert!(matrix.place_of(first).is_some_and(|place| matrix.is_joiner(place)), "{page}");
    }
}

#[test]
fn all_who_join_blocs_are_named_as_far_as_there_is_room() {
    let map = joined_blocs(9);
    for page in [A3, Page::Format(PageFormat::Screen, Orientation::Landscape)] {
        let figure = compose_figure(&map, &options(page));
        let matrix = &figure.matrix.as_ref().expect("a matrix").matrix;
        let (runs, words) = (runs(&figure), list(&figure));
        let name = |id| map.nations().get(id).expect("a nation").name.as_str();
        let [joined] = matrix.joined_blocs() else { panic!("{page}: one pair") };
        // Names are broken at spaces where a line ends, and the last may be followed by how many aren't named.
        let mut left = words.clone();
        for (id, counts) in joined.nations.iter().take(12) {
            let [a, b] = counts.map(|count| count.to_string());
            let is_row = |row: &[&str]| row == [name(*id), a.as_str(), b.as_str()];
            assert!(runs.windows(3).any(is_row), "{page}: {}: {words}", name(*id));
            left = left.replacen(name(*id), "", 1);
        }
        let next = joined.nations.iter().skip(12);
        let is_named = |(id, _): &&(NationId, [usize; 2])| {
            let after = [",", " and "].map(|after| format!("{}{after}", name(*id)));
            after.iter().any(|name| left.contains(name)) || left.ends_with(name(*id))
        };
        let named = next.clone().take_while(is_named).count();
        assert_eq!(next.clone().filter(is_named).count(), named, "{page}: the closest: {words}");
        let unnamed = next.count() - named;
        assert_eq!(unnamed > 0, words.contains(&format!("and {unnamed} more")), "{page}: {words}");
        assert!(named >= 6, "{page}: {words}");
    }
    let small = Page::Format(PageFormat::A5, Orientation::Landscape);
    let small = compose_figure(&map, &options(small));
    let matrix = &small.matrix.as_ref().expect("a matrix").matrix;
    let words = list(&small);
    let named = |(id, _): &&(NationId, [usize; 2])| {
        words.contains(&map.nations().get(*id).expect("a nation").name)
    };
    let nations = || matrix.joined_blocs().iter().flat_map(|joined| &joined.nations);
    let is_said = small.left_out.as_deref().unwrap_or_default().contains("join");
    assert_eq!(nations().filter(named).count() < nations().count(), is_said, "{words}");
}

#[test]
fn who_joins_many_blocs_is_told_in_short() {
    let map = blocs_in_a_ring();
    for page in [A3, Page::Format(PageFormat::Screen, Orientation::Landscape)] {
        let figure = compose_figure(&map, &options(page));
        let matrix = &figure.matrix.as_ref().expect("a matrix").matrix;
        let all = matrix.joined_blocs();
        assert!(all.len() > 3 && all[0].nations.len() > 12, "{}", all.len());
        // The closest of those who join the two largest blocs have a row each, in their order.
        let runs = runs(&figure);
        let row = |(id, counts): &(NationId, [usize; 2])| {
            let [a, b] = counts.map(|count| count.to_string());
            [map.nations().get(*id).expect("a nation").name.clone(), a, b]
        };
        let rows: Vec<String> = all[0].nations.iter().take(12).flat_map(row).collect();
        assert!(runs.windows(rows.len()).any(|runs| runs == rows), "{page}: {runs:?}");
        // All else is short, and says how many it leaves out.
        let is_list = |text: &&PageText| text.role == PageRole::Note;
        let lines: BTreeSet<[i32; 2]> = (figure.texts.iter().filter(is_list))
            .flat_map(|text| text.runs.iter())
            .map(|run| [run.baseline.y as i32, run.baseline.x as i32 / 400])
            .collect();
        assert!(lines.len() < 12 + 6 * 5 + 12, "{page}: {} lines", lines.len());
        assert!(list(&figure).contains(" more"), "{page}: {runs:?}");
        let said = figure.left_out.clone().unwrap_or_default();
        assert!(said.contains("marked on the diagonal"), "{page}: {said}");
    }
}

#[test]
fn a_bracket_says_how_closely_a_bloc_is_tied_where_there_is_room() {
    for (map, page) in [(blocs(92), A3), (blocs(186), A3), (blocs(92), Page::default())] {
        let figure = compose_figure(&map, &options(page));
        let blocs = figure.texts.iter().filter(|text| text.role == PageRole::Bloc);
        let lines: Vec<&str> =
            blocs.flat_map(|text| text.runs.iter().map(|run| run.text.as_str())).collect();
        let words = lines.join(" ");
        let told = words.matches("pact: every pair").count();
        let matrix = &figure.matrix.as_ref().expect("a matrix").matrix;
        assert_eq!(told, matrix.blocs.iter().filter(|bloc| bloc.len > 2).count(), "{words}");
        assert!(!words.contains('…'), "{words}");
    }
}

#[test]
fn the_names_of_two_blocs_are_told_apart_where_they_hold_an_and() {
    let mut map = joined_blocs(9);
    let ids: Vec<_> = map.ties().ids().collect();
    for id in ids {
        let mut tie = map.ties().get(id).expect("a tie").clone();
        let first = map.nations().index_of(tie.from).expect("a nation");
        let word = ["coal", "steel", "grain", "oil"][first % 4];
        tie.label = format!("Treaty on {word} and peace and trade");
        let change = Change::Replace(Box::new(tie));
        apply(&mut map, Command::Tie(id, change)).expect("a tie");
    }
    let figure = compose_figure(&map, &options(A3));
    let matrix = &figure.matrix.as_ref().expect("a matrix").matrix;
    let joined = &matrix.joined_blocs()[0];
    let is_title = |text: &&PageText| text.runs[0].text == "Who joins";
    let title = figure.texts.iter().find(is_title).expect("a title");
    let mut names = vec![String::new(); 2];
    let mut at = 0;
    for run in &title.runs[1..] {
        if run.weight == Weight::SemiBold {
            names[at] = format!("{} {}", names[at], run.text);
        } else {
            assert_eq!((run.text.as_str(), at), ("with", 0));
            at += 1;
        }
    }
    for (name, bloc) in names.iter().zip(joined.blocs) {
        assert!(name.contains(" and "), "{name}");
        assert_eq!(name.trim(), matrix.blocs[bloc].name);
    }
}

#[test]
fn no_text_beside_the_table_lies_on_anything() {
    let page = |format, orientation| Page::Format(format, orientation);
    let (wide, upright) = (Orientation::Landscape, Orientation::Portrait);
    let maps = [coded_blocs(151, 151), blocs_in_a_ring()];
    for (index, map) in maps.iter().enumerate() {
        for format in [PageFormat::A3, PageFormat::A5, PageFormat::Screen] {
            for page in [page(format, wide), page(format, upright)] {
                let figure = compose_figure(map, &options(page));
                let placed = figure.matrix.as_ref().expect("a matrix");
                let mut all = rows(placed);
                // Letters without the space between lines.
                all.extend(figure.scene.labels.iter().map(|label| {
                    let (along, across) = (label.extent.x, 0.72 * label.size);
                    let is_level = label.angle_radians == 0.0;
                    let (width, height) = if is_level { (along, across) } else { (across, along) };
                    Rect::centered(label.center, width, height)
                }));
                all.extend(figure.scene.nations.iter().map(NationMark::bounds));
                all.extend(figure.legend.rows.iter().map(|row| {
                    let width = text::width(&row.text, figure.legend.size, row.weight);
                    let up = Point::new(0.0, 0.7 * figure.legend.size);
                    Rect::new(row.baseline - up, row.baseline + Point::new(width, 0.0))
                }));
                let paper = Point::new(figure.width, figure.height);
                let paper = Rect::new(Point::default(), paper);
                for text in &figure.texts {
                    for run in &text.runs {
                        let width = text::width(&run.text, text.size, run.weight);
                        let left = run.baseline.x - if text.right_aligned { width } else { 0.0 };
                        let (top, bottom) = (0.7 * text.size, 0.1 * text.size);
                        let rect = Rect::new(
                            Point::new(left, run.baseline.y - top),
                            Point::new(left + width, run.baseline.y + bottom),
                        );
                        assert!(paper.holds(&rect), "{index}, {page}: {}", run.text);
                        let inner = rect.expanded(-0.1);
                        let is_hit = all.iter().any(|other| other.intersects(&inner));
                        assert!(!is_hit, "{index}, {page}: {}", run.text);
                        all.push(rect);
                    }
                }
            }
        }
    }
}

#[test]
fn ties_about_other_ties_are_listed_or_counted() {
    for map in samples() {
        let onto = map.ties().iter().filter(|(_, tie)| matches!(tie.to, End::Tie(_))).count();
        let figure = compose_figure(&map, &options(Page::default()));
        let notes: Vec<&str> = (figure.texts.iter())
            .filter(|text| text.role == PageRole::Note)
            .flat_map(|text| text.runs.iter().map(|run| run.text.as_str()))
            .collect();
        let title = format!("Ties about other ties ({onto})");
        assert_eq!(notes.contains(&title.as_str()), onto > 0, "{notes:?}");
    }
}
