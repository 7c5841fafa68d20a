//! Saves maps.

use std::fmt;
use std::fs;
use std::path::Path;

use super::atomic_write::{Previous, SaveError, write_atomically};
use super::entente;
use super::file_version::FileVersion;
use crate::model::Map;

/// What may be replaced by saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaces {
    /// The file in this version, if it is known; any other is asked about, and so is one that is read-only.
    Version(Option<FileVersion>),
    /// Whatever is there.
    Anything,
}

/// Why a map wasn't saved. The file is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Another program has changed the file.
    Changed,
    /// The file is read-only.
    ReadOnly,
    /// It couldn't be written.
    Failed(SaveError),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str("Another program has changed the file meanwhile."),
            Self::ReadOnly => f.write_str("The file is read-only."),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotSaved {}

/// Saves a map in its own format, which keeps all of it. The file is replaced in one step and its
/// previous version kept as `NAME~`; its permissions stay, and a link to a file goes on pointing at it.
///
/// # Errors
/// When there is something else in the file than may be replaced, or it can't be written.
pub fn save(map: &Map, path: &Path, replaces: Replaces) -> Result<FileVersion, NotSaved> {
    if let Replaces::Version(known) = replaces {
        if known.is_some_and(|known| known.differs(path)) {
            return Err(NotSaved::Changed);
        }
        if fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().readonly()) {
            return Err(NotSaved::ReadOnly);
        }
    }
    let text = entente::write(map);
    write_atomically(path, text.as_bytes(), Previous::Keep).map_err(NotSaved::Failed)?;
    Ok(FileVersion::of(path, text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_wrote_is_never_replaced_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.entente.json");
        let map = Map::empty();
        let first = save(&map, &path, Replaces::Version(None)).unwrap();
        let second = save(&map, &path, Replaces::Version(Some(first))).unwrap();
        fs::write(&path, "theirs").unwrap();
        let refused = save(&map, &path, Replaces::Version(Some(second)));
        assert_eq!(refused, Err(NotSaved::Changed));
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
        let third = save(&map, &path, Replaces::Anything).unwrap();
        // A file that was moved away is written anew.
        fs::rename(&path, folder.path().join("b")).unwrap();
        assert!(save(&map, &path, Replaces::Version(Some(third))).is_ok());
    }

    #[test]
    fn a_file_that_is_read_only_is_asked_about_and_stays_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.entente.json");
        let version = save(&Map::empty(), &path, Replaces::Version(None)).unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let refused = save(&Map::empty(), &path, Replaces::Version(Some(version)));
        assert_eq!(refused, Err(NotSaved::ReadOnly));
        assert!(save(&Map::empty(), &path, Replaces::Anything).is_ok());
        assert!(fs::metadata(&path).unwrap().permissions().readonly());
    }
}
