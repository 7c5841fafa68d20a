//! What of the ties of a map is drawn, and how strongly: one policy for the window and every page.

use super::widths_that_fit::{area_of, lines_that_fit};
use super::{TieRank, tie_ranks};
use crate::model::{End, Importance, Map, Sign, Tie, TieDrawing, TieId, WithinBlocs};
use crate::scene::tie_groups::TieGroups;
use crate::scene::{LeftOutTies, LineUnits, Options, Positions};

/// How the ties of a map are weighed against one another.
#[derive(Clone, Debug)]
pub(in crate::scene) struct TieWeights {
    /// The rank of each tie, in the order of the map; none where all are drawn alike.
    ranks: Vec<TieRank>,
    /// Whether each tie is drawn; none where all are.
    drawn: Vec<bool>,
    /// The widths of lines.
    pub(in crate::scene) lines: LineUnits,
    /// Whether each tie is drawn as one with others; none where none is.
    grouped: Vec<bool>,
    /// Those that are drawn as one.
    pub(in crate::scene) groups: TieGroups,
    /// How many aren't drawn.
    pub(in crate::scene) left_out: LeftOutTies,
}

impl TieWeights {
    /// The weights of a map's ties. The widths of lines are those of the options, or else those that fit the
    /// map at its positions.
    pub(in crate::scene) fn of(map: &Map, positions: &Positions, options: &Options) -> Self {
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
        let by_rank = weights.lines.are_thinned() || view.within_blocs == WithinBlocs::Faint;
        if !leaves_out && !by_rank && view.drawn != TieDrawing::Grouped {
            return weights;
        }
        weights = Self { lines: weights.lines, ..Self::by_rank(map) };
        if options.lines.is_none() {
            weights.lines = fit(&weights);
        }
        weights
    }

    /// The weights of a map's ties whose widths of lines aren't known yet.
    pub(in crate::scene) fn by_rank(map: &Map) -> Self {
        let ranks = tie_ranks(map);
        let (mut drawn, left_out) = drawn_ties(map, &ranks);
        let is_grouped = map.look().ties.drawn == TieDrawing::Grouped;
        let of_drawn = || TieGroups::of(map, |tie| drawn.get(tie) == Some(&true));
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

    fn alike(lines: LineUnits) -> Self {
        let left_out = LeftOutTies { within_blocs: 0, others: 0 };
        let groups = TieGroups::default();
        let (ranks, drawn, grouped) = (Vec::new(), Vec::new(), Vec::new());
        Self { ranks, drawn, grouped, lines, groups, left_out }
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
        lines
    }

    /// The rank of a tie, by its index; `None` where all are drawn alike.
    pub(in crate::scene) fn rank(&self, tie: usize) -> Option<TieRank> {
        self.ranks.get(tie).copied()
    }

    /// Whether a tie is paler than others, as those within blocs are on a crowded map, by its index.
    pub(in crate::scene) fn is_pale(&self, tie: usize) -> bool {
        self.rank(tie) == Some(TieRank::WithinBloc)
    }

    /// Whether a tie is drawn, by itself or as one with others, by its index.
    pub(in crate::scene) fn is_told(&self, tie: usize) -> bool {
        self.is_drawn(tie) || self.grouped.get(tie) == Some(&true)
    }

    /// Whether a tie is drawn by itself, by its index.
    pub(in crate::scene) fn is_drawn(&self, tie: usize) -> bool {
        self.drawn.get(tie).is_none_or(|drawn| *drawn)
    }
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
