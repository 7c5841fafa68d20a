//! Where the lines of ties begin and end: at the rims of nations, at the edges of hulls, or at the
//! middle of another tie.

use crate::scene::routing::Route;
use crate::scene::{Arrow, Curve, HullMark, Line, Mark, NationMark, TieMark};

/// The space between a nation's rim and the end of a tie, at unit 1.
pub(super) const RIM_GAP: f32 = 2.5;
/// The radius of the ring at the middle of a tie at which other ties end, at unit 1.
pub(super) const RING_RADIUS: f32 = 4.0;

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
            if mark.directed { Arrow::at_end(&trimmed, mark.width) } else { (trimmed, None) };
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
    /// leads to the point of the edge nearest to that nation. `None` for any other tie.
    pub(super) fn to_hull_edge(self, route: &Route) -> Option<Curve> {
        let (from, to) =
            (self.nations.get(route.from_nation)?, self.nations.get(route.to_nation?)?);
        let (nation, hull) = match (from.is_drawn(), to.is_drawn()) {
            (true, false) => (from, self.hull_of(to)?),
            (false, true) => (to, self.hull_of(from)?),
            _ => return None,
        };
        let edge = hull.contains(nation.center).then(|| hull.nearest_on_edge(nation.center))?;
        let outwards = Curve::bent(nation.center, edge, route.bend);
        Some(if from.is_drawn() { outwards } else { outwards.reversed() })
    }
}
