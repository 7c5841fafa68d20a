//! What is changed where it stands on the canvas: the heading, places of names and labels, bends of ties,
//! and the legend.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::model::{End, Heading, Map, Nation, Point};
use entente::ui::Action;
use hand::{
    Window, click, do_by_palette, double_click, drag, key, menu, open, press, state, type_text,
    undo_name,
};

fn heading<'w>(window: &'w Window<'_>) -> &'w Heading {
    state(window).map().heading()
}

/// Where a line of the heading is drawn.
fn place_of(window: &Window<'_>, role: Role, words: &str) -> Pos2 {
    window.get_by_role_and_label(role, words).rect().left_center() + egui::vec2(20.0, 0.0)
}

#[test]
fn a_double_click_on_the_title_edits_it_and_adds_nothing_behind_it() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = place_of(&window, Role::Heading, &before.heading().title);
    double_click(&mut window, at);
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_some());
    assert_eq!(state(&window).map().nations().len(), before.nations().len());
    type_text(&mut window, "Pacific partners");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).title, "Pacific partners");
    assert_eq!(undo_name(&window), Some("Change title of the map"));
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn escape_leaves_the_title_and_the_selection_as_they_were() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = hand::center(&window, "Japan");
    click(&mut window, at);
    let at = place_of(&window, Role::Heading, &before.heading().title);
    double_click(&mut window, at);
    type_text(&mut window, "no");
    key(&mut window, Key::Escape);
    assert_eq!(*state(&window).map(), before);
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
}

#[test]
fn tab_goes_from_the_title_to_subtitle_and_date() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::F2);
    type_text(&mut window, "First");
    key(&mut window, Key::Tab);
    assert_eq!(heading(&window).title, "First");
    type_text(&mut window, "Second");
    key(&mut window, Key::Tab);
    assert_eq!(heading(&window).subtitle, "Second");
    type_text(&mut window, "2024-13");
    key(&mut window, Key::Enter);
    assert!(window.query_by_label("A month is one of 01 to 12.").is_some());
    let a = window.get_by_role_and_label(Role::TextInput, "Date");
    assert!(a.is_focused(), "what can't be a date stays to be mended");
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "2023-02");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).as_of, "2023-02".parse().ok());
    assert_eq!(undo_name(&window), Some("Change date of the map"));
}

#[test]
fn shift_and_tab_go_back_to_the_line_before() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::F2);
    key(&mut window, Key::Tab);
    type_text(&mut window, "Below");
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(heading(&window).subtitle, "Below");
    assert!(window.get_by_role_and_label(Role::TextInput, "Title").is_focused());
}

#[test]
fn a_map_without_a_heading_gets_a_title_where_it_will_stand() {
    let mut window = open();
    let title = heading(&window).title.clone();
    let at = place_of(&window, Role::Heading, &title);
    do_by_palette(&mut window, Action::New);
    if let Some(button) = window.query_by_label("Don't save") {
        button.click();
        window.run_steps(4);
    }
    assert!(state(&window).map().nations().is_empty());
    double_click(&mut window, at);
    type_text(&mut window, "A map of mine");
    key(&mut window, Key::Enter);
    assert_eq!(heading(&window).title, "A map of mine");
    assert!(state(&window).map().nations().is_empty());
}

fn nation<'w>(window: &'w Window<'_>, name: &str) -> &'w Nation {
    let map = state(window).map();
    map.nations().get(hand::nation(map, name)).expect("a nation")
}

/// The middle of the name below a nation's disc.
fn name_below(window: &Window<'_>, name: &str) -> Pos2 {
    let disc = window.get_by_role_and_label(Role::GraphicsObject, name).rect();
    disc.center_bottom() + egui::vec2(0.0, 10.0)
}

#[test]
fn a_name_is_moved_by_dragging_it_and_put_back_from_the_menu() {
    let mut window = open();
    let before = state(&window).map().clone();
    let from = name_below(&window, "Ukraine");
    drag(&mut window, from, from + egui::vec2(60.0, -50.0));
    let moved = nation(&window, "Ukraine").name_offset.expect("it was moved");
    assert!(moved.x > 20.0 && moved.y < 20.0, "{moved:?}");
    assert_eq!(undo_name(&window), Some("Move name of Ukraine"));
    assert_eq!(nation(&window, "Ukraine").position, hand_position(&before, "Ukraine"));
    // Grabbed again where it stands now, it goes on from there.
    let at = from + egui::vec2(60.0, -50.0);
    drag(&mut window, at, at + egui::vec2(0.0, 30.0));
    let again = nation(&window, "Ukraine").name_offset.expect("it was moved");
    assert!((again.x - moved.x).abs() < 1.0 && again.y > moved.y + 10.0);
    let disc = hand::center(&window, "Ukraine");
    menu(&mut window, disc, "Reset name position");
    assert_eq!(*state(&window).map(), before);
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*state(&window).map(), before);
    assert!(!state(&window).history.is_unsaved());
}

fn hand_position(map: &Map, name: &str) -> Option<Point> {
    Some(hand::position(map, name))
}

#[test]
fn a_tie_is_bent_by_its_handle_and_straightened_by_a_double_click() {
    let mut window = open();
    let before = state(&window).map().clone();
    let (id, record) = before.ties().iter().next().expect("a tie");
    let name = before.tie_name(id);
    let [a, b] = [before.end_name(End::Nation(record.from)), before.end_name(record.to)];
    let (a, b) = (hand::center(&window, &a), hand::center(&window, &b));
    let ties = window.query_all_by_role(Role::GraphicsSymbol);
    let place = ties
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&name)))
        .map(|node| node.rect().center())
        .next()
        .expect("the tie");
    click(&mut window, place);
    assert_eq!(state(&window).only_selected(), Some(Target::Tie(id)));
    let across = (b - a).rot90().normalized();
    drag(&mut window, place, a.lerp(b, 0.5) + across * 80.0);
    let bend = state(&window).map().ties().get(id).and_then(|tie| tie.bend).expect("a bend");
    assert!(bend.abs() > 0.1, "{bend}");
    assert_eq!(undo_name(&window), Some(format!("Bend {name}").as_str()));
    double_click(&mut window, a.lerp(b, 0.5) + across * 80.0);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn the_legend_is_moved_by_dragging_it() {
    let mut window = open();
    let legend = window.get_by_role_and_label(Role::Group, "Legend").rect();
    let corner = legend.min;
    drag(&mut window, corner + egui::vec2(3.0, 3.0), Pos2::new(480.0, 120.0));
    let place = state(&window).map().look().legend.expect("it was moved");
    assert!(place.x > 0.2 && place.y < 0.3, "{place:?}");
    let moved = window.get_by_role_and_label(Role::Group, "Legend").rect();
    assert!(moved.min.distance(Pos2::new(477.0, 117.0)) < 20.0, "{moved:?}");
    assert_eq!(undo_name(&window), Some("Move legend"));
    menu(&mut window, moved.min + egui::vec2(3.0, 3.0), "Reset legend position");
    assert_eq!(state(&window).map().look().legend, None);
    assert_eq!(window.get_by_role_and_label(Role::Group, "Legend").rect().min, corner);
}

#[test]
fn places_are_set_in_the_panel_and_reset_together() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = hand::center(&window, "Ukraine");
    click(&mut window, at);
    window.get_by_role_and_label(Role::TextInput, "Name at").focus();
    window.run_steps(2);
    type_text(&mut window, "40, -30");
    key(&mut window, Key::Tab);
    assert_eq!(nation(&window, "Ukraine").name_offset, Some(Point::new(40.0, -30.0)));
    assert_eq!(undo_name(&window), Some("Move name of Ukraine"));
    let (id, _) = before.ties().iter().find(|(_, tie)| !tie.label.is_empty()).expect("a label");
    let name = before.tie_name(id);
    let ties = window.query_all_by_role(Role::GraphicsSymbol);
    let tie = ties
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&name)))
        .map(|node| node.rect().center())
        .next()
        .expect("the tie");
    click(&mut window, tie);
    for (field, text) in [("Bend", "0.4"), ("Label at", "25 %, 0, -14")] {
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run_steps(2);
        type_text(&mut window, text);
        key(&mut window, Key::Tab);
    }
    let placed = state(&window).map().ties().get(id).expect("the tie").clone();
    assert_eq!(placed.bend, Some(0.4));
    assert_eq!(placed.label_place.map(|place| place.along), Some(0.25));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(state(&window).selection.is_empty());
    do_by_palette(&mut window, Action::ResetPlaces);
    assert_eq!(*state(&window).map(), before);
}
