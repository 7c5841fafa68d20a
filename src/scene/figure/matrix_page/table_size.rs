//! How large a table can be: its cells, and the names at its sides.
//!
//! Names stand farther apart than cells where cells are small: in up to three tiers, every second or third
//! name farther out, with a line to its row or column.

use crate::model::{Map, NationId, Point};
use crate::scene::figure::UNITS_PER_INCH;
use crate::scene::{Line, Matrix, Weight, text};

/// The sizes of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct TableSize {
    /// The side of a cell.
    pub(super) cell: f32,
    /// The type size of names.
    pub(super) type_size: f32,
    /// In how many tiers names stand.
    pub(super) tiers: usize,
    /// The width of the widest name of each tier.
    widths: [f32; MOST_TIERS],
    /// The width of all names of rows.
    row_names: f32,
    /// The height of all names of columns.
    column_names: f32,
}

/// The largest type of names, at unit 1.
pub(super) const LARGEST_TYPE: f32 = 13.0;
/// The least type that is read with ease in print: 6 pt.
pub(super) const READABLE: f32 = 6.0 * UNITS_PER_INCH / 72.0;
/// Names of a whole table stand in more tiers until they reach 5 pt: larger type would take too much room from the
/// cells.
const LEAST_IN_TIERS: f32 = 5.0 * UNITS_PER_INCH / 72.0;
/// Smaller type isn't drawn: 3 pt.
pub(super) const LEAST_TYPE: f32 = 3.0 * UNITS_PER_INCH / 72.0;
/// The distance between lines of names as a fraction of the type size.
pub(super) const PITCH: f32 = 1.16;
/// The most tiers of names.
pub(super) const MOST_TIERS: usize = 3;
/// The longest name, as a multiple of the type size: in a large table a long one takes room from all.
const LONGEST_NAME: f32 = 24.0;
const LONGEST_NAME_OF_MANY: f32 = 17.0;
/// From this number of nations names are kept shorter.
const MANY: usize = 60;

impl TableSize {
    /// The radius of the mark beside a name as a fraction of the type size.
    pub(super) const MARK: f32 = 0.46;
    /// From a name to its mark, and from there to the next tier or the cells, as fractions of the type size.
    pub(super) const TO_MARK: f32 = 0.3;
    pub(super) const TO_CELLS: f32 = 0.5;
    /// All that stands beside the name of a row in its tier.
    const AROUND_ROW_NAME: f32 = 2.0 * Self::MARK + Self::TO_MARK + Self::TO_CELLS;

    /// The largest table with some names that fits a room, its cells of at most some side.
    pub(super) fn that_fits(names: &NameWidths, room: Point, most: f32, unit: f32) -> Self {
        let mut best = Self::default();
        for tiers in 1..=MOST_TIERS {
            let table = Self::in_tiers(tiers, names, room, (most, unit));
            if tiers == 1 || table.type_size > best.type_size {
                best = table;
            }
            if best.type_size >= LEAST_IN_TIERS {
                break;
            }
        }
        if best.type_size < LEAST_TYPE {
            return Self::without_names(names.0.len(), room, most);
        }
        best
    }

    /// The tier of a row or column, 0 being the nearest.
    pub(super) const fn tier(&self, place: usize) -> usize {
        place % self.tiers
    }

    /// The width that names of a tier may have.
    pub(super) fn name_width(&self, tier: usize) -> f32 {
        self.widths[tier]
    }

    /// From the cells to the near end of a tier of the names of rows, where their marks begin.
    pub(super) fn row_tier_start(&self, tier: usize) -> f32 {
        let nearer =
            self.widths[..tier].iter().map(|width| width + Self::AROUND_ROW_NAME * self.type_size);
        nearer.sum::<f32>() + Self::TO_CELLS * self.type_size
    }

    /// From the cells to the near end of a tier of the names of columns.
    pub(super) fn column_tier_start(&self, tier: usize) -> f32 {
        let nearer =
            self.widths[..tier].iter().map(|width| width + Self::TO_CELLS * self.type_size);
        nearer.sum::<f32>() + Self::TO_CELLS * self.type_size
    }

    /// Whether there is room for names.
    pub(super) const fn has_names(&self) -> bool {
        self.tiers > 0
    }

    /// The lines from names of outer tiers to their cells, whose upper left corner is `corner`.
    pub(super) fn leaders(&self, place: usize, corner: Point) -> Vec<Line> {
        if self.tier(place) == 0 {
            return Vec::new();
        }
        let gap = Self::TO_CELLS * self.type_size * 0.4;
        let across = self.row_tier_start(self.tier(place)) - gap;
        let down = self.column_tier_start(self.tier(place)) - gap;
        let along = (place as f32 + 0.5) * self.cell;
        let at = |x, y| corner + Point::new(x, y);
        vec![
            Line { from: at(-across, along), to: at(-gap, along) },
            Line { from: at(along, -down), to: at(along, -gap) },
        ]
    }

    /// The width of the names of rows and the height of those of columns.
    pub(super) const fn names(&self) -> Point {
        Point::new(self.row_names, self.column_names)
    }

    /// The width and height of names and cells.
    pub(super) fn extent(&self, count: usize) -> Point {
        let side = self.cell * count as f32;
        self.names() + Point::new(side, side)
    }

    fn in_tiers(tiers: usize, names: &NameWidths, room: Point, (most, unit): (f32, f32)) -> Self {
        let (mut low, mut high) = (0.0, most);
        let widest = names.by_tier(tiers);
        let table = |cell: f32| Self::of_cell(cell, tiers, widest, unit);
        for _ in 0..30 {
            let middle = f32::midpoint(low, high);
            let extent = table(middle).extent(names.0.len());
            if extent.x <= room.x && extent.y <= room.y { low = middle } else { high = middle }
        }
        table(low)
    }

    /// The table with cells of some side.
    fn of_cell(cell: f32, tiers: usize, widest: [f32; MOST_TIERS], unit: f32) -> Self {
        let type_size = (cell * tiers as f32 / PITCH).min(LARGEST_TYPE * unit);
        let widths = widest.map(|width| width * type_size);
        let around = |around: f32| tiers as f32 * around * type_size + widths.iter().sum::<f32>();
        let (row_names, column_names) = (around(Self::AROUND_ROW_NAME), around(Self::TO_CELLS));
        Self { cell, type_size, tiers, widths, row_names, column_names }
    }

    fn without_names(count: usize, room: Point, most: f32) -> Self {
        let side = room.x.min(room.y).max(0.0);
        Self { cell: (side / count.max(1) as f32).min(most), ..Self::default() }
    }
}

/// The widths of the names of a matrix from the first row on, as multiples of their type size and no longer than
/// names may be.
pub(super) struct NameWidths(Vec<f32>);

impl NameWidths {
    pub(super) fn of(map: &Map, matrix: &Matrix) -> Self {
        let limit = if matrix.len() > MANY { LONGEST_NAME_OF_MANY } else { LONGEST_NAME };
        Self::within(map, matrix, limit)
    }

    /// Those of half a table, in which a long name takes room from few others.
    pub(super) fn of_half(map: &Map, matrix: &Matrix) -> Self {
        Self::within(map, matrix, LONGEST_NAME)
    }

    fn within(map: &Map, matrix: &Matrix, limit: f32) -> Self {
        let width = |id: &NationId| {
            let name = map.nations().get(*id).map_or_else(String::new, |n| text::clean(&n.name));
            text::width(&name, 1.0, Weight::Regular).clamp(1.0, limit)
        };
        Self(matrix.nations.iter().map(width).collect())
    }

    /// The width of each, from the first row on.
    pub(super) fn all(&self) -> &[f32] {
        &self.0
    }

    /// The widest name of each of some tiers.
    fn by_tier(&self, tiers: usize) -> [f32; MOST_TIERS] {
        let mut widest = [0.0_f32; MOST_TIERS];
        for (place, width) in self.0.iter().enumerate() {
            let tier = &mut widest[place % tiers];
            *tier = tier.max(*width);
        }
        widest
    }
}
