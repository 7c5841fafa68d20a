//! Keeps a copy of each map that is saved, with words on what has changed since the one before.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{FigureRequest, MOST_DRAWN, Preview, render_preview};
use crate::analysis::Changes;
use crate::formats;
use crate::model::Map;
use crate::recovery::{Version, VersionsFolder};

/// What is kept of the maps that a window saves.
pub(super) struct KeptVersions {
    folder: Option<VersionsFolder>,
    /// The map that was saved last, and its file.
    last: Option<(PathBuf, Map)>,
}

/// A version of a map that was read.
#[derive(Clone, Debug)]
pub struct VersionRead {
    /// The map.
    pub map: Map,
    /// A picture of it; `None` where it is too large to be drawn while somebody waits.
    pub picture: Option<Preview>,
}

impl KeptVersions {
    pub(super) const fn new(folder: Option<VersionsFolder>) -> Self {
        Self { folder, last: None }
    }

    /// Before a file is replaced for the first time, keeps what it holds.
    pub(super) fn before_save(&self, path: &Path) {
        let modified = fs::metadata(path).and_then(|metadata| metadata.modified());
        if let (Some(folder), Ok(modified)) = (&self.folder, modified) {
            // Without a copy of it the save goes on: the previous version is kept beside the file as well.
            let _ = folder.keep(path, modified, "");
        }
    }

    /// Keeps what was saved.
    pub(super) fn saved(&mut self, path: &Path, map: Map) {
        let Some(folder) = &self.folder else { return };
        let before = match self.last.take() {
            Some((last, before)) if last == path => Some(before),
            _ => folder.versions(path).first().and_then(|newest| read(&newest.path).ok()),
        };
        let changes =
            before.map_or_else(String::new, |before| Changes::between(&before, &map).in_words());
        let _ = folder.keep(path, SystemTime::now(), &changes);
        self.last = Some((path.to_owned(), map));
    }

    /// The versions of the map in a file, the newest first.
    pub(super) fn versions(&self, path: &Path) -> Vec<Version> {
        self.folder.as_ref().map_or_else(Vec::new, |folder| folder.versions(path))
    }
}

/// What the map in a file has otherwise than another one.
///
/// # Errors
/// A message for a person.
pub(super) fn compare(map: &Map, path: &Path) -> Result<Changes, String> {
    let opened = formats::open(path).map_err(|error| error.to_string())?;
    Ok(Changes::between(map, &opened.map))
}

/// Reads a version and draws it.
///
/// # Errors
/// A message for a person.
pub(super) fn read_version(path: &Path) -> Result<VersionRead, String> {
    let map = read(path)?;
    let is_drawn = map.nations().len() <= MOST_DRAWN.0 && map.ties().len() <= MOST_DRAWN.1;
    let picture = is_drawn.then(|| render_preview(&map, &FigureRequest::default())).flatten();
    Ok(VersionRead { map, picture })
}

fn read(path: &Path) -> Result<Map, String> {
    let opened = formats::load(path).and_then(|bytes| formats::read(&bytes));
    opened.map(|opened| opened.map).map_err(|error| error.in_file("this version").to_string())
}
