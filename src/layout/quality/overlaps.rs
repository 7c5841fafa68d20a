//! How many pairs of boxes overlap.
//!
//! Source: a sweep along x over a tree of counts in y (Fenwick 1994), for `n` boxes in `n log n`
//! however many pairs overlap. Edges are compared by their rank alone. Where edges lie on one
//! coordinate, their order is such that boxes which only touch don't overlap, and boxes without
//! width or height do as in `plane::overlap`.

use crate::layout::geometry::Rect;

pub(super) fn count(boxes: &[Rect]) -> usize {
    let across = ranks(boxes.iter().map(|b| [b[0], b[2]]));
    let down = ranks(boxes.iter().map(|b| [b[1], b[3]]));
    let mut edges = vec![(0, false); 2 * boxes.len()];
    for (node, &[left, right]) in across.iter().enumerate() {
        edges[left] = (node, true);
        edges[right] = (node, false);
    }
    // The upper and the lower edges of the boxes that the sweep is in.
    let (mut uppers, mut lowers) = (Counts::new(edges.len()), Counts::new(edges.len()));
    let mut count = 0;
    for (node, opens) in edges {
        let [top, bottom] = down[node];
        if opens {
            // Those that begin above this box's end, less those that end above its beginning.
            count += uppers.before(bottom) - lowers.before(top);
            uppers.add(top);
            lowers.add(bottom);
        } else {
            uppers.take(top);
            lowers.take(bottom);
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

/// How many there are at each place, with the sum before any place in logarithmic time.
struct Counts(Vec<usize>);

impl Counts {
    fn new(places: usize) -> Self {
        Self(vec![0; places + 1])
    }

    fn add(&mut self, place: usize) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    fn take(&mut self, place: usize) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] -= 1;
            at += at & at.wrapping_neg();
        }
    }

    fn before(&self, place: usize) -> usize {
        let (mut at, mut sum) = (place, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}
