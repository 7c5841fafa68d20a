//! What is changed where it stands on the canvas: the heading, places of names and labels, bends of ties,
//! the legend, and text notes.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;
use entente::model::Heading;
use entente::ui::Action;
use hand::{Window, click, do_by_palette, open, press, state};

fn type_text(window: &mut Window<'_>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(2);
}

fn key(window: &mut Window<'_>, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Clicks twice at once: the clock stands meanwhile.
fn double_click(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.run_steps(3);
    let now = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(now);
    for _ in 0..2 {
        window.drag_at(at);
        window.step();
        window.drop_at(at);
        window.step();
    }
    window.input_mut().time = None;
    window.run_steps(3);
}

fn heading<'w>(window: &'w Window<'_>) -> &'w Heading {
    state(window).map().heading()
}

fn undo_name<'w>(window: &'w Window<'_>) -> Option<&'w str> {
    state(window).history.undo_name()
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
