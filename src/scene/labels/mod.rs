//! Where names and the texts along ties stand: each text tries a fixed list of places and takes the
//! one that touches least, names before texts along ties, until nobody wants another place or a few
//! rounds are over.
//!
//! Nothing is hidden: where no place is free, a text takes the least bad one.

mod along;
mod block;
mod field;
mod names;

use std::collections::HashMap;

pub(super) use block::Block;
pub(super) use field::Field;

use super::{Label, LabelOwner, NationMark, Options, Scene, TieMark};
use crate::model::Map;

/// The names of all nations that have one, in the order of the map.
pub(super) fn names(
    map: &Map,
    nations: &[NationMark],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Vec<Label> {
    names::place(map, nations, field, options, places)
}

/// The texts along ties, in the order of the map, around names that stand already.
pub(super) fn along_ties(
    map: &Map,
    ties: &[TieMark],
    names: &[Label],
    field: &Field<'_>,
    options: &Options,
    places: &Places,
) -> Vec<Label> {
    along::place(map, ties, names, field, options, places)
}

/// How places are chosen.
pub(super) enum Places {
    /// With care.
    Choose,
    /// The first of each list: for maps so large that nobody could read all labels.
    First,
    /// As in an earlier scene; the first of the list for a label that wasn't there.
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
            Self::Keep(places) => Some(places.get(&owner).copied().unwrap_or(0)),
        }
    }
}

/// A text that may stand in one of several places.
struct Candidates {
    label: Label,
    places: Vec<Candidate>,
}

/// One place, and what standing there costs before anything is in the way.
struct Candidate {
    block: Block,
    cost: f32,
}

/// Chooses a place for each text: the cheapest in view of the fixed blocks and of where the other
/// texts stand, in turn until all keep theirs.
fn settle(texts: Vec<Candidates>, fixed: &[Block]) -> Vec<Label> {
    const ROUNDS: usize = 4;
    let cheapest = |text: &Candidates| {
        let costs = text.places.iter().map(|place| place.cost).enumerate();
        costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
    };
    let mut chosen: Vec<usize> = texts.iter().map(cheapest).collect();
    for _ in 0..ROUNDS {
        let mut changed = false;
        for (index, text) in texts.iter().enumerate() {
            let standing: Vec<&Block> = (0..texts.len())
                .filter(|other| *other != index)
                .filter_map(|other| texts[other].places.get(chosen[other]).map(|c| &c.block))
                .chain(fixed)
                .collect();
            let cost = |candidate: &Candidate| {
                let touched = standing.iter().filter(|block| block.overlaps(&candidate.block));
                candidate.cost + 130.0 * touched.count() as f32
            };
            let costs = text.places.iter().map(cost).enumerate();
            let best = costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index);
            changed |= best != chosen[index];
            chosen[index] = best;
        }
        if !changed {
            break;
        }
    }
    let placed = texts.into_iter().zip(chosen);
    placed.filter_map(|(text, place)| text.at(place)).collect()
}

impl Candidates {
    /// The label at one of its places.
    fn at(self, place: usize) -> Option<Label> {
        let block = &self.places.get(place).or_else(|| self.places.first())?.block;
        Some(Label {
            center: block.center,
            angle_radians: block.angle_radians,
            bounds: block.bounds(),
            place: u16::try_from(place).unwrap_or(0),
            ..self.label
        })
    }
}
