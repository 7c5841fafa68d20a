//! The connected parts of a problem, and how they are packed into one figure.

use super::geometry::{Rect, Xy};
use super::problem::Problem;

/// Nodes and ties that hang together; both lists rise.
pub(super) struct Part {
    pub(super) nodes: Vec<u32>,
    pub(super) ties: Vec<u32>,
}

/// The largest part first, of equal ones that with the lowest node. A tie onto a tie joins the two.
pub(super) fn connected(problem: &Problem) -> Vec<Part> {
    let (n, m) = (problem.node_count(), problem.tie_count());
    let mut parents: Vec<u32> = (0..(n + m) as u32).collect();
    for (tie, ends) in problem.ends.iter().enumerate() {
        for &end in ends {
            let (a, b) = (root(&mut parents, (n + tie) as u32), root(&mut parents, end));
            // The lower index leads, and a tie can't lead a node.
            parents[a.max(b) as usize] = a.min(b);
        }
    }
    let mut place_of = vec![u32::MAX; n + m];
    let mut parts: Vec<Part> = Vec::new();
    for member in 0..(n + m) as u32 {
        let leader = root(&mut parents, member) as usize;
        if place_of[leader] == u32::MAX {
            place_of[leader] = parts.len() as u32;
            parts.push(Part { nodes: Vec::new(), ties: Vec::new() });
        }
        let part = &mut parts[place_of[leader] as usize];
        match (member as usize).checked_sub(n) {
            None => part.nodes.push(member),
            Some(tie) => part.ties.push(tie as u32),
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.nodes.len()));
    parts
}

fn root(parents: &mut [u32], mut member: u32) -> u32 {
    while parents[member as usize] != member {
        let above = parents[parents[member as usize] as usize];
        parents[member as usize] = above;
        member = above;
    }
    member
}

/// Where to put boxes of these sizes (width, height) so that none overlap and all together come
/// close to 3 to 2: the upper left corner of each.
///
/// Source: skyline bottom-left packing (Burke, Kendall, Whitwell 2004, here in the order given and
/// without rotation), tried in several widths; the best of these by shape and area is kept. Sizes
/// should already have the air around them.
pub(super) fn packed(sizes: &[Xy]) -> Vec<Xy> {
    let area: f64 = sizes.iter().map(|s| f64::from(s[0]) * f64::from(s[1])).sum();
    let widest = sizes.iter().map(|s| s[0]).fold(1.0, f32::max);
    let tries: &[f32] = if sizes.len() <= 400 {
        &[1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.65, 1.8, 2.0, 2.3]
    } else {
        &[1.3]
    };
    let mut best: Option<(f64, Vec<Xy>)> = None;
    for by in tries {
        let width = widest.max(area.sqrt() as f32 * by);
        let corners = in_width(sizes, width);
        let extent = corners.iter().zip(sizes).fold([1.0_f32; 2], |extent, (at, size)| {
            [extent[0].max(at[0] + size[0]), extent[1].max(at[1] + size[1])]
        });
        let ratio = f64::from(extent[0]) / f64::from(extent[1]) / 1.5;
        let waste = f64::from(extent[0]) * f64::from(extent[1]) / area.max(1.0);
        let cost = waste * ratio.max(1.0 / ratio);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, corners));
        }
    }
    best.map(|(_, corners)| corners).unwrap_or_default()
}

/// Each box in turn where its lower edge comes out highest, leftmost of those.
fn in_width(sizes: &[Xy], width: f32) -> Vec<Xy> {
    // The skyline: where each level starts, and how deep it is; it ends at `width`.
    let mut skyline: Vec<(f32, f32)> = vec![(0.0, 0.0)];
    sizes
        .iter()
        .map(|&[w, h]| {
            let mut best = [0.0, f32::INFINITY];
            for (index, &(x, _)) in skyline.iter().enumerate() {
                if x + w > width * 1.000_1 && index > 0 {
                    break;
                }
                let under = skyline[index..].iter().take_while(|level| level.0 < x + w);
                let y = under.map(|level| level.1).fold(0.0, f32::max);
                if y < best[1] {
                    best = [x, y];
                }
            }
            raise(&mut skyline, best[0], best[0] + w, best[1] + h);
            best
        })
        .collect()
}

fn raise(skyline: &mut Vec<(f32, f32)>, from: f32, to: f32, depth: f32) {
    let after = skyline.iter().rev().find(|level| level.0 <= to).map_or(0.0, |level| level.1);
    skyline.retain(|level| level.0 < from || level.0 > to);
    skyline.push((from, depth));
    skyline.push((to, after));
    skyline.sort_by(|a, b| a.0.total_cmp(&b.0));
}

/// Cells for `count` boxes of one size in rows as wide as `width` allows, or about 3 to 2 without
/// one: the upper left corner of each, and the size of the whole.
pub(super) fn rows(count: usize, cell: Xy, width: Option<f32>) -> (Vec<Xy>, Xy) {
    let width = width.unwrap_or_else(|| (count as f32 * cell[0] * cell[1] * 1.5).sqrt());
    let columns = ((width / cell[0]) as usize).clamp(1, count.max(1));
    // Rows of equal length where that takes no more rows.
    let columns = count.div_ceil(count.div_ceil(columns).max(1)).max(1);
    let corners = (0..count)
        .map(|i| [(i % columns) as f32 * cell[0], (i / columns) as f32 * cell[1]])
        .collect();
    (corners, [columns as f32 * cell[0], count.div_ceil(columns) as f32 * cell[1]])
}

/// Width and height.
pub(super) fn size_of(r: Rect) -> Xy {
    [r[2] - r[0], r[3] - r[1]]
}

#[cfg(test)]
mod tests {
    use super::super::geometry::overlap;
    use super::super::test_problems;
    use super::*;

    #[test]
    fn parts_are_found_by_way_of_ties_on_ties() {
        let mut problem = test_problems::nodes(6);
        test_problems::tie(&mut problem, [4, 5], 1);
        test_problems::tie(&mut problem, [1, 6], -1);
        test_problems::tie(&mut problem, [0, 0], 1);
        let parts = connected(&problem);
        let nodes: Vec<&[u32]> = parts.iter().map(|part| &part.nodes[..]).collect();
        assert_eq!(nodes, [&[1, 4, 5][..], &[0], &[2], &[3]]);
        assert_eq!(parts[0].ties, [0, 1]);
        assert_eq!(parts[1].ties, [2]);
    }

    #[test]
    fn packing_keeps_boxes_apart_and_landscape() {
        let sizes: Vec<Xy> =
            (0..40).map(|i| [60.0 + (i * 37 % 300) as f32, 50.0 + (i * 53 % 170) as f32]).collect();
        let corners = packed(&sizes);
        let boxes: Vec<Rect> = corners
            .iter()
            .zip(&sizes)
            .map(|(at, size)| [at[0], at[1], at[0] + size[0], at[1] + size[1]])
            .collect();
        for (i, &a) in boxes.iter().enumerate() {
            assert!(boxes[i + 1..].iter().all(|&b| !overlap(a, b)));
        }
        let all = super::super::geometry::bounds(boxes.iter().copied()).unwrap();
        let [w, h] = size_of(all);
        assert!((1.1..2.2).contains(&(w / h)), "{w} by {h}");
        let area: f32 = sizes.iter().map(|s| s[0] * s[1]).sum();
        assert!(w * h < 1.5 * area);
    }

    #[test]
    fn rows_are_balanced() {
        let (corners, size) = rows(10, [100.0, 60.0], Some(450.0));
        assert_eq!(corners.len(), 10);
        assert_eq!(size, [400.0, 180.0]);
        assert_eq!(rows(0, [100.0, 60.0], None).0.len(), 0);
    }
}
