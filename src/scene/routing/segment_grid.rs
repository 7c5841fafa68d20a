//! The segments of all routes in a grid, so that the crossings of a curve are found among the few
//! segments in the cells that it passes.

use super::polyline::{Polyline, SEGMENTS};
use crate::model::{Point, Rect};
use crate::scene::lines::segment::segments_cross;

/// The segments of all routes, by the cells that they may pass.
pub(super) struct SegmentGrid {
    origin: Point,
    cell: f32,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<Segment>>,
}

/// A segment of a route, stored in each of its cells.
#[derive(Clone, Copy)]
struct Segment {
    tie: u32,
    /// The first column and row of its cells.
    first: [u16; 2],
    from: Point,
    to: Point,
}

/// The cells of a segment: first and last column and row.
struct Span {
    first: [u16; 2],
    last: [u16; 2],
}

impl SegmentGrid {
    /// The maximum number of columns and rows.
    const MAX_CELLS: f32 = 200.0;

    /// A grid for routes. Its cells are about as large as the segments are long.
    pub(super) fn new(polylines: &[Polyline]) -> Self {
        let all = polylines.iter().fold(Rect::NOTHING, |all, polyline| all.union(&polyline.bounds));
        let (width, height) = (all.width().max(1.0), all.height().max(1.0));
        let lengths =
            polylines.iter().flat_map(Polyline::segments).map(|[from, to]| from.distance(to));
        let mean = lengths.sum::<f32>() / (polylines.len() * SEGMENTS).max(1) as f32;
        let cell = mean.max(width / Self::MAX_CELLS).max(height / Self::MAX_CELLS).max(1.0);
        let count = |length: f32| (length / cell).ceil().clamp(1.0, Self::MAX_CELLS) as usize;
        let (columns, rows) = (count(width), count(height));
        let cells = vec![Vec::new(); columns * rows];
        let mut grid = Self { origin: all.min, cell, columns, rows, cells };
        for (tie, polyline) in polylines.iter().enumerate() {
            grid.add(tie, polyline);
        }
        grid
    }

    /// Replaces the route of a tie.
    pub(super) fn replace(&mut self, tie: usize, old: &Polyline, new: &Polyline) {
        for [from, to] in old.segments() {
            for index in self.indices(&self.span(from, to)).collect::<Vec<_>>() {
                self.cells[index].retain(|segment| segment.tie != tie as u32);
            }
        }
        self.add(tie, new);
    }

    fn add(&mut self, tie: usize, polyline: &Polyline) {
        for [from, to] in polyline.segments() {
            let span = self.span(from, to);
            let segment = Segment { tie: tie as u32, first: span.first, from, to };
            for index in self.indices(&span).collect::<Vec<_>>() {
                self.cells[index].push(segment);
            }
        }
    }

    /// The number of times a curve crosses the routes that `counts` accepts. Counting may stop at
    /// `limit`.
    pub(super) fn crossings(
        &self,
        polyline: &Polyline,
        counts: impl Fn(usize) -> bool,
        limit: usize,
    ) -> usize {
        let mut found = 0;
        for [from, to] in polyline.segments() {
            let span = self.span(from, to);
            for index in self.indices(&span) {
                let here = [(index % self.columns) as u16, (index / self.columns) as u16];
                for segment in &self.cells[index] {
                    // Two segments may share several cells; they are compared only in the first of these.
                    let first = [0, 1].map(|axis| segment.first[axis].max(span.first[axis]));
                    if first == here
                        && segments_cross(from, to, segment.from, segment.to)
                        && counts(segment.tie as usize)
                    {
                        found += 1;
                    }
                }
            }
            if found >= limit {
                break;
            }
        }
        found
    }

    /// The cells of a segment. Parts beyond the grid belong to its outermost cells.
    fn span(&self, from: Point, to: Point) -> Span {
        let cell = |value: f32, origin: f32, count: usize| {
            ((value - origin) / self.cell).clamp(0.0, (count - 1) as f32) as u16
        };
        let column = |x: f32| cell(x, self.origin.x, self.columns);
        let row = |y: f32| cell(y, self.origin.y, self.rows);
        Span {
            first: [column(from.x.min(to.x)), row(from.y.min(to.y))],
            last: [column(from.x.max(to.x)), row(from.y.max(to.y))],
        }
    }

    /// The indices of the cells of a span.
    fn indices(&self, span: &Span) -> impl Iterator<Item = usize> + use<> {
        let columns = self.columns;
        let (first, last) = (span.first.map(usize::from), span.last.map(usize::from));
        (first[1]..=last[1])
            .flat_map(move |row| (first[0]..=last[0]).map(move |column| row * columns + column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Curve;

    /// Pseudo-random curves all over a rectangle.
    fn curves(count: usize) -> Vec<Curve> {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1u32 << 24) as f32
        };
        let mut point = || Point::new(next() * 900.0, next() * 700.0);
        let ends: Vec<(Point, Point)> = (0..count).map(|_| (point(), point())).collect();
        let bend = |i: usize| (i % 7) as f32 * 0.12 - 0.36;
        ends.iter().enumerate().map(|(i, (a, b))| Curve::bent(*a, *b, bend(i))).collect()
    }

    /// The number of times two routes cross, with every segment compared to every other.
    fn crossings(a: &Polyline, b: &Polyline) -> usize {
        let with = |[c, d]: [Point; 2]| {
            a.segments().filter(|[from, to]| segments_cross(*from, *to, c, d)).count()
        };
        b.segments().map(with).sum()
    }

    #[test]
    fn the_grid_finds_the_crossings_that_all_pairs_have() {
        let curves = curves(80);
        let mut polylines: Vec<Polyline> = curves.iter().map(Polyline::of).collect();
        let mut grid = SegmentGrid::new(&polylines);
        // One moves, partly beyond the grid.
        let moved =
            Polyline::of(&Curve::bent(Point::new(-50.0, 20.0), Point::new(800.0, 900.0), 0.5));
        grid.replace(3, &polylines[3], &moved);
        polylines[3] = moved;
        let mut all = 0;
        for (index, path) in polylines.iter().enumerate() {
            let others = polylines.iter().enumerate().filter(|(other, _)| *other != index);
            let expected: usize = others.map(|(_, other)| crossings(path, other)).sum();
            assert_eq!(grid.crossings(path, |tie| tie != index, usize::MAX), expected);
            all += expected;
        }
        assert!(all > 500);
    }
}
