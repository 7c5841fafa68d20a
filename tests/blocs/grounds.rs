//! The grounds of blocs: what they stand for, and who stands apart on them.

use entente::edit::{Change, Command, apply};
use entente::model::{
    Color, Direction, End, Importance, KindId, Map, NationId, Point, Tie, TieId, WithinBlocs,
};
use entente::scene::figure::{Figure, FigureOptions, Page};
use entente::scene::palette::{contrast, mix};
use entente::scene::{HullMark, LegendSymbol, NationMark, Options, Positions, Theme, build};
use entente::tasks::compose_figure;

use super::{PAGES, blocs, chance_map, looked, page};

/// A map of blocs in which all are allied but for the first nation of each, which lacks some.
pub(super) fn map_of_cliques() -> Map {
    map_with_cliques(0)
}

/// The same in which the first blocs are left as loose as chance made them.
fn map_with_cliques(loose: usize) -> Map {
    let sizes = [26, 22, 18, 14, 9];
    let mut map = chance_map(&sizes, 110, 3);
    let ids: Vec<NationId> = map.nations().iter().map(|(id, _)| id).collect();
    let mut first = sizes.iter().take(loose).sum();
    for size in sizes.into_iter().skip(loose) {
        let bloc = &ids[first..first + size];
        for (place, a) in bloc.iter().enumerate().skip(1) {
            for b in &bloc[place + 1..] {
                let joins = |(_, tie): (TieId, &Tie)| {
                    let ends = [End::Nation(tie.from), tie.to];
                    ends.contains(&End::Nation(*a)) && ends.contains(&End::Nation(*b))
                };
                if !map.ties().iter().any(joins) {
                    let key = format!("more {} {}", a.0, b.0);
                    let tie = Tie::new(key, *a, End::Nation(*b), KindId(1), Direction::Mutual);
                    let id = TieId(100_000 + a.0 * 1000 + b.0);
                    let change = Change::Insert(usize::MAX, Box::new(tie));
                    apply(&mut map, Command::Tie(id, change)).expect("a tie");
                }
            }
        }
        first += size;
    }
    map
}

/// What the legend of a figure says of grounds that stand for alliances.
fn of_grounds(figure: &Figure) -> Option<&str> {
    let mut rows = figure.legend.rows.iter().map(|row| row.text.as_str());
    rows.find(|text| text.starts_with("allied:"))
}

#[test]
fn a_ground_in_the_colour_of_a_kind_stands_for_every_pair_on_it_and_no_other_line_is_missing() {
    let map = map_of_cliques();
    for size in PAGES {
        let figure = page(&map, size);
        let scene = &figure.scene;
        assert_eq!(of_grounds(&figure), Some("allied: every pair on it"));
        let mut told = 0;
        for hull in blocs(scene) {
            let apart = hull.apart.as_ref().expect("the first of the bloc");
            assert_eq!((apart.members.len(), apart.outlines.len()), (1, 1), "{}", hull.name);
            assert_eq!(hull.remark, format!("allied: every pair of {}", hull.members.len() - 1));
            assert!(hull.look.opacity > apart.look.opacity && hull.look.color != apart.look.color);
            for point in apart.outlines.iter().flatten() {
                // Edges are rounded: less than the width of two lines lies beyond.
                let near = [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0)];
                let mut near = near.into_iter().map(|(x, y)| *point + Point::new(x, y));
                assert!(near.any(|near| hull.contains(near)), "{}: {point:?} is beyond", hull.name);
            }
            for (at, a) in hull.members.iter().enumerate() {
                for b in &hull.members[at + 1..] {
                    let ends = [scene.nations[*a].id, scene.nations[*b].id];
                    let joins = |(_, tie): &(TieId, &Tie)| {
                        [End::Nation(tie.from), tie.to]
                            .iter()
                            .all(|end| ends.iter().any(|id| *end == End::Nation(*id)))
                    };
                    let is_on_it = !apart.members.contains(a) && !apart.members.contains(b);
                    let allied: Vec<bool> = map
                        .ties()
                        .iter()
                        .filter(|tie| joins(tie) && tie.1.kind == KindId(1))
                        .map(|(id, _)| {
                            let mark = scene.ties.iter().find(|mark| mark.id == id);
                            mark.expect("a mark").is_drawn
                        })
                        .collect();
                    assert!(!is_on_it || allied == [false], "{ends:?} {allied:?}");
                    assert!(is_on_it || !allied.contains(&false), "{ends:?} {allied:?}");
                    told += usize::from(is_on_it);
                }
            }
        }
        let undrawn = scene.ties.iter().filter(|mark| !mark.is_drawn).count();
        assert!(told > 500 && undrawn == told, "{told} of {undrawn}");
        let between = looked(&map, |look| look.ties.importance = Importance::BetweenBlocs);
        assert_eq!(of_grounds(&page(&between, size)), None, "left out");
        for within in [WithinBlocs::Faint, WithinBlocs::AsOthers] {
            let lines = looked(&map, |look| look.ties.within_blocs = within);
            let figure = page(&lines, size);
            assert!(figure.scene.ties.iter().all(|mark| mark.is_drawn));
            assert_eq!(of_grounds(&figure), None);
        }
    }
}

#[test]
fn nations_that_lack_ties_stand_within_dashes_on_the_ground_and_apart_from_all_others() {
    let map = map_of_cliques();
    for theme in Theme::ALL {
        let scene = build(&map, &Positions::of(&map), &Options { theme, ..Options::default() });
        let look = |hull: &HullMark| hull.apart.as_ref().map(|apart| apart.look.clone());
        let sign = scene.legend.iter().find(|row| row.text == "not every pair: see lines");
        let symbol = &sign.expect("a row").symbol;
        for hull in blocs(&scene) {
            let apart = hull.apart.as_ref().expect("the first of the bloc");
            let holds = |at: Point| {
                let around = |line: &&Vec<Point>| winds_around(line, at);
                apart.outlines.iter().filter(around).count() % 2 == 1
            };
            for member in &hull.members {
                let stands_apart = apart.members.contains(member);
                let nation = &scene.nations[*member];
                assert_eq!(holds(nation.center), stands_apart, "{}", nation.name);
            }
            assert!(hull.look.pattern.dashes.is_empty() && !apart.look.pattern.dashes.is_empty());
            let edge = mix(scene.palette.canvas, apart.look.color, apart.look.edge_opacity);
            let grounds = [&hull.look, &apart.look];
            for ground in grounds.map(|look| scene.palette.tint(look.color, look.opacity)) {
                assert!(contrast(edge, ground) >= 3.0, "{theme:?}: the edge on {ground}");
            }
        }
        let drawn =
            blocs(&scene).into_iter().find_map(|hull| Some((hull.look.clone(), look(hull)?)));
        let (hull, apart) = drawn.expect("one with some apart");
        assert_eq!(*symbol, LegendSymbol::Apart { hull, apart }, "the legend shows what is drawn");
    }
}

#[test]
fn a_loose_bloc_has_an_edge_and_a_row_of_its_own_which_nobody_takes_for_nations_that_lack_ties() {
    let map = map_with_cliques(1);
    for theme in Theme::ALL {
        let scene = build(&map, &Positions::of(&map), &Options { theme, ..Options::default() });
        let all = blocs(&scene);
        let (loose, grounds): (Vec<&HullMark>, Vec<&HullMark>) =
            all.into_iter().partition(|hull| hull.members.len() == 26);
        let apart = grounds.iter().find_map(|hull| hull.apart.as_ref()).expect("some apart");
        assert!(loose[0].apart.is_none() && !apart.look.pattern.dashes.is_empty());
        assert!(loose[0].look.pattern.dashes.is_empty(), "{theme:?}: no dashes around it");
        assert_ne!(loose[0].look.color, grounds[0].look.color, "nor the edge of a ground");
        let row = |text: &str| scene.legend.iter().find(|row| row.text == text);
        let symbol = row("loose bloc: see lines").expect("a row").symbol.clone();
        assert_eq!(symbol, LegendSymbol::Hull(loose[0].look.clone()));
        let other = &row("not every pair: see lines").expect("a row of their own").symbol;
        assert!(matches!(other, LegendSymbol::Apart { .. }));
    }
    let scene = build(&map_of_cliques(), &Positions::of(&map), &Options::default());
    assert!(scene.legend.iter().all(|row| !row.text.starts_with("loose bloc")), "there is none");
}

/// Whether a point lies within a closed line.
fn winds_around(line: &[Point], at: Point) -> bool {
    let ends = line.iter().zip(line.iter().cycle().skip(1));
    let crosses = |(a, b): &(&Point, &Point)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    ends.filter(crosses).count() % 2 == 1
}

#[test]
fn a_mark_without_flag_and_letters_is_seen_by_its_rim_on_canvas_and_ground() {
    let map = map_of_cliques();
    for theme in Theme::ALL {
        let options = Options { theme, unit: 0.4, ..Options::default() };
        let scene = build(&map, &Positions::of(&map), &options);
        let palette = scene.palette;
        let looks = blocs(&scene).into_iter().map(|hull| &hull.look);
        let grounds = looks.map(|look| palette.tint(look.color, look.opacity));
        let grounds: Vec<Color> = grounds.chain([palette.canvas]).collect();
        for mark in &scene.nations {
            assert!(mark.is_blank(palette.canvas, true), "{}", mark.name);
            for ground in &grounds {
                let rim = mix(*ground, palette.ink, NationMark::rim_opacity(true));
                assert!(contrast(rim, *ground) >= 3.0, "{theme:?}: {rim} on {ground}");
            }
        }
    }
}

#[test]
fn the_legend_says_that_a_line_on_a_ground_takes_nothing_from_what_the_ground_says() {
    let mut map = map_of_cliques();
    let war = map.kinds().by_key("war").expect("a kind");
    let mut add = |id: u32, from: u32, to: u32| {
        let to = End::Nation(NationId(to));
        let tie = Tie::new(format!("w{id}"), NationId(from), to, war, Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        of_grounds(&page(&map, PAGES[0])).map(str::to_owned)
    };
    let alone = Some("allied: every pair on it".to_owned());
    assert_eq!(add(800_001, 1, 2), alone, "the first lacks ties and stands apart");
    assert_eq!(add(800_002, 2, 30), alone, "of two blocs");
    assert_eq!(add(800_003, 2, 3), Some("allied: all pairs, plus lines".to_owned()));
}

#[test]
fn without_a_legend_a_page_says_for_how_many_ties_grounds_and_forks_stand() {
    let mut map = map_of_cliques();
    let said = |map: &Map| {
        let page = Page::Size(PAGES[0].0, PAGES[0].1);
        let options = FigureOptions { page, legend: false, ..FigureOptions::default() };
        let figure = compose_figure(map, &options);
        let not_drawn = figure.scene.ties.iter().filter(|tie| !tie.is_drawn).count();
        (figure.left_out.unwrap_or_default(), not_drawn)
    };
    let (words, on_grounds) = said(&map);
    let told = format!("{on_grounds} ties are told by the grounds of blocs alone.");
    assert!(words.contains(&told) && !words.contains("fork"), "{words}");
    // All of the last bloc are tied to one of the first.
    for (id, to) in (950_001..).zip(82..=89) {
        let to = End::Nation(NationId(to));
        let tie = Tie::new(format!("f{id}"), NationId(2), to, KindId(1), Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
    }
    let (words, not_drawn) = said(&map);
    let forks = format!("{} ties are told by lines that fork", not_drawn - on_grounds);
    assert!(not_drawn >= on_grounds + 8 && words.contains(&forks), "{words}");
}
