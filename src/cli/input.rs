//! What several commands do with their input: read a map and lay it out.

use std::io::Write;
use std::path::Path;

use super::Failure;
use crate::edit;
use crate::formats::{self, Opened, Problem};
use crate::layout::Flow;
use crate::model::Map;
use crate::tasks::{self, LayoutRequest};

/// Reads a map. Its problems are written to `err`.
pub(super) fn read(path: &Path, err: &mut dyn Write) -> Result<Map, Failure> {
    let Opened { map, problems } = formats::open(path)?;
    list_problems(path, &problems, err)?;
    Ok(map)
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
