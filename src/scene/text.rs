//! How wide text is, and how it is broken into lines: measured in the embedded fonts.

use std::sync::OnceLock;

use ttf_parser::Face;

use super::font;

/// The weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Noto Sans Regular, 400.
    Regular,
    /// Noto Sans SemiBold, 600.
    SemiBold,
}

/// The width of a text in type of that size.
///
/// Kerning is left out, so that the width is never less than what is drawn by more than a pixel or
/// so. A letter that the fonts lack counts as a full square when it is East Asian, else as 0.6 of one.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|c| advance(c, weight)).sum::<f32>() * size
}

/// The text as it can be drawn on one line: each run of spaces and control characters is one space.
pub fn clean(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text, cut after a letter and closed with “…” where it is wider than `limit`.
pub fn ellipsis(text: &str, size: f32, weight: Weight, limit: f32) -> String {
    if width(text, size, weight) <= limit {
        return text.to_owned();
    }
    let mut left = limit - width("…", size, weight);
    let fits = |c: &char| {
        left -= advance(*c, weight) * size;
        left >= 0.0
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept.trim_end().to_owned() + "…"
}

/// The text on one line, or on two of like width where it is wider than `limit` and has a space; a
/// line that still doesn't fit is cut.
pub fn wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    if width(text, size, weight) <= limit {
        return vec![text.to_owned()];
    }
    let widest = |(a, b): &(&str, &str)| width(a, size, weight).max(width(b, size, weight));
    let breaks = text.match_indices(' ').map(|(i, _)| (&text[..i], &text[i + 1..]));
    let best = breaks.take(64).min_by(|a, b| widest(a).total_cmp(&widest(b)));
    let lines = best.map_or_else(|| vec![text], |(first, second)| vec![first, second]);
    lines.into_iter().map(|line| ellipsis(line, size, weight, limit)).collect()
}

/// Marks that only steer the direction or joining of text, and would count as letters.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// How far a letter moves on, in type of size 1.
fn advance(letter: char, weight: Weight) -> f32 {
    static REGULAR: OnceLock<Advances> = OnceLock::new();
    static SEMIBOLD: OnceLock<Advances> = OnceLock::new();
    let advances = match weight {
        Weight::Regular => REGULAR.get_or_init(|| Advances::of(font::REGULAR)),
        Weight::SemiBold => SEMIBOLD.get_or_init(|| Advances::of(font::SEMIBOLD)),
    };
    advances.of_letter(letter)
}

/// The advances of a font, those of ASCII looked up once.
struct Advances {
    ascii: [f32; 128],
    face: Option<Face<'static>>,
}

impl Advances {
    fn of(data: &'static [u8]) -> Self {
        let mut advances = Self { ascii: [0.6; 128], face: Face::parse(data, 0).ok() };
        for code in 0..128u8 {
            advances.ascii[usize::from(code)] = advances.look_up(char::from(code));
        }
        advances
    }

    fn of_letter(&self, letter: char) -> f32 {
        let ascii = self.ascii.get(letter as usize);
        ascii.copied().unwrap_or_else(|| self.look_up(letter))
    }

    fn look_up(&self, letter: char) -> f32 {
        let glyph = |face: &Face<'static>| {
            let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f32::from(advance) / f32::from(face.units_per_em()))
        };
        let wide =
            matches!(letter, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{FFEF}' | '\u{1F000}'..);
        let guess = if wide { 1.0 } else { 0.6 };
        self.face.as_ref().and_then(glyph).unwrap_or(guess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_grow_with_size_and_weight() {
        let regular = width("New Zealand", 13.0, Weight::Regular);
        assert!((60.0..90.0).contains(&regular), "{regular}");
        assert!(width("New Zealand", 13.0, Weight::SemiBold) > regular);
        assert!((width("New Zealand", 26.0, Weight::Regular) - 2.0 * regular).abs() < 0.01);
        assert_eq!(width("日本", 10.0, Weight::Regular), 20.0);
    }

    #[test]
    fn long_names_take_two_lines_and_endless_ones_are_cut() {
        let lines = wrap("Democratic Republic of the Congo", 13.0, Weight::SemiBold, 140.0);
        assert_eq!(lines, ["Democratic Republic", "of the Congo"]);
        let cut = wrap(&"x".repeat(10_000), 13.0, Weight::SemiBold, 140.0);
        assert!(cut.len() == 1 && cut[0].ends_with('…'));
        assert!(width(&cut[0], 13.0, Weight::SemiBold) <= 140.0);
    }

    #[test]
    fn cleaning_leaves_one_line_of_visible_text() {
        assert_eq!(clean(" a\u{0}b\n\tc\u{202E} d "), "a b c d");
    }
}
