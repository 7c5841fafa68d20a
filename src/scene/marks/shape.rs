//! The outlines of nations.

use crate::model::Point;

/// The outline of a nation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A state.
    Disc,
    /// An organisation.
    RoundedSquare,
    /// Any other group.
    Hexagon,
    /// A box with rounded corners around the name.
    Label {
        /// The width as a multiple of the height.
        aspect: f32,
    },
    /// None: an organisation that is drawn as a hull around its members.
    Hull,
}

impl Shape {
    /// Half the side of a rounded square that looks as large as a disc of radius 1.
    pub(crate) const SQUARE_HALF: f32 = 0.9;
    /// The radius of that square's corners.
    pub(crate) const SQUARE_CORNER: f32 = 0.36;
    /// The radius of a label box's corners as a fraction of half its height.
    const LABEL_CORNER: f32 = 0.42;

    /// The points of the outline around a centre, clockwise from the right.
    pub fn outline(self, center: Point, radius: f32) -> Vec<Point> {
        self.outline_of(64, center, radius)
    }

    /// As [`Shape::outline`], with that number of points for a disc.
    pub fn outline_of(self, disc_points: usize, center: Point, radius: f32) -> Vec<Point> {
        let at = |angle: f32, r: f32| Point::new(angle.cos(), angle.sin()) * r;
        match self {
            Self::Hull => Vec::new(),
            Self::Disc => ring(disc_points, |angle| center + at(angle, radius)),
            Self::Label { aspect } => {
                let corner_radius = radius * Self::LABEL_CORNER;
                let inner = Point::new(radius * aspect - corner_radius, radius - corner_radius);
                ring(32, |angle| {
                    let (sin, cos) = angle.sin_cos();
                    let corner = Point::new(inner.x.copysign(cos), inner.y.copysign(sin));
                    center + corner + at(angle, corner_radius)
                })
            }
            Self::Hexagon => (0..6)
                .map(|i| center + at(f32::to_radians(30.0 + 60.0 * i as f32), radius))
                .collect(),
            Self::RoundedSquare => {
                let inner = (Self::SQUARE_HALF - Self::SQUARE_CORNER) * radius;
                ring(64, |angle| {
                    let (sin, cos) = angle.sin_cos();
                    let corner = Point::new(inner.copysign(cos), inner.copysign(sin));
                    center + corner + at(angle, Self::SQUARE_CORNER * radius)
                })
            }
        }
    }
}

/// Points at equal angles. None lies on an axis, so that the signs of sine and cosine are certain.
fn ring(count: usize, point: impl Fn(f32) -> Point) -> Vec<Point> {
    let step = std::f32::consts::TAU / count as f32;
    (0..count).map(|i| point((i as f32 + 0.5) * step)).collect()
}
