//! The words beside a dense map: who joins two blocs, and who is tied by the few ties that set nations apart.

use std::collections::BTreeSet;

use entente::edit::{Change, Command, apply};
use entente::model::{
    BlocView, Direction, End, KindId, Map, NationId, Point, Rect, Status, Tie, TieId,
};
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
        let said = |run: TextRun| run.text;
        note.map(|note| note.runs.into_iter().map(said).collect::<Vec<_>>().join(": "))
    };
    let figure = page(&map, PAGES[0]);
    let names: Vec<&str> =
        blocs(&figure.scene).into_iter().take(2).map(|bloc| bloc.name.as_str()).collect();
    let title = format!("Who joins {} with {}", names[0], names[1]);
    assert_eq!(
        said(&map),
        Some(format!("{title}: nobody (no nation is tied to three or more of both)"))
    );
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
fn a_page_joins_the_closest_of_equal_blocs_in_the_words_of_the_matrix() {
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
    let title = format!("Who joins {} with {}", names[1], names[2]);
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

/// A map with another tie for each of some pairs.
fn with_ties(map: &Map, pairs: &[(NationId, End)], kind: &str, status: Option<Status>) -> Map {
    let mut map = map.clone();
    let kind = map.kinds().by_key(kind).expect("a kind");
    let first = 970_001 + map.ties().len() as u32;
    for (id, (from, to)) in (first..).zip(pairs) {
        let mut tie = Tie::new(format!("also {id}"), *from, *to, kind, Direction::Mutual);
        tie.status = status;
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
    }
    map
}

#[test]
fn a_list_of_rivals_says_which_of_them_are_allied_as_well() {
    let map = &maps()[0];
    let war = map.kinds().by_key("war").expect("a kind");
    let wars = map.ties().iter().filter(|(_, tie)| tie.kind == war);
    let wars: Vec<(NationId, End)> = wars.map(|(_, tie)| (tie.from, tie.to)).collect();
    let said = |map: &Map| {
        // Where a page has no room for it another has, and where one has none for more than the pairs.
        let listed = PAGES.into_iter().filter_map(|size| {
            let figure = page(map, size);
            let list = lists(&figure).first().map(|list| list.runs.clone())?;
            Some(list.into_iter().map(|run| run.text.replace('\u{a0}', " ")).collect())
        });
        let fullest = listed.max_by_key(|words: &Vec<String>| words[0].len());
        let words = fullest.expect("a list");
        (words[0].clone(), words[1..].join(" "))
    };
    let is_marked = |words: &str| words.contains('*');
    let (title, pairs) = said(map);
    assert!(title.starts_with("War") && !title.contains("also"), "{title}");
    assert!(!is_marked(&pairs), "{pairs}");
    for (kinds, words) in [(&["allied"][..], "also allied"), (&["allied", "pact"], "also friendly")]
    {
        let some = kinds
            .iter()
            .zip(wars.chunks(2))
            .fold(map.clone(), |map, (kind, pairs)| with_ties(&map, pairs, kind, None));
        let (title, pairs) = said(&some);
        assert!(title.contains(&format!("* {words})")), "{title}");
        let marks = pairs.matches('*').count();
        let named = if title.contains("each pair once") { 1 } else { 2 };
        assert_eq!(marks, kinds.len() * 2 * named, "{title} {pairs}");
        let End::Nation(first) = wars[0].1 else { unreachable!("ties of nations alone") };
        let name = |id| &*map.nations().get(id).expect("its record").name;
        let both = [wars[0].0, first].map(|id| pairs.contains(&format!("{}*", name(id))));
        assert!(both.contains(&true), "{pairs}");
    }
    let (title, pairs) = said(&with_ties(map, &wars, "allied", None));
    assert!(title.ends_with("also allied)") && !is_marked(&title), "{title}");
    assert!(!is_marked(&pairs), "{pairs}");
    let (title, pairs) = said(&with_ties(map, &wars[1..], "allied", None));
    assert!(title.ends_with("* not allied)"), "{title}");
    assert!((1..=2).contains(&pairs.matches('*').count()), "the only one that isn't: {pairs}");
    let ended = with_ties(map, &wars[..2], "allied", Some(Status::Ended));
    assert!(!said(&ended).0.contains("also"));
}

/// The nations on a side of a list, in which blocs may be named, perhaps without some of theirs.
fn on_side(side: &str, map: &Map, figure: &Figure) -> BTreeSet<String> {
    let name = |index: &usize| map.nations().get(map.nations().id_at(*index)?);
    let mut nations = BTreeSet::new();
    let mut is_within = false;
    // The commas between those that a bloc is named without.
    let inner = |letter: char| {
        is_within = (is_within || letter == '(') && letter != ')';
        if is_within && letter == ',' { ';' } else { letter }
    };
    let side: String = side.chars().map(inner).collect();
    for word in side.split(", ") {
        let (word, others) = word.trim_end_matches(')').split_once(" (not ").unwrap_or((word, ""));
        match blocs(&figure.scene).into_iter().find(|bloc| bloc.name == word) {
            None => drop(nations.insert(word.to_owned())),
            Some(bloc) => {
                let all = bloc.members.iter().filter_map(name).map(|nation| nation.name.clone());
                nations.extend(all.filter(|name| !others.split("; ").any(|other| other == name)));
            }
        }
    }
    nations
}

#[test]
fn a_page_tells_many_hostile_ties_by_the_sides_that_they_join() {
    let map = chance_map(&[26, 22, 18, 14, 9], 20, 3);
    // All of the third bloc but two, and six of the first with seven of the fourth, are at war with a side.
    let sides = [(50..=65, 67..=72), (1..=6, 73..=79)];
    let pairs = sides.iter().flat_map(|(one, other)| {
        let with =
            |a: u32| other.clone().map(move |b: u32| (NationId(a), End::Nation(NationId(b))));
        one.clone().flat_map(with)
    });
    let map = with_ties(&map, &pairs.collect::<Vec<_>>(), "war", None);
    let name = |id| map.nations().get(id).expect("its record").name.clone();
    let war = map.kinds().by_key("war").expect("a kind");
    let wars = map.ties().iter().filter(|(_, tie)| tie.kind == war);
    let pair = |(_, tie): (TieId, &Tie)| match tie.to {
        End::Nation(to) => [name(tie.from), name(to)],
        End::Tie(_) => unreachable!("ties of nations alone"),
    };
    let in_order = |[a, b]: [String; 2]| if a < b { [a, b] } else { [b, a] };
    let wars: BTreeSet<[String; 2]> = wars.map(pair).map(in_order).collect();
    assert!(wars.len() > 130);
    let mut listed = 0;
    for figure in PAGES.map(|size| page(&map, size)) {
        for list in lists(&figure) {
            listed += 1;
            let (title, runs) = list.runs.split_first().expect("a title");
            assert_eq!(title.text, "War (every nation left of a dash with every one right of it)");
            let mut words = String::new();
            for run in runs {
                words.push_str(&run.text.replace('\u{a0}', " "));
                words.push_str(if run.text.ends_with([',', ';']) { " " } else { "; " });
            }
            let mut said = BTreeSet::new();
            let entries: Vec<&str> = words.trim_end_matches("; ").split("; ").collect();
            for entry in &entries {
                let (one, other) = entry.split_once(" – ").expect("two sides");
                let [one, other] = [one, other].map(|side| on_side(side, &map, &figure));
                let with = |a: &String| {
                    other.iter().map(|b| in_order([a.clone(), b.clone()])).collect::<Vec<_>>()
                };
                said.extend(one.iter().flat_map(with));
            }
            assert_eq!(said, wars, "{words}");
            assert!(entries.len() < 10 && words.contains("(not "), "{words}");
            assert!(is_clear(&figure, &list.bounds()), "{words}");
        }
    }
    assert!(listed > 0, "no page has room");
}

#[test]
fn hostile_ties_that_are_too_many_for_a_list_are_said_to_be_on_a_matrix() {
    let map = chance_map(&[26, 22, 18, 14, 9], 20, 3);
    let few = with_ties(&map, &[(NationId(1), End::Nation(NationId(80)))], "concern", None);
    // No two nations are set against the same others.
    let mixed = |a: u32, b: u32| (a.wrapping_mul(0x9E37_79B9) ^ b.wrapping_mul(0x85EB_CA6B)) >> 15;
    let others = |a: u32| (a + 1..=89).filter(move |b| mixed(a, *b) % 7 == 0);
    let pairs = (1..=88).flat_map(|a| others(a).map(move |b| (NationId(a), b)));
    let pairs: Vec<(NationId, End)> = pairs.map(|(a, b)| (a, End::Nation(NationId(b)))).collect();
    let many = with_ties(&map, &pairs, "concern", None);
    let said =
        format!("The {} ties “Concern” have no list; a matrix shows each of them.", pairs.len());
    for size in PAGES {
        let left_out = |map: &Map| page(map, size).left_out.unwrap_or_default();
        assert!(!left_out(&few).contains("matrix"));
        assert!(left_out(&many).contains(&said), "{}", left_out(&many));
    }
}
