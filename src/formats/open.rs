//! Opens files: loads their bytes and hands them to the reader of their format.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::entente;
use super::format::{InputFile, Reader};
use super::limits::{MAX_BYTES, check_size};
use super::opened::{Content, Opened};
use super::problems::OpenError;
use super::registry::recognise;

/// Opens a map file; its size is checked before memory is allocated for it.
///
/// # Errors
/// When the file can't be loaded from its disk, or nothing of it can be read as a map; whatever is
/// wrong with a single record is listed in [`Opened::problems`] instead.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_with(path, |file| match recognise(file).map(|format| format.reader) {
        Some(Reader::Map(read)) => read(file.bytes),
        // What holds no map is read as one nevertheless: the message says what was expected.
        Some(Reader::Network(_)) | None => entente::read(file.bytes),
    })
}

/// Opens a file of any format, whatever it holds.
///
/// # Errors
/// As [`open`].
pub fn open_any(path: &Path) -> Result<Content, OpenError> {
    open_with(path, |file| match recognise(file) {
        Some(format) => format.reader.read(file.bytes),
        None => entente::read(file.bytes).map(Box::new).map(Content::Map),
    })
}

fn open_with<T>(
    path: &Path,
    read: impl FnOnce(&InputFile<'_>) -> Result<T, OpenError>,
) -> Result<T, OpenError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    load(path)
        .and_then(|bytes| read(&InputFile { name: &name, bytes: &bytes }))
        .map_err(|error| error.in_file(name))
}

/// The bytes of a file; its size is checked before memory is allocated for them.
///
/// # Errors
/// When it can't be loaded from its disk, or is larger than [`MAX_BYTES`].
pub fn load(path: &Path) -> Result<Vec<u8>, OpenError> {
    let file = File::open(path).map_err(|error| explain(&error))?;
    let metadata = file.metadata().map_err(|error| explain(&error))?;
    if metadata.is_dir() {
        let remedy = "Choose a map file inside it.";
        return Err(OpenError::of_whole_file("it is a folder", remedy));
    }
    check_size(metadata.len())?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // Pipes and devices have no size to check, and a file may grow meanwhile: the reader checks again.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| explain(&error))?;
    Ok(bytes)
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
