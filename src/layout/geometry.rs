//! Points, boxes and segments in the plane. Only `+ − × ÷ √`, so the same on every machine.

pub(super) type Xy = [f32; 2];
/// `[min_x, min_y, max_x, max_y]`.
pub(super) type Rect = [f32; 4];

/// Sixteen evenly spread unit vectors, clockwise from the one that points right.
pub(super) const DIRECTIONS: [Xy; 16] = {
    const A: f32 = 0.923_879_5;
    const B: f32 = std::f32::consts::FRAC_1_SQRT_2;
    const C: f32 = 0.382_683_43;
    [
        [1.0, 0.0],
        [A, C],
        [B, B],
        [C, A],
        [0.0, 1.0],
        [-C, A],
        [-B, B],
        [-A, C],
        [-1.0, 0.0],
        [-A, -C],
        [-B, -B],
        [-C, -A],
        [0.0, -1.0],
        [C, -A],
        [B, -B],
        [A, -C],
    ]
};

pub(super) fn add(a: Xy, b: Xy) -> Xy {
    [a[0] + b[0], a[1] + b[1]]
}

pub(super) fn sub(a: Xy, b: Xy) -> Xy {
    [a[0] - b[0], a[1] - b[1]]
}

pub(super) fn scaled(a: Xy, by: f32) -> Xy {
    [a[0] * by, a[1] * by]
}

pub(super) fn distance(a: Xy, b: Xy) -> f32 {
    let [x, y] = sub(a, b);
    (x * x + y * y).sqrt()
}

pub(super) fn moved(r: Rect, by: Xy) -> Rect {
    [r[0] + by[0], r[1] + by[1], r[2] + by[0], r[3] + by[1]]
}

pub(super) fn grown(r: Rect, by: f32) -> Rect {
    [r[0] - by, r[1] - by, r[2] + by, r[3] + by]
}

/// Width and height.
pub(super) fn size(r: Rect) -> Xy {
    [r[2] - r[0], r[3] - r[1]]
}

/// The point in the middle.
pub(super) fn center(r: Rect) -> Xy {
    [(r[0] + r[2]) / 2.0, (r[1] + r[3]) / 2.0]
}

/// Whether two boxes share more than an edge.
pub(super) fn overlap(a: Rect, b: Rect) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// The bounding box of all; `None` if there are none.
pub(super) fn bounds(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    rects
        .into_iter()
        .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
}

/// Whether the interiors of two segments have a point in common. Segments on one line don't cross.
pub(super) fn segments_cross([a, b]: [Xy; 2], [c, d]: [Xy; 2]) -> bool {
    let side = |p: Xy, q: Xy, r: Xy| {
        let (u, v) = (sub(q, p), sub(r, p));
        u[0] * v[1] - u[1] * v[0]
    };
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    c_side * d_side < 0.0 && a_side * b_side < 0.0
}

/// Whether a segment runs through a box (Liang and Barsky 1984).
pub(super) fn segment_meets([a, b]: [Xy; 2], r: Rect) -> bool {
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    for axis in 0..2 {
        let (low, high) = (r[axis], r[axis + 2]);
        let run = b[axis] - a[axis];
        if run == 0.0 {
            if a[axis] <= low || a[axis] >= high {
                return false;
            }
            continue;
        }
        let (t0, t1) = ((low - a[axis]) / run, (high - a[axis]) / run);
        enter = enter.max(t0.min(t1));
        leave = leave.min(t0.max(t1));
    }
    enter < leave
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_unit_vectors_and_go_round() {
        for (i, d) in DIRECTIONS.iter().enumerate() {
            assert!((d[0] * d[0] + d[1] * d[1] - 1.0).abs() < 1e-6);
            let opposite = DIRECTIONS[(i + 8) % 16];
            assert_eq!(*d, [-opposite[0], -opposite[1]]);
        }
    }

    #[test]
    fn a_segment_meets_a_box_only_when_it_runs_through() {
        let r = [0.0, 0.0, 10.0, 10.0];
        assert!(segment_meets([[-5.0, 5.0], [15.0, 5.0]], r));
        assert!(segment_meets([[5.0, 5.0], [6.0, 6.0]], r));
        assert!(segment_meets([[5.0, -5.0], [5.0, 15.0]], r));
        assert!(!segment_meets([[-5.0, 11.0], [15.0, 11.0]], r));
        assert!(!segment_meets([[-5.0, 5.0], [-1.0, 5.0]], r));
        assert!(!segment_meets([[-5.0, 4.0], [4.0, -5.0]], r));
    }

    #[test]
    fn segments_cross_inside_only() {
        let flat = [[0.0, 0.0], [10.0, 0.0]];
        assert!(segments_cross(flat, [[5.0, -5.0], [5.0, 5.0]]));
        assert!(!segments_cross(flat, [[5.0, 0.0], [5.0, 5.0]]));
        assert!(!segments_cross(flat, [[11.0, -5.0], [11.0, 5.0]]));
        assert!(!segments_cross(flat, flat));
    }
}
