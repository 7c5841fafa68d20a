//! The marks of hulls around nations that belong together.

use std::collections::BTreeMap;

use super::groups::{Group, by_organisation, by_property};
use super::hull_style::hull_look;
use super::outline::{circle, convex_hull, rounded_corners};
use crate::model::{Map, Point, Rect};
use crate::scene::{
    HullMark, Label, LabelOwner, NationMark, Options, Palette, Shape, nations as nation_marks,
};

/// The distances of hulls from the marks of their members, at unit 1. They are assigned in turn, so that
/// the edges of two hulls around the same nations don't coincide.
const MARGINS: [f32; 3] = [11.0, 15.0, 19.0];

/// How much larger the distances of a hull are for each hull that lies in it, at unit 1: with space for a
/// name between both.
const NESTING: f32 = 24.0;

/// The distance of hulls from the names of their members, at unit 1.
const NAME_MARGIN: f32 = 5.0;

/// The maximum number of hulls: nobody could tell more apart.
const MAX_HULLS: usize = 200;

/// The hulls of a map, those of groups by property first. A nation that is drawn as a hull gets its
/// centre moved to that of the hull, since ties end there.
pub(in crate::scene) fn hull_marks(
    map: &Map,
    nations: &mut [NationMark],
    options: &Options,
) -> Vec<HullMark> {
    let palette = Palette::of(options.theme);
    let mut groups = by_property(map, nations, &palette);
    groups.extend(by_organisation(map, groups.len(), nations, &palette));
    groups.retain(|group| !group.members.is_empty());
    groups.truncate(MAX_HULLS);
    if groups.is_empty() {
        return Vec::new();
    }
    let footprints = nation_marks::footprints_at(map, options.unit, options.text_unit);
    let mark = |(index, group): (usize, Group)| {
        let nested = f32::from(group.nesting) * NESTING;
        let margin = (MARGINS[index % MARGINS.len()] + nested) * options.unit;
        let members =
            group.members.iter().filter_map(|i| Some((nations.get(*i)?, footprints.get(*i)?)));
        let outline = convex_hull(members.flat_map(|(nation, area)| {
            let area = area.expanded(nested * options.unit);
            points_around(nation, area, margin, options.unit)
        }));
        HullMark {
            organisation: group.organisation,
            name: group.name,
            members: group.members,
            nesting: group.nesting,
            outline,
            look: hull_look(index, group.color, options.theme, options.unit),
        }
    };
    let hulls: Vec<HullMark> = groups.into_iter().enumerate().map(mark).collect();
    for hull in &hulls {
        let index = hull.organisation.and_then(|id| map.nations().index_of(id));
        if let Some(nation) = index.and_then(|index| nations.get_mut(index)) {
            nation.center = hull.bounds().center();
        }
    }
    hulls
}

/// Extends hulls over the names of their members where these are placed.
pub(in crate::scene) fn extend_over_names(
    hulls: &mut [HullMark],
    map: &Map,
    labels: &[Label],
    unit: f32,
) {
    let mut names: BTreeMap<usize, Rect> = BTreeMap::new();
    for label in labels {
        if let LabelOwner::Nation(id) = label.owner
            && let Some(index) = map.nations().index_of(id)
        {
            names.insert(index, label.bounds);
        }
    }
    for hull in hulls {
        let margin = (NAME_MARGIN + f32::from(hull.nesting) * NESTING) * unit;
        let own_names = hull.members.iter().filter_map(|index| names.get(index));
        let corners = own_names.flat_map(|name| rounded_corners(name.expanded(margin), unit));
        hull.outline = convex_hull(hull.outline.iter().copied().chain(corners));
    }
}

/// The points at a distance around a nation and its footprint that a hull has to hold.
fn points_around(nation: &NationMark, footprint: Rect, margin: f32, unit: f32) -> Vec<Point> {
    let area = footprint.translated(nation.center).expanded(NAME_MARGIN * unit);
    let mut points = match nation.shape {
        Shape::Label { .. } => {
            let half = nation.half_extent();
            let signs = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
            let corner = |(x, y)| nation.center + Point::new(half.x * x, half.y * y);
            signs.into_iter().flat_map(|sign| circle(corner(sign), margin)).collect()
        }
        _ => circle(nation.center, nation.radius + margin),
    };
    points.extend(rounded_corners(area, unit));
    points
}
