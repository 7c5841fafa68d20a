//! How many pairs of boxes overlap.
//!
//! Source: a sweep along x over a tree of counts in y (Fenwick 1994), for `n` boxes in `n log n`
//! however many pairs overlap. Edges are compared by their rank alone. Where edges lie on one
//! coordinate, their order is such that boxes which only touch don't overlap, and boxes without
//! width or height overlap as by `geometry::overlap`.

use crate::layout::fenwick_tree::FenwickTree;
use crate::layout::geometry::Rect;

/// The number of pairs that overlap.
pub(super) fn count_overlaps(boxes: &[Rect]) -> usize {
    let across = ranks(boxes.iter().map(|b| [b[0], b[2]]));
    let down = ranks(boxes.iter().map(|b| [b[1], b[3]]));
    let mut edges = vec![(0, false); 2 * boxes.len()];
    for (node, &[left, right]) in across.iter().enumerate() {
        edges[left] = (node, true);
        edges[right] = (node, false);
    }
    // The upper and lower edges of the boxes that the sweep line crosses.
    let (mut uppers, mut lowers) = (FenwickTree::new(edges.len()), FenwickTree::new(edges.len()));
    let mut count = 0;
    for (node, is_left) in edges {
        let [top, bottom] = down[node];
        if is_left {
            // Boxes that begin above the end of this one, less those that end above its beginning.
            count += uppers.count_before(bottom) - lowers.count_before(top);
            uppers.add(top);
            lowers.add(bottom);
        } else {
            uppers.remove(top);
            lowers.remove(bottom);
        }
    }
    count
}

/// The rank of both ends of every span among all ends.
fn ranks(spans: impl Iterator<Item = [f32; 2]>) -> Vec<[usize; 2]> {
    let mut ends = Vec::new();
    let mut count = 0;
    for (span, [low, high]) in spans.enumerate() {
        // At one coordinate spans end, then those without length do both, then others begin.
        let (begins, finishes) = if low == high { (1, 1) } else { (2, 0) };
        ends.push((low, begins, span, 0));
        ends.push((high, finishes, span, 1));
        count += 1;
    }
    // Adding 0 makes -0 the same as 0.
    ends.sort_by(|a, b| {
        (a.0 + 0.0).total_cmp(&(b.0 + 0.0)).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3)))
    });
    let mut ranks = vec![[0; 2]; count];
    for (rank, (_, _, span, end)) in ends.into_iter().enumerate() {
        ranks[span][end] = rank;
    }
    ranks
}
