//! The hulls of a map, as the layout knows them.

use crate::layout::Hull;
use crate::model::Map;
use crate::scene;

/// Who shares a hull, and what its name takes.
pub(super) fn hulls(map: &Map) -> Vec<Hull> {
    let hull = |group: scene::HullGroup| Hull {
        members: group.members.into_iter().map(|member| member as u32).collect(),
        center: group.organisation.map(|organisation| organisation as u32),
        name: [group.name_extent.x, group.name_extent.y],
    };
    scene::hull_groups(map).into_iter().map(hull).collect()
}
