//! How a map is rotated and mirrored: by a fixed rule, or to fit given positions.

use crate::layout::geometry::{DIRECTIONS, Xy, add, sub};

/// Rotates the map so that its longer axis lies level, mirrors it so that the node with most ties (the
/// first of equals) lies above and to the left of the centre, and centres it.
pub(super) fn landscape(positions: &mut [Xy], tie_counts: &[usize]) {
    centre(positions);
    let (mut xx, mut xy, mut yy) = (0.0_f64, 0.0_f64, 0.0_f64);
    for p in positions.iter() {
        let (x, y) = (f64::from(p[0]), f64::from(p[1]));
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    // The main axis is at half the angle of (xx − yy, 2 xy); halved by the identity for the cosine.
    let (level, slant) = (xx - yy, 2.0 * xy);
    let length = (level * level + slant * slant).sqrt();
    if length > 1e-9 * (xx + yy) {
        let cosine = ((1.0 + level / length).max(0.0) / 2.0).sqrt();
        let sine = ((1.0 - level / length).max(0.0) / 2.0).sqrt().copysign(slant);
        rotate(positions, [cosine as f32, -sine as f32]);
    }
    let mut hub = 0;
    for (node, count) in tie_counts.iter().enumerate() {
        if *count > tie_counts[hub] {
            hub = node;
        }
    }
    let [left, top] = positions.get(hub).map_or([false; 2], |p| p.map(|c| c > 0.0));
    mirror(positions, left, top);
}

/// Sixteen rotations of a map, each also mirrored.
pub(super) fn rotations(positions: &[Xy]) -> impl Iterator<Item = Vec<Xy>> {
    DIRECTIONS.iter().flat_map(move |&direction| {
        [false, true].map(|flip| {
            let mut copy = positions.to_vec();
            rotate(&mut copy, direction);
            mirror(&mut copy, flip, false);
            copy
        })
    })
}

/// Moves, rotates and perhaps mirrors the map (without scaling it) so that the nodes for which a target
/// is given come nearest to it, in the sense of least squares.
///
/// Source: Procrustes analysis in the plane in closed form (Kabsch 1976), by complex numbers.
pub(super) fn fit(positions: &mut [Xy], targets: &[Option<Xy>]) {
    let pairs: Vec<(Xy, Xy)> = positions
        .iter()
        .zip(targets)
        .filter_map(|(&from, target)| target.map(|to| (from, to)))
        .collect();
    let (Some(from), Some(to)) = (mean(pairs.iter().map(|p| p.0)), mean(pairs.iter().map(|p| p.1)))
    else {
        return;
    };
    // The rotation is the direction of Σ to · conj(from), or of Σ to · from if mirrored.
    let (mut plain, mut mirrored) = ([0.0_f64; 2], [0.0_f64; 2]);
    for (a, b) in &pairs {
        let ([ax, ay], [bx, by]) = (sub(*a, from).map(f64::from), sub(*b, to).map(f64::from));
        plain = [plain[0] + bx * ax + by * ay, plain[1] + by * ax - bx * ay];
        mirrored = [mirrored[0] + bx * ax - by * ay, mirrored[1] + by * ax + bx * ay];
    }
    let length = |z: [f64; 2]| (z[0] * z[0] + z[1] * z[1]).sqrt();
    let flip = length(mirrored) > length(plain) * 1.000_001;
    let rotation = if flip { mirrored } else { plain };
    let size = length(rotation);
    for p in positions.iter_mut() {
        *p = sub(*p, from);
        if flip {
            p[1] = -p[1];
        }
    }
    if size > 1e-6 {
        rotate(positions, rotation.map(|c| (c / size) as f32));
    }
    for p in positions.iter_mut() {
        *p = add(*p, to);
    }
}

/// Moves the mean of the positions to the origin.
fn centre(positions: &mut [Xy]) {
    if let Some(middle) = mean(positions.iter().copied()) {
        for p in positions.iter_mut() {
            *p = sub(*p, middle);
        }
    }
}

/// `None` if there are no positions.
fn mean(all: impl Iterator<Item = Xy>) -> Option<Xy> {
    let (mut sum, mut count) = ([0.0_f64; 2], 0.0);
    for p in all {
        sum = [sum[0] + f64::from(p[0]), sum[1] + f64::from(p[1])];
        count += 1.0;
    }
    (count > 0.0).then(|| sum.map(|c| (c / count) as f32))
}

/// Rotates so that what pointed right points in this direction.
fn rotate(positions: &mut [Xy], [cosine, sine]: Xy) {
    for p in positions {
        *p = [p[0] * cosine - p[1] * sine, p[0] * sine + p[1] * cosine];
    }
}

fn mirror(positions: &mut [Xy], left_right: bool, top_bottom: bool) {
    for p in positions {
        *p = [if left_right { -p[0] } else { p[0] }, if top_bottom { -p[1] } else { p[1] }];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::geometry::distance;

    #[test]
    fn a_slanted_line_comes_to_lie_level_with_its_hub_at_the_left() {
        for sign in [1.0, -1.0] {
            let mut line: Vec<Xy> = (0..5).map(|i| [i as f32, sign * 3.0 * i as f32]).collect();
            landscape(&mut line, &[0, 0, 0, 9, 0]);
            assert!(line.iter().all(|p| p[1].abs() < 1e-4), "{line:?}");
            assert!(line[3][0] < -3.0);
        }
    }

    #[test]
    fn fit_finds_turn_mirror_and_shift() {
        let shape = [[0.0, 0.0], [10.0, 0.0], [10.0, 4.0], [-3.0, 7.0]];
        for flip in [1.0, -1.0] {
            let there: Vec<Xy> = shape.iter().map(|&[x, y]| [50.0 - flip * y, 20.0 + x]).collect();
            let targets = [Some(there[0]), Some(there[1]), Some(there[2]), None];
            let mut moved = shape.to_vec();
            fit(&mut moved, &targets);
            for (a, b) in moved.iter().zip(&there) {
                assert!(distance(*a, *b) < 1e-3, "{moved:?} is not {there:?}");
            }
        }
    }
}
