//! A disk on which any single call fails, or all from some call on: nothing that was said to be safe is lost, files are
//! whole, and nothing is left about.
//!
//! The test starts itself anew as a child whose calls of the system go through `faults/failing_disk.c`. Needs Linux and
//! a C compiler; says so and passes without.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "the child tells its parent")]

mod skipped;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use entente::edit::{self, History};
use entente::formats::{self, Replaces};
use entente::model::{Heading, Map};
use entente::recovery::{About, JournalError, Missing, RecoveryFolder};
use entente::tasks::{JournalEvent, JournalJob, JournalWorker};
use skipped::skipped;

/// Tells the test that it is the child, and in which folder it works.
const CHILD: &str = "ENTENTE_FAULTS_CHILD";
/// How many edits a child does.
const EDITS: usize = 6;
/// After which of them it saves.
const SAVED_AFTER: [usize; 2] = [2, 4];
/// How many children run at a time; they wait most of the time.
const AT_A_TIME: usize = 32;
/// How long a child waits until an edit is safe. After a failure it is tried again after two seconds.
const PATIENCE: Duration = Duration::from_secs(20);
const NO_SPACE: &str = "28";
const IO_ERROR: &str = "5";

/// How the disk fails.
#[derive(Clone, Copy, Debug)]
struct Fault {
    /// The number of the call, from 1.
    at: usize,
    /// Whether all calls after it fail as well.
    is_lasting: bool,
    error: &'static str,
}

#[test]
fn whichever_call_fails_nothing_that_was_safe_is_lost() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return work(Path::new(&folder));
    }
    let empty = tempfile::tempdir().expect("a folder");
    let name = "whichever_call_fails_nothing_that_was_safe_is_lost";
    with_every_fault(name, empty.path(), &after_work);
}

#[test]
fn whichever_call_fails_while_work_is_taken_over_all_of_it_comes_back() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return take_over(Path::new(&folder));
    }
    let name = "whichever_call_fails_while_work_is_taken_over_all_of_it_comes_back";
    let left = tempfile::tempdir().expect("a folder");
    let prepared = alone();
    work(left.path());
    drop(prepared);
    with_every_fault(name, left.path(), &after_taking_over);
}

/// Has each call of a child fail in turn, once and lastingly, until a child has no more calls. A child finds what a folder
/// has.
fn with_every_fault(test: &str, before: &Path, look: &(dyn Fn(Fault, &Path, &Output) + Sync)) {
    let tools = tempfile::tempdir().expect("a folder");
    let Some(disk) = failing_disk(tools.path()) else {
        skipped("a failing disk needs a C compiler, cc");
        return;
    };
    for (is_lasting, error) in [(false, NO_SPACE), (true, NO_SPACE), (false, IO_ERROR)] {
        let mut first = 1;
        loop {
            let faults = (first..first + AT_A_TIME).map(|at| Fault { at, is_lasting, error });
            let disk = &disk;
            let hits = thread::scope(|scope| {
                let run = |fault| scope.spawn(move || run_with(fault, disk, test, before, look));
                let runs: Vec<_> = faults.map(run).collect();
                runs.into_iter().filter_map(|run| run.join().expect("a run").then_some(())).count()
            });
            first += AT_A_TIME;
            if hits == 0 {
                break;
            }
        }
        println!("{} calls failed in turn (lasting: {is_lasting}, error {error})", first - 1);
        assert!(first > AT_A_TIME + 1, "the disk doesn't fail");
    }
}

/// Runs a child on a disk with a fault, and looks at what is left. Returns whether anything failed.
fn run_with(
    fault: Fault,
    disk: &Path,
    test: &str,
    before: &Path,
    look: &(dyn Fn(Fault, &Path, &Output) + Sync),
) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    copy(before, folder.path());
    let mut child = Command::new(std::env::current_exe().expect("this test"));
    child.args(["--exact", test, "--nocapture"]).env(CHILD, folder.path()).env("LD_PRELOAD", disk);
    child.env("FAIL_IN", folder.path()).env("FAIL_AT", fault.at.to_string());
    child.env("FAIL_WITH", fault.error).stdin(Stdio::null());
    if fault.is_lasting {
        child.env("FAIL_EVER", "1");
    }
    child.stdout(Stdio::piped()).stderr(Stdio::piped());
    let started = alone();
    let child = child.spawn().expect("a child");
    drop(started);
    let output = child.wait_with_output().expect("its end");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("panicked"), "{fault:?}: {said}");
    let _alone = alone();
    look(fault, folder.path(), &output);
    said.contains("failed ")
}

/// The right to start a child or to hold a lock of a file: for a moment, a new child has all that its parent has open.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Compiles the failing disk.
fn failing_disk(folder: &Path) -> Option<PathBuf> {
    let path = folder.join("failing_disk.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/failing_disk.c");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path).arg(source).arg("-ldl");
    compiler.status().is_ok_and(|status| status.success()).then_some(path)
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let copied = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&copied).expect("a folder");
            copy(&entry.path(), &copied);
        } else {
            fs::copy(entry.path(), copied).expect("copied");
        }
    }
}

fn saved_file(folder: &Path) -> PathBuf {
    folder.join("map.entente.json")
}

fn about() -> Box<About> {
    Box::new(About { is_unsaved: true, ..About::default() })
}

/// What a child does: edits, of which it says when they are safe, and saves.
fn work(folder: &Path) {
    let recovery = RecoveryFolder::new(folder.join("recovery"));
    let worker = JournalWorker::start(recovery, Arc::new(|| {})).expect("a thread");
    let mut history = History::of_saved(Map::empty());
    worker.request(JournalJob::Show(Box::new(history.clone()), about()));
    history.keep_log();
    let mut version = None;
    let mut is_given_up = false;
    for number in 1..=EDITS {
        let heading = Heading { title: number.to_string(), ..history.map().heading().clone() };
        let command = edit::Command::Heading(Box::new(heading));
        history.perform(format!("Step {number}"), command).expect("it fits");
        worker.request(JournalJob::Record(history.take_log(), about()));
        if SAVED_AFTER.contains(&number) {
            // One who is told that it couldn't be saved tries again.
            for _ in 0..2 {
                match formats::save(history.map(), &saved_file(folder), Replaces::Version(version))
                {
                    Ok(saved) => version = Some(saved),
                    Err(error) => println!("told {error}"),
                }
            }
        }
        let is_safe = !is_given_up && wait_until_safe(&worker, history.revision());
        if is_safe {
            println!("safe {number}");
        }
        is_given_up = !is_safe;
    }
}

/// Waits until an edit is safe; not where the child is told that it isn't and the disk never mends.
fn wait_until_safe(worker: &JournalWorker, revision: u64) -> bool {
    let is_lasting = std::env::var_os("FAIL_EVER").is_some();
    let start = Instant::now();
    while worker.safe_revision() < revision {
        if let Some(JournalEvent::Failed(error)) = worker.take() {
            println!("told {error}");
            if is_lasting {
                return false;
            }
        }
        if start.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(Duration::from_millis(5));
    }
    true
}

fn after_work(fault: Fault, folder: &Path, output: &Output) {
    let heard = String::from_utf8_lossy(&output.stdout);
    let safe = heard.lines().filter_map(|line| line.strip_prefix("safe ")?.parse::<usize>().ok());
    let safe = safe.max().unwrap_or(0);
    for told in heard.lines().filter_map(|line| line.strip_prefix("told ")) {
        // SQLite doesn't tell why it couldn't flush or open a file.
        let is_right = told.contains("the system says")
            || (fault.error == NO_SPACE && told.contains("the disk is full"));
        assert!(is_right, "{fault:?}: {told}");
    }
    if !fault.is_lasting {
        assert_eq!(safe, EDITS, "{fault:?}: it was tried again: {heard}");
    }
    let saved = saved_file(folder);
    if saved.exists() {
        let map = formats::open(&saved).expect("a saved file is whole").map;
        let title: usize = map.heading().title.parse().expect("a number");
        assert!(SAVED_AFTER.contains(&title), "{fault:?}: {title}");
        assert!(fault.is_lasting || title == SAVED_AFTER[1], "{fault:?}: it was saved again");
    }
    nothing_is_left_about(fault, folder);
    comes_back(fault, folder, safe);
}

/// What was safe comes back, and nothing but that is offered.
fn comes_back(fault: Fault, folder: &Path, safe: usize) {
    let recovery = RecoveryFolder::new(folder.join("recovery"));
    let left = recovery.left();
    assert!(left.len() <= 1, "{fault:?}: {left:?}");
    let Some(left) = left.first() else {
        assert_eq!(safe, 0, "{fault:?}: nothing came back");
        return;
    };
    let (_journal, recovered) = recovery.take_over(&left.id).expect("it can be had");
    assert_eq!(recovered.missing, Missing::default(), "{fault:?}");
    let number = recovered.history.map().heading().title.parse().unwrap_or(0);
    assert!(number >= safe, "{fault:?}: {number} came back, but {safe} was safe");
    assert_eq!(recovered.history.steps().count(), number, "{fault:?}: the steps are there as well");
}

fn nothing_is_left_about(fault: Fault, folder: &Path) {
    let names = fs::read_dir(folder).expect("a folder");
    for name in names.map(|entry| entry.expect("a name").file_name()) {
        let expected = ["map.entente.json", "map.entente.json~", "recovery"];
        let is_expected = expected.iter().any(|own| name == *own);
        // What can't be deleted on a disk on which nothing goes any more stays.
        assert!(is_expected || fault.is_lasting, "{fault:?}: {name:?} is left");
    }
}

/// What a child does that takes over what another one left; it is tried once more where that fails.
fn take_over(folder: &Path) {
    let recovery = RecoveryFolder::new(folder.join("recovery"));
    for _ in 0..2 {
        let Some(left) = recovery.left().pop() else {
            println!("told nothing");
            continue;
        };
        match recovery.take_over(&left.id) {
            Ok((_journal, recovered)) => {
                println!("had {}", recovered.history.steps().count());
                println!("missing {}", recovered.missing != Missing::default());
                return;
            }
            Err(JournalError::Damaged) => println!("told damaged"),
            Err(error) => println!("told {error}"),
        }
    }
}

fn after_taking_over(fault: Fault, folder: &Path, output: &Output) {
    let heard = String::from_utf8_lossy(&output.stdout);
    assert!(!heard.contains("missing true"), "{fault:?}: {heard}");
    if !fault.is_lasting {
        assert!(heard.contains(&format!("had {EDITS}\n")), "{fault:?}: {heard}");
    }
    comes_back(fault, folder, EDITS);
}
