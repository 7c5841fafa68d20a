//! Work that isn't saved comes back at the next start of the window, however the one before ended.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::formats::{self, Replaces};
use entente::model::Map;
use entente::ui::{Action, Dialog, Settings, Start, ThemeChoice};
use hand::{Window, do_by_palette, press, state, wait_until};

fn start<'a>(folder: &Path, path: Option<PathBuf>) -> Window<'a> {
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let start = Start { path, recovery: Some(folder.join("recovery")), ..Start::default() };
    opened::start_as(builder, ThemeChoice::Light, start)
}

/// Ends a window as a crash does: nothing is asked, but what was done a moment ago has reached the disk.
fn crash(window: Window<'_>) {
    drop(window);
}

fn delete(window: &mut Window<'_>, name: &str) {
    let at = hand::center(window, name);
    hand::click(window, at);
    press(window, Modifiers::NONE, Key::Delete);
}

fn has(map: &Map, name: &str) -> bool {
    map.nations().iter().any(|(_, nation)| nation.name == name)
}

fn click(window: &mut Window<'_>, label: &str) {
    window.run_steps(2);
    window.get_by_label(label).click();
    window.run_steps(2);
}

fn wait_for_offer(window: &mut Window<'_>) {
    wait_until(window, |state| state.dialog == Some(Dialog::Recovery));
    window.run_steps(2);
}

#[test]
fn a_map_without_a_file_comes_back_with_its_steps() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = start(folder.path(), None);
    delete(&mut window, "China");
    delete(&mut window, "Canada");
    crash(window);

    let mut window = start(folder.path(), None);
    wait_for_offer(&mut window);
    assert!(window.query_by_label_contains("in no file yet").is_some());
    click(&mut window, "Open");
    wait_until(&mut window, |state| !has(state.map(), "China"));
    assert!(state(&window).history.is_unsaved() && state(&window).dialog.is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(state(&window).map(), "China") && has(state(&window).map(), "Canada"));
    // It goes on: what is done now comes back as well, and what was undone can be done again.
    press(&mut window, Modifiers::COMMAND, Key::Y);
    crash(window);
    let mut window = start(folder.path(), None);
    wait_for_offer(&mut window);
    click(&mut window, "Open");
    wait_until(&mut window, |state| state.history.redo_name().is_some());
    assert!(!has(state(&window).map(), "China") && has(state(&window).map(), "Canada"));
}

#[test]
fn the_offer_stays_until_it_is_taken_or_thrown_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = start(folder.path(), None);
    delete(&mut window, "China");
    crash(window);
    for _ in 0..2 {
        let mut window = start(folder.path(), None);
        wait_for_offer(&mut window);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(state(&window).dialog, None);
        // It can be asked for again.
        do_by_palette(&mut window, Action::Recover);
        assert_eq!(state(&window).dialog, Some(Dialog::Recovery));
        crash(window);
    }
    let mut window = start(folder.path(), None);
    wait_for_offer(&mut window);
    click(&mut window, "Throw away…");
    click(&mut window, "Keep");
    click(&mut window, "Throw away…");
    click(&mut window, "Throw away for good");
    wait_until(&mut window, |state| state.dialog.is_none());
    crash(window);
    let mut window = start(folder.path(), None);
    std::thread::sleep(Duration::from_millis(300));
    window.run_steps(3);
    assert_eq!(state(&window).dialog, None);
}

#[test]
fn the_offer_outlasts_the_map_of_the_last_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let mut window = start(folder.path(), Some(path.clone()));
    wait_until(&mut window, |state| state.path.is_some());
    delete(&mut window, "China");
    crash(window);
    let mut window = start(folder.path(), Some(path));
    wait_until(&mut window, |state| state.path.is_some());
    wait_for_offer(&mut window);
    window.run_steps(5);
    assert_eq!(state(&window).dialog, Some(Dialog::Recovery));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run_steps(5);
    assert_eq!(state(&window).dialog, None, "closed by hand it stays so");
}

fn saved_file(folder: &Path) -> PathBuf {
    let path = folder.join("map.entente.json");
    let sample = formats::samples::SAMPLES[0].json;
    let map = formats::read(sample.as_bytes()).expect("a map").map;
    formats::save(&map, &path, Replaces::Anything).expect("a file");
    path
}

#[test]
fn what_is_done_to_a_file_is_offered_and_the_file_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let before = fs::read(&path).expect("the file");
    let mut window = start(folder.path(), Some(path.clone()));
    wait_until(&mut window, |state| state.path.is_some());
    window.run_steps(20);
    delete(&mut window, "China");
    crash(window);
    assert_eq!(fs::read(&path).expect("the file"), before);
    // Meanwhile somebody else writes to it: a backup that is older than the file says so.
    fs::write(&path, [before.as_slice(), b"\n"].concat()).expect("written");

    let mut window = start(folder.path(), None);
    wait_for_offer(&mut window);
    assert!(window.query_by_label_contains("1 step since it was saved").is_some());
    assert!(window.query_by_label_contains("changed since by another program").is_some());
    click(&mut window, "Open");
    wait_until(&mut window, |state| state.path.is_some());
    assert!(!has(state(&window).map(), "China"));
    // Nor is it saved over that unasked.
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, |state| matches!(state.dialog, Some(Dialog::NotSaved(..))));
}

#[test]
fn steps_can_be_undone_after_a_save_and_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let mut window = start(folder.path(), Some(path.clone()));
    wait_until(&mut window, |state| state.path.is_some());
    window.run_steps(20);
    delete(&mut window, "China");
    press(&mut window, Modifiers::COMMAND, Key::S);
    wait_until(&mut window, |state| !state.history.is_unsaved());
    window.run_steps(2);
    crash(window);

    let mut window = start(folder.path(), Some(path));
    wait_until(&mut window, |state| state.history.undo_name().is_some());
    assert!(!state(&window).history.is_unsaved() && state(&window).dialog.is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(state(&window).map(), "China"));
}

#[test]
fn two_windows_on_one_file_keep_their_work_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let mut windows = [start(folder.path(), Some(path.clone())), start(folder.path(), Some(path))];
    for (window, name) in windows.iter_mut().zip(["China", "Canada"]) {
        wait_until(window, |state| state.path.is_some());
        window.run_steps(20);
        delete(window, name);
    }
    // While a window has its work, no other is offered it.
    std::thread::sleep(Duration::from_millis(400));
    let other = start(folder.path(), None);
    assert_eq!(state(&other).left, []);
    drop(other);
    windows.into_iter().for_each(crash);
    let mut window = start(folder.path(), None);
    wait_for_offer(&mut window);
    assert_eq!(state(&window).left.len(), 2);
}

#[test]
fn the_next_start_goes_on_with_the_map_that_was_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = saved_file(folder.path());
    let mut window = start(folder.path(), Some(path.clone()));
    wait_until(&mut window, |state| state.path.is_some());
    let settings = state(&window).settings.clone();
    assert_eq!(settings.open, Some(path.clone()));
    crash(window);
    let next = |settings: &Settings| {
        let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
        let start = Start { settings: settings.clone(), ..Start::default() };
        opened::start_with_its_settings(builder, start)
    };
    let mut window = next(&settings);
    wait_until(&mut window, |state| state.path.is_some());
    crash(window);
    // Where the file is gone, there is the first sample.
    fs::remove_file(&path).expect("removed");
    let window = next(&settings);
    assert!(state(&window).path.is_none() && !state(&window).map().nations().is_empty());
}
