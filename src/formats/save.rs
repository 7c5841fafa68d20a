//! Files replaced as a whole: after a failure the old one is as it was.

use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::write;
use crate::model::Map;

/// What becomes of the version of a file that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Previous {
    /// It is kept beside the new one, under the same name with a `~` at the end.
    Keep,
    /// It is gone.
    Discard,
}

/// Why a file couldn't be written; the old one is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The name of the file.
    pub file: String,
    /// What stood in the way: a clause without a stop.
    pub message: String,
    /// What to do about it: a sentence.
    pub remedy: String,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Can't save “{}”: {}. {}", self.file, self.message, self.remedy)
    }
}

impl std::error::Error for SaveError {}

/// Saves a map. The file is replaced in one step and its previous version kept as `NAME~`; its
/// permissions stay, and a link to a file goes on pointing at it.
///
/// # Errors
/// A [`SaveError`]; the file is then as it was.
pub fn save(map: &Map, path: &Path) -> Result<(), SaveError> {
    write_atomically(path, write(map).as_bytes(), Previous::Keep)
}

/// Puts bytes in the place of a file in one step: whoever reads it finds the old or the new, and
/// after a failure the old.
///
/// What is neither a file nor a folder, such as `/dev/stdout`, is simply written to.
///
/// # Errors
/// A [`SaveError`]; the file is then as it was.
pub fn write_atomically(path: &Path, bytes: &[u8], previous: Previous) -> Result<(), SaveError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let target = behind_links(path);
    let outcome = match fs::metadata(&target) {
        Ok(about) if about.is_dir() => {
            return Err(SaveError {
                file: name,
                message: "there is a folder of that name".to_owned(),
                remedy: "Choose another name.".to_owned(),
            });
        }
        Ok(about) if !about.is_file() => fs::write(&target, bytes),
        Ok(about) => replace(&target, bytes, Some(&about.permissions()), previous),
        Err(_) => replace(&target, bytes, None, previous),
    };
    outcome.map_err(|error| explain(name, &error))
}

/// The file that a link leads to, even where it isn't there yet.
fn behind_links(path: &Path) -> PathBuf {
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
) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut new = beside(folder)?;
    new.write_all(bytes)?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions.clone())?;
    }
    new.as_file().sync_all()?;
    if permissions.is_some() && previous == Previous::Keep {
        keep(target, folder)?;
    }
    new.persist(target).map_err(|failed| failed.error)?;
    // The new name itself must outlive a power cut too, where a folder can be synced at all.
    if let Ok(folder) = fs::File::open(folder) {
        let _best_effort = folder.sync_all();
    }
    Ok(())
}

/// Copies a file to its name with a `~`. A copy, since not every disk has links.
fn keep(target: &Path, folder: &Path) -> io::Result<()> {
    let mut name = target.as_os_str().to_owned();
    name.push("~");
    let copy = beside(folder)?;
    fs::copy(target, copy.path())?;
    copy.persist(PathBuf::from(name)).map_err(|failed| failed.error)?;
    Ok(())
}

/// A file of a name of its own, with the permissions of any new file, gone again if it isn't kept.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".entente-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn explain(file: String, error: &io::Error) -> SaveError {
    use io::ErrorKind::{NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let (message, remedy) = match error.kind() {
        NotFound => ("its folder isn't there".to_owned(), "Choose another folder."),
        PermissionDenied | ReadOnlyFilesystem => (
            "you may not write there".to_owned(),
            "Choose another folder, or ask its owner for the right to write.",
        ),
        StorageFull => ("the disk is full".to_owned(), "Make room, or choose another disk."),
        _ => (
            format!("the system says “{error}”"),
            "Check that the disk is connected, or choose another folder.",
        ),
    };
    SaveError { file, message, remedy: remedy.to_owned() }
}
