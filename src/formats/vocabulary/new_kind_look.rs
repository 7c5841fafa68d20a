//! What a kind looks like that was made of a word.

use crate::model::{Color, Dash, Kind, Sign};

/// Colours of new kinds, which differ from those of the standard kinds and from one another.
const COLORS: [Color; 9] = [
    Color::new(0x7A, 0x4F, 0xA3),
    Color::new(0x8C, 0x6D, 0x1F),
    Color::new(0x3C, 0x7D, 0x8C),
    Color::new(0x6B, 0x7A, 0x2A),
    Color::new(0x5B, 0x61, 0x68),
    Color::new(0x2F, 0x4B, 0x9B),
    Color::new(0x1F, 0x7A, 0x4D),
    Color::new(0x5E, 0x3B, 0x76),
    Color::new(0x4A, 0x6F, 0x87),
];
/// Those of hostile ones, which are red as with the standard kinds. Others have them at last.
const HOSTILE_COLORS: [Color; 3] =
    [Color::new(0xA8, 0x32, 0x32), Color::new(0xB0, 0x3A, 0x6B), Color::new(0x9A, 0x4A, 0x2A)];
/// The dash patterns of new kinds, whatever their sign.
const DASHES: [Dash; 4] = [Dash::DashDot, Dash::Dotted, Dash::Crossed, Dash::Double];

/// A colour and a dash pattern for a kind of some sign, such as as few of these kinds as can be have.
pub fn unused_look<'k, I: Iterator<Item = &'k Kind>>(
    sign: Sign,
    kinds: impl Fn() -> I,
) -> (Color, Dash) {
    let with_dash = |dash: &Dash| kinds().filter(|kind| kind.dash == *dash).count();
    let dash = DASHES.into_iter().min_by_key(with_dash).unwrap_or_default();
    (unused_color(sign, kinds), dash)
}

/// A colour for a kind of some sign that as few of these kinds as can be have.
pub fn unused_color<'k, I: Iterator<Item = &'k Kind>>(sign: Sign, kinds: impl Fn() -> I) -> Color {
    let uses = |color: &Color| kinds().filter(|kind| kind.color == *color).count();
    let (first, last): (&[Color], &[Color]) = match sign {
        Sign::Hostile => (&HOSTILE_COLORS, &COLORS),
        _ => (&COLORS, &HOSTILE_COLORS),
    };
    first.iter().chain(last).copied().min_by_key(uses).unwrap_or_default()
}

/// A name with a capital letter.
pub fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_kinds_have_colours_of_their_own_and_hostile_ones_are_red() {
        let mut kinds: Vec<Kind> = Vec::new();
        let standard = Kind::standard();
        for sign in [Sign::Hostile, Sign::Friendly, Sign::Neutral].into_iter().cycle().take(9) {
            let color = unused_color(sign, || kinds.iter());
            assert!(standard.iter().chain(&kinds).all(|kind| kind.color != color), "{color}");
            let is_red = color.r > 0x90 && color.r > color.g.max(color.b) + 0x20;
            assert_eq!(is_red, sign == Sign::Hostile, "{color}");
            kinds.push(Kind { sign, color, ..standard[0].clone() });
        }
    }
}
