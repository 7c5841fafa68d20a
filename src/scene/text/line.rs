//! A line of text as it is laid out.

use std::ops::Range;

/// A line of text in type of size 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its width.
    pub width: f32,
    /// The largest ascent of its faces above the baseline.
    pub above: f32,
    /// The largest descent of its faces below the baseline.
    pub below: f32,
    /// Its pieces in the order of the text.
    pub pieces: Vec<Piece>,
    /// Whether the whole line can be drawn in the family of its first piece: it has a single piece,
    /// which the drawing library measures correctly.
    pub is_plain: bool,
}

/// A piece of a line in one direction, one face and one way of joining letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Its range of bytes in the text.
    pub range: Range<usize>,
    /// The distance of its left edge from that of the line.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// The family of its face.
    pub family: String,
    /// Whether the drawing library measures it just as wide; otherwise the next piece needs an explicit
    /// position.
    pub is_exact: bool,
    /// Whether it is read from right to left.
    pub is_rtl: bool,
}
