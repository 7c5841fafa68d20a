//! However the window ends, what was done in it is kept.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use entente::edit::History;
use entente::recovery::{Missing, RecoveryFolder};

use crate::screen::{self, Screen};
use crate::skipped::skipped;
use crate::{MAP, RED};

/// How often the window is killed.
const KILLS: u64 = 3;
/// How often in a soak.
const KILLS_IN_A_SOAK: u64 = 50;
/// From then on an edit is safe.
const SAFE_AFTER: Duration = Duration::from_secs(1);

#[test]
fn a_window_that_is_killed_at_any_moment_loses_nothing() {
    let Some(missing) = screen::missing_programs() else { return kill_again_and_again() };
    skipped(&format!("the desktop test needs {missing}"));
}

fn kill_again_and_again() {
    let kills = if std::env::var_os("ENTENTE_SOAK").is_some_and(|soak| soak == "1") {
        KILLS_IN_A_SOAK
    } else {
        KILLS
    };
    let mut came_back = 0;
    for kill in 0..kills {
        let (safe, history) = kill_once(kill);
        let copies = history.map().nations().len() - 2;
        assert!(copies >= safe, "kill {kill}: {copies} came back, but {safe} were safe");
        came_back += copies;
    }
    eprintln!("{kills} windows killed; {came_back} edits came back, and all that were safe");
}

/// Makes copies of a nation, kills the window while it makes more, and returns how many were safe and what is left.
fn kill_once(kill: u64) -> (usize, History) {
    let home = tempfile::tempdir().expect("a folder");
    let mut screen = start(home.path());
    let safe = 1 + (kill * 7 % 5) as usize;
    duplicate(&mut screen, safe);
    screen.wait_until_idle();
    sleep(SAFE_AFTER);
    for _ in 0..kill % 4 {
        screen.press("ctrl+d");
    }
    sleep(Duration::from_millis(kill * 97 % 400));
    screen.kill_app();
    (safe, left_in(home.path()))
}

fn start(home: &Path) -> Screen {
    let map = home.join("desk.entente.json");
    std::fs::write(&map, MAP).expect("a file");
    let mut screen = Screen::start_with(home, Some(&map));
    screen.wait_for_title("Desk — Entente");
    // The map moves into the middle first.
    screen.wait_until_idle();
    screen
}

fn duplicate(screen: &mut Screen, times: usize) {
    let red = screen.find(RED);
    screen.click((red.x + 6, red.y - 5));
    for _ in 0..times {
        screen.key("ctrl+d");
    }
    screen.wait_for_title("• Desk — Entente");
}

/// The one document that was left in a person's folder, with all of its steps.
fn left_in(home: &Path) -> History {
    let recovery = RecoveryFolder::new(journals(home));
    let left = recovery.left();
    assert_eq!(left.len(), 1, "{left:?}");
    let (_journal, recovered) = recovery.take_over(&left[0].id).expect("it can be had");
    assert_eq!(recovered.missing, Missing::default());
    recovered.history
}

fn journals(home: &Path) -> PathBuf {
    home.join("state/entente/recovery")
}

#[test]
fn a_window_that_the_system_ends_keeps_the_last_stroke_and_offers_it() {
    if let Some(missing) = screen::missing_programs() {
        skipped(&format!("the desktop test needs {missing}"));
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let mut screen = start(home.path());
    duplicate(&mut screen, 3);
    screen.terminate_app();
    assert_eq!(screen.exit_code(), Some(0));
    screen.start_again();
    // The map of the last start as it was saved, and above it the offer, with the keyboard on “Open”.
    screen.wait_for_title("Desk — Entente");
    screen.wait_until_idle();
    screen.key("Return");
    screen.wait_for_title("• Desk — Entente");
    for _ in 0..3 {
        screen.key("ctrl+z");
    }
    screen.wait_for_title("Desk — Entente");
    assert!(!screen.said().contains("panicked"), "{}", screen.said());
}

#[test]
fn a_window_without_its_display_says_so_and_keeps_all() {
    if let Some(missing) = screen::missing_programs() {
        skipped(&format!("the desktop test needs {missing}"));
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let mut screen = start(home.path());
    duplicate(&mut screen, 2);
    screen.wait_until_idle();
    screen.kill_server();
    let code = screen.exit_code();
    let said = screen.said();
    assert!(code.is_some_and(|code| code != 0), "it ends by itself: {code:?}, {said}");
    assert!(said.contains("broken") && !said.contains("panicked"), "{said}");
    assert_eq!(left_in(home.path()).map().nations().len(), 4);
}
