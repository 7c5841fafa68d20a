//! A line of text in SVG: which fonts it names, and in which order its pieces stand.
//!
//! Most lines are one piece, and are written as they are. In the others each piece of one face and one
//! direction says where it begins, so that browsers, Inkscape and resvg, which reorder and fall back
//! each in their own way, all show what was measured. The pieces stand in the order of the text, for
//! those who copy it or have it read out.

use unicode_bidi::{BidiClass, bidi_class};

use super::Xml;
use crate::scene::text::{self, Han, Piece};
use crate::scene::{Weight, embedded_font};

/// A line of text, ready to be written into a text element.
pub(super) struct Lettering {
    /// Its pieces in the order of the text.
    pub(super) runs: Vec<Run>,
    /// How wide it is.
    pub(super) width: f32,
    /// Whether it is one piece that every viewer anchors rightly; else each piece gets its left end.
    pub(super) is_plain: bool,
}

/// A piece of a line.
pub(super) struct Run {
    /// Its letters, escaped.
    pub(super) letters: String,
    /// The attribute that names its fonts, after a space; empty for those of the page.
    pub(super) family: String,
    /// Its left end, from that of the line.
    pub(super) left: f32,
    /// How wide it is, where the drawing library reckons the same.
    pub(super) width: Option<f32>,
}

impl Lettering {
    /// Sets a text.
    pub(super) fn new(text: &str, size: f32, weight: Weight, han: Han) -> Self {
        let line = text::line(text, weight, han);
        let run = |piece: &Piece| Run {
            letters: letters(text, piece),
            family: family(piece),
            left: piece.x * size,
            width: (piece.is_exact && piece.width > 0.0).then_some(piece.width * size),
        };
        let runs = line.pieces.iter().map(run).collect();
        Self { runs, width: line.width * size, is_plain: line.is_plain }
    }
}

/// The attribute that names a piece's family, unless it is the page's own.
fn family(piece: &Piece) -> String {
    if piece.family == embedded_font::FAMILY {
        return String::new();
    }
    format!(r#" font-family="'{}', {}, sans-serif""#, Xml(&piece.family), embedded_font::FAMILY)
}

/// The letters of a piece. Where one that is read from right to left begins or ends with a space or a
/// sign, a mark keeps these from being ordered as if they stood in English text.
fn letters(text: &str, piece: &Piece) -> String {
    const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
    let text = &text[piece.range.clone()];
    let mut letters = Xml(text).to_string();
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
