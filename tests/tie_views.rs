//! Choices of the look that say which ties are drawn, and how strongly. They change nothing in the data, and
//! hold in the window and on every page.

use entente::edit::{apply, change_look};
use entente::formats::{read, write};
use entente::model::*;
use entente::scene::figure::FigureOptions;
use entente::scene::{LeftOutTies, Options, Positions, Scene, build};
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
        "kinds": [{{"id": "allied", "name": "Allied"}}, {{"id": "concern", "name": "Concern"}},
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
    assert!(rare.legend.iter().all(|row| !row.text.starts_with("paler")));
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
    assert!(scene.legend.iter().any(|row| row.text == "paler: within a bloc"));
}

fn scene_at_ease() -> Scene {
    scene(&two_blocs())
}
