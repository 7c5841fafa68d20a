//! The options for drawing a map.

use super::{LineUnits, Theme};
use crate::model::Rect;

/// How a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The theme, which gives the colours.
    pub theme: Theme,
    /// Whether the numbers of a tie's sources stand beside it.
    pub numbers: bool,
    /// Whether texts stand along ties. A draft, which says how large a map becomes, does without those
    /// that nobody has put somewhere: they take most of the time.
    pub tie_labels: bool,
    /// Whether a text along a tie that has no room there is replaced by a key, a number that the legend
    /// explains. Otherwise it is left out.
    pub keys: bool,
    /// The size of discs, lines and gaps: 1 on the canvas at any zoom, other values to fit a page.
    pub unit: f32,
    /// The size of names and of the texts along ties.
    pub text_unit: f32,
    /// The widths of lines; `None` for those at which lines don't cover the map where it lies.
    pub lines: Option<LineUnits>,
    /// The least width of a line, in units of the page; on the canvas there is none.
    pub least_line: f32,
    /// The area of a page that no label may leave; none on the canvas.
    pub frame: Option<Rect>,
    /// A part of the page where its legend stands: nothing of a bloc does.
    pub taken: Option<Rect>,
    /// Whether each tie gets a description in words, for readers who can't see the figure. For 200,000
    /// ties this takes noticeable time.
    pub words: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            numbers: false,
            tie_labels: true,
            keys: true,
            unit: 1.0,
            text_unit: 1.0,
            lines: None,
            least_line: 0.0,
            frame: None,
            taken: None,
            words: true,
        }
    }
}

impl Options {
    /// Whether it is drawn only to find out how large it becomes.
    pub(super) const fn is_draft(&self) -> bool {
        !self.tie_labels
    }

    /// The widths of lines, as far as they are known.
    pub(super) fn line_units(&self) -> LineUnits {
        self.lines.unwrap_or(LineUnits::alike(self.unit))
    }
}
