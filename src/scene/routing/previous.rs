//! The role of an earlier scene for the routes of a new one.

use crate::model::Map;
use crate::scene::{Scene, TieMark};

/// What becomes of the bends of an earlier scene.
#[derive(Clone, Copy)]
pub(in crate::scene) enum Previous<'a> {
    /// There is no earlier scene.
    None,
    /// Its bends stay unless others are clearly better.
    Prefer(&'a Scene),
    /// Its bends stay.
    Keep(&'a Scene),
}

/// The marks of ties in an earlier scene, with the indices of the ties in the map.
pub(super) fn previous_marks<'a>(
    map: &'a Map,
    previous: &'a Scene,
) -> impl Iterator<Item = (usize, &'a TieMark)> {
    map.ties().ids().enumerate().filter_map(|(index, id)| {
        // Nearly always the same index holds the same tie.
        let same_index = previous.ties.get(index).filter(|mark| mark.id == id);
        let mark = same_index.or_else(|| previous.ties.iter().find(|mark| mark.id == id))?;
        Some((index, mark))
    })
}
