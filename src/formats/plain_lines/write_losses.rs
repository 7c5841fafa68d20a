//! What of a map plain lines don't say.

use super::write::{Lines, have_one_confidence};
use crate::formats::written::Loss;
use crate::model::{Filter, Kind, Look, Map, Nation, NationType, Tie};

/// What the lines of a map leave out.
pub fn losses(map: &Map, lines: &Lines<'_>) -> Vec<Loss> {
    let nations = |count: &dyn Fn(&Nation) -> usize| -> usize {
        map.nations().iter().map(|(_, nation)| count(nation)).sum()
    };
    let ties = |count: &dyn Fn(&Tie) -> usize| -> usize {
        map.ties().iter().map(|(_, tie)| count(tie)).sum()
    };
    let standard = Kind::standard();
    let heading = map.heading();
    let unsaid = map.ties().iter().filter(|(id, tie)| lines.tie(*id, tie).is_none()).count();
    let is_own_type = |n: &Nation| n.nation_type == NationType::Group;
    let evidence = |tie: &Tie| {
        let unsaid = |e: &&crate::model::Evidence| e.date.is_some() || !e.note.is_empty();
        let confidences = if have_one_confidence(&tie.evidence) { 0 } else { tie.evidence.len() };
        tie.evidence.iter().filter(unsaid).count().max(confidences)
    };
    [
        ("Ties that no line can say", unsaid),
        ("Notes of the map", usize::from(!heading.notes.is_empty())),
        ("Looks", usize::from(*map.look() != Look::default())),
        ("Filters", usize::from(*map.filter() != Filter::default())),
        ("Looks of kinds", map.kinds().iter().filter(|(_, k)| !standard.contains(k)).count()),
        ("Codes of nations", nations(&|n| usize::from(n.code.is_some()))),
        ("Types of nations", nations(&|n| usize::from(is_own_type(n)))),
        ("Tags of nations", nations(&|n| n.tags.len())),
        ("Attributes of nations", nations(&|n| n.attributes.len())),
        ("Notes on nations", nations(&|n| usize::from(!n.notes.is_empty()))),
        (
            "Pictures and colours of nations",
            nations(&|n| usize::from(n.picture.is_some() || n.color.is_some())),
        ),
        ("Positions of nations", nations(&|n| usize::from(n.position.is_some()))),
        ("Weights of ties", ties(&|t| usize::from(t.weight.to_bits() != 1.0_f32.to_bits()))),
        ("Attributes of ties", ties(&|t| t.attributes.len())),
        ("Notes on ties", ties(&|t| usize::from(!t.notes.is_empty()))),
        ("Dates and notes of evidence", ties(&evidence)),
        ("Notes on sources", map.sources().iter().filter(|(_, s)| !s.notes.is_empty()).count()),
        ("Text notes", map.text_notes().len()),
    ]
    .into_iter()
    .filter_map(|(what, count)| Loss::left_out(what, count))
    .collect()
}
