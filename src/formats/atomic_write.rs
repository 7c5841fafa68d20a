//! Replaces files as a whole: after a failure the old file is as it was.

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::file_attributes::carry_over;
use super::left_over::{PREFIX, SUFFIX, remove_left_over};
use super::load::is_handed_over;

/// What happens to the previous version of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Previous {
    /// It is kept beside the new one, under its name with a `~` at the end.
    Keep,
    /// It is lost.
    Discard,
}

/// Why a file couldn't be written; the old file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The name of the file.
    pub file: String,
    /// What stood in the way: a clause without a full stop.
    pub message: String,
    /// What the user can do: a sentence.
    pub remedy: String,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Can't save “{}”: {}. {}", self.file, self.message, self.remedy)
    }
}

impl std::error::Error for SaveError {}

/// Replaces the contents of a file in one step: a reader finds the old file or the new one, and after a
/// failure the old one.
///
/// What is neither a file nor a folder, such as `/dev/stdout`, is written to directly; but no pipe that has a name of
/// its own, for it may never be read.
///
/// # Errors
/// A [`SaveError`]; the file is then as it was.
pub fn write_atomically(path: &Path, bytes: &[u8], previous: Previous) -> Result<(), SaveError> {
    write_in_steps(path, bytes, previous, &mut |_| Ok(()))
}

/// A step of replacing a file, each of which may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    CreateNew,
    WriteNew,
    SetPermissions,
    FlushNew,
    CreateCopy,
    CopyPrevious,
    RenameCopy,
    RenameNew,
    FlushFolder,
}

/// The same; `begin` is asked before each step, so that a test can let any of them fail.
fn write_in_steps(
    path: &Path,
    bytes: &[u8],
    previous: Previous,
    begin: &mut dyn FnMut(Step) -> io::Result<()>,
) -> Result<(), SaveError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let target = resolve_links(path);
    let outcome = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => {
            return Err(SaveError {
                file: name,
                message: "there is a folder of that name".to_owned(),
                remedy: "Choose another name.".to_owned(),
            });
        }
        // Nobody may ever read from it, so that writing would wait for ever.
        Ok(metadata) if is_pipe(&metadata) && !is_handed_over(path) => {
            return Err(SaveError {
                file: name,
                message: "there is a pipe of that name".to_owned(),
                remedy: "Choose another name.".to_owned(),
            });
        }
        Ok(metadata) if !metadata.is_file() => fs::write(&target, bytes),
        Ok(metadata) => replace(&target, bytes, Some(&metadata.permissions()), previous, begin),
        Err(_) => replace(&target, bytes, None, previous, begin),
    };
    outcome.map_err(|error| explain(name, &error))
}

#[cfg(unix)]
fn is_pipe(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    metadata.file_type().is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_metadata: &fs::Metadata) -> bool {
    false
}

/// The file that a link points at, even if it doesn't exist yet.
fn resolve_links(path: &Path) -> PathBuf {
    fs::canonicalize(path)
        .or_else(|_| {
            let link = fs::read_link(path)?;
            Ok::<PathBuf, io::Error>(
                path.parent().map_or_else(|| link.clone(), |dir| dir.join(&link)),
            )
        })
        .unwrap_or_else(|_| path.to_owned())
}

fn replace(
    target: &Path,
    bytes: &[u8],
    permissions: Option<&fs::Permissions>,
    previous: Previous,
    begin: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    begin(Step::CreateNew)?;
    let mut new = temporary_file(folder)?;
    begin(Step::WriteNew)?;
    new.write_all(bytes)?;
    if let Some(permissions) = permissions {
        begin(Step::SetPermissions)?;
        // The owner first: giving a file away takes some permissions from it.
        carry_over(target, new.as_file());
        new.as_file().set_permissions(permissions.clone())?;
    }
    begin(Step::FlushNew)?;
    new.as_file().sync_all()?;
    if permissions.is_some() && previous == Previous::Keep {
        copy_previous(target, folder, begin)?;
    }
    begin(Step::RenameNew)?;
    new.persist(target).map_err(|failed| failed.error)?;
    // So that the new name survives a power cut too, on systems that can sync a folder. The file is whole without it.
    if begin(Step::FlushFolder).is_ok()
        && let Ok(folder) = fs::File::open(folder)
    {
        let _best_effort = folder.sync_all();
    }
    remove_left_over(folder);
    Ok(())
}

/// Copies a file to its name with a `~`; a hard link wouldn't do, since not every file system has them.
fn copy_previous(
    target: &Path,
    folder: &Path,
    begin: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    let mut name = target.as_os_str().to_owned();
    name.push("~");
    begin(Step::CreateCopy)?;
    let copy = temporary_file(folder)?;
    begin(Step::CopyPrevious)?;
    fs::copy(target, copy.path())?;
    begin(Step::RenameCopy)?;
    copy.persist(PathBuf::from(name)).map_err(|failed| failed.error)?;
    Ok(())
}

/// A file with a unique name and the permissions of any new file; it is deleted unless it is persisted.
fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn explain(file: String, error: &io::Error) -> SaveError {
    use io::ErrorKind::{
        InvalidFilename, NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    let (message, remedy) = match error.kind() {
        NotFound => ("its folder isn't there".to_owned(), "Choose another folder."),
        PermissionDenied | ReadOnlyFilesystem => (
            "you may not write there".to_owned(),
            "Choose another folder, or ask its owner for the right to write.",
        ),
        InvalidFilename => (
            "a file there can't have that name".to_owned(),
            "Choose a shorter one without special characters.",
        ),
        StorageFull | QuotaExceeded => {
            ("the disk is full".to_owned(), "Make room, or choose another disk.")
        }
        _ => (
            format!("the system says “{error}”"),
            "Check that the disk is connected, or choose another folder.",
        ),
    };
    SaveError { file, message, remedy: remedy.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder of the test");
        let mut names: Vec<String> = entries
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_save_keeps_the_version_before_and_leaves_nothing_else() {
        let folder = folder();
        let path = folder.path().join("a.entente.json");
        for text in ["one", "two", "three"] {
            assert_eq!(write_atomically(&path, text.as_bytes(), Previous::Keep), Ok(()));
        }
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("three"));
        let before = folder.path().join("a.entente.json~");
        assert_eq!(fs::read_to_string(before).ok().as_deref(), Some("two"));
        assert_eq!(names(folder.path()), ["a.entente.json", "a.entente.json~"]);
    }

    #[test]
    fn an_export_leaves_only_itself() {
        let folder = folder();
        let path = folder.path().join("a.svg");
        for text in ["one", "two"] {
            assert_eq!(write_atomically(&path, text.as_bytes(), Previous::Discard), Ok(()));
        }
        assert_eq!(names(folder.path()), ["a.svg"]);
    }

    #[test]
    fn what_stands_in_the_way_is_named_and_stays() {
        let folder = folder();
        let path = folder.path().join("a.entente.json");
        assert!(fs::create_dir(&path).is_ok());
        let refused = write_atomically(&path, b"new", Previous::Keep);
        assert_eq!(
            refused.map_err(|e| e.to_string()),
            Err(
                "Can't save “a.entente.json”: there is a folder of that name. Choose another name."
                    .to_owned()
            )
        );
        let nowhere = folder.path().join("gone").join("b.entente.json");
        let refused = write_atomically(&nowhere, b"new", Previous::Keep);
        assert!(refused.is_err_and(|e| e.message == "its folder isn't there"));
        assert_eq!(names(folder.path()), ["a.entente.json"]);
    }

    #[test]
    fn a_save_that_fails_late_leaves_the_old_file_as_it_was() {
        let folder = folder();
        let path = folder.path().join("a.entente.json");
        assert!(fs::write(&path, "old").is_ok());
        // The previous version can't be kept, since a folder that isn't empty has its name.
        assert!(fs::create_dir_all(folder.path().join("a.entente.json~/x")).is_ok());
        assert!(write_atomically(&path, b"new", Previous::Keep).is_err());
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("old"));
        assert_eq!(names(folder.path()), ["a.entente.json", "a.entente.json~"]);
    }

    #[test]
    fn whichever_step_fails_the_file_is_whole_and_nothing_is_left_about() {
        let mut steps = Vec::new();
        let folder = folder();
        let path = folder.path().join("a.entente.json");
        fs::write(&path, "old").unwrap();
        let taken = write_in_steps(&path, b"old", Previous::Keep, &mut |step| {
            steps.push(step);
            Ok(())
        });
        assert_eq!((taken, steps.len()), (Ok(()), 9));
        fs::write(path.with_extension("json~"), "older").unwrap();
        for failing in steps {
            let refused = write_in_steps(&path, b"new", Previous::Keep, &mut |step| {
                let full = io::Error::from(io::ErrorKind::StorageFull);
                if step == failing { Err(full) } else { Ok(()) }
            });
            let text = fs::read_to_string(&path).unwrap();
            if failing == Step::FlushFolder {
                assert_eq!((refused, text.as_str()), (Ok(()), "new"));
            } else {
                let message = refused.expect_err("it can't be saved").to_string();
                assert_eq!(
                    message,
                    "Can't save “a.entente.json”: the disk is full. Make room, or choose another disk."
                );
                assert_eq!(text, "old", "{failing:?}");
            }
            assert_eq!(names(folder.path()), ["a.entente.json", "a.entente.json~"], "{failing:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_refused_at_once() {
        let folder = folder();
        let path = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        if !made.is_ok_and(|status| status.success()) {
            // What is printed by a test that passes is never seen.
            let _ = writeln!(std::io::stderr(), "skipped: there is no mkfifo here");
            return;
        }
        let refused = write_atomically(&path, b"new", Previous::Keep);
        assert!(refused.is_err_and(|e| e.message == "there is a pipe of that name"));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder();
        let (path, link) = (folder.path().join("real"), folder.path().join("link"));
        assert!(fs::write(&path, "old").is_ok() && symlink("real", &link).is_ok());
        assert!(fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).is_ok());
        assert_eq!(write_atomically(&link, b"new", Previous::Keep), Ok(()));
        assert_eq!(fs::read_to_string(&path).ok().as_deref(), Some("new"));
        assert!(fs::symlink_metadata(&link).is_ok_and(|metadata| metadata.is_symlink()));
        let mode = fs::metadata(&path).map(|metadata| metadata.permissions().mode() & 0o777);
        assert_eq!(mode.ok(), Some(0o640));

        let (dangling, made) = (folder.path().join("dangling"), folder.path().join("made"));
        assert!(symlink("made", &dangling).is_ok());
        assert_eq!(write_atomically(&dangling, b"new", Previous::Keep), Ok(()));
        assert_eq!(fs::read_to_string(made).ok().as_deref(), Some("new"));
    }
}
