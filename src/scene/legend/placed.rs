//! Places a legend: rows below one another, with their symbols in a column.

use super::symbol::{LegendLine, LegendRow, LegendSymbol};
use crate::model::{Color, Point};
use crate::scene::blocs::fork_of;
use crate::scene::{Arrow, CellShape, Curve, HullLook, Label, Line, Pattern, Shape, Weight, text};

/// A legend whose rows are placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedLegend {
    /// The rows from top to bottom.
    pub rows: Vec<PlacedLegendRow>,
    /// The width and height of the whole.
    pub extent: Point,
    /// The type size.
    pub size: f32,
}

/// A placed row.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLegendRow {
    /// The symbol.
    pub symbol: PlacedSymbol,
    /// The left end of the text's baseline.
    pub baseline: Point,
    /// The text.
    pub text: String,
    /// The weight of the type.
    pub weight: Weight,
}

/// A placed symbol.
#[derive(Clone, Debug, PartialEq)]
pub enum PlacedSymbol {
    /// Nothing.
    None,
    /// A line.
    Line {
        /// Its course.
        curve: Curve,
        /// Its colour.
        color: Color,
        /// Its width.
        width: f32,
        /// Its dash pattern.
        pattern: Pattern,
        /// Its arrow.
        arrow: Option<Arrow>,
        /// The stroke across its middle.
        strike: Option<Line>,
    },
    /// Symbols on one another, the lowest first.
    Group(Vec<PlacedSymbol>),
    /// Lines that lead to or from several points.
    Lines {
        /// Their courses.
        curves: Vec<Curve>,
        /// Their colour.
        color: Color,
        /// Their width.
        width: f32,
        /// Their dash pattern.
        pattern: Pattern,
    },
    /// A nation's mark.
    Mark {
        /// Its outline.
        shape: Shape,
        /// Its centre.
        center: Point,
        /// Its radius, or half its height.
        radius: f32,
        /// The colour of its area.
        fill: Color,
        /// The colour of its band, if it has one.
        band: Option<Color>,
    },
    /// Small hulls on one another: the points of the outline of each, clockwise, and its look.
    Hulls(Vec<(Vec<Point>, HullLook)>),
    /// A cell of a matrix.
    Cell {
        /// Its upper left corner.
        corner: Point,
        /// The length of its sides.
        side: f32,
        /// What it shows.
        shapes: Vec<CellShape>,
    },
}

impl PlacedLegend {
    pub(super) const SIZE: f32 = 12.0;
    const ROW_HEIGHT: f32 = 18.0;
    const LINE_LENGTH: f32 = 34.0;
    const GAP: f32 = 10.0;
    /// The width and height of a hull.
    const HULL: (f32, f32) = (Self::LINE_LENGTH, 13.0);
    /// The side of a cell of a matrix.
    const CELL: f32 = 13.0;
    /// The space above a title, unless it is the first row.
    const ABOVE_TITLE: f32 = 7.0;

    /// Places rows below one another, with the upper left corner at `origin`; `unit` is the size of
    /// 1 unit.
    pub fn place(rows: &[LegendRow], origin: Point, unit: f32) -> Self {
        Self::place_measured(rows, origin, unit, text::width)
    }

    /// As [`PlacedLegend::place`], with text measured by a function of it, its size and its weight.
    pub(super) fn place_measured(
        rows: &[LegendRow],
        origin: Point,
        unit: f32,
        text_width: fn(&str, f32, Weight) -> f32,
    ) -> Self {
        let at = |x: f32, y: f32| origin + Point::new(x, y) * unit;
        let has_lines = rows.iter().any(|row| !matches!(row.symbol, LegendSymbol::Cell(_)));
        let least = if has_lines { Self::LINE_LENGTH } else { Self::CELL };
        let column = rows.iter().map(|row| row.symbol.extent().x).fold(least, f32::max);
        let mut down = 0.0;
        let mut width: f32 = 0.0;
        let mut placed = Vec::with_capacity(rows.len());
        for row in rows {
            let is_title = row.symbol == LegendSymbol::Title;
            if is_title && down > 0.0 {
                down += Self::ABOVE_TITLE;
            }
            let height = Self::ROW_HEIGHT.max(row.symbol.extent().y + 5.0);
            let middle = down + height / 2.0;
            let has_symbol = !is_title && row.symbol != LegendSymbol::Note;
            let left = if !has_symbol { 0.0 } else { column + Self::GAP };
            let weight = if is_title { Weight::SemiBold } else { Weight::Regular };
            width = width.max(left + text_width(&row.text, Self::SIZE, weight));
            placed.push(PlacedLegendRow {
                symbol: row.symbol.placed(at(0.0, middle), column, unit),
                baseline: at(left, middle + Self::SIZE * Label::BASELINE),
                text: row.text.clone(),
                weight,
            });
            down += height;
        }
        Self { rows: placed, extent: Point::new(width, down) * unit, size: Self::SIZE * unit }
    }
}

impl LegendSymbol {
    /// Its width and height at unit 1.
    fn extent(&self) -> Point {
        match self {
            Self::Title | Self::Note => Point::default(),
            Self::Line(_)
            | Self::Net(_)
            | Self::Junction(_)
            | Self::Fork { .. }
            | Self::Hull(_)
            | Self::Apart { .. } => Point::new(PlacedLegend::LINE_LENGTH, 12.0),
            Self::Mark { shape: Shape::Label { aspect }, radius, .. } => {
                Point::new(2.0 * radius * aspect, 2.0 * radius)
            }
            Self::Mark { radius, .. } => Point::new(2.0 * radius, 2.0 * radius),
            Self::Cell(_) => Point::new(PlacedLegend::CELL, PlacedLegend::CELL),
        }
    }

    /// The symbol centred in a column, given by its left end and its width at unit 1.
    fn placed(&self, left: Point, column: f32, unit: f32) -> PlacedSymbol {
        let middle = left + Point::new(column / 2.0 * unit, 0.0);
        match self {
            Self::Title | Self::Note => PlacedSymbol::None,
            Self::Line(LegendLine { color, width, pattern, arrow, struck, unit: own, .. }) => {
                let half = Point::new(PlacedLegend::LINE_LENGTH / 2.0 * unit, 0.0);
                let line = Curve::line(middle - half, middle + half);
                let (width, own) = (width * unit, own * unit);
                let (curve, arrow) =
                    if *arrow { Arrow::at_end(&line, width, own) } else { (line, None) };
                let mut pattern = pattern.clone();
                pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
                let strike = struck.then(|| Line::across(&line, own));
                PlacedSymbol::Line { curve, color: *color, width, pattern, arrow, strike }
            }
            Self::Net(line) => lines(line, net(middle, unit), unit),
            Self::Fork { line, ground } => fork(line, ground, middle, unit),
            Self::Junction(line) => junction(line, middle, unit),
            Self::Mark { shape, radius, fill, band, .. } => PlacedSymbol::Mark {
                shape: *shape,
                center: middle,
                radius: radius * unit,
                fill: *fill,
                band: *band,
            },
            Self::Hull(look) => {
                PlacedSymbol::Hulls(vec![hull(look, middle, PlacedLegend::HULL, unit)])
            }
            Self::Apart { hull: around, apart } => {
                const INSET: f32 = 2.5;
                let (width, height) = PlacedLegend::HULL;
                let inner = (width - 2.0 * INSET, height - 2.0 * INSET);
                let around = hull(around, middle, PlacedLegend::HULL, unit);
                PlacedSymbol::Hulls(vec![around, hull(apart, middle, inner, unit)])
            }
            Self::Cell(shapes) => {
                let side = PlacedLegend::CELL * unit;
                let corner = middle - Point::new(side, side) * 0.5;
                PlacedSymbol::Cell { corner, side, shapes: shapes.clone() }
            }
        }
    }
}

/// A symbol of several lines that look alike.
fn lines(line: &LegendLine, curves: Vec<Curve>, unit: f32) -> PlacedSymbol {
    let mut pattern = line.pattern.clone();
    pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
    PlacedSymbol::Lines { curves, color: line.color, width: line.width * unit, pattern }
}

/// A hull around a middle; its width and height are those at unit 1.
fn hull(
    look: &HullLook,
    middle: Point,
    (width, height): (f32, f32),
    unit: f32,
) -> (Vec<Point>, HullLook) {
    let mut look = look.clone();
    look.width *= unit;
    look.pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
    let shape = Shape::Label { aspect: width / height };
    (shape.outline(middle, height / 2.0 * unit), look)
}

/// The lines between three points on each side of a symbol.
fn net(middle: Point, unit: f32) -> Vec<Curve> {
    const SIDE: [f32; 3] = [-6.0, 0.0, 6.0];
    let half = PlacedLegend::LINE_LENGTH / 2.0;
    let at = |x: f32, y: f32| middle + Point::new(x, y) * unit;
    let from = |left: f32| SIDE.map(|right| Curve::line(at(-half, left), at(half, right)));
    SIDE.into_iter().flat_map(from).collect()
}

/// A line that ends in a fork on a ground.
fn fork(line: &LegendLine, ground: &HullLook, middle: Point, unit: f32) -> PlacedSymbol {
    const GROUND: f32 = 13.0;
    let half = PlacedLegend::LINE_LENGTH / 2.0;
    let at = |x: f32| middle + Point::new(x, 0.0) * unit;
    let ground = hull(ground, at(half - GROUND / 2.0), (GROUND, 13.0), unit);
    let stem = Curve::line(at(-half), at(half - GROUND));
    let fork = fork_of(&stem, unit);
    PlacedSymbol::Group(vec![
        PlacedSymbol::Hulls(vec![ground]),
        lines(line, vec![stem], unit),
        lines(&without_dashes(line), fork.to_vec(), unit),
    ])
}

/// Lines from two points on each side that meet in the middle.
fn junction(line: &LegendLine, middle: Point, unit: f32) -> PlacedSymbol {
    const ASIDE: f32 = 5.0;
    const TRUNK: f32 = 4.0;
    const TURN: f32 = 0.5;
    let half = PlacedLegend::LINE_LENGTH / 2.0;
    let at = |x: f32, y: f32| middle + Point::new(x, y) * unit;
    let side = |side: f32| {
        let inward = Point::new(-side, 0.0);
        let from = move |aside: f32| {
            Curve::arriving(at(side * half, aside), at(side * TRUNK, 0.0), inward, TURN)
        };
        [-ASIDE, ASIDE].map(from)
    };
    let sides = [-1.0, 1.0].into_iter().flat_map(side).collect();
    let trunk = Curve::line(at(-TRUNK, 0.0), at(TRUNK, 0.0));
    PlacedSymbol::Group(vec![
        lines(line, sides, unit),
        lines(&without_dashes(line), vec![trunk], unit),
    ])
}

fn without_dashes(line: &LegendLine) -> LegendLine {
    LegendLine { pattern: Pattern::default(), ..line.clone() }
}
