//! Where the lines of ties begin and end: at the rims of nations, at the edges of hulls, or at the
//! middle of another tie.

use crate::model::Point;
use crate::scene::lines::segment::segment_distance;
use crate::scene::routing::Route;
use crate::scene::{Arrow, Curve, HullMark, Line, Mark, NationMark, TieMark};

/// The space between a nation's rim and the end of a tie, at unit 1.
pub(super) const RIM_GAP: f32 = 2.5;
/// The radius of the ring at the middle of a tie at which other ties end, at unit 1.
pub(super) const RING_RADIUS: f32 = 4.0;

/// The length of a tie from a nation to the edge of a hull that holds it, if there is such a point, at
/// unit 1.
const TO_EDGE: f32 = 60.0;

/// The marks at which ties end.
#[derive(Clone, Copy)]
pub(in crate::scene) struct TieEnds<'a> {
    pub(in crate::scene) nations: &'a [NationMark],
    pub(in crate::scene) hulls: &'a [HullMark],
}

impl<'a> TieEnds<'a> {
    /// Lets a tie run along a curve, trimmed to its ends, with its arrow and its strike.
    pub(in crate::scene) fn trim(self, mark: &mut TieMark, whole: &Curve, unit: f32) {
        let to_reach = match mark.to {
            Mark::Nation(index) => self.reach(index, &whole.reversed(), unit),
            Mark::Tie(_) => (RING_RADIUS + 1.5) * unit,
        };
        let trimmed = whole.trimmed(self.reach(mark.from, whole, unit), to_reach);
        (mark.curve, mark.arrow) =
            if mark.directed { Arrow::at_end(&trimmed, mark.width, unit) } else { (trimmed, None) };
        mark.strike = mark.has_ended.then(|| Line::across(&mark.curve, unit));
        mark.middle = whole.point(0.5);
    }

    /// The distance from the centre of a nation at which a tie along a curve begins.
    fn reach(self, index: usize, curve: &Curve, unit: f32) -> f32 {
        let Some(nation) = self.nations.get(index) else { return 0.0 };
        if nation.is_drawn() {
            return nation.reach(|| curve.tangent(0.0)) + RIM_GAP * unit;
        }
        // At an organisation that is drawn as a hull, a tie begins at the edge of the hull.
        let exit = self.hull_of(nation).and_then(|hull| hull.exit_of(curve));
        exit.map_or(0.0, |t| curve.point(t).distance(curve.from) + RIM_GAP * unit)
    }

    fn hull_of(self, nation: &NationMark) -> Option<&'a HullMark> {
        self.hulls.iter().find(|hull| hull.organisation == Some(nation.id))
    }

    /// The curve of a tie between an organisation that is drawn as a hull and a nation within it: it
    /// leads to a point of the edge that is far enough away for the line to be seen, and to which no other
    /// nation is in the way. `None` for any other tie.
    pub(super) fn to_hull_edge(self, route: &Route, unit: f32) -> Option<Curve> {
        let (from, to) =
            (self.nations.get(route.from_nation)?, self.nations.get(route.to_nation?)?);
        let (nation, hull) = match (from.is_drawn(), to.is_drawn()) {
            (true, false) => (from, self.hull_of(to)?),
            (false, true) => (to, self.hull_of(from)?),
            _ => return None,
        };
        if !hull.contains(nation.center) {
            return None;
        }
        let cost = |point: Point| {
            let others =
                self.nations.iter().filter(|other| other.is_drawn() && other.id != nation.id);
            let crossed = others.filter(|other| {
                segment_distance(other.center, nation.center, point) < other.radius + RIM_GAP * unit
            });
            let length = nation.center.distance(point) - nation.radius;
            (length - TO_EDGE * unit).abs() + 200.0 * unit * crossed.count() as f32
        };
        let costs = hull.outline.iter().map(|point| (cost(*point), *point));
        let (_, edge) = costs.min_by(|a, b| a.0.total_cmp(&b.0))?;
        let outwards = Curve::bent(nation.center, edge, route.bend);
        Some(if from.is_drawn() { outwards } else { outwards.reversed() })
    }
}
