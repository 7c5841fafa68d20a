//! Rows and columns, in the order of the nodes.
//!
//! A rule of our own: of all numbers of columns the one whose figure comes nearest to 3 to 2. Each
//! column is as wide as its widest box and each row as high as its highest, so that discs stand in
//! line and no boxes overlap. Ties have no say.

use crate::layout::geometry::{Rect, Xy};

const RATIO: f32 = 1.5;
/// The air between columns and between rows, in world units.
const AIR: f32 = 48.0;

/// The nodes in reading order.
pub(super) fn positions(boxes: &[Rect]) -> Vec<Xy> {
    let off = |columns: usize| {
        let [width, height] = size(&lines(boxes, columns));
        let ratio = width / height / RATIO;
        ratio.max(1.0 / ratio)
    };
    let guess = (boxes.len() as f32).sqrt() as usize;
    let tries = guess / 3 + 1..=(guess * 3).clamp(1, boxes.len().max(1));
    let mut best = (1, f32::INFINITY);
    for columns in tries {
        let cost = off(columns);
        if cost < best.1 {
            best = (columns, cost);
        }
    }
    let (columns, rows) = lines(boxes, best.0);
    let (xs, ys) = (centres(&columns), centres(&rows));
    (0..boxes.len()).map(|node| [xs[node % best.0], ys[node / best.0]]).collect()
}

/// How far a line reaches before and after the discs on it.
type Reach = [f32; 2];

/// The reach of every column and of every row.
fn lines(boxes: &[Rect], columns: usize) -> (Vec<Reach>, Vec<Reach>) {
    let mut across = vec![[0.0; 2]; columns];
    let mut down = vec![[0.0; 2]; boxes.len().div_ceil(columns)];
    let widen = |reach: &mut Reach, low: f32, high: f32| {
        *reach = [reach[0].max(-low), reach[1].max(high)];
    };
    for (node, b) in boxes.iter().enumerate() {
        widen(&mut across[node % columns], b[0], b[2]);
        widen(&mut down[node / columns], b[1], b[3]);
    }
    (across, down)
}

fn size((columns, rows): &(Vec<Reach>, Vec<Reach>)) -> Xy {
    let long = |lines: &[Reach]| lines.iter().map(|[a, b]| a + b + AIR).sum::<f32>().max(1.0);
    [long(columns), long(rows)]
}

/// Where the discs of each line stand.
fn centres(lines: &[Reach]) -> Vec<f32> {
    let mut end = 0.0;
    let centre = |&[before, after]: &Reach| {
        let at = end + before;
        end = at + after + AIR;
        at
    };
    lines.iter().map(centre).collect()
}
