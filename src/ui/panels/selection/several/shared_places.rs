//! The places that were set by hand, of several nations and ties.

use super::super::by_hand::{BEND, OFFSET, PLACE};
use super::shared_value::Shared;
use crate::model::{Nation, Tie};

/// What several records say of the places that were set by hand.
#[derive(Debug)]
pub(super) struct SharedPlaces {
    pub(super) name: Shared,
    pub(super) bend: Shared,
    /// Of the ties that have a label; none where none has.
    pub(super) label: Option<Shared>,
}

impl SharedPlaces {
    pub(super) fn of(nations: &[&Nation], ties: &[&Tie]) -> Self {
        let labelled: Vec<&&Tie> = ties.iter().filter(|tie| !tie.label.is_empty()).collect();
        let label = || Shared::of(labelled.iter().map(|tie| (PLACE.write)(&tie.label_place)));
        Self {
            name: Shared::of(nations.iter().map(|nation| (OFFSET.write)(&nation.name_offset))),
            bend: Shared::of(ties.iter().map(|tie| (BEND.write)(&tie.bend))),
            label: (!labelled.is_empty()).then(label),
        }
    }
}
