//! Line patterns: how the dash of a kind and the status of a tie are drawn.

use arrayvec::ArrayVec;

use super::{Curve, Stroke};
use crate::model::{Dash, Status};

/// Lengths drawn and left out in turn. Stored inline, since a map has very many ties.
pub type Dashes = ArrayVec<f32, 4>;

/// How a line is dashed and decorated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Lengths in world units, drawn and left out in turn; empty for a solid line. Strokes have round
    /// ends, which reach half the line's width beyond these lengths.
    pub dashes: Dashes,
    /// What is added to the line.
    pub decoration: Decoration,
}

/// What is added to a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decoration {
    /// Nothing.
    #[default]
    Plain,
    /// Three pairs of short strokes that cross on the line.
    Crossed,
    /// A second line beside the first.
    Double,
}

impl Decoration {
    /// The decoration without strokes across the line: only what runs along it.
    #[must_use]
    pub const fn lines(self) -> Self {
        match self {
            Self::Crossed => Self::Plain,
            other => other,
        }
    }
}

impl Pattern {
    /// The pattern of a tie. If it is not yet or no longer in force its dashes show the status, else the
    /// kind. Crosses and double lines are kept in every status.
    pub fn of(kind: Dash, status: Option<Status>, width: f32) -> Self {
        // Round ends take the line's width from each gap and add it to each stroke.
        let drawn = |length: f32| (length - width).max(0.1);
        let gap = |length: f32| length + width;
        let dashes = match (status, kind) {
            (Some(Status::Proposed), _) => dashes(&[0.1, gap(4.5)]),
            (Some(Status::Negotiating), _) => dashes(&[drawn(3.0), gap(2.5)]),
            (Some(Status::Preliminary), _) => dashes(&[drawn(12.0), gap(4.0)]),
            (Some(Status::Suspended), _) => dashes(&[drawn(14.0), gap(9.0)]),
            (_, Dash::Dashed) => dashes(&[drawn(6.5), gap(3.5)]),
            (_, Dash::Dotted) => dashes(&[0.1, gap(width.max(1.5) * 1.2)]),
            (_, Dash::DashDot) => dashes(&[drawn(9.0), gap(3.0), 0.1, gap(3.0)]),
            (_, Dash::Solid | Dash::Crossed | Dash::Double) => Dashes::new(),
        };
        let decoration = match kind {
            Dash::Crossed => Decoration::Crossed,
            Dash::Double => Decoration::Double,
            _ => Decoration::Plain,
        };
        Self { dashes, decoration }
    }

    /// The thin dotted line of a membership.
    pub fn membership() -> Self {
        Self { dashes: dashes(&[0.1, 3.6]), decoration: Decoration::Plain }
    }

    /// The pattern scaled slightly so that a line of that length ends with a whole dash.
    #[must_use]
    pub fn fitted(mut self, length: f32) -> Self {
        let period: f32 = self.dashes.iter().sum();
        let (Some(first), true) = (self.dashes.first().copied(), period > 0.0) else { return self };
        let repeats = ((length - first) / period).round();
        if repeats >= 3.0 {
            let scale = length / (repeats * period + first);
            self.dashes.iter_mut().for_each(|dash| *dash *= scale);
        }
        self
    }

    /// How far a line of that width reaches to either side, with its decoration.
    pub fn reach(&self, width: f32) -> f32 {
        match self.decoration {
            Decoration::Plain => width / 2.0,
            Decoration::Crossed => 2.2 + width,
            Decoration::Double => width * 0.7 + 0.8,
        }
    }

    /// The crosses of a crossed line, without the line; none if it has another decoration or is too
    /// short for them.
    pub fn crosses(&self, curve: &Curve, width: f32) -> Vec<Stroke> {
        let reach = self.reach(width);
        let mut strokes = Vec::new();
        let length = curve.length();
        if self.decoration != Decoration::Crossed || length < reach * 3.0 {
            return strokes;
        }
        let count = if length < reach * 18.0 { 1 } else { CROSSES.len() };
        for t in CROSSES.into_iter().take(count) {
            let (center, along) = (curve.point(t), curve.tangent(t));
            for across in [along + along.perpendicular(), along - along.perpendicular()] {
                let arm = across.normalized() * reach;
                let points = vec![center - arm, center + arm];
                strokes.push(Stroke { points, width: (width * 0.7).max(0.8) });
            }
        }
        strokes
    }
}

/// The parameters of the crosses on a crossed line: three, or the first alone on a short line.
const CROSSES: [f32; 3] = [0.5, 0.36, 0.64];

/// At most four lengths.
pub(super) fn dashes(lengths: &[f32]) -> Dashes {
    lengths.iter().copied().collect()
}
