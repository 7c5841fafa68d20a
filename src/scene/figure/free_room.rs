//! Where a page is empty: room for words beside a map.

use crate::model::{Point, Rect};
use crate::scene::{Curve, Scene, TieGroupMark};

/// How wide and high the cells are in which room is counted, at unit 1.
const CELL: f32 = 6.0;
/// The most cells along a side; on a larger page cells are larger.
const MOST_CELLS: usize = 400;
/// The most steps along a line; as many as it can have within the area.
const MOST_STEPS: f32 = 2.0 * MOST_CELLS as f32;

/// Which cells of an area hold something.
pub(super) struct FreeRoom {
    area: Rect,
    cell: f32,
    columns: usize,
    rows: usize,
    /// How many cells above and left of a corner hold something: one row and one column more than there are cells.
    sums: Vec<u32>,
}

impl FreeRoom {
    /// The room that a map, if there is one, and some other areas leave in an area.
    pub(super) fn of(scene: Option<&Scene>, taken: &[Rect], area: Rect, unit: f32) -> Self {
        let longer = area.width().max(area.height()).max(1.0);
        let cell = (CELL * unit).max(longer / MOST_CELLS as f32);
        let count = |side: f32| (side / cell).floor().max(0.0) as usize;
        let (columns, rows) = (count(area.width()), count(area.height()));
        let mut cells = Cells { area, cell, columns, rows, taken: vec![false; columns * rows] };
        taken.iter().for_each(|taken| cells.take(taken));
        if let Some(scene) = scene {
            cells.take_scene(scene);
        }
        let sums = cells.sums();
        Self { area, cell, columns, rows, sums }
    }

    /// The room for a text of some size nearest to a corner of the area, clear of all else by a distance.
    pub(super) fn nearest_to_corner(&self, extent: Point, clear: f32) -> Option<Rect> {
        let cells = |side: f32| (side / self.cell).ceil() as usize;
        let (wide, high) = (cells(extent.x), cells(extent.y));
        let clear = cells(clear);
        let last = |all: usize, own: usize| all.checked_sub(own);
        let (last_column, last_row) = (last(self.columns, wide)?, last(self.rows, high)?);
        let places = (0..=last_row)
            .flat_map(|row| (0..=last_column).map(move |column| (column, row)))
            .filter(|(column, row)| {
                let columns = [column.saturating_sub(clear), column + wide + clear];
                let rows = [row.saturating_sub(clear), row + high + clear];
                self.taken_within(columns, rows) == 0
            });
        let from_corner = |(column, row): &(usize, usize)| {
            column.min(&(last_column - column)) + row.min(&(last_row - row))
        };
        let (column, row) = places.min_by_key(from_corner)?;
        // At the right and at the foot it stands flush with the edge of the area.
        let at = |cell: usize, last: usize, min: f32, max: f32, side: f32| {
            if cell == last && cell > 0 { max - side } else { min + cell as f32 * self.cell }
        };
        let corner = Point::new(
            at(column, last_column, self.area.min.x, self.area.max.x, extent.x),
            at(row, last_row, self.area.min.y, self.area.max.y, extent.y),
        );
        Some(Rect::new(corner, corner + extent))
    }

    /// How many cells between two columns and two rows hold something.
    fn taken_within(&self, columns: [usize; 2], rows: [usize; 2]) -> u32 {
        let at = |column: usize, row: usize| {
            self.sums[row.min(self.rows) * (self.columns + 1) + column.min(self.columns)]
        };
        at(columns[1], rows[1]) + at(columns[0], rows[0])
            - at(columns[0], rows[1])
            - at(columns[1], rows[0])
    }
}

/// The cells while they are taken.
struct Cells {
    area: Rect,
    cell: f32,
    columns: usize,
    rows: usize,
    taken: Vec<bool>,
}

impl Cells {
    fn take_scene(&mut self, scene: &Scene) {
        scene.nations.iter().for_each(|nation| self.take(&nation.bounds()));
        scene.labels.iter().for_each(|label| self.take(&label.bounds));
        for piece in scene.hulls.iter().flat_map(|hull| &hull.pieces) {
            self.take(&piece.iter().fold(Rect::NOTHING, |all, corner| all.including(*corner)));
        }
        for tie in scene.ties.iter().filter(|tie| tie.is_drawn) {
            self.take_curve(&tie.curve);
            let ring = 2.0 * tie.ring.unwrap_or(0.0);
            self.take(&Rect::centered(tie.middle, ring, ring));
        }
        let groups = scene.tie_groups.iter().flat_map(TieGroupMark::all_curves);
        let memberships = scene.memberships.iter().map(|membership| &membership.curve);
        groups.chain(memberships).for_each(|curve| self.take_curve(curve));
    }

    fn take(&mut self, taken: &Rect) {
        let along = |side: f32, min: f32, count: usize| {
            let cell = ((side - min) / self.cell).max(0.0) as usize;
            cell.min(count)
        };
        let columns =
            [taken.min.x, taken.max.x + self.cell].map(|x| along(x, self.area.min.x, self.columns));
        let rows =
            [taken.min.y, taken.max.y + self.cell].map(|y| along(y, self.area.min.y, self.rows));
        for row in rows[0]..rows[1] {
            let start = row * self.columns;
            self.taken[start + columns[0]..start + columns[1].max(columns[0])].fill(true);
        }
    }

    /// Takes the cells along a curve. What it only touches at a corner lies within the distance that is kept anyway.
    fn take_curve(&mut self, curve: &Curve) {
        let points = curve.flatten(self.cell / 4.0);
        for ends in points.windows(2) {
            let steps = (2.0 * ends[0].distance(ends[1]) / self.cell).ceil().clamp(1.0, MOST_STEPS);
            for step in 0..=steps as u16 {
                self.take_point(ends[0].lerp(ends[1], f32::from(step) / steps));
            }
        }
    }

    fn take_point(&mut self, point: Point) {
        let at = (point - self.area.min) * self.cell.recip();
        let (column, row) = (at.x.floor(), at.y.floor());
        let is_within = |at: f32, count: usize| at >= 0.0 && at < count as f32;
        if is_within(column, self.columns) && is_within(row, self.rows) {
            self.taken[row as usize * self.columns + column as usize] = true;
        }
    }

    fn sums(&self) -> Vec<u32> {
        let width = self.columns + 1;
        let mut sums = vec![0; width * (self.rows + 1)];
        for row in 0..self.rows {
            let mut in_row = 0;
            for column in 0..self.columns {
                in_row += u32::from(self.taken[row * self.columns + column]);
                sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + in_row;
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The room in an area of 300 by 200 with some parts taken.
    fn room(taken: &[Rect]) -> FreeRoom {
        let area = Rect::new(Point::new(10.0, 20.0), Point::new(310.0, 220.0));
        FreeRoom::of(None, taken, area, 1.0)
    }

    #[test]
    fn words_stand_in_the_corner_that_is_free_and_flush_with_its_edges() {
        let extent = Point::new(101.0, 51.0);
        let at =
            |left: f32, top: f32| Rect::new(Point::new(left, top), Point::new(left, top) + extent);
        assert_eq!(room(&[]).nearest_to_corner(extent, 6.0), Some(at(10.0, 20.0)));
        let upper = Rect::new(Point::new(0.0, 0.0), Point::new(400.0, 100.0));
        let found = room(&[upper]).nearest_to_corner(extent, 6.0).expect("room below");
        assert_eq!(found, at(10.0, 220.0 - 51.0));
        let left = Rect::new(Point::new(0.0, 90.0), Point::new(60.0, 400.0));
        let found = room(&[upper, left]).nearest_to_corner(extent, 6.0).expect("room at the right");
        assert_eq!(found, at(310.0 - 101.0, 220.0 - 51.0));
    }

    #[test]
    fn words_keep_clear_of_what_is_there_or_are_left_out() {
        let taken = Rect::centered(Point::new(160.0, 120.0), 40.0, 150.0);
        for width in 1..30u16 {
            let extent = Point::new(f32::from(width) * 10.0, 190.0);
            let found = room(&[taken]).nearest_to_corner(extent, 12.0);
            let fits = extent.x <= 118.0;
            assert!(found.is_some() == fits || (110.0..130.0).contains(&extent.x), "{extent:?}");
            assert!(found.is_none_or(|found| !found.expanded(11.0).intersects(&taken)));
        }
    }
}
