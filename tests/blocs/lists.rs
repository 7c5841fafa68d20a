//! The words beside a dense map: who joins two blocs, and who is tied by the few ties that set nations apart.

use entente::edit::{Change, Command, apply};
use entente::model::{BlocView, Direction, End, KindId, Map, NationId, Point, Rect, Tie, TieId};
use entente::scene::NationMark;
use entente::scene::figure::{Figure, FigureOptions, PageRole, PageText, TextRun, View};
use entente::tasks::compose_figure;

use super::{PAGES, blocs, chance_map, looked, maps, page};

#[test]
fn a_page_says_who_joins_its_two_largest_blocs_or_that_nobody_does() {
    let map = chance_map(&[26, 22, 18, 14, 9], 0, 3);
    let said = |map: &Map| {
        let figure = page(map, PAGES[0]);
        let note = figure.texts.into_iter().find(|text| text.role == PageRole::Note);
        let said = |run: TextRun| run.text.split(" (").next().map(str::to_owned);
        note.map(|note| note.runs.into_iter().filter_map(said).collect::<Vec<_>>().join(": "))
    };
    let title = "Who joins the two largest blocs";
    let figure = page(&map, PAGES[0]);
    let names: Vec<&str> =
        blocs(&figure.scene).into_iter().take(2).map(|bloc| bloc.name.as_str()).collect();
    assert!(figure.all_texts().any(|text| text == format!("{title} ({})", names.join(", "))));
    assert_eq!(said(&map), Some(format!("{title}: no nation with three partners in both")));
    assert_eq!(said(&looked(&map, |look| look.blocs = BlocView::Off)), None);
    // The first of the largest gets pacts with some of the second.
    let mut joined = map.clone();
    for (id, to) in (90_001..).zip(27..37) {
        let to = End::Nation(NationId(to));
        let tie = Tie::new(format!("j{id}"), NationId(1), to, KindId(1), Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut joined, Command::Tie(TieId(id), change)).expect("a tie");
    }
    assert_eq!(
        said(&joined),
        Some(format!("{title}: {}", map.nations().iter().next().expect("one").1.name))
    );
}

#[test]
fn a_page_calls_no_bloc_the_largest_that_is_as_large_as_another_and_the_matrix_joins_the_same() {
    let mut map = chance_map(&[20, 24, 20, 20, 9], 0, 3);
    // The second of the three equals becomes the closest, and one of the largest joins it.
    let pairs = (45..=64).flat_map(|a| (a + 1..=64).map(move |b| (a, b)));
    for (id, (a, b)) in (90_001..).zip(pairs.chain((45..54).map(|to| (21, to)))) {
        let to = End::Nation(NationId(b));
        let tie = Tie::new(format!("j{id}"), NationId(a), to, KindId(1), Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
    }
    let figure = page(&map, PAGES[0]);
    let names: Vec<&str> =
        blocs(&figure.scene).into_iter().map(|bloc| bloc.name.as_str()).collect();
    let title = format!("Who joins two of the largest blocs ({}, {})", names[1], names[2]);
    assert!(figure.all_texts().any(|text| text == title), "{title}");
    let options = FigureOptions { view: View::Matrix, ..FigureOptions::default() };
    let figure_of_matrix = compose_figure(&map, &options);
    let matrix = &figure_of_matrix.matrix.as_ref().expect("a matrix").matrix;
    let first = &matrix.joined_blocs()[0];
    let mut joined = first.blocs.map(|bloc| matrix.blocs[bloc].name.as_str());
    joined.sort_unstable_by_key(|name| names.iter().position(|other| other == name));
    assert_eq!(joined, [names[1], names[2]]);
    for hull in blocs(&figure.scene) {
        let bloc = matrix.blocs.iter().find(|bloc| bloc.name == hull.name).expect("the same");
        assert_eq!(bloc.closeness, hull.remark, "{}", hull.name);
    }
    assert!(blocs(&figure.scene)[2].remark.ends_with("every pair"));
}

/// Whether nothing else of a page lies in an area.
fn is_clear(figure: &Figure, area: &Rect) -> bool {
    let scene = &figure.scene;
    let nations = scene.nations.iter().map(NationMark::bounds);
    let labels = scene.labels.iter().map(|label| label.bounds);
    let others = figure.texts.iter().map(PageText::bounds).filter(|other| other != area);
    let mut boxes = nations.chain(labels).chain(others);
    let lines = scene.ties.iter().filter(|tie| tie.is_drawn).map(|tie| tie.curve.flatten(0.5));
    let mut points = lines.flat_map(|line| {
        let between = |ends: &[Point]| {
            (0..=40u8).map(|t| ends[0].lerp(ends[1], f32::from(t) / 40.0)).collect::<Vec<_>>()
        };
        line.windows(2).flat_map(between).collect::<Vec<_>>()
    });
    !boxes.any(|other| other.intersects(area)) && !points.any(|point| area.contains(point))
}

/// The lists of ties beside a map, each with its title.
fn lists(figure: &Figure) -> Vec<&PageText> {
    let notes = figure.texts.iter().filter(|text| text.role == PageRole::Note);
    notes.filter(|note| !note.runs[0].text.starts_with("Who joins")).collect()
}

#[test]
fn a_crowded_page_lists_the_few_hostile_ties_where_nothing_else_stands() {
    let mut listed = 0;
    for map in &maps()[..2] {
        let name = |id| map.nations().get(id).expect("its record").name.clone();
        let pair = |(_, tie): (TieId, &Tie)| match tie.to {
            End::Nation(to) => [name(tie.from), name(to)],
            End::Tie(_) => unreachable!("ties of nations alone"),
        };
        let war = map.kinds().by_key("war").expect("a kind");
        let is_war = |(_, tie): &(TieId, &Tie)| tie.kind == war;
        let wars: Vec<[String; 2]> = map.ties().iter().filter(is_war).map(pair).collect();
        assert!(!wars.is_empty());
        let natural = compose_figure(map, &FigureOptions::default());
        for figure in PAGES.map(|size| page(map, size)).into_iter().chain([natural]) {
            for list in lists(&figure) {
                listed += 1;
                let words: Vec<&str> = list.runs.iter().map(|run| &*run.text).collect();
                let words = words.join(" ");
                // The nation before a sign is that at which the ties are listed.
                let begins = |name: &str| words.contains(&format!("{name}\u{a0}–"));
                let [any, both] = [1, 2].map(|least| {
                    let begun = |pair: &[String; 2]| pair.iter().filter(|n| begins(n)).count();
                    wars.iter().all(|pair| begun(pair) >= least)
                });
                assert!(any && !(both && words.contains("each pair once")), "{words}");
                let words = words.replace('\u{a0}', " ");
                let mut named = wars.iter().flatten();
                assert!(words.starts_with("War ") && named.all(|name| words.contains(name)));
                assert!(is_clear(&figure, &list.bounds()), "{words}");
            }
        }
    }
    assert!(listed > 1, "{listed} lists");
}
