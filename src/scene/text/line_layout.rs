//! Lays out a line of text: splits it into pieces of one direction and one face, in visual order.

use std::ops::Range;
use std::sync::Arc;

use fontdb::ID;
use unicode_bidi::{BidiInfo, ParagraphInfo};
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::Fonts;
use super::han::Han;
use super::line::{Line, Piece};
use super::shaping::{Shaped, shape};
use super::{Weight, embedded_widths, font_fallback};

/// The maximum number of bytes that are laid out; the width of what follows is estimated.
const MAX_BYTES: usize = 4096;

/// The style of a piece: its face, and the script by whose rules its letters join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PieceStyle {
    face: ID,
    script: Option<Script>,
}

/// A grapheme cluster, with what determines its face.
struct Cluster<'a> {
    start: usize,
    text: &'a str,
    /// `None` until it is derived from the neighbours.
    style: Option<PieceStyle>,
    /// Whether neutral neighbours may be drawn in its style.
    spreads: bool,
}

impl Fonts {
    /// A text laid out on one line in type of size 1. The result is cached unless the text is very long.
    pub fn line(&self, text: &str, weight: Weight, han: Han) -> Arc<Line> {
        const MAX_CACHED_BYTES: usize = 400;
        if text.len() > MAX_CACHED_BYTES {
            return Arc::new(Line::new(self, text, weight, han));
        }
        let key = (text.to_owned(), weight, han);
        if let Some(line) = self.lines.get(&key) {
            return line;
        }
        let line = Arc::new(Line::new(self, text, weight, han));
        self.lines.insert(key, Arc::clone(&line));
        line
    }
}

impl Line {
    /// Lays out a text on one line.
    fn new(fonts: &Fonts, text: &str, weight: Weight, han: Han) -> Self {
        let end = text.floor_char_boundary(MAX_BYTES);
        let (text, rest) = text.split_at(end);
        let han = Han::in_text(text).unwrap_or(han);
        let styles = styles(fonts, text, weight, han);
        let bidi = BidiInfo::new(text, None);
        let (above, below) = fonts.ascent_and_descent(fonts.base(weight));
        let mut line = Self { width: 0.0, above, below, pieces: Vec::new(), is_plain: true };
        for paragraph in &bidi.paragraphs {
            for (range, is_rtl) in visual_runs(&bidi, paragraph) {
                for (range, style) in split(&styles, range, is_rtl) {
                    line.add(fonts, text, range, style, is_rtl);
                }
            }
        }
        line.is_plain &= line.pieces.len() <= 1;
        line.pieces.sort_by_key(|piece| piece.range.start);
        line.width += embedded_widths::nominal_width(rest, weight);
        line
    }

    /// Adds a piece at the right end, or several if it has to be cut.
    fn add(
        &mut self,
        fonts: &Fonts,
        text: &str,
        range: Range<usize>,
        style: PieceStyle,
        is_rtl: bool,
    ) {
        let whole = shape(fonts, &text[range.clone()], style.face, is_rtl);
        self.is_plain &= !whole.ends_wide;
        let (above, below) = fonts.ascent_and_descent(style.face);
        (self.above, self.below) = (self.above.max(above), self.below.max(below));
        let cuts: Vec<usize> = whole.cuts.iter().map(|cut| range.start + cut).collect();
        let mut start = range.start;
        for end in cuts.iter().copied().chain([range.end]) {
            let Shaped { width, ends_wide, .. } = if cuts.is_empty() {
                Shaped { cuts: Vec::new(), ..whole }
            } else {
                shape(fonts, &text[start..end], style.face, is_rtl)
            };
            self.pieces.push(Piece {
                range: start..end,
                x: self.width,
                width,
                is_exact: !ends_wide,
                family: fonts.family_name(style.face).to_owned(),
                is_rtl,
            });
            self.width += width;
            start = end;
        }
    }
}

/// The runs of a paragraph in visual order from left to right, with whether each is read from right to
/// left (Unicode Standard Annex 9).
fn visual_runs(bidi: &BidiInfo<'_>, paragraph: &ParagraphInfo) -> Vec<(Range<usize>, bool)> {
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let direction = |run: &Range<usize>| levels.get(run.start).is_some_and(|level| level.is_rtl());
    runs.into_iter()
        .filter(|run| !run.is_empty())
        .map(|run| (run.clone(), direction(&run)))
        .collect()
}

/// Splits a run where the style changes, in visual order.
fn split(
    styles: &[(usize, PieceStyle)],
    range: Range<usize>,
    is_rtl: bool,
) -> Vec<(Range<usize>, PieceStyle)> {
    let first = styles.partition_point(|(start, _)| *start <= range.start).saturating_sub(1);
    let starts = styles.iter().skip(first).take_while(|(start, _)| *start < range.end);
    let mut pieces: Vec<(Range<usize>, PieceStyle)> = Vec::new();
    for (start, style) in starts {
        let start = (*start).max(range.start);
        match pieces.last_mut() {
            Some((_, last)) if last == style => {}
            last => {
                if let Some((before, _)) = last {
                    before.end = start;
                }
                pieces.push((start..range.end, *style));
            }
        }
    }
    if is_rtl {
        pieces.reverse();
    }
    pieces
}

/// The start of each grapheme cluster of a text, with its style.
fn styles(fonts: &Fonts, text: &str, weight: Weight, han: Han) -> Vec<(usize, PieceStyle)> {
    let clusters = text.grapheme_indices(true);
    let mut clusters: Vec<Cluster<'_>> = clusters
        .map(|(start, cluster)| {
            let script = font_fallback::script(cluster);
            let is_emoji = font_fallback::is_emoji(cluster);
            let decides = script != Script::Common || is_emoji;
            let face = decides.then(|| fonts.choose(cluster, weight, han));
            Cluster {
                start,
                text: cluster,
                style: face.map(|face| PieceStyle {
                    face: face.unwrap_or_else(|| fonts.base(weight)),
                    script: joining(script),
                }),
                spreads: decides && !is_emoji,
            }
        })
        .collect();
    let mut before = None;
    let mut at = 0;
    while at < clusters.len() {
        if clusters[at].style.is_some() {
            before = clusters[at].style.filter(|_| clusters[at].spreads);
            at += 1;
            continue;
        }
        let after = clusters[at..].iter().position(|cluster| cluster.style.is_some());
        let end = after.map_or(clusters.len(), |after| at + after);
        let next = clusters.get(end).filter(|cluster| cluster.spreads).and_then(|c| c.style);
        for cluster in &mut clusters[at..end] {
            cluster.style = Some(neutral_style(fonts, cluster.text, weight, han, before, next));
        }
        at = end;
    }
    clusters.iter().filter_map(|cluster| Some((cluster.start, cluster.style?))).collect()
}

/// The style of a space, digit or symbol: that of the letters on both sides if these agree and their face
/// has it; else the embedded one.
fn neutral_style(
    fonts: &Fonts,
    cluster: &str,
    weight: Weight,
    han: Han,
    before: Option<PieceStyle>,
    after: Option<PieceStyle>,
) -> PieceStyle {
    let agreed = match (before, after) {
        (Some(before), Some(after)) => (before == after).then_some(before),
        (before, after) => before.or(after),
    };
    let base = PieceStyle { face: fonts.base(weight), script: None };
    let candidates = [agreed, Some(base), before, after];
    let has = |style: &PieceStyle| fonts.has(style.face, cluster);
    candidates.into_iter().flatten().find(has).unwrap_or_else(|| {
        fonts.choose(cluster, weight, han).map_or(base, |face| PieceStyle { face, script: None })
    })
}

/// The script, if the shaper has special rules for it; letters of all others may share a piece.
const fn joining(script: Script) -> Option<Script> {
    match script {
        Script::Latin
        | Script::Greek
        | Script::Cyrillic
        | Script::Armenian
        | Script::Georgian
        | Script::Han
        | Script::Hiragana
        | Script::Katakana
        | Script::Bopomofo
        | Script::Hangul
        | Script::Common
        | Script::Inherited
        | Script::Unknown => None,
        joining => Some(joining),
    }
}
