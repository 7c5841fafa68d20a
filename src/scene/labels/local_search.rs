//! Chooses a place for each text in view of all others.
//!
//! Source: a local search as in Christensen, Marks & Shieber (1995), “An empirical study of algorithms
//! for point-feature label placement”, without its randomness: each text in turn takes the place that
//! costs least as the others stand, until all keep theirs or a few rounds are over. Then, the most
//! important first, each keeps its place if nothing is in the way, else takes the cheapest that is
//! free, else is left out. Guarantees that no two texts that are kept overlap, and that none lies on
//! a nation's mark or outside the frame; it doesn't find the most texts that could be kept.

use super::obstacles::{Field, Looks};
use super::{Block, Grid};
use crate::scene::Label;

/// What it costs that two texts overlap, and that only their upright rectangles do.
const OVERLAP: f32 = 130.0;
const NEAR_OVERLAP: f32 = 9.0;
const ROUNDS: usize = 5;

/// A text that may stand in one of several places.
pub(super) struct Candidates {
    pub(super) label: Label,
    pub(super) places: Vec<Candidate>,
    /// The most important text is kept first; equals in the order of the map.
    pub(super) importance: f32,
}

/// One place, and what standing there costs before other texts are in the way.
pub(super) struct Candidate {
    pub(super) block: Block,
    pub(super) cost: f32,
    /// Whether it is off all marks and within the frame.
    pub(super) is_allowed: bool,
    /// Which of the possible places it is.
    pub(super) place: u16,
}

/// The texts that have found a place, in their order, and how many have not.
pub(in crate::scene) struct Settled {
    pub(in crate::scene) labels: Vec<Label>,
    pub(in crate::scene) left_out: usize,
}

/// Chooses a place for each text around fixed blocks.
pub(super) fn settle(texts: Vec<Candidates>, fixed: &[Block], field: &Field<'_>) -> Settled {
    let mut crowd = Crowd::new(texts.len(), fixed, field);
    let mut wished: Vec<usize> = texts.iter().map(cheapest).collect();
    for (index, text) in texts.iter().enumerate() {
        crowd.put(index, text.places.get(wished[index]).map(|c| c.block));
    }
    for _ in 0..ROUNDS {
        let mut changed = false;
        for (index, text) in texts.iter().enumerate() {
            crowd.put(index, None);
            let best = crowd.best(text).unwrap_or(0);
            changed |= best != wished[index];
            wished[index] = best;
            crowd.put(index, text.places.get(best).map(|c| c.block));
        }
        if !changed {
            break;
        }
    }
    let kept = Keeping::new(&texts, fixed, field).keep(&wished);
    let left_out = kept.iter().filter(|place| place.is_none()).count();
    let labels = texts.into_iter().zip(kept).filter_map(|(text, place)| text.at(place?));
    Settled { labels: labels.collect(), left_out }
}

fn cheapest(text: &Candidates) -> usize {
    let costs = text.places.iter().map(|place| place.cost).enumerate();
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
}

/// Where texts stand.
struct Crowd {
    grid: Grid,
    /// The blocks of the texts by their numbers, then the fixed ones.
    blocks: Vec<Option<Block>>,
    near: Vec<u32>,
}

impl Crowd {
    fn new(texts: usize, fixed: &[Block], field: &Field<'_>) -> Self {
        let mut crowd =
            Self { grid: field.grid(), blocks: vec![None; texts + fixed.len()], near: Vec::new() };
        for (index, block) in fixed.iter().enumerate() {
            crowd.put(texts + index, Some(*block));
        }
        crowd
    }

    /// Lets a text stand somewhere, or nowhere.
    fn put(&mut self, index: usize, block: Option<Block>) {
        if let Some(before) = std::mem::replace(&mut self.blocks[index], block) {
            self.grid.remove(index as u32, &before.bounds());
        }
        if let Some(block) = block {
            self.grid.insert(index as u32, &block.bounds());
        }
    }

    /// The texts that a block would overlap.
    fn overlapped(&mut self, block: &Block) -> Vec<usize> {
        self.grid.near(&block.bounds(), &mut self.near);
        let near = self.near.iter().map(|index| *index as usize);
        near.filter(|i| self.blocks[*i].is_some_and(|other| other.overlaps(block))).collect()
    }

    /// What the others cost at a block.
    fn cost(&mut self, block: &Block) -> f32 {
        let bounds = block.bounds();
        self.grid.near(&bounds, &mut self.near);
        let others = self.near.iter().filter_map(|index| self.blocks[*index as usize].as_ref());
        let cost = |other: &Block| {
            if other.overlaps(block) {
                OVERLAP
            } else if other.bounds().intersects(&bounds) {
                NEAR_OVERLAP
            } else {
                0.0
            }
        };
        others.map(cost).sum()
    }

    /// The cheapest of a text's places as the others stand.
    fn best(&mut self, text: &Candidates) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for (index, place) in text.places.iter().enumerate() {
            if best.is_some_and(|(least, _)| place.cost >= least) {
                continue;
            }
            let cost = place.cost + self.cost(&place.block);
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, index));
            }
        }
        best.map(|(_, index)| index)
    }
}

/// Which texts are kept, and where.
struct Keeping<'a> {
    texts: &'a [Candidates],
    crowd: Crowd,
    places: Vec<Option<usize>>,
    /// Texts that have been sent to their first place for the sake of another.
    is_locked: Vec<bool>,
}

impl<'a> Keeping<'a> {
    fn new(texts: &'a [Candidates], fixed: &[Block], field: &Field<'_>) -> Self {
        let crowd = Crowd::new(texts.len(), fixed, field);
        let count = texts.len();
        Self { texts, crowd, places: vec![None; count], is_locked: vec![false; count] }
    }

    fn keep(mut self, wished: &[usize]) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.sort_by(|a, b| self.texts[*b].importance.total_cmp(&self.texts[*a].importance));
        for index in &order {
            let place = self.free_place(*index, wished[*index]);
            self.set(*index, place);
        }
        for index in order {
            if self.places[index].is_none() {
                self.make_room(index);
            }
        }
        self.places
    }

    fn set(&mut self, index: usize, place: Option<usize>) {
        let block = place.and_then(|place| self.texts[index].places.get(place)).map(|c| c.block);
        self.crowd.put(index, block);
        self.places[index] = place;
    }

    /// The wished place if it is free, else the cheapest that is.
    fn free_place(&mut self, index: usize, wished: usize) -> Option<usize> {
        let text = &self.texts[index];
        let mut is_free = |place: &usize| {
            text.places.get(*place).is_some_and(|candidate| {
                candidate.is_allowed && self.crowd.overlapped(&candidate.block).is_empty()
            })
        };
        if is_free(&wished) {
            return Some(wished);
        }
        let mut free: Vec<usize> = (0..text.places.len()).filter(is_free).collect();
        free.sort_by(|a, b| text.places[*a].cost.total_cmp(&text.places[*b].cost));
        free.first().copied()
    }

    /// Puts a text at its first place and sends those in the way to theirs, and so on. Where all
    /// first places are free together, as on a page that was laid out for them, every text is kept;
    /// else all stays as it was.
    fn make_room(&mut self, index: usize) {
        let before = (self.places.clone(), self.is_locked.clone());
        let mut waiting = vec![index];
        while let Some(next) = waiting.pop() {
            let Some(first) = self.texts[next].places.first().filter(|c| c.is_allowed) else {
                return self.go_back(before);
            };
            let (block, in_the_way) = (first.block, self.crowd.overlapped(&first.block));
            let can_go = |other: &usize| *other < self.texts.len() && !self.is_locked[*other];
            if !in_the_way.iter().all(can_go) {
                return self.go_back(before);
            }
            for other in in_the_way {
                self.set(other, None);
                waiting.push(other);
            }
            self.is_locked[next] = true;
            self.crowd.put(next, Some(block));
            self.places[next] = Some(0);
        }
    }

    fn go_back(&mut self, (places, is_locked): (Vec<Option<usize>>, Vec<bool>)) {
        for (index, place) in places.iter().enumerate() {
            if self.places[index] != *place {
                self.set(index, *place);
            }
        }
        self.is_locked = is_locked;
    }
}

impl Candidates {
    /// The label at one of its places.
    fn at(self, place: usize) -> Option<Label> {
        let Candidate { block, place, .. } = self.places.get(place)?;
        Some(Label {
            center: block.center,
            angle_radians: block.angle_radians,
            bounds: block.bounds(),
            place: *place,
            ..self.label
        })
    }
}

impl Candidate {
    /// A place in a field.
    pub(super) fn new(
        (place, block): (u16, Block),
        own_cost: f32,
        (own_nation, own_tie): (Option<usize>, Option<usize>),
        field: &Field<'_>,
        looks: &mut Looks,
    ) -> Self {
        let cost = own_cost + field.cost(&block, own_nation, own_tie, looks);
        Self { is_allowed: field.allows(&block, own_nation, looks), block, cost, place }
    }
}
