//! Rows and columns, in the order of the nodes.
//!
//! A rule of our own: of all numbers of columns, the one whose drawing comes nearest to 3 to 2. Each
//! column is as wide as its widest box and each row as high as its highest, so that discs are aligned and
//! no boxes overlap. Ties are ignored.

use crate::layout::geometry::{Rect, Xy};

const RATIO: f32 = 1.5;
/// The gap between columns and between rows, in world units.
const GAP: f32 = 48.0;

/// The positions of the nodes, in reading order.
pub(super) fn positions(boxes: &[Rect]) -> Vec<Xy> {
    let cost = |columns: usize| {
        let [width, height] = size(&lines(boxes, columns));
        let ratio = width / height / RATIO;
        ratio.max(1.0 / ratio)
    };
    let guess = (boxes.len() as f32).sqrt() as usize;
    let candidates = guess / 3 + 1..=(guess * 3).clamp(1, boxes.len().max(1));
    let mut best = (1, f32::INFINITY);
    for columns in candidates {
        let found = cost(columns);
        if found < best.1 {
            best = (columns, found);
        }
    }
    let (columns, rows) = lines(boxes, best.0);
    let (xs, ys) = (centres(&columns), centres(&rows));
    (0..boxes.len()).map(|node| [xs[node % best.0], ys[node / best.0]]).collect()
}

/// How far a row or column reaches before and after the centres of its discs.
type Extent = [f32; 2];

/// The extent of every column and of every row.
fn lines(boxes: &[Rect], columns: usize) -> (Vec<Extent>, Vec<Extent>) {
    let mut across = vec![[0.0; 2]; columns];
    let mut down = vec![[0.0; 2]; boxes.len().div_ceil(columns)];
    let widen = |extent: &mut Extent, low: f32, high: f32| {
        *extent = [extent[0].max(-low), extent[1].max(high)];
    };
    for (node, b) in boxes.iter().enumerate() {
        widen(&mut across[node % columns], b[0], b[2]);
        widen(&mut down[node / columns], b[1], b[3]);
    }
    (across, down)
}

fn size((columns, rows): &(Vec<Extent>, Vec<Extent>)) -> Xy {
    let length = |lines: &[Extent]| lines.iter().map(|[a, b]| a + b + GAP).sum::<f32>().max(1.0);
    [length(columns), length(rows)]
}

/// The coordinate of the discs of each row or column.
fn centres(lines: &[Extent]) -> Vec<f32> {
    let mut end = 0.0;
    let centre = |&[before, after]: &Extent| {
        let at = end + before;
        end = at + after + GAP;
        at
    };
    lines.iter().map(centre).collect()
}
