//! Which way each tie takes.

use super::{Curve, NationMark, Options, Scene};
use crate::model::{End, Map, NationId, Point};

/// The way of a tie: from centre to centre, or to the middle of the tie it ends at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Route {
    /// The whole curve, not trimmed.
    pub(super) curve: Curve,
    /// Its bend: see [`super::TieMark::bend`].
    pub(super) bend: f32,
    /// Where its first nation stands in the map's order.
    pub(super) from_nation: usize,
    /// Where its second nation stands; `None` for a tie onto a tie.
    pub(super) to_nation: Option<usize>,
    /// Whether it ends at a tie.
    pub(super) onto_tie: bool,
}

/// Whether ties end at each tie, in the order of the map.
pub(super) fn targets(map: &Map) -> Vec<bool> {
    let mut targets = vec![false; map.ties().len()];
    for (_, tie) in map.ties().iter() {
        if let End::Tie(target) = tie.to
            && let Some(flag) = map.ties().index_of(target).and_then(|i| targets.get_mut(i))
        {
            *flag = true;
        }
    }
    targets
}

/// The ways of all ties, in the order of the map.
pub(super) fn routes(
    map: &Map,
    nations: &[NationMark],
    _options: &Options,
    _previous: Option<&Scene>,
) -> Vec<Route> {
    let index = |id: NationId| map.nations().index_of(id).unwrap_or(0);
    let center = |i: usize| nations.get(i).map_or_else(Point::default, |n| n.center);
    let route = |(_, tie): (_, &crate::model::Tie)| {
        let from = index(tie.from);
        let (to, to_nation) = match tie.to {
            End::Nation(id) => (center(index(id)), Some(index(id))),
            End::Tie(id) => (map.tie_middle(id).unwrap_or_default(), None),
        };
        Route {
            curve: Curve::line(center(from), to),
            bend: 0.0,
            from_nation: from,
            to_nation,
            onto_tie: to_nation.is_none(),
        }
    };
    map.ties().iter().map(route).collect()
}
