//! Earlier saved versions of maps: a copy of each save, in a folder of the person's, within bounds of number and size.

use std::fs;
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use siphasher::sip::SipHasher13;

use super::error::JournalError;
use super::private_folder::create_private;
use crate::formats;

/// How many versions of a map are kept.
const MOST_VERSIONS: usize = 100;
/// How many bytes the versions of a map may take; the newest two always stay. 200 MiB.
const MOST_BYTES: u64 = 200 << 20;
/// How many bytes those of all maps may take: 1 GiB. Of the map that was saved longest ago they go first.
const MOST_BYTES_OF_ALL: u64 = 1 << 30;

/// How the names of copies end, and of what is said of each.
const COPY: &str = "entente.json";
const WORDS: &str = "txt";

/// The folder of the versions. It is made when it is first written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionsFolder(PathBuf);

/// A version of a map as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The copy of its file.
    pub path: PathBuf,
    /// When it was saved.
    pub saved_at: SystemTime,
    /// How many bytes it has.
    pub bytes: u64,
    /// What had changed since the version before, in words; empty where that isn't known.
    pub changes: String,
}

impl VersionsFolder {
    /// The folder at a path.
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Keeps what a file of a map holds, unless that is what was kept last.
    ///
    /// # Errors
    /// [`JournalError`]; what was kept before is then as it was.
    pub fn keep(&self, map: &Path, at: SystemTime, changes: &str) -> Result<(), JournalError> {
        let newest = self.versions(map).into_iter().next();
        if newest.as_ref().is_some_and(|newest| holds_same(&newest.path, map)) {
            return Ok(());
        }
        let folder = self.folder_of(map);
        create_private(&folder)?;
        let since_1970 = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default();
        // A clock that was set back doesn't make the newest version an old one.
        let after = newest.map_or(0, |newest| since_1970(newest.saved_at).as_millis() + 1);
        let number = since_1970(at).as_millis().max(after);
        let copy = tempfile::NamedTempFile::new_in(&folder)?;
        fs::copy(map, copy.path())?;
        let words = folder.join(format!("{number}.{WORDS}"));
        fs::write(words, changes)?;
        copy.persist(folder.join(format!("{number}.{COPY}"))).map_err(|failed| failed.error)?;
        self.remove_old(map);
        Ok(())
    }

    /// The versions of the map in a file, the newest first.
    pub fn versions(&self, map: &Path) -> Vec<Version> {
        versions_in(&self.folder_of(map))
    }

    /// The folder of the versions of a map: its name says of which, to a person and exactly.
    fn folder_of(&self, map: &Path) -> PathBuf {
        let path = std::path::absolute(map).unwrap_or_else(|_| map.to_owned());
        let mut hasher = SipHasher13::new();
        hasher.write(path.as_os_str().as_encoded_bytes());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // File systems have names of up to 255 bytes.
        let name: String = name.chars().take(40).collect();
        self.0.join(format!("{name}-{:016x}", hasher.finish()))
    }

    /// Makes room for new versions. What can't be deleted stays.
    fn remove_old(&self, map: &Path) {
        let mut kept = 0;
        for (index, version) in self.versions(map).into_iter().enumerate() {
            kept += version.bytes;
            if index >= 2 && (index >= MOST_VERSIONS || kept > MOST_BYTES) {
                delete(&version);
            }
        }
        let Ok(folders) = fs::read_dir(&self.0) else { return };
        let all = folders.filter_map(|entry| Some(versions_in(&entry.ok()?.path())));
        let mut all: Vec<Vec<Version>> = all.filter(|versions| !versions.is_empty()).collect();
        all.sort_by_key(|versions| std::cmp::Reverse(versions[0].saved_at));
        let mut kept = 0;
        for versions in &all {
            kept += versions.iter().map(|version| version.bytes).sum::<u64>();
            if kept > MOST_BYTES_OF_ALL {
                versions.iter().skip(1).for_each(delete);
            }
        }
    }
}

fn versions_in(folder: &Path) -> Vec<Version> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let version = |entry: fs::DirEntry| {
        let path = entry.path();
        let name = path.file_name()?.to_str()?;
        let number: u64 = name.strip_suffix(COPY)?.strip_suffix('.')?.parse().ok()?;
        let saved_at = UNIX_EPOCH.checked_add(Duration::from_millis(number))?;
        let bytes = entry.metadata().ok()?.len();
        let changes = formats::load(&folder.join(format!("{number}.{WORDS}"))).unwrap_or_default();
        let changes = String::from_utf8_lossy(&changes).into_owned();
        Some(Version { path, saved_at, bytes, changes })
    };
    let entries = entries.filter_map(Result::ok);
    let mut versions: Vec<Version> = entries.filter_map(version).collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.saved_at));
    versions
}

fn holds_same(a: &Path, b: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).ok();
    length(a) == length(b) && formats::load(a).ok() == formats::load(b).ok()
}

fn delete(version: &Version) {
    let name = version.path.to_string_lossy();
    let words = name.strip_suffix(COPY).map(|stem| format!("{stem}{WORDS}"));
    let _ = fs::remove_file(&version.path);
    let _ = words.map(fs::remove_file);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(second: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_700_000_000 + second)
    }

    #[test]
    fn each_save_is_kept_once_and_the_newest_come_first() {
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("a.entente.json");
        let versions = VersionsFolder::new(folder.path().join("versions"));
        assert_eq!(versions.versions(&map), []);
        for (second, text) in [(1, "one"), (2, "two"), (3, "two"), (0, "three")] {
            fs::write(&map, text).unwrap();
            versions.keep(&map, time(second), text).unwrap();
        }
        let kept = versions.versions(&map);
        let texts: Vec<String> =
            kept.iter().map(|own| fs::read_to_string(&own.path).unwrap()).collect();
        assert_eq!(texts, ["three", "two", "one"]);
        let words: Vec<&str> = kept.iter().map(|own| own.changes.as_str()).collect();
        assert_eq!(words, texts);
        // Another map has versions of its own.
        assert_eq!(versions.versions(&folder.path().join("b.entente.json")), []);
    }

    #[test]
    fn the_oldest_make_room() {
        let folder = tempfile::tempdir().unwrap();
        let map = folder.path().join("a.entente.json");
        let versions = VersionsFolder::new(folder.path().join("versions"));
        for number in 0..MOST_VERSIONS as u64 + 5 {
            fs::write(&map, number.to_string()).unwrap();
            versions.keep(&map, time(number), "").unwrap();
        }
        let kept = versions.versions(&map);
        assert_eq!(kept.len(), MOST_VERSIONS);
        assert_eq!(kept.last().map(|own| own.saved_at), Some(time(5)));
        let files = fs::read_dir(kept[0].path.parent().unwrap()).unwrap().count();
        assert_eq!(files, 2 * MOST_VERSIONS, "what was said of the others went as well");
    }
}
