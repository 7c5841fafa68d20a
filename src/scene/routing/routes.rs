//! The routes of all ties.

use super::bend_search::choose_bends;
use super::obstacles::RouteObstacles;
use super::route::Route;
use super::router::Router;
use crate::model::{End, Map, Rect};
use crate::scene::{NationMark, Options};

/// The maximum number of ties whose bends are chosen by a search, which takes a tenth of a second for so
/// many.
const MAX_BENT_TIES: usize = 1200;

/// The routes of all ties, in the order of the map, around the nations and the boxes of their names.
pub(in crate::scene) fn routes(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    options: &Options,
) -> Vec<Route> {
    let mut router = Router::new(map, nations, options.unit);
    let (count, direct) = (router.fans.len(), router.direct_fans());
    let (nations, boxes) =
        if map.ties().len() <= MAX_BENT_TIES { (nations, names) } else { (&[][..], &[][..]) };
    let obstacles = RouteObstacles::new(nations, boxes, options.unit);
    // Loops lie between the ties at their nation, and ties may end at them.
    choose_bends(&mut router, 0..direct, &obstacles);
    router.turn_loops(map, names);
    choose_bends(&mut router, direct..count, &obstacles);
    router.routes
}

/// For each tie of the map, whether other ties that are drawn end at it.
pub(in crate::scene) fn targets(map: &Map, is_drawn: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut targets = vec![false; map.ties().len()];
    for (index, (_, tie)) in map.ties().iter().enumerate() {
        if let End::Tie(target) = tie.to
            && is_drawn(index)
            && let Some(flag) = map.ties().index_of(target).and_then(|i| targets.get_mut(i))
        {
            *flag = true;
        }
    }
    targets
}
