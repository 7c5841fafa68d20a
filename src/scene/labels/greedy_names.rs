//! Places the names of very many nations greedily: the most important first, each takes the first of its
//! candidate positions that is free, or is left out.
//!
//! Larger nations are more important, among equal ones those with more ties. No name overlaps another,
//! the frame, or a nation's mark, unless the mark is so small that it is a mere dot. Lines are ignored,
//! and no name gives way to another. For maps on which a search would take seconds.

use super::box_grid::BoxGrid;
use super::candidates::PlacedLabels;
use super::name_candidates::{CANDIDATES, line_height, name_box, name_label, usual_name};
use super::text_box::TextBox;
use crate::model::{Map, Point, Rect};
use crate::scene::index::{Grid, GridShape};
use crate::scene::{Label, NationMark, Options};

/// A mark whose radius is a smaller fraction of a line's height than this is a dot.
const DOT: f32 = 0.25;
/// The distance that names keep from one another if most marks are dots, in line heights, so that the
/// dots can be seen between them.
const SPACING: Point = Point { x: 1.5, y: 1.0 };

/// Places the names of nations, in the order of the map.
pub(super) fn place_greedily(
    map: &Map,
    nations: &[NationMark],
    notes: &[Label],
    options: &Options,
) -> PlacedLabels {
    let mut free_space = FreeSpace::new(nations, options);
    notes.iter().for_each(|note| free_space.take(note));
    let mut labels: Vec<(usize, Option<Label>)> = Vec::new();
    let is_named = |index: &usize| nations[*index].is_drawn() && !nations[*index].name.is_empty();
    for index in by_hand(nations).filter(is_named) {
        let label = usual_name(&nations[index], options);
        if let Some(label) = &label {
            free_space.take(label);
        }
        labels.push((index, label));
    }
    let by_importance = by_importance(map, nations).into_iter().filter(is_named);
    for index in by_importance.filter(|index| nations[*index].name_offset.is_none()) {
        let label = free_space.label(index);
        if let Some(label) = &label {
            free_space.take(label);
        }
        labels.push((index, label));
    }
    labels.sort_by_key(|(index, _)| *index);
    PlacedLabels::of(labels.into_iter().map(|(_, label)| label).collect())
}

/// The indices of the nations whose names were put somewhere by hand.
fn by_hand(nations: &[NationMark]) -> impl Iterator<Item = usize> {
    (0..nations.len()).filter(|index| nations[*index].name_offset.is_some())
}

/// The indices of the nations, the most important first.
fn by_importance(map: &Map, nations: &[NationMark]) -> Vec<usize> {
    let degrees = map.degrees();
    let importance = |index: usize| {
        (nations[index].radius, degrees.get(index).copied().unwrap_or_default() as f32)
    };
    let mut order: Vec<usize> = (0..nations.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (importance(*a), importance(*b));
        b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    order
}

/// The space that names may still take.
struct FreeSpace<'a> {
    nations: &'a [NationMark],
    /// The nations' marks, except dots.
    marks: Grid,
    /// The names placed so far.
    names: BoxGrid,
    boxes: Vec<TextBox>,
    /// The distance that names keep from one another.
    spacing: Point,
    options: &'a Options,
}

impl<'a> FreeSpace<'a> {
    fn new(nations: &'a [NationMark], options: &'a Options) -> Self {
        const MAX_CELLS: usize = 256;
        let bounds = nations.iter().map(NationMark::bounds);
        let extent = bounds.fold(Rect::NOTHING, |all, rect| all.union(&rect));
        let line = line_height(options);
        let is_in_the_way =
            |(_, mark): &(u32, &NationMark)| mark.is_drawn() && mark.radius >= DOT * line;
        let marks = Grid::new(extent, MAX_CELLS, |add| {
            for (index, mark) in (0..).zip(nations).filter(is_in_the_way) {
                add(index, &GridShape::Area(mark.bounds()));
            }
        });
        let dots = nations.iter().filter(|mark| mark.radius < DOT * line).count();
        let spacing = if dots * 2 > nations.len() { SPACING * line } else { Point::default() };
        let names = BoxGrid::new(&extent, 2.0 * line);
        Self { nations, marks, names, boxes: Vec::new(), spacing, options }
    }

    /// Takes the space of a label.
    fn take(&mut self, label: &Label) {
        self.names.insert(self.boxes.len() as u32, &label.bounds);
        self.boxes.push(TextBox::of(label));
    }

    /// The name of a nation at the first of its positions that is free.
    fn label(&self, index: usize) -> Option<Label> {
        let mark = &self.nations[index];
        // Where not even a letter has space the name needn't be measured.
        let letter = Point::new(0.5, 1.0) * line_height(self.options);
        let has_space = |number: &u16| self.is_free(index, &name_box(mark, letter, *number));
        let with_space: Vec<u16> = (0..CANDIDATES).filter(has_space).collect();
        if with_space.is_empty() {
            return None;
        }
        let label = name_label(mark, self.options);
        let free_box = |number: u16| {
            let name_box = name_box(mark, label.extent, number);
            self.is_free(index, &name_box).then_some((number, name_box))
        };
        let (candidate, name_box) = with_space.into_iter().find_map(free_box)?;
        Some(Label { center: name_box.center, bounds: name_box.bounds(), candidate, ..label })
    }

    fn is_free(&self, index: usize, text_box: &TextBox) -> bool {
        let bounds = text_box.bounds();
        let spaced = TextBox::new(text_box.center, text_box.half * 2.0 + self.spacing * 2.0, 0.0);
        if self.options.frame.is_some_and(|frame| !frame.holds(&bounds)) {
            return false;
        }
        let is_boxed = self.nations[index].text_size.is_some();
        let is_in_the_way = |other: u32| {
            let mark = &self.nations[other as usize];
            !(is_boxed && other as usize == index) && text_box.overlaps_rect(&mark.bounds())
        };
        let overlaps_name = |other: u32| self.boxes[other as usize].overlaps(&spaced);
        !self.marks.any_near(&bounds, is_in_the_way)
            && !self.names.any_near(&spaced.bounds(), overlaps_name)
    }
}
