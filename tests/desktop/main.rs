//! The real window on a display of its own, driven by mouse and keyboard, native file dialogs
//! included. Needs Xvfb, openbox, xdotool, zenity and ImageMagick's import; says so and passes where
//! one is missing.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(
    clippy::print_stderr,
    reason = "a test that drives the window for minutes says what it did"
)]

mod ends;
mod screen;
#[path = "../skipped/mod.rs"]
mod skipped;
mod soak;

use std::path::Path;
use std::time::Duration;

use entente::formats;
use entente::model::Map;

use crate::screen::{Blob, Screen};
use crate::skipped::skipped;

/// Two nations that a screenshot can find by their colours, and a tie.
const MAP: &str = r##"{
  "format": "entente-map",
  "version": "1.0",
  "title": "Desk",
  "kinds": [
    { "id": "allied", "name": "Allied", "sign": "friendly", "color": "#1B6CA8", "dash": "solid", "width": 2.5 }
  ],
  "nations": [
    { "id": "red", "name": "Red", "type": "group", "color": "#E010E0", "position": [-160, 0] },
    { "id": "blue", "name": "Blue", "type": "group", "color": "#10C0E0", "position": [160, 0] }
  ],
  "ties": [
    { "id": "tie", "from": "red", "to": "blue", "kind": "allied" }
  ]
}
"##;

const RED: [u8; 3] = [0xE0, 0x10, 0xE0];
const BLUE: [u8; 3] = [0x10, 0xC0, 0xE0];
/// How far the hand drags the red nation.
const DRAG: (i32, i32) = (40, 90);

#[test]
fn a_map_is_opened_changed_saved_and_left() {
    if let Some(missing) = screen::missing_programs() {
        skipped(&format!(
            "the desktop test needs {missing} (Debian: xvfb openbox xdotool zenity imagemagick)"
        ));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("desk.entente.json");
    std::fs::write(&map, MAP).expect("a file");
    let mut screen = Screen::start(folder.path());

    screen.wait_for_title("Japan and New Zealand, June 2024 — Entente");
    open(&mut screen, &map);
    let red = move_red(&mut screen);
    rests(&mut screen);
    rename(&mut screen, &red);
    let saved = folder.path().join("saved.entente.json");
    save_as(&mut screen, &saved);
    check(&formats::open(&saved).expect("a map").map);
    leave(&mut screen);
}

fn open(screen: &mut Screen, map: &Path) {
    screen.key("ctrl+o");
    screen.type_into_dialog("Open", map);
    screen.wait_for_title("Desk — Entente");
}

/// Drags the red nation from beside its middle: it keeps its place under the hand.
fn move_red(screen: &mut Screen) -> Blob {
    let before = screen.find(RED);
    let blue = screen.find(BLUE);
    screen.drag((before.x + 6, before.y - 5), DRAG);
    screen.wait_for_title("• Desk — Entente");
    let after = screen.find(RED);
    let moved = (after.x - before.x, after.y - before.y);
    assert!((moved.0 - DRAG.0).abs() <= 2 && (moved.1 - DRAG.1).abs() <= 2, "moved by {moved:?}");
    let still = screen.find(BLUE);
    assert!((still.x - blue.x).abs() < DRAG.0, "the other follows a little at most");
    screen.key("ctrl+z");
    screen.wait_for_title("Desk — Entente");
    screen
        .wait_until("the red nation is back", |screen| (screen.find(RED).y - before.y).abs() <= 2);
    screen.key("ctrl+shift+z");
    screen.wait_for_title("• Desk — Entente");
    screen.wait_until("the red nation has moved again", |screen| {
        (screen.find(RED).y - after.y).abs() <= 2
    });
    after
}

/// Without a hand on it, the app draws nothing and takes no time of the processor: less than a
/// thousandth of ten seconds, which the system counts in hundredths of a second.
fn rests(screen: &mut Screen) {
    // The toast that names a step goes within some seconds, and a large map is drawn with all care.
    std::thread::sleep(Duration::from_secs(8));
    screen.wait_until("nothing is drawn any more", |screen| {
        let before = screen.processor_ticks();
        // A frame may wait that long for a display whose processor is busy.
        std::thread::sleep(Duration::from_secs(4));
        screen.processor_ticks() == before
    });
    let before = screen.processor_ticks();
    std::thread::sleep(Duration::from_secs(10));
    let ticks = screen.processor_ticks() - before;
    assert!(ticks <= 1, "{ticks} ticks of the processor in 10 s at rest");
}

/// A map of 10,000 nations and 50,000 ties, as text.
fn large_map() -> String {
    const NATIONS: u32 = 10_000;
    const TIES: u32 = 50_000;
    let mut state = 42_u32;
    let mut below = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((u64::from(state) * u64::from(limit)) >> 32) as u32
    };
    let mut nations = Vec::new();
    for n in 0..NATIONS {
        let (x, y) = (below(11_000), below(11_000));
        nations.push(format!(r#"{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#));
    }
    let mut ties = Vec::new();
    for _ in 0..TIES {
        let (from, to) = (below(NATIONS), below(NATIONS));
        ties.push(format!(r#"{{"from":"{from}","to":"{to}","kind":"pact"}}"#));
    }
    format!(
        r#"{{"format":"entente-map","version":"1.0","title":"Large","nations":[{}],"ties":[{}]}}"#,
        nations.join(","),
        ties.join(",")
    )
}

#[test]
fn a_large_map_is_opened_cut_mended_and_costs_nothing_at_rest() {
    if let Some(missing) = screen::missing_programs() {
        skipped(&format!("the desktop test needs {missing}"));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("large.entente.json");
    std::fs::write(&map, large_map()).expect("a file");
    let mut screen = Screen::start_with(folder.path(), Some(&map));
    screen.wait_for_title("Large — Entente");
    rests(&mut screen);
    screen.zoom((480, 400), 3);
    screen.key("f");
    screen.move_to(BESIDE);
    rests(&mut screen);
    let whole = brightness_of_the_part(&mut screen);
    // A box that begins beside the map and holds about a tenth of it.
    screen.drag_holding("shift", (70, 400), (400, 200));
    screen.key("Delete");
    screen.wait_for_title("• Large — Entente");
    screen.move_to(BESIDE);
    screen.wait_until("the part that was cut is gone from the map", |screen| {
        brightness_of_the_part(screen) > whole + 15.0
    });
    screen.key("ctrl+z");
    screen.wait_for_title("Large — Entente");
    screen.wait_until("the map is drawn as it was", |screen| {
        (brightness_of_the_part(screen) - whole).abs() < 1.0
    });
    rests(&mut screen);
}

/// A place beside the map, where nothing is under the pointer.
const BESIDE: (i32, i32) = (1200, 640);

/// How bright the part of the map is that the test cuts.
fn brightness_of_the_part(screen: &mut Screen) -> f64 {
    screen.brightness((320, 440), (420, 560))
}

fn rename(screen: &mut Screen, red: &Blob) {
    screen.click((red.x, red.y));
    screen.key("F2");
    std::thread::sleep(Duration::from_millis(400));
    screen.type_text("Redland");
    screen.key("Return");
}

fn save_as(screen: &mut Screen, path: &Path) {
    screen.key("ctrl+shift+s");
    screen.type_into_dialog("Save", path);
    screen.wait_until("the file is written", |_| path.is_file());
    screen.wait_for_title("Desk — Entente");
}

fn check(map: &Map) {
    let nation = |key: &str| {
        let id = map.nations().by_key(key).expect("both nations");
        map.nations().get(id).expect("its record").clone()
    };
    let (red, blue) = (nation("red"), nation("blue"));
    assert_eq!(red.name, "Redland");
    assert!(red.pinned && !blue.pinned, "what was dropped is pinned");
    let at = red.position.expect("a position");
    assert!(at.x > -160.0 && at.y > 20.0, "{at:?}");
}

/// Closing with unsaved work asks; cancelling keeps the app, and “Don't save” leaves it.
fn leave(screen: &mut Screen) {
    screen.key("Delete");
    screen.wait_for_title("• Desk — Entente");
    screen.key("alt+F4");
    std::thread::sleep(Duration::from_secs(1));
    screen.key("Escape");
    std::thread::sleep(Duration::from_secs(1));
    assert!(screen.is_running(), "cancelled, so it stays");
    screen.wait_for_title("• Desk — Entente");
    screen.key("alt+F4");
    std::thread::sleep(Duration::from_secs(1));
    screen.key("Tab");
    screen.key("Tab");
    screen.key("Return");
    assert_eq!(screen.exit_code(), Some(0));
}
