//! Wraps texts, and cuts off what doesn't fit.

use unicode_segmentation::UnicodeSegmentation as _;

use super::measure::{nominal_width, width};
use super::{Weight, line_breaks};

/// A text on one line, or on two of similar width if it is wider than `limit` and can be broken. A line
/// that still doesn't fit is cut.
pub fn wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    broken(text, limit, &|text| width(text, size, weight))
}

/// As [`wrap`], but the same on every machine, see [`nominal_width`].
pub fn nominal_wrap(text: &str, size: f32, weight: Weight, limit: f32) -> Vec<String> {
    broken(text, limit, &|text| nominal_width(text, size, weight))
}

/// A text, cut after a letter and closed with “…” if it is wider than `limit`.
pub fn ellipsis(text: &str, size: f32, weight: Weight, limit: f32) -> String {
    cut(text, limit, &|text| width(text, size, weight))
}

/// The longest beginning of a text that fits together with “…”, or the whole if that fits.
fn cut(text: &str, limit: f32, width: &dyn Fn(&str) -> f32) -> String {
    /// The maximum number of letters that are tried: no line is that long.
    const MAX_LETTERS: usize = 1024;
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
pub(super) fn broken(text: &str, limit: f32, width: &dyn Fn(&str) -> f32) -> Vec<String> {
    /// The maximum number of positions for a break that are tried.
    const MAX_BREAKS: usize = 64;
    if text.len() < 16 * 1024 && width(text) <= limit {
        return vec![text.to_owned()];
    }
    let widest = |(a, b): &(&str, &str)| width(a).max(width(b));
    let best = |lines: &mut dyn Iterator<Item = (&'_ str, &'_ str)>| -> Option<(usize, f32)> {
        let ranked = lines.map(|lines| (lines.0.len(), widest(&lines)));
        ranked.min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let spaces = text.match_indices(' ').take(MAX_BREAKS);
    let at_space = best(&mut spaces.map(|(i, _)| (&text[..i], &text[i + 1..])));
    let breaks = if at_space.is_some_and(|(_, widest)| widest <= limit) || text.is_ascii() {
        Vec::new()
    } else {
        nearest_to_middle(line_breaks::opportunities(text), text.len(), MAX_BREAKS)
    };
    let between = best(&mut breaks.iter().map(|i| text.split_at(*i)));
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

/// Those of some positions that lie nearest to the middle of a text, ascending.
fn nearest_to_middle(mut positions: Vec<usize>, length: usize, count: usize) -> Vec<usize> {
    positions.sort_by_key(|position| (position * 2).abs_diff(length));
    positions.truncate(count);
    positions.sort_unstable();
    positions
}
