//! Opens files: loads their bytes and hands them to the reader of their format.

use std::path::Path;

use super::edge_list::{EDGE_LIST, read_edge_list};
use super::format::InputFile;
use super::import::Import;
use super::load::load;
use super::opened::{MapOrEdgeList, Opened};
use super::problems::OpenError;
use super::progress::Progress;
use super::registry::recognise;

/// Opens a file of any format as a map: what isn't a map becomes one by the choices that it suggests
/// itself. Its size is checked before memory is allocated for it.
///
/// # Errors
/// When the file can't be loaded from its disk, or nothing of it can be read; whatever is wrong with a
/// single record is listed in [`Opened::problems`] instead.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    open_with(path, read_as_map)
}

fn read_as_map(file: &InputFile<'_>) -> Result<Opened, OpenError> {
    Import::read(file, Progress::untold())?.into_opened()
}

/// Opens a file for a layout: a plain network of numbered nodes stays one, for it may be far larger than a
/// map.
///
/// # Errors
/// As [`open`].
pub fn open_for_layout(path: &Path) -> Result<MapOrEdgeList, OpenError> {
    open_with(path, |file| match recognise(file) {
        Some(format) if format.name == EDGE_LIST.name => {
            read_edge_list(file.bytes).map(MapOrEdgeList::EdgeList)
        }
        _ => read_as_map(file).map(Box::new).map(MapOrEdgeList::Map),
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
