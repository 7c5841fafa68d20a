//! The geometry of lines: curves, segments, dash patterns, and the strokes they result in. What a line
//! stands for is not known here, except that patterns show a kind and a status.

mod curve;
pub(super) mod dashes;
mod line_pattern;
mod line_units;
pub(super) mod segment;
mod stroke;

pub use curve::Curve;
pub use dashes::{dash_strokes, double_lines};
pub use line_pattern::{Decoration, Pattern};
pub use line_units::LineUnits;
pub use stroke::Stroke;
