//! How large the lines of ties are on the screen.
//!
//! Lines go with the zoom, as the distances between nations do, but for those that a crowded map has to tell: on a
//! page they are as strong as the names beside them, and so they are here. That goes by the zoom alone and without
//! steps, and needs no other scene.

use std::borrow::Cow;

use crate::model::Point;
use crate::scene::{
    Arrow, Emphasis, HullLook, LegendLine, Line, LineScale, Pattern, Scene, TieMark,
};
use crate::ui::canvas::viewport::zoom_step::LEAST_TEXT_UNIT;

/// The share of the map that the lines which stand out may cover for it.
const MOST_COVER: f32 = 0.12;
/// The largest lines of a legend.
const LARGEST_IN_LEGEND: f32 = 1.0;
/// The smallest dashes and arrows of a legend by which kinds are still told apart. On the map they may be smaller.
const LEAST_DETAILS: f32 = 0.6;

/// The sizes of lines, in logical pixels for each unit of their widths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineSizes {
    zoom: f32,
    strong: f32,
}

impl LineSizes {
    /// Those of a scene at a zoom.
    pub fn of(scene: &Scene, zoom: f32) -> Self {
        let covering = MOST_COVER * zoom / scene.strong_cover.max(f32::MIN_POSITIVE);
        let least = if scene.is_crowded() { LEAST_TEXT_UNIT.min(covering) } else { 0.0 };
        Self { zoom, strong: zoom.max(least) }
    }

    const fn size(self, emphasis: Emphasis) -> f32 {
        match emphasis {
            Emphasis::Strong => self.strong,
            Emphasis::Usual | Emphasis::Pale => self.zoom,
        }
    }

    /// How much larger lines are than the distances between nations.
    pub fn magnified(self, emphasis: Emphasis) -> f32 {
        self.size(emphasis) / self.zoom
    }

    /// How wide a tie is on the screen.
    pub fn width(self, mark: &TieMark) -> f32 {
        mark.width * self.size(mark.emphasis)
    }

    /// The dashes of a line of a length, as large as the line.
    pub fn pattern(self, pattern: &Pattern, emphasis: Emphasis, length: f32) -> Pattern {
        let mut pattern = pattern.clone();
        let scale = self.magnified(emphasis);
        if scale > 1.0 {
            pattern.dashes.iter_mut().for_each(|dash| *dash *= scale);
            pattern = pattern.fitted(length);
        }
        pattern
    }

    /// A tie with all that is drawn of it as large as its line.
    pub fn as_drawn(self, mark: &TieMark) -> Cow<'_, TieMark> {
        /// The longest arrow, as a part of its line.
        const LONGEST_ARROW: f32 = 0.3;
        let scale = self.magnified(mark.emphasis);
        if scale <= 1.0 {
            return Cow::Borrowed(mark);
        }
        let from = |middle: Point, point: Point, scale: f32| middle + (point - middle) * scale;
        let length = mark.curve.length();
        let arrow = mark.arrow.map(|Arrow { tip, base }| {
            let own = tip.distance(base[0].lerp(base[1], 0.5)).max(f32::MIN_POSITIVE);
            let scale = scale.min((LONGEST_ARROW * length / own).max(1.0));
            Arrow { tip, base: base.map(|corner| from(tip, corner, scale)) }
        });
        let strike = mark.strike.map(|strike| {
            let ends = [strike.from, strike.to];
            let [from, to] = ends.map(|end| from(ends[0].lerp(ends[1], 0.5), end, scale));
            Line { from, to }
        });
        Cow::Owned(TieMark {
            width: mark.width * scale,
            pattern: self.pattern(&mark.pattern, mark.emphasis, length),
            ring: mark.ring.map(|radius| radius * scale),
            arrow,
            strike,
            ..mark.clone()
        })
    }

    /// How the edge of a bloc, or of nations that stand apart on it, is drawn: one of dashes is as strong as lines that
    /// stand out, since it alone tells where no ground stands for ties when a map is fitted to a window.
    pub fn edge_of_bloc(self, look: &HullLook) -> HullLook {
        let is_dashed = !look.pattern.dashes.is_empty();
        let scale = if is_dashed { self.magnified(Emphasis::Strong) } else { 1.0 };
        let mut look = look.clone();
        look.width *= scale;
        look.pattern.dashes.iter_mut().for_each(|dash| *dash *= scale);
        look
    }

    /// The line of a legend, as wide as those on the map.
    pub fn in_legend(self, line: &LegendLine) -> LineScale {
        let width = self.size(line.emphasis).min(LARGEST_IN_LEGEND);
        LineScale { width, details: width.max(LEAST_DETAILS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, End, KindId, Map, Nation, NationId, Tie, TieId};
    use crate::scene::{LegendSymbol, Options, Positions, build};

    /// Nations in rows that are all tied to one another by the first kind, or by many kinds; the last tie of each ten
    /// nations is of the third kind.
    fn crowded(nations: u32, has_many_rare: bool) -> Scene {
        let mut map = Map::empty();
        for id in 1..=nations {
            let at = Point::new((id % 8 * 90) as f32, (id / 8 * 90) as f32);
            let nation = Nation { key: id.to_string(), position: Some(at), ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        let pairs = (1..=nations).flat_map(|a| (a + 1..=nations).map(move |b| (a, b)));
        for (id, (from, to)) in (1..).zip(pairs) {
            let is_rare = if has_many_rare { id % 11 == 0 } else { id % 200 == 0 };
            let kind = KindId(if is_rare { 3 } else { 1 });
            let (from, to) = (NationId(from), End::Nation(NationId(to)));
            let tie = Tie::new(id.to_string(), from, to, kind, Direction::Directed);
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        build(&map, &Positions::of(&map), &Options::default())
    }

    fn strong(scene: &Scene) -> &TieMark {
        let is_strong = |tie: &&TieMark| tie.emphasis == Emphasis::Strong;
        scene.ties.iter().find(is_strong).expect("a rare tie")
    }

    #[test]
    fn rare_ties_of_a_crowded_map_are_as_strong_as_names_at_any_zoom_and_others_go_with_it() {
        let scene = crowded(64, false);
        let rare = strong(&scene);
        let usual = scene.ties.iter().find(|tie| tie.emphasis < Emphasis::Strong);
        let usual = usual.expect("another");
        let mut before = None;
        for step in 0..120u8 {
            let zoom = 0.08 * 1.03f32.powi(i32::from(step));
            let sizes = LineSizes::of(&scene, zoom);
            assert!(sizes.width(rare) >= rare.width * LEAST_TEXT_UNIT.max(zoom) * 0.999, "{zoom}");
            assert!((sizes.width(usual) - usual.width * zoom).abs() < 1e-4);
            let drawn = sizes.as_drawn(rare);
            assert!((drawn.width * zoom - sizes.width(rare)).abs() < 1e-3);
            let leap = before.map_or(1.0, |before: f32| sizes.width(rare) / before);
            assert!((0.999..1.031).contains(&leap), "{zoom}: no leap from a zoom to the next");
            before = Some(sizes.width(rare));
        }
    }

    #[test]
    fn the_legend_shows_the_widths_of_the_map() {
        let scene = crowded(64, false);
        let sizes = LineSizes::of(&scene, 0.3);
        let lines: Vec<&LegendLine> = scene.legend.iter().filter_map(line).collect();
        assert!(lines.len() >= 2);
        for line in lines {
            let is_shown = |tie: &&TieMark| tie.emphasis == line.emphasis;
            let tie = scene.ties.iter().find(is_shown).expect("a tie like it");
            let shown = line.width * sizes.in_legend(line).width;
            assert!((shown - sizes.width(tie)).abs() < 1e-3, "{shown} {}", sizes.width(tie));
        }
    }

    fn line(row: &crate::scene::LegendRow) -> Option<&LegendLine> {
        match &row.symbol {
            LegendSymbol::Line(line) => Some(line),
            _ => None,
        }
    }

    #[test]
    fn where_rare_ties_are_many_they_do_not_cover_the_map() {
        let scene = crowded(120, true);
        assert!(strong(&scene).width > 0.0);
        let sizes = LineSizes::of(&scene, 0.1);
        let cover = scene.strong_cover * sizes.magnified(Emphasis::Strong);
        assert!(cover <= MOST_COVER.max(scene.strong_cover) * 1.001, "{cover}");
        assert!(sizes.magnified(Emphasis::Strong) < LEAST_TEXT_UNIT / 0.1);
    }
}
