//! The legend: a row for each kind of line that is on the map, and how the rows are placed.

use super::text::{self, Weight};
use super::{Arrow, Curve, Decoration, Palette, Pattern};
use crate::model::{Color, Direction, Map, Point, Status};

/// A row of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// What the line means: `pact, negotiating`.
    pub text: String,
    /// The line's colour.
    pub color: Color,
    /// The line's width at unit 1.
    pub width: f32,
    /// The line's dashes at unit 1.
    pub pattern: Pattern,
    /// Whether the line ends in an arrow.
    pub arrow: bool,
    /// Whether the line is struck through, for what has ended.
    pub struck: bool,
}

/// The rows of a legend, placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LegendBlock {
    /// The rows from top to bottom.
    pub samples: Vec<LegendSample>,
    /// The width and height of all of them.
    pub extent: Point,
    /// The height of the type.
    pub size: f32,
}

/// A row of a legend, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendSample {
    /// The sample of the line.
    pub curve: Curve,
    /// Its colour.
    pub color: Color,
    /// Its width.
    pub width: f32,
    /// Its dashes.
    pub pattern: Pattern,
    /// Its arrow.
    pub arrow: Option<Arrow>,
    /// The stroke across its middle.
    pub strike: Option<super::Line>,
    /// The left end of the text's baseline.
    pub baseline: Point,
    /// The text.
    pub text: String,
}

impl LegendBlock {
    const SIZE: f32 = 12.0;
    const ROW: f32 = 18.0;
    const LINE: f32 = 34.0;
    const GAP: f32 = 10.0;

    /// Places rows below one another, with the upper left corner of the first at `origin`; `unit` is
    /// the size of 1 unit.
    pub fn place(rows: &[LegendRow], origin: Point, unit: f32) -> Self {
        let at = |x: f32, y: f32| origin + Point::new(x, y) * unit;
        let sample = |(index, row): (usize, &LegendRow)| {
            let middle = Self::ROW * (index as f32 + 0.5);
            let line = Curve::line(at(0.0, middle), at(Self::LINE, middle));
            let width = row.width * unit;
            let (curve, arrow) = if row.arrow { Arrow::at_end(&line, width) } else { (line, None) };
            let mut pattern = row.pattern.clone();
            pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
            LegendSample {
                strike: row.struck.then(|| super::Line::across(&line, unit)),
                curve,
                color: row.color,
                width,
                pattern,
                arrow,
                baseline: at(Self::LINE + Self::GAP, middle + Self::SIZE * super::Label::BASELINE),
                text: row.text.clone(),
            }
        };
        let widest = rows.iter().map(|row| text::width(&row.text, Self::SIZE, Weight::Regular));
        let width = widest.fold(0.0, f32::max) + Self::LINE + Self::GAP;
        let extent = if rows.is_empty() {
            Point::default()
        } else {
            Point::new(width, rows.len() as f32 * Self::ROW) * unit
        };
        Self {
            samples: rows.iter().enumerate().map(sample).collect(),
            extent,
            size: Self::SIZE * unit,
        }
    }
}

/// The rows for a map: each kind that has ties, in the order of the kinds, once for each status that
/// is drawn in a way of its own, and memberships last.
pub(super) fn rows(map: &Map, palette: &Palette, memberships: bool) -> Vec<LegendRow> {
    let mut rows = Vec::new();
    for (kind_id, kind) in map.kinds().iter() {
        let ties = || map.ties().iter().filter(|(_, tie)| tie.kind == kind_id);
        for status in SHOWN {
            let mut alike = ties().filter(|(_, tie)| shown_as(tie.status) == status).peekable();
            if alike.peek().is_none() {
                continue;
            }
            let name = lower_first(&text::clean(&kind.name));
            rows.push(LegendRow {
                text: status.map_or_else(|| name.clone(), |s| format!("{name}, {}", s.name())),
                color: palette.faded(palette.line(kind.color), strength(status)),
                width: kind.width,
                pattern: Pattern::of(kind.dash, status, kind.width),
                arrow: alike.all(|(_, tie)| tie.direction == Direction::Directed),
                struck: status == Some(Status::Ended),
            });
        }
    }
    if memberships {
        rows.push(LegendRow {
            text: "member of".to_owned(),
            color: palette.second_ink,
            width: 1.0,
            pattern: Pattern { decoration: Decoration::Plain, ..Pattern::membership() },
            arrow: false,
            struck: false,
        });
    }
    rows
}

/// The statuses that are drawn in a way of their own; `None` stands for all that holds.
const SHOWN: [Option<Status>; 6] = [
    None,
    Some(Status::Preliminary),
    Some(Status::Negotiating),
    Some(Status::Proposed),
    Some(Status::Suspended),
    Some(Status::Ended),
];

/// The status that a tie is drawn with: what is signed or in force looks like what has no status.
pub(super) fn shown_as(status: Option<Status>) -> Option<Status> {
    status.filter(|status| !matches!(status, Status::Signed | Status::InForce))
}

/// How strongly a tie of that status is drawn.
pub(super) fn strength(status: Option<Status>) -> f32 {
    match status {
        None | Some(Status::Signed | Status::InForce) => 1.0,
        Some(Status::Ended) => 0.35,
        Some(_) => 0.6,
    }
}

/// A name within a phrase: its first letter is small unless a capital or a figure follows it.
pub(super) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
