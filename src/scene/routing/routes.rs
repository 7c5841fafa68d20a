//! The routes of all ties of a map.

use super::bend_search::BendSearch;
use super::obstacles::RouteObstacles;
use super::previous::Previous;
use super::route::Route;
use super::router::Router;
use crate::model::{End, Map, Rect};
use crate::scene::{NationMark, Options};

/// The maximum number of ties whose bends are chosen by a search, which takes a tenth of a second for so
/// many.
pub(in crate::scene) const MAX_BENT_TIES: usize = 1200;

/// The routes of all ties, in the order of the map, around the nations and the boxes of their names.
pub(in crate::scene) fn routes(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    options: &Options,
    previous: Previous<'_>,
) -> Vec<Route> {
    let mut router = Router::new(map, nations, names, options.unit);
    let is_searched = map.ties().len() <= MAX_BENT_TIES;
    match previous {
        Previous::Keep(scene) => router.keep(map, scene),
        Previous::Prefer(scene) if is_searched => router.prefer(map, scene),
        _ => {}
    }
    if is_searched && !matches!(previous, Previous::Keep(_)) {
        let obstacles = RouteObstacles { nations, names, unit: options.unit };
        BendSearch::new(&mut router, obstacles).run();
    }
    router.routes
}

/// For each tie of the map, whether other ties end at it.
pub(in crate::scene) fn targets(map: &Map) -> Vec<bool> {
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
