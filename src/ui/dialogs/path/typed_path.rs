//! What a typed path means, and whether it can be taken.

use std::path::{PathBuf, is_separator};

use crate::ui::state::PathPurpose;
use crate::ui::system::with_extension;

/// Whether a typed path can be taken.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    /// It can.
    Good(PathBuf),
    /// It can, if this file is to be replaced.
    Exists(PathBuf),
    /// It can't; the sentence says why, and what to do.
    Bad(String),
}

/// Checks a typed path against the folders and files that are there.
pub fn check(purpose: &PathPurpose, text: &str) -> Verdict {
    let path = with_extension(&resolve(text), purpose);
    let folder = path.parent().unwrap_or(&path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if split(text.trim()).1.is_empty() || path.is_dir() {
        return Verdict::Bad("Add the name of a file to the folder.".to_owned());
    }
    if !folder.is_dir() {
        let folder = folder.display();
        return Verdict::Bad(format!("There is no folder “{folder}”. Choose one that exists."));
    }
    match (purpose.is_reading(), path.exists()) {
        (true, false) => {
            let folder = folder.display();
            Verdict::Bad(format!(
                "There is no file “{name}” in “{folder}”. Choose one below the field."
            ))
        }
        (true, true) | (false, false) => Verdict::Good(path),
        (false, true) => Verdict::Exists(path),
    }
}

/// A typed path as its folder, with the separator, and the name after that.
pub fn split(text: &str) -> (&str, &str) {
    let end = text.rfind(is_separator).map_or(0, |at| at + 1);
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// A typed path as an absolute one. `~` is the person's home folder, and relative paths start there.
pub fn resolve(text: &str) -> PathBuf {
    let text = text.trim();
    let home = home().unwrap_or_default();
    match text.strip_prefix('~') {
        Some("") => home,
        Some(rest) if rest.starts_with(is_separator) => {
            home.join(rest.trim_start_matches(is_separator))
        }
        _ => home.join(text),
    }
}

/// The person's home folder.
pub fn home() -> Option<PathBuf> {
    directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanting_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let in_folder = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let wanting = |purpose: &PathPurpose, text: &str| match check(purpose, text) {
            Verdict::Bad(message) => message,
            other => panic!("{other:?}"),
        };
        let open = PathPurpose::Open;
        assert!(
            wanting(&open, &in_folder("none.json")).starts_with("There is no file “none.json”")
        );
        assert!(wanting(&open, &in_folder("no/none.json")).starts_with("There is no folder"));
        assert!(wanting(&open, "").starts_with("Add the name"));
        assert!(wanting(&PathPurpose::Save, &in_folder("")).starts_with("Add the name"));
        let whole = folder.path().join("a.entente.json");
        assert_eq!(check(&PathPurpose::Save, &in_folder("a")), Verdict::Good(whole));
    }

    #[test]
    fn a_tilde_is_the_own_folder() {
        let home = home().expect("a person has one");
        assert_eq!(resolve("~/maps"), home.join("maps"));
        assert_eq!(resolve("maps"), home.join("maps"));
        assert_eq!(resolve("~"), home);
    }
}
