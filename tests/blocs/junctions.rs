//! Ties of each of some nations with each of some others: lines that meet and part.

use entente::edit::{Change, Command, apply};
use entente::model::{Direction, End, Map, NationId, Point, Tie, TieId};
use entente::scene::figure::{FigureOptions, Page};
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{
    Curve, LegendSymbol, NationMark, Options, Positions, Scene, TieGroupMark, build, move_nations,
};
use entente::tasks::compose_figure;

use super::grounds::map_of_cliques;
use super::{PAGES, page};

/// Some of the first bloc, and some of the second.
const FEW: std::ops::Range<u32> = 3..7;
const MANY: std::ops::Range<u32> = 30..38;

/// Blocs in which all are allied, with wars of each of the few with each of the many; a test may change them.
fn map_with_wars(change: impl Fn(&mut Tie)) -> Map {
    let mut map = map_of_cliques();
    let war = map.kinds().by_key("war").expect("a kind");
    let pairs = FEW.flat_map(|a| MANY.map(move |b| (a, b)));
    for (id, (a, b)) in (700_001..).zip(pairs) {
        let to = End::Nation(NationId(b));
        let mut tie = Tie::new(format!("w{id}"), NationId(a), to, war, Direction::Mutual);
        change(&mut tie);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
    }
    map
}

fn junction(scene: &Scene) -> Option<&TieGroupMark> {
    let mut marks = scene.tie_groups.iter().filter(|mark| mark.name.contains("war"));
    let mark = marks.next();
    assert!(marks.next().is_none(), "more than one");
    mark
}

fn nations(scene: &Scene, ids: std::ops::Range<u32>) -> Vec<&NationMark> {
    ids.map(|id| &scene.nations[id as usize - 1]).collect()
}

/// Whether a line ends at a nation's disc.
fn is_at(end: Point, nation: &NationMark) -> bool {
    (end.distance(nation.center) - nation.radius).abs() < 4.0
}

/// Whether a smooth way through the lines of a mark leads from one nation to another.
fn are_joined(mark: &TieGroupMark, from: &NationMark, to: &NationMark) -> bool {
    let ways = || mark.curves.iter().flat_map(|line| [*line, line.reversed()]);
    let goes_on = |a: &Curve, b: &Curve| {
        a.to.distance(b.from) < 0.5 && a.tangent(1.0).dot(b.tangent(0.0)) > 0.99
    };
    ways().filter(|line| is_at(line.from, from)).any(|line| {
        let through = |trunk: &Curve| {
            let both = [*trunk, trunk.reversed()];
            both.iter().any(|trunk| {
                goes_on(&line, trunk)
                    && ways().any(|next| goes_on(trunk, &next) && is_at(next.to, to))
            })
        };
        is_at(line.to, to) || mark.trunks.iter().any(through)
    })
}

#[test]
fn every_pair_of_both_sides_and_no_other_is_a_smooth_way_through_lines_that_meet() {
    let map = map_with_wars(|_| ());
    for size in PAGES {
        let scene = page(&map, size).scene;
        let mark = junction(&scene).expect("a junction");
        let (few, many) = (nations(&scene, FEW), nations(&scene, MANY));
        assert_eq!(mark.ties.len(), few.len() * many.len());
        assert!(mark.ties.iter().all(|tie| !scene.ties[*tie].is_drawn));
        let all: Vec<&NationMark> = few.iter().chain(&many).copied().collect();
        for (at, a) in all.iter().enumerate() {
            for (other_at, b) in all.iter().enumerate().skip(at + 1) {
                let is_tie = at < few.len() && other_at >= few.len();
                assert_eq!(are_joined(mark, a, b), is_tie, "{} – {}", a.name, b.name);
            }
        }
        let lines = mark.curves.len() + mark.trunks.len();
        assert!(!mark.trunks.is_empty() && lines < mark.ties.len(), "{lines} lines");
    }
}

#[test]
fn a_junction_says_what_it_joins_and_the_legend_or_the_page_what_its_lines_mean() {
    let map = map_with_wars(|_| ());
    let figure = page(&map, PAGES[0]);
    let mark = junction(&figure.scene).expect("a junction");
    let names = |ids| -> Vec<String> {
        nations(&figure.scene, ids).iter().map(|mark| mark.name.clone()).collect()
    };
    let (few, many) = (names(FEW).join(", "), names(30..36).join(", "));
    assert_eq!(mark.name, format!("32 ties, war: {few} – {many} and 2 more"));
    let rows = &figure.scene.legend;
    let row = rows.iter().find(|row| row.text == "joined lines: all with all").expect("a row");
    let LegendSymbol::Junction(line) = &row.symbol else { panic!("another symbol") };
    assert_eq!(line.color, mark.color);
    let size = Page::Size(PAGES[0].0, PAGES[0].1);
    let options = FigureOptions { page: size, legend: false, ..FigureOptions::default() };
    let words = compose_figure(&map, &options).left_out.unwrap_or_default();
    let told =
        "32 ties are told by lines that meet: each nation of one side with each of the other.";
    assert!(words.contains(told), "{words}");
    let without = page(&map_of_cliques(), PAGES[0]);
    let is_row = |row: &entente::scene::LegendRow| row.text.starts_with("joined lines");
    assert!(!without.scene.legend.iter().any(is_row));
}

#[test]
fn ties_of_which_lines_that_meet_cannot_tell_all_keep_lines_of_their_own() {
    let changes: [fn(&mut Tie); 2] =
        [|tie| tie.label = "over an island".into(), |tie| tie.direction = Direction::Directed];
    for change in changes {
        let scene = page(&map_with_wars(change), PAGES[0]).scene;
        assert!(junction(&scene).is_none());
        let drawn = scene.ties.iter().filter(|tie| tie.is_drawn && tie.id.0 > 700_000).count();
        assert_eq!(drawn, FEW.len() * MANY.len());
    }
    // A pair is missing: what is left is told as before, and its lines are no more than they were.
    let of_pair = |tie: &mut Tie| {
        if (tie.from, tie.to) == (NationId(FEW.start), End::Nation(NationId(MANY.start))) {
            tie.label = "over an island".into();
        }
    };
    let scene = page(&map_with_wars(of_pair), PAGES[0]).scene;
    let mark = junction(&scene).expect("a junction of the others");
    assert!(mark.ties.len() >= 24, "{} ties", mark.ties.len());
}

#[test]
fn lines_that_meet_follow_a_nation_that_moves_and_stay_where_another_does() {
    let map = map_with_wars(|_| ());
    let options = Options::default();
    let mut scene = build(&map, &Positions::of(&map), &options);
    let before = junction(&scene).expect("a junction").clone();
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let links = (&lookup, &adjacency);
    let move_by = |index: usize, by: Point, scene: &mut Scene| {
        let to = scene.nations[index].center + by;
        move_nations(&map, &[(index, to)], &options, links, scene);
    };
    move_by(60, Point::new(7.0, 5.0), &mut scene);
    assert_eq!(junction(&scene), Some(&before), "it is of none of them");
    let moved = MANY.start as usize;
    move_by(moved, Point::new(30.0, -20.0), &mut scene);
    let mark = junction(&scene).expect("a junction");
    assert_ne!(*mark, before);
    let few = nations(&scene, FEW);
    assert!(few.iter().all(|other| are_joined(mark, &scene.nations[moved], other)));
}
