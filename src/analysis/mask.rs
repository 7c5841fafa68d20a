//! A choice of a map's records, as one flag for each.

use crate::model::Map;

/// Of each record of a map, whether it is chosen: by a filter, or as what a search may step on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapMask {
    /// Of each nation, in the order of the map.
    pub nations: Vec<bool>,
    /// Of each tie, in the order of the map.
    pub ties: Vec<bool>,
    /// Of each membership, in the order of the map's nations and of each nation's memberships.
    pub memberships: Vec<bool>,
}

impl MapMask {
    /// All of a map.
    pub fn all(map: &Map) -> Self {
        let memberships = map.nations().iter().map(|(_, nation)| nation.memberships.len()).sum();
        Self {
            nations: vec![true; map.nations().len()],
            ties: vec![true; map.ties().len()],
            memberships: vec![true; memberships],
        }
    }
}
