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
    /// What of the map is seen on the canvas, where names of blocs keep clear of what floats above it.
    pub view: Option<FreeView>,
    /// Whether each tie gets a description in words, for readers who can't see the figure. For 200,000
    /// ties this takes noticeable time.
    pub words: bool,
}

/// The part of a map that is seen on the canvas, without what floats above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FreeView {
    /// What the canvas shows.
    pub seen: Rect,
    /// What is covered of it; unused ones are [`Rect::NOTHING`].
    pub covered: [Rect; Self::MOST],
}

impl FreeView {
    /// The most areas that cover something.
    pub const MOST: usize = 8;

    /// A view with the areas that something covers, of which only the first count.
    pub fn new(seen: Rect, covered: impl IntoIterator<Item = Rect>) -> Self {
        let mut all = [Rect::NOTHING; Self::MOST];
        for (slot, area) in all.iter_mut().zip(covered) {
            *slot = area;
        }
        Self { seen, covered: all }
    }

    /// Whether an area is either wholly out of view or wholly in view, with nothing above it.
    pub fn leaves_whole(&self, area: &Rect) -> bool {
        let is_clear = || !self.covered.iter().any(|covered| covered.intersects(area));
        !self.seen.intersects(area) || (self.seen.holds(area) && is_clear())
    }
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
            view: None,
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
