//! Files with one fault each, and what is said about them: `tests/broken/NAME.json` beside
//! `NAME.expected.txt`.
//!
//! `ENTENTE_UPDATE_GOLDEN=1 cargo test --no-default-features --test broken` writes the expected texts
//! anew; read what changed before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use entente::formats::{open, read, write};

fn broken_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

/// All that is said of a file: what was kept of it, and each problem on a line.
fn said_of(path: &Path) -> String {
    let opened = match open(path) {
        Ok(opened) => opened,
        Err(error) => return format!("{error}\n"),
    };
    let (nations, ties) = (opened.map.nations().len(), opened.map.ties().len());
    let mut said = format!("Kept: nations {nations}, ties {ties}.\n");
    for problem in &opened.problems {
        writeln!(said, "{}: {problem}", problem.severity.name()).unwrap();
    }
    said
}

#[test]
fn each_fault_is_told_as_expected() {
    let update = std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some();
    let mut wrong = String::new();
    let files = broken_files();
    for path in &files {
        let said = said_of(path);
        let beside = path.with_extension("expected.txt");
        if update {
            fs::write(&beside, &said).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if said != expected {
            writeln!(wrong, "{}\n expected: {expected} said: {said}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(files.len() >= 25, "only {} broken files were found", files.len());
}

#[test]
fn what_is_kept_of_a_broken_file_is_a_sound_map() {
    for path in broken_files() {
        let Ok(opened) = open(&path) else { continue };
        assert_eq!(opened.map.violations(), [], "{}", path.display());
        assert!(!opened.problems.is_empty(), "{} isn't broken", path.display());
        let again = read(write(&opened.map).as_bytes()).unwrap();
        assert_eq!(again.problems, [], "{}", path.display());
        assert_eq!(again.map, opened.map, "{}", path.display());
    }
}

#[test]
fn no_message_blames_or_says_error() {
    for path in broken_files() {
        let said = said_of(&path);
        for word in ["rror", "nvalid", "llegal", "ailed", "our fault", "ou must"] {
            assert!(!said.contains(word), "{} says “{word}”: {said}", path.display());
        }
    }
}
