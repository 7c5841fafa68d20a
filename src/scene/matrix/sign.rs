//! The signs of kinds within a cell: shapes that stay apart without colour.

use arrayvec::ArrayVec;

use crate::model::Point;

/// A convex polygon with few corners.
pub(super) type Polygon = ArrayVec<Point, 24>;

/// The sign of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellSign {
    /// The whole cell.
    Full,
    /// A square on its tip.
    Diamond,
    /// Three bars across.
    Bars,
    /// Two diagonals.
    Cross,
    /// A disc.
    Disc,
    /// Slanting stripes.
    Hatch,
    /// Three bars upright.
    Columns,
    /// An upright cross.
    Plus,
    /// The border alone.
    Frame,
    /// Two squares, corner to corner.
    Checks,
    /// A small disc in the middle: a membership.
    Dot,
}

impl CellSign {
    /// The signs that kinds take; those beyond the last begin anew, and are told apart by colour.
    pub const OF_KINDS: [Self; 10] = [
        Self::Full,
        Self::Diamond,
        Self::Bars,
        Self::Cross,
        Self::Disc,
        Self::Hatch,
        Self::Columns,
        Self::Plus,
        Self::Frame,
        Self::Checks,
    ];

    /// Its convex polygons in a square from 0 to 1.
    pub(super) fn polygons(self) -> Vec<Polygon> {
        let box_of = |left, top, right, bottom| {
            polygon(&[[left, top], [right, top], [right, bottom], [left, bottom]])
        };
        match self {
            Self::Full => vec![box_of(0.0, 0.0, 1.0, 1.0)],
            Self::Diamond => vec![polygon(&[[0.5, 0.0], [1.0, 0.5], [0.5, 1.0], [0.0, 0.5]])],
            Self::Bars => [0.0, 0.39, 0.78].map(|y| box_of(0.0, y, 1.0, y + 0.22)).to_vec(),
            Self::Columns => [0.0, 0.39, 0.78].map(|x| box_of(x, 0.0, x + 0.22, 1.0)).to_vec(),
            Self::Cross => vec![
                polygon(&[
                    [0.0, 0.0],
                    [0.24, 0.0],
                    [1.0, 0.76],
                    [1.0, 1.0],
                    [0.76, 1.0],
                    [0.0, 0.24],
                ]),
                polygon(&[
                    [1.0, 0.0],
                    [1.0, 0.24],
                    [0.24, 1.0],
                    [0.0, 1.0],
                    [0.0, 0.76],
                    [0.76, 0.0],
                ]),
            ],
            Self::Plus => vec![box_of(0.35, 0.0, 0.65, 1.0), box_of(0.0, 0.35, 1.0, 0.65)],
            Self::Hatch => vec![
                polygon(&[[0.0, 0.0], [0.36, 0.0], [0.0, 0.36]]),
                polygon(&[[0.8, 0.0], [1.0, 0.0], [1.0, 0.2], [0.2, 1.0], [0.0, 1.0], [0.0, 0.8]]),
                polygon(&[[1.0, 0.64], [1.0, 1.0], [0.64, 1.0]]),
            ],
            Self::Frame => vec![
                box_of(0.0, 0.0, 1.0, 0.2),
                box_of(0.0, 0.8, 1.0, 1.0),
                box_of(0.0, 0.2, 0.2, 0.8),
                box_of(0.8, 0.2, 1.0, 0.8),
            ],
            Self::Checks => vec![box_of(0.0, 0.0, 0.5, 0.5), box_of(0.5, 0.5, 1.0, 1.0)],
            Self::Disc => vec![disc(0.5)],
            Self::Dot => vec![disc(0.24)],
        }
    }
}

pub(super) fn polygon(corners: &[[f32; 2]]) -> Polygon {
    corners.iter().map(|[x, y]| Point::new(*x, *y)).collect()
}

fn disc(radius: f32) -> Polygon {
    const CORNERS: u8 = 16;
    let corner = |i: u8| {
        let (sin, cos) = (f32::from(i) / f32::from(CORNERS) * std::f32::consts::TAU).sin_cos();
        Point::new(0.5 + radius * cos, 0.5 + radius * sin)
    };
    (0..CORNERS).map(corner).collect()
}
