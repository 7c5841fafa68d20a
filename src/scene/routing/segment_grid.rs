//! All ways in straight pieces, sorted into a grid of cells: which of them a curve crosses is found
//! among the few pieces in the cells that it passes, not among all.

use super::route_cost::{PIECES, Path, cross};
use crate::model::{Point, Rect};

/// The pieces of all ways, by the cells that they may pass.
pub(super) struct Crowd {
    origin: Point,
    cell: f32,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<Piece>>,
}

/// A piece of a way, in each of its cells.
#[derive(Clone, Copy)]
struct Piece {
    tie: u32,
    /// The first column and row of its cells.
    first: [u16; 2],
    from: Point,
    to: Point,
}

/// The cells of a piece: its first and last column and row.
struct Span {
    first: [u16; 2],
    last: [u16; 2],
}

impl Crowd {
    /// The most columns and rows.
    const MOST: f32 = 200.0;

    /// A grid for ways, its cells about as large as a piece is long.
    pub(super) fn new(paths: &[Path]) -> Self {
        let all = paths.iter().fold(Rect::NOTHING, |all, path| all.union(&path.bounds));
        let (width, height) = (all.width().max(1.0), all.height().max(1.0));
        let lengths = paths.iter().flat_map(Path::pieces).map(|[from, to]| from.distance(to));
        let mean = lengths.sum::<f32>() / (paths.len() * PIECES).max(1) as f32;
        let cell = mean.max(width / Self::MOST).max(height / Self::MOST).max(1.0);
        let count = |length: f32| (length / cell).ceil().clamp(1.0, Self::MOST) as usize;
        let (columns, rows) = (count(width), count(height));
        let cells = vec![Vec::new(); columns * rows];
        let mut crowd = Self { origin: all.min, cell, columns, rows, cells };
        for (tie, path) in paths.iter().enumerate() {
            crowd.add(tie, path);
        }
        crowd
    }

    /// Puts another way in the place of a tie's.
    pub(super) fn replace(&mut self, tie: usize, old: &Path, new: &Path) {
        for [from, to] in old.pieces() {
            for index in self.indices(&self.span(from, to)).collect::<Vec<_>>() {
                self.cells[index].retain(|piece| piece.tie != tie as u32);
            }
        }
        self.add(tie, new);
    }

    fn add(&mut self, tie: usize, path: &Path) {
        for [from, to] in path.pieces() {
            let span = self.span(from, to);
            let piece = Piece { tie: tie as u32, first: span.first, from, to };
            for index in self.indices(&span).collect::<Vec<_>>() {
                self.cells[index].push(piece);
            }
        }
    }

    /// How often a curve crosses the ways that count; from `most` on it isn't counted to its end.
    pub(super) fn crossings(
        &self,
        path: &Path,
        counts: impl Fn(usize) -> bool,
        most: usize,
    ) -> usize {
        let mut found = 0;
        for [from, to] in path.pieces() {
            let span = self.span(from, to);
            for index in self.indices(&span) {
                let here = [(index % self.columns) as u16, (index / self.columns) as u16];
                for piece in &self.cells[index] {
                    // Two pieces may share several cells: they meet in the first of those alone.
                    let first = [0, 1].map(|axis| piece.first[axis].max(span.first[axis]));
                    if first == here
                        && cross(from, to, piece.from, piece.to)
                        && counts(piece.tie as usize)
                    {
                        found += 1;
                    }
                }
            }
            if found >= most {
                break;
            }
        }
        found
    }

    /// The cells of a piece. What lies beyond the grid counts to its outermost cells.
    fn span(&self, from: Point, to: Point) -> Span {
        let place = |value: f32, origin: f32, count: usize| {
            ((value - origin) / self.cell).clamp(0.0, (count - 1) as f32) as u16
        };
        let column = |x: f32| place(x, self.origin.x, self.columns);
        let row = |y: f32| place(y, self.origin.y, self.rows);
        Span {
            first: [column(from.x.min(to.x)), row(from.y.min(to.y))],
            last: [column(from.x.max(to.x)), row(from.y.max(to.y))],
        }
    }

    /// Where the cells of a span stand in the list of all.
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

    /// Curves all over a square, by a generator of its own.
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

    /// How often two ways cross, every piece held against every other.
    fn crossings(a: &Path, b: &Path) -> usize {
        let with =
            |[c, d]: [Point; 2]| a.pieces().filter(|[from, to]| cross(*from, *to, c, d)).count();
        b.pieces().map(with).sum()
    }

    #[test]
    fn the_grid_finds_the_crossings_that_all_pairs_have() {
        let curves = curves(80);
        let mut paths: Vec<Path> = curves.iter().map(Path::of).collect();
        let mut crowd = Crowd::new(&paths);
        // One goes elsewhere, partly beyond the grid.
        let moved = Path::of(&Curve::bent(Point::new(-50.0, 20.0), Point::new(800.0, 900.0), 0.5));
        crowd.replace(3, &paths[3], &moved);
        paths[3] = moved;
        let mut all = 0;
        for (index, path) in paths.iter().enumerate() {
            let others = paths.iter().enumerate().filter(|(other, _)| *other != index);
            let expected: usize = others.map(|(_, other)| crossings(path, other)).sum();
            assert_eq!(crowd.crossings(path, |tie| tie != index, usize::MAX), expected);
            all += expected;
        }
        assert!(all > 500);
    }
}
