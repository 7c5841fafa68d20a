//! How often ties run through the boxes of nodes they don't end at.
//!
//! The boxes are listed in a grid of about as many cells as there are nodes, and each tie is compared with
//! the boxes of the cells along it, column by column (a supercover line). Guarantee: the count is that of
//! comparing every tie with every box, as the line is taken a little wider than rounding requires.

use crate::layout::error::LayoutError;
use crate::layout::geometry::{Rect, Xy, bounds, segment_meets};
use crate::layout::midpoints::Midpoints;
use crate::layout::problem::Problem;

/// How much a line is widened on either side, as a share of the drawing's size; `segment_meets` rounds by
/// less than a tenth of that.
const TOLERANCE: f64 = 1e-5;
/// The most cells on a side.
const MOST_CELLS: f64 = 2048.0;

/// The number of pairs; `None` if more than `most_steps` cells and boxes would have to be visited.
pub(super) fn count(
    problem: &Problem,
    at: &[Xy],
    boxes: &[Rect],
    most_steps: usize,
) -> Result<Option<usize>, LayoutError> {
    let midpoints = Midpoints::new(problem)?;
    let mut budget = WorkBudget { left: most_steps };
    let Some(grid) = Grid::new(boxes, &mut budget) else {
        return Ok(None);
    };
    // The tie last compared with each box, as a box may lie in several cells along it.
    let mut last = vec![u32::MAX; boxes.len()];
    let mut count = 0;
    for (tie, ends) in problem.ends.iter().enumerate().filter(|(_, ends)| ends[0] != ends[1]) {
        let segment = ends.map(|end| midpoints.position(end, at));
        for cell in grid.cells_along(segment) {
            let nodes = &grid.cells[cell];
            if !budget.spend(1 + nodes.len()) {
                return Ok(None);
            }
            for &node in nodes {
                let is_new = std::mem::replace(&mut last[node as usize], tie as u32) != tie as u32;
                let is_other = is_new && !ends.contains(&node);
                count += usize::from(is_other && segment_meets(segment, boxes[node as usize]));
            }
        }
    }
    Ok(Some(count))
}

/// The steps that may still be taken.
struct WorkBudget {
    left: usize,
}

impl WorkBudget {
    fn spend(&mut self, count: usize) -> bool {
        let is_enough = self.left >= count;
        self.left = self.left.saturating_sub(count);
        is_enough
    }
}

/// The boxes that lie in each cell, row by row.
struct Grid {
    origin: [f64; 2],
    cell: [f64; 2],
    side: usize,
    tolerance: f64,
    cells: Vec<Vec<u32>>,
}

impl Grid {
    fn new(boxes: &[Rect], budget: &mut WorkBudget) -> Option<Self> {
        let [left, top, right, bottom] =
            bounds(boxes.iter().copied()).unwrap_or_default().map(f64::from);
        let size = [right - left, bottom - top];
        let side = (boxes.len() as f64).sqrt().ceil().clamp(1.0, MOST_CELLS);
        let cell = size.map(|size| (size / side).max(f64::from(f32::MIN_POSITIVE)));
        let tolerance = TOLERANCE * size[0].max(size[1]);
        let side = side as usize;
        let cells = vec![Vec::new(); side * side];
        let mut grid = Self { origin: [left, top], cell, side, tolerance, cells };
        for (node, b) in boxes.iter().enumerate() {
            let [left, top, right, bottom] = b.map(f64::from);
            let rows = grid.index(top, 1)..=grid.index(bottom, 1);
            let columns = grid.index(left, 0)..=grid.index(right, 0);
            if !budget.spend(rows.clone().count() * columns.clone().count()) {
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

    /// The column or row of a coordinate; the outermost ones extend beyond the grid.
    fn index(&self, coordinate: f64, axis: usize) -> usize {
        // A cast to an integer saturates.
        (((coordinate - self.origin[axis]) / self.cell[axis]) as usize).min(self.side - 1)
    }

    /// The cells that a line passes through or close to.
    fn cells_along(&self, segment: [Xy; 2]) -> impl Iterator<Item = usize> + use<'_> {
        let [a, b] = segment.map(|p| p.map(f64::from));
        let (from, to) = if a[0] <= b[0] { (a, b) } else { (b, a) };
        let run = to[0] - from[0];
        let height =
            move |x: f64| from[1] + (to[1] - from[1]) * ((x - from[0]) / run).clamp(0.0, 1.0);
        let first = self.index(from[0] - self.tolerance, 0);
        let last = self.index(to[0] + self.tolerance, 0);
        (first..=last).flat_map(move |column| {
            let edge = |column: usize| self.origin[0] + column as f64 * self.cell[0];
            let enters = if column == first || run == 0.0 { from[1] } else { height(edge(column)) };
            let leaves =
                if column == last || run == 0.0 { to[1] } else { height(edge(column + 1)) };
            let top = self.index(enters.min(leaves) - self.tolerance, 1);
            let bottom = self.index(enters.max(leaves) + self.tolerance, 1);
            (top..=bottom).map(move |row| row * self.side + column)
        })
    }
}
