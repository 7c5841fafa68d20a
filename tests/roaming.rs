//! Getting about on a map, in the whole window: how far one can pan and zoom, wheels and trackpads,
//! drags that pan, flights of the camera, and the overview.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;
#[path = "opened/roam.rs"]
mod roam;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::ui::{Action, ThemeChoice};
use hand::{Window, center, click, do_by_palette, open, press, state};
use opened::open_as;
use roam::{drag_with, hold, scroll, zoom_percent};

/// A place of the canvas on which nothing lies.
const FREE: Pos2 = pos2(120.0, 420.0);

#[test]
fn the_map_can_t_be_panned_out_of_view() {
    let mut window = open();
    let mut before = 0;
    for _ in 0..4 {
        drag_with(&mut window, PointerButton::Middle, FREE, FREE + vec2(700.0, 0.0));
        let in_view = window.query_all_by_role(Role::GraphicsObject).count();
        assert!(in_view > 0, "some nation is in view");
        before = in_view;
    }
    for _ in 0..6 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    }
    assert_eq!(window.query_all_by_role(Role::GraphicsObject).count(), before, "by keys, too");
    press(&mut window, Modifiers::NONE, Key::F);
    assert_eq!(window.query_all_by_role(Role::GraphicsObject).count(), 15);
}

#[test]
fn zooming_ends_where_there_is_nothing_more_to_see() {
    let mut window = open();
    let fitted = zoom_percent(&window);
    for _ in 0..12 {
        do_by_palette(&mut window, Action::ZoomOut);
    }
    let smallest = zoom_percent(&window);
    assert!((0.1..0.35).contains(&(smallest / fitted)), "{smallest} of {fitted}");
    let before = center(&window, "Japan");
    do_by_palette(&mut window, Action::ZoomOut);
    assert_eq!(center(&window, "Japan"), before, "at the limit nothing moves");
    for _ in 0..24 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    assert_eq!(zoom_percent(&window), 2_000.0);
}

/// From one nation to another on the screen.
fn way(window: &Window<'_>) -> Vec2 {
    center(window, "Japan") - center(window, "France")
}

#[test]
fn a_wheel_zooms_at_the_pointer_and_with_shift_pans_sideways() {
    let mut window = open();
    let (at, before) = (center(&window, "Japan"), way(&window));
    scroll(&mut window, at, MouseWheelUnit::Line, vec2(0.0, 2.0), Modifiers::NONE);
    let factor = way(&window).length() / before.length();
    assert!((factor - (80.0f32 * 0.004).exp()).abs() < 0.01, "{factor}");
    assert!(center(&window, "Japan").distance(at) < 1.0, "what is under the pointer stays");
    let zoomed = way(&window);
    scroll(&mut window, at, MouseWheelUnit::Line, vec2(0.0, -1.0), Modifiers::SHIFT);
    assert!((center(&window, "Japan") - at - vec2(-40.0, 0.0)).length() < 1.0);
    assert!((way(&window) - zoomed).length() < 0.5);
}

#[test]
fn two_fingers_pan_and_a_pinch_zooms() {
    let mut window = open();
    let (at, before) = (center(&window, "Japan"), way(&window));
    let by = vec2(-30.0, 45.0);
    scroll(&mut window, at, MouseWheelUnit::Point, by, Modifiers::NONE);
    assert!((center(&window, "Japan") - at - by).length() < 1.0);
    assert!((way(&window) - before).length() < 0.5, "nothing is zoomed");
    window.hover_at(at + by);
    window.event(Event::Zoom(1.5));
    window.run_steps(3);
    assert!((way(&window).length() / before.length() - 1.5).abs() < 0.01);
    assert!(center(&window, "Japan").distance(at + by) < 1.0);
    // Ctrl with any wheel is a pinch to the toolkit.
    for unit in [MouseWheelUnit::Line, MouseWheelUnit::Point] {
        let before = way(&window).length();
        scroll(&mut window, at + by, unit, vec2(0.0, -1.0), Modifiers::COMMAND);
        assert!(way(&window).length() < before, "{unit:?}");
    }
}

#[test]
fn once_the_wheel_stops_no_frame_is_asked_for() {
    let mut window = open();
    let at = center(&window, "Japan");
    for unit in [MouseWheelUnit::Line, MouseWheelUnit::Point] {
        scroll(&mut window, at, unit, vec2(0.0, 3.0), Modifiers::NONE);
        window.run_steps(20);
        let views = &window.output().viewport_output;
        assert!(views.values().all(|view| view.repaint_delay > std::time::Duration::from_secs(1)));
    }
}

#[test]
fn the_middle_button_pans_from_a_nation_too() {
    let mut window = open();
    let (before, map) = (center(&window, "Germany"), state(&window).map().clone());
    let by = vec2(60.0, -40.0);
    drag_with(&mut window, PointerButton::Middle, before, before + by);
    assert!((center(&window, "Germany") - before - by).length() < 1.0);
    assert_eq!(*state(&window).map(), map);
    assert!(state(&window).selection.is_empty());
}

#[test]
fn space_pans_from_a_nation_and_presses_no_button_meanwhile() {
    let mut window = open();
    let (at, map) = (center(&window, "Germany"), state(&window).map().clone());
    let zoom = zoom_percent(&window);
    window.get_by_role_and_label(Role::Button, "Zoom in").focus();
    window.step();
    window.hover_at(at);
    window.step();
    hold(&mut window, Key::Space, true);
    let by = vec2(50.0, 30.0);
    drag_with(&mut window, PointerButton::Primary, at, at + by);
    hold(&mut window, Key::Space, false);
    assert_eq!(zoom_percent(&window), zoom);
    assert!((center(&window, "Germany") - at - by).length() < 1.0);
    assert_eq!(*state(&window).map(), map);
    assert!(state(&window).selection.is_empty());
    drag_with(&mut window, PointerButton::Primary, at + by, at);
    assert_ne!(*state(&window).map(), map, "without Space the nation is moved");
}

#[test]
fn space_presses_the_button_that_the_keyboard_has_come_to() {
    let mut window = open();
    window.hover_at(FREE);
    window.run_steps(3);
    let zoom = zoom_percent(&window);
    window.get_by_role_and_label(Role::Button, "Zoom in").focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Space);
    assert!(zoom_percent(&window) > zoom);
}

#[test]
fn a_selection_is_framed_with_what_is_around_it() {
    let mut window = open();
    let at = center(&window, "Germany");
    click(&mut window, at);
    press(&mut window, Modifiers::SHIFT, Key::F);
    assert!(zoom_percent(&window) <= 200.0);
    let canvas = pos2(480.0, 410.0);
    assert!(center(&window, "Germany").distance(canvas) < 120.0);
    assert!(window.query_all_by_role(Role::GraphicsObject).count() > 1, "neighbours are in view");
    press(&mut window, Modifiers::COMMAND, Key::A);
    // Names find other places at another zoom, and with them the map another size.
    press(&mut window, Modifiers::NONE, Key::F);
    press(&mut window, Modifiers::NONE, Key::F);
    let all = way(&window);
    press(&mut window, Modifiers::SHIFT, Key::F);
    assert!((way(&window) - all).length() < 1.0, "all that is selected is all of the map");
}

#[test]
fn motion_can_be_switched_on_and_off() {
    let builder = Harness::builder().with_size(vec2(1280.0, 800.0)).with_step_dt(1.0 / 60.0);
    let mut window = open_as(builder, ThemeChoice::Light);
    assert!(!state(&window).settings.motion);
    for by_motion in [true, false] {
        press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::M);
        assert_eq!(state(&window).settings.motion, by_motion);
        press(&mut window, Modifiers::NONE, Key::F);
        window.run_steps(40);
        let fitted = way(&window).length();
        window.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
        window.run_steps(4);
        let soon = way(&window).length() / fitted;
        window.run_steps(40);
        let then = way(&window).length() / fitted;
        assert!((then - 1.25).abs() < 0.01, "{then}");
        assert_eq!(soon < 1.24, by_motion, "{soon}");
    }
}

/// Where the overview is.
fn overview(window: &Window<'_>) -> Option<egui::Rect> {
    window.query_by_role_and_label(Role::Canvas, "Overview of the map").map(|node| node.rect())
}

/// A window that shows a small part of the map, and the overview.
fn near<'a>() -> (Window<'a>, egui::Rect) {
    let mut window = open();
    assert!(overview(&window).is_none(), "all of the map is in view");
    do_by_palette(&mut window, Action::ZoomReset);
    for _ in 0..6 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    window.run_steps(4);
    let rect = overview(&window).expect("little of the map is in view");
    (window, rect)
}

#[test]
fn the_overview_comes_with_a_near_view_and_goes_with_a_fitted_one() {
    let (mut window, rect) = near();
    let control = window.get_by_role_and_label(Role::Button, "Fit map").rect();
    assert!(rect.bottom() < control.top() && rect.right() < 960.0, "above the zoom control");
    let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    press(&mut window, shift, Key::O);
    assert!(!state(&window).settings.overview && overview(&window).is_none());
    press(&mut window, shift, Key::O);
    window.run_steps(3);
    assert!(overview(&window).is_some());
    press(&mut window, Modifiers::NONE, Key::F);
    window.run_steps(4);
    assert!(overview(&window).is_none());
}

#[test]
fn the_overview_moves_the_view_by_click_drag_and_keys() {
    let (mut window, rect) = near();
    let zoom = zoom_percent(&window);
    let names = |window: &Window<'_>| {
        let nodes = window.query_all_by_role(Role::GraphicsObject);
        nodes.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    let before = names(&window);
    click(&mut window, rect.left_center() + vec2(20.0, 0.0));
    let west = names(&window);
    assert_ne!(west, before);
    assert!(state(&window).selection.is_empty(), "what lies below isn't selected");
    let from = rect.left_center() + vec2(20.0, 0.0);
    drag_with(&mut window, PointerButton::Primary, from, rect.right_center() - vec2(20.0, 0.0));
    let east = names(&window);
    assert!(!east.is_empty() && east.iter().all(|name| !west.contains(name)), "{west:?} {east:?}");
    drag_with(&mut window, PointerButton::Primary, rect.right_center() - vec2(20.0, 0.0), from);
    assert_eq!(names(&window), west, "it comes back with the hand");

    window.get_by_role_and_label(Role::Canvas, "Overview of the map").focus();
    window.step();
    for _ in 0..40 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert!(names(&window).iter().any(|name| east.contains(name)));
    let node = window.get_by_role_and_label(Role::Canvas, "Overview of the map");
    assert!(node.is_focused(), "the arrow keys stay with it");
    assert_eq!(zoom_percent(&window), zoom);
}

#[test]
fn a_view_at_rest_with_an_overview_asks_for_no_frame() {
    let (mut window, _) = near();
    window.run_steps(20);
    let views = &window.output().viewport_output;
    assert!(views.values().all(|view| view.repaint_delay > std::time::Duration::from_secs(1)));
}
