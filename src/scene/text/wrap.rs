//! Wraps texts, and cuts off what doesn't fit.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::measure::{nominal_width, width};
use super::{Weight, line_breaks};

/// A space for the lines of a text.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The maximum width of a line.
    pub width: f32,
    /// The maximum number of lines.
    pub lines: usize,
}

/// A text on as few lines as possible, of similar width, in the first of some blocks that holds it. In the
/// last block words that are too long are broken between letters, and what still doesn't fit is cut at the
/// very end.
pub fn wrap(text: &str, size: f32, weight: Weight, blocks: &[Block]) -> Vec<String> {
    broken(text, blocks, &|text| width(text, size, weight))
}

/// As [`wrap`], but the same on every machine, see [`nominal_width`].
pub fn nominal_wrap(text: &str, size: f32, weight: Weight, blocks: &[Block]) -> Vec<String> {
    broken(text, blocks, &|text| nominal_width(text, size, weight))
}

/// A text, cut after a letter and closed with “…” if it is wider than `limit`.
pub fn ellipsis(text: &str, size: f32, weight: Weight, limit: f32) -> String {
    cut(text, limit, &|text| width(text, size, weight))
}

/// The maximum number of letters that are looked at: no line is that long.
const MAX_LETTERS: usize = 1024;

/// The longest beginning of a text that fits together with “…”, or the whole if that fits.
fn cut(text: &str, limit: f32, width: &dyn Fn(&str) -> f32) -> String {
    let ends = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len());
    let mut ends: Vec<usize> = ends.take(MAX_LETTERS).collect();
    let is_short = ends.last().is_none_or(|end| *end == text.len());
    if is_short && width(text) <= limit {
        return text.to_owned();
    }
    let closed = |end: usize| text[..end].trim_end().to_owned() + "…";
    let fitting = ends.partition_point(|end| width(&closed(*end)) <= limit);
    ends.truncate(fitting);
    // Joined letters can make a longer beginning narrower: go back until it fits.
    while ends.last().is_some_and(|end| width(&closed(*end)) > limit) {
        ends.pop();
    }
    closed(ends.last().copied().unwrap_or(0))
}

/// The lines of a wrapped text.
pub(super) fn broken(text: &str, blocks: &[Block], width: &dyn Fn(&str) -> f32) -> Vec<String> {
    let Some((last, first)) = blocks.split_last() else { return vec![text.to_owned()] };
    let letters = text.grapheme_indices(true).nth(MAX_LETTERS).map_or(text.len(), |(end, _)| end);
    let is_whole = letters == text.len();
    let words = Words::of(&text[..letters], width);
    for block in first.iter().filter(|_| is_whole) {
        if let Some(lines) = words.balanced(*block) {
            return words.texts(&lines);
        }
    }
    let words = words.broken_at(last.width);
    if let Some(lines) = is_whole.then(|| words.balanced(*last)).flatten() {
        return words.texts(&lines);
    }
    let mut lines = words.lines(last.width, usize::MAX).unwrap_or_default();
    // The text is cut where the block ends, or where not even a letter fits.
    let too_wide = lines.iter().position(|line| words.width(line) > last.width);
    lines.truncate(last.lines.min(too_wide.map_or(usize::MAX, |at| at + 1)).max(1));
    let start = lines.pop().map_or(0, |line| line.start);
    let mut texts = words.texts(&lines);
    texts.push(cut(&text[start..], last.width, width));
    texts
}

/// A text in parts between which a line may break.
struct Words<'a> {
    text: &'a str,
    /// Where each part begins and ends; spaces lie between them.
    parts: Vec<Range<usize>>,
    measure: &'a dyn Fn(&str) -> f32,
    /// The widths measured so far, since the same are asked for again and again.
    widths: RefCell<HashMap<Range<usize>, f32>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str, measure: &'a dyn Fn(&str) -> f32) -> Self {
        let mut starts = line_breaks::opportunities(text);
        let after = |(at, separator): (usize, &str)| at + separator.len();
        starts.extend(text.match_indices([' ', '-', '–', '—', '/']).map(after));
        starts.extend([0, text.len()]);
        starts.sort_unstable();
        starts.dedup();
        let part = |pair: &[usize]| {
            let part = text[pair[0]..pair[1]].trim_end();
            (!part.is_empty()).then(|| pair[0]..pair[0] + part.len())
        };
        let mut parts: Vec<Range<usize>> = starts.windows(2).filter_map(part).collect();
        if parts.is_empty() {
            parts.push(0..text.len());
        }
        Self { text, parts, measure, widths: RefCell::default() }
    }

    /// The same with parts that are wider than a limit broken between letters.
    fn broken_at(self, limit: f32) -> Self {
        let mut parts = Vec::new();
        for part in &self.parts {
            let mut rest = part.clone();
            while self.width(&rest) > limit {
                let ends = self.text[rest.clone()].grapheme_indices(true);
                let mut ends = ends.map(|(at, letter)| rest.start + at + letter.len());
                let Some(mut end) = ends.next() else { break };
                end = ends
                    .take_while(|end| self.width(&(rest.start..*end)) <= limit)
                    .last()
                    .unwrap_or(end);
                parts.push(rest.start..end);
                rest.start = end;
            }
            if !rest.is_empty() || part.is_empty() {
                parts.push(rest);
            }
        }
        Self { parts, ..self }
    }

    fn width(&self, range: &Range<usize>) -> f32 {
        if let Some(width) = self.widths.borrow().get(range) {
            return *width;
        }
        let width = (self.measure)(&self.text[range.clone()]);
        self.widths.borrow_mut().insert(range.clone(), width);
        width
    }

    /// The lines within a width, each as long as possible; `None` if they are more than `max_lines` or a
    /// part is too wide.
    fn lines(&self, limit: f32, max_lines: usize) -> Option<Vec<Range<usize>>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        for part in &self.parts {
            match lines.last_mut() {
                Some(line) if self.width(&(line.start..part.end)) <= limit => line.end = part.end,
                _ => {
                    if lines.len() == max_lines
                        || (max_lines < usize::MAX && self.width(part) > limit)
                    {
                        return None;
                    }
                    lines.push(part.clone());
                }
            }
        }
        Some(lines)
    }

    /// The fewest lines that fit a block, of the least width.
    fn balanced(&self, block: Block) -> Option<Vec<Range<usize>>> {
        const STEPS: usize = 10;
        let mut best = self.lines(block.width, block.lines)?;
        let (mut narrow, mut wide) = (0.0, block.width);
        for _ in 0..if best.len() > 1 { STEPS } else { 0 } {
            let middle = f32::midpoint(narrow, wide);
            match self.lines(middle, best.len()) {
                Some(lines) => (best, wide) = (lines, middle),
                None => narrow = middle,
            }
        }
        Some(best)
    }

    fn texts(&self, lines: &[Range<usize>]) -> Vec<String> {
        lines.iter().map(|line| self.text[line.clone()].to_owned()).collect()
    }
}
