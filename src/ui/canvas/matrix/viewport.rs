//! Where the table lies on the screen: zoom, scrolling, and what lies under a point.

use std::ops::Range;

use egui::{Pos2, Rect, Vec2, vec2};

use crate::ui::canvas::drawing::heading_and_legend::HeadingAndLegend;

/// The side of a cell at 100 %, in logical pixels.
pub const USUAL_CELL: f32 = 22.0;
/// The largest side of a cell.
const LARGEST_CELL: f32 = 72.0;
/// The space beside and below a table that is seen as a whole.
const AROUND: f32 = 14.0;
/// What the zoom control takes of the lower right corner.
const CORNER: Vec2 = HeadingAndLegend::CORNER;
/// What the overview takes above it, with its frame, its words and its margin.
pub const OVERVIEW: f32 = 176.0;
/// Any table can be shown with cells this small.
const SMALL_CELL: f32 = 6.0;

/// How large cells are, and how far the table is scrolled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableCamera {
    /// The side of a cell, in logical pixels.
    pub cell: f32,
    /// From the upper left corner of the table to that of the part in view; less than 0 across where a table that
    /// is narrower than its room stands in the middle.
    pub scroll: Vec2,
    /// What it keeps to when the window changes.
    pub keeps: Keeps,
}

/// What a camera keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// What is seen of a table at first: all of it where names can be read then, or else its upper left corner at the
    /// size at which they can.
    FirstView,
    /// The whole table.
    Whole,
    /// The place to which it was moved.
    Place,
}

impl Default for TableCamera {
    fn default() -> Self {
        Self { cell: USUAL_CELL, scroll: Vec2::ZERO, keeps: Keeps::FirstView }
    }
}

/// The table as it is seen in a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableViewport {
    /// All of it with the names.
    pub area: Rect,
    /// The width of the names of rows and the height of those of columns.
    pub head: Vec2,
    /// The number of rows and columns.
    pub count: usize,
    /// How large, and where.
    pub camera: TableCamera,
}

/// What lies under a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The name of a row.
    Row(usize),
    /// The name of a column.
    Column(usize),
    /// The cell at a row and a column.
    Cell(usize, usize),
}

impl TableViewport {
    /// The part of the screen in which cells are seen: all of it beside the names.
    pub fn cells(&self) -> Rect {
        let mut cells = self.room();
        cells.min.x = (cells.min.x - self.camera.scroll.x.min(0.0)).min(cells.max.x);
        cells
    }

    /// The room for cells beside names that stand at its edge.
    fn room(&self) -> Rect {
        Rect::from_min_max((self.area.min + self.head).min(self.area.max), self.area.max)
    }

    /// The upper left corner of the first cell.
    pub fn origin(&self) -> Pos2 {
        self.room().min - self.camera.scroll
    }

    /// The side of the whole table.
    pub fn side(&self) -> f32 {
        self.count as f32 * self.camera.cell
    }

    /// The rectangle of a cell.
    pub fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let at = vec2(column as f32, row as f32) * self.camera.cell;
        Rect::from_min_size(self.origin() + at, Vec2::splat(self.camera.cell))
    }

    /// The rows in view.
    pub fn rows(&self) -> Range<usize> {
        let cells = self.cells();
        self.along(cells.min.y - self.origin().y, cells.max.y - self.origin().y)
    }

    /// The columns in view.
    pub fn columns(&self) -> Range<usize> {
        let cells = self.cells();
        self.along(cells.min.x - self.origin().x, cells.max.x - self.origin().x)
    }

    fn along(&self, from: f32, to: f32) -> Range<usize> {
        let place = |at: f32| (at / self.camera.cell).max(0.0);
        let start = (place(from).floor() as usize).min(self.count);
        start..(place(to).ceil() as usize).clamp(start, self.count)
    }

    /// What lies under a point of the screen.
    pub fn spot_at(&self, point: Pos2) -> Option<Spot> {
        if !self.area.contains(point) {
            return None;
        }
        let by = (point - self.origin()) / self.camera.cell;
        let place = |at: f32| (at >= 0.0 && at < self.count as f32).then_some(at as usize);
        let cells = self.cells();
        match (point.x < cells.min.x, point.y < cells.min.y) {
            (true, true) => None,
            (true, false) => place(by.y).map(Spot::Row),
            (false, true) => place(by.x).map(Spot::Column),
            (false, false) => Some(Spot::Cell(place(by.y)?, place(by.x)?)),
        }
    }

    /// The side of a cell at which the whole table is seen, clear of the zoom control.
    fn fitting_cell(&self) -> f32 {
        let room = self.room().size() - Vec2::splat(AROUND);
        let side = room.x.min(room.y);
        // A table in the middle of a wide room ends left of the control.
        let right = self.area.min.x + f32::midpoint(self.area.width(), self.head.x + side);
        let is_clear = right <= self.area.max.x - CORNER.x;
        let side = if is_clear { side } else { room.x.min(room.y - CORNER.y) };
        (side / self.count.max(1) as f32).clamp(0.05, USUAL_CELL * 1.3)
    }

    /// The camera that shows the whole table.
    pub fn fitted(&self) -> TableCamera {
        let cell = self.fitting_cell();
        self.held(TableCamera { cell, scroll: Vec2::ZERO, keeps: Keeps::Whole })
    }

    /// The camera that shows a table at first.
    fn first_view(&self) -> TableCamera {
        /// Cells beside which names are read easily, as those of a map are.
        const READABLE: f32 = 13.0;
        /// A whole table with cells from this size on is better than a part of it that is larger.
        const LARGE_ENOUGH: f32 = 10.0;
        let fitting = self.fitting_cell();
        let cell = if fitting < LARGE_ENOUGH { READABLE } else { fitting };
        self.held(TableCamera { cell, scroll: Vec2::ZERO, keeps: Keeps::FirstView })
    }

    /// The camera moved so that a point of the table, as a part of its sides, lies in the middle.
    pub fn centered_on(&self, at: Vec2) -> TableCamera {
        let scroll = at * self.side() - self.room().size() / 2.0;
        self.held(TableCamera { scroll, keeps: Keeps::Place, ..self.camera })
    }

    /// The part of the table that is in view, where 1 is its side.
    pub fn seen(&self) -> Rect {
        let (cells, origin) = (self.cells(), self.origin());
        let part = |at: Pos2| (at - origin) / self.side().max(f32::MIN_POSITIVE);
        let [min, max] = [cells.min, cells.max].map(|at| part(at).clamp(Vec2::ZERO, Vec2::ONE));
        Rect::from_min_max(min.to_pos2(), max.to_pos2())
    }

    /// The camera moved by a distance on the screen.
    pub fn panned(&self, by: Vec2) -> TableCamera {
        let scroll = self.camera.scroll - by;
        self.held(TableCamera { scroll, keeps: Keeps::Place, ..self.camera })
    }

    /// The camera zoomed by a factor; the point of the table under `anchor` stays there.
    pub fn zoomed(&self, anchor: Pos2, factor: f32) -> TableCamera {
        let smallest = self.fitting_cell().min(SMALL_CELL);
        let cell = (self.camera.cell * factor).clamp(smallest, LARGEST_CELL);
        let anchor = anchor.max(self.cells().min);
        let fixed = (anchor - self.origin()) / self.camera.cell;
        let scroll = fixed * cell - (anchor - self.room().min);
        self.held(TableCamera { cell, scroll, keeps: Keeps::Place })
    }

    /// The camera moved as little as needed to bring a row and a column into view.
    pub fn showing(&self, row: usize, column: usize) -> TableCamera {
        let rect = self.cell_rect(row, column);
        let cells = self.cells();
        let by =
            |low: f32, high: f32, from: f32, to: f32| (from - low).max(0.0) + (to - high).min(0.0);
        let x = by(rect.min.x, rect.max.x, cells.min.x, cells.max.x);
        let y = by(rect.min.y, rect.max.y, cells.min.y, cells.max.y);
        if x == 0.0 && y == 0.0 { self.camera } else { self.panned(vec2(x, y)) }
    }

    /// A camera within the table. One that is narrower than its room stands in the middle of it, with its names;
    /// a larger one can be moved clear of the zoom control and the overview.
    fn held(&self, to: TableCamera) -> TableCamera {
        let (room, side) = (self.room().size(), self.count as f32 * to.cell);
        let along = |at: f32, spare: f32, beyond: f32| {
            if spare > 0.0 { at.clamp(0.0, spare + beyond) } else { 0.0 }
        };
        let y = along(to.scroll.y, side - room.y, CORNER.y + OVERVIEW);
        let x = along(to.scroll.x, side - room.x, AROUND);
        let x = if side < room.x { (side - room.x) / 2.0 } else { x };
        TableCamera { scroll: vec2(x, y), ..to }
    }

    /// The camera within the table, fitted again where it was.
    pub fn settled(&self) -> TableCamera {
        match self.camera.keeps {
            Keeps::FirstView => self.first_view(),
            Keeps::Whole => self.fitted(),
            Keeps::Place => self.held(self.camera),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn opened(count: usize) -> TableViewport {
        let area = Rect::from_min_max(pos2(100.0, 40.0), pos2(1100.0, 840.0));
        let viewport =
            TableViewport { area, head: vec2(200.0, 150.0), count, camera: TableCamera::default() };
        TableViewport { camera: viewport.settled(), ..viewport }
    }

    fn viewport(count: usize) -> TableViewport {
        let opened = opened(count);
        TableViewport { camera: opened.fitted(), ..opened }
    }

    #[test]
    fn a_table_opens_as_a_whole_where_names_can_be_read_and_else_at_its_beginning() {
        for count in [1, 20, 50] {
            assert_eq!(opened(count).seen(), Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0)));
        }
        let mut seen = opened(187);
        assert!(seen.camera.cell >= 13.0 && seen.rows().start == 0 && seen.columns().start == 0);
        assert!(seen.rows().len() > 40 && seen.columns().len() > 40);
        seen.camera = seen.centered_on(vec2(0.5, 0.5));
        let middle = seen.seen().center();
        assert!((middle - pos2(0.5, 0.5)).length() < 0.01, "{middle:?}");
        seen.camera = seen.fitted();
        assert_eq!(seen.rows(), 0..187);
    }

    #[test]
    fn a_fitted_table_is_seen_as_a_whole_and_every_point_has_its_cell() {
        let all = viewport(400);
        assert_eq!((all.rows(), all.columns()), (0..400, 0..400));
        assert_eq!(all.spot_at(all.cell_rect(7, 300).center()), Some(Spot::Cell(7, 300)));
        let first = all.cell_rect(0, 0).center();
        assert_eq!(all.spot_at(pos2(first.x - 60.0, first.y)), Some(Spot::Row(0)));
        assert_eq!(all.spot_at(pos2(first.x, 60.0)), Some(Spot::Column(0)));
        assert_eq!(all.spot_at(pos2(120.0, 60.0)), None);
        assert_eq!(viewport(3).spot_at(pos2(1000.0, 800.0)), None, "beside a small table");
        assert_eq!(viewport(0).rows(), 0..0);
    }

    #[test]
    fn a_table_that_is_narrower_than_its_room_stands_in_the_middle_clear_of_the_zoom_control() {
        for count in [4, 20, 150, 400] {
            let seen = viewport(count);
            let right = seen.origin().x + seen.side();
            let (before, after) =
                (seen.cells().min.x - seen.head.x - seen.area.min.x, seen.area.max.x - right);
            assert!((before - after).abs() < 1.0, "{count}: {before} {after}");
            let table = Rect::from_min_size(seen.origin(), Vec2::splat(seen.side()));
            let control = Rect::from_min_max(seen.area.max - CORNER, seen.area.max);
            assert!(seen.area.contains_rect(table) && !table.intersects(control), "{count}");
        }
    }

    #[test]
    fn zooming_keeps_the_cell_under_the_pointer_and_panning_stays_in_the_table() {
        let mut seen = viewport(400);
        let anchor = pos2(701.0, 500.0);
        let before = seen.spot_at(anchor);
        seen.camera = seen.zoomed(anchor, 9.0);
        assert_eq!(seen.spot_at(anchor), before);
        assert!(seen.rows().len() < 60 && seen.columns().len() < 70);
        seen.camera = seen.panned(vec2(1e6, -1e6));
        assert_eq!(seen.columns().start, 0);
        assert_eq!(seen.rows().end, 400);
        seen.camera = seen.showing(5, 390);
        assert!(seen.cells().contains_rect(seen.cell_rect(5, 390).shrink(0.1)));
    }
}
