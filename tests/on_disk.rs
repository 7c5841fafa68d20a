//! The file of the open map in the hands of another program: nothing that it wrote is replaced unseen.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::edit::{Additions, add_together, apply};
use entente::formats::{self, Replaces};
use entente::model::{Map, Nation};
use entente::ui::{Dialog, ThemeChoice};
use hand::{Window, press, state, wait_until};

fn map_of(names: &[&str]) -> Map {
    let mut map = Map::empty();
    let nation = |name: &&str| Nation {
        key: (*name).to_owned(),
        name: (*name).to_owned(),
        ..Nation::default()
    };
    let nations = names.iter().map(nation).collect();
    let (_, command) = add_together(&map, Additions { nations, ..Additions::default() });
    apply(&mut map, command).expect("nations");
    map
}

fn write(path: &Path, names: &[&str]) {
    formats::save(&map_of(names), path, Replaces::Anything).expect("a file");
}

fn names_in(path: &Path) -> Vec<String> {
    let opened = formats::read(&fs::read(path).expect("the file")).expect("a map");
    names(&opened.map)
}

fn names(map: &Map) -> Vec<String> {
    let mut names: Vec<String> = map.nations().iter().map(|(_, n)| n.name.clone()).collect();
    names.sort();
    names
}

/// The window with a file of Japan and Peru, of which Peru was deleted since.
fn edited<'a>(folder: &Path) -> (PathBuf, Window<'a>) {
    let path = folder.join("map.entente.json");
    write(&path, &["Japan", "Peru"]);
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = opened::open_file_as(builder, ThemeChoice::Light, Some(path.clone()));
    wait_until(&mut window, |state| state.path.is_some());
    wait_until(&mut window, |state| {
        state.map().nations().iter().all(|(_, n)| n.position.is_some())
    });
    window.run_steps(20);
    let peru = hand::center(&window, "Peru");
    hand::click(&mut window, peru);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(names(state(&window).map()), ["Japan"]);
    (path, window)
}

fn save(window: &mut Window<'_>) {
    press(window, Modifiers::COMMAND, Key::S);
}

fn wait_until_said(window: &mut Window<'_>, text: &str) {
    for _ in 0..500 {
        if window.query_all_by_label(text).next().is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.run_steps(1);
    }
    panic!("“{text}” isn't said");
}

fn answer(window: &mut Window<'_>, label: &str) {
    wait_until(window, |state| matches!(state.dialog, Some(Dialog::NotSaved(..))));
    window.run_steps(2);
    window.get_by_label(label).click();
    window.run_steps(2);
}

#[test]
fn what_another_program_wrote_is_kept_until_somebody_says_otherwise() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut window) = edited(folder.path());
    write(&path, &["Chad"]);
    save(&mut window);
    answer(&mut window, "Cancel");
    assert_eq!(
        (names_in(&path), state(&window).history.is_unsaved()),
        (vec!["Chad".to_owned()], true)
    );
    save(&mut window);
    answer(&mut window, "Keep mine");
    wait_until(&mut window, |state| !state.history.is_unsaved());
    assert_eq!(names_in(&path), ["Japan"]);
    assert_eq!(names_in(&folder.path().join("map.entente.json~")), ["Chad"]);
    // What this window wrote itself is no change.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    save(&mut window);
    wait_until(&mut window, |state| !state.history.is_unsaved());
    assert_eq!(names_in(&path), ["Japan", "Peru"]);
}

#[test]
fn both_can_be_put_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut window) = edited(folder.path());
    write(&path, &["Japan", "Chad"]);
    save(&mut window);
    wait_until_said(&mut window, "Only in the file: Chad.");
    answer(&mut window, "Merge…");
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
    // Nothing can be added before it is known what differs.
    for _ in 0..200 {
        if state(&window).dialog.is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    wait_until(&mut window, |state| state.map().nations().len() == 2);
    save(&mut window);
    let both = ["Chad", "Japan"];
    wait_until(&mut window, |_| names_in(&path) == both);
}

#[test]
fn the_file_can_be_shown_instead() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut window) = edited(folder.path());
    write(&path, &["Chad"]);
    window.event(Event::WindowFocused(true));
    window.run_steps(2);
    let text = "Another program has changed “map.entente.json”";
    wait_until_said(&mut window, text);
    // Where it stands is known from its second frame on.
    window.run_steps(4);
    window.get_by_label("Decide…").click();
    answer(&mut window, "Reload");
    wait_until(&mut window, |state| names(state.map()) == ["Chad"]);
    assert!(!state(&window).history.is_unsaved());
}

#[test]
fn a_file_that_is_gone_is_told_of_and_written_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut window) = edited(folder.path());
    save(&mut window);
    wait_until(&mut window, |state| !state.history.is_unsaved());
    fs::rename(&path, folder.path().join("elsewhere")).expect("moved");
    window.event(Event::WindowFocused(true));
    window.run_steps(2);
    let text =
        "“map.entente.json” isn't there any more: it was moved or deleted. Save writes it anew.";
    wait_until_said(&mut window, text);
    assert!(state(&window).history.is_unsaved(), "it isn't let go unasked");
    save(&mut window);
    wait_until(&mut window, |state| !state.history.is_unsaved());
    assert_eq!(names_in(&path), ["Japan"]);
}

#[test]
fn a_read_only_file_is_asked_about() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, mut window) = edited(folder.path());
    let mut permissions = fs::metadata(&path).expect("the file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("its permissions");
    save(&mut window);
    answer(&mut window, "Replace");
    wait_until(&mut window, |state| !state.history.is_unsaved());
    assert_eq!(names_in(&path), ["Japan"]);
    assert!(fs::metadata(&path).expect("the file").permissions().readonly());
}
