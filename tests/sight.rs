//! Seeing part of a map, in the whole window: focus, what is hidden, the filter and the notes above the
//! canvas; and what is hidden isn't in the figure.
#![cfg(feature = "gui")]

mod opened;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::edit::Target;
use entente::tasks::{FigureRequest, render};
use entente::ui::{App, State, Tab, ThemeChoice};
use opened::open_as;

type Window<'a> = Harness<'a, Option<App>>;

fn open<'a>() -> Window<'a> {
    open_as(Harness::builder().with_size(Vec2::new(1280.0, 800.0)), ThemeChoice::Light)
}

fn state<'w>(window: &'w Window<'_>) -> &'w State {
    window.state().as_ref().expect("the app").state()
}

fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

/// Selects a mark by the keyboard.
fn select(window: &mut Window<'_>, name: &str) {
    window.get_by_role_and_label(Role::GraphicsObject, name).focus();
    window.step();
    press(window, Modifiers::NONE, Key::Enter);
}

fn press_button(window: &mut Window<'_>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

fn is_drawn(window: &Window<'_>, name: &str) -> bool {
    window.query_by_role_and_label(Role::GraphicsObject, name).is_some()
}

/// The figure that the window would export now.
fn figure(window: &Window<'_>) -> String {
    let bytes = render(state(window).shown_map(), &FigureRequest::default()).expect("a figure");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn a_focus_shows_what_is_around_the_selection_and_widens() {
    let mut window = open();
    select(&mut window, "Canada");
    press(&mut window, Modifiers::NONE, Key::O);
    let around = state(&window).shown_map().nations().len();
    assert!(around > 1 && around < 15, "{around}");
    assert!(is_drawn(&window, "Canada"));
    assert!(window.query_by_label_contains("Focus: Canada and 1 step around it").is_some());
    press(&mut window, Modifiers::NONE, Key::Comma);
    assert_eq!(state(&window).shown_map().nations().len(), 1);
    assert!(window.query_by_label_contains("Focus: Canada alone, 1 of 15 nations").is_some());
    assert!(!is_drawn(&window, "Germany") && !figure(&window).contains("Germany"));
    press_button(&mut window, "Widen focus");
    press(&mut window, Modifiers::NONE, Key::Period);
    assert!(state(&window).shown_map().nations().len() > around);
    assert!(!state(&window).history.is_unsaved(), "a focus is no step");
    press(&mut window, Modifiers::SHIFT, Key::O);
    assert_eq!(state(&window).shown_map().nations().len(), 15);
    assert!(window.query_by_label_contains("Focus:").is_none());
}

#[test]
fn what_is_hidden_is_neither_drawn_nor_selected_nor_exported() {
    let mut window = open();
    select(&mut window, "Germany");
    assert!(figure(&window).contains("Germany"));
    press(&mut window, Modifiers::SHIFT, Key::H);
    assert!(!is_drawn(&window, "Germany") && !figure(&window).contains("Germany"));
    assert!(state(&window).selection.is_empty());
    assert!(window.query_by_label_contains("14 of 15 nations").is_some(), "the status bar counts");
    press(&mut window, Modifiers::COMMAND, Key::A);
    let hidden = state(&window).visible.view().hidden_nations.clone();
    let is_selected =
        hidden.iter().any(|id| state(&window).selection.contains(&Target::Nation(*id)));
    assert!(hidden.len() == 1 && !is_selected);
    assert!(window.query_by_label("1 nation hidden").is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Num3);
    window.get_by_label("Germany").click();
    window.run_steps(3);
    assert!(is_drawn(&window, "Germany"), "what is selected is shown");
    // The first leaves the cells of the list.
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_drawn(&window, "Germany"));
    press_button(&mut window, "Show all");
    assert!(is_drawn(&window, "Germany"));
}

#[test]
fn a_filter_is_made_in_its_tab_and_switched_off_above_the_canvas() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    assert_eq!(state(&window).tab, Tab::Filter);
    window.get_by_label("Text").focus();
    window.step();
    window.event(egui::Event::Text("Germany".to_owned()));
    window.run_steps(3);
    assert!(is_drawn(&window, "Germany") && !is_drawn(&window, "China"));
    let passing = state(&window).visible.passing();
    let note = format!("Filter: {} of 15 nations, {} of 22 ties", passing.nations, passing.ties);
    assert!(passing.nations < 6 && window.query_by_label(&note).is_some());
    assert!(figure(&window).contains("Germany") && !figure(&window).contains("China"));
    assert_eq!(state(&window).history.undo_name(), Some("Filter by text"));
    press_button(&mut window, "Switch filter off");
    assert!(is_drawn(&window, "China"));
    assert!(state(&window).map().filter().has_conditions(), "its conditions are kept");
    press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    assert!(!is_drawn(&window, "China"));
    press_button(&mut window, "Clear filter");
    assert!(is_drawn(&window, "China") && !state(&window).map().filter().has_conditions());
}

#[test]
fn a_nation_added_while_a_filter_hides_it_is_named_in_place_and_stays_while_selected() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::Num6);
    window.get_by_label("Text").focus();
    window.step();
    window.event(egui::Event::Text("Germany".to_owned()));
    window.run_steps(3);
    // Out of the field, so that keys are commands again.
    let field = window.get_by_label("Text");
    field.click();
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(egui::Event::Text("Atlantis".to_owned()));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_drawn(&window, "Atlantis"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_drawn(&window, "Atlantis"), "the selection has left it");
    assert!(state(&window).map().nations().len() == 16);
}

#[test]
fn a_drag_moves_nothing_that_is_hidden() {
    let mut window = open();
    select(&mut window, "Canada");
    press(&mut window, Modifiers::NONE, Key::O);
    let hidden: Vec<_> = {
        let (map, shown) = (state(&window).map(), state(&window).shown_map());
        let hidden = map.nations().iter().filter(|(id, _)| !shown.nations().contains(*id));
        hidden.map(|(id, nation)| (id, nation.position)).collect()
    };
    let from = window.get_by_role_and_label(Role::GraphicsObject, "Canada").rect().center();
    window.hover_at(from);
    window.step();
    window.drag_at(from);
    window.step();
    for step in 1..=5u8 {
        window.hover_at(from + Vec2::new(12.0, 9.0) * f32::from(step));
        window.step();
    }
    window.drop_at(from + Vec2::new(60.0, 45.0));
    window.run_steps(3);
    assert_eq!(state(&window).history.undo_name(), Some("Move Canada"));
    for (id, position) in hidden {
        assert_eq!(state(&window).map().nations().get(id).and_then(|n| n.position), position);
    }
}
