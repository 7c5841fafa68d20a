//! The embedded font: Noto Sans, the same in the window and in every export.
//!
//! It covers Latin, Greek, Cyrillic and Devanagari. Other letters are drawn with the system's fonts, see
//! [`text`](super).

/// The name of its family, as written in an SVG.
pub const FAMILY: &str = "Noto Sans";

/// Noto Sans Regular, a TrueType font.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");

/// Noto Sans SemiBold, a TrueType font.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-SemiBold.ttf");
