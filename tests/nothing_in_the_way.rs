//! Nothing stands in the way of what a person does: fields forget what they refused, views come back,
//! overlays and messages keep off the map, and what never ends holds nothing up.
#![cfg(feature = "gui")]

#[path = "opened/drag.rs"]
mod drag;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use drag::{drag_along, drop_there};
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::ui::{Action, Tab};
use hand::{
    Window, center, click, do_by_palette, nation, open, press, state, type_text, wait_until,
};

/// Where all nations of the map are on the screen.
fn places(window: &Window<'_>) -> Vec<Rect> {
    window.get_all_by_role(Role::GraphicsObject).map(|node| node.rect()).collect()
}

fn field<'w>(window: &'w Window<'_>, name: &'w str) -> egui_kittest::Node<'w> {
    window.get_by_role_and_label(Role::TextInput, name)
}

/// How far two views of the same nations are apart.
fn apart(one: &[Rect], other: &[Rect]) -> f32 {
    let pairs = one.iter().zip(other);
    pairs.map(|(a, b)| a.center().distance(b.center())).fold(0.0, f32::max)
}

#[test]
fn no_field_shows_what_another_record_s_refused() {
    let mut window = open();
    let (china, canada) = (center(&window, "China"), center(&window, "Canada"));
    click(&mut window, china);
    field(&window, "Code").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "C4");
    assert_eq!(field(&window, "Code").value().as_deref(), Some("C4"));
    click(&mut window, canada);
    assert_eq!(
        state(&window).only_selected(),
        Some(Target::Nation(nation(state(&window).map(), "Canada")))
    );
    assert_eq!(field(&window, "Code").value().as_deref(), Some("CAN"));
    click(&mut window, china);
    assert_eq!(field(&window, "Code").value().as_deref(), Some("CHN"), "and its own again");
    assert!(!state(&window).history.is_unsaved());
}

#[test]
fn a_message_about_a_field_moves_nothing_below_it() {
    let mut window = open();
    let china = center(&window, "China");
    click(&mut window, china);
    let pinned = |window: &Window<'_>| {
        window.get_by_role_and_label(Role::CheckBox, "keeps its place").rect()
    };
    let before = pinned(&window);
    field(&window, "Code").focus();
    window.run_steps(2);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "C4");
    assert_eq!(pinned(&window), before, "while it is there");
    click(&mut window, before.center());
    let map = state(&window).map();
    let china = map.nations().get(nation(map, "China")).expect("there");
    assert!(china.pinned, "the click that ended the field has hit what it was aimed at");
    assert_eq!(pinned(&window), before);
}

#[test]
fn a_direction_that_is_chosen_moves_no_row() {
    let mut window = open();
    let is_tie = |name: &str| name.contains("Japan") && name.contains("France");
    let ties = window.get_all_by_role(Role::GraphicsSymbol);
    let tie = ties
        .into_iter()
        .find(|node| node.accesskit_node().label().is_some_and(|name| is_tie(&name)));
    tie.expect("a tie").focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let label = |window: &Window<'_>| field(window, "Label").rect();
    let before = label(&window);
    let reverse = window.get_by_role_and_label(Role::Button, "Reverse direction");
    assert!(reverse.accesskit_node().is_disabled(), "a mutual tie has nothing to reverse");
    window.get_by_role_and_label(Role::ComboBox, "Direction").click();
    window.run_steps(3);
    window.get_by_label("directed").click();
    window.run_steps(3);
    assert_eq!(label(&window), before);
    window.get_by_role_and_label(Role::Button, "Reverse direction").click();
    window.run_steps(3);
    assert_eq!(label(&window), before);
    let (state, shown) = (state(&window), "France › Japan");
    let only = state.only_selected().expect("the tie");
    assert_eq!(state.name_of(only), shown);
}

#[test]
fn undoing_a_layout_brings_the_view_back_and_redo_moves_it_again() {
    for action in [Action::RunLayout, Action::LayOutInCircle] {
        let mut window = open();
        window.hover_at(center(&window, "Japan"));
        window.step();
        for _ in 0..3 {
            press(&mut window, Modifiers::COMMAND, Key::Plus);
        }
        window.run_steps(20);
        let before = places(&window);
        do_by_palette(&mut window, action);
        wait_until(&mut window, |state| state.history.undo_name().is_some());
        window.run_steps(30);
        let laid_out = places(&window);
        assert!(apart(&before, &laid_out) > 20.0, "the view has moved");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        window.run_steps(30);
        assert!(
            apart(&before, &places(&window)) < 1.0,
            "{action:?}: {}",
            apart(&before, &places(&window))
        );
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        window.run_steps(30);
        assert!(apart(&laid_out, &places(&window)) < 1.0, "{action:?}");
    }
}

#[test]
fn a_focus_on_what_is_out_of_view_is_seen() {
    let mut window = open();
    let id = nation(state(&window).map(), "Japan");
    // Far to where the map isn't.
    let from = Pos2::new(500.0, 600.0);
    for _ in 0..4 {
        drag_along(&mut window, Modifiers::NONE, &[from, from + Vec2::new(400.0, -500.0)]);
        drop_there(&mut window, Modifiers::NONE, from + Vec2::new(400.0, -500.0));
    }
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "japan");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.run_steps(20);
    assert_eq!(state(&window).only_selected(), Some(Target::Nation(id)));
    do_by_palette(&mut window, Action::FocusSelection);
    window.run_steps(20);
    let canvas = Rect::from_min_max(Pos2::new(0.0, 36.0), Pos2::new(960.0, 776.0));
    let seen = places(&window);
    assert!(!seen.is_empty() && seen.iter().all(|place| canvas.intersects(*place)), "{seen:?}");
}

#[test]
fn a_command_that_is_not_possible_says_why() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::K);
    type_text(&mut window, "unpin all");
    let row = window.get_by_label_contains("Unpin all, not possible now");
    assert!(row.rect().height() > 0.0);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!state(&window).history.is_unsaved());
}

#[test]
fn several_in_hand_stay_as_they_are() {
    let mut window = open();
    for (index, name) in ["Germany", "France", "Canada"].into_iter().enumerate() {
        let at = center(&window, name);
        let held = if index == 0 { Modifiers::NONE } else { Modifiers::SHIFT };
        drag_along(&mut window, held, &[at]);
        drop_there(&mut window, held, at);
    }
    assert_eq!(state(&window).selection.len(), 3);
    let at = center(&window, "France");
    window.hover_at(at);
    window.run_steps(4);
    for name in ["Germany", "France", "Canada"] {
        assert!(stands_out(&window, name), "{name} is selected as well");
    }
    assert!(!stands_out(&window, "China"));
    let to = at + Vec2::new(-60.0, 40.0);
    drag_along(&mut window, Modifiers::NONE, &[at, to]);
    assert!(veil(&window).is_none(), "on their way nothing fades");
    drop_there(&mut window, Modifiers::NONE, to);
    window.run_steps(4);
    for name in ["Germany", "France", "Canada"] {
        assert!(stands_out(&window, name), "{name} was let go with the others");
    }
}

/// The place of the veil among what is drawn.
fn veil(window: &Window<'_>) -> Option<usize> {
    window.output().shapes.iter().position(|clipped| match &clipped.shape {
        Shape::Rect(rect) => {
            rect.rect.width() > 800.0 && !rect.fill.is_opaque() && rect.fill.a() > 0
        }
        _ => false,
    })
}

/// Whether the mark of a nation is drawn above the veil.
fn stands_out(window: &Window<'_>, name: &str) -> bool {
    let at = center(window, name);
    let place = veil(window).expect("a veil");
    let Some(Shape::Mesh(mesh)) = window.output().shapes.get(place + 1).map(|s| &s.shape) else {
        return false;
    };
    mesh.vertices.iter().any(|vertex| vertex.pos.distance(at) < 20.0)
}

#[test]
fn a_message_covers_no_nation_and_no_name() {
    for size in [Vec2::new(1024.0, 640.0), Vec2::new(1280.0, 800.0)] {
        let builder = Harness::builder().with_size(size);
        let mut window = opened::open_as(builder, entente::ui::ThemeChoice::Light);
        let at = center(&window, "China");
        click(&mut window, at);
        // A nation where messages stand otherwise.
        let foot = Pos2::new((size.x - 320.0) / 2.0, size.y - 60.0);
        drag_along(&mut window, Modifiers::NONE, &[at, foot]);
        drop_there(&mut window, Modifiers::NONE, foot);
        press(&mut window, Modifiers::NONE, Key::ArrowUp);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        window.run_steps(4);
        let toast = window.get_by_role_and_label(Role::Status, "Undid: move China").rect();
        let china = window.get_by_role_and_label(Role::GraphicsObject, "China").rect();
        assert!(!toast.intersects(china), "{toast} over {china}");
        let covered = places(&window).into_iter().filter(|place| toast.intersects(*place)).count();
        assert_eq!(covered, 0);
    }
}

#[test]
fn a_fitted_map_stays_beside_what_floats_when_the_window_changes() {
    let mut window = open();
    for size in [Vec2::new(1024.0, 640.0), Vec2::new(1400.0, 700.0), Vec2::new(1280.0, 800.0)] {
        window.set_size(size);
        window.run_steps(20);
        let zoom = window.get_all_by_label_contains("Zoom ").map(|node| node.rect());
        let zoom = zoom.reduce(Rect::union).expect("the control");
        let tools =
            window.get_by_label("Select tool").rect().union(window.get_by_label("Pan tool").rect());
        for place in places(&window) {
            assert!(!place.intersects(zoom) && !place.intersects(tools), "{place} at {size}");
            assert!(
                place.max.x < size.x - 320.0 && place.max.y < size.y - 24.0,
                "{place} at {size}"
            );
        }
    }
}

#[test]
fn a_kind_that_is_found_is_opened_where_it_is_edited() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "kind:nothing");
    assert!(window.query_by_label_contains("Nothing found").is_some());
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, "concern");
    window.get_by_role_and_label(Role::Button, "Concern").click();
    window.run_steps(20);
    assert_eq!(state(&window).tab, Tab::Map);
    assert!(window.query_by_role_and_label(Role::ComboBox, "Line").is_some(), "its form is open");
}

#[test]
fn what_is_typed_after_adding_a_kind_or_a_source_is_its_name() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    for (button, name) in [("Add kind", "Dispute"), ("Add source", "Reuters")] {
        window.get_by_role_and_label(Role::Button, button).scroll_to_me();
        window.run_steps(4);
        window.get_by_role_and_label(Role::Button, button).click();
        window.run_steps(20);
        type_text(&mut window, name);
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    let map = state(&window).map();
    assert!(map.kinds().iter().any(|(_, kind)| kind.name == "Dispute"));
    assert!(map.sources().iter().any(|(_, source)| source.title == "Reuters"));
}

#[test]
fn going_to_what_is_hidden_shows_it_and_says_so() {
    let mut window = open();
    let at = center(&window, "Canada");
    click(&mut window, at);
    do_by_palette(&mut window, Action::HideSelection);
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "canada");
    window.get_by_label("Canada, hidden · CAN").click();
    window.run_steps(8);
    let says = "“Canada” is hidden, and shown while it is selected";
    assert!(window.query_by_role_and_label(Role::Status, says).is_some());
    assert!(window.query_by_role_and_label(Role::GraphicsObject, "Canada").is_some());
}

#[test]
fn a_fitted_map_makes_room_for_the_legend_where_it_is_put_and_for_a_heading_that_grows() {
    let mut window = open();
    let with_title = places(&window);
    press(&mut window, Modifiers::SHIFT, Key::F2);
    press(&mut window, Modifiers::NONE, Key::Backspace);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.run_steps(20);
    assert!(state(&window).map().heading().title.is_empty());
    assert!(apart(&places(&window), &with_title) > 1.0, "the room of the title is used");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.run_steps(20);
    assert!(apart(&places(&window), &with_title) < 1.0, "and given back");
    let clear = |window: &Window<'_>, what: Rect| {
        let covered = places(window).into_iter().filter(|place| place.intersects(what)).count();
        assert_eq!(covered, 0, "{what}");
    };
    let legend = |window: &Window<'_>| window.get_by_role_and_label(Role::Group, "Legend").rect();
    for corner in [Pos2::new(700.0, 90.0), Pos2::new(760.0, 560.0), Pos2::new(80.0, 240.0)] {
        let from = legend(&window).min + Vec2::splat(3.0);
        let before = places(&window);
        drag_along(&mut window, Modifiers::NONE, &[from, corner]);
        drop_there(&mut window, Modifiers::NONE, corner);
        window.run_steps(20);
        assert!(legend(&window).min.distance(from) > 60.0, "it was moved to {}", legend(&window));
        clear(&window, legend(&window));
        assert_ne!(places(&window), before, "the map was fitted beside it");
    }
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.run_steps(20);
    clear(&window, legend(&window));
    // With the camera elsewhere, moving the legend moves nothing else.
    press(&mut window, Modifiers::NONE, Key::Plus);
    window.run_steps(20);
    let before = center(&window, "Japan");
    let from = legend(&window).min + Vec2::splat(3.0);
    drag_along(&mut window, Modifiers::NONE, &[from, Pos2::new(80.0, 240.0)]);
    drop_there(&mut window, Modifiers::NONE, Pos2::new(80.0, 240.0));
    window.run_steps(20);
    assert_eq!(center(&window, "Japan"), before);
}
