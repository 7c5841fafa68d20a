//! Which organisations are drawn as hulls around their members.

use crate::model::{DrawnAs, Map};

/// For each nation of the map, whether it is drawn as a hull around its members. Members that are hulls
/// themselves count if there is a nation in them.
pub(in crate::scene) fn drawn_as_hulls(map: &Map) -> Vec<bool> {
    let count = map.nations().len();
    let mut as_hull = vec![false; count];
    let wanted: Vec<bool> =
        map.nations().iter().map(|(_, nation)| nation.drawn_as == DrawnAs::Hull).collect();
    if !wanted.contains(&true) {
        return as_hull;
    }
    let members = members(map);
    let has_members = |index: usize| wanted[index] && !members[index].is_empty();
    loop {
        let mut changed = false;
        for index in (0..count).filter(|index| has_members(*index)) {
            let holds = |member: &usize| !has_members(*member) || as_hull[*member];
            let becomes = !as_hull[index] && members[index].iter().any(holds);
            as_hull[index] |= becomes;
            changed |= becomes;
        }
        if !changed {
            return as_hull;
        }
    }
}

/// The current members of each nation, as indices in the map, ascending.
pub(super) fn members(map: &Map) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); map.nations().len()];
    for (member, (_, nation)) in map.nations().iter().enumerate() {
        for membership in nation.memberships.iter().filter(|m| map.is_current(m)) {
            let index = map.nations().index_of(membership.organisation);
            if let Some(list) = index.and_then(|index| members.get_mut(index)) {
                list.push(member);
            }
        }
    }
    members
}
