//! Folders of what a person does, which nobody else may read.

use std::fs;
use std::path::Path;

use super::error::JournalError;

/// Makes a folder that its owner alone can read.
pub(super) fn create_private(folder: &Path) -> Result<(), JournalError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}
