//! Packs boxes into one landscape block: components as large as they are, single nodes in rows.

use super::geometry::{Xy, add};

/// The gap between two components of a map, in world units.
pub(super) const COMPONENT_MARGIN: f32 = 48.0;

/// Packs boxes of these sizes (width, height) so that none overlap and the whole comes close to 3 to 2.
/// Returns the upper left corner of each. Sizes should already include a margin.
///
/// Source: skyline bottom-left packing (Burke, Kendall, Whitwell 2004, here in the order given and
/// without rotation), tried in several widths; the best of these by shape and area is kept.
pub(super) fn pack(sizes: &[Xy]) -> Vec<Xy> {
    let area: f64 = sizes.iter().map(|s| f64::from(s[0]) * f64::from(s[1])).sum();
    let widest = sizes.iter().map(|s| s[0]).fold(1.0, f32::max);
    let width_factors: &[f32] = if sizes.len() <= 400 {
        &[1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.65, 1.8, 2.0, 2.3]
    } else {
        &[1.3]
    };
    let mut best: Option<(f64, Vec<Xy>)> = None;
    for factor in width_factors {
        let width = widest.max(area.sqrt() as f32 * factor);
        let corners = pack_into_width(sizes, width);
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

/// Puts each box in turn where its lower edge comes out highest, leftmost of those.
fn pack_into_width(sizes: &[Xy], width: f32) -> Vec<Xy> {
    // The skyline: where each level starts, and how deep it is. It ends at `width`.
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
            raise_skyline(&mut skyline, best[0], best[0] + w, best[1] + h);
            best
        })
        .collect()
}

fn raise_skyline(skyline: &mut Vec<(f32, f32)>, from: f32, to: f32, depth: f32) {
    let after = skyline.iter().rev().find(|level| level.0 <= to).map_or(0.0, |level| level.1);
    skyline.retain(|level| level.0 < from || level.0 > to);
    skyline.push((from, depth));
    skyline.push((to, after));
    skyline.sort_by(|a, b| a.0.total_cmp(&b.0));
}

/// Arranges `count` cells of one size in rows as wide as `width` allows, or about 3 to 2 without a
/// width. Returns the upper left corner of each cell, and the size of the whole.
pub(super) fn arrange_in_rows(count: usize, cell: Xy, width: Option<f32>) -> (Vec<Xy>, Xy) {
    let width = width.unwrap_or_else(|| (count as f32 * cell[0] * cell[1] * 1.5).sqrt());
    let columns = ((width / cell[0]) as usize).clamp(1, count.max(1));
    // Rows of equal length, where that takes no more rows.
    let columns = count.div_ceil(count.div_ceil(columns).max(1)).max(1);
    let corners = (0..count)
        .map(|i| [(i % columns) as f32 * cell[0], (i / columns) as f32 * cell[1]])
        .collect();
    (corners, [columns as f32 * cell[0], count.div_ceil(columns) as f32 * cell[1]])
}

/// Width and height of the box around all, from their upper left corners and sizes.
pub(super) fn bounding_size(corners: &[Xy], sizes: &[Xy]) -> Xy {
    let ends = corners.iter().zip(sizes).map(|(&at, &size)| add(at, size));
    ends.fold([0.0_f32; 2], |total, end| [total[0].max(end[0]), total[1].max(end[1])])
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{Rect, bounds, overlap, size};
    use super::*;

    #[test]
    fn packing_keeps_boxes_apart_and_landscape() {
        let sizes: Vec<Xy> =
            (0..40).map(|i| [60.0 + (i * 37 % 300) as f32, 50.0 + (i * 53 % 170) as f32]).collect();
        let corners = pack(&sizes);
        let boxes: Vec<Rect> = corners
            .iter()
            .zip(&sizes)
            .map(|(at, size)| [at[0], at[1], at[0] + size[0], at[1] + size[1]])
            .collect();
        for (i, &a) in boxes.iter().enumerate() {
            assert!(boxes[i + 1..].iter().all(|&b| !overlap(a, b)));
        }
        let all = bounds(boxes.iter().copied()).unwrap();
        let [w, h] = size(all);
        assert!((1.1..2.2).contains(&(w / h)), "{w} by {h}");
        let area: f32 = sizes.iter().map(|s| s[0] * s[1]).sum();
        assert!(w * h < 1.5 * area);
    }

    #[test]
    fn rows_are_balanced() {
        let (corners, total) = arrange_in_rows(10, [100.0, 60.0], Some(450.0));
        assert_eq!(corners.len(), 10);
        assert_eq!(total, [400.0, 180.0]);
        assert_eq!(arrange_in_rows(0, [100.0, 60.0], None).0.len(), 0);
    }
}
