//! The routes of all ties.

use super::bend_search::choose_bends;
use super::effort::{Effort, outlooks};
use super::obstacles::RouteObstacles;
use super::route::Route;
use super::router::Router;
use crate::model::{End, Map, Rect};
use crate::scene::{NationMark, Options};

/// The routes of all ties, in the order of the map. As far as their efforts go they lead around the nations and
/// the boxes of their names, and keep within the frame of a page.
pub(in crate::scene) fn routes(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    effort: &dyn Fn(usize) -> Effort,
    options: &Options,
) -> Vec<Route> {
    found_routes(map, nations, names, effort, options).0
}

/// The routes of all ties, and how many nations were looked at to find them.
fn found_routes(
    map: &Map,
    nations: &[NationMark],
    names: &[Rect],
    effort: &dyn Fn(usize) -> Effort,
    options: &Options,
) -> (Vec<Route>, usize) {
    let mut router = Router::new(map, nations, options.unit);
    let efforts: Vec<Effort> = (0..router.routes.len()).map(effort).collect();
    let outlooks = outlooks(&efforts);
    let (count, direct) = (router.fans.len(), router.direct_fans());
    let obstacles = RouteObstacles::new(nations, names, &router.routes, options);
    // Loops lie between the ties at their nation, and ties may end at them.
    let mut looked_at = choose_bends(&mut router, 0..direct, &obstacles, &outlooks);
    router.turn_loops(map, names);
    // Those that end at ties may end at one another.
    for fan in direct..count {
        looked_at += choose_bends(&mut router, fan..fan + 1, &obstacles, &outlooks);
    }
    (router.routes, looked_at)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, KindId, Nation, NationId, Point, Tie, TieId};
    use crate::scene::{Positions, nations::nation_marks};

    /// As many nations in rows as there are tens of ties; each tie leads from one to another by chance.
    fn by_chance(ties: u32) -> Map {
        let (mut map, mut state) = (Map::empty(), 7u32);
        let mut below = |limit: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % limit
        };
        let nations = ties / 10;
        let columns = f64::from(nations).sqrt().ceil() as u32;
        for id in 1..=nations {
            let at = |cell: u32, by: u32| (cell * 90 + by) as f32;
            let position = Point::new(at(id % columns, below(50)), at(id / columns, below(50)));
            let key = id.to_string();
            let nation = Nation { key, position: Some(position), ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        for id in 1..=ties {
            let from = 1 + below(nations);
            let to = End::Nation(NationId(1 + (from + below(nations - 1)) % nations));
            let tie = Tie::new(format!("t{id}"), NationId(from), to, KindId(1), Direction::Mutual);
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        map
    }

    #[test]
    fn work_grows_evenly_with_the_number_of_ties_and_is_bounded() {
        let options = Options::default();
        for ties in [100, 1_000, 1_200, 1_201, 3_000, 6_000, 12_000] {
            let map = by_chance(ties);
            let nations = nation_marks(&map, &Positions::of(&map), &options);
            let (routes, looked_at) =
                found_routes(&map, &nations, &[], &|_| Effort::Full, &options);
            let for_each = looked_at / routes.len();
            assert!(for_each <= 48 && looked_at <= 200_000, "{ties} ties: {for_each} {looked_at}");
        }
    }

    #[test]
    fn ties_keep_within_the_frame_and_those_without_effort_take_no_detour() {
        let map = by_chance(900);
        let options = Options::default();
        let nations = nation_marks(&map, &Positions::of(&map), &options);
        let marks = nations.iter().map(NationMark::bounds);
        let frame = marks.fold(Rect::NOTHING, |all, mark| all.union(&mark)).expanded(2.0);
        let options = Options { frame: Some(frame), ..options };
        let straight = routes(&map, &nations, &[], &|_| Effort::None, &options);
        let even = |tie| if tie % 2 == 0 { Effort::Full } else { Effort::None };
        let some = routes(&map, &nations, &[], &even, &options);
        let differ = straight.iter().zip(&some).enumerate().filter(|(_, (a, b))| a != b);
        let bent: Vec<_> = differ.map(|(tie, (_, bent))| (tie, bent)).collect();
        assert!(bent.len() > 90, "{}", bent.len());
        for (tie, route) in bent {
            assert!(tie % 2 == 0 && frame.holds(&route.curve.bounds()), "t{tie}");
        }
    }

    #[test]
    fn a_tie_sways_where_no_bend_leads_past_two_walls_on_either_side() {
        let mut map = Map::empty();
        let mut places = vec![Point::new(0.0, 0.0), Point::new(900.0, 0.0)];
        for row in 0..8u16 {
            let away = f32::from(row) * 40.0 - 16.0;
            places.extend([Point::new(240.0, -away), Point::new(660.0, away)]);
        }
        for (id, at) in (1..).zip(places) {
            let (key, position) = (format!("n{id}"), Some(at));
            let nation = Nation { key, position, ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        let to = End::Nation(NationId(2));
        let tie = Tie::new("tie".to_owned(), NationId(1), to, KindId(1), Direction::Mutual);
        let change = Change::Insert(usize::MAX, Box::new(tie));
        apply(&mut map, Command::Tie(TieId(1), change)).expect("a tie");
        let options = Options::default();
        let nations = nation_marks(&map, &Positions::of(&map), &options);
        let with = |effort| routes(&map, &nations, &[], &|_| effort, &options)[0];
        let (swayed, little) = (with(Effort::Full), with(Effort::Little));
        assert!(swayed.sway > 0.0, "first to the right, which is down");
        assert_eq!((little.sway, little.bend), (0.0, 0.0), "others run below what is in their way");
        let distance = |mark: &NationMark| swayed.curve.distance_to(mark.center) - mark.radius;
        assert!(nations[2..].iter().all(|mark| distance(mark) > 0.0));
        assert!(swayed.curve.length() < 1.3 * 900.0);
    }
}
