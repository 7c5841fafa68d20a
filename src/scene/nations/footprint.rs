//! Footprints: the rectangles that nations take up together with their names.

use super::name::{Metrics, NAME_SIZE, below_disc};
use super::size::{label_boxes, sizes};
use crate::model::{Map, Nation, Point, Rect};
use crate::scene::{TextOffset, hulls};

/// How far from its mark a name still takes room at the nation, in heights of the name. One that was put
/// farther off would claim all that lies between.
const BESIDE: f32 = 3.0;

/// The rectangle around each nation's mark and name, relative to its centre, as `[left, top, right,
/// bottom]` in the order of the map: the space that a layout reserves for it. The same on every
/// machine, since letters that the embedded font lacks are estimated.
pub fn footprints(map: &Map) -> Vec<[f32; 4]> {
    let sides = |area: Rect| [area.min.x, area.min.y, area.max.x, area.max.y];
    measured_footprints(map, 1.0, 1.0, Metrics::Nominal).into_iter().map(sides).collect()
}

/// The same rectangles for marks and names of other sizes, measured as they are drawn.
pub(in crate::scene) fn footprints_at(map: &Map, unit: f32, text_unit: f32) -> Vec<Rect> {
    let mut footprints = measured_footprints(map, unit, text_unit, Metrics::Drawn);
    let positions: Vec<Option<Point>> =
        map.nations().iter().map(|(_, nation)| nation.position).collect();
    for group in hulls::hull_groups(map) {
        let Some(organisation) = group.organisation else { continue };
        if is_among_members(organisation, &group.members, &positions) {
            let extent = group.name_extent * text_unit;
            footprints[organisation] = Rect::centered(Point::default(), extent.x, extent.y);
        }
    }
    footprints
}

/// Whether an organisation that is drawn as a hull lies among its members, where its name can stand then.
fn is_among_members(organisation: usize, members: &[usize], positions: &[Option<Point>]) -> bool {
    let position = |index: usize| positions.get(index).copied().flatten();
    let members = members.iter().filter_map(|member| position(*member));
    let extent = members.fold(Rect::NOTHING, |extent, point| extent.including(point));
    position(organisation).is_some_and(|own| extent.contains(own))
}

fn measured_footprints(map: &Map, unit: f32, text_unit: f32, metrics: Metrics) -> Vec<Rect> {
    let sized = sizes(map).into_iter().zip(label_boxes(map, text_unit, metrics));
    let footprint = |((_, nation), (radius, half_box)): ((_, &Nation), (f32, Option<Point>))| {
        let origin = Point::default();
        if let Some(half) = half_box {
            return Rect::centered(origin, 2.0 * half.x, 2.0 * half.y);
        }
        let radius = radius * unit;
        let disc = Rect::centered(origin, 2.0 * radius, 2.0 * radius);
        if radius <= 0.0 {
            return disc;
        }
        let extent = metrics.extent(&nation.name, NAME_SIZE * text_unit);
        let by_hand = nation.name_offset.map(|offset| {
            let offset = TextOffset::of(offset, unit, text_unit);
            offset.beside_mark(Point::new(radius, radius), extent)
        });
        let center = by_hand.unwrap_or_else(|| below_disc(radius, extent));
        let name = Rect::centered(center, extent.x, extent.y);
        let is_beside = disc.expanded(extent.y * BESIDE).intersects(&name);
        if is_beside { disc.union(&name) } else { disc }
    };
    map.nations().iter().zip(sized).map(footprint).collect()
}
