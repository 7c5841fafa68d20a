//! Pacts of many in the window: found, renamed, made, taken back, and expanded into ties again.
#![cfg(feature = "gui")]

#[path = "condensing/alliances.rs"]
mod alliances;
#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use std::path::Path;

use alliances::{Recipe, map};
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::analysis::pacts::tie_difference;
use entente::formats::{self, Replaces};
use entente::model::{Map, NationType};
use entente::ui::{Action, Dialog, ThemeChoice};
use hand::{Window, do_by_palette, press, state, wait_until};

/// A map of pacts that is held as pairs, with dates.
fn pairs() -> Map {
    map(Recipe {
        seed: 5,
        nations: 60,
        pacts: 6,
        treaties: 20,
        dated: true,
        strongest_alone: false,
    })
}

fn open<'a>(folder: &Path, map: &Map) -> Window<'a> {
    let path = folder.join("pairs.entente.json");
    formats::save(map, &path, Replaces::Anything).expect("a file");
    let builder = Harness::builder().with_size(Vec2::new(1280.0, 800.0));
    let mut window = opened::open_file_as(builder, ThemeChoice::Light, Some(path));
    wait_until(&mut window, |state| state.path.is_some());
    let is_placed = |map: &Map| map.nations().iter().all(|(_, n)| n.position.is_some());
    wait_until(&mut window, |state| is_placed(state.map()));
    window
}

/// Opens the dialog and waits until groups are listed.
fn find_pacts(window: &mut Window<'_>) {
    do_by_palette(window, Action::FindPacts);
    assert_eq!(state(window).dialog, Some(Dialog::FindPacts));
    wait_for(window, "that lose nothing");
}

fn wait_for(window: &mut Window<'_>, words: &str) {
    for _ in 0..1500 {
        if window.query_all_by_label_contains(words).next().is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    panic!("“{words}” isn't said");
}

#[test]
fn pacts_are_made_in_one_step_and_expanded_into_the_same_ties() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path(), &pairs());
    let before = state(&window).map().clone();
    find_pacts(&mut window);
    // What the first group is about stands out on the map.
    window.run_steps(3);
    assert!(state(&window).spoken_of.len() > 3);
    // Enter in the list accepts.
    press(&mut window, Modifiers::NONE, Key::Enter);
    wait_until(&mut window, |state| state.dialog.is_none());
    let made = state(&window).map().clone();
    assert!(state(&window).history.undo_name().is_some_and(|name| name.starts_with("Make ")));
    assert!(made.ties().len() < before.ties().len() / 2, "{}", made.ties().len());
    let organisations = made.nations().iter().skip(before.nations().len());
    for (_, nation) in organisations {
        assert_eq!(nation.nation_type, NationType::Organisation);
        assert!(nation.position.is_some(), "{} is placed", nation.name);
    }
    assert_eq!(tie_difference(&before, &made).expect("few"), Default::default());
    wait_for(&mut window, "in place of");
    // The toast goes to its place once its size is known.
    window.run_steps(4);
    window.get_by_label("Undo").click();
    window.run_steps(3);
    assert_eq!(state(&window).history.undo_name(), None);
    assert!(*state(&window).map() == before, "one step brings the exact map back");

    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(*state(&window).map() == made);
    do_by_palette(&mut window, Action::ExpandPacts);
    wait_until(&mut window, |state| {
        state.history.undo_name().is_some_and(|name| name.starts_with("Expand "))
    });
    let expanded = state(&window).map();
    assert_eq!(expanded.nations().len(), before.nations().len());
    assert_eq!(expanded.ties().len(), before.ties().len());
    assert_eq!(tie_difference(&before, expanded).expect("few"), Default::default());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(*state(&window).map() == made);
}

#[test]
fn one_group_is_renamed_and_made_alone_by_the_keyboard() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path(), &pairs());
    let before = state(&window).map().nations().len();
    find_pacts(&mut window);
    // Up to the heading, whose tick stands for all; then the first group alone.
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::Space);
    wait_for(&mut window, "Tick a group to make an organisation of it.");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    wait_for(&mut window, "become 1 organisation");
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text("NATO".to_owned()));
    window.run_steps(2);
    window.get_by_label("Make organisations").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let map = state(&window).map();
    let (_, nation) = map.nations().iter().last().expect("an organisation");
    assert_eq!((map.nations().len(), nation.name.as_str()), (before + 1, "NATO"));
    assert_eq!(nation.code.as_deref(), Some("ORG NATO"));
}

#[test]
fn closing_cancels_the_search_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = open(folder.path(), &pairs());
    let before = state(&window).map().clone();
    do_by_palette(&mut window, Action::FindPacts);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&window).dialog, None);
    window.run_steps(20);
    assert!(state(&window).spoken_of.is_empty() && *state(&window).map() == before);
    find_pacts(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(state(&window).spoken_of.is_empty());
}

#[test]
fn where_there_is_nothing_to_find_it_says_what_was_looked_for() {
    let mut window = hand::open();
    do_by_palette(&mut window, Action::FindPacts);
    wait_for(&mut window, "No group was found.");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&window).dialog, Some(Dialog::FindPacts), "there is nothing to accept");
}
