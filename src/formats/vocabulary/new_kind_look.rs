//! What a kind looks like that was made of a word.

use crate::model::{Color, Dash, Kind};

/// Colours of new kinds, which differ from those of the standard kinds and from one another.
const COLORS: [Color; 12] = [
    Color::new(0x7A, 0x4F, 0xA3),
    Color::new(0x8C, 0x6D, 0x1F),
    Color::new(0xB0, 0x3A, 0x6B),
    Color::new(0x3C, 0x7D, 0x8C),
    Color::new(0x6B, 0x7A, 0x2A),
    Color::new(0x5B, 0x61, 0x68),
    Color::new(0x2F, 0x4B, 0x9B),
    Color::new(0x9A, 0x4A, 0x2A),
    Color::new(0x1F, 0x7A, 0x4D),
    Color::new(0xA8, 0x32, 0x32),
    Color::new(0x5E, 0x3B, 0x76),
    Color::new(0x4A, 0x6F, 0x87),
];
/// The dash patterns of new kinds, whatever their sign.
const DASHES: [Dash; 4] = [Dash::DashDot, Dash::Dotted, Dash::Crossed, Dash::Double];

/// A colour and a dash pattern that as few of these kinds as can be have.
pub fn unused_look<'k, I: Iterator<Item = &'k Kind>>(kinds: impl Fn() -> I) -> (Color, Dash) {
    let with_dash = |dash: &Dash| kinds().filter(|kind| kind.dash == *dash).count();
    let dash = DASHES.into_iter().min_by_key(with_dash).unwrap_or_default();
    (unused_color(kinds), dash)
}

/// A colour that as few of these kinds as can be have.
pub fn unused_color<'k, I: Iterator<Item = &'k Kind>>(kinds: impl Fn() -> I) -> Color {
    let with_color = |color: &Color| kinds().filter(|kind| kind.color == *color).count();
    COLORS.into_iter().min_by_key(with_color).unwrap_or_default()
}

/// A name with a capital letter.
pub fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
