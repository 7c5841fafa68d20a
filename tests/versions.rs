//! Earlier saved versions of a map in the window: looked at, gone back to, opened anew.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::formats::{self, Replaces};
use entente::model::Map;
use entente::ui::{Action, Dialog, Start, ThemeChoice};
use hand::{Window, do_by_palette, press, state, wait_until};

fn start<'a>(folder: &Path, path: PathBuf) -> Window<'a> {
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let versions = Some(folder.join("versions"));
    let start = Start { path: Some(path), versions, ..Start::default() };
    let mut window = opened::start_as(builder, ThemeChoice::Light, start);
    wait_until(&mut window, |state| state.path.is_some());
    window.run_steps(20);
    window
}

fn saved_file(folder: &Path) -> PathBuf {
    let path = folder.join("map.entente.json");
    let sample = formats::samples::SAMPLES[0].json;
    let map = formats::read(sample.as_bytes()).expect("a map").map;
    formats::save(&map, &path, Replaces::Anything).expect("a file");
    path
}

fn delete_and_save(window: &mut Window<'_>, name: &str) {
    let at = hand::center(window, name);
    hand::click(window, at);
    press(window, Modifiers::NONE, Key::Delete);
    press(window, Modifiers::COMMAND, Key::S);
    wait_until(window, |state| !state.history.is_unsaved());
    window.run_steps(2);
}

fn has(map: &Map, name: &str) -> bool {
    map.nations().iter().any(|(_, nation)| nation.name == name)
}

/// Opens the list and chooses the version of which this is said.
fn look_at(window: &mut Window<'_>, words: &str) {
    do_by_palette(window, Action::Versions);
    assert_eq!(state(window).dialog, Some(Dialog::Versions));
    for _ in 0..200 {
        if window.query_all_by_label_contains(words).next().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    // The row, or the text on it.
    window.query_all_by_label_contains(words).next().expect("listed").click();
    window.run_steps(2);
}

/// Waits until a button can be pressed, and presses it.
fn press_button(window: &mut Window<'_>, label: &str, done: impl Fn(&entente::ui::State) -> bool) {
    for _ in 0..300 {
        if done(state(window)) {
            return;
        }
        if let Some(button) = window.query_by_label(label) {
            button.click();
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.run_steps(2);
    }
    panic!("{label} does nothing");
}

#[test]
fn an_earlier_version_is_restored_as_a_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let mut window = start(folder.path(), path.clone());
    delete_and_save(&mut window, "China");
    delete_and_save(&mut window, "Canada");
    // What the file held before the first save is kept as well.
    look_at(&mut window, "as it was before");
    press_button(&mut window, "Restore", |state| has(state.map(), "China"));
    let now = state(&window);
    assert!(has(now.map(), "Canada") && now.history.is_unsaved() && now.dialog.is_none());
    assert!(now.history.undo_name().is_some_and(|name| name.starts_with("Restore version of ")));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!has(state(&window).map(), "China") && !state(&window).history.is_unsaved());

    look_at(&mut window, "removed China and");
    press_button(&mut window, "Open as new map", |state| state.path.is_none());
    let now = state(&window);
    assert!(has(now.map(), "Canada") && !has(now.map(), "China") && now.history.is_unsaved());
    drop(window);

    // They are there at the next start as well, and say what had changed.
    let mut window = start(folder.path(), path);
    look_at(&mut window, "saved last: removed Canada and");
}
