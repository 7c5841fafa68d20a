//! Where names and the texts along ties stand: each text tries a fixed list of places and takes the
//! one that touches least, names before texts along ties.
//!
//! No text overlaps another, a nation's mark or the frame: one that finds no place is left out, the
//! least important first, and counted.

mod box_grid;
mod greedy_names;
mod local_search;
mod nation_names;
mod obstacles;
mod text_box;
mod tie_labels;

use std::collections::HashMap;

use box_grid::Grid;
pub(super) use local_search::Settled;
use local_search::{Candidate, Candidates, settle};
pub(super) use obstacles::Field;
pub(super) use text_box::Block;

use super::{Label, LabelOwner, NationMark, Options, Scene, TieMark};
use crate::model::Map;

/// The most ties whose lines labels keep off; among more, they only keep off one another and marks.
pub(super) const MOST_LINES: usize = 20_000;

/// The most nations whose names are placed with care.
pub(super) const MOST_CAREFUL: usize = greedy_names::MANY;

/// The names of all nations that have one, in the order of the map.
pub(super) fn names(
    map: &Map,
    nations: &[NationMark],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Settled {
    nation_names::place(map, nations, field, options, places)
}

/// The name of a nation below it, whatever is in the way; none where it has no name.
pub fn name_below(mark: &NationMark, options: &Options) -> Option<Label> {
    nation_names::below(mark, options)
}

/// The texts along ties, in the order of the map, around names that stand already.
pub(super) fn along_ties(
    map: &Map,
    ties: &[TieMark],
    names: &[Label],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Settled {
    tie_labels::place(map, ties, names, field, options, places)
}

/// Sets the text along a tie that has moved where its place now is.
pub(super) fn follow_tie(label: &mut Label, mark: &TieMark) {
    tie_labels::follow(label, mark);
}

/// How places are chosen.
pub(super) enum Places {
    /// With care.
    Choose,
    /// The first of each list: for maps so large that nobody could read all labels.
    First,
    /// As in an earlier scene; a label that wasn't there is left out again.
    Keep(HashMap<LabelOwner, u16>),
}

impl Places {
    /// The places of an earlier scene.
    pub(super) fn of(previous: &Scene) -> Self {
        Self::Keep(previous.labels.iter().map(|label| (label.owner, label.place)).collect())
    }

    /// The place that a label has without choosing; `None` where it chooses.
    pub(super) fn given(&self, owner: LabelOwner) -> Option<u16> {
        match self {
            Self::Choose => None,
            Self::First => Some(0),
            Self::Keep(places) => places.get(&owner).copied(),
        }
    }
}
