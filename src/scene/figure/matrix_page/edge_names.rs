//! Names once more where rows and columns end, so that an eye that has followed one needn't go back.
//!
//! Half a table has its names at the diagonal alone. At its foot and at its right side they stand once more: whole where
//! the page has the height for it, else as the codes of nations, whose capitals take little. Where names stand in
//! tiers, and so far from their cells, codes stand at the staircase too, where rows begin and columns have their upper
//! end. None of these is worth a smaller table: where there is no room for them there are none.

use super::stagger::{Reach, Tiers, staggered};
use super::table_size::{MOST_TIERS, NameWidths, PITCH, READABLE, TableSize};
use crate::model::{Map, Point};
use crate::scene::nations::{short_code, short_names};
use crate::scene::{Line, Matrix, Weight, text};

/// What stands where rows or columns end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum EdgeText {
    /// Whole names.
    Names,
    /// The codes of nations.
    Codes,
    /// Nothing.
    #[default]
    Nothing,
}

/// The widths of the texts at both edges, as multiples of their type size.
pub(super) struct EdgeWidths {
    names: Vec<f32>,
    codes: Vec<f32>,
    /// Whether most nations have a code.
    has_codes: bool,
}

/// The names or codes at an edge of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EdgeNames {
    pub(super) text: EdgeText,
    /// The type size.
    pub(super) size: f32,
    /// How far each lies from the last cell of its row or column, or from the first at the staircase.
    reaches: Vec<Reach>,
    /// How far those of the nearest tier do.
    nearest: f32,
}

/// From the cells to the nearest text and between two, as fractions of the type size.
const NEAREST: f32 = 0.25;
const BETWEEN: f32 = 0.25;
/// The distance between lines of capitals as a fraction of the type size: they have nothing below the baseline.
const PITCH_OF_CAPITALS: f32 = 0.88;
/// Half the height of capitals as a fraction of the type size.
const HALF_CAPITALS: f32 = 0.36;

impl EdgeWidths {
    pub(super) fn of(map: &Map, matrix: &Matrix) -> Self {
        let codes = codes(map, matrix);
        let nations = matrix.nations.iter().filter_map(|id| map.nations().get(*id));
        let coded = nations.filter(|nation| short_code(nation).is_some()).count();
        let width = |code: &String| text::width(code, 1.0, Weight::Regular);
        Self {
            names: NameWidths::of_half(map, matrix).all().to_vec(),
            codes: codes.iter().map(width).collect(),
            has_codes: coded as f32 >= MOSTLY * matrix.len() as f32,
        }
    }

    /// Whether a table may have such texts.
    pub(super) fn has(&self, text: EdgeText) -> bool {
        text != EdgeText::Codes || self.has_codes
    }
}

/// The least share of nations that have codes where codes stand at the edges: other letters tell few readers a name.
const MOSTLY: f32 = 0.75;

/// The codes of the nations of a matrix, or other letters for those without one, from the first row on.
pub(super) fn codes(map: &Map, matrix: &Matrix) -> Vec<String> {
    let mut short = short_names(map);
    matrix.nations.iter().map(|id| short.remove(id).unwrap_or_default()).collect()
}

impl EdgeNames {
    /// The texts at the edge of a table with cells of some side, at most as large as its names and as codes may be.
    pub(super) fn of(
        text: EdgeText,
        widths: (&EdgeWidths, f32),
        cell: f32,
        type_size: f32,
    ) -> Self {
        Self::stepped(text, widths, cell, type_size, None)
    }

    /// The codes at a staircase, each of whose cells lies some `step` farther out than the one before.
    pub(super) fn at_staircase(
        widths: (&EdgeWidths, f32),
        cell: f32,
        type_size: f32,
        step: f32,
    ) -> Self {
        Self::stepped(EdgeText::Codes, widths, cell, type_size, Some(step))
    }

    fn stepped(
        text: EdgeText,
        (widths, most): (&EdgeWidths, f32),
        cell: f32,
        type_size: f32,
        step: Option<f32>,
    ) -> Self {
        let (widths, pitch, most) = match text {
            EdgeText::Names => (&widths.names, PITCH, type_size),
            EdgeText::Codes => (&widths.codes, PITCH_OF_CAPITALS, type_size.min(most)),
            EdgeText::Nothing => return Self::default(),
        };
        // In as few tiers as bring the type to a readable size, which then grows up to that of the names.
        let least = READABLE.min(most);
        let is_enough = |tiers: &usize| cell * *tiers as f32 / pitch >= least;
        let count = (1..=MOST_TIERS).find(is_enough).unwrap_or(MOST_TIERS);
        let size = (cell * count as f32 / pitch).min(most);
        // Letters higher than a cell keep off the next step, which lies beside them.
        let is_beside = step.is_some() && HALF_CAPITALS * size > cell / 2.0;
        let nearest = NEAREST * size + if is_beside { cell } else { 0.0 };
        let tiers = Tiers { count, between: BETWEEN * size, step: step.unwrap_or(0.0) };
        let reach = |width| Reach { start: nearest, length: width * size };
        let reaches = staggered(widths.iter().map(reach).collect(), tiers);
        Self { text, size, reaches, nearest }
    }

    /// Where a name of some size may begin that stands beyond these texts at a staircase with cells of some side.
    pub(super) fn beyond(&self, place: usize, name_size: f32, (cell, step): (f32, f32)) -> f32 {
        let apart = name_size / 2.0 + HALF_CAPITALS * self.size;
        let beside = (apart / cell.max(f32::MIN_POSITIVE)).ceil().max(1.0) as usize - 1;
        let near = place.saturating_sub(beside)..(place + beside + 1).min(self.reaches.len());
        let end = |other: usize| {
            self.reaches[other].end() + (other as f32 - place as f32) * step + BETWEEN * self.size
        };
        near.map(end).fold(0.0, f32::max)
    }

    /// From the cells to the far end of the farthest.
    pub(super) fn depth(&self) -> f32 {
        self.reaches.iter().map(Reach::end).fold(0.0, f32::max)
    }

    /// Whether it can be read as well as the names of the table, or with ease.
    pub(super) fn is_readable(&self, type_size: f32) -> bool {
        self.text == EdgeText::Nothing || self.size >= 0.999 * READABLE.min(type_size)
    }

    /// The middle of a text, and its length, seen from where its row or column ends, outwards.
    pub(super) fn middle(&self, place: usize) -> Option<(f32, f32)> {
        let reach = self.reaches.get(place)?;
        Some((reach.start + reach.length / 2.0, reach.length))
    }

    /// How far a text reaches from its cell; 0 where there is none.
    pub(super) fn end(&self, place: usize) -> f32 {
        self.reaches.get(place).map_or(0.0, Reach::end)
    }

    /// The line from a text that stands farther out to where its row or column ends, in some direction.
    pub(super) fn leader(&self, place: usize, end: Point, out: Point) -> Option<Line> {
        let reach = self.reaches.get(place)?;
        let is_far = reach.start > self.nearest + NEAREST * self.size * 0.5;
        let gap = TableSize::TO_CELLS * self.size * 0.3;
        is_far.then(|| Line { from: end + out * (reach.start - gap), to: end })
    }
}
