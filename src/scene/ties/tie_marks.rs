//! From ties and their routes to their marks.

use super::gaps::{Gaps, are_followed};
use super::line_style::LineStyle;
use super::status::{drawn_status, line_strength};
use super::tie_ends::{RING_RADIUS, TieEnds};
use super::{TieRank, TieWeights};
use crate::model::{Direction, Kind, Map, Point, Sign, Status, Tie, TieId};
use crate::scene::legend::wording;
use crate::scene::look_rules::TieRules;
use crate::scene::routing::{self, Route};
use crate::scene::{Emphasis, Mark, Options, Palette, TextPlace, TieMark};

/// The marks of all ties of a map along their routes, in the order of the map.
pub(in crate::scene) fn tie_marks(
    map: &Map,
    ends: TieEnds<'_>,
    routes: &[Route],
    weights: &TieWeights,
    options: &Options,
) -> Vec<TieMark> {
    let rules = TieRules::of(map, &Palette::of(options.theme));
    let targets = routing::targets(map, |tie| weights.is_drawn(tie));
    let is_strong = |tie: &usize| weights.is_drawn(*tie) && !weights.is_pale(*tie);
    let strong_ties = (0..map.ties().len()).filter(is_strong).count();
    let gaps = are_followed(strong_ties).then(|| Gaps::new(ends.nations, options.unit));
    let ties = map.ties().iter().zip(routes).enumerate();
    let mark = |(index, ((id, tie), route)): (usize, ((TieId, &Tie), &Route))| {
        let is_target = targets.get(index).copied().unwrap_or(false);
        let kind = map.kinds().get(tie.kind);
        let look = rules.look(index, kind);
        let status = drawn_status(tie.status);
        let style = LineStyle::of(&look, status, weights.rank(index), options);
        let mark = tie_mark(map, ends, id, tie, *route, is_target, style, options);
        let gaps = gaps.as_ref().filter(|_| is_strong(&index));
        let gaps = gaps.map(|gaps| gaps.of(&mark)).unwrap_or_default();
        let emphasis = emphasis(kind, weights.rank(index));
        TieMark { is_drawn: weights.is_drawn(index), gaps, emphasis, ..mark }
    };
    ties.map(mark).collect()
}

#[expect(clippy::too_many_arguments, reason = "everything that the mark of a tie depends on")]
fn tie_mark(
    map: &Map,
    ends: TieEnds<'_>,
    id: TieId,
    tie: &Tie,
    route: Route,
    is_target: bool,
    style: LineStyle,
    options: &Options,
) -> TieMark {
    let unit = options.unit;
    let status = drawn_status(tie.status);
    let LineStyle { color, width, mut pattern } = style;
    pattern.dashes.iter_mut().for_each(|dash| *dash *= unit);
    let mut mark = TieMark {
        id,
        from: route.from_nation,
        to: route.to_tie.map_or(Mark::Nation(route.to_nation.unwrap_or(0)), Mark::Tie),
        is_drawn: true,
        directed: tie.direction == Direction::Directed,
        name: if options.words { tie_name(map, id, tie) } else { String::new() },
        gaps: Vec::new(),
        name_gaps: Vec::new(),
        emphasis: Emphasis::Usual,
        bend: route.bend,
        sway: route.sway,
        color,
        width: width * unit,
        pattern,
        strength: line_strength(status),
        arrow: None,
        has_ended: status == Some(Status::Ended),
        strike: None,
        middle: Point::default(),
        label_place: tie.label_place.as_ref().map(|place| TextPlace::of(place, options)),
        ring: is_target.then_some(RING_RADIUS * unit),
        curve: route.curve,
    };
    ends.trim(&mut mark, &route.curve, unit);
    mark.pattern = mark.pattern.fitted(mark.curve.length());
    mark
}

/// How much a tie of a kind and rank stands out.
pub(in crate::scene) fn emphasis(kind: Option<&Kind>, rank: Option<TieRank>) -> Emphasis {
    match rank {
        Some(rank) if rank.is_pale() => Emphasis::Pale,
        Some(TieRank::Rare) => Emphasis::Strong,
        _ if kind.is_some_and(|kind| kind.sign == Sign::Hostile) => Emphasis::Strong,
        _ => Emphasis::Usual,
    }
}

/// A tie in words, as [`TieMark::name`] gives them.
pub(in crate::scene) fn tie_name(map: &Map, id: TieId, tie: &Tie) -> String {
    let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
    let mut name = format!("{}, {}", map.tie_name(id), wording::lower_first(kind));
    if let Some(status) = tie.status {
        name.push_str(", ");
        name.push_str(status.name());
    }
    name
}
