//! Choices of the look that say which ties are drawn, and how strongly. They change nothing in the data, and
//! hold in the window and on every page.

use entente::edit::{Change, Command, apply, change_look};
use entente::formats::{read, write};
use entente::model::*;
use entente::scene::figure::FigureOptions;
use entente::scene::index::{Adjacency, MarkLookup};
use entente::scene::{LabelOwner, LeftOutTies, Options, Positions, Scene, build, move_nations};
use entente::{export, tasks};

/// How many nations each bloc has.
const BLOC: usize = 11;

/// Two blocs, each of which is allied throughout; between them two alliances, a rivalry, and a concern about
/// an alliance within a bloc.
fn two_blocs() -> Map {
    let name = |bloc: usize, index: usize| format!("{}{index}", ["W", "E"][bloc]);
    let mut nations = Vec::new();
    let mut ties = Vec::new();
    let mut tie = |from: &str, to: &str, kind: &str| {
        ties.push(format!(
            r#"{{"id": "t{}", "from": "{from}", "to": {to}, "kind": "{kind}"}}"#,
            ties.len()
        ));
    };
    for bloc in 0..2 {
        for a in 0..BLOC {
            let (x, y) = ((bloc * 900 + a % 3 * 150), a / 3 * 150);
            let id = name(bloc, a);
            nations.push(format!(r#"{{"id": "{id}", "name": "{id}", "position": [{x}, {y}]}}"#));
            for b in a + 1..BLOC {
                tie(&id, &format!(r#""{}""#, name(bloc, b)), "allied");
            }
        }
    }
    tie("W0", r#""E0""#, "allied");
    tie("W1", r#""E1""#, "allied");
    tie("W2", r#""E2""#, "war");
    tie("E3", r#"{"tie": "t0"}"#, "concern");
    let text = format!(
        r##"{{"format": "entente-map", "version": "1.1",
        "kinds": [{{"id": "allied", "name": "Allied", "sign": "friendly"}}, {{"id": "concern", "name": "Concern"}},
            {{"id": "war", "name": "War", "sign": "hostile"}}],
        "nations": [{}], "ties": [{}]}}"##,
        nations.join(", "),
        ties.join(", ")
    );
    read(text.as_bytes()).expect("a map").map
}

/// How many ties lie within blocs.
const WITHIN: usize = BLOC * (BLOC - 1);

fn viewed(map: &Map, change: impl FnOnce(&mut TieView)) -> Map {
    let mut map = map.clone();
    let command = change_look(&map, |look| change(&mut look.ties));
    apply(&mut map, command).expect("it fits");
    map
}

fn scene(map: &Map) -> Scene {
    build(map, &Positions::of(map), &Options::default())
}

fn drawn(scene: &Scene) -> usize {
    assert_eq!(
        scene.tie_layers.iter().map(|layer| layer.ties.len()).sum::<usize>(),
        scene.ties.iter().filter(|mark| mark.is_drawn).count()
    );
    scene.ties.iter().filter(|mark| mark.is_drawn).count()
}

fn svg(map: &Map) -> String {
    export::svg(&tasks::compose_figure(map, &FigureOptions::default()))
}

#[test]
fn a_map_without_choices_is_written_as_before() {
    let map = two_blocs();
    let before = write(&map);
    let changed = viewed(&map, |ties| ties.drawn = TieDrawing::Grouped);
    let text = write(&changed);
    assert!(
        text.contains(r#""ties": {"drawn": "grouped"}"#) || text.contains(r#""drawn": "grouped""#)
    );
    assert_eq!(read(text.as_bytes()).expect("a map").map.look(), changed.look());
    let back = viewed(&changed, |ties| *ties = TieView::default());
    assert_eq!(write(&back), before);
    assert!(!before.contains("\"look\""));
}

#[test]
fn ties_within_blocs_are_left_out_and_counted_but_not_those_that_others_end_at() {
    let map = viewed(&two_blocs(), |ties| ties.within_blocs = WithinBlocs::LeftOut);
    let scene = scene(&map);
    assert_eq!(scene.ties.len(), map.ties().len(), "each has a mark, to be shown on request");
    assert_eq!(scene.left_out_ties, LeftOutTies { within_blocs: WITHIN - 1, others: 0 });
    assert_eq!(drawn(&scene), map.ties().len() - WITHIN + 1);
    assert!(scene.ties[0].is_drawn && scene.ties[0].ring.is_some());
    let words = format!("{} ties within blocs are not drawn", WITHIN - 1);
    assert!(scene.legend.iter().any(|row| row.text == words));
    let svg = svg(&map);
    assert!(svg.contains(&words));
    assert_eq!(svg.matches(r#"class="tie""#).count(), drawn(&scene));
}

#[test]
fn only_ties_of_a_chosen_importance_are_drawn() {
    let map = two_blocs();
    let chosen = |importance| scene(&viewed(&map, |ties| ties.importance = importance));
    assert_eq!(drawn(&chosen(Importance::All)), map.ties().len());
    assert_eq!(drawn(&chosen(Importance::BetweenBlocs)), 5);
    let rare = chosen(Importance::RareAndHostile);
    // The rivalry, the concern, and the alliance that it is about.
    assert_eq!(drawn(&rare), 3);
    assert_eq!(rare.left_out_ties, LeftOutTies { within_blocs: WITHIN - 1, others: 2 });
    // A kind of which nothing is drawn has no row.
    assert!(rare.legend.iter().all(|row| !row.text.starts_with("pale lines")));
}

#[test]
fn ties_within_blocs_are_as_faint_as_is_chosen() {
    let map = two_blocs();
    let first = |within| scene(&viewed(&map, |ties| ties.within_blocs = within)).ties[1].clone();
    let (as_others, faint) = (first(WithinBlocs::AsOthers), first(WithinBlocs::Faint));
    assert_ne!(as_others.color, faint.color);
    assert_eq!(first(WithinBlocs::FaintIfCrowded), as_others, "there is room");
}

#[test]
fn the_window_weighs_ties_as_a_page_does() {
    // So small that lines would cover the map.
    let map = two_blocs();
    let small = Positions::of(&map).map(|point| point * 0.3);
    let scene = build(&map, &small, &Options::default());
    let (within, between) = (&scene.ties[1], &scene.ties[WITHIN]);
    assert!(within.width < between.width && within.color != between.color);
    let war = &scene.ties[WITHIN + 2];
    assert_eq!(war.width, scene_at_ease().ties[WITHIN + 2].width, "a rare kind keeps its width");
    assert!(scene.legend.iter().any(|row| row.text == "pale lines: many alike"));
}

fn scene_at_ease() -> Scene {
    scene(&two_blocs())
}

/// The ties of a map with others bundled that are led along others.
fn led(each: &Scene, bundled: &Scene) -> Vec<usize> {
    let differ = |tie: &usize| each.ties[*tie].curve != bundled.ties[*tie].curve;
    (0..each.ties.len()).filter(differ).collect()
}

#[test]
fn bundled_ties_run_along_ties_of_their_kind_and_end_where_they_did() {
    let map = two_blocs();
    let (each, bundled) =
        (scene(&map), scene(&viewed(&map, |ties| ties.drawn = TieDrawing::Bundled)));
    let led = led(&each, &bundled);
    assert!(led.len() > WITHIN / 3, "{}", led.len());
    assert_eq!(bundled, scene(&viewed(&map, |ties| ties.drawn = TieDrawing::Bundled)));
    for tie in &led {
        let (before, mark) = (&each.ties[*tie], &bundled.ties[*tie]);
        assert_eq!((before.from, before.to), (mark.from, mark.to));
        let line = mark.curve.from.distance(mark.curve.to);
        assert!(mark.curve.length() <= 1.6 * line, "{} for {line}", mark.curve.length());
    }
    // Others end at the first.
    assert!(!led.contains(&0));
}

#[test]
fn strands_stay_while_another_nation_moves_and_those_moved_run_straight() {
    let map = two_blocs();
    let each = scene(&map);
    let map = viewed(&map, |ties| ties.drawn = TieDrawing::Bundled);
    let before = scene(&map);
    let lookup = MarkLookup::of(&before);
    let adjacency = Adjacency::of(&before, &lookup);
    let mut after = before.clone();
    let to = Point::new(-200.0, -200.0);
    move_nations(&map, &[(0, to)], &Options::default(), (&lookup, &adjacency), &mut after);
    for tie in led(&each, &before) {
        let moves = adjacency.ties_of(0).contains(&(tie as u32));
        assert_eq!(after.ties[tie].curve == before.ties[tie].curve, !moves);
        assert!(!moves || after.ties[tie].curve.is_straight());
    }
}

#[test]
fn each_tie_is_drawn_by_itself_or_counted_in_one_line() {
    let map = viewed(&two_blocs(), |ties| ties.drawn = TieDrawing::Grouped);
    let scene = scene(&map);
    let mut told = vec![0; map.ties().len()];
    for tie in scene.tie_groups.iter().flat_map(|mark| &mark.ties) {
        told[*tie] += 1;
    }
    for layer in &scene.tie_layers {
        layer.ties.iter().for_each(|tie| told[*tie] += 1);
    }
    assert!(told.iter().all(|times| *times == 1), "{told:?}");
    assert_eq!(scene.left_out_ties, LeftOutTies::default());
    // Both blocs have a ring, and one line stands for both alliances between them.
    assert_eq!(scene.hubs.len(), 2);
    let counts: Vec<usize> = scene.tie_groups.iter().map(|mark| mark.ties.len()).collect();
    assert_eq!(counts, [WITHIN / 2 - 1, WITHIN / 2, 2]);
    assert_eq!(scene.tie_groups[2].name, "2 ties, allied: bloc A – bloc B");
    assert!(scene.tie_groups[1].width > scene.tie_groups[2].width);
    assert!(scene.legend.iter().any(|row| row.text == format!("{} ties", WITHIN / 2)));
    let numbers = scene.labels.iter().filter(|l| matches!(l.owner, LabelOwner::TieGroup(_)));
    assert_eq!(numbers.count(), 3);
    let svg = svg(&map);
    assert_eq!(svg.matches(r#"class="tie-group""#).count(), 3);
    assert!(svg.contains("<title>2 ties, allied: bloc A – bloc B</title>"));
}

#[test]
fn groups_are_those_of_the_hulls_where_there_are_any() {
    let mut map = viewed(&two_blocs(), |ties| ties.drawn = TieDrawing::Grouped);
    for index in 0..map.nations().len() {
        let id = map.nations().id_at(index).expect("there");
        let mut nation = map.nations().get(id).expect("there").clone();
        nation.tags = vec![if index % 2 == 0 { "even" } else { "odd" }.to_owned()];
        let command = Command::Nation(id, Change::Replace(Box::new(nation)));
        apply(&mut map, command).expect("it fits");
    }
    let command = change_look(&map, |look| look.hulls = Some(Grouping::Tag));
    apply(&mut map, command).expect("it fits");
    let scene = scene(&map);
    let names: Vec<&str> = scene.hubs.iter().map(|hub| hub.name.as_str()).collect();
    assert_eq!(names, ["even", "odd"]);
    assert!(scene.hubs.iter().all(|hub| hub.spokes.is_empty()), "hulls show what belongs to them");
    // Groups follow their nations.
    let lookup = MarkLookup::of(&scene);
    let adjacency = Adjacency::of(&scene, &lookup);
    let mut moved = scene.clone();
    let to = Point::new(-3000.0, 0.0);
    move_nations(&map, &[(0, to)], &Options::default(), (&lookup, &adjacency), &mut moved);
    assert_ne!(moved.hubs[0].center, scene.hubs[0].center);
}
