//! The names of nations: their lines, and how they are measured.

use std::sync::LazyLock;

use crate::model::Point;
use crate::scene::text::Cache;
use crate::scene::{Label, Weight, text};

/// The type size of a nation's name, at text unit 1.
pub(in crate::scene) const NAME_SIZE: f32 = 13.0;

/// The blocks that a name takes, at text unit 1: two or three lines, or a wider block for an official name
/// of many words. Only what is longer than a paragraph is cut.
const NAME_BLOCKS: [text::Block; 4] = [
    text::Block { width: 132.0, lines: 2 },
    text::Block { width: 140.0, lines: 3 },
    text::Block { width: 180.0, lines: 4 },
    text::Block { width: 220.0, lines: 8 },
];

/// The narrow blocks that a name takes where room is scarce, at text unit 1; one that fits in none of them stays as it
/// is, which the last block stands for.
const NARROW_BLOCKS: [text::Block; 4] = [
    text::Block { width: 64.0, lines: 2 },
    text::Block { width: 90.0, lines: 2 },
    text::Block { width: 90.0, lines: 3 },
    text::Block { width: f32::MAX, lines: 1 },
];

/// Extra width that keeps a name apart from its neighbours, as a fraction of its size: a narrow space.
const NAME_PADDING: f32 = 0.3;

/// The distance from the rim of a disc of radius 18 to the box of its name.
const NAME_GAP: f32 = 1.8;

/// The lines of a name as it is drawn; none for an empty name. A page is tried at many sizes, at which a name
/// has the same lines: those of names of usual length are kept.
pub(in crate::scene) fn name_lines(name: &str) -> Vec<String> {
    const MOST_NAMES: usize = 4096;
    const USUAL_BYTES: usize = 128;
    static KEPT: LazyLock<Cache<String, Vec<String>>> =
        LazyLock::new(|| Cache::with_capacity(MOST_NAMES));
    if let Some(lines) = KEPT.get(name) {
        return lines;
    }
    let cleaned = text::clean(name);
    if cleaned.is_empty() {
        return Vec::new();
    }
    let lines = text::wrap(&cleaned, NAME_SIZE, Weight::SemiBold, &NAME_BLOCKS);
    if name.len() <= USUAL_BYTES {
        KEPT.insert(name.to_owned(), lines.clone());
    }
    lines
}

/// The lines of a name in a narrow block; `None` where it isn't narrower than usual.
pub(in crate::scene) fn narrow_name_lines(name: &str) -> Option<Vec<String>> {
    let usual = name_lines(name);
    let lines = text::wrap(&text::clean(name), NAME_SIZE, Weight::SemiBold, &NARROW_BLOCKS);
    (lines.len() > usual.len()).then_some(lines)
}

/// How names are measured.
#[derive(Clone, Copy)]
pub(super) enum Metrics {
    /// With the fonts in which they are drawn.
    Drawn,
    /// The same on every machine, for layouts.
    Nominal,
}

impl Metrics {
    /// The width and height of a name in that type size.
    pub(super) fn extent(self, name: &str, size: f32) -> Point {
        let lines = match self {
            Self::Drawn => return name_extent(&name_lines(name), size),
            Self::Nominal => {
                let name = text::clean(name);
                text::nominal_wrap(&name, NAME_SIZE, Weight::SemiBold, &NAME_BLOCKS)
            }
        };
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        extent_of(&lines, size, text::nominal_width, |_, size, _| Label::LINE_BOX * size)
    }
}

/// The width and height of a name in that type size, the same on every machine.
pub(in crate::scene) fn nominal_extent(name: &str, size: f32) -> Point {
    Metrics::Nominal.extent(name, size)
}

/// The width and height of a name, with a little space at its sides.
pub(in crate::scene) fn name_extent(lines: &[String], size: f32) -> Point {
    extent_of(lines, size, text::width, text::height)
}

/// Measures a line of text in type of some size and weight.
type Measure = fn(&str, f32, Weight) -> f32;

fn extent_of(lines: &[String], size: f32, width: Measure, height: Measure) -> Point {
    let widths = lines.iter().map(|line| width(line, size, Weight::SemiBold));
    let between = lines.len().saturating_sub(1) as f32 * Label::LINE_HEIGHT * size;
    let heights = lines.iter().map(|line| height(line, size, Weight::SemiBold));
    let height = heights.reduce(f32::max).map_or(0.0, |tallest| between + tallest);
    let padding = if lines.is_empty() { 0.0 } else { NAME_PADDING };
    Point::new(widths.fold(0.0, f32::max) + padding * size, height)
}

/// The centre of a name below its disc, relative to the centre of the disc.
pub(in crate::scene) fn below_disc(radius: f32, name_extent: Point) -> Point {
    Point::new(0.0, radius + NAME_GAP * radius / 18.0 + name_extent.y / 2.0)
}
