//! Which nations share a hull.

use std::collections::BTreeMap;

use crate::model::{Color, Map, NationId};
use crate::scene::{NationMark, Palette, Shape, category_colors, look_rules, text};

/// Nations that share a hull.
pub(super) struct Group {
    /// The organisation whose members they are; `None` for a group by property.
    pub(super) organisation: Option<NationId>,
    pub(super) name: String,
    /// Their indices in the map, ascending.
    pub(super) members: Vec<usize>,
    pub(super) color: Color,
}

/// The groups that the look forms by a property.
pub(super) fn by_property(map: &Map, nations: &[NationMark], palette: &Palette) -> Vec<Group> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let colors = look_rules::group_colors(map, &grouping.property(), &values, palette);
    let mut indices: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        // Numbers form no groups.
        let Some(value) = value.as_ref().filter(|value| value.number.is_none()) else { continue };
        if !nations.get(index).is_some_and(NationMark::is_drawn) {
            continue;
        }
        let group = *indices.entry(&value.text).or_insert(groups.len());
        if group == groups.len() {
            let color = colors.get(index).copied().flatten().unwrap_or(palette.second_ink);
            let name = text::clean(&value.text);
            groups.push(Group { organisation: None, name, members: Vec::new(), color });
        }
        groups[group].members.push(index);
    }
    groups
}

/// The organisations that are drawn as hulls. `first` is the index of the first of these hulls.
pub(super) fn by_organisation(
    map: &Map,
    first: usize,
    nations: &[NationMark],
    palette: &Palette,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut indices: BTreeMap<NationId, usize> = BTreeMap::new();
    let defaults = category_colors::colors(palette.theme);
    for ((id, nation), mark) in map.nations().iter().zip(nations) {
        if mark.shape != Shape::Hull {
            continue;
        }
        let default = defaults[(first + groups.len()) % defaults.len()];
        let color = palette.line(nation.color.unwrap_or(default));
        indices.insert(id, groups.len());
        let name = text::clean(&nation.name);
        groups.push(Group { organisation: Some(id), name, members: Vec::new(), color });
    }
    for (index, (_, nation)) in map.nations().iter().enumerate() {
        if !nations.get(index).is_some_and(NationMark::is_drawn) {
            continue;
        }
        for membership in nation.memberships.iter().filter(|m| map.is_current(m)) {
            let index_of_group = indices.get(&membership.organisation);
            if let Some(group) = index_of_group.and_then(|group| groups.get_mut(*group)) {
                group.members.push(index);
            }
        }
    }
    groups
}
