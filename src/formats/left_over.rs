//! The new files of saves that were killed, under names that nobody would look for.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::Duration;

/// How the name of a file begins that is to replace another one.
pub(super) const PREFIX: &str = ".entente-";
/// How it ends.
pub(super) const SUFFIX: &str = ".tmp";

/// For longer than this no save is under way, not even to a slow disk.
const LONGEST_SAVE: Duration = Duration::from_hours(1);

/// Removes what saves left in a folder that were killed long ago. What can't be removed stays: it harms nothing.
pub(super) fn remove_left_over(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        // Of the entry itself, so that no link is followed.
        if is_ours && entry.metadata().is_ok_and(|metadata| is_left(&metadata)) {
            let _best_effort = fs::remove_file(entry.path());
        }
    }
}

fn is_left(metadata: &Metadata) -> bool {
    let age = metadata.modified().ok().and_then(|time| time.elapsed().ok());
    metadata.is_file() && age.is_some_and(|age| age > LONGEST_SAVE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn only_what_a_save_left_long_ago_goes() {
        let folder = tempfile::tempdir().unwrap();
        let long_ago = SystemTime::now() - 2 * LONGEST_SAVE;
        for (name, time) in [
            (".entente-Xy1z9a.tmp", long_ago),
            (".entente-under-way.tmp", SystemTime::now()),
            ("entente-notes.tmp", long_ago),
            (".entente-notes", long_ago),
        ] {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            file.set_modified(time).unwrap();
        }
        fs::create_dir(folder.path().join(".entente-folder.tmp")).unwrap();
        remove_left_over(folder.path());
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        let stay = [
            ".entente-folder.tmp",
            ".entente-notes",
            ".entente-under-way.tmp",
            "entente-notes.tmp",
        ];
        assert_eq!(names, stay);
    }
}
