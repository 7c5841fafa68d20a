//! Which letters a font has.

use ttf_parser::Face;

/// The letters of a font, as sorted ranges that don't touch.
pub(super) struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    /// No letters.
    pub(super) const NONE: Self = Self(Vec::new());

    /// Reads the letters that a font has.
    pub(super) fn of(face: &Face<'_>) -> Self {
        let mut letters = Vec::new();
        for subtable in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            if subtable.is_unicode() {
                subtable.codepoints(|code| {
                    let has = |code| subtable.glyph_index(code).is_some_and(|glyph| glyph.0 != 0);
                    if char::from_u32(code).is_some() && has(code) {
                        letters.push(code);
                    }
                });
            }
        }
        letters.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for code in letters {
            match ranges.last_mut() {
                Some((_, last)) if code <= *last + 1 => *last = code,
                _ => ranges.push((code, code)),
            }
        }
        ranges.shrink_to_fit();
        Self(ranges)
    }

    /// Whether the font has a letter.
    pub(super) fn has(&self, letter: char) -> bool {
        let code = u32::from(letter);
        let after = self.0.partition_point(|(first, _)| *first <= code);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, last)| code <= *last)
    }
}

#[cfg(test)]
mod tests {
    use super::super::embedded_font;
    use super::*;

    #[test]
    fn the_embedded_font_has_latin_and_devanagari_but_no_thai() {
        let face = Face::parse(embedded_font::REGULAR, 0).expect("a font");
        let coverage = Coverage::of(&face);
        for letter in ['A', 'é', 'Ω', 'Я', 'ह', '…'] {
            assert!(coverage.has(letter), "{letter}");
        }
        for letter in ['ไ', '日', '\u{10FFFF}'] {
            assert!(!coverage.has(letter), "{letter}");
        }
        assert!(!Coverage::NONE.has('A'));
    }
}
