//! Loads the bytes of files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::limits::{MAX_BYTES, check_size};
use super::problems::OpenError;

/// The bytes of a file; its size is checked before memory is allocated for them.
///
/// A pipe, a device or a socket is refused before it is opened, for it may never end; but not what a
/// shell hands over (`/dev/stdin`, `/dev/fd/63`), which ends when its writer does.
///
/// # Errors
/// When it can't be loaded from its disk, is no file, or is larger than [`MAX_BYTES`].
pub fn load(path: &Path) -> Result<Vec<u8>, OpenError> {
    let metadata = fs::metadata(path).map_err(|error| explain(&error))?;
    if metadata.is_dir() {
        let remedy = "Choose a map file inside it.";
        return Err(OpenError::of_whole_file("it is a folder", remedy));
    }
    if !metadata.is_file() && !is_handed_over(path) {
        let remedy = "Choose a file; what a program writes can be kept in one first.";
        return Err(OpenError::of_whole_file("it is a pipe or a device, not a file", remedy));
    }
    check_size(metadata.len())?;
    let file = File::open(path).map_err(|error| explain(&error))?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // A pipe has no size to check, and a file may grow meanwhile: the reader checks again.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| explain(&error))?;
    Ok(bytes)
}

/// Whether a path names what this process was given open.
pub(super) fn is_handed_over(path: &Path) -> bool {
    ["/dev/stdin", "/dev/stdout", "/dev/stderr"].iter().any(|name| path == Path::new(name))
        || path.parent() == Some(Path::new("/dev/fd"))
}

fn explain(error: &io::Error) -> OpenError {
    let remedy = match error.kind() {
        io::ErrorKind::NotFound => "Check its name, or whether it was moved.",
        io::ErrorKind::PermissionDenied => "Ask its owner for the right to read it.",
        _ => "Check that its disk is connected, then open it again.",
    };
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        _ => format!("the system says “{error}”"),
    };
    OpenError::of_whole_file(reason, remedy)
}
