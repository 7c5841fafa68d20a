//! The points at which the lines of a junction can meet.

use crate::model::{Point, Rect};
use crate::scene::blocs::{GAP, LineObstacles, tributaries};
use crate::scene::{Curve, NationMark};

/// How many directions are tried from which lines come to a side.
const DIRECTIONS: u8 = 24;
/// How far from the nations of the side lines meet at least, at text unit 1: two distances.
pub(super) const AWAY: [f32; 2] = [34.0, 80.0];
/// The length of the line between the points at which lines meet and part, at text unit 1.
const TRUNK: f32 = 16.0;
/// The largest angle between that line and the way to a nation of the side, as its tangent: some 55 degrees.
const SPREAD: f32 = 1.43;
/// How far behind the point a line turns towards its nation, as a part of the way.
const TURN: f32 = 0.45;
/// The bends of a line between two nations that are tried, the best first.
const BENDS: [f32; 5] = [0.0, 0.08, -0.08, 0.16, -0.16];

/// A point at which lines meet, before a side whose nations they lead to.
pub(super) struct MeetingPoint {
    /// The line between the points at which lines meet and part.
    pub(super) trunk: Curve,
    /// A line to each nation of the side.
    pub(super) prongs: Vec<Curve>,
    /// What these cost, as a way.
    pub(super) cost: f32,
}

/// The directions from which lines can come.
pub(super) fn directions() -> impl Iterator<Item = Point> {
    let turn = std::f32::consts::TAU / f32::from(DIRECTIONS);
    (0..DIRECTIONS).map(move |step| {
        let angle = f32::from(step) * turn;
        Point::new(angle.cos(), angle.sin())
    })
}

/// The point at which lines part that come to a side from a direction, so far before it that none has to turn sharply.
pub(super) fn parting_point(side: &[&NationMark], outward: Point, away: f32) -> Point {
    let aside = outward.perpendicular();
    let beside = || side.iter().map(|mark| mark.center.dot(aside));
    let least = beside().fold(f32::INFINITY, f32::min);
    let most = beside().fold(f32::NEG_INFINITY, f32::max);
    let middle = f32::midpoint(least, most);
    let reach = |mark: &&NationMark| {
        let off = (mark.center.dot(aside) - middle).abs();
        mark.center.dot(outward) + (off / SPREAD).max(mark.radius)
    };
    let far = side.iter().map(reach).fold(f32::NEG_INFINITY, f32::max);
    outward * (far + away) + aside * middle
}

/// The sizes of a scene, and what is in the way in it.
pub(super) struct Surroundings<'a> {
    pub(super) obstacles: LineObstacles<'a>,
    /// The area of the map, which no line leaves.
    pub(super) area: Rect,
    pub(super) unit: f32,
    pub(super) text_unit: f32,
}

impl Surroundings<'_> {
    /// The points before a side.
    pub(super) fn meeting_points(&self, side: &[&NationMark]) -> Vec<MeetingPoint> {
        let all = directions().flat_map(|outward| AWAY.map(|away| (outward, away)));
        all.filter_map(|(outward, away)| self.meeting_point(side, outward, away)).collect()
    }

    /// The point before a side in a direction; `None` beyond the map.
    fn meeting_point(
        &self,
        side: &[&NationMark],
        outward: Point,
        away: f32,
    ) -> Option<MeetingPoint> {
        let parting = parting_point(side, outward, away * self.text_unit);
        let trunk = Curve::line(parting + outward * (TRUNK * self.text_unit), parting);
        let prong = |mark: &&NationMark| {
            let line = Curve::arriving(mark.center, parting, outward, TURN).reversed();
            line.trimmed(0.0, mark.radius + GAP * self.unit)
        };
        let prongs: Vec<Curve> = side.iter().map(prong).collect();
        if prongs.iter().chain([&trunk]).any(|line| !self.area.holds(&line.bounds())) {
            return None;
        }
        let cost = prongs.iter().map(|line| self.cost(line, &[])).sum::<f32>()
            + self.cost(&trunk, &[trunk.from]);
        Some(MeetingPoint { trunk, prongs, cost })
    }

    /// What a line costs: its length, and what is in its way and at its tips.
    fn cost(&self, line: &Curve, tips: &[Point]) -> f32 {
        line.length() + self.obstacles.in_the_way(line, tips) * self.unit
    }

    /// The line of a nation to a meeting point that costs least, with its cost; `None` where it would have to turn
    /// sharply, or leave the map.
    pub(super) fn line_to(
        &self,
        point: &MeetingPoint,
        nation: &NationMark,
    ) -> Option<(f32, Curve)> {
        let reach = nation.radius + GAP * self.unit;
        let lines = tributaries(nation.center, point.trunk.from, point.trunk.tangent(0.0));
        self.cheapest(lines.map(|line| line.trimmed(reach, 0.0)))
    }

    /// The line between two nations that costs least.
    pub(super) fn line_between(&self, from: &NationMark, to: &NationMark) -> Curve {
        let [start, end] = [from, to].map(|mark| mark.radius + GAP * self.unit);
        let line = |bend| Curve::bent(from.center, to.center, bend).trimmed(start, end);
        self.cheapest(BENDS.into_iter().map(line)).map_or_else(|| line(0.0), |(_, line)| line)
    }

    /// The line within the map that costs least, with its cost.
    fn cheapest(&self, lines: impl Iterator<Item = Curve>) -> Option<(f32, Curve)> {
        let within = lines.filter(|line| self.area.holds(&line.bounds()));
        let costs = within.map(|line| (self.cost(&line, &[]), line));
        costs.min_by(|(a, _), (b, _)| a.total_cmp(b))
    }
}
