//! What a file held when it was last read or written, by which a change that another program makes is noticed.

use std::fs;
use std::hash::Hasher as _;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::load::load;

/// What a file held when it was last read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileVersion {
    length: u64,
    /// When it was changed last, as the disk says; a hint alone, for a second change within its steps has the same.
    changed_at: Option<SystemTime>,
    contents: u64,
}

/// What is in the place of a file that was read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFound {
    /// The file as it was.
    Same,
    /// Something else: another program has changed it.
    Changed,
    /// Nothing: another program has moved or deleted it.
    Gone,
}

impl FileVersion {
    /// The version of a file that holds these bytes.
    pub fn of(path: &Path, bytes: &[u8]) -> Self {
        let changed_at = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
        Self { length: bytes.len() as u64, changed_at, contents: hash(bytes) }
    }

    /// Whether another version holds the same bytes, whenever they were written.
    pub const fn holds_same_as(&self, other: &Self) -> bool {
        self.length == other.length && self.contents == other.contents
    }

    /// Whether the file now holds something else. A file that isn't there, or can't be read, holds nothing that
    /// could be lost.
    pub fn differs(&self, path: &Path) -> bool {
        load(path)
            .is_ok_and(|bytes| (bytes.len() as u64, hash(&bytes)) != (self.length, self.contents))
    }

    /// What is in the place of the file by now.
    pub fn look(&self, path: &Path) -> FileFound {
        // Where a disk doesn't answer, it isn't known that nothing is there.
        let is_gone = fs::metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound);
        match is_gone {
            true => FileFound::Gone,
            false if self.seems_to_differ(path) => FileFound::Changed,
            false => FileFound::Same,
        }
    }

    /// Whether the file differs, but a file of which the disk says that nothing has changed it isn't read.
    pub fn seems_to_differ(&self, path: &Path) -> bool {
        let Ok(metadata) = fs::metadata(path) else { return false };
        let is_untouched =
            metadata.len() == self.length && metadata.modified().ok() == self.changed_at;
        !is_untouched && self.differs(path)
    }
}

/// A hash that is the same for the same bytes on every machine and in every version of this program.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_other_contents_are_a_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "one").unwrap();
        let version = FileVersion::of(&path, b"one");
        assert!(!version.differs(&path) && !version.seems_to_differ(&path));
        assert_eq!(version.look(&path), FileFound::Same);
        // Written anew, as some programs do, it is still the same.
        fs::remove_file(&path).unwrap();
        assert!(!version.differs(&path) && !version.seems_to_differ(&path));
        assert_eq!(version.look(&path), FileFound::Gone);
        fs::write(&path, "one").unwrap();
        let later = SystemTime::now() + std::time::Duration::from_secs(9);
        fs::File::open(&path).unwrap().set_modified(later).unwrap();
        assert!(!version.seems_to_differ(&path));
        fs::write(&path, "two").unwrap();
        assert!(version.differs(&path) && version.seems_to_differ(&path));
    }
}
