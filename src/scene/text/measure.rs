//! Measures texts.

use std::sync::Arc;

use super::fonts::Fonts;
use super::han::Han;
use super::line::Line;
use super::{Weight, embedded_widths};

/// The height of a line as a fraction of the type size, the same above and below the middle of
/// capitals. It holds Noto Sans' ascent of 1.069 and descent of 0.293.
pub(in crate::scene) const LINE_BOX: f32 = 1.43;
/// From the middle of a line down to its baseline as a fraction of the type size: half the height of Noto
/// Sans' capitals.
pub(in crate::scene) const BASELINE: f32 = 0.357;

/// The width of a text in type of a size, in the fonts of this machine.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let unit = embedded_widths::width(text, weight);
    unit.unwrap_or_else(|| line(text, weight, Han::default()).width) * size
}

/// The height of the box of a line in type of a size, the same above and below the middle of capitals:
/// at least that of the embedded font, more for fonts that reach farther.
pub fn height(text: &str, size: f32, weight: Weight) -> f32 {
    if embedded_widths::covers(text) {
        return LINE_BOX * size;
    }
    let line = line(text, weight, Han::default());
    let half = (line.above - BASELINE).max(line.below + BASELINE);
    (2.0 * half).max(LINE_BOX) * size
}

/// An estimated width of a text in type of a size, the same on every machine: for layouts, which must not
/// depend on installed fonts.
pub fn nominal_width(text: &str, size: f32, weight: Weight) -> f32 {
    embedded_widths::nominal_width(text, weight) * size
}

/// A text laid out on one line in type of size 1. Han characters have that form unless the text itself
/// asks for another.
pub fn line(text: &str, weight: Weight, han: Han) -> Arc<Line> {
    Fonts::of(text).line(text, weight, han)
}
