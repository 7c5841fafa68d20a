//! A line of text in SVG: which fonts it names, and in which order its runs stand.
//!
//! Most lines are one run, written as it is. In the others each run of one face and one direction says
//! where it begins: browsers, Inkscape and resvg each reorder and fall back in their own way, and so
//! all show what was measured. The runs stand in the order of the text, for those who copy it or have
//! it read out.

use unicode_bidi::{BidiClass, bidi_class};

use super::xml_escape::Escaped;
use crate::scene::text::{self, Han, Piece};
use crate::scene::{Weight, embedded_font};

/// A line of text, ready to be written into a text element.
pub(super) struct TextRuns {
    /// Its runs in the order of the text.
    pub(super) runs: Vec<TextRun>,
    /// Its width.
    pub(super) width: f32,
    /// Whether it is one run that every viewer anchors correctly; otherwise each run gets its left end.
    pub(super) is_plain: bool,
}

/// Letters of one face and one direction, without spaces at their ends: viewers drop those.
pub(super) struct TextRun {
    /// Its letters, escaped.
    pub(super) letters: String,
    /// Whether a space stands before it.
    pub(super) follows_space: bool,
    /// The attribute that names its fonts, after a space; empty for those of the page.
    pub(super) family: String,
    /// Its left end, from that of the line.
    pub(super) left: f32,
    /// Its width, where every viewer can fit the run to it: Inkscape tears text that is read from right
    /// to left, and the drawing library has its own idea of the width of some.
    pub(super) width: Option<f32>,
}

impl TextRuns {
    /// Shapes a text in type of `size`.
    pub(super) fn of(text: &str, size: f32, weight: Weight, han: Han) -> Self {
        let line = text::line(text, weight, han);
        let space = text::width(" ", 1.0, weight);
        let mut follows_space = false;
        let mut runs = Vec::new();
        for piece in &line.pieces {
            let whole = &text[piece.range.clone()];
            let letters = whole.trim_matches(' ');
            let before = (whole.len() - whole.trim_start_matches(' ').len()) as f32 * space;
            let after = (whole.len() - whole.trim_end_matches(' ').len()) as f32 * space;
            let at_left = if piece.is_rtl { after } else { before };
            let width = piece.width - before - after;
            follows_space |= before > 0.0;
            if letters.is_empty() {
                continue;
            }
            let has_width = piece.is_exact && !piece.is_rtl && width > 0.0;
            runs.push(TextRun {
                letters: in_direction(letters, piece.is_rtl),
                follows_space,
                family: family(piece),
                left: (piece.x + at_left) * size,
                width: has_width.then_some(width * size),
            });
            follows_space = after > 0.0;
        }
        Self { runs, width: line.width * size, is_plain: line.is_plain }
    }
}

/// The attribute that names a run's font family, unless it is the page's own.
fn family(piece: &Piece) -> String {
    if piece.family == embedded_font::FAMILY {
        return String::new();
    }
    format!(r#" font-family="'{}', {}, sans-serif""#, Escaped(&piece.family), embedded_font::FAMILY)
}

/// The letters of a run, escaped. Where a right-to-left run begins or ends with punctuation, marks around it
/// keep this from being ordered as if it stood in left-to-right text.
fn in_direction(letters: &str, is_rtl: bool) -> String {
    const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202E}';
    const POP_DIRECTION: char = '\u{202C}';
    let is_strong = |letter: Option<char>| {
        letter.is_some_and(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL))
    };
    let mut all = letters.chars();
    if !is_rtl || (is_strong(all.next()) && is_strong(all.next_back())) {
        return Escaped(letters).to_string();
    }
    format!("{RIGHT_TO_LEFT_OVERRIDE}{}{POP_DIRECTION}", Escaped(letters))
}
