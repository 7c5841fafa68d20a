//! The groups of nations between which ties are drawn as one.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Map, Nation, NationId};
use crate::scene::blocs::{self, MapBlocs};
use crate::scene::{hulls, text};

/// Groups of at least two nations; none belongs to two.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NationGroups {
    /// What each group is called.
    pub(super) names: Vec<String>,
    /// The group of each nation, by its index in the map.
    pub(super) of: Vec<Option<usize>>,
    /// Whether they were found in the ties, so that no hull shows them.
    pub(super) are_found: bool,
}

impl NationGroups {
    /// The groups of the map's hulls, of several the first; where there are none, the blocs found in the ties.
    pub(super) fn of(map: &Map, blocs: &MapBlocs<'_>) -> Self {
        let as_hull = hulls::drawn_as_hulls(map);
        let mut lists = by_property(map);
        lists.extend(by_organisation(map, &as_hull));
        let are_found = lists.is_empty();
        if are_found {
            lists = found(map, blocs);
        }
        let mut groups = Self { are_found, of: vec![None; map.nations().len()], ..Self::default() };
        for (name, mut members) in lists {
            members.retain(|member| groups.of[*member].is_none() && !as_hull[*member]);
            if members.len() > 1 {
                members.iter().for_each(|member| groups.of[*member] = Some(groups.names.len()));
                groups.names.push(name);
            }
        }
        groups
    }
}

fn by_property(map: &Map) -> Vec<(String, Vec<usize>)> {
    let Some(grouping) = &map.look().hulls else { return Vec::new() };
    let values = map.nation_values(&grouping.property());
    let mut indices: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (nation, value) in values.iter().enumerate() {
        // Numbers form no groups.
        let Some(value) = value.as_ref().filter(|value| value.number.is_none()) else { continue };
        let group = *indices.entry(&value.text).or_insert(groups.len());
        if group == groups.len() {
            groups.push((text::clean(&value.text), Vec::new()));
        }
        groups[group].1.push(nation);
    }
    groups
}

fn by_organisation(map: &Map, as_hull: &[bool]) -> Vec<(String, Vec<usize>)> {
    let mut members: HashMap<NationId, Vec<usize>> = HashMap::new();
    for (index, (_, nation)) in map.nations().iter().enumerate() {
        for membership in nation.memberships.iter().filter(|m| map.is_current(m)) {
            members.entry(membership.organisation).or_default().push(index);
        }
    }
    let hulled = map.nations().iter().zip(as_hull).filter(|(_, as_hull)| **as_hull);
    let group = |((id, nation), _): ((NationId, _), _)| {
        let nation: &Nation = nation;
        (text::clean(&nation.name), members.get(&id).cloned().unwrap_or_default())
    };
    hulled.map(group).collect()
}

/// The blocs, each with its name.
fn found(map: &Map, blocs: &MapBlocs<'_>) -> Vec<(String, Vec<usize>)> {
    let names = blocs::bloc_names(map, blocs.all());
    names.into_iter().zip(blocs.all().iter().cloned()).collect()
}
