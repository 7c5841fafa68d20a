//! What several commands do with their input: read it, and lay out what has no position yet.

use std::io::Write;
use std::path::Path;

use super::Failure;
use crate::edit;
use crate::formats::{self, Opened};
use crate::layout::Flow;
use crate::model::Map;
use crate::tasks::{self, LayoutRequest};

/// Reads a map; what was wrong with it goes to `err`.
pub(super) fn read(path: &Path, err: &mut dyn Write) -> Result<Map, Failure> {
    let Opened { map, problems } = formats::open(path)?;
    for problem in &problems {
        writeln!(err, "{}: {problem}", path.display())?;
    }
    Ok(map)
}

/// Lays a map out, as far as `request` says.
pub(super) fn lay_out(map: &mut Map, request: &LayoutRequest, seed: u64) -> Result<(), Failure> {
    let positions = tasks::lay_out(map, request, seed, &mut |_| Flow::Continue)?;
    edit::apply(map, edit::move_nations(map, positions, None))?;
    Ok(())
}
