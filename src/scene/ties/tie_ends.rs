//! Where the lines of ties begin and end: at the rims of nations, at the names of hulls, or at the
//! middle of another tie.

use crate::model::{Point, Rect};
use crate::scene::marks::to_rim_of_box;
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
            if mark.directed { Arrow::at_end(&trimmed, mark.width, unit) } else { (trimmed, None) };
        mark.gaps.clear();
        mark.name_gaps.clear();
        mark.strike = mark.has_ended.then(|| Line::across(&mark.curve, unit));
        mark.middle = whole.point(0.5);
    }

    /// The distance from the centre of a nation at which a tie along a curve begins.
    fn reach(self, index: usize, curve: &Curve, unit: f32) -> f32 {
        let Some(nation) = self.nations.get(index) else { return 0.0 };
        if nation.is_drawn() {
            return nation.reach(|| curve.tangent(0.0)) + RIM_GAP * unit;
        }
        // At an organisation that is drawn as a hull, a tie begins at its name.
        self.hull_name(nation).map_or(0.0, |area| {
            let half = Point::new(area.width() / 2.0, area.height() / 2.0);
            to_rim_of_box(half, curve.tangent(0.0)) + RIM_GAP * unit
        })
    }

    /// The box of the name at which ties to an organisation end, if that is drawn as a hull.
    pub(in crate::scene) fn hull_name(self, nation: &NationMark) -> Option<Rect> {
        let hull = self.hull_of(nation).filter(|_| !nation.is_drawn());
        hull?.names.first().map(|name| name.area)
    }

    fn hull_of(self, nation: &NationMark) -> Option<&'a HullMark> {
        self.hulls.iter().find(|hull| hull.organisation == Some(nation.id))
    }
}
