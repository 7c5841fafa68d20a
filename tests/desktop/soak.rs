//! The window is driven for minutes and takes no more memory at the end than near the beginning.
//!
//! `ENTENTE_SOAK=1` drives it for five minutes, `ENTENTE_SOAK=short` for one; without it the test is skipped.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::screen::{self, Screen};
use crate::skipped::skipped;
use crate::{MAP, RED};

/// What memory may grow by from the second round to the last: what the allocator and the driver keep, in KiB.
const GROWTH_KIB: u64 = 48 * 1024;

#[test]
fn memory_is_steady_over_minutes_of_work() {
    let duration = match std::env::var("ENTENTE_SOAK").as_deref() {
        Ok("short") => Duration::from_mins(1),
        Ok(_) => Duration::from_mins(5),
        Err(_) => {
            skipped("the soak test runs where ENTENTE_SOAK is 1 (5 min) or short (1 min)");
            return;
        }
    };
    if let Some(missing) = screen::missing_programs() {
        skipped(&format!("the soak test needs {missing}"));
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let map = home.path().join("desk.entente.json");
    std::fs::write(&map, MAP).expect("a file");
    let mut screen = Screen::start_with(home.path(), Some(&map));
    screen.wait_for_title("Desk — Entente");
    let mut memory_kib = Vec::new();
    let start = Instant::now();
    // The first round loads what is loaded once: fonts, flags, the driver's own.
    while start.elapsed() < duration || memory_kib.len() < 4 {
        work(&mut screen, home.path(), &map, memory_kib.len());
        memory_kib.push(screen.memory_kib());
    }
    eprintln!(
        "memory after each round, in MiB: {:?}",
        memory_kib.iter().map(|kib| kib / 1024).collect::<Vec<_>>()
    );
    let last = memory_kib.last().expect("rounds");
    let growth = last.saturating_sub(memory_kib[1]);
    assert!(growth < GROWTH_KIB, "{growth} KiB more after {} rounds", memory_kib.len());
    leave_and_come_back(&mut screen);
    assert!(!screen.said().contains("panicked"), "{}", screen.said());
}

/// One round: edit, lay out, export, undo, save, another map, and back.
fn work(screen: &mut Screen, home: &Path, map: &Path, round: usize) {
    screen.wait_until_idle();
    let red = screen.find(RED);
    screen.drag((red.x + 6, red.y - 5), (30, 40));
    screen.wait_for_title("• Desk — Entente");
    for _ in 0..20 {
        screen.press("ctrl+d");
    }
    screen.wait_until_idle();
    screen.key("l");
    screen.wait_until_idle();
    export(screen, &home.join(format!("figure-{round}.svg")));
    for _ in 0..22 {
        screen.press("ctrl+z");
    }
    screen.wait_for_title("Desk — Entente");
    screen.key("ctrl+n");
    screen.wait_for_title("Untitled map — Entente");
    screen.key("ctrl+o");
    screen.type_into_dialog("Open", map);
    screen.wait_for_title("Desk — Entente");
}

fn export(screen: &mut Screen, path: &Path) {
    screen.key("ctrl+e");
    screen.wait_until_idle();
    screen.key("Return");
    screen.type_into_dialog("Save", path);
    screen.wait_until("the figure is written", |_| path.is_file());
    screen.key("Escape");
}

fn leave_and_come_back(screen: &mut Screen) {
    screen.key("ctrl+q");
    assert_eq!(screen.exit_code(), Some(0));
    screen.start_again();
    screen.wait_for_title("Desk — Entente");
}
