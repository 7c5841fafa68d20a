//! A line of text in SVG: which fonts it names, and in which order its pieces stand.
//!
//! Most lines are one piece, and are written as they are. In the others each piece of one face and one
//! direction says where it begins, so that browsers, Inkscape and resvg, which reorder and fall back
//! each in their own way, all show what was measured. The pieces stand in the order of the text, for
//! those who copy it or have it read out.

use std::fmt::Write as _;

use unicode_bidi::{BidiClass, bidi_class};

use super::svg::{N, Xml};
use crate::scene::text::{self, Han, Line, Piece};
use crate::scene::{Weight, font};

/// The point of a line that lies at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text, ready to be written into a text element.
pub(super) struct Lettering {
    /// The attributes that say where it begins and what it is drawn with, each after a space.
    pub(super) attributes: String,
    /// What the element holds.
    pub(super) content: String,
    /// Whether it is of several pieces, each of which would lay its halo over the one before.
    pub(super) is_pieced: bool,
}

impl Lettering {
    /// Sets a text with its anchor at `x`.
    pub(super) fn new(
        text: &str,
        size: f32,
        weight: Weight,
        han: Han,
        anchor: Anchor,
        x: f32,
    ) -> Self {
        let line = text::line(text, weight, han);
        if line.is_plain {
            plain(text, &line, anchor, x)
        } else {
            pieced(text, &line, size, anchor, x)
        }
    }
}

fn plain(text: &str, line: &Line, anchor: Anchor, x: f32) -> Lettering {
    let mut attributes = format!(r#" x="{}""#, N(x));
    attributes.push_str(match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    });
    let piece = line.pieces.first();
    if let Some(piece) = piece {
        attributes.push_str(&family(piece));
    }
    let content = piece.map_or_else(String::new, |piece| letters(text, piece));
    Lettering { attributes, content, is_pieced: false }
}

fn pieced(text: &str, line: &Line, size: f32, anchor: Anchor, x: f32) -> Lettering {
    let width = line.width * size;
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let mut content = String::new();
    for piece in &line.pieces {
        let (x, family) = (N(left + piece.x * size), family(piece));
        // Writing to a String can't fail.
        let _ = write!(content, r#"<tspan x="{x}"{family}>{}</tspan>"#, letters(text, piece));
    }
    Lettering { attributes: String::new(), content, is_pieced: line.pieces.len() > 1 }
}

/// The attribute that names a piece's family, unless it is the page's own.
fn family(piece: &Piece) -> String {
    if piece.family == font::FAMILY {
        return String::new();
    }
    format!(r#" font-family="'{}', {}, sans-serif""#, Xml(&piece.family), font::FAMILY)
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
