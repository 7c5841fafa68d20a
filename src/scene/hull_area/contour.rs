//! The lines along which a field has a value.
//!
//! Source: W. E. Lorensen and H. E. Cline, “Marching cubes”, SIGGRAPH 1987, in two dimensions. Where two
//! ways of joining are possible, the mean of the four corners decides.

use super::field::Field;
use crate::model::Point;

/// How near to a node a line may cross a side, as a fraction of the cell, so that lines never touch.
const CLEAR_OF_NODES: f32 = 0.1;

/// The sides of a cell.
#[derive(Clone, Copy)]
enum Side {
    Top,
    Right,
    Bottom,
    Left,
}

/// The segments of the lines at a level, each with the first node of its cell, row by row.
pub(super) fn segments(field: &Field, level: f32) -> Vec<(usize, [Point; 2])> {
    let mut segments = Vec::new();
    each_segment(field, level, |node, from, to| {
        segments.push((node, [from, to].map(|side| crossing(field, level, side))));
    });
    segments
}

/// The closed lines at a level: clockwise around what is below it, y pointing down, anticlockwise around
/// holes. They neither cross nor touch themselves or one another.
pub(super) fn loops(field: &Field, level: f32) -> Vec<Vec<Point>> {
    let mut next: Vec<(usize, usize)> = Vec::new();
    each_segment(field, level, |_, from, to| next.push((from, to)));
    next.sort_unstable();
    let mut is_taken = vec![false; next.len()];
    let mut loops = Vec::new();
    for start in 0..next.len() {
        let (mut index, mut points) = (start, Vec::new());
        while !std::mem::replace(&mut is_taken[index], true) {
            points.push(crossing(field, level, next[index].0));
            let to = next[index].1;
            match next.binary_search_by_key(&to, |(from, _)| *from) {
                Ok(following) => index = following,
                Err(_) => break,
            }
        }
        if points.len() > 2 {
            loops.push(points);
        }
    }
    loops
}

/// Visits each segment, given by the first node of its cell and the numbers of the sides that it leads
/// from and to, with what is below the level at its right hand.
fn each_segment(field: &Field, level: f32, mut visit: impl FnMut(usize, usize, usize)) {
    use Side::{Bottom, Left, Right, Top};
    let (columns, values) = (field.columns(), field.values());
    for row in 0..field.rows().saturating_sub(1) {
        for column in 0..columns.saturating_sub(1) {
            let first = row * columns + column;
            let corners = [first, first + 1, first + columns + 1, first + columns];
            let corners = corners.map(|node| values[node]);
            let bit = |corner: usize| usize::from(corners[corner] < level) << corner;
            let inside = bit(0) | bit(1) | bit(2) | bit(3);
            if inside == 0 || inside == 15 {
                continue;
            }
            let is_joined = corners.iter().sum::<f32>() < 4.0 * level;
            let lines: &[(Side, Side)] = match (inside, is_joined) {
                (1, _) => &[(Top, Left)],
                (2, _) => &[(Right, Top)],
                (3, _) => &[(Right, Left)],
                (4, _) => &[(Bottom, Right)],
                (5, false) => &[(Top, Left), (Bottom, Right)],
                (5, true) => &[(Top, Right), (Bottom, Left)],
                (6, _) => &[(Bottom, Top)],
                (7, _) => &[(Bottom, Left)],
                (8, _) => &[(Left, Bottom)],
                (9, _) => &[(Top, Bottom)],
                (10, false) => &[(Right, Top), (Left, Bottom)],
                (10, true) => &[(Left, Top), (Right, Bottom)],
                (11, _) => &[(Right, Bottom)],
                (12, _) => &[(Left, Right)],
                (13, _) => &[(Top, Right)],
                _ => &[(Left, Top)],
            };
            for (from, to) in lines {
                visit(first, number(first, columns, *from), number(first, columns, *to));
            }
        }
    }
}

/// The number of a side of the cell at a node: twice the node where it begins, and one more if it leads
/// down from there.
const fn number(node: usize, columns: usize, side: Side) -> usize {
    match side {
        Side::Top => 2 * node,
        Side::Right => 2 * (node + 1) + 1,
        Side::Bottom => 2 * (node + columns),
        Side::Left => 2 * node + 1,
    }
}

/// Where a line at a level crosses a side.
fn crossing(field: &Field, level: f32, side: usize) -> Point {
    let (columns, node) = (field.columns(), side / 2);
    let (column, row) = (node % columns, node / columns);
    let (right, down) = if side.is_multiple_of(2) { (1, 0) } else { (0, 1) };
    let (from, to) = (field.values()[node], field.values()[node + right + down * columns]);
    let along = ((level - from) / (to - from)).clamp(CLEAR_OF_NODES, 1.0 - CLEAR_OF_NODES);
    field.node(column, row).lerp(field.node(column + right, row + down), along)
}
