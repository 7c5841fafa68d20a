//! Hulls while nations move.

use std::collections::BTreeMap;

use super::hull_marks::middle_of;
use crate::model::{NationId, Point, Rect};
use crate::scene::{HullMark, Label, LabelOwner, NationMark};

/// Lets the names of hulls follow the members beside which they stand, and with them the centres of
/// organisations that are drawn as hulls.
pub(in crate::scene) fn move_hulls(
    hulls: &mut [HullMark],
    nations: &mut [NationMark],
    labels: &mut [Label],
) {
    let mut boxes: BTreeMap<LabelOwner, std::vec::IntoIter<Rect>> = BTreeMap::new();
    for (index, hull) in (0..).zip(hulls.iter_mut()) {
        hull.middle = middle_of(&hull.members, nations);
        for name in &mut hull.names {
            if let Some(anchor) = nations.get(name.anchor) {
                let by = anchor.center + name.offset - name.area.center();
                name.area = name.area.translated(by);
            }
        }
        let owner = hull.organisation.map_or(LabelOwner::Hull(index), LabelOwner::Nation);
        let areas: Vec<Rect> = hull.names.iter().map(|name| name.area).collect();
        boxes.insert(owner, areas.into_iter());
    }
    for label in labels {
        if let Some(area) = boxes.get_mut(&label.owner).and_then(Iterator::next) {
            (label.center, label.bounds) = (area.center(), area);
        }
    }
    center_organisations(hulls, nations);
}

/// Moves each organisation that is drawn as a hull to its name, where ties to it end.
pub(super) fn center_organisations(hulls: &[HullMark], nations: &mut [NationMark]) {
    let place = |hull: &HullMark| {
        let first = hull.names.first();
        Some((hull.organisation?, first.map_or(hull.middle, |name| name.area.center())))
    };
    let places: BTreeMap<NationId, Point> = hulls.iter().filter_map(place).collect();
    for nation in nations.iter_mut().filter(|nation| !nation.is_drawn()) {
        nation.center = places.get(&nation.id).copied().unwrap_or(nation.center);
    }
}
