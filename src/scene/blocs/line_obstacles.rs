//! What is in the way of lines that stand for many ties.

use crate::model::{Point, Rect};
use crate::scene::lines::segment::{length_in_rect, segment_distance};
use crate::scene::{Curve, Label, NationMark};

/// The space between a nation's disc and a line, at unit 1.
pub(in crate::scene) const GAP: f32 = 2.0;
/// The least distance of an end from that of another line, and from a disc, at text unit 1.
pub(in crate::scene) const CLEAR: f32 = 18.0;
/// What a line pays for each disc that hides it or that it seems to end at, and for each text that cuts it, at unit 1.
const DISC: f32 = 90.0;
const TEXT: f32 = 60.0;

/// Discs and texts.
pub(in crate::scene) struct LineObstacles<'a> {
    discs: Vec<&'a NationMark>,
    texts: Vec<&'a Label>,
    unit: f32,
    text_unit: f32,
}

impl<'a> LineObstacles<'a> {
    /// Those in an area; of nations only those at which no line begins or ends.
    pub(in crate::scene) fn within(
        area: Rect,
        nations: &'a [NationMark],
        labels: &'a [Label],
        is_other: &dyn Fn(&NationMark) -> bool,
        (unit, text_unit): (f32, f32),
    ) -> Self {
        let discs = nations.iter().filter(|mark| mark.is_drawn() && is_other(mark));
        Self {
            discs: discs.filter(|mark| area.intersects(&mark.bounds())).collect(),
            texts: labels.iter().filter(|label| area.intersects(&label.bounds)).collect(),
            unit,
            text_unit,
        }
    }

    /// What a line pays for those that are in its way, and for those at its `tips` that it doesn't mean, at unit 1.
    pub(in crate::scene) fn in_the_way(&self, curve: &Curve, tips: &[Point]) -> f32 {
        let points = curve.flatten(self.unit);
        let sides = || points.windows(2).map(|side| (side[0], side[1]));
        let clear = CLEAR * self.text_unit;
        let near = curve.bounds().expanded(clear);
        let hides = |disc: &NationMark| {
            let reach = disc.radius + GAP * self.unit;
            let is_its_end = |end: Point| disc.center.distance(end) < 1.01 * reach;
            let is_its_own = is_its_end(curve.from) || is_its_end(curve.to);
            !is_its_own && sides().any(|(a, b)| segment_distance(disc.center, a, b) < reach)
        };
        let is_meant = |disc: &NationMark| {
            tips.iter().any(|tip| disc.center.distance(*tip) < disc.radius + clear)
        };
        let cuts = |text: &Label| {
            let covers = |tip: &Point| Rect::centered(*tip, 2.0 * clear, 2.0 * clear);
            sides().any(|(a, b)| length_in_rect(a, b, &text.bounds) > 0.0)
                || tips.iter().any(|tip| covers(tip).intersects(&text.bounds))
        };
        let discs = self.discs.iter().filter(|disc| near.intersects(&disc.bounds()));
        let discs = discs.filter(|disc| hides(disc) || is_meant(disc)).count();
        let texts = self.texts.iter().filter(|text| near.intersects(&text.bounds));
        let texts = texts.filter(|text| cuts(text)).count();
        DISC * discs as f32 + TEXT * texts as f32
    }
}
