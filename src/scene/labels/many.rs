//! Names where there are very many: the most important first, each takes the first of its places that
//! is free, or is left out. No name overlaps another, a nation's mark or the frame; lines aren't looked
//! at, and no name gives way to another. For maps on which a careful choice would take seconds.

use super::{Block, Grid, Settled, names};
use crate::model::{Point, Rect};
use crate::scene::index::{Cells, Shape};
use crate::scene::{Label, NationMark, Options};

/// Names are placed like this where there are more of them.
pub(super) const MANY: usize = 1_000;

pub(super) fn place(nations: &[NationMark], options: &Options) -> Settled {
    let mut room = Room::new(nations, options);
    let mut order: Vec<usize> = (0..nations.len()).collect();
    order.sort_by(|a, b| nations[*b].radius.total_cmp(&nations[*a].radius));
    let mut labels: Vec<(usize, Label)> = Vec::new();
    let mut left_out = 0;
    let named = |index: &usize| nations[*index].is_drawn() && !nations[*index].name.is_empty();
    for index in order.into_iter().filter(named) {
        match room.label(index) {
            Some(label) => {
                room.taken.insert(labels.len() as u32, &label.bounds);
                room.blocks.push(Block::of(&label));
                labels.push((index, label));
            }
            None => left_out += 1,
        }
    }
    labels.sort_by_key(|(index, _)| *index);
    Settled { labels: labels.into_iter().map(|(_, label)| label).collect(), left_out }
}

/// What of the map is still free.
struct Room<'a> {
    nations: &'a [NationMark],
    cells: Cells,
    taken: Grid,
    blocks: Vec<Block>,
    options: &'a Options,
}

impl<'a> Room<'a> {
    fn new(nations: &'a [NationMark], options: &'a Options) -> Self {
        const MOST_CELLS: usize = 256;
        let bounds = nations.iter().map(NationMark::bounds);
        let extent = bounds.fold(Rect::NOTHING, |all, rect| all.union(&rect));
        let cells = Cells::new(extent, MOST_CELLS, |put| {
            for (place, mark) in (0..).zip(nations).filter(|(_, mark)| mark.is_drawn()) {
                put(place, &Shape::Area(mark.bounds()));
            }
        });
        let line = names::line_height(options);
        Self { nations, cells, taken: Grid::new(&extent, 2.0 * line), blocks: Vec::new(), options }
    }

    /// The name of a nation at the first of its places that is free.
    fn label(&self, index: usize) -> Option<Label> {
        let mark = &self.nations[index];
        // Where not even a letter would find room the name needn't be measured.
        let letter = Point::new(0.5, 1.0) * names::line_height(self.options);
        let is_open = |place: &u16| self.is_free(index, &names::block(mark, letter, *place));
        let open: Vec<u16> = (0..names::PLACES).filter(is_open).collect();
        if open.is_empty() {
            return None;
        }
        let label = names::label(mark, self.options);
        let place = |place: u16| {
            let block = names::block(mark, label.extent, place);
            self.is_free(index, &block).then_some((place, block))
        };
        let (place, block) = open.into_iter().find_map(place)?;
        Some(Label { center: block.center, bounds: block.bounds(), place, ..label })
    }

    fn is_free(&self, index: usize, block: &Block) -> bool {
        let bounds = block.bounds();
        if self.options.frame.is_some_and(|frame| !frame.holds(&bounds)) {
            return false;
        }
        let is_boxed = self.nations[index].text_size.is_some();
        let is_in_the_way = |place: u32| {
            let other = &self.nations[place as usize];
            !(is_boxed && place as usize == index) && block.overlaps_rect(&other.bounds())
        };
        !self.cells.any_near(&bounds, is_in_the_way)
            && !self.taken.any_near(&bounds, |other| self.blocks[other as usize].overlaps(block))
    }
}
