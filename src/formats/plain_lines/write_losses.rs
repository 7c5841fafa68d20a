//! What of a map plain lines don't say.

use super::write::{Lines, have_one_confidence};
use crate::formats::written::Loss;
use crate::model::{Filter, Kind, Look, Map, Nation, NationType, Tie};

/// Ties that are left out as a whole.
pub const UNSAID_TIES: [&str; 2] = ["tie that no line can say", "ties that no line can say"];

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
        (UNSAID_TIES, unsaid),
        (["note of the map", "notes of the map"], usize::from(!heading.notes.is_empty())),
        (["look of the map", "looks of the map"], usize::from(*map.look() != Look::default())),
        (["filter", "filters"], usize::from(*map.filter() != Filter::default())),
        (
            ["look of a kind", "looks of kinds"],
            map.kinds().iter().filter(|(_, k)| !standard.contains(k)).count(),
        ),
        (["code of a nation", "codes of nations"], nations(&|n| usize::from(n.code.is_some()))),
        (["type of a nation", "types of nations"], nations(&|n| usize::from(is_own_type(n)))),
        (["tag of a nation", "tags of nations"], nations(&|n| n.tags.len())),
        (["attribute of a nation", "attributes of nations"], nations(&|n| n.attributes.len())),
        (["note on a nation", "notes on nations"], nations(&|n| usize::from(!n.notes.is_empty()))),
        (
            ["picture or colour of a nation", "pictures and colours of nations"],
            nations(&|n| usize::from(n.picture.is_some() || n.color.is_some())),
        ),
        (
            ["position of a nation", "positions of nations"],
            nations(&|n| usize::from(n.position.is_some())),
        ),
        (
            ["weight of a tie", "weights of ties"],
            ties(&|t| usize::from(t.weight.to_bits() != 1.0_f32.to_bits())),
        ),
        (["attribute of a tie", "attributes of ties"], ties(&|t| t.attributes.len())),
        (["note on a tie", "notes on ties"], ties(&|t| usize::from(!t.notes.is_empty()))),
        (
            ["date or note of a piece of evidence", "dates and notes of pieces of evidence"],
            ties(&evidence),
        ),
        (
            ["note on a source", "notes on sources"],
            map.sources().iter().filter(|(_, s)| !s.notes.is_empty()).count(),
        ),
        (["text note", "text notes"], map.text_notes().len()),
    ]
    .into_iter()
    .filter_map(|(what, count)| Loss::left_out(what, count))
    .collect()
}
