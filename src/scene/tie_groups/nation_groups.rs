//! The groups of nations between which ties are drawn as one.

use std::collections::{BTreeMap, HashMap};

use crate::communities::{PLAIN, SignedTie, communities};
use crate::model::{End, Map, Nation, NationId, Sign, Tie};
use crate::scene::{hulls, text};

/// Groups of at least two nations; none belongs to two.
#[derive(Clone, Debug, Default)]
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
    pub(super) fn of(map: &Map) -> Self {
        let as_hull = hulls::drawn_as_hulls(map);
        let mut lists = by_property(map);
        lists.extend(by_organisation(map, &as_hull));
        let are_found = lists.is_empty();
        if are_found {
            lists = found(map);
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

/// The blocs: communities in the ties, each called by the nation with the most ties in it.
fn found(map: &Map) -> Vec<(String, Vec<usize>)> {
    let tie = |tie: &Tie| {
        let End::Nation(to) = tie.to else { return None };
        let ends = [map.nations().index_of(tie.from)?, map.nations().index_of(to)?];
        let weight = match map.kinds().get(tie.kind)?.sign {
            Sign::Friendly => 1.0,
            Sign::Hostile => -1.0,
            Sign::Neutral => return None,
        };
        (ends[0] != ends[1]).then(|| SignedTie { ends: ends.map(|end| end as u32), weight })
    };
    let ties: Vec<SignedTie> = map.ties().iter().filter_map(|(_, t)| tie(t)).collect();
    let count = map.nations().len();
    let community_of = communities(count, &ties, PLAIN);
    let mut within = vec![0usize; count];
    for SignedTie { ends: [a, b], .. } in &ties {
        if community_of[*a as usize] == community_of[*b as usize] {
            within[*a as usize] += 1;
            within[*b as usize] += 1;
        }
    }
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (nation, community) in community_of.iter().enumerate() {
        let community = *community as usize;
        members.resize(members.len().max(community + 1), Vec::new());
        members[community].push(nation);
    }
    let name = |members: &[usize]| {
        // Of several with as many ties the first.
        let most = members.iter().copied().rev().max_by_key(|nation| within[*nation]);
        let id = most.and_then(|nation| map.nations().id_at(nation));
        let nation = id.and_then(|id| map.nations().get(id));
        format!("bloc around {}", nation.map(|n| text::clean(&n.name)).unwrap_or_default())
    };
    members.into_iter().map(|members| (name(&members), members)).collect()
}
