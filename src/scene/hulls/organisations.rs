//! Which organisations are drawn as hulls around their members.

use crate::model::{DrawnAs, Map, NationId};

/// For each nation of the map, whether it is drawn as a hull around its members.
pub(in crate::scene) fn drawn_as_hulls(map: &Map) -> Vec<bool> {
    let mut as_hull = vec![false; map.nations().len()];
    let wants = |id: NationId| map.nations().get(id).is_some_and(|n| n.drawn_as == DrawnAs::Hull);
    if !map.nations().iter().any(|(_, nation)| nation.drawn_as == DrawnAs::Hull) {
        return as_hull;
    }
    for (_, nation) in map.nations().iter() {
        for membership in nation.memberships.iter().filter(|m| map.is_current(m)) {
            let index = map.nations().index_of(membership.organisation);
            if let Some(slot) = index.and_then(|index| as_hull.get_mut(index)) {
                *slot |= wants(membership.organisation);
            }
        }
    }
    as_hull
}
