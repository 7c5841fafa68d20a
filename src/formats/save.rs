//! Saves maps.

use std::path::Path;

use super::atomic_write::{Previous, SaveError, write_atomically};
use super::entente;
use crate::model::Map;

/// Saves a map in its own format, which keeps all of it. The file is replaced in one step and its
/// previous version kept as `NAME~`; its permissions stay, and a link to a file goes on pointing at it.
///
/// # Errors
/// A [`SaveError`]; the file is then as it was.
pub fn save(map: &Map, path: &Path) -> Result<(), SaveError> {
    write_atomically(path, entente::write(map).as_bytes(), Previous::Keep)
}
