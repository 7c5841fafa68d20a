//! What labels must keep clear of: discs, lines and rings.

use super::Block;
use crate::model::{Point, Rect};
use crate::scene::{MembershipMark, NationMark, TieMark};

/// The discs, lines and rings of a map.
pub(in crate::scene) struct Field<'a> {
    nations: &'a [NationMark],
    ties: &'a [TieMark],
    lines: Vec<FieldLine>,
    unit: f32,
}

struct FieldLine {
    points: Vec<Point>,
    bounds: Rect,
    /// Which tie it is; `None` for a membership.
    tie: Option<usize>,
}

impl<'a> Field<'a> {
    pub(in crate::scene) fn new(
        nations: &'a [NationMark],
        ties: &'a [TieMark],
        memberships: &[MembershipMark],
        unit: f32,
    ) -> Self {
        let own = ties.iter().enumerate().map(|(index, tie)| (Some(index), &tie.curve));
        let all = own.chain(memberships.iter().map(|mark| (None, &mark.curve)));
        let line = |(tie, curve): (Option<usize>, &crate::scene::Curve)| {
            let points = curve.flatten(0.5);
            FieldLine { points, bounds: curve.bounds().expanded(2.0), tie }
        };
        Self { nations, ties, lines: all.map(line).collect(), unit }
    }

    /// A field without lines, for labels that don't choose.
    pub(in crate::scene) const fn empty() -> Self {
        Self { nations: &[], ties: &[], lines: Vec::new(), unit: 1.0 }
    }

    /// The points of a tie's line.
    pub(super) fn line(&self, tie: usize) -> &[Point] {
        self.lines.get(tie).map_or(&[], |line| &line.points)
    }

    /// What it costs that a text stands on discs, rings and lines; `own_nation` and `own_tie` are
    /// those that it names.
    pub(super) fn cost(
        &self,
        block: &Block,
        own_nation: Option<usize>,
        own_tie: Option<usize>,
    ) -> f32 {
        let bounds = block.bounds();
        let mut cost = 0.0;
        for (index, nation) in self.nations.iter().enumerate() {
            let keep = nation.radius + 2.0 * self.unit;
            if Some(index) != own_nation
                && bounds.expanded(keep).contains(nation.center)
                && block.distance_to(nation.center) < keep
            {
                cost += 200.0;
            }
        }
        for line in &self.lines {
            if !line.bounds.intersects(&bounds) {
                continue;
            }
            let own = line.tie.is_some() && line.tie == own_tie;
            let margin = if own { 0.0 } else { 1.5 * self.unit };
            let length = block.length_within(&line.points, margin) / self.unit;
            if length > 0.0 {
                let (once, each) = match line.tie {
                    None => (6.0, 0.25),
                    Some(_) if own => (5.0, 0.1),
                    Some(_) => (26.0, 0.7),
                };
                cost += once + each * length;
            }
        }
        for tie in self.ties {
            if let Some(radius) = tie.ring
                && bounds.expanded(radius + 2.0).contains(tie.middle)
                && block.distance_to(tie.middle) < radius + 2.0 * self.unit
            {
                cost += 60.0;
            }
            if let Some(arrow) = tie.arrow
                && bounds.contains(arrow.tip)
                && block.distance_to(arrow.tip) <= 0.0
            {
                cost += 40.0;
            }
        }
        cost
    }
}
