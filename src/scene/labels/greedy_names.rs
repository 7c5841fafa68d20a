//! Names where there are very many: the most important first, each takes the first of its places that
//! is free, or is left out. The larger nation is the more important, of two alike the one with more ties.
//! No name overlaps another, the frame, or a nation's mark but one so small beside it that it is a dot;
//! lines aren't looked at, and no name gives way to another. For maps on which a careful choice would
//! take seconds.

use super::{Block, Grid, Settled, nation_names};
use crate::model::{Map, Point, Rect};
use crate::scene::index::{Cells, Shape};
use crate::scene::{Label, NationMark, Options};

/// Names are placed like this where there are more of them.
pub(super) const MANY: usize = 1_000;

/// A mark with a smaller radius than this part of a line's height is a dot.
const DOT: f32 = 0.25;
/// Where most marks are dots, how far names keep from one another, in lines: the dots are seen between them.
const AIR: Point = Point { x: 1.5, y: 1.0 };

pub(super) fn place(map: &Map, nations: &[NationMark], options: &Options) -> Settled {
    let mut room = Room::new(nations, options);
    let degrees = map.degrees();
    let importance = |index: usize| {
        (nations[index].radius, degrees.get(index).copied().unwrap_or_default() as f32)
    };
    let mut order: Vec<usize> = (0..nations.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (importance(*a), importance(*b));
        b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
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
    /// How far names keep from one another.
    air: Point,
    options: &'a Options,
}

impl<'a> Room<'a> {
    fn new(nations: &'a [NationMark], options: &'a Options) -> Self {
        const MOST_CELLS: usize = 256;
        let bounds = nations.iter().map(NationMark::bounds);
        let extent = bounds.fold(Rect::NOTHING, |all, rect| all.union(&rect));
        let line = nation_names::line_height(options);
        let is_in_the_way =
            |(_, mark): &(u32, &NationMark)| mark.is_drawn() && mark.radius >= DOT * line;
        let cells = Cells::new(extent, MOST_CELLS, |put| {
            for (place, mark) in (0..).zip(nations).filter(is_in_the_way) {
                put(place, &Shape::Area(mark.bounds()));
            }
        });
        let dots = nations.iter().filter(|mark| mark.radius < DOT * line).count();
        let air = if dots * 2 > nations.len() { AIR * line } else { Point::default() };
        let taken = Grid::new(&extent, 2.0 * line);
        Self { nations, cells, taken, blocks: Vec::new(), air, options }
    }

    /// The name of a nation at the first of its places that is free.
    fn label(&self, index: usize) -> Option<Label> {
        let mark = &self.nations[index];
        // Where not even a letter would find room the name needn't be measured.
        let letter = Point::new(0.5, 1.0) * nation_names::line_height(self.options);
        let is_open = |place: &u16| self.is_free(index, &nation_names::block(mark, letter, *place));
        let open: Vec<u16> = (0..nation_names::PLACES).filter(is_open).collect();
        if open.is_empty() {
            return None;
        }
        let label = nation_names::label(mark, self.options);
        let place = |place: u16| {
            let block = nation_names::block(mark, label.extent, place);
            self.is_free(index, &block).then_some((place, block))
        };
        let (place, block) = open.into_iter().find_map(place)?;
        Some(Label { center: block.center, bounds: block.bounds(), place, ..label })
    }

    fn is_free(&self, index: usize, block: &Block) -> bool {
        let bounds = block.bounds();
        let airy = Block::new(block.center, block.half * 2.0 + self.air * 2.0, 0.0);
        if self.options.frame.is_some_and(|frame| !frame.holds(&bounds)) {
            return false;
        }
        let is_boxed = self.nations[index].text_size.is_some();
        let is_in_the_way = |place: u32| {
            let other = &self.nations[place as usize];
            !(is_boxed && place as usize == index) && block.overlaps_rect(&other.bounds())
        };
        !self.cells.any_near(&bounds, is_in_the_way)
            && !self
                .taken
                .any_near(&airy.bounds(), |other| self.blocks[other as usize].overlaps(&airy))
    }
}
