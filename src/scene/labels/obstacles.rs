//! What labels must keep clear of: the marks of nations, lines, rings, arrows, and the edge of the page.

use super::box_grid::BoxGrid;
use super::line_costs::{Named, line_cost};
use super::text_box::TextBox;
use crate::model::{Point, Rect};
use crate::scene::lines::segment::segment_distance;
use crate::scene::{Curve, MembershipMark, NationMark, TieMark};

/// The maximum number of ties whose lines labels avoid. On maps with more, labels only avoid one another
/// and the marks of nations.
pub(in crate::scene) const MAX_LINES: usize = 20_000;

/// The space that is kept free around a mark, since viewers round line heights to whole pixels.
const MARGIN: f32 = 0.5;
/// How far the points of a line's chords may lie from its curve, at unit 1.
const FLATNESS: f32 = 0.5;
/// The space between a text and a line that isn't its own, at unit 1.
const LINE_MARGIN: f32 = 1.5;
/// The side of a grid cell, at unit 1.
const CELL: f32 = 48.0;

/// How much farther than its own mark any other is from a name that is read with its own at first sight, at unit 1.
const CLEARLY: f32 = 8.0;
/// The cost of a name that is no nearer to its own mark than to another.
const MISLEADING: f32 = 1000.0;

/// The nations, lines and rings of a map, and the frame around it.
pub(in crate::scene) struct LabelObstacles<'a> {
    nations: &'a [NationMark],
    ties: &'a [TieMark],
    /// The points of each tie's line, then of each membership's.
    lines: Vec<Vec<Point>>,
    segments: Vec<Segment>,
    segment_grid: BoxGrid,
    nation_grid: BoxGrid,
    /// Ties by their rings and arrow tips.
    ring_grid: BoxGrid,
    /// The rectangle around all marks of nations.
    extent: Rect,
    unit: f32,
    frame: Option<Rect>,
}

/// A short segment of a line.
struct Segment {
    ends: [Point; 2],
    line: u32,
}

impl Segment {
    fn bounds(&self) -> Rect {
        Rect::NOTHING.including(self.ends[0]).including(self.ends[1])
    }
}

/// Buffers that are used again for each candidate, so that no memory is allocated.
#[derive(Default)]
pub(super) struct Scratch {
    nearby: Vec<u32>,
    /// Lines with the lengths that lie in a text box.
    lengths: Vec<(u32, f32)>,
}

impl<'a> LabelObstacles<'a> {
    pub(in crate::scene) fn new(
        nations: &'a [NationMark],
        ties: &'a [TieMark],
        memberships: &[MembershipMark],
        unit: f32,
        frame: Option<Rect>,
    ) -> Self {
        let points = |curve: &Curve| curve.flatten(FLATNESS * unit);
        // A tie that isn't drawn is in nobody's way.
        let of_tie = |tie: &TieMark| if tie.is_drawn { points(&tie.curve) } else { Vec::new() };
        let of_ties = ties.iter().map(of_tie);
        let lines = of_ties.chain(memberships.iter().map(|mark| points(&mark.curve))).collect();
        let extent = nations.iter().fold(Rect::NOTHING, |all, nation| all.union(&nation.bounds()));
        let grid = || BoxGrid::new(&extent, CELL * unit);
        let mut obstacles = Self {
            nations,
            ties,
            lines,
            segments: Vec::new(),
            segment_grid: grid(),
            nation_grid: grid(),
            ring_grid: grid(),
            extent,
            unit,
            frame,
        };
        obstacles.fill_grids();
        obstacles
    }

    /// No obstacles, for labels that aren't placed by a search.
    pub(in crate::scene) fn empty() -> Self {
        Self::new(&[], &[], &[], 1.0, None)
    }

    fn fill_grids(&mut self) {
        for (index, nation) in (0..).zip(self.nations).filter(|(_, nation)| nation.is_drawn()) {
            self.nation_grid.insert(index, &nation.bounds());
        }
        for (index, tie) in (0..).zip(self.ties).filter(|(_, tie)| tie.is_drawn) {
            let ring = tie.ring.map(|radius| {
                Rect::centered(tie.middle, 2.0 * radius, 2.0 * radius).expanded(2.0 * self.unit)
            });
            let tip = tie.arrow.map(|arrow| Rect::new(arrow.tip, arrow.tip));
            for bounds in ring.iter().chain(&tip) {
                self.ring_grid.insert(index, bounds);
            }
        }
        for (line, points) in (0..).zip(&self.lines) {
            for ends in points.windows(2) {
                let steps = (ends[0].distance(ends[1]) / self.segment_grid.cell()).ceil().max(1.0);
                for step in 0..steps as u16 {
                    let at = |step: u16| ends[0].lerp(ends[1], f32::from(step) / steps);
                    let segment = Segment { ends: [at(step), at(step + 1)], line };
                    let bounds = segment.bounds().expanded(2.0);
                    self.segment_grid.insert(self.segments.len() as u32, &bounds);
                    self.segments.push(segment);
                }
            }
        }
    }

    /// The points of a tie's line; none if lines aren't obstacles.
    pub(super) fn line(&self, tie: usize) -> &[Point] {
        self.lines.get(tie).map_or(&[], Vec::as_slice)
    }

    /// An empty grid over the same area.
    pub(super) fn grid(&self) -> BoxGrid {
        BoxGrid::new(&self.extent, CELL * self.unit)
    }

    /// Whether a text may be placed there: off all nations' marks and completely within the frame. Only
    /// the label box of the nation that it names may contain it.
    pub(super) fn allows(
        &self,
        text_box: &TextBox,
        own_nation: Option<usize>,
        scratch: &mut Scratch,
    ) -> bool {
        let bounds = text_box.bounds();
        if self.frame.is_some_and(|frame| !frame.holds(&bounds)) {
            return false;
        }
        self.nation_grid.query(&bounds, &mut scratch.nearby);
        let is_in_the_way = |index: usize| {
            let nation = &self.nations[index];
            let contains_it = own_nation == Some(index) && nation.text_size.is_some();
            !contains_it && text_box.overlaps_rect(&nation.bounds().expanded(MARGIN * self.unit))
        };
        !scratch.nearby.iter().any(|index| is_in_the_way(*index as usize))
    }

    /// Whether a text lies nearer to the mark of a nation than to any other.
    pub(super) fn is_nearest_to(
        &self,
        text_box: &TextBox,
        own_nation: usize,
        scratch: &mut Scratch,
    ) -> bool {
        let gap_to = |index: usize| {
            let nation = &self.nations[index];
            text_box.distance_to(nation.center) - nation.radius
        };
        let own_gap = gap_to(own_nation);
        let reach = text_box.bounds().expanded(own_gap.max(0.0));
        self.nation_grid.query(&reach, &mut scratch.nearby);
        let mut others = scratch.nearby.iter().map(|index| *index as usize);
        others.all(|index| index == own_nation || gap_to(index) > own_gap)
    }

    /// The cost of a text near nations and on lines, rings and arrows. `own_nation` and `own_tie` are
    /// what it names.
    pub(super) fn cost(
        &self,
        text_box: &TextBox,
        own_nation: Option<usize>,
        own_tie: Option<usize>,
        scratch: &mut Scratch,
    ) -> f32 {
        let bounds = text_box.bounds();
        self.nation_cost(text_box, &bounds, own_nation, scratch)
            + self.line_cost(text_box, &bounds, (own_nation, own_tie), scratch)
            + self.ring_cost(text_box, &bounds, scratch)
    }

    /// Whether a text along a tie is seen to belong to that tie: close to it, no nearer to any other, and
    /// off rings and the tips of arrows.
    pub(super) fn is_read_with(
        &self,
        text_box: &TextBox,
        tie: usize,
        scratch: &mut Scratch,
    ) -> bool {
        /// Distances from the text to its line that are told apart, at unit 1. One farther away than the
        /// last isn't seen to belong to the text.
        const DISTANCES: [f32; 7] = [0.0, 1.5, 2.5, 3.5, 5.0, 6.5, 8.0];
        let line = self.line(tie);
        if line.is_empty() {
            return true;
        }
        let is_within = |distance: &f32| text_box.length_within(line, distance * self.unit) > 0.0;
        let Some(distance) = DISTANCES.into_iter().find(is_within) else { return false };
        let margin = distance.max(DISTANCES[1]) * self.unit;
        let from_center = |ends: &[Point]| segment_distance(text_box.center, ends[0], ends[1]);
        // Where chords leave open which of two lines is nearer, their curves decide.
        let to_curve = |tie: usize| self.ties[tie].curve.distance_to(text_box.center);
        let own_distance = to_curve(tie);
        let reach = own_distance + FLATNESS * self.unit;
        let bounds = text_box.bounds().expanded(margin.max(reach));
        self.segment_grid.query(&bounds, &mut scratch.nearby);
        let is_nearer = |segment: &Segment| {
            let line = segment.line as usize;
            line != tie
                && line < self.ties.len()
                && (text_box.length_within(&segment.ends, margin) > 0.0
                    || (from_center(&segment.ends) <= reach && to_curve(line) <= own_distance))
        };
        if scratch.nearby.iter().any(|index| is_nearer(&self.segments[*index as usize])) {
            return false;
        }
        self.ring_grid.query(&bounds, &mut scratch.nearby);
        !scratch.nearby.iter().map(|index| &self.ties[*index as usize]).any(|other| {
            let ring = other.ring.map(|radius| (other.middle, radius));
            let tip = other.arrow.map(|arrow| (arrow.tip, 0.0));
            [ring, tip]
                .into_iter()
                .flatten()
                .any(|(center, radius)| text_box.distance_to(center) < radius + 1.0 * self.unit)
        })
    }

    fn nation_cost(
        &self,
        text_box: &TextBox,
        bounds: &Rect,
        own: Option<usize>,
        scratch: &mut Scratch,
    ) -> f32 {
        let margin = 2.0 * self.unit;
        let gap_from = |text_box: &TextBox, index: usize| {
            let nation = &self.nations[index];
            text_box.distance_to(nation.center) - nation.radius
        };
        let letters = text_box.letters();
        let clearly = CLEARLY * self.unit;
        let own_gap = own.map_or(f32::NEG_INFINITY, |own| gap_from(&letters, own));
        let reach = margin.max(own_gap + clearly);
        self.nation_grid.query(&bounds.expanded(reach), &mut scratch.nearby);
        let (mut cost, mut nearest) = (0.0, f32::INFINITY);
        for index in scratch.nearby.iter().map(|index| *index as usize) {
            if Some(index) != own {
                nearest = nearest.min(gap_from(&letters, index));
                cost += if gap_from(text_box, index) < margin { 200.0 } else { 0.0 };
            }
        }
        let lead = (nearest - own_gap).clamp(0.0, clearly);
        cost + MISLEADING * (1.0 - lead / clearly)
    }

    fn line_cost(
        &self,
        text_box: &TextBox,
        bounds: &Rect,
        (own_nation, own): (Option<usize>, Option<usize>),
        scratch: &mut Scratch,
    ) -> f32 {
        // A box that is turned reaches farther by its margin at its corners.
        let reach = bounds.expanded(2.0 * LINE_MARGIN * self.unit);
        let is_near = |index: u32| self.segments[index as usize].bounds().intersects(&reach);
        self.segment_grid.query_where(bounds, is_near, &mut scratch.nearby);
        scratch.lengths.clear();
        for index in &scratch.nearby {
            let segment = &self.segments[*index as usize];
            let is_own = own.is_some_and(|own| segment.line as usize == own);
            let margin = if is_own { 0.0 } else { LINE_MARGIN * self.unit };
            let length = text_box.length_within(&segment.ends, margin) / self.unit;
            if length > 0.0 {
                // The segments of a line follow one another.
                match scratch.lengths.last_mut() {
                    Some((line, sum)) if *line == segment.line => *sum += length,
                    _ => scratch.lengths.push((segment.line, length)),
                }
            }
        }
        let nation =
            own_nation.and_then(|index| Some(Named::Nation(index, self.nations.get(index)?)));
        let named = own.map(Named::Tie).or(nation);
        let cost = |(line, length): &(u32, f32)| {
            let line = *line as usize;
            let tie = self.ties.get(line).map(|tie| (line, tie));
            line_cost(named, tie, self.line(line), *length)
        };
        scratch.lengths.iter().map(cost).sum()
    }

    fn ring_cost(&self, text_box: &TextBox, bounds: &Rect, scratch: &mut Scratch) -> f32 {
        self.ring_grid.query(bounds, &mut scratch.nearby);
        let mut cost = 0.0;
        for tie in scratch.nearby.iter().map(|index| &self.ties[*index as usize]) {
            if let Some(radius) = tie.ring
                && text_box.distance_to(tie.middle) < radius + 2.0 * self.unit
            {
                cost += 60.0;
            }
            if let Some(arrow) = tie.arrow
                && text_box.distance_to(arrow.tip) <= 0.0
            {
                cost += 40.0;
            }
        }
        cost
    }
}
