//! Points and rectangles in world units: 1 unit is 1 logical pixel at 100 % zoom, y points down.

use serde::{Deserialize, Serialize};

/// A position in world units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// The largest coordinate that a map may hold, either way from the origin.
    pub const LIMIT: f32 = 1_000_000.0;

    /// A point from its coordinates.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Whether both coordinates are finite and within [`Point::LIMIT`].
    pub fn is_usable(self) -> bool {
        self.x.abs() <= Self::LIMIT && self.y.abs() <= Self::LIMIT
    }

    /// The nearest point that a map may hold.
    #[must_use]
    pub const fn within_limit(self) -> Self {
        Self::new(self.x.clamp(-Self::LIMIT, Self::LIMIT), self.y.clamp(-Self::LIMIT, Self::LIMIT))
    }

    /// The distance to another point.
    pub fn distance(self, other: Self) -> f32 {
        (self - other).length()
    }

    /// The distance from the origin.
    pub fn length(self) -> f32 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The vector of length 1 in this direction; zero for a zero vector.
    pub fn normalized(self) -> Self {
        let length = self.length();
        if length > f32::EPSILON { self * (1.0 / length) } else { Self::default() }
    }

    /// A quarter turn, clockwise as seen on a screen.
    pub const fn perpendicular(self) -> Self {
        Self::new(-self.y, self.x)
    }

    /// The scalar product.
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// The point at `t` on the way to another, `t` = 0 being this one and 1 the other.
    pub fn lerp(self, other: Self, t: f32) -> Self {
        self + (other - self) * t
    }
}

impl std::ops::Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl std::ops::Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl std::ops::Mul<f32> for Point {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

/// An axis-aligned rectangle, `min` being its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

impl Rect {
    /// The empty rectangle: its union with another is the other.
    pub const NOTHING: Self = Self {
        min: Point::new(f32::INFINITY, f32::INFINITY),
        max: Point::new(f32::NEG_INFINITY, f32::NEG_INFINITY),
    };

    /// A rectangle from two corners.
    pub const fn new(min: Point, max: Point) -> Self {
        Self { min, max }
    }

    /// A rectangle from its centre, width and height.
    pub fn centered(center: Point, width: f32, height: f32) -> Self {
        let half = Point::new(width / 2.0, height / 2.0);
        Self::new(center - half, center + half)
    }

    /// Whether it contains no point.
    pub fn is_nothing(&self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    /// The width.
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// The height.
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// The centre.
    pub fn center(&self) -> Point {
        self.min.lerp(self.max, 0.5)
    }

    /// The smallest rectangle that contains both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(
            Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        )
    }

    /// The smallest rectangle that contains this one and a point.
    #[must_use]
    pub fn including(&self, point: Point) -> Self {
        self.union(&Self::new(point, point))
    }

    /// This rectangle grown by `margin` on every side.
    #[must_use]
    pub fn expanded(&self, margin: f32) -> Self {
        let by = Point::new(margin, margin);
        Self::new(self.min - by, self.max + by)
    }

    /// This rectangle moved.
    #[must_use]
    pub fn translated(&self, by: Point) -> Self {
        Self::new(self.min + by, self.max + by)
    }

    /// Whether the two share more than an edge.
    pub fn intersects(&self, other: &Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether another lies completely in it.
    pub fn holds(&self, other: &Self) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// Whether a point lies in it.
    pub fn contains(&self, point: Point) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }
}
