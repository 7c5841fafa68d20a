//! Writing a map by hand: nations that know themselves, ties one after another, members of organisations.
#![cfg(feature = "gui")]

#[path = "opened/drag.rs"]
mod drag;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use drag::{drag_along, drop_there};
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::edit::Target;
use entente::model::{End, Map, Nation};
use entente::ui::{ThemeChoice, Tool};
use hand::{Window, center, click, nation, open, position, press, state, type_text, wait_until};
use opened::open_file_as;

fn key(window: &mut Window<'_>, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Adds a nation in the middle of the view and types its name.
fn add(window: &mut Window<'_>, text: &str) {
    key(window, Key::N);
    type_text(window, text);
}

fn last_nation(map: &Map) -> &Nation {
    map.nations().iter().next_back().expect("a nation").1
}

fn kind_of_last_tie(map: &Map) -> &str {
    let tie = map.ties().iter().next_back().expect("a tie").1;
    map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str())
}

#[test]
fn a_nation_that_is_typed_gets_its_code_and_is_one_step() {
    let mut window = open();
    let before = state(&window).map().clone();
    add(&mut window, "pola");
    assert!(window.query_by_role_and_label(Role::ListBoxOption, "Poland, POL").is_some());
    key(&mut window, Key::Enter);
    let added = last_nation(state(&window).map());
    assert_eq!((added.name.as_str(), added.code.as_deref()), ("Poland", Some("POL")));
    assert_eq!(state(&window).history.undo_name(), Some("Add Poland"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "nothing is left behind");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(last_nation(state(&window).map()).name, "Poland");
}

#[test]
fn escape_keeps_the_plain_text() {
    let mut window = open();
    add(&mut window, "Poland");
    key(&mut window, Key::Escape);
    key(&mut window, Key::Enter);
    let added = last_nation(state(&window).map());
    assert_eq!((added.name.as_str(), added.code.as_deref()), ("Poland", None));
    add(&mut window, "Hungary");
    key(&mut window, Key::Escape);
    key(&mut window, Key::Escape);
    let added = last_nation(state(&window).map());
    assert_eq!((added.name.as_str(), added.code.as_deref()), ("Hungary", None));
}

#[test]
fn a_name_that_is_known_is_recognised_when_the_field_is_left() {
    let mut window = open();
    add(&mut window, "Brazil");
    let away = center(&window, "France") + Vec2::new(0.0, -80.0);
    click(&mut window, away);
    let added = last_nation(state(&window).map());
    assert_eq!((added.name.as_str(), added.code.as_deref()), ("Brazil", Some("BRA")));
}

#[test]
fn a_new_name_of_a_known_nation_brings_its_code_and_any_other_leaves_it() {
    let mut window = open();
    let at = center(&window, "Japan");
    click(&mut window, at);
    key(&mut window, Key::F2);
    type_text(&mut window, "Land of the Rising Sun");
    key(&mut window, Key::Enter);
    let code = |window: &Window<'_>, name: &str| {
        let map = state(window).map();
        map.nations().get(nation(map, name)).and_then(|nation| nation.code.clone())
    };
    assert_eq!(code(&window, "Land of the Rising Sun").as_deref(), Some("JPN"));
    key(&mut window, Key::F2);
    type_text(&mut window, "mongol");
    key(&mut window, Key::Enter);
    assert_eq!(code(&window, "Mongolia").as_deref(), Some("MNG"));
    assert_eq!(state(&window).history.undo_name(), Some("Rename Land of the Rising Sun"));
}

#[test]
fn nothing_new_lands_on_anything() {
    let mut window = open();
    for _ in 0..6 {
        key(&mut window, Key::N);
        key(&mut window, Key::Enter);
    }
    press(&mut window, Modifiers::COMMAND, Key::D);
    press(&mut window, Modifiers::COMMAND, Key::D);
    let map = state(&window).map();
    let boxes: Vec<(f32, f32, [f32; 4])> = map
        .nations()
        .iter()
        .zip(entente::scene::footprints(map))
        .map(|((_, nation), shape)| {
            let at = nation.position.expect("placed");
            (at.x, at.y, shape)
        })
        .collect();
    assert_eq!(boxes.len(), 23);
    for (index, (x, y, a)) in boxes.iter().enumerate().skip(15) {
        for (left, top, b) in boxes.iter().take(index) {
            let apart = x + a[2] <= left + b[0]
                || left + b[2] <= x + a[0]
                || y + a[3] <= top + b[1]
                || top + b[3] <= y + a[1];
            assert!(apart, "nation {index} at {x}, {y}");
        }
    }
}

#[test]
fn a_composition_that_is_committed_names_nothing_yet() {
    let mut window = open();
    key(&mut window, Key::N);
    let preedit = ImeEvent::Preedit { text: "にほん".to_owned(), active_range_chars: None };
    window.event(Event::Ime(preedit));
    window.step();
    key(&mut window, Key::Enter);
    window.event(Event::Ime(ImeEvent::Commit("日本".to_owned())));
    window.run_steps(2);
    let map = state(&window).map();
    assert_eq!((map.nations().len(), last_nation(map).name.as_str()), (16, "New nation"));
    // The field is still open, and takes what is typed.
    type_text(&mut window, "語");
    key(&mut window, Key::Enter);
    assert_eq!(last_nation(state(&window).map()).name, "日本語");
}

/// Chooses a mark by the keyboard.
fn choose(window: &mut Window<'_>, name: &str) {
    window.get_by_role_and_label(Role::GraphicsObject, name).focus();
    window.step();
    key(window, Key::Enter);
}

#[test]
fn many_join_an_organisation_in_one_step() {
    let mut window = open();
    add(&mut window, "Pact of Steel");
    key(&mut window, Key::Enter);
    let id = nation(state(&window).map(), "Pact of Steel");
    window.get_by_role_and_label(Role::ComboBox, "Type").click();
    window.run_steps(3);
    window.get_by_label("organisation").click();
    window.run_steps(3);
    window.get_by_label("No members yet. Add members, or drop nations on it.");
    let before = state(&window).map().clone();
    press(&mut window, Modifiers::SHIFT, Key::M);
    type_text(&mut window, "Ital");
    key(&mut window, Key::Enter);
    type_text(&mut window, "Hungary, DEU");
    key(&mut window, Key::Escape);
    window.get_by_label("3 nations join; 1 of them is new on the map.");
    window.get_by_label("Since").focus();
    window.step();
    type_text(&mut window, "1939");
    window.get_by_role_and_label(Role::Button, "Add members").click();
    window.run_steps(3);
    let map = state(&window).map();
    let members: Vec<&str> = map
        .nations()
        .iter()
        .filter(|(_, nation)| nation.memberships.iter().any(|m| m.organisation == id))
        .map(|(_, nation)| nation.name.as_str())
        .collect();
    assert_eq!(members, ["Italy", "Germany", "Hungary"]);
    assert_eq!(state(&window).history.undo_name(), Some("Add 3 members to Pact of Steel"));
    window.get_by_label("3 members");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn a_nation_dropped_on_an_organisation_joins_it_and_stays_where_it_was() {
    let mut window = open();
    add(&mut window, "Pact of Steel");
    key(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::ComboBox, "Type").click();
    window.run_steps(3);
    window.get_by_label("organisation").click();
    window.run_steps(3);
    let before = state(&window).map().clone();
    let (from, to) = (center(&window, "Italy"), center(&window, "Pact of Steel"));
    drag_along(&mut window, Modifiers::NONE, &[from, from.lerp(to, 0.5), to]);
    drop_there(&mut window, Modifiers::NONE, to);
    assert_eq!(state(&window).history.undo_name(), Some("Add Italy to Pact of Steel"));
    let map = state(&window).map();
    let pact = nation(map, "Pact of Steel");
    let italy = map.nations().get(nation(map, "Italy")).expect("there");
    assert!(map.is_member(italy, pact));
    assert_eq!(position(map, "Italy"), position(&before, "Italy"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

/// The map of July 1914 with the Triple Entente as a hull.
fn open_1914_with_a_hull<'a>() -> Window<'a> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/great-powers-1914.entente.json");
    let text = std::fs::read_to_string(path).expect("the sample");
    let organisation = "\"type\": \"organisation\",";
    let text = text.replacen(organisation, &format!("{organisation} \"drawn_as\": \"hull\","), 1);
    let name = format!("entente-hull-{}.entente.json", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, text).expect("written");
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = open_file_as(builder, ThemeChoice::Light, Some(file.clone()));
    wait_until(&mut window, |state| state.map().nations().len() == 18);
    window.run_steps(4);
    std::fs::remove_file(file).expect("removed");
    window
}

#[test]
fn a_nation_dropped_in_a_hull_joins_and_stays_there_and_a_move_within_joins_nothing() {
    let mut window = open_1914_with_a_hull();
    let before = state(&window).map().clone();
    let entente = nation(&before, "Triple Entente");
    let inside = center(&window, "France").lerp(center(&window, "Russia"), 0.5);
    let from = center(&window, "Serbia");
    drag_along(&mut window, Modifiers::NONE, &[from, from.lerp(inside, 0.5), inside]);
    drop_there(&mut window, Modifiers::NONE, inside);
    assert_eq!(state(&window).history.undo_name(), Some("Add Serbia to Triple Entente"));
    let map = state(&window).map().clone();
    let serbia = map.nations().get(nation(&map, "Serbia")).expect("there");
    assert!(map.is_member(serbia, entente));
    assert_ne!(position(&map, "Serbia"), position(&before, "Serbia"));

    let from = center(&window, "Serbia");
    let to = from + Vec2::new(12.0, 8.0);
    drag_along(&mut window, Modifiers::NONE, &[from, to]);
    drop_there(&mut window, Modifiers::NONE, to);
    assert_eq!(state(&window).history.undo_name(), Some("Move Serbia"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn the_tool_for_ties_draws_a_chain_says_what_is_next_and_stays_until_left() {
    let mut window = open();
    let ties = state(&window).map().ties().len();
    press(&mut window, Modifiers::SHIFT, Key::T);
    window.get_by_label("Click the nation where the tie starts");
    for name in ["France", "India", "Canada"] {
        let at = center(&window, name);
        click(&mut window, at);
    }
    window.get_by_label("Click the nation or tie where it ends; Escape leaves");
    let map = state(&window).map();
    let drawn: Vec<_> = map.ties().iter().skip(ties).map(|(_, tie)| (tie.from, tie.to)).collect();
    let [france, india, canada] = ["France", "India", "Canada"].map(|name| nation(map, name));
    assert_eq!(drawn, [(france, End::Nation(india)), (india, End::Nation(canada))]);
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).tool, Tool::Tie, "Escape ends the chain first");
    window.get_by_label("Click the nation where the tie starts");
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).tool, Tool::Select);
}

#[test]
fn a_chain_is_drawn_by_the_keyboard_too() {
    let mut window = open();
    let ties = state(&window).map().ties().len();
    press(&mut window, Modifiers::SHIFT, Key::T);
    for name in ["France", "India", "Canada"] {
        choose(&mut window, name);
    }
    assert_eq!(state(&window).map().ties().len(), ties + 2);
}

#[test]
fn a_number_chooses_the_kind_of_a_new_tie_in_the_same_step_and_the_next_one_has_it() {
    let mut window = open();
    let before = state(&window).map().clone();
    let kinds: Vec<String> = before.kinds().iter().map(|(_, kind)| kind.name.clone()).collect();
    press(&mut window, Modifiers::SHIFT, Key::T);
    choose(&mut window, "France");
    choose(&mut window, "India");
    assert_eq!(kind_of_last_tie(state(&window).map()), kinds[0]);
    window.get_by_role_and_label(Role::RadioButton, &kinds[1]);
    key(&mut window, Key::Num2);
    assert_eq!(kind_of_last_tie(state(&window).map()), kinds[1]);
    assert!(window.query_by_role_and_label(Role::RadioButton, &kinds[1]).is_none(), "it closes");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
    choose(&mut window, "Canada");
    choose(&mut window, "Australia");
    assert_eq!(kind_of_last_tie(state(&window).map()), kinds[1], "the kind last used");
}

#[test]
fn a_tie_onto_a_tie_is_at_first_a_concern() {
    let mut window = open();
    let at = center(&window, "France");
    click(&mut window, at);
    key(&mut window, Key::T);
    window.get_by_label("Russia – North Korea, Allied, signed: mutual aid").focus();
    window.step();
    key(&mut window, Key::Enter);
    assert_eq!(kind_of_last_tie(state(&window).map()), "Concern");
    let selected = state(&window).only_selected();
    assert!(matches!(selected, Some(Target::Tie(_))));
}
