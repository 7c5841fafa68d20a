//! The texts of a page outside the map and the legend.

use crate::model::{Color, Point, Rect};
use crate::scene::{Weight, text};

/// A text on the page, of one line or several.
#[derive(Clone, Debug, PartialEq)]
pub struct PageText {
    /// What it is.
    pub role: PageRole,
    /// Its runs in reading order.
    pub runs: Vec<TextRun>,
    /// Whether it is right-aligned, with its baselines given by their right ends.
    pub right_aligned: bool,
    /// The type size.
    pub size: f32,
    /// The colour.
    pub color: Color,
}

impl PageText {
    /// The rectangle around its lines.
    pub fn bounds(&self) -> Rect {
        let line = |run: &TextRun| {
            let width = text::width(&run.text, self.size, run.weight);
            let left = if self.right_aligned { run.baseline.x - width } else { run.baseline.x };
            let middle = run.baseline.y - text::BASELINE * self.size;
            let center = Point::new(left + width / 2.0, middle);
            Rect::centered(center, width, text::LINE_BOX * self.size)
        };
        self.runs.iter().map(line).fold(Rect::NOTHING, |all, line| all.union(&line))
    }
}

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// The text.
    pub text: String,
    /// The left end of its baseline, or the right end if the text is right-aligned.
    pub baseline: Point,
    /// The weight of the type.
    pub weight: Weight,
}

/// What a text of a page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageRole {
    /// The title.
    Title,
    /// The line below the title.
    Subtitle,
    /// The date that the map describes.
    AsOf,
    /// A row of the sources.
    Sources,
    /// The name of the app.
    Generator,
    /// What a bloc of a matrix has in common, beside its bracket.
    Bloc,
    /// A remark: who joins blocs, or a tie that has no cell in a matrix.
    Note,
}
