//! How often ties run through the boxes of nodes they don't end at.
//!
//! The boxes are listed in a grid of about as many cells as there are nodes, and each tie looks at
//! the cells on its way, column by column (a supercover line). Guarantee: the count is that of
//! looking at every tie with every box, as the way is taken a little wider than rounding can ask.

use crate::layout::geometry::{Rect, Xy, bounds, segment_meets};
use crate::layout::midpoints::Middles;
use crate::layout::problem::{LayoutError, Problem};

/// How wide a way is on either side, as a share of the drawing's size; `segment_meets` rounds by
/// less than a tenth of that.
const AIR: f64 = 1e-5;
/// Cells a side at the most.
const MOST_CELLS: f64 = 2048.0;

/// `None` where it takes more than so many looks at a cell or a box.
pub(super) fn count(
    problem: &Problem,
    at: &[Xy],
    boxes: &[Rect],
    most_looks: usize,
) -> Result<Option<usize>, LayoutError> {
    let middles = Middles::new(problem)?;
    let mut looks = Looks { left: most_looks };
    let Some(grid) = Grid::new(boxes, &mut looks) else {
        return Ok(None);
    };
    // The tie that last looked at each box: a box may lie in several cells on its way.
    let mut last = vec![u32::MAX; boxes.len()];
    let mut count = 0;
    for (tie, ends) in problem.ends.iter().enumerate().filter(|(_, ends)| ends[0] != ends[1]) {
        let line = ends.map(|end| middles.position(end, at));
        for cell in grid.on_the_way(line) {
            let nodes = &grid.cells[cell];
            if !looks.take(1 + nodes.len()) {
                return Ok(None);
            }
            for &node in nodes {
                let is_new = std::mem::replace(&mut last[node as usize], tie as u32) != tie as u32;
                let is_other = is_new && !ends.contains(&node);
                count += usize::from(is_other && segment_meets(line, boxes[node as usize]));
            }
        }
    }
    Ok(Some(count))
}

/// The work that may still be done.
struct Looks {
    left: usize,
}

impl Looks {
    fn take(&mut self, count: usize) -> bool {
        let enough = self.left >= count;
        self.left = self.left.saturating_sub(count);
        enough
    }
}

/// Which boxes lie in which cell, row by row.
struct Grid {
    origin: [f64; 2],
    cell: [f64; 2],
    side: usize,
    air: f64,
    cells: Vec<Vec<u32>>,
}

impl Grid {
    fn new(boxes: &[Rect], looks: &mut Looks) -> Option<Self> {
        let [left, top, right, bottom] =
            bounds(boxes.iter().copied()).unwrap_or_default().map(f64::from);
        let size = [right - left, bottom - top];
        let side = (boxes.len() as f64).sqrt().ceil().clamp(1.0, MOST_CELLS);
        let cell = size.map(|size| (size / side).max(f64::from(f32::MIN_POSITIVE)));
        let air = AIR * size[0].max(size[1]);
        let side = side as usize;
        let cells = vec![Vec::new(); side * side];
        let mut grid = Self { origin: [left, top], cell, side, air, cells };
        for (node, b) in boxes.iter().enumerate() {
            let [left, top, right, bottom] = b.map(f64::from);
            let rows = grid.index(top, 1)..=grid.index(bottom, 1);
            let columns = grid.index(left, 0)..=grid.index(right, 0);
            if !looks.take(rows.clone().count() * columns.clone().count()) {
                return None;
            }
            for row in rows {
                for column in columns.clone() {
                    grid.cells[row * side + column].push(node as u32);
                }
            }
        }
        Some(grid)
    }

    /// The column or row of a coordinate; the outermost ones reach beyond the grid.
    fn index(&self, coordinate: f64, axis: usize) -> usize {
        // A cast to an integer keeps to its range.
        (((coordinate - self.origin[axis]) / self.cell[axis]) as usize).min(self.side - 1)
    }

    /// The cells that a line comes through or close to.
    fn on_the_way(&self, line: [Xy; 2]) -> impl Iterator<Item = usize> + use<'_> {
        let [a, b] = line.map(|p| p.map(f64::from));
        let (from, to) = if a[0] <= b[0] { (a, b) } else { (b, a) };
        let run = to[0] - from[0];
        let height =
            move |x: f64| from[1] + (to[1] - from[1]) * ((x - from[0]) / run).clamp(0.0, 1.0);
        let first = self.index(from[0] - self.air, 0);
        let last = self.index(to[0] + self.air, 0);
        (first..=last).flat_map(move |column| {
            let edge = |column: usize| self.origin[0] + column as f64 * self.cell[0];
            let enters = if column == first || run == 0.0 { from[1] } else { height(edge(column)) };
            let leaves =
                if column == last || run == 0.0 { to[1] } else { height(edge(column + 1)) };
            let top = self.index(enters.min(leaves) - self.air, 1);
            let bottom = self.index(enters.max(leaves) + self.air, 1);
            (top..=bottom).map(move |row| row * self.side + column)
        })
    }
}
