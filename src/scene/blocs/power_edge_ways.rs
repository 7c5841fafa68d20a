//! The ways that power edges may take to the ground of a bloc.

use super::fork::{self, Fork};
use super::line_obstacles::{CLEAR, GAP, LineObstacles};
use super::tributaries::tributaries;
use crate::model::{Point, Rect};
use crate::scene::hull_area::area_contains;
use crate::scene::{Curve, HullMark, Label, NationMark};

/// The distance of the points of an outline at which lines may end, at unit 1.
const STEP: f32 = 10.0;
/// The most of them that are tried, the nearest first.
const MOST_ENDS: usize = 80;
/// The most of them at each end of a line between grounds, and their distance, at unit 1.
const MOST_OF_GROUNDS: usize = 12;
const STEP_OF_GROUNDS: f32 = 30.0;
/// The bends that are tried, the best first.
const BENDS: [f32; 5] = [0.0, 0.1, -0.1, 0.22, -0.22];
/// What a line pays for an end beside that of another line, for one at nations that stand apart on the ground, and for a fork of its own where it might join
/// another line before that one's, as a way, at unit 1.
const BESIDE: f32 = 90.0;
const AT_PATCH: f32 = 300.0;
const OWN_FORK: f32 = 150.0;
/// The least slope, as a cosine, at which a line meets an outline.
const SLOPE: f32 = 0.35;

/// What a line begins at.
#[derive(Clone, Copy)]
pub(super) enum Side<'a> {
    Nation(&'a NationMark),
    Ground(&'a HullMark),
}

impl<'a> Side<'a> {
    pub(super) fn name(&self) -> &'a str {
        match self {
            Self::Nation(nation) => &nation.name,
            Self::Ground(ground) => &ground.name,
        }
    }

    /// The distance from a point.
    pub(super) fn distance(&self, point: Point) -> f32 {
        match self {
            Self::Nation(nation) => nation.center.distance(point),
            Self::Ground(ground) => ground.distance_to_edge(point),
        }
    }

    fn bounds(&self) -> Rect {
        match self {
            Self::Nation(nation) => nation.bounds(),
            Self::Ground(ground) => ground.bounds(),
        }
    }

    fn is(&self, nation: &NationMark) -> bool {
        matches!(self, Self::Nation(own) if own.id == nation.id)
    }
}

/// A point at which a line may end, with the direction from there into the ground; without one at a nation.
type WayEnd = (Point, Option<Point>);

/// A way: its line and the forks in which it ends.
#[derive(Clone)]
pub(super) struct Way {
    pub(super) line: Curve,
    pub(super) forks: Vec<Fork>,
    /// Whether its fork is that of another line, which it joins before.
    pub(super) joins: bool,
}

/// The ways from a nation or a ground to the ground of a bloc.
pub(super) struct Ways<'a> {
    pub(super) ground: &'a HullMark,
    pub(super) from: Side<'a>,
    /// Where other lines end.
    pub(super) ends: &'a [Point],
    /// The forks on the ground in which lines of its kind end, of which it may join one.
    pub(super) forks: &'a [Fork],
    /// The area of the map, which no line leaves.
    pub(super) area: Rect,
    pub(super) unit: f32,
    pub(super) text_unit: f32,
}

impl Ways<'_> {
    /// The way that is short, hidden by few discs and cut by few texts, and that joins another where it can.
    pub(super) fn best(&self, nations: &[NationMark], labels: &[Label]) -> Way {
        let (starts, ends) = self.possible_ends();
        let obstacles = self.obstacles(&ends, nations, labels);
        let mut ways = self.own_ways(&starts, &ends);
        ways.extend(self.joining_ways().map(|way| (way.line.length(), way)));
        ways.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let is_on_patch = self.own_patch().is_some();
        let is_true = |(_, way): &&(f32, Way)| match is_on_patch {
            true => self.ground.contains(way.line.to),
            false => self.lies_outside(&way.line),
        };
        let best = self.cheapest(ways.iter().filter(is_true), &obstacles);
        let best = best.or_else(|| self.cheapest(ways.iter(), &obstacles));
        let straight = || {
            let to = self.ground.middle;
            let from = match self.from {
                Side::Nation(nation) => nation.center,
                Side::Ground(ground) => ground.middle,
            };
            self.own_way(self.trimmed(Curve::line(from, to)))
        };
        best.unwrap_or_else(straight)
    }

    /// The ways that end in forks of their own, each with the least that it costs.
    fn own_ways(&self, starts: &[WayEnd], ends: &[WayEnd]) -> Vec<(f32, Way)> {
        let mut ways = Vec::new();
        for ((start, outward), (end, inward)) in
            starts.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)))
        {
            for bend in BENDS {
                let curve = self.trimmed(Curve::bent(start, end, bend));
                let meets = |into: Option<Point>, along: Point| {
                    into.is_none_or(|into| along.dot(into) >= SLOPE)
                };
                if meets(inward, curve.tangent(1.0))
                    && meets(outward, curve.reversed().tangent(1.0))
                {
                    let way = self.own_way(curve);
                    if self.is_within_map(&way) {
                        ways.push((curve.length() + OWN_FORK * self.unit, way));
                    }
                }
            }
        }
        ways
    }

    /// The ways of a nation's line to the forks of others. Lines of those that stand apart on the ground are too short to
    /// join, and those between grounds end where these face each other.
    fn joining_ways(&self) -> impl Iterator<Item = Way> {
        let nation = match self.from {
            Side::Nation(nation) if self.own_patch().is_none() => Some(nation),
            _ => None,
        };
        let to_fork = move |(fork, nation): (&'_ Fork, &NationMark)| {
            let lines = tributaries(nation.center, fork[0].from, fork[0].tangent(0.0));
            let fork = *fork;
            lines.map(move |line| Way { line, forks: vec![fork], joins: true })
        };
        let ways =
            self.forks.iter().filter_map(move |fork| Some((fork, nation?))).flat_map(to_fork);
        let ways = ways.map(|way| Way { line: self.trimmed(way.line), ..way });
        ways.filter(|way| self.is_within_map(way))
    }

    /// The way along a line that ends in a fork of its own, and begins in one at a ground.
    fn own_way(&self, line: Curve) -> Way {
        let mut forks = vec![fork::fork_of(&line, self.text_unit)];
        if let Side::Ground(_) = self.from {
            forks.push(fork::fork_of(&line.reversed(), self.text_unit));
        }
        Way { line, forks, joins: false }
    }

    /// The cheapest of some ways, which come with the least that each costs, the cheapest first.
    fn cheapest<'w>(
        &self,
        ways: impl Iterator<Item = &'w (f32, Way)>,
        obstacles: &LineObstacles<'_>,
    ) -> Option<Way> {
        let mut best: Option<(f32, &Way)> = None;
        for (at_least, way) in ways {
            let least = best.map_or(f32::INFINITY, |(cost, _)| cost);
            if *at_least >= least {
                break;
            }
            let cost = self.cost(way, obstacles);
            if cost < least {
                best = Some((cost, way));
            }
        }
        best.map(|(_, way)| way.clone())
    }

    /// Whether a line and its forks lie within the area of the map.
    fn is_within_map(&self, way: &Way) -> bool {
        let curves = way.forks.iter().flatten().chain([&way.line]);
        curves.into_iter().all(|curve| self.area.holds(&curve.bounds()))
    }

    /// The part of a curve outside the disc that it begins at.
    fn trimmed(&self, curve: Curve) -> Curve {
        match self.from {
            Side::Nation(nation) => curve.trimmed(nation.radius + GAP * self.unit, 0.0),
            Side::Ground(_) => curve,
        }
    }

    /// Whether a line runs outside of the grounds that it joins.
    fn lies_outside(&self, curve: &Curve) -> bool {
        const BEFORE: [f32; 5] = [0.5, 0.65, 0.8, 0.9, 0.96];
        let leaves =
            |ground: &HullMark| BEFORE.iter().all(|t| !ground.contains(curve.point(1.0 - t)));
        let comes = BEFORE.iter().all(|t| !self.ground.contains(curve.point(*t)));
        comes && !matches!(self.from, Side::Ground(ground) if !leaves(ground))
    }

    /// The marks and texts that ways to some ends may meet.
    fn obstacles<'m>(
        &self,
        ends: &[WayEnd],
        nations: &'m [NationMark],
        labels: &'m [Label],
    ) -> LineObstacles<'m> {
        let area = ends.iter().fold(self.from.bounds(), |area, (end, _)| area.including(*end));
        let area = area.expanded(0.25 * area.width().max(area.height()));
        let is_other = |mark: &NationMark| !self.from.is(mark);
        let units = (self.unit, self.text_unit);
        LineObstacles::within(area, nations, labels, &is_other, units)
    }

    /// The points at which a line may begin, and those at which it may end.
    fn possible_ends(&self) -> (Vec<WayEnd>, Vec<WayEnd>) {
        match self.from {
            Side::Nation(nation) => {
                let ends = match self.own_patch() {
                    Some(patch) => self.ends_beyond(patch),
                    None => {
                        let outlines = &self.ground.outline;
                        nearest_ends(outlines, &self.from, STEP * self.unit, MOST_ENDS)
                    }
                };
                (vec![(nation.center, None)], ends)
            }
            Side::Ground(ground) => {
                let ends = |of: &HullMark, to| {
                    nearest_ends(&of.outline, to, STEP_OF_GROUNDS * self.unit, MOST_OF_GROUNDS)
                };
                (ends(ground, &Side::Ground(self.ground)), ends(self.ground, &self.from))
            }
        }
    }

    /// The outlines around those that stand apart on the ground, if the line begins at one of them.
    fn own_patch(&self) -> Option<&[Vec<Point>]> {
        let Side::Nation(nation) = self.from else { return None };
        let apart = self.ground.apart.as_ref()?;
        area_contains(&apart.outlines, nation.center).then_some(&apart.outlines)
    }

    /// The points just outside of the nearest outlines around those that stand apart, where the ground begins.
    fn ends_beyond(&self, outlines: &[Vec<Point>]) -> Vec<WayEnd> {
        let ends = nearest_ends(outlines, &self.from, STEP * self.unit, MOST_ENDS);
        let beyond = |(point, inward): WayEnd| {
            let outward = inward.map(|inward| inward * -1.0);
            (point + outward.unwrap_or_default() * (fork::BACK * self.text_unit), outward)
        };
        ends.into_iter().map(beyond).collect()
    }

    fn cost(&self, way: &Way, obstacles: &LineObstacles<'_>) -> f32 {
        let curve = &way.line;
        let tips = match (way.joins, self.from) {
            (true, _) => vec![],
            (false, Side::Nation(_)) => vec![curve.to],
            (false, Side::Ground(_)) => vec![curve.to, curve.from],
        };
        let clear = CLEAR * self.text_unit;
        let is_beside = |end: &&Point| tips.iter().any(|tip| end.distance(*tip) < clear);
        let mut paid = obstacles.in_the_way(curve, &tips);
        if !way.joins {
            paid += OWN_FORK
                + BESIDE * self.ends.iter().filter(is_beside).count() as f32
                + AT_PATCH * self.ends_at_patches(curve) as f32;
        }
        curve.length() + paid * self.unit
    }

    /// At how many of its ends a line meets a ground where that doesn't stand for ties.
    fn ends_at_patches(&self, curve: &Curve) -> usize {
        let into = fork::BACK * self.text_unit;
        let meets = |ground: &HullMark, tip: Point| {
            let apart = ground.apart.as_ref();
            apart.is_some_and(|apart| area_contains(&apart.outlines, tip))
        };
        let at_start = match self.from {
            Side::Nation(_) => false,
            Side::Ground(ground) => meets(ground, curve.from - curve.tangent(0.0) * into),
        };
        usize::from(at_start)
            + usize::from(meets(self.ground, curve.to + curve.tangent(1.0) * into))
    }
}

/// The points of outlines that are nearest to something, so far from one another, each with the direction to what lies
/// within.
fn nearest_ends(outlines: &[Vec<Point>], to: &Side<'_>, step: f32, most: usize) -> Vec<WayEnd> {
    let mut ends = Vec::new();
    for line in outlines {
        let mut walked = 0.0;
        for (from, to) in line.iter().zip(line.iter().cycle().skip(1)) {
            walked += from.distance(*to);
            if walked >= step {
                walked = 0.0;
                // Outlines run clockwise around what is within.
                ends.push((*to, Some((*to - *from).normalized().perpendicular())));
            }
        }
    }
    let mut ends: Vec<(f32, WayEnd)> =
        ends.into_iter().map(|end| (to.distance(end.0), end)).collect();
    ends.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    ends.truncate(most);
    ends.into_iter().map(|(_, end)| end).collect()
}
