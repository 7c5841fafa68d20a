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

/// Letters of one face and one direction.
pub(super) struct TextRun {
    /// Its letters, escaped.
    pub(super) letters: String,
    /// The attribute that names its fonts, after a space; empty for those of the page.
    pub(super) family: String,
    /// Its left end, from that of the line.
    pub(super) left: f32,
    /// Its width, where the drawing library computes the same.
    pub(super) width: Option<f32>,
}

impl TextRuns {
    /// Shapes a text in type of `size`.
    pub(super) fn of(text: &str, size: f32, weight: Weight, han: Han) -> Self {
        let line = text::line(text, weight, han);
        let run = |piece: &Piece| TextRun {
            letters: letters(text, piece),
            family: family(piece),
            left: piece.x * size,
            width: (piece.is_exact && piece.width > 0.0).then_some(piece.width * size),
        };
        let runs = line.pieces.iter().map(run).collect();
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

/// The letters of a run. Where a right-to-left run begins or ends with a space or punctuation, a mark
/// keeps these from being ordered as if they stood in left-to-right text.
fn letters(text: &str, piece: &Piece) -> String {
    const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
    let text = &text[piece.range.clone()];
    let mut letters = Escaped(text).to_string();
    let is_strong = |letter: Option<char>| {
        letter.is_some_and(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL))
    };
    if piece.is_rtl && !is_strong(text.chars().next()) {
        letters.insert(0, RIGHT_TO_LEFT_MARK);
    }
    if piece.is_rtl && !is_strong(text.chars().next_back()) {
        letters.push(RIGHT_TO_LEFT_MARK);
    }
    letters
}
