//! Weighs the ties of a map against one another: one policy for the window and every page.

use super::widths_that_fit::{area_of, lines_that_fit};
use super::{TieRank, TieWeights, tie_ranks};
use crate::communities::is_read_by_blocs;
use crate::model::{End, Importance, Map, Sign, Tie, TieDrawing, TieId, WithinBlocs};
use crate::scene::blocs::{Cliques, MapBlocs, PlainTies, PowerEdge};
use crate::scene::junctions::Junction;
use crate::scene::tie_groups::TieGroups;
use crate::scene::{LeftOutTies, LineUnits, Options, Positions};

/// How wide pale lines are at most against the others where grounds have taken the place of most of them.
const PALE_BESIDE_GROUNDS: f32 = 0.6;

impl TieWeights {
    /// The weights of a map's ties; `shown` are the blocs that have grounds. The widths of lines are those of the
    /// options, or else those that fit the map at its positions.
    pub(in crate::scene) fn of(
        map: &Map,
        (blocs, shown): (&MapBlocs<'_>, &[Vec<usize>]),
        positions: &Positions,
        options: &Options,
    ) -> Self {
        #[cfg(test)]
        tests::WEIGHED.set(tests::WEIGHED.get() + 1);
        let view = &map.look().ties;
        let fit = |weights: &Self| {
            let area = area_of(positions, options.unit);
            weights.lines_that_fit(map, positions, options.unit, area)
        };
        let mut weights = Self::alike(options.lines.unwrap_or(LineUnits::alike(options.unit)));
        if options.lines.is_none() {
            weights.lines = fit(&weights);
        }
        let leaves_out =
            view.within_blocs == WithinBlocs::LeftOut || view.importance != Importance::All;
        let has_grounds = may_have_grounds(map) && !shown.is_empty();
        let by_rank =
            weights.lines.are_thinned() || view.within_blocs == WithinBlocs::Faint || has_grounds;
        if !leaves_out && !by_rank && view.drawn != TieDrawing::Grouped {
            return weights;
        }
        let by_rank = Self::by_rank(map, blocs).with_grounds(map, shown, options.numbers);
        weights = Self { lines: weights.lines, ..by_rank };
        if options.lines.is_none() {
            weights.lines = fit(&weights);
        }
        weights
    }

    /// The weights of a map's ties whose widths of lines aren't known yet.
    pub(in crate::scene) fn by_rank(map: &Map, blocs: &MapBlocs<'_>) -> Self {
        let ranks = tie_ranks(map, blocs);
        let (mut drawn, left_out) = drawn_ties(map, &ranks);
        let is_grouped = map.look().ties.drawn == TieDrawing::Grouped;
        let of_drawn = || TieGroups::of(map, blocs, |tie| drawn.get(tie) == Some(&true));
        let groups = if is_grouped { of_drawn() } else { TieGroups::default() };
        let mut grouped = vec![false; if is_grouped { drawn.len() } else { 0 }];
        for tie in groups.all.iter().flat_map(|group| &group.ties) {
            drawn[*tie] = false;
            grouped[*tie] = true;
        }
        let as_drawn = |rank: TieRank| match map.look().ties.within_blocs {
            WithinBlocs::AsOthers => rank.max(TieRank::Usual),
            _ => rank,
        };
        let ranks = ranks.into_iter().map(as_drawn).collect();
        Self { ranks, drawn, grouped, left_out, groups, ..Self::alike(LineUnits::alike(1.0)) }
    }

    /// The same where the grounds of the blocs that are shown stand for ties, as far as the look of the map lets them.
    /// `numbers` says whether the numbers of sources stand beside ties.
    pub(in crate::scene) fn with_grounds(
        mut self,
        map: &Map,
        shown: &[Vec<usize>],
        numbers: bool,
    ) -> Self {
        if may_have_grounds(map) {
            let plain = PlainTies::of(map, &self.ranks, numbers);
            self.cliques = Cliques::in_blocs(&plain, shown);
            self.power_edges = PowerEdge::between(&plain, &self.cliques, shown);
            self.cliques.ties.iter().for_each(|tie| self.drawn[*tie] = false);
            self.grouped.resize(self.drawn.len(), false);
            for tie in self.power_edges.iter().flat_map(|edge| &edge.ties) {
                (self.drawn[*tie], self.grouped[*tie]) = (false, true);
            }
            self.junctions = Junction::among(&plain, |tie| self.drawn[tie]);
            for tie in self.junctions.iter().flat_map(|junction| &junction.ties) {
                (self.drawn[*tie], self.grouped[*tie]) = (false, true);
            }
        }
        self
    }

    /// The widths at which the lines that are drawn don't cover an area, in square units.
    pub(in crate::scene) fn lines_that_fit(
        &self,
        map: &Map,
        positions: &Positions,
        unit: f32,
        area: f32,
    ) -> LineUnits {
        let rank =
            |tie: usize| self.is_drawn(tie).then(|| self.rank(tie).unwrap_or(TieRank::Usual));
        let mut lines = lines_that_fit(map, rank, positions, unit, area);
        // Without ranks all lines are thinned alike.
        lines.within_blocs = lines.within_blocs.min(lines.usual);
        if self.has_grounds() {
            lines.within_blocs = lines.within_blocs.min(PALE_BESIDE_GROUNDS * lines.usual);
        }
        lines
    }
}

/// Whether the grounds of blocs may stand for ties: the map has too many for all to be lines, and its look leaves it to
/// us how they are drawn.
fn may_have_grounds(map: &Map) -> bool {
    let view = &map.look().ties;
    is_read_by_blocs(map.nations().len(), map.ties().len())
        && view.within_blocs == WithinBlocs::FaintIfCrowded
        && view.importance == Importance::All
        && view.drawn != TieDrawing::Grouped
}

/// Whether each tie of a map is drawn by its look, and how many are not. The tie at which one ends that is
/// drawn is drawn too.
fn drawn_ties(map: &Map, ranks: &[TieRank]) -> (Vec<bool>, LeftOutTies) {
    let view = &map.look().ties;
    let is_hostile =
        |tie: &Tie| map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Hostile);
    let tells_enough = |(rank, (_, tie)): (&TieRank, (TieId, &Tie))| {
        let by_bloc = view.within_blocs != WithinBlocs::LeftOut || *rank != TieRank::WithinBloc;
        by_bloc
            && match view.importance {
                Importance::All => true,
                Importance::BetweenBlocs => *rank != TieRank::WithinBloc,
                Importance::RareAndHostile => *rank == TieRank::Rare || is_hostile(tie),
            }
    };
    let mut drawn: Vec<bool> = ranks.iter().zip(map.ties().iter()).map(tells_enough).collect();
    for (index, (_, tie)) in map.ties().iter().enumerate() {
        let mut next = tie.to;
        while let End::Tie(target) = next
            && drawn.get(index) == Some(&true)
        {
            let at = map.ties().index_of(target);
            let Some(flag) = at.and_then(|at| drawn.get_mut(at)).filter(|flag| !**flag) else {
                break;
            };
            *flag = true;
            next = map.ties().get(target).map_or(next, |tie| tie.to);
        }
    }
    let mut left_out = LeftOutTies::default();
    for (_, rank) in drawn.iter().zip(ranks).filter(|(drawn, _)| !**drawn) {
        match rank {
            TieRank::WithinBloc => left_out.within_blocs += 1,
            _ => left_out.others += 1,
        }
    }
    (drawn, left_out)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use crate::edit::{Change, Command, apply};
    use crate::model::{
        Direction, End, KindId, Map, Nation, NationId, Point, Tie, TieDrawing, TieId,
    };
    use crate::scene::index::{Adjacency, MarkLookup};
    use crate::scene::{Options, Positions, build, move_nations, relabel};

    thread_local! {
        /// How often the ties of a map were weighed.
        pub(super) static WEIGHED: Cell<usize> = const { Cell::new(0) };
    }

    /// Two nets of nations with ties between them, which are drawn as one.
    fn grouped() -> Map {
        let mut map = Map::empty();
        for id in 0..16u16 {
            let at = Point::new(f32::from(id % 8) * 90.0, f32::from(id / 8) * 600.0);
            let nation = Nation { key: id.to_string(), position: Some(at), ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(u32::from(id) + 1), change))
                .expect("a nation");
        }
        let pairs = (1..=16).flat_map(|a| (a + 1..=16).map(move |b| (a, b)));
        let pairs = pairs.filter(|(a, b)| (*a <= 8) == (*b <= 8) || (a + b) % 3 == 0);
        for (id, (from, to)) in (1..).zip(pairs) {
            let to = End::Nation(NationId(to));
            let tie = Tie::new(id.to_string(), NationId(from), to, KindId(1), Direction::Mutual);
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        let mut look = map.look().clone();
        look.ties.drawn = TieDrawing::Grouped;
        apply(&mut map, Command::Look(Box::new(look))).expect("a look");
        map
    }

    fn weighed_by(work: impl FnOnce()) -> usize {
        let before = WEIGHED.get();
        work();
        WEIGHED.get() - before
    }

    #[test]
    fn ties_are_weighed_once_for_a_map_whatever_the_zoom_and_whoever_moves() {
        let map = grouped();
        let mut scene = build(&map, &Positions::of(&map), &Options::default());
        assert!(!scene.tie_groups.is_empty());
        let lookup = MarkLookup::of(&scene);
        let adjacency = Adjacency::of(&scene, &lookup);
        let in_work = weighed_by(|| {
            for zoom in [1.2, 1.7, 3.0] {
                relabel(&map, &Options { text_unit: zoom, ..Options::default() }, &mut scene);
            }
            for step in [10.0, 20.0, 30.0] {
                let moves = [(0, Point::new(step, -step))];
                let links = (&lookup, &adjacency);
                move_nations(&map, &moves, &Options::default(), links, &mut scene);
            }
        });
        assert_eq!(in_work, 0);
        let anew = weighed_by(|| drop(build(&map, &Positions::of(&map), &Options::default())));
        assert_eq!(anew, 1);
    }
}
