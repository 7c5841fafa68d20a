//! Which of the ties of a cell tells the most.

use std::collections::BTreeMap;

use super::cell_part::Standing;
use crate::model::{KindId, Map, Sign, Tie};

/// How much a part of a cell tells; the least sorts first, as it tells the most. What holds comes before what
/// has ended, then what is hostile before what isn't, then the rarer kind: as on the map, where these lie on top.
pub(super) type Telling = (bool, bool, usize);

/// A membership tells less than any tie.
pub(super) const fn of_membership(standing: Standing) -> Telling {
    (matches!(standing, Standing::Over), true, usize::MAX)
}

/// How much the ties of a map tell, by their kinds.
pub(super) struct TieTelling {
    kinds: BTreeMap<KindId, (bool, usize)>,
}

impl TieTelling {
    pub(super) fn of(map: &Map) -> Self {
        let kind =
            |(id, kind): (KindId, &crate::model::Kind)| (id, (kind.sign != Sign::Hostile, 0));
        let mut kinds: BTreeMap<_, _> = map.kinds().iter().map(kind).collect();
        for (_, tie) in map.ties().iter() {
            if let Some((_, count)) = kinds.get_mut(&tie.kind) {
                *count += 1;
            }
        }
        Self { kinds }
    }

    pub(super) fn tie(&self, tie: &Tie) -> Telling {
        let (is_kind, count) = self.kinds.get(&tie.kind).copied().unwrap_or((true, usize::MAX));
        (Standing::of(tie.status) == Standing::Over, is_kind, count)
    }
}
