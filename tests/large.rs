//! A map so large that its picture is made on a thread: what a person does is seen at once or in a
//! moment, and what is shown meanwhile does no harm.
#![cfg(feature = "gui")]

#[path = "opened/drag.rs"]
mod drag;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use drag::{drag_along, drop_there};
use egui::accesskit::Role;
use egui::epaint::Shape;
use egui::{Event, Key, Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::ui::{Action, ThemeChoice};
use hand::{Window, center, click, do_by_palette, nation, position, press, state};
use opened::open_file_as;

/// Nations on a grid, each with ties to the next ones.
const COLUMNS: usize = 20;
const NATIONS: usize = COLUMNS * COLUMNS;

fn file() -> tempfile::NamedTempFile {
    let mut text = r#"{"format": "entente-map", "version": "1.0", "nations": ["#.to_owned();
    for n in 0..NATIONS {
        let (x, y, comma) = (n % COLUMNS * 100, n / COLUMNS * 100, if n > 0 { "," } else { "" });
        write!(text, r#"{comma}{{"id": "{n}", "name": "N{n}", "position": [{x}, {y}]}}"#).unwrap();
    }
    text += r#"], "ties": ["#;
    for n in 1..NATIONS * 10 {
        let (from, to) = (n % NATIONS, (n * 7 + n / NATIONS) % NATIONS);
        let comma = if n > 1 { "," } else { "" };
        write!(text, r#"{comma}{{"from": "{from}", "to": "{to}", "kind": "pact"}}"#).unwrap();
    }
    let mut file = tempfile::Builder::new().suffix(".entente.json").tempfile().expect("a file");
    file.write_all((text + "]}").as_bytes()).expect("room for a file");
    file
}

/// The window with the map as it shows itself once it is drawn.
fn open<'a>() -> Window<'a> {
    let file = file();
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = open_file_as(builder, ThemeChoice::Light, Some(file.path().to_owned()));
    until(&mut window, |window| state(window).map().nations().len() == NATIONS);
    rest(&mut window);
    window
}

/// Lets frames go by until something holds.
fn until(window: &mut Window<'_>, holds: impl Fn(&Window<'_>) -> bool) {
    let began = Instant::now();
    while !holds(window) {
        assert!(began.elapsed() < Duration::from_secs(60), "it never came to that");
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
}

fn is_drawing(window: &Window<'_>) -> bool {
    window.state().as_ref().expect("the app").is_drawing()
}

/// Lets the picture be made.
fn rest(window: &mut Window<'_>) {
    window.run_steps(20);
    until(window, |window| !is_drawing(window));
    window.run_steps(4);
}

fn is_seen(window: &Window<'_>, name: &str) -> bool {
    window.query_by_role_and_label(Role::GraphicsObject, name).is_some()
}

#[test]
fn what_is_deleted_goes_in_a_moment_and_can_be_neither_hit_nor_named_before() {
    let mut window = open();
    let at = center(&window, "N209");
    click(&mut window, at);
    assert_eq!(state(&window).selection.len(), 1);
    window.key_press(Key::Delete);
    window.step();
    window.step();
    assert_eq!(state(&window).map().nations().len(), NATIONS - 1);
    assert!(is_drawing(&window), "its picture is being made");
    click(&mut window, at);
    assert!(state(&window).selection.is_empty(), "there is nothing any more");
    rest(&mut window);
    assert!(!is_seen(&window, "N209") && is_seen(&window, "N210"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    rest(&mut window);
    assert!(is_seen(&window, "N209"));
}

#[test]
fn a_group_is_dragged_as_it_stands_and_the_rest_stays() {
    let mut window = open();
    let names = ["N188", "N189", "N208", "N209"];
    let corner = |window: &Window<'_>, name, by: f32| center(window, name) + vec2(by, by);
    let (from, to) = (corner(&window, "N188", -9.0), corner(&window, "N209", 9.0));
    drag_along(&mut window, Modifiers::SHIFT, &[from, to]);
    drop_there(&mut window, Modifiers::SHIFT, to);
    assert_eq!(state(&window).selected_nations().count(), names.len());
    let before = names.map(|name| position(state(&window).map(), name));
    let seen = names.map(|name| center(&window, name));
    let by = vec2(31.0, -47.0);
    drag_along(&mut window, Modifiers::COMMAND, &[seen[0], seen[0] + by]);
    let moved = names.map(|name| center(&window, name));
    for (from, to) in seen.iter().zip(moved) {
        assert!((to - (*from + by)).length() < 1.5, "{from} {to}");
    }
    let stays = center(&window, "N191");
    drop_there(&mut window, Modifiers::COMMAND, seen[0] + by);
    rest(&mut window);
    let map = state(&window).map();
    let steps = names.map(|name| position(map, name)).into_iter().zip(before);
    let steps: Vec<_> = steps.map(|(after, before)| after - before).collect();
    assert!(steps.iter().all(|step| step.distance(steps[0]) < 0.1 && step.x > 31.0));
    assert!((center(&window, "N191") - stays).length() < 0.5);
    for (at, name) in moved.iter().zip(names) {
        assert!(
            (center(&window, name) - *at).length() < 1.5,
            "drawn with care where it was dropped"
        );
    }
}

#[test]
fn a_new_nation_is_named_before_it_has_been_drawn() {
    let mut window = open();
    window.key_press(Key::N);
    window.step();
    window.step();
    assert!(is_drawing(&window));
    window.event(Event::Text("Atlantis".to_owned()));
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    nation(state(&window).map(), "Atlantis");
    rest(&mut window);
    assert!(is_seen(&window, "Atlantis"));
}

#[test]
fn a_layout_leaves_the_map_drawn_where_it_has_put_it() {
    let mut window = open();
    window.key_press(Key::L);
    window.step();
    until(&mut window, |window| state(window).history.undo_name().is_some());
    rest(&mut window);
    let (from, to) = (position(state(&window).map(), "N3"), position(state(&window).map(), "N209"));
    let on_screen = center(&window, "N209") - center(&window, "N3");
    let in_world = to - from;
    let zoom = on_screen.length() / in_world.length();
    let wanted = vec2(in_world.x, in_world.y) * zoom;
    assert!((on_screen - wanted).length() < 2.0, "{on_screen} {wanted}");
    assert_eq!(window.query_all_by_role(Role::GraphicsObject).count(), NATIONS, "all are in view");
}

#[test]
fn a_change_of_theme_shows_on_the_map_as_a_whole() {
    let mut window = open();
    let canvas_of = |window: &Window<'_>| {
        let mut grounds =
            window.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
                Shape::Rect(rect) if rect.rect.width() > 800.0 && rect.rect.height() > 600.0 => {
                    Some(rect.fill)
                }
                _ => None,
            });
        grounds.next_back().expect("the ground of the map")
    };
    let light = canvas_of(&window);
    do_by_palette(&mut window, Action::ThemeDark);
    assert!(is_drawing(&window), "the dark map is being made");
    // Until it is there, the ground goes with the marks upon it.
    until(&mut window, |window| {
        assert!(!is_drawing(window) || canvas_of(window) == light);
        !is_drawing(window)
    });
    window.run_steps(2);
    assert_ne!(canvas_of(&window), light);
}
