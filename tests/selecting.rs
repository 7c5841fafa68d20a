//! Selections, the clipboard and what is done to many nations at once, as a person does it in the
//! window.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;
use entente::edit::{self, Target};
use entente::formats;
use entente::model::{End, Map, Point, Rect};
use entente::ui::{Action, Dialog, LayoutState, State};
use hand::{
    Window, center, click, copied_by, do_by_palette, nation, open, position, press, state,
    wait_until,
};

/// Selects nations of the sample by their names, with the pointer.
fn select(window: &mut Window<'_>, names: &[&str]) {
    press(window, Modifiers::NONE, Key::Escape);
    for (index, name) in names.iter().enumerate() {
        let at = center(window, name);
        if index > 0 {
            window.event(Event::ModifiersChanged(Modifiers::COMMAND));
        }
        click(window, at);
        window.event(Event::ModifiersChanged(Modifiers::NONE));
        window.step();
    }
    let chosen: BTreeSet<Target> =
        names.iter().map(|name| Target::Nation(nation(state(window).map(), name))).collect();
    assert_eq!(state(window).selection, chosen, "selected as was wanted");
}

/// Clicks a control of the side panel, which may be longer than the window.
fn click_in_panel(window: &mut Window<'_>, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).scroll_to_me();
    window.run_steps(6);
    window.get_by_role_and_label(role, name).click();
    window.run_steps(3);
}

fn paste(window: &mut Window<'_>, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(3);
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn names(map: &Map) -> Vec<&str> {
    map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect()
}

#[test]
fn nations_are_copied_with_their_ties_and_pasted_under_the_pointer_as_one_step() {
    let mut window = open();
    select(&mut window, &["Russia", "North Korea"]);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    let part = formats::read(text.as_bytes()).expect("a map's text").map;
    assert_eq!(names(&part).len(), 2);
    assert_eq!((part.ties().len(), part.kinds().len()), (3, 2), "the ties between and their kinds");
    assert!(says(&window, "Copied 2 nations and 3 ties"));

    let before = state(&window).map().clone();
    let middle = center(&window, "China") + Vec2::new(50.0, 60.0);
    window.hover_at(middle);
    window.run_steps(2);
    paste(&mut window, &text);
    let now = state(&window);
    assert_eq!(now.history.undo_name(), Some("Paste 2 nations"));
    assert_eq!(now.map().nations().len(), 17);
    assert_eq!(now.map().kinds().len(), before.kinds().len());
    assert_eq!(now.selection.len(), 5, "what was pasted is selected");
    let places: Vec<Point> = now
        .selected_nations()
        .map(|id| now.map().nations().get(id).and_then(|n| n.position).expect("placed"))
        .collect();
    let way = places[1] - places[0];
    let old = position(&before, "North Korea") - position(&before, "Russia");
    assert!(way.distance(old) < 0.01, "the arrangement is kept");
    let twins = window.get_all_by_role_and_label(Role::GraphicsObject, "Russia").count();
    assert_eq!(twins, 2);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn a_paste_in_the_same_place_lies_beside_the_one_before() {
    let mut window = open();
    select(&mut window, &["France"]);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    window.hover_at(center(&window, "China") + Vec2::new(60.0, 0.0));
    window.step();
    let mut places = Vec::new();
    for _ in 0..2 {
        paste(&mut window, &text);
        assert_eq!(state(&window).history.undo_name(), Some("Paste France"));
        let id = state(&window).selected_nations().next().expect("pasted");
        places
            .push(state(&window).map().nations().get(id).and_then(|n| n.position).expect("placed"));
    }
    assert!(places[1].distance(places[0] + Point::new(48.0, 48.0)) < 0.01, "{places:?}");
}

#[test]
fn a_cut_is_one_step_and_pastes_into_another_window() {
    let mut window = open();
    select(&mut window, &["Russia", "North Korea"]);
    let before = state(&window).map().clone();
    let text = copied_by(&mut window, Event::Cut).expect("copied");
    assert_eq!(state(&window).history.undo_name(), Some("Cut 2 nations"));
    assert_eq!(state(&window).map().nations().len(), 13);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);

    let mut other = open();
    do_by_palette(&mut other, Action::New);
    paste(&mut other, &text);
    let map = state(&other).map();
    assert_eq!((map.nations().len(), map.ties().len()), (2, 3));
    assert_eq!(map.violations(), vec![]);
}

#[test]
fn a_tie_is_copied_with_its_ends_alone() {
    let mut window = open();
    let tie = window.get_by_label("Russia – North Korea, Allied, signed: mutual aid");
    tie.focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(matches!(state(&window).only_selected(), Some(Target::Tie(_))));
    let before = state(&window).map().clone();
    assert_eq!(copied_by(&mut window, Event::Copy), None);
    assert!(says(&window, "Select those as well"));
    assert_eq!(copied_by(&mut window, Event::Cut), None);
    assert_eq!(*state(&window).map(), before, "what isn't copied isn't deleted");

    window.event(Event::ModifiersChanged(Modifiers::COMMAND));
    let at = center(&window, "Russia");
    click(&mut window, at);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.step();
    assert!(copied_by(&mut window, Event::Copy).is_some());
    assert!(says(&window, "Copied 1 nation, without 1 tie"));
}

#[test]
fn what_cannot_be_pasted_says_so_and_changes_nothing() {
    let mut window = open();
    let before = state(&window).map().clone();
    paste(&mut window, "Dear reader");
    // Whether it is a map of another format is found out beside the window.
    for _ in 0..600 {
        if says(&window, "isn't a map. Copy nations in Entente") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    assert!(says(&window, "isn't a map. Copy nations in Entente"));
    let broken = r#"{ "format": "entente-map", "version": "1.0", "nations": ["#;
    paste(&mut window, broken);
    assert!(says(&window, "can't be read, since line 1"));
    assert_eq!(*state(&window).map(), before);
    assert_eq!(state(&window).history.undo_name(), None);

    let lossy = r#"{ "format": "entente-map", "version": "1.0",
        "nations": [{ "id": "a", "name": "Atlantis" }], "ties": [{ "from": "a", "to": "b", "kind": "pact" }] }"#;
    paste(&mut window, lossy);
    assert!(names(state(&window).map()).contains(&"Atlantis"));
    assert!(says(&window, "Pasted with 1 problem"));
    window.get_by_label("Show").click();
    window.run_steps(3);
    assert_eq!(state(&window).dialog, Some(Dialog::Report));
}

#[test]
fn a_clipboard_without_text_says_so() {
    let mut window = open();
    // A picture or nothing on the clipboard: of the whole press, the window hears the end alone.
    window.event(Event::Key {
        key: Key::V,
        physical_key: None,
        pressed: false,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    window.run_steps(2);
    assert!(says(&window, "the clipboard holds no text"));
}

#[test]
fn the_menu_asks_the_system_for_what_to_paste() {
    let mut window = open();
    select(&mut window, &["France"]);
    let text = copied_by(&mut window, Event::Copy).expect("copied");
    let from_menu = |window: &mut Window<'_>| {
        window.get_by_role_and_label(Role::Button, "Edit").click();
        window.run_steps(2);
        window.get_by_role_and_label(Role::Button, "Paste").click();
        let is_asked_for = |window: &mut Window<'_>| {
            window.step();
            let commands = &window.output().viewport_output[&egui::ViewportId::ROOT].commands;
            commands.contains(&egui::ViewportCommand::RequestPaste)
        };
        assert!((0..4).any(|_| is_asked_for(window)), "the system is asked for the text");
    };
    from_menu(&mut window);
    paste(&mut window, &text);
    assert_eq!(state(&window).history.undo_name(), Some("Paste France"));
    from_menu(&mut window);
    window.run_steps(6);
    assert!(says(&window, "the clipboard holds no text"));
}

#[test]
fn fields_keep_what_is_copied_and_pasted_in_them() {
    let mut window = open();
    select(&mut window, &["France"]);
    press(&mut window, Modifiers::NONE, Key::F2);
    let before = state(&window).map().clone();
    assert_eq!(copied_by(&mut window, Event::Copy).as_deref(), Some("France"));
    paste(&mut window, "Vineyards");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let map = state(&window).map();
    assert_eq!(map.nations().len(), before.nations().len());
    nation(map, "Vineyards");
}

#[test]
fn neighbours_grow_with_each_press() {
    let mut window = open();
    select(&mut window, &["China"]);
    press(&mut window, Modifiers::NONE, Key::G);
    let chosen = |window: &Window<'_>| {
        let mut names: Vec<String> = state(window)
            .selected_nations()
            .map(|id| state(window).map().end_name(End::Nation(id)))
            .collect();
        names.sort();
        names
    };
    assert_eq!(chosen(&window), ["China", "Japan", "New Zealand"]);
    let ties = state(&window).selection.len() - 3;
    assert_eq!(ties, 4, "two concerns about China, and two pacts between those concerned");
    press(&mut window, Modifiers::NONE, Key::G);
    assert_eq!(state(&window).selection.len(), 15 + 22);
}

#[test]
fn ties_bring_all_of_their_kind_and_the_rest_is_the_inverse() {
    let mut window = open();
    let tie = window.get_by_label("Russia – North Korea, Allied, signed: mutual aid");
    tie.focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::SHIFT, Key::G);
    let allied = state(&window).selection.clone();
    let map = state(&window).map();
    let kind = |target: &Target| target.tie().and_then(|id| map.ties().get(id)).map(|tie| tie.kind);
    let allied_kind = map.kinds().by_key("allied");
    assert!(allied.iter().all(|target| kind(target) == allied_kind));
    let of_kind = map.ties().iter().filter(|(_, tie)| Some(tie.kind) == allied_kind).count();
    assert_eq!(allied.len(), of_kind);
    press(&mut window, Modifiers::COMMAND, Key::I);
    assert_eq!(state(&window).selection.len(), 15 + 22 - of_kind);
    assert!(state(&window).selection.is_disjoint(&allied));
}

#[test]
fn ties_within_are_those_between_what_is_selected() {
    let mut window = open();
    select(&mut window, &["Japan", "New Zealand", "France"]);
    press(&mut window, Modifiers::NONE, Key::W);
    assert_eq!(state(&window).selection.len(), 3 + 3);
}

#[test]
fn what_is_found_is_selected_at_once() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::F);
    window.event(Event::Text("south".to_owned()));
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    let now = state(&window);
    assert_eq!(now.dialog, None);
    let korea = Target::Nation(nation(now.map(), "South Korea"));
    assert!(now.selection.contains(&korea));
    assert_eq!(now.selection.len(), 4, "a nation, its tie, and two about the South China Sea");
}

/// Where nations of the sample lie, in the order of the names.
fn places(window: &Window<'_>, names: &[&str]) -> Vec<Point> {
    names.iter().map(|name| position(state(window).map(), name)).collect()
}

const THREE: [&str; 3] = ["France", "Italy", "Canada"];

#[test]
fn the_panel_puts_nations_in_order_and_pins_them_in_one_step() {
    let mut window = open();
    select(&mut window, &THREE);
    let before = state(&window).map().clone();
    click_in_panel(&mut window, Role::Button, "Align left");
    let now = places(&window, &THREE);
    assert!(now.iter().all(|at| at.x == now[0].x), "{now:?}");
    let map = state(&window).map();
    let pinned = |name: &&str| map.nations().get(nation(map, name)).is_some_and(|n| n.pinned);
    assert!(THREE.iter().all(pinned));
    assert_eq!(state(&window).history.undo_name(), Some("Align 3 nations left"));
    let others = |map: &Map| {
        let others = map.nations().iter().filter(|(_, n)| !THREE.contains(&n.name.as_str()));
        others.map(|(_, nation)| nation.clone()).collect::<Vec<_>>()
    };
    assert_eq!(others(map), others(&before), "nothing else moves");

    click_in_panel(&mut window, Role::Button, "Align left");
    assert!(says(&window, "lie in that order already"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn keys_turn_there_and_back() {
    let mut window = open();
    select(&mut window, &THREE);
    let before = places(&window, &THREE);
    press(&mut window, Modifiers::NONE, Key::R);
    assert_eq!(state(&window).history.undo_name(), Some("Turn 3 nations"));
    assert!(places(&window, &THREE)[0].distance(before[0]) > 1.0);
    press(&mut window, Modifiers::SHIFT, Key::R);
    let back = places(&window, &THREE);
    assert!(back.iter().zip(&before).all(|(a, b)| a.distance(*b) < 0.01));
}

#[test]
fn an_angle_and_a_size_are_typed() {
    let mut window = open();
    select(&mut window, &THREE);
    let before = places(&window, &THREE);
    let mean = (before[0] + before[1] + before[2]) * (1.0 / 3.0);
    let apply = |window: &mut Window<'_>, field: &str, number: &str, verb: &str| {
        click_in_panel(window, Role::SpinButton, field);
        press(window, Modifiers::COMMAND, Key::A);
        window.event(Event::Text(number.to_owned()));
        window.run_steps(2);
        press(window, Modifiers::NONE, Key::Enter);
        click_in_panel(window, Role::Button, verb);
    };
    apply(&mut window, "Turn by", "180", "Turn");
    let turned = places(&window, &THREE);
    let opposite = |at: &Point| mean + (mean - *at);
    assert!(turned.iter().zip(&before).all(|(a, b)| a.distance(opposite(b)) < 0.01));
    apply(&mut window, "Spread to", "50", "Spread");
    let drawn = places(&window, &THREE);
    assert!(drawn.iter().zip(&turned).all(|(a, b)| a.distance(mean.lerp(*b, 0.5)) < 0.01));
    assert_eq!(state(&window).history.undo_name(), Some("Draw 3 nations together"));
}

fn is_selected(window: &Window<'_>, name: &str) -> bool {
    let id = nation(state(window).map(), name);
    state(window).only_selected() == Some(Target::Nation(id))
}

#[test]
fn arrows_nudge_and_keep_the_keyboard_where_it_is() {
    let mut window = open();
    select(&mut window, &["France"]);
    let before = position(state(&window).map(), "France");
    for (modifiers, key) in [
        (Modifiers::NONE, Key::ArrowLeft),
        (Modifiers::SHIFT, Key::ArrowDown),
        (Modifiers::NONE, Key::ArrowUp),
    ] {
        press(&mut window, modifiers, key);
    }
    let now = position(state(&window).map(), "France");
    assert_eq!(now, before + Point::new(-1.0, 9.0));
    assert!(is_selected(&window, "France"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(position(state(&window).map(), "France"), before, "one step");
}

#[test]
fn arrows_belong_to_the_control_that_has_the_keyboard() {
    let mut window = open();
    select(&mut window, &["France"]);
    let before = state(&window).map().clone();
    window.get_by_role_and_label(Role::Button, "Help").focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(*state(&window).map(), before);
}

/// The arrow that points most in a direction.
fn arrow(way: Vec2) -> Key {
    match (way.x.abs() > way.y.abs(), way.x > 0.0, way.y > 0.0) {
        (true, true, _) => Key::ArrowRight,
        (true, false, _) => Key::ArrowLeft,
        (false, _, true) => Key::ArrowDown,
        (false, _, false) => Key::ArrowUp,
    }
}

#[test]
fn arrows_with_alt_go_along_ties_and_the_view_follows() {
    let mut window = open();
    let way = center(&window, "France") - center(&window, "Japan");
    let (there, back) = (arrow(way), arrow(-way));
    select(&mut window, &["France"]);
    let before = state(&window).map().clone();
    press(&mut window, Modifiers::ALT, back);
    assert!(is_selected(&window, "Japan"), "the only neighbour of France");
    press(&mut window, Modifiers::ALT, there);
    assert!(!is_selected(&window, "Japan"));
    assert_eq!(*state(&window).map(), before, "nothing moves");

    let tie = window.get_by_label("Russia – North Korea, Allied, signed: mutual aid");
    tie.focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let way = center(&window, "Russia") - center(&window, "North Korea");
    press(&mut window, Modifiers::ALT, arrow(way));
    assert!(is_selected(&window, "Russia"));

    select(&mut window, &["France"]);
    for _ in 0..12 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    press(&mut window, Modifiers::ALT, back);
    assert!(is_selected(&window, "Japan"));
    window.run_steps(4);
    let canvas = egui::Rect::from_min_max(egui::pos2(0.0, 36.0), egui::pos2(960.0, 776.0));
    assert!(canvas.contains(center(&window, "Japan")), "the view has followed");
}

#[test]
fn the_selection_alone_is_laid_out_where_it_is() {
    let mut window = open();
    let five = ["Japan", "New Zealand", "China", "Russia", "North Korea"];
    select(&mut window, &five);
    let before = state(&window).map().clone();
    let middle = |map: &Map| {
        let all = five.iter().map(|name| position(map, name));
        all.fold(Rect::NOTHING, |rect, at| rect.including(at)).center()
    };
    do_by_palette(&mut window, Action::LayOutInCircle);
    wait_until(&mut window, |state| state.layout == LayoutState::Settled);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);

    press(&mut window, Modifiers::SHIFT, Key::L);
    let is_done = |state: &State| state.history.undo_name() == Some("Lay out 5 nations");
    wait_until(&mut window, is_done);
    let map = state(&window).map();
    assert_ne!(*map, before);
    for (id, nation) in before.nations().iter().filter(|(_, n)| !five.contains(&n.name.as_str())) {
        assert_eq!(map.nations().get(id), Some(nation), "the rest stays");
    }
    let places = places(&window, &five);
    let centre = middle(map);
    let radius = |at: &Point| at.distance(centre);
    assert!(places.iter().all(|at| (radius(at) - radius(&places[0])).abs() < 40.0), "a circle");
    assert!(centre.distance(middle(&before)) < 600.0);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before, "one step");
}

#[test]
fn what_is_selected_or_else_the_whole_map_is_copied_as_lines_of_text() {
    let mut window = open();
    let keys = Modifiers::COMMAND | Modifiers::SHIFT;
    let copied = |window: &mut Window<'_>| {
        let event = Event::Key {
            key: Key::C,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: keys,
        };
        window.event(Event::ModifiersChanged(keys));
        let text = copied_by(window, event);
        window.event(Event::ModifiersChanged(Modifiers::NONE));
        window.run_steps(2);
        text.expect("copied")
    };
    let before = state(&window).map().clone();
    let whole = copied(&mut window);
    assert_eq!(whole, formats::as_lines(&before));
    let lines = whole.lines().filter(|line| !line.is_empty()).count();
    assert!(says(&window, &format!("Copied {lines} lines.")));
    select(&mut window, &["Russia", "North Korea"]);
    let part = copied(&mut window);
    assert_eq!(part, formats::as_lines(&edit::copy(&before, &state(&window).selection)));
    assert_eq!(part.lines().filter(|line| line.contains("North Korea")).count(), 3, "{part}");
    assert!(!part.lines().any(|line| line.starts_with("Japan")), "{part}");
    assert_eq!(*state(&window).map(), before, "nothing is changed");
}
