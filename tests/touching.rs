//! What the pointer and the keyboard's focus bring out on the map: cards, and what stands out.
#![cfg(feature = "gui")]

#[path = "opened/drag.rs"]
mod drag;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::time::Duration;

use drag::{drag_along, drop_there};
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Color32, Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::edit::Target;
use entente::scene::{Palette, Theme};
use entente::ui::{Action, ThemeChoice, Tool};
use hand::{
    Window, center, click, do_by_palette, nation, open, position, press, state, wait_until,
};
use opened::open_file_as;

const ALLIANCE: &str = "Russia – North Korea, Allied, signed: mutual aid";

/// The map of July 1914 in a theme.
fn open_1914<'a>(theme: ThemeChoice) -> Window<'a> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/great-powers-1914.entente.json");
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = open_file_as(builder, theme, Some(path.into()));
    wait_until(&mut window, |state| state.map().nations().len() == 18);
    window.run_steps(4);
    window
}

/// Where the middle of a tie is on the screen.
fn middle(window: &Window<'_>, description: &str) -> Pos2 {
    window.get_by_role_and_label(Role::GraphicsSymbol, description).rect().center()
}

/// Moves the pointer there and lets it rest for a second.
fn rest_at(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.run_steps(5);
}

fn says(window: &Window<'_>, words: &str) -> bool {
    window.query_by_role_and_label(Role::Label, words).is_some()
}

/// Where the label of a card is.
fn label(window: &Window<'_>, words: &str) -> Rect {
    window.get_by_role_and_label(Role::Label, words).rect()
}

/// For how long the window would sleep if nothing came.
fn sleep(window: &Window<'_>) -> Duration {
    window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
}

/// The opacity of the veil over the map, with the corners of the marks that lie above it; none where there is no veil.
fn above_veil(window: &Window<'_>, theme: Theme) -> Option<(f32, Vec<Pos2>)> {
    let ground = Palette::of(theme).canvas;
    let ground = Color32::from_rgb(ground.r, ground.g, ground.b);
    let opacity = |shape: &Shape| match shape {
        Shape::Rect(rect) if rect.rect.width() > 800.0 && !rect.fill.is_opaque() => {
            let opacity = f32::from(rect.fill.a()) / 255.0;
            let is_ground = rect.fill.r().abs_diff(ground.gamma_multiply(opacity).r()) <= 1;
            is_ground.then_some(opacity)
        }
        _ => None,
    };
    let shapes = &window.output().shapes;
    let (place, opacity) =
        shapes.iter().enumerate().find_map(|(i, clipped)| Some((i, opacity(&clipped.shape)?)))?;
    let corners = |shape: &Shape| match shape {
        Shape::Mesh(mesh) => mesh.vertices.iter().map(|v| v.pos).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    // The very next mesh is that of the marks which stand out.
    let mesh = corners(&shapes.get(place + 1)?.shape);
    Some((opacity, mesh))
}

/// Whether marks above the veil are drawn at a nation's disc.
fn stands_out(window: &Window<'_>, theme: Theme, name: &str) -> bool {
    let at = center(window, name);
    let (_, drawn) = above_veil(window, theme).expect("a veil");
    drawn.iter().any(|corner| corner.distance(at) < 20.0)
}

#[test]
fn a_card_of_a_tie_comes_after_a_rest_and_then_the_window_sleeps() {
    let mut window = open();
    let at = middle(&window, ALLIANCE);
    window.hover_at(at);
    window.step();
    assert!(!says(&window, "Allied, signed"), "the pointer may be on its way");
    assert!(sleep(&window) <= Duration::from_millis(400));
    window.run_steps(5);
    assert!(says(&window, "Russia – North Korea") && says(&window, "Allied, signed"));
    assert!(says(&window, "Mutual, since June 2024") && says(&window, "“mutual aid”"));
    assert!(sleep(&window) > Duration::from_secs(60), "nothing is to come");
    let card = label(&window, "Russia – North Korea").union(label(&window, "Allied, signed"));
    assert!(!card.expand(8.0).contains(at));

    window.hover_at(at + Vec2::new(0.0, -200.0));
    window.run_steps(2);
    assert!(!says(&window, "Allied, signed"));
}

#[test]
fn the_card_goes_while_the_hand_is_at_work_and_leaves_to_the_panel_what_it_says() {
    let mut window = open();
    let at = middle(&window, ALLIANCE);
    rest_at(&mut window, at);
    assert!(says(&window, "Allied, signed"));
    click(&mut window, at);
    window.run_steps(5);
    assert!(!says(&window, "Allied, signed"), "the side panel says all of it");
    do_by_palette(&mut window, Action::TogglePanel);
    let at = middle(&window, ALLIANCE);
    rest_at(&mut window, at);
    assert!(says(&window, "Allied, signed"));
}

#[test]
fn the_tie_with_the_focus_has_the_same_card() {
    let mut window = open();
    window.get_by_label(ALLIANCE).focus();
    window.run_steps(5);
    assert!(says(&window, "Allied, signed") && says(&window, "Mutual, since June 2024"));
    press(&mut window, Modifiers::NONE, Key::Tab);
    window.run_steps(5);
    assert!(!says(&window, "Allied, signed"));
}

#[test]
fn a_card_says_how_we_know() {
    let mut window = open_1914(ThemeChoice::Light);
    let at = middle(&window, "Russia – Ottoman Empire, Rivalry: the Straits");
    rest_at(&mut window, at);
    assert!(says(&window, "1914, medium confidence"));
    assert!(window.query_by_label_contains("Christopher Clark: The Sleepwalkers").is_some());
}

#[test]
fn a_nation_stands_out_with_its_neighbours_in_both_themes() {
    for (choice, theme) in [(ThemeChoice::Light, Theme::Light), (ThemeChoice::Dark, Theme::Dark)] {
        let mut window = open_1914(choice);
        assert_eq!(above_veil(&window, theme), None);
        let at = center(&window, "Portugal");
        rest_at(&mut window, at);
        let (opacity, _) = above_veil(&window, theme).expect("a veil");
        assert!((opacity - 0.75).abs() < 0.01);
        assert!(stands_out(&window, theme, "Portugal"));
        assert!(stands_out(&window, theme, "Great Britain"));
        assert!(!stands_out(&window, theme, "Germany") && !stands_out(&window, theme, "France"));
        assert!(!says(&window, "1 tie"), "its name is there to be read");
        window.hover_at(at - Vec2::new(0.0, 150.0));
        window.run_steps(2);
        assert_eq!(above_veil(&window, theme), None);
    }
}

#[test]
fn nothing_is_veiled_while_one_writes_and_the_pointer_rests() {
    let mut window = open();
    press(&mut window, Modifiers::NONE, Key::Q);
    window.run_steps(20);
    let at = center(&window, "Canada");
    rest_at(&mut window, at);
    assert!(above_veil(&window, Theme::Light).is_some());
    window.event(egui::Event::Text("Japan".to_owned()));
    window.run_steps(3);
    assert_eq!(above_veil(&window, Theme::Light), None);
    window.hover_at(at + Vec2::new(1.0, 0.0));
    window.run_steps(2);
    assert!(above_veil(&window, Theme::Light).is_some());
}

#[test]
fn a_tie_stands_out_with_its_ends_once_its_card_is_there() {
    let mut window = open();
    let at = middle(&window, ALLIANCE);
    window.hover_at(at);
    window.step();
    assert_eq!(
        above_veil(&window, Theme::Light),
        None,
        "nothing flickers under a pointer on its way"
    );
    window.run_steps(5);
    let (opacity, _) = above_veil(&window, Theme::Light).expect("a veil");
    assert!(opacity < 0.5, "the rest is dimmed less than around a nation");
    assert!(stands_out(&window, Theme::Light, "Russia"));
    assert!(stands_out(&window, Theme::Light, "North Korea"));
    assert!(!stands_out(&window, Theme::Light, "Japan"));
}

#[test]
fn a_nation_whose_name_is_cut_has_a_small_card() {
    let mut window = open();
    let at = center(&window, "Canada");
    rest_at(&mut window, at);
    assert!(!says(&window, "1 tie"));
    let before = position(state(&window).map(), "Canada");
    // Its name stands to its right: at the right edge it is cut.
    let edge = window.get_by_role_and_label(Role::Button, "Selection").rect().left() - 20.0;
    let from = Pos2::new(480.0, 760.0);
    let to = from + Vec2::new(edge - at.x, -20.0);
    drag_along(&mut window, Modifiers::NONE, &[from, to]);
    drop_there(&mut window, Modifiers::NONE, to);
    let at = center(&window, "Canada");
    rest_at(&mut window, at);
    assert_eq!(position(state(&window).map(), "Canada"), before, "the view alone has moved");
    assert!(says(&window, "Canada") && says(&window, "1 tie"));
}

/// Corners around a nation.
fn around(window: &Window<'_>, name: &str) -> Vec<Pos2> {
    let at = center(window, name);
    let corner = |x: f32, y: f32| at + Vec2::new(x, y);
    vec![corner(-34.0, -34.0), corner(34.0, -34.0), corner(34.0, 34.0), corner(-34.0, 34.0)]
}

fn selected(window: &Window<'_>) -> Vec<String> {
    let map = state(window).map();
    let name = |id| map.nations().get(id).map(|nation| nation.name.clone());
    state(window).selected_nations().filter_map(name).collect()
}

#[test]
fn a_lasso_selects_what_it_goes_around_and_adds_to_the_selection() {
    let mut window = open();
    let line = around(&window, "France");
    drag_along(&mut window, Modifiers::ALT, &line);
    assert_eq!(selected(&window), Vec::<String>::new(), "not before the line is closed");
    drop_there(&mut window, Modifiers::ALT, line[3]);
    assert_eq!(selected(&window), ["France"]);
    let line = around(&window, "Germany");
    drag_along(&mut window, Modifiers::ALT, &line);
    drop_there(&mut window, Modifiers::ALT, line[3]);
    let mut both = selected(&window);
    both.sort();
    assert_eq!(both, ["France", "Germany"]);
    assert!(!state(&window).history.is_unsaved());
}

#[test]
fn the_tool_lasso_draws_from_anywhere_and_escape_leaves_the_line_and_then_the_tool() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::V);
    assert_eq!(state(&window).tool, Tool::Lasso);
    let before = state(&window).map().clone();
    let mut line = around(&window, "France");
    line.insert(0, center(&window, "France"));
    drag_along(&mut window, Modifiers::NONE, &line);
    press(&mut window, Modifiers::NONE, Key::Escape);
    drop_there(&mut window, Modifiers::NONE, line[4]);
    assert_eq!(selected(&window), Vec::<String>::new());
    assert_eq!(state(&window).tool, Tool::Lasso, "Escape leaves one thing at a time");
    line.remove(0);
    drag_along(&mut window, Modifiers::NONE, &line);
    drop_there(&mut window, Modifiers::NONE, line[3]);
    assert_eq!(selected(&window), ["France"]);
    assert_eq!(*state(&window).map(), before, "nothing is dragged along");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&window).tool, Tool::Select);
    assert_eq!(selected(&window), ["France"]);
}

#[test]
fn a_box_on_its_way_brings_nothing_out() {
    let mut window = open();
    let from = Pos2::new(480.0, 760.0);
    let japan = center(&window, "Japan");
    let over = japan + (japan - from).normalized() * 9.0;
    drag_along(&mut window, Modifiers::SHIFT, &[from, over]);
    window.run_steps(5);
    assert_eq!(above_veil(&window, Theme::Light), None);
    assert!(state(&window).selection.is_empty());
    drop_there(&mut window, Modifiers::SHIFT, over);
    let japan = Target::Nation(nation(state(&window).map(), "Japan"));
    assert!(state(&window).selection.contains(&japan));
    assert!(above_veil(&window, Theme::Light).is_some(), "Japan is under the pointer");
}

/// Drags Germany to below where it is and nearly above Ukraine, while keys are held; lets it go there.
fn drag_germany(window: &mut Window<'_>, held: Modifiers) {
    let from = center(window, "Germany");
    let to = Pos2::new(center(window, "Ukraine").x + 3.0, from.y + 31.0);
    drag_along(window, held, &[from, to]);
}

/// Whether a thin line in the accent colour runs over all of a rectangle's height.
fn has_guide(window: &Window<'_>, over: Rect) -> bool {
    let accent = Palette::of(Theme::Light).accent;
    let accent = Color32::from_rgb(accent.r, accent.g, accent.b);
    window.output().shapes.iter().any(|clipped| match &clipped.shape {
        Shape::LineSegment { points: [a, b], stroke } => {
            let line = Rect::from_two_pos(*a, *b);
            stroke.color == accent && stroke.width <= 1.0 && line.expand(2.0).contains_rect(over)
        }
        _ => false,
    })
}

fn is_upright(window: &Window<'_>) -> bool {
    let map = state(window).map();
    position(map, "Germany").x == position(map, "Ukraine").x
}

#[test]
fn a_dragged_nation_snaps_to_another_and_a_line_shows_to_which() {
    let mut window = open();
    drag_germany(&mut window, Modifiers::NONE);
    let (germany, ukraine) = (center(&window, "Germany"), center(&window, "Ukraine"));
    let between = Rect::from_two_pos(germany, ukraine);
    assert!(between.width() < 0.1 && has_guide(&window, between.expand2(Vec2::new(0.0, 18.0))));
    let at = ukraine + Vec2::new(3.0, germany.y - ukraine.y);
    drop_there(&mut window, Modifiers::NONE, at);
    assert!(is_upright(&window), "as it was shown, so it stays");
    let now = center(&window, "Germany");
    assert!(!has_guide(&window, Rect::from_two_pos(now, ukraine)));
    assert_eq!(state(&window).history.undo_name(), Some("Move Germany"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!is_upright(&window));
}

#[test]
fn ctrl_or_the_setting_leaves_what_is_dragged_under_the_hand() {
    let mut window = open();
    drag_germany(&mut window, Modifiers::COMMAND);
    let at = center(&window, "Germany");
    assert!((at.x - center(&window, "Ukraine").x - 3.0).abs() < 0.3);
    drop_there(&mut window, Modifiers::COMMAND, at);
    assert!(!is_upright(&window));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    do_by_palette(&mut window, Action::SnapToOthers);
    assert!(!state(&window).settings.snap);
    drag_germany(&mut window, Modifiers::NONE);
    let at = center(&window, "Germany");
    drop_there(&mut window, Modifiers::NONE, at);
    assert!(!is_upright(&window));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    do_by_palette(&mut window, Action::SnapToOthers);
    drag_germany(&mut window, Modifiers::NONE);
    let at = center(&window, "Germany");
    drop_there(&mut window, Modifiers::NONE, at + Vec2::new(1.0, 0.0));
    assert!(is_upright(&window));
}

#[test]
fn of_several_in_hand_the_one_under_the_pointer_snaps_and_all_go_along() {
    let mut window = open();
    press(&mut window, Modifiers::NONE, Key::Escape);
    for (name, held) in [("Italy", Modifiers::NONE), ("Germany", Modifiers::COMMAND)] {
        let at = center(&window, name);
        drag_along(&mut window, held, &[at]);
        drop_there(&mut window, held, at);
    }
    assert_eq!(selected(&window).len(), 2);
    let map = state(&window).map();
    let before = position(map, "Italy") - position(map, "Germany");
    drag_germany(&mut window, Modifiers::NONE);
    let at = center(&window, "Germany");
    drop_there(&mut window, Modifiers::NONE, at);
    assert!(is_upright(&window));
    let map = state(&window).map();
    let after = position(map, "Italy") - position(map, "Germany");
    assert!(before.distance(after) < 0.01);
}
