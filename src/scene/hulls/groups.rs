//! Which nations share a hull.

use std::collections::{BTreeMap, BTreeSet};

use super::organisations::{drawn_as_hulls, members};
use super::{HULL_NAME_SIZE, MAX_HULLS};
use crate::model::{Color, Map, NationId, Point, PropertyValue};
use crate::scene::{NationMark, Palette, Shape, look_rules, nations, text};

/// Nations that share a hull.
pub(super) struct Group {
    /// The organisation whose members they are; `None` for a group by property.
    pub(super) organisation: Option<NationId>,
    /// Its index in the map.
    pub(super) index: Option<usize>,
    pub(super) name: String,
    /// Their indices in the map, ascending; also those of members of organisations in it.
    pub(super) members: Vec<usize>,
    /// The organisations within it, as indices in the map, ascending.
    pub(super) within: Vec<usize>,
    /// How many hulls lie in one another within this one.
    pub(super) nesting: u8,
    /// The colour that it has by itself, by a rule or as a person chose; `None` where any will do.
    pub(super) color: Option<Color>,
    /// A number that stays the same where other hulls come and go: its place among all that could be hulls.
    pub(super) number: usize,
}

/// The groups that the look forms by a property.
pub(super) fn by_property(map: &Map, nations: &[NationMark], palette: &Palette) -> Vec<Group> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let colors = look_rules::group_colors(map, &grouping.property(), &values, palette);
    let is_drawn = |index: usize| nations.get(index).is_some_and(NationMark::is_drawn);
    let group = |(number, (name, members)): (usize, (String, Vec<usize>))| {
        let color = members.first().and_then(|first| colors.get(*first).copied().flatten());
        let within = Vec::new();
        Group { organisation: None, index: None, name, members, within, nesting: 0, color, number }
    };
    with_equal_values(&values, is_drawn).into_iter().enumerate().map(group).collect()
}

/// Nations that share a hull, for a layout.
pub struct HullGroup {
    /// The organisation whose members they are, as an index in the map; `None` for a group by property.
    pub organisation: Option<usize>,
    /// Their indices in the map, ascending.
    pub members: Vec<usize>,
    /// Width and height of the hull's name, in world units; the same on every machine.
    pub name_extent: Point,
}

/// The nations that share a hull, in the order of the hulls.
pub fn hull_groups(map: &Map) -> Vec<HullGroup> {
    let as_hull = drawn_as_hulls(map);
    let is_drawn = |index: usize| as_hull.get(index).is_some_and(|as_hull| !as_hull);
    let group = |organisation, name: &str, members| HullGroup {
        organisation,
        members,
        name_extent: nations::nominal_extent(name, HULL_NAME_SIZE),
    };
    let grouping = map.look().hulls.as_ref();
    let values = grouping.map(|grouping| map.nation_values(&grouping.property()));
    let by_value = with_equal_values(&values.unwrap_or_default(), is_drawn);
    let mut groups: Vec<HullGroup> =
        by_value.into_iter().map(|(name, members)| group(None, &name, members)).collect();
    let all = members(map);
    for (index, (_, nation)) in map.nations().iter().enumerate() {
        if !is_drawn(index) {
            let members = Within::of(index, &all, &is_drawn).members.into_iter().collect();
            groups.push(group(Some(index), &nation.name, members));
        }
    }
    groups.retain(|group| !group.members.is_empty());
    groups.truncate(MAX_HULLS);
    groups
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
    let members = members(map);
    let mut number = first;
    for (index, ((id, nation), mark)) in map.nations().iter().zip(nations).enumerate() {
        let own_number = number;
        number += usize::from(members.get(index).is_some_and(|members| !members.is_empty()));
        if mark.shape != Shape::Hull {
            continue;
        }
        let color = nation.color.map(|color| palette.line(color));
        let name = text::clean(&nation.name);
        let is_drawn = |index: usize| nations.get(index).is_some_and(NationMark::is_drawn);
        let Within { members, mut seen, nesting } = Within::of(index, &members, &is_drawn);
        seen.remove(&index);
        groups.push(Group {
            organisation: Some(id),
            index: Some(index),
            name,
            members: members.into_iter().collect(),
            within: seen.into_iter().collect(),
            nesting,
            color,
            number: own_number,
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

    /// What lies in an organisation, given the members of all and which of them are drawn by themselves.
    fn of(organisation: usize, all: &[Vec<usize>], is_drawn: &impl Fn(usize) -> bool) -> Self {
        let mut within = Self::default();
        within.add(organisation, 0, all, is_drawn);
        within
    }

    fn add(
        &mut self,
        organisation: usize,
        depth: u8,
        all: &[Vec<usize>],
        is_drawn: &impl Fn(usize) -> bool,
    ) {
        if depth > Self::MAX_DEPTH || !self.seen.insert(organisation) {
            return;
        }
        self.nesting = self.nesting.max(depth);
        for member in all.get(organisation).into_iter().flatten() {
            if is_drawn(*member) {
                self.members.insert(*member);
            } else {
                self.add(*member, depth + 1, all, is_drawn);
            }
        }
    }
}
