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
use egui::{Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use entente::ui::Action;
use hand::{center, do_by_palette, open, press};
use roam::{drag_with, zoom_percent};

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
