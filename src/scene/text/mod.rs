//! Text: its fonts, its visual order, its width, and its lines.
//!
//! Latin, Greek, Cyrillic and Devanagari are set in the embedded font and look the same everywhere.
//! Other letters are looked for in the system's fonts, and the exports draw them in the very faces in
//! which they were measured. What the texts say is not known here.

mod cache;
mod clean;
pub mod embedded_font;
mod embedded_widths;
mod font_coverage;
mod font_fallback;
mod font_families;
mod fonts;
mod han;
mod line;
mod line_breaks;
mod line_layout;
mod measure;
mod missing_letters;
mod shaping;
mod weight;
mod wrap;

#[cfg(test)]
mod tests;

pub(super) use cache::Cache;
pub use clean::clean;
pub use embedded_widths::{covers, stands_alone};
pub use fonts::Fonts;
pub use han::Han;
pub use line::{Line, Piece};
pub(super) use measure::{BASELINE, LINE_BOX};
pub use measure::{height, line, nominal_width, width};
pub use missing_letters::{Missing, missing, missing_from};
pub use weight::Weight;
pub use wrap::{Block, ellipsis, nominal_wrap, wrap};
