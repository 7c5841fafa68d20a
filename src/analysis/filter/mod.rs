//! Which records of a map match a filter.
//!
//! The conditions are applied in this order, each to what has matched those before it:
//!
//! 1. to each tie, its kind, status, sign, dates and attributes; to each membership, its dates;
//! 2. to each nation, its tags and attributes;
//! 3. to both, the text: a nation matches if it contains the text, or if a tie that starts or ends at
//!    it does; a tie matches if it contains the text, or if the nations at its ends do;
//! 4. if a tie matches, so does the tie that it ends at, since it couldn't be drawn otherwise; but a
//!    tie matches only between nations that match, and onto a tie that does;
//! 5. to each nation, the number of its ties, of those that have matched so far, counted as
//!    [`Map::degrees`] counts them; then the ties of nations that don't match are dropped once more,
//!    and the numbers stay as they were counted;
//! 6. to each nation, if the filter asks for it, whether any tie or membership is left.

pub mod conditions;

use super::{MapGraph, MapMask};
use crate::model::{DegreeRange, Filter, Map};
use conditions::{TextSearch, nation_meets, tie_meets};

/// Finds out which records match a filter; one that is switched off matches all. `graph` is the
/// graph of the map. Takes time in proportion to the size of the map.
pub fn apply_filter(map: &Map, graph: &MapGraph, filter: &Filter) -> MapMask {
    if filter.is_idle() {
        return MapMask::all(map);
    }
    let memberships = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    let mut mask = MapMask {
        nations: map.nations().iter().map(|(_, nation)| nation_meets(filter, nation)).collect(),
        ties: map.ties().iter().map(|(_, tie)| tie_meets(map, filter, tie)).collect(),
        memberships: memberships.map(|m| filter.period.meets(m.since, m.until)).collect(),
    };
    if let Some(search) = TextSearch::of(filter) {
        match_text(map, graph, &search, &mut mask);
    }
    add_targets(graph, &mut mask.ties);
    drop_dangling_ties(graph, &mut mask);
    if filter.degree != DegreeRange::default() {
        let degrees = graph.degrees(|tie| mask.ties[tie]);
        for (matches, degree) in mask.nations.iter_mut().zip(degrees) {
            *matches &= filter.degree.contains(degree);
        }
        drop_dangling_ties(graph, &mut mask);
    }
    if filter.only_tied {
        let is_tied = tied_nations(graph, &mask);
        mask.nations.iter_mut().zip(is_tied).for_each(|(matches, is_tied)| *matches &= is_tied);
    }
    mask
}

/// Keeps what contains a text, the ties between nations that do, and the nations at ties that do.
fn match_text(map: &Map, graph: &MapGraph, search: &TextSearch, mask: &mut MapMask) {
    let nations = map.nations().iter().map(|(_, nation)| search.matches_nation(nation));
    let has_text: Vec<bool> = nations.collect();
    let ties = map.ties().iter().zip(&mask.ties);
    let tie_has_text: Vec<bool> =
        ties.map(|((_, tie), is_in)| *is_in && search.matches_tie(tie)).collect();
    let mut is_match = has_text.clone();
    for tie in graph.ties() {
        if tie_has_text[tie.index] {
            graph.nations_of(tie).for_each(|nation| is_match[nation] = true);
        } else {
            mask.ties[tie.index] &= graph.nations_of(tie).all(|nation| has_text[nation]);
        }
    }
    mask.nations.iter_mut().zip(is_match).for_each(|(matches, is_match)| *matches &= is_match);
}

/// Adds the ties that a tie of the mask ends at, over any number of ties.
fn add_targets(graph: &MapGraph, ties: &mut [bool]) {
    for tie in graph.ties() {
        if !ties[tie.index] {
            continue;
        }
        let mut target = graph.tie_at(tie.to);
        while let Some(tie) = target
            // The targets of a tie that was in the mask already are added in its own turn.
            && !std::mem::replace(&mut ties[tie.index], true)
        {
            target = graph.tie_at(tie.to);
        }
    }
}

fn drop_dangling_ties(graph: &MapGraph, mask: &mut MapMask) {
    graph.drop_dangling_ties(|nation| mask.nations[nation], &mut mask.ties);
}

/// Of each nation, whether the mask has a tie of it, or a membership that joins it to a nation of the
/// mask.
fn tied_nations(graph: &MapGraph, mask: &MapMask) -> Vec<bool> {
    let degrees = graph.degrees(|tie| mask.ties[tie]);
    let mut is_tied: Vec<bool> = degrees.into_iter().map(|degree| degree > 0).collect();
    for (index, member, organisation) in graph.memberships() {
        let pair = [member, organisation].map(|node| node.index());
        if mask.memberships[index] && pair.iter().all(|nation| mask.nations[*nation]) {
            pair.iter().for_each(|nation| is_tied[*nation] = true);
        }
    }
    is_tied
}
