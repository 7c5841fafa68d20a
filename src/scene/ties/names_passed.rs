//! Where ties run below names.
//!
//! A line that meets a name seems to end at its nation. One that doesn't end there has a gap around the name,
//! so that it is seen to pass below it. One that does is drawn on, faintly, between the halo of the name and its
//! letters, so that it is seen to reach its nation. Lines of which there are too many to tell apart, as the pale ones,
//! pass below the halo as they are.

use super::gaps::are_followed;
use super::names_crossed::{NamesOnMap, Span};
use crate::model::Color;
use crate::scene::colors::palette::{contrast, mix};
use crate::scene::labels::{MAX_LINES, MAX_SEARCHED_NAMES};
use crate::scene::{Emphasis, Label, NationMark, Options, Palette, Pattern, TieAtName, TieMark};

/// How much of a tie's colour is left below the letters of its nation's name.
const BELOW_LETTERS: f32 = 0.42;
/// The least contrast of letters to a tie below them.
const LEAST_CONTRAST: f32 = 5.0;
/// A piece of line between two gaps that is shorter than this is left out, at unit 1.
const STUMP: f32 = 5.0;
/// The length of the line that is kept between an end of a tie and a gap, where letters leave it, at unit 1.
const KEPT_AT_ENDS: f32 = 9.0;

/// Lets ties pass below the names of a map: gives them gaps there, and returns what is drawn once more at the names
/// of their own nations, those that look alike together. Where lines are too many to be followed, nothing is done.
pub(in crate::scene) fn pass_names(
    ties: &mut [TieMark],
    nations: &[NationMark],
    labels: &[Label],
    options: &Options,
) -> Vec<TieAtName> {
    ties.iter_mut().for_each(|tie| tie.name_gaps.clear());
    // A draft says how large a map becomes, which no gap changes.
    let is_draft = !options.tie_labels;
    let is_strong = |tie: &TieMark| tie.is_drawn && tie.emphasis > Emphasis::Pale;
    let are_followed = are_followed(ties.iter().filter(|tie| is_strong(tie)).count());
    if is_draft || !are_followed || nations.len() > MAX_SEARCHED_NAMES || ties.len() > MAX_LINES {
        return Vec::new();
    }
    let names = NamesOnMap::new(nations, labels, options.unit);
    let palette = Palette::of(options.theme);
    let mut at_names = Vec::new();
    for (index, tie) in ties.iter_mut().enumerate() {
        if !tie.is_drawn {
            continue;
        }
        for (name, span) in names.own(tie) {
            let label = &labels[name];
            tie.name_gaps.push(span.around);
            at_names.push(TieAtName {
                tie: index,
                name: label.owner,
                curve: tie.curve.part(span.around[0], span.around[1]),
                color: below_letters(tie.color, label, &palette),
                width: tie.width,
                pattern: plain(&tie.pattern),
            });
        }
        if is_strong(tie) {
            let foreign = names.foreign(tie);
            let gaps: Vec<[f32; 2]> = foreign.iter().map(|span| gap(span, tie, options)).collect();
            tie.name_gaps.extend(joined(gaps, tie, options));
        }
        tie.name_gaps.sort_by(|a, b| a[0].total_cmp(&b[0]));
    }
    let look = |part: &TieAtName| (part.color.r, part.color.g, part.color.b, part.width.to_bits());
    at_names.sort_by_key(|part| (look(part), part.tie));
    at_names
}

/// The gap around a name: its margin gives way to what shows where the tie ends.
fn gap(span: &Span, tie: &TieMark, options: &Options) -> [f32; 2] {
    let kept = KEPT_AT_ENDS * options.unit / tie.curve.length().max(f32::MIN_POSITIVE);
    let [from, to] = span.around;
    let [first, last] = span.letters;
    [from.max(kept.min(first)), to.min((1.0 - kept).max(last))]
}

/// Gaps without the stumps between them and those below marks.
fn joined(mut gaps: Vec<[f32; 2]>, tie: &TieMark, options: &Options) -> Vec<[f32; 2]> {
    let stump = STUMP * options.unit / tie.curve.length().max(f32::MIN_POSITIVE);
    let others: Vec<[f32; 2]> = gaps.iter().chain(&tie.gaps).copied().collect();
    for gap in &mut gaps {
        let next = others.iter().map(|other| other[0]).filter(|next| *next > gap[1]);
        let next = next.fold(f32::INFINITY, f32::min);
        let before = others.iter().map(|other| other[1]).filter(|before| *before < gap[0]);
        let before = before.fold(f32::NEG_INFINITY, f32::max);
        if next - gap[1] < stump {
            gap[1] = next;
        }
        if gap[0] - before < stump {
            gap[0] = before;
        }
    }
    gaps
}

/// The colour of a tie below the letters of a label.
fn below_letters(color: Color, label: &Label, palette: &Palette) -> Color {
    const STEPS: u8 = 8;
    let strength = |step: u8| BELOW_LETTERS * f32::from(STEPS - step) / f32::from(STEPS);
    let mut fainter = (0..STEPS).map(|step| mix(palette.canvas, color, strength(step)));
    let is_clear = |faint: &Color| contrast(label.color, *faint) >= LEAST_CONTRAST;
    fainter.find(is_clear).unwrap_or(palette.canvas)
}

/// A pattern without what is drawn across the line.
fn plain(pattern: &Pattern) -> Pattern {
    Pattern { decoration: pattern.decoration.lines(), ..pattern.clone() }
}
