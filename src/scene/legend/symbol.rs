//! The rows of a legend and their symbols, not yet placed.

use crate::model::Color;
use crate::scene::{CellShape, Emphasis, HullLook, Pattern, Shape};

/// A row of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// What the symbol means: `pact, negotiating`.
    pub text: String,
    /// The symbol, at unit 1.
    pub symbol: LegendSymbol,
}

/// What is drawn before the text of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum LegendSymbol {
    /// Nothing: the text is the title of the rows below.
    Title,
    /// Nothing: the text is a remark on the map.
    Note,
    /// A tie or a membership.
    Line(LegendLine),
    /// Ties between all of some nations, as within a bloc.
    Net(LegendLine),
    /// Ties of a nation to all of a bloc as one, which end in a fork on its ground.
    Fork {
        /// The line.
        line: LegendLine,
        /// The ground.
        ground: HullLook,
    },
    /// Ties of each of some nations with each of some others, whose lines meet.
    Junction(LegendLine),
    /// A nation.
    Mark {
        /// Its outline.
        shape: Shape,
        /// Its radius, or half its height.
        radius: f32,
        /// Whether its size has a meaning, so that it is drawn as large as on the map.
        is_to_scale: bool,
        /// The colour of its area.
        fill: Color,
        /// The colour of its band, if it has one.
        band: Option<Color>,
    },
    /// A hull.
    Hull(HullLook),
    /// What stands apart on a hull.
    Apart {
        /// The look of the hull.
        hull: HullLook,
        /// The look of what stands apart on it.
        apart: HullLook,
    },
    /// A cell of a matrix, whose sides run from 0 to 1.
    Cell(Vec<CellShape>),
}

/// The line of a tie or membership as a legend shows it, in units of the map that it explains.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendLine {
    /// The line's colour.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dash pattern.
    pub pattern: Pattern,
    /// Whether the line ends in an arrow.
    pub arrow: bool,
    /// Whether the line is struck through, for ties that have ended.
    pub struck: bool,
    /// The size of 1 unit of its arrow and strike.
    pub unit: f32,
    /// How much the ties stand out that it is an example of.
    pub emphasis: Emphasis,
}

impl LegendLine {
    /// A line that has neither arrow nor strike.
    pub(super) const fn plain(color: Color, width: f32, pattern: Pattern) -> Self {
        let emphasis = Emphasis::Usual;
        Self { color, width, pattern, arrow: false, struck: false, unit: 1.0, emphasis }
    }
}

/// A row with a line that has neither arrow nor strike.
pub(super) fn line_row(text: String, color: Color, width: f32, pattern: Pattern) -> LegendRow {
    let symbol = LegendSymbol::Line(LegendLine::plain(color, width, pattern));
    LegendRow { text, symbol }
}
