//! What several commands do with their input: read a map and lay it out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use super::outcome::Failure;
use crate::edit;
use crate::formats::{
    self, Import, ImportSource, InputFile, MAX_BYTES, OpenError, Opened, Problem, Progress, ReadAs,
};
use crate::layout::Flow;
use crate::model::Map;
use crate::tasks::{self, LayoutRequest};

/// Reads a map. Its problems are written to `err`.
pub(super) fn read(path: &Path, err: &mut dyn Write) -> Result<Map, Failure> {
    let Opened { map, problems } = formats::open(path)?;
    list_problems(path, &problems, err)?;
    Ok(map)
}

/// Reads a file of any format, or standard input where the path is `-`, and perhaps one that belongs to it,
/// both as is said.
pub(super) fn import(
    path: &Path,
    beside: Option<&Path>,
    read_as: ReadAs,
) -> Result<Import, Failure> {
    let read = |file: &InputFile<'_>| ImportSource::read_as(file, read_as, Progress::untold());
    let mut source = read_source(path, read)?;
    if let Some(path) = beside {
        read_source(path, |file| source.add_beside(read(file)?))?;
    }
    Ok(Import::new(Arc::new(source)))
}

fn read_source<T>(
    path: &Path,
    read: impl FnOnce(&InputFile<'_>) -> Result<T, OpenError>,
) -> Result<T, Failure> {
    if path == Path::new("-") {
        let bytes = standard_input()?;
        return Ok(read(&InputFile { name: "", bytes: &bytes })?);
    }
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = formats::load(path);
    let read = bytes.and_then(|bytes| read(&InputFile { name: &name, bytes: &bytes }));
    Ok(read.map_err(|error| error.in_file(name))?)
}

/// Standard input to its end, or one byte more than a file may have.
pub(super) fn standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Prints the problems of a file.
pub(super) fn list_problems(
    path: &Path,
    problems: &[Problem],
    err: &mut dyn Write,
) -> Result<(), Failure> {
    for problem in problems {
        writeln!(err, "{}: {problem}", path.display())?;
    }
    Ok(())
}

/// Lays out the nations of a map that `request` names.
pub(super) fn lay_out(map: &mut Map, request: &LayoutRequest, seed: u64) -> Result<(), Failure> {
    let positions = tasks::lay_out(map, request, seed, &mut |_| Flow::Continue)?;
    edit::apply(map, edit::move_nations(map, positions, None))?;
    Ok(())
}
