//! The journals of unsaved work: what comes back, and what is said where one is damaged, newer, or in use.

use std::fs;
use std::path::{Path, PathBuf};

use entente::edit::{Command, Field, History, StoredState, add_nation};
use entente::model::{Heading, Map, Nation};
use entente::recovery::{About, Compaction, Journal, JournalError, Left, Missing, RecoveryFolder};

fn folder() -> (tempfile::TempDir, RecoveryFolder) {
    let folder = tempfile::tempdir().expect("a folder");
    let recovery = RecoveryFolder::new(folder.path().join("recovery"));
    (folder, recovery)
}

fn named(name: &str) -> About {
    About { name: name.to_owned(), is_unsaved: true, ..About::default() }
}

fn title(history: &mut History, title: &str, field: Option<&str>) {
    let heading = Heading { title: title.to_owned(), ..history.map().heading().clone() };
    let command = Command::Heading(Box::new(heading));
    let result = match field {
        Some(field) => history.perform_in_field("Rename map", Field(field.to_owned()), command),
        None => history.perform("Rename map", command),
    };
    result.expect("it fits");
}

fn add(history: &mut History, name: &str) {
    let nation = Nation { name: name.to_owned(), ..Nation::default() };
    let (_, command) = add_nation(history.map(), nation);
    history.perform(format!("Add {name}"), command).expect("it fits");
}

fn is_set_aside(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "damaged")
}

/// A session with all that can be done, and its history at the end.
fn session(recovery: &RecoveryFolder) -> (Journal, History) {
    let mut history = History::of_saved(Map::empty());
    history.keep_log();
    let mut journal = recovery.begin(&history, &named("A map")).expect("a journal");
    let mut write = |history: &mut History| {
        journal.append(&history.take_log(), &named("A map")).expect("written");
    };
    for name in ["Japan", "New Zealand", "China"] {
        add(&mut history, name);
        write(&mut history);
    }
    ["T", "Ti", "Tie"].iter().for_each(|text| title(&mut history, text, Some("title")));
    history.end_field();
    history.undo();
    history.undo();
    write(&mut history);
    history.mark_saved(history.revision());
    history.redo();
    title(&mut history, "Other", None);
    title(&mut history, "Another", None);
    history.undo();
    write(&mut history);
    (journal, history)
}

fn steps(history: &History) -> Vec<String> {
    history.steps().map(str::to_owned).collect()
}

fn assert_same(a: &History, b: &History) {
    assert_eq!(a.map(), b.map());
    assert_eq!((steps(a), a.position()), (steps(b), b.position()));
    assert_eq!(a.steps_since_save(), b.steps_since_save());
}

fn only_left(recovery: &RecoveryFolder) -> Left {
    let mut left = recovery.left();
    assert_eq!(left.len(), 1, "{left:?}");
    left.remove(0)
}

#[test]
fn a_document_comes_back_with_all_its_steps() {
    let (_guard, recovery) = folder();
    let (journal, mut history) = session(&recovery);
    assert_eq!(recovery.left(), [], "a window has it");
    drop(journal);
    let left = only_left(&recovery);
    assert_eq!(left.about, Ok(named("A map")));
    let (journal, recovered) = recovery.take_over(&left.id).expect("it is there");
    assert_eq!(recovered.missing, Missing::default());
    let mut back = recovered.history;
    assert_same(&back, &history);
    assert_eq!(recovery.take_over(&left.id).map(|_| ()), Err(JournalError::InUse));
    // All of it can be undone and done again, as before.
    history.go_to(0);
    back.go_to(0);
    assert_same(&back, &history);
    history.go_to(usize::MAX);
    back.go_to(usize::MAX);
    assert_same(&back, &history);
    journal.delete().expect("deleted");
    assert_eq!(fs::read_dir(_guard.path().join("recovery")).expect("a folder").count(), 0);
}

#[test]
fn what_was_recovered_goes_on_and_comes_back_again() {
    let (_guard, recovery) = folder();
    let (journal, _) = session(&recovery);
    drop(journal);
    for round in 0..3 {
        let (mut journal, recovered) =
            recovery.take_over(&only_left(&recovery).id).expect("it is there");
        let mut history = recovered.history;
        history.keep_log();
        add(&mut history, &format!("Nation {round}"));
        history.mark_saved(history.revision());
        title(&mut history, &format!("Round {round}"), None);
        journal.append(&history.take_log(), &named("A map")).expect("written");
        drop(journal);
        let (journal, recovered) = recovery.take_over(&only_left(&recovery).id).expect("again");
        assert_same(&recovered.history, &history);
        assert_eq!(recovered.history.steps_since_save(), Some(1));
        drop(journal);
    }
}

#[test]
fn a_compacted_journal_holds_the_same_and_is_small() {
    let (guard, recovery) = folder();
    let (mut journal, mut history) = session(&recovery);
    let size = || {
        let files = fs::read_dir(guard.path().join("recovery")).expect("a folder");
        files
            .map(|file| file.and_then(|file| file.metadata()).map_or(0, |own| own.len()))
            .sum::<u64>()
    };
    let mut compacted = 0;
    for number in 0..400 {
        title(&mut history, &number.to_string().repeat(10_000), Some("a long title"));
        journal.append(&history.take_log(), &named("A map")).expect("written");
        if let Some(compaction) = journal.compaction().expect("read") {
            // Meanwhile something else is done.
            add(&mut history, &format!("Nation {number}"));
            journal.append(&history.take_log(), &named("A map")).expect("written");
            let made = Compaction::make(compaction).expect("a base");
            journal.go_on_from(&made, &named("A map")).expect("written");
            compacted += 1;
        }
    }
    assert!(compacted > 0 && size() < 12 << 20, "{compacted} times, {} bytes", size());
    drop(journal);
    let (_journal, recovered) = recovery.take_over(&only_left(&recovery).id).expect("it is there");
    assert_eq!(recovered.missing, Missing::default());
    assert_same(&recovered.history, &history);
}

#[test]
fn what_a_newer_version_wrote_is_left_alone_and_stands_in_nothing() {
    let (guard, recovery) = folder();
    let (journal, _) = session(&recovery);
    drop(journal);
    let newer = only_left(&recovery).id;
    let path = guard.path().join("recovery").join(&newer).with_extension("journal");
    let database = rusqlite::Connection::open(&path).expect("a database");
    database.pragma_update(None, "user_version", 99).expect("a version");
    drop(database);
    let (journal, history) = session(&recovery);
    drop(journal);
    let left = recovery.left();
    assert_eq!(left.len(), 2);
    let of = |id: &str| left.iter().find(|own| own.id == id).expect("listed");
    assert_eq!(of(&newer).about, Err(JournalError::Newer));
    assert_eq!(recovery.take_over(&newer).map(|_| ()), Err(JournalError::Newer));
    assert!(path.exists());
    let other = left.iter().find(|own| own.id != newer).expect("listed");
    let (_journal, recovered) = recovery.take_over(&other.id).expect("it is there");
    assert_same(&recovered.history, &history);
}

/// Does something more in a document that came back.
fn go_on(mut journal: Journal, mut history: History) {
    history.keep_log();
    add(&mut history, "Atlantis");
    journal.append(&history.take_log(), &named("A map")).expect("written");
}

/// Writes the map of a journal anew, with another number of operations that are in it.
fn say_sequence(path: &Path, sequence: i64) {
    let database = rusqlite::Connection::open(path).expect("a database");
    let text = "SELECT bytes FROM base WHERE part = 0";
    let bytes: Vec<u8> = database.query_row(text, [], |row| row.get(0)).expect("a map");
    let (_, state): (i64, StoredState) = rmp_serde::from_slice(&bytes).expect("a map");
    let bytes = rmp_serde::to_vec_named(&(sequence, state)).expect("bytes");
    database.execute("UPDATE base SET bytes = ?1 WHERE part = 0", [bytes]).expect("written");
}

#[test]
fn a_journal_that_counts_beyond_all_numbers_is_read_and_goes_on() {
    for sequence in [i64::MIN, -1, i64::MAX - 1, i64::MAX] {
        for last_written in ["9223372036854775807", "-9223372036854775808"] {
            let (guard, recovery) = folder();
            let (journal, _) = session(&recovery);
            drop(journal);
            let id = only_left(&recovery).id;
            let path = guard.path().join("recovery").join(&id);
            say_sequence(&path.with_extension("journal"), sequence);
            fs::write(path.with_extension("lock"), last_written).expect("written");
            let (journal, recovered) = recovery.take_over(&id).expect("it can be had");
            assert!(recovered.missing.is_map_damaged && recovered.missing.operations >= 0);
            go_on(journal, recovered.history);
        }
    }
}

#[test]
fn a_journal_of_which_nothing_is_missing_goes_on_whatever_its_file_has_become() {
    for damage in [
        "ALTER TABLE about RENAME TO abouu",
        "ALTER TABLE operation RENAME COLUMN checksum TO checksun",
        "DROP TABLE operation",
        "CREATE TRIGGER t BEFORE INSERT ON operation BEGIN SELECT RAISE(ABORT, 'no'); END",
    ] {
        let (guard, recovery) = folder();
        drop(session(&recovery));
        let id = only_left(&recovery).id;
        let (journal, recovered) = recovery.take_over(&id).expect("it is there");
        drop(journal);
        let path = guard.path().join("recovery").join(&id).with_extension("journal");
        let database = rusqlite::Connection::open(path).expect("a database");
        database.execute_batch(damage).expect("damaged");
        drop(database);
        let (journal, again) = recovery.take_over(&id).expect("it can be had");
        assert_eq!(again.missing, Missing::default(), "{damage}");
        assert_same(&again.history, &recovered.history);
        go_on(journal, again.history);
        let files = fs::read_dir(guard.path().join("recovery")).expect("a folder").count();
        assert_eq!(files, 2, "a lock and a database: nothing of the damaged one is of use");
    }
}

/// A folder with the files of a journal as a killed process leaves them.
struct Killed {
    _guard: tempfile::TempDir,
    folder: PathBuf,
    files: Vec<(PathBuf, Vec<u8>)>,
    history: History,
}

fn killed() -> Killed {
    let (guard, recovery) = folder();
    let (journal, history) = session(&recovery);
    let folder = guard.path().join("recovery");
    // Read while it is open: the log beside the database is still there, as after a kill.
    let paths = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let files: Vec<_> = paths.map(|path| (path.clone(), fs::read(&path).expect("bytes"))).collect();
    assert_eq!(files.len(), 3, "a lock, a database and its log");
    drop(journal);
    Killed { _guard: guard, folder, files, history }
}

impl Killed {
    /// Puts the files back, one of them changed, and looks at what comes of it: all, or less than all with a word.
    fn with(&self, changed: &Path, bytes: &[u8]) {
        fs::remove_dir_all(&self.folder).expect("removed");
        fs::create_dir(&self.folder).expect("made");
        for (path, whole) in &self.files {
            let written = if path == changed { bytes } else { whole.as_slice() };
            fs::write(path, written).expect("written");
        }
        let recovery = RecoveryFolder::new(self.folder.clone());
        let Some(left) = recovery.left().pop() else { panic!("it isn't even listed") };
        match recovery.take_over(&left.id) {
            Err(error) => {
                assert!(matches!(error, JournalError::Damaged | JournalError::Newer), "{error:?}");
            }
            Ok((journal, recovered)) if recovered.missing == Missing::default() => {
                assert_same(&recovered.history, &self.history);
                go_on(journal, recovered.history);
            }
            Ok((journal, recovered)) => {
                // It is as it was at some time, and what is missing is kept for whoever can read it.
                let mut earlier = self.history.clone();
                earlier.go_to(usize::MAX);
                assert!(recovered.history.steps().count() <= earlier.steps().count() + 1);
                let mut paths = fs::read_dir(&self.folder).expect("a folder");
                assert!(paths.any(|own| is_set_aside(&own.expect("a file").path())));
                go_on(journal, recovered.history);
            }
        }
    }
}

#[test]
fn a_journal_that_was_cut_anywhere_gives_what_it_has_and_says_what_is_missing() {
    let killed = killed();
    for (path, whole) in &killed.files {
        for length in (0..whole.len()).step_by(64) {
            killed.with(path, &whole[..length]);
        }
    }
}

#[test]
fn a_journal_with_a_bit_flipped_gives_what_it_has_and_says_what_is_missing() {
    let killed = killed();
    for (path, whole) in &killed.files {
        // A few in each page of 4,096 bytes, at places that differ.
        for at in (0..whole.len()).step_by(509) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at % 8);
            killed.with(path, &bytes);
        }
    }
}
