//! The mark of a tie, with its arrow and the stroke across it.

use crate::model::{Color, Point, TieId};
use crate::scene::{Curve, Pattern, Stroke, TextPlace};

/// A nation or a tie, by its index in the scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A nation.
    Nation(usize),
    /// A tie.
    Tie(usize),
}

/// The mark of a tie.
#[derive(Clone, Debug, PartialEq)]
pub struct TieMark {
    /// The tie.
    pub id: TieId,
    /// The index of the nation at which it starts.
    pub from: usize,
    /// What it ends at.
    pub to: Mark,
    /// Whether it leads from its first end to its second.
    pub directed: bool,
    /// Whether it is drawn with the map. One that isn't is shown where a person asks for it.
    pub is_drawn: bool,
    /// A description: `Japan – New Zealand, pact, negotiating`; empty if none was asked for.
    pub name: String,
    /// The line as it is drawn: trimmed to the rims of its ends, and to the base of its arrow.
    pub curve: Curve,
    /// Where it runs below marks at which it doesn't end: parameters of the curve between which it isn't
    /// drawn, ascending. None while nations move.
    pub gaps: Vec<[f32; 2]>,
    /// The same for the names below which it runs, but for the parts that
    /// [`TieAtName`](crate::scene::TieAtName) draws once more. None while nations move.
    pub name_gaps: Vec<[f32; 2]>,
    /// How much it stands out among the others.
    pub emphasis: Emphasis,
    /// How far the curve bends: twice the distance of its middle from the straight line between its ends,
    /// as a fraction of that line's length; positive to the right as seen from the first end. For a
    /// loop it is the angle between its sides, in radians.
    pub bend: f32,
    /// How far it sways, as an S, where no bend leads past what is in its way: see [`Curve::swayed`]; mostly 0.
    pub sway: f32,
    /// The line's colour, already faded to its strength.
    pub color: Color,
    /// The line's width.
    pub width: f32,
    /// The line's dash pattern, from kind and status.
    pub pattern: Pattern,
    /// 1 in force, 0.6 not yet in force, 0.35 ended.
    pub strength: f32,
    /// The arrow at the second end of a directed tie.
    pub arrow: Option<Arrow>,
    /// Whether it has ended, so that a stroke is drawn across it.
    pub has_ended: bool,
    /// The stroke across the middle of a tie that has ended.
    pub strike: Option<Line>,
    /// The middle of the whole curve from centre to centre. Ties onto this one end here.
    pub middle: Point,
    /// Where the text along it was put by hand.
    pub label_place: Option<TextPlace>,
    /// The radius of the small ring at the middle, if other ties end there.
    pub ring: Option<f32>,
}

impl TieMark {
    /// The parts of its line that are drawn: all of it, but for the gaps.
    pub fn pieces(&self) -> Vec<Curve> {
        if self.gaps.is_empty() && self.name_gaps.is_empty() {
            return vec![self.curve];
        }
        let mut gaps: Vec<[f32; 2]> = self.gaps.iter().chain(&self.name_gaps).copied().collect();
        gaps.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let (mut pieces, mut at) = (Vec::with_capacity(gaps.len() + 1), 0.0f32);
        for [start, end] in gaps.into_iter().chain([[1.0, 1.0]]) {
            if at < start {
                pieces.push(self.curve.part(at, start));
            }
            at = at.max(end);
        }
        pieces
    }
}

/// How much a tie stands out among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// It is paler than others, as those within blocs are on a crowded map.
    Pale,
    /// It is like most.
    Usual,
    /// It is hostile, or of a rare kind.
    Strong,
}

/// A filled triangle in the colour of its tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// Where it points.
    pub tip: Point,
    /// The corners of its base.
    pub base: [Point; 2],
}

impl Arrow {
    /// An arrow with its tip at the end of a curve, and the curve trimmed to end within the arrow. A
    /// curve that is too short for an arrow has none.
    pub(in crate::scene) fn at_end(curve: &Curve, width: f32, unit: f32) -> (Curve, Option<Self>) {
        let length = 5.0 * unit + 2.4 * width;
        let cut = curve.trimmed(0.0, length * 0.8);
        if cut.from.distance(cut.to) < unit || curve.length() < length * 1.5 {
            return (*curve, None);
        }
        let back = (cut.to - curve.to).normalized();
        let side = back.perpendicular() * (length * 0.4);
        let base = curve.to + back * length;
        (cut, Some(Self { tip: curve.to, base: [base + side, base - side] }))
    }
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

impl Line {
    /// This line as the stroke across a tie that has ended; `width` is that of the tie's own line.
    pub fn strike(self, width: f32) -> Stroke {
        Stroke { points: vec![self.from, self.to], width: width.max(1.2) }
    }

    /// A short stroke across the middle of a curve.
    pub(in crate::scene) fn across(curve: &Curve, unit: f32) -> Self {
        let along = curve.tangent(0.5);
        let arm = (along.perpendicular() + along * 0.6).normalized() * (6.0 * unit);
        let middle = curve.point(0.5);
        Self { from: middle - arm, to: middle + arm }
    }
}
