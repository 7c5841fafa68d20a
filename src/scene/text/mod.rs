//! Text: which fonts have its letters, in which order they are seen, how wide it is, and how it is
//! broken into lines.
//!
//! Latin, Greek, Cyrillic and Devanagari are set in the embedded font and are the same everywhere;
//! other letters are looked for in the system's fonts, and the exports draw them with the very faces
//! that they were measured in.

mod embedded_widths;
mod font_coverage;
mod font_fallback;
mod fonts;
mod line;
mod line_breaks;
mod missing_letters;
mod shaping;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation as _;

use super::embedded_font;
pub use embedded_widths::{covers, stands_alone};
pub use font_fallback::Han;
pub use fonts::Fonts;
pub use line::{Line, Piece};
pub use missing_letters::{Missing, missing, missing_from};

/// The weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400; Noto Sans Regular.
    Regular,
    /// 600; Noto Sans SemiBold.
    SemiBold,
}

impl Weight {
    /// The embedded font of that weight.
    const fn embedded(self) -> &'static [u8] {
        match self {
            Self::Regular => embedded_font::REGULAR,
            Self::SemiBold => embedded_font::SEMIBOLD,
        }
    }

    /// Its place among the two.
    const fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::SemiBold => 1,
        }
    }
}

/// The width of a text in type of that size, in the fonts of this machine.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let unit = embedded_widths::width(text, weight);
    unit.unwrap_or_else(|| line(text, weight, Han::default()).width) * size
}

/// The height of a line's box in type of that size, the same above and below the middle of capitals: at
/// least that of the embedded font, more where the fonts of this machine reach farther.
pub fn height(text: &str, size: f32, weight: Weight) -> f32 {
    use super::Label;
    if embedded_widths::covers(text) {
        return Label::LINE_BOX * size;
    }
    let line = line(text, weight, Han::default());
    let half = (line.above - Label::BASELINE).max(line.below + Label::BASELINE);
    (2.0 * half).max(Label::LINE_BOX) * size
}

/// The width of a text in type of that size, the same on every machine: for layouts, which must not
/// depend on installed fonts. Letters that the embedded font lacks are estimated.
pub fn nominal_width(text: &str, size: f32, weight: Weight) -> f32 {
    embedded_widths::nominal_width(text, weight) * size
}

/// A text set on one line in type of size 1, Han letters in the forms of that country unless the text
/// itself says otherwise.
pub fn line(text: &str, weight: Weight, han: Han) -> Arc<Line> {
    Fonts::of(text).line(text, weight, han)
}

/// The text as it can be drawn on one line: each run of spaces and control characters is one space.
pub fn clean(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text, cut after a letter and closed with “…” where it is wider than `limit`.
pub fn ellipsis(text: &str, size: f32, weight: Weight, limit: f32) -> String {
    cut(text, limit, &|text| width(text, size, weight))
}

/// The text on one line, or on two of like width where it is wider than `limit` and may be broken; a
/// line that still doesn't fit is cut.
pub fn wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    broken(text, limit, &|text| width(text, size, weight))
}

/// As [`wrap`], the same on every machine: see [`nominal_width`].
pub fn nominal_wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    broken(text, limit, &|text| nominal_width(text, size, weight))
}

/// The longest beginning of a text that fits together with “…”, or the whole where it fits.
fn cut(text: &str, limit: f32, width: &dyn Fn(&str) -> f32) -> String {
    /// No more letters than this are tried: no line is that long.
    const MOST: usize = 1024;
    let ends = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len());
    let mut ends: Vec<usize> = ends.take(MOST).collect();
    let is_short = ends.last().is_none_or(|end| *end == text.len());
    if is_short && width(text) <= limit {
        return text.to_owned();
    }
    let closed = |end: usize| text[..end].trim_end().to_owned() + "…";
    let fitting = ends.partition_point(|end| width(&closed(*end)) <= limit);
    ends.truncate(fitting);
    // Letters that join may make a longer beginning narrower: look back until it fits.
    while ends.last().is_some_and(|end| width(&closed(*end)) > limit) {
        ends.pop();
    }
    closed(ends.last().copied().unwrap_or(0))
}

fn broken(text: &str, limit: f32, width: &dyn Fn(&str) -> f32) -> Vec<String> {
    /// No more places to break are tried than this.
    const MOST: usize = 64;
    if text.len() < 16 * 1024 && width(text) <= limit {
        return vec![text.to_owned()];
    }
    let widest = |(a, b): &(&str, &str)| width(a).max(width(b));
    let best = |lines: &mut dyn Iterator<Item = (&'_ str, &'_ str)>| -> Option<(usize, f32)> {
        let ranked = lines.map(|lines| (lines.0.len(), widest(&lines)));
        ranked.min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let spaces = text.match_indices(' ').take(MOST);
    let at_space = best(&mut spaces.map(|(i, _)| (&text[..i], &text[i + 1..])));
    let places = if at_space.is_some_and(|(_, widest)| widest <= limit) || text.is_ascii() {
        Vec::new()
    } else {
        nearest_to_middle(line_breaks::opportunities(text), text.len(), MOST)
    };
    let between = best(&mut places.iter().map(|i| text.split_at(*i)));
    let lines = match (at_space, between) {
        (at_space, Some((at, width))) if at_space.is_none_or(|(_, other)| width < other) => {
            let (first, second) = text.split_at(at);
            vec![first, second]
        }
        (Some((at, _)), _) => vec![&text[..at], &text[at + 1..]],
        _ => vec![text],
    };
    lines.into_iter().map(|line| cut(line, limit, width)).collect()
}

/// Those of some places that lie nearest to the middle of a text, in order.
fn nearest_to_middle(mut places: Vec<usize>, length: usize, most: usize) -> Vec<usize> {
    places.sort_by_key(|place| (place * 2).abs_diff(length));
    places.truncate(most);
    places.sort_unstable();
    places
}

/// Marks that only steer the direction of text, and would be drawn as boxes by some fonts. Those that
/// steer joining stay.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
