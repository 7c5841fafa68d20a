//! A label: a name, the text along a tie, or a text note.

use crate::model::{Color, NationId, NoteId, Point, Rect, Target, TieId};
use crate::scene::{Weight, text};

/// What a label belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelOwner {
    /// The name of a nation.
    Nation(NationId),
    /// The text along a tie.
    Tie(TieId),
    /// A text note.
    Note(NoteId),
    /// The name of a group, at the edge of its hull: the index among the scene's hulls.
    Hull(u16),
    /// The number of ties that are drawn as one: the index among the scene's.
    TieGroup(u16),
}

impl LabelOwner {
    /// The text note, if it is one.
    pub const fn note(self) -> Option<NoteId> {
        match self {
            Self::Note(id) => Some(id),
            Self::Nation(_) | Self::Tie(_) | Self::Hull(_) | Self::TieGroup(_) => None,
        }
    }

    /// What is selected and changed with the label; `None` for the name of a group, which stands for no
    /// single one.
    pub const fn target(self) -> Option<Target> {
        match self {
            Self::Nation(id) => Some(Target::Nation(id)),
            Self::Tie(id) => Some(Target::Tie(id)),
            Self::Note(id) => Some(Target::Note(id)),
            Self::Hull(_) | Self::TieGroup(_) => None,
        }
    }
}

/// A text on the map: some centred lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it belongs to.
    pub owner: LabelOwner,
    /// Its lines, without control characters.
    pub lines: Vec<String>,
    /// The centre of the text, about which it is turned.
    pub center: Point,
    /// The type size.
    pub size: f32,
    /// The weight of the type.
    pub weight: Weight,
    /// The clockwise rotation, at most a quarter turn either way.
    pub angle_radians: f32,
    /// The colour, with a contrast of at least 4.5:1 to the halo.
    pub color: Color,
    /// The colour behind the text, drawn [`Label::HALO`] wide around the letters.
    pub halo: Color,
    /// Width and height before rotation.
    pub extent: Point,
    /// The upright rectangle around the rotated text.
    pub bounds: Rect,
    /// Which of the label's candidate positions this is, so that a later scene can keep it.
    pub candidate: u16,
}

impl Label {
    /// Whether it says the same as another, in whatever lines.
    pub fn says_same_as(&self, other: &Self) -> bool {
        let letters = |label: &Self| -> String {
            label.lines.iter().flat_map(|line| line.split_whitespace()).collect()
        };
        letters(self) == letters(other)
    }

    /// The width of the halo's stroke as a fraction of the type size; half of it lies outside a letter.
    pub const HALO: f32 = 0.3;
    /// The distance from one line to the next as a fraction of the type size.
    pub const LINE_HEIGHT: f32 = 1.2;
    /// The height of a line as a fraction of the type size, the same above and below the middle of
    /// capitals.
    pub const LINE_BOX: f32 = text::LINE_BOX;
    /// From the middle of a line down to its baseline, as a fraction of the type size.
    pub const BASELINE: f32 = text::BASELINE;

    /// The centre and text of each line, rotated with the label.
    pub fn line_centers(&self) -> impl Iterator<Item = (Point, &str)> {
        let (sin, cos) = self.angle_radians.sin_cos();
        let step = self.size * Self::LINE_HEIGHT;
        let first = -(self.lines.len().saturating_sub(1) as f32) * step / 2.0;
        self.lines.iter().enumerate().map(move |(i, line)| {
            let down = first + i as f32 * step;
            (self.center + Point::new(-sin, cos) * down, line.as_str())
        })
    }
}
