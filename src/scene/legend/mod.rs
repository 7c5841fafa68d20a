//! The legend as it is placed: a row for each sign of the map, with the sign drawn as on the map.

pub(super) mod rows;
pub(super) mod wording;

use super::hulls;
use super::marks::outline_strokes;
use super::text::{self, Weight};
use super::{Arrow, Curve, HullLook, Pattern, Shape, Stroke};
use crate::model::{Color, Point, Rect};

/// A row of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// What the sign means: `pact, negotiating`.
    pub text: String,
    /// The sign, at unit 1.
    pub sign: LegendSign,
}

/// What stands before the text of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum LegendSign {
    /// Nothing: the text is the title of the rows below.
    Title,
    /// A tie or a membership.
    Line(LegendLine),
    /// A nation.
    Mark {
        /// Its outline.
        shape: Shape,
        /// Its radius, or half its height.
        radius: f32,
        /// Whether its size says something, so that it is as large as on the map.
        is_to_scale: bool,
        /// The colour of its ground.
        fill: Color,
        /// The colour of its band.
        band: Option<Color>,
    },
    /// A hull.
    Hull(HullLook),
}

/// A line as a legend shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendLine {
    /// The line's colour.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dashes.
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
    /// The sign.
    pub sign: PlacedSign,
    /// The left end of the text's baseline.
    pub baseline: Point,
    /// The text.
    pub text: String,
    /// The weight of the type.
    pub weight: Weight,
}

/// The sign of a row, placed.
#[derive(Clone, Debug, PartialEq)]
pub enum PlacedSign {
    /// Nothing.
    None,
    /// A line.
    Line {
        /// Where it runs.
        curve: Curve,
        /// Its colour.
        color: Color,
        /// Its width.
        width: f32,
        /// Its dashes.
        pattern: Pattern,
        /// Its arrow.
        arrow: Option<Arrow>,
        /// The stroke across its middle.
        strike: Option<super::Line>,
    },
    /// A nation's mark.
    Mark {
        /// Its outline.
        shape: Shape,
        /// Its centre.
        center: Point,
        /// Its radius, or half its height.
        radius: f32,
        /// The colour of its ground.
        fill: Color,
        /// The colour of its band.
        band: Option<Color>,
    },
    /// A small hull.
    Hull {
        /// Its corners, clockwise.
        outline: Vec<Point>,
        /// How it looks.
        look: HullLook,
    },
}

impl PlacedSign {
    /// The dashes of a hull's edge; none for other signs.
    pub fn edge(&self) -> Vec<Stroke> {
        match self {
            Self::Hull { outline, look } => outline_strokes(outline, look),
            _ => Vec::new(),
        }
    }
}

impl LegendSign {
    /// The room it takes.
    fn extent(&self) -> Point {
        match self {
            Self::Title => Point::default(),
            Self::Line(_) | Self::Hull(_) => Point::new(LegendBlock::LINE, 12.0),
            Self::Mark { shape: Shape::Label { aspect }, radius, .. } => {
                Point::new(2.0 * radius * aspect, 2.0 * radius)
            }
            Self::Mark { radius, .. } => Point::new(2.0 * radius, 2.0 * radius),
        }
    }

    /// The sign in a column: its left end and the column's width at unit 1.
    fn placed(&self, left: Point, column: f32, unit: f32) -> PlacedSign {
        let middle = left + Point::new(column / 2.0 * unit, 0.0);
        match self {
            Self::Title => PlacedSign::None,
            Self::Line(LegendLine { color, width, pattern, arrow, struck }) => {
                let half = Point::new(LegendBlock::LINE / 2.0 * unit, 0.0);
                let line = Curve::line(middle - half, middle + half);
                let width = width * unit;
                let (curve, arrow) =
                    if *arrow { Arrow::at_end(&line, width) } else { (line, None) };
                let mut pattern = pattern.clone();
                pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
                let strike = struck.then(|| super::Line::across(&line, unit));
                PlacedSign::Line { curve, color: *color, width, pattern, arrow, strike }
            }
            Self::Mark { shape, radius, fill, band, .. } => PlacedSign::Mark {
                shape: *shape,
                center: middle,
                radius: radius * unit,
                fill: *fill,
                band: *band,
            },
            Self::Hull(look) => {
                let mut look = look.clone();
                look.width *= unit;
                look.pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
                let size = Point::new(LegendBlock::LINE, 13.0) * unit;
                let outline = hulls::rounded(Rect::centered(middle, size.x, size.y));
                PlacedSign::Hull { outline, look }
            }
        }
    }
}

/// Rows whose signs of size are as large as the marks of a map that is drawn so many times larger than
/// the legend. Signs that would be too large for a legend are left out.
pub fn to_scale(rows: &[LegendRow], scale: f32) -> Vec<LegendRow> {
    let scaled = |row: &LegendRow| {
        let mut row = row.clone();
        if let LegendSign::Mark { radius, is_to_scale: true, .. } = &mut row.sign {
            *radius *= scale;
            if *radius > MOST_RADIUS {
                return None;
            }
        }
        Some(row)
    };
    let mut rows: Vec<LegendRow> = rows.iter().filter_map(scaled).collect();
    let is_title = |row: Option<&LegendRow>| row.is_none_or(|row| row.sign == LegendSign::Title);
    // A title stands above something.
    let alone: Vec<bool> = (0..rows.len())
        .map(|index| is_title(rows.get(index)) && is_title(rows.get(index + 1)))
        .collect();
    let mut alone = alone.into_iter();
    rows.retain(|_| !alone.next().unwrap_or(false));
    rows
}

/// The largest radius of a sign in a legend, at unit 1.
const MOST_RADIUS: f32 = 64.0;

impl LegendBlock {
    const SIZE: f32 = 12.0;
    const ROW: f32 = 18.0;
    const LINE: f32 = 34.0;
    const GAP: f32 = 10.0;
    /// The space above a title that isn't the first row.
    const ABOVE_TITLE: f32 = 7.0;

    /// Places rows below one another, with the upper left corner of the first at `origin`; `unit` is
    /// the size of 1 unit.
    pub fn place(rows: &[LegendRow], origin: Point, unit: f32) -> Self {
        let at = |x: f32, y: f32| origin + Point::new(x, y) * unit;
        let column = rows.iter().map(|row| row.sign.extent().x).fold(Self::LINE, f32::max);
        let mut down = 0.0;
        let mut width: f32 = 0.0;
        let mut samples = Vec::with_capacity(rows.len());
        for row in rows {
            let is_title = row.sign == LegendSign::Title;
            if is_title && down > 0.0 {
                down += Self::ABOVE_TITLE;
            }
            let height = Self::ROW.max(row.sign.extent().y + 5.0);
            let middle = down + height / 2.0;
            let left = if is_title { 0.0 } else { column + Self::GAP };
            let weight = if is_title { Weight::SemiBold } else { Weight::Regular };
            width = width.max(left + text::width(&row.text, Self::SIZE, weight));
            samples.push(LegendSample {
                sign: row.sign.placed(at(0.0, middle), column, unit),
                baseline: at(left, middle + Self::SIZE * super::Label::BASELINE),
                text: row.text.clone(),
                weight,
            });
            down += height;
        }
        Self { samples, extent: Point::new(width, down) * unit, size: Self::SIZE * unit }
    }
}
