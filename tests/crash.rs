//! A program that is killed at any moment loses nothing that it has said to be safe, which an edit is a fraction of a
//! second after it was done, and leaves no file half written.
//!
//! The test starts itself anew as a child that edits a map by script, and kills it. How long edits took to be safe is
//! printed (`cargo test --test crash -- --nocapture`); that depends on the machine, and fails nothing.

#![allow(clippy::print_stdout, reason = "the child tells its parent")]

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use entente::edit::{self, History};
use entente::formats::{self, Replaces};
use entente::model::{Heading, Map};
use entente::recovery::{About, Missing, RecoveryFolder};
use entente::tasks::{JournalJob, JournalWorker};

/// Tells the test that it is the child, and in which folder it works.
const CHILD: &str = "ENTENTE_CRASH_CHILD";
/// How often a child is killed.
const KILLS: usize = 200;
/// How many children run at a time; they wait for the disk most of the time.
const AT_A_TIME: usize = 4;
/// So much text in each edit that a journal is compacted several times in a second.
const NOTES: usize = 30_000;

#[test]
fn what_was_safe_before_a_kill_comes_back() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return edit_for_ever(Path::new(&folder));
    }
    let mut random = Random(2026);
    let life = |_| Duration::from_millis(random.next() % 2_000);
    let lives: Vec<Duration> = (0..KILLS).map(life).collect();
    let mut waits = Vec::new();
    let mut compared = 0;
    for group in lives.chunks(AT_A_TIME) {
        let runs: Vec<_> =
            group.iter().copied().map(|life| thread::spawn(move || kill_after(life))).collect();
        for run in runs {
            let waited = run.join().expect("a run");
            compared += usize::from(!waited.is_empty());
            waits.extend(waited);
        }
    }
    assert!(compared > KILLS / 2, "only {compared} children had said that anything is safe");
    waits.sort();
    let share = |hundredth: usize| waits[(waits.len() - 1) * hundredth / 100].as_millis();
    println!(
        "{compared} of {KILLS} killed with safe edits; {} edits were safe after {} ms (median), {} ms (99 %), {} ms (all)",
        waits.len(),
        share(50),
        share(99),
        share(100)
    );
}

/// Runs a child for a time, kills it, and looks at what is left. Returns how long each edit took to be safe.
fn kill_after(life: Duration) -> Vec<Duration> {
    let folder = tempfile::tempdir().expect("a folder");
    let started = alone();
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "what_was_safe_before_a_kill_comes_back", "--nocapture"])
        .env(CHILD, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    drop(started);
    let out = child.stdout.take().expect("its output");
    let reader = thread::spawn(move || heard(out));
    thread::sleep(life);
    child.kill().expect("killed");
    child.wait().expect("ended");
    let (safe, waits) = reader.join().expect("read");
    let _alone = alone();
    look_at(folder.path(), safe);
    waits
}

/// The right to start a child or to hold a lock of a file: for a moment, a new child has all that its parent has open.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a child tells: the last edit that it said to be safe, and how long each took until then.
fn heard(out: ChildStdout) -> (Option<usize>, Vec<Duration>) {
    let mut done: Vec<Instant> = Vec::new();
    let mut waits = Vec::new();
    for line in BufReader::new(out).lines().map_while(Result::ok) {
        if line.starts_with("done ") {
            done.push(Instant::now());
        } else if let Some(number) = line.strip_prefix("safe ").and_then(|text| text.parse().ok()) {
            waits.extend(done[waits.len()..number].iter().map(Instant::elapsed));
        }
    }
    ((!waits.is_empty()).then_some(waits.len()), waits)
}

fn look_at(folder: &Path, least: Option<usize>) {
    let saved = saved_file(folder);
    if saved.exists() {
        let opened = formats::open(&saved).expect("a saved file is whole");
        assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    }
    let names = std::fs::read_dir(folder).expect("a folder");
    let names: Vec<_> = names.map(|entry| entry.expect("a name").file_name()).collect();
    // The file, the version before, the journals, and at most what a save had under way: its new file and its copy.
    assert!(names.len() <= 5, "nothing piles up: {names:?}");
    let recovery = RecoveryFolder::new(folder.join("recovery"));
    let left = recovery.left();
    let Some(least) = least else { return };
    assert_eq!(left.len(), 1, "{left:?}");
    let (_journal, recovered) = recovery.take_over(&left[0].id).expect("it can be had");
    assert_eq!(recovered.missing, Missing::default());
    let mut history = recovered.history;
    let number: usize = history.map().heading().title.parse().expect("a number");
    assert!(number >= least, "{number} came back, but {least} was safe");
    // The steps are there as well, each undone exactly.
    for expected in (0..number).rev().take(100) {
        assert!(history.undo().is_some());
        let title = &history.map().heading().title;
        assert_eq!(title.parse().ok(), (expected > 0).then_some(expected), "{title}");
    }
}

fn saved_file(folder: &Path) -> PathBuf {
    folder.join("map.entente.json")
}

/// What the child does until it is killed.
fn edit_for_ever(folder: &Path) {
    let mut history = History::of_saved(Map::empty());
    let worker =
        JournalWorker::start(RecoveryFolder::new(folder.join("recovery")), Arc::new(|| {}));
    let worker = worker.expect("a thread");
    let about = || Box::new(About { is_unsaved: true, ..About::default() });
    worker.request(JournalJob::Show(Box::new(history.clone()), about()));
    history.keep_log();
    let mut random = Random(u64::from(std::process::id()));
    let mut version = None;
    let mut waiting = VecDeque::new();
    for number in 1_usize.. {
        let letter = char::from(b'a' + (random.next() % 26) as u8);
        let notes = letter.to_string().repeat(NOTES);
        let heading =
            Heading { title: number.to_string(), notes, ..history.map().heading().clone() };
        let command = edit::Command::Heading(Box::new(heading));
        history.perform(format!("Step {number}"), command).expect("it fits");
        if random.next().is_multiple_of(10) {
            history.undo();
            history.redo();
        }
        if number.is_multiple_of(40) {
            let saved =
                formats::save(history.map(), &saved_file(folder), Replaces::Version(version));
            version = Some(saved.expect("saved"));
            history.mark_saved(history.revision());
        }
        worker.request(JournalJob::Record(history.take_log(), about()));
        println!("done {number}");
        waiting.push_back((history.revision(), number));
        let safe = worker.safe_revision();
        let is_safe = |(revision, _): &(u64, usize)| *revision <= safe;
        while let Some((_, number)) = waiting.pop_front_if(|own| is_safe(own)) {
            println!("safe {number}");
        }
        std::io::stdout().flush().expect("heard");
        thread::sleep(Duration::from_millis(random.next() % 12));
    }
}

/// The generator SplitMix64 (Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}
