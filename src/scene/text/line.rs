//! A line of text: cut into pieces of one direction and one face, in the order in which they are
//! seen.

use std::ops::Range;

use fontdb::ID;
use unicode_bidi::{BidiInfo, ParagraphInfo};
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation as _;

use super::font_fallback;
use super::font_fallback::Han;
use super::fonts::Fonts;
use super::shaping::{Shaped, shape};
use super::{Weight, embedded_widths};

/// The longest text that is set with all care, in bytes; what follows is estimated.
const LONGEST: usize = 4096;

/// A line of text in type of size 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// How wide it is.
    pub width: f32,
    /// How far its faces reach above the baseline: their ascent.
    pub above: f32,
    /// How far they reach below it.
    pub below: f32,
    /// Its pieces in the order of the text.
    pub pieces: Vec<Piece>,
    /// Whether a drawer that sets the whole line in the first piece's family does so rightly: it is of
    /// one piece, and as wide as the drawer thinks.
    pub is_plain: bool,
}

/// A piece of a line: one direction, one face, one way of joining letters.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its left edge, from that of the line.
    pub x: f32,
    /// How wide it is.
    pub width: f32,
    /// The family of its face.
    pub family: String,
    /// Whether the drawing library reckons it just as wide; else a place has to be given to what follows.
    pub is_exact: bool,
    /// Whether it is read from right to left.
    pub is_rtl: bool,
}

/// What a piece is drawn with: a face, and the script by whose rules its letters join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Voice {
    face: ID,
    script: Option<Script>,
}

/// A cluster of letters that stand or fall together, with what decides about its face.
struct Cluster<'a> {
    start: usize,
    text: &'a str,
    voice: Option<Voice>,
    /// Whether its neighbours may be drawn with its face.
    leads: bool,
}

impl Line {
    /// Sets a text on one line.
    pub(super) fn set(fonts: &Fonts, text: &str, weight: Weight, han: Han) -> Self {
        let end = text.floor_char_boundary(LONGEST);
        let (text, rest) = text.split_at(end);
        let han = Han::in_text(text).unwrap_or(han);
        let voices = voices(fonts, text, weight, han);
        let bidi = BidiInfo::new(text, None);
        let (above, below) = fonts.reach(fonts.base(weight));
        let mut line = Self { width: 0.0, above, below, pieces: Vec::new(), is_plain: true };
        for paragraph in &bidi.paragraphs {
            for (range, is_rtl) in seen(&bidi, paragraph) {
                for (range, voice) in split(&voices, range, is_rtl) {
                    line.add(fonts, text, range, voice, is_rtl);
                }
            }
        }
        line.is_plain &= line.pieces.len() <= 1;
        line.pieces.sort_by_key(|piece| piece.range.start);
        line.width += embedded_widths::nominal_width(rest, weight);
        line
    }

    /// Adds a piece at the right end of what stands, or several where it has to be cut.
    fn add(&mut self, fonts: &Fonts, text: &str, range: Range<usize>, voice: Voice, is_rtl: bool) {
        let whole = shape(fonts, &text[range.clone()], voice.face, is_rtl);
        self.is_plain &= !whole.ends_wide;
        let (above, below) = fonts.reach(voice.face);
        (self.above, self.below) = (self.above.max(above), self.below.max(below));
        let cuts: Vec<usize> = whole.cuts.iter().map(|cut| range.start + cut).collect();
        let mut start = range.start;
        for end in cuts.iter().copied().chain([range.end]) {
            let Shaped { width, ends_wide, .. } = if cuts.is_empty() {
                Shaped { cuts: Vec::new(), ..whole }
            } else {
                shape(fonts, &text[start..end], voice.face, is_rtl)
            };
            self.pieces.push(Piece {
                range: start..end,
                x: self.width,
                width,
                is_exact: !ends_wide,
                family: fonts.family_name(voice.face).to_owned(),
                is_rtl,
            });
            self.width += width;
            start = end;
        }
    }
}

/// The parts of a paragraph in the order in which they are seen from left to right, and which of
/// them are read from right to left (Unicode Standard Annex 9).
fn seen(bidi: &BidiInfo<'_>, paragraph: &ParagraphInfo) -> Vec<(Range<usize>, bool)> {
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let direction = |run: &Range<usize>| levels.get(run.start).is_some_and(|level| level.is_rtl());
    runs.into_iter()
        .filter(|run| !run.is_empty())
        .map(|run| (run.clone(), direction(&run)))
        .collect()
}

/// Cuts a part where the voice changes, in the order in which the pieces are seen.
fn split(
    voices: &[(usize, Voice)],
    range: Range<usize>,
    is_rtl: bool,
) -> Vec<(Range<usize>, Voice)> {
    let first = voices.partition_point(|(start, _)| *start <= range.start).saturating_sub(1);
    let starts = voices.iter().skip(first).take_while(|(start, _)| *start < range.end);
    let mut pieces: Vec<(Range<usize>, Voice)> = Vec::new();
    for (start, voice) in starts {
        let start = (*start).max(range.start);
        match pieces.last_mut() {
            Some((_, last)) if last == voice => {}
            last => {
                if let Some((before, _)) = last {
                    before.end = start;
                }
                pieces.push((start..range.end, *voice));
            }
        }
    }
    if is_rtl {
        pieces.reverse();
    }
    pieces
}

/// Where each cluster of a text begins, and its voice.
fn voices(fonts: &Fonts, text: &str, weight: Weight, han: Han) -> Vec<(usize, Voice)> {
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
                voice: face.map(|face| Voice {
                    face: face.unwrap_or_else(|| fonts.base(weight)),
                    script: joining(script),
                }),
                leads: decides && !is_emoji,
            }
        })
        .collect();
    let mut before = None;
    let mut at = 0;
    while at < clusters.len() {
        if clusters[at].voice.is_some() {
            before = clusters[at].voice.filter(|_| clusters[at].leads);
            at += 1;
            continue;
        }
        let after = clusters[at..].iter().position(|cluster| cluster.voice.is_some());
        let end = after.map_or(clusters.len(), |after| at + after);
        let next = clusters.get(end).filter(|cluster| cluster.leads).and_then(|c| c.voice);
        for cluster in &mut clusters[at..end] {
            cluster.voice = Some(neutral(fonts, cluster.text, weight, han, before, next));
        }
        at = end;
    }
    clusters.iter().filter_map(|cluster| Some((cluster.start, cluster.voice?))).collect()
}

/// The voice of a space, figure or sign: that of the letters on both sides where these agree, as far
/// as their face has it; else the embedded one.
fn neutral(
    fonts: &Fonts,
    cluster: &str,
    weight: Weight,
    han: Han,
    before: Option<Voice>,
    after: Option<Voice>,
) -> Voice {
    let agreed = match (before, after) {
        (Some(before), Some(after)) => (before == after).then_some(before),
        (before, after) => before.or(after),
    };
    let base = Voice { face: fonts.base(weight), script: None };
    let candidates = [agreed, Some(base), before, after];
    let has = |voice: &Voice| fonts.has(voice.face, cluster);
    candidates.into_iter().flatten().find(has).unwrap_or_else(|| {
        fonts.choose(cluster, weight, han).map_or(base, |face| Voice { face, script: None })
    })
}

/// A script whose letters the shaper sets by rules of its own; the others may stand in one piece.
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
