//! The type: Noto Sans, embedded, the same in the window and in every export.
//!
//! The files cover Latin, Greek, Cyrillic and Devanagari; other letters are drawn with the fonts of the
//! system, see [`text`](super::text).

/// The family's name, as written in an SVG.
pub const FAMILY: &str = "Noto Sans";

/// Noto Sans Regular, a TrueType font.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Regular.ttf");

/// Noto Sans SemiBold, a TrueType font.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSans-SemiBold.ttf");
