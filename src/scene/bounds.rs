//! The rectangle around all marks of a scene.

use super::{HullMark, NationMark, Scene};
use crate::model::{Point, Rect};

/// The smallest rectangle that holds every mark; [`Rect::NOTHING`] for a scene without marks.
pub(super) fn bounds(scene: &Scene) -> Rect {
    let square = |center: Point, radius: f32| Rect::centered(center, 2.0 * radius, 2.0 * radius);
    let nations = scene.nations.iter().map(NationMark::bounds);
    let hulls = scene.hulls.iter().map(HullMark::bounds);
    let ties = scene.ties.iter().filter(|tie| tie.is_drawn).map(|tie| {
        let ring = square(tie.middle, tie.ring.map_or(0.0, |radius| radius * 1.21));
        let arrow = tie.arrow.iter().flat_map(|arrow| [arrow.tip, arrow.base[0], arrow.base[1]]);
        let strike = tie.strike.iter().flat_map(|line| [line.from, line.to]);
        let line = tie.curve.bounds().expanded(tie.pattern.reach(tie.width));
        arrow.chain(strike).fold(line.union(&ring), |rect, point| rect.including(point))
    });
    let groups = scene.tie_groups.iter().flat_map(|mark| {
        let half = mark.width / 2.0;
        mark.all_curves().map(move |curve| curve.bounds().expanded(half))
    });
    let ties = ties.chain(groups);
    let labels = scene.labels.iter().map(|label| label.bounds);
    hulls.chain(nations).chain(ties).chain(labels).fold(Rect::NOTHING, |all, rect| all.union(&rect))
}
