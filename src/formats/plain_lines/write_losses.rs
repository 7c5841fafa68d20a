//! What of a map plain lines don't say.

use super::write::{Lines, have_one_confidence};
use crate::formats::written::Loss;
use crate::model::{Filter, Kind, Look, Map, Nation, NationId, NationType, Tie};
use crate::names::{Sort, by_code};
use std::collections::HashSet;

/// Nations and ties that are left out as a whole.
pub const UNSAID: [[&str; 2]; 2] = [
    ["nation that no line can name", "nations that no line can name"],
    ["tie that no line can say", "ties that no line can say"],
];

/// Ties whose line is that of another.
const REPEATED: [&str; 2] =
    ["tie that says the same as another", "ties that say the same as others"];

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
    let names = lines.names();
    let codes = map.nations().iter().filter(|(id, nation)| {
        nation.code.is_some() && nation.code.as_deref() != names.code_read(*id)
    });
    let types = lost_types(map, lines);
    let evidence = |tie: &Tie| {
        let unsaid = |e: &&crate::model::Evidence| e.date.is_some() || !e.note.is_empty();
        let confidences = if have_one_confidence(&tie.evidence) { 0 } else { tie.evidence.len() };
        tie.evidence.iter().filter(unsaid).count().max(confidences)
    };
    let details = [
        (["note of the map", "notes of the map"], usize::from(!heading.notes.is_empty())),
        (["look of the map", "looks of the map"], usize::from(*map.look() != Look::default())),
        (["filter", "filters"], usize::from(*map.filter() != Filter::default())),
        (
            ["look of a kind", "looks of kinds"],
            map.kinds().iter().filter(|(_, k)| !standard.contains(k)).count(),
        ),
        (["code of a nation", "codes of nations"], codes.count()),
        (["type of a nation", "types of nations"], types),
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
    ];
    let details = details.into_iter().map(|(what, count)| Loss::left_out(what, count));
    left_out(map, lines).into_iter().chain(details).flatten().collect()
}

/// How many ties say the same as one before: read again, they are that one.
fn repeated(map: &Map, lines: &Lines<'_>) -> usize {
    let mut said = HashSet::new();
    let texts = map.ties().iter().filter_map(|(id, tie)| lines.tie(id, tie));
    texts.filter(|text| !said.insert(text.clone())).count()
}

/// How many nations come back as another type: an organisation is known by its name or by its members.
fn lost_types(map: &Map, lines: &Lines<'_>) -> usize {
    let mut organisations = HashSet::new();
    for (id, nation) in map.nations().iter() {
        if lines.names().of_nation(id).is_some() {
            organisations.extend(nation.memberships.iter().map(|m| m.organisation));
        }
    }
    let read = |id: NationId| {
        let known = lines.names().code_read(id).and_then(by_code);
        match known.map(|known| known.sort) {
            Some(Sort::Organisation) => NationType::Organisation,
            None if organisations.contains(&id) => NationType::Organisation,
            _ => NationType::State,
        }
    };
    map.nations().iter().filter(|(id, nation)| read(*id) != nation.nation_type).count()
}

/// The nations and ties that no line says, with the reason, and ties that one line says.
fn left_out(map: &Map, lines: &Lines<'_>) -> [Option<Loss>; 3] {
    let unsaid = map.ties().iter().filter(|(id, tie)| lines.tie(*id, tie).is_none());
    let unsaid: Vec<String> = unsaid.map(|(_, tie)| lines.why_unsaid(tie)).collect();
    let names = lines.names();
    let unnamed = map.nations().iter().filter(|(id, _)| names.of_nation(*id).is_none());
    let unnamed: Vec<String> = unnamed
        .map(|(id, nation)| format!("{} ({})", nation.name, names.why_unnamed(id)))
        .collect();
    let repeated = Loss::left_out(REPEATED, repeated(map, lines));
    [Loss::named(UNSAID[0], &unnamed), Loss::named(UNSAID[1], &unsaid), repeated]
}
