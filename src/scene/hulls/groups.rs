//! Which nations share a hull.

use std::collections::{BTreeMap, BTreeSet};

use super::organisations::{drawn_as_hulls, members};
use crate::model::{Color, Map, NationId, PropertyValue};
use crate::scene::{NationMark, Palette, Shape, category_colors, look_rules, text};

/// Nations that share a hull.
pub(super) struct Group {
    /// The organisation whose members they are; `None` for a group by property.
    pub(super) organisation: Option<NationId>,
    pub(super) name: String,
    /// Their indices in the map, ascending; also those of members of organisations in it.
    pub(super) members: Vec<usize>,
    /// The organisations within it, as indices in the map, ascending.
    pub(super) within: Vec<usize>,
    /// How many hulls lie in one another within this one.
    pub(super) nesting: u8,
    pub(super) color: Color,
}

/// The groups that the look forms by a property.
pub(super) fn by_property(map: &Map, nations: &[NationMark], palette: &Palette) -> Vec<Group> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let colors = look_rules::group_colors(map, &grouping.property(), &values, palette);
    let is_drawn = |index: usize| nations.get(index).is_some_and(NationMark::is_drawn);
    let groups = with_equal_values(&values, is_drawn).into_iter().map(|(name, members)| {
        let first = members.first().and_then(|first| colors.get(*first).copied().flatten());
        let color = first.unwrap_or(palette.second_ink);
        Group { organisation: None, name, members, within: Vec::new(), nesting: 0, color }
    });
    groups.collect()
}

/// The nations that share a hull by a property of theirs, as the look says, by their indices in the map.
pub fn property_groups(map: &Map) -> Vec<Vec<usize>> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let as_hull = drawn_as_hulls(map);
    let is_drawn = |index: usize| as_hull.get(index).is_some_and(|as_hull| !as_hull);
    with_equal_values(&values, is_drawn).into_iter().map(|(_, members)| members).collect()
}

/// The values with the nations that have them, those of the first nations first.
fn with_equal_values(
    values: &[Option<PropertyValue>],
    is_drawn: impl Fn(usize) -> bool,
) -> Vec<(String, Vec<usize>)> {
    let mut indices: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (index, value) in values.iter().enumerate().filter(|(index, _)| is_drawn(*index)) {
        // Numbers form no groups.
        let Some(value) = value.as_ref().filter(|value| value.number.is_none()) else { continue };
        let group = *indices.entry(&value.text).or_insert(groups.len());
        if group == groups.len() {
            groups.push((text::clean(&value.text), Vec::new()));
        }
        groups[group].1.push(index);
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
    let defaults = category_colors::colors(palette.theme);
    let members = members(map);
    for (index, ((id, nation), mark)) in map.nations().iter().zip(nations).enumerate() {
        if mark.shape != Shape::Hull {
            continue;
        }
        let default = defaults[(first + groups.len()) % defaults.len()];
        let color = palette.line(nation.color.unwrap_or(default));
        let name = text::clean(&nation.name);
        let mut within = Within::default();
        within.add(index, 0, &members, nations);
        let Within { members, mut seen, nesting } = within;
        seen.remove(&index);
        groups.push(Group {
            organisation: Some(id),
            name,
            members: members.into_iter().collect(),
            within: seen.into_iter().collect(),
            nesting,
            color,
        });
    }
    groups
}

/// What lies in the hull of an organisation.
#[derive(Default)]
struct Within {
    /// Nations that are drawn by themselves.
    members: BTreeSet<usize>,
    /// Organisations that have been looked at, since they may be members of one another.
    seen: BTreeSet<usize>,
    /// How many hulls lie in one another below this one.
    nesting: u8,
}

impl Within {
    /// The maximum depth of organisations in organisations.
    const MAX_DEPTH: u8 = 8;

    fn add(&mut self, organisation: usize, depth: u8, all: &[Vec<usize>], nations: &[NationMark]) {
        if depth > Self::MAX_DEPTH || !self.seen.insert(organisation) {
            return;
        }
        self.nesting = self.nesting.max(depth);
        for member in all.get(organisation).into_iter().flatten() {
            match nations.get(*member) {
                Some(mark) if mark.is_drawn() => _ = self.members.insert(*member),
                _ => self.add(*member, depth + 1, all, nations),
            }
        }
    }
}
