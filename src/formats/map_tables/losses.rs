//! What of a map its tables have no place for.

use std::collections::HashSet;

use super::write::MOST_ATTRIBUTE_COLUMNS;
use crate::formats::written::Loss;
use crate::model::{Attributes, Filter, Kind, Look, Map};

/// What a workbook of all sheets doesn't keep.
pub fn of_workbook(map: &Map) -> Vec<Loss> {
    let heading = map.heading();
    let of_nations = map.nations().iter().map(|(_, nation)| {
        nation.extra.len() + nation.memberships.iter().map(|m| m.extra.len()).sum::<usize>()
    });
    let of_ties = map.ties().iter().map(|(_, tie)| {
        tie.extra.len() + tie.evidence.iter().map(|evidence| evidence.extra.len()).sum::<usize>()
    });
    let unknown = heading.extra.len()
        + of_nations.sum::<usize>()
        + of_ties.sum::<usize>()
        + map.kinds().iter().map(|(_, kind)| kind.extra.len()).sum::<usize>()
        + map.sources().iter().map(|(_, source)| source.extra.len()).sum::<usize>()
        + map.text_notes().iter().map(|(_, note)| note.extra.len()).sum::<usize>();
    listed(&[
        (["look of the map", "looks of the map"], usize::from(*map.look() != Look::default())),
        (["filter", "filters"], usize::from(*map.filter() != Filter::default())),
        (
            ["picture of a nation", "pictures of nations"],
            map.nations().iter().filter(|(_, n)| n.picture.is_some()).count(),
        ),
        (
            ["attribute of a nation", "attributes of nations"],
            lost_attributes(map.nations().iter().map(|(_, n)| &n.attributes)),
        ),
        (
            ["attribute of a tie", "attributes of ties"],
            lost_attributes(map.ties().iter().map(|(_, t)| &t.attributes)),
        ),
        (
            ["field that this version doesn't know", "fields that this version doesn't know"],
            unknown,
        ),
    ])
}

/// What a table of ties alone doesn't keep.
pub fn of_ties(map: &Map) -> Vec<Loss> {
    let mut losses = of_nations_beside_names(map);
    losses.extend(of_rest(map));
    losses.extend(listed(&[(
        ["attribute of a tie", "attributes of ties"],
        lost_attributes(map.ties().iter().map(|(_, t)| &t.attributes)),
    )]));
    let in_ties: HashSet<_> = map
        .ties()
        .iter()
        .flat_map(|(_, tie)| {
            let to = crate::model::Target::from(tie.to).nation();
            [Some(tie.from), to].into_iter().flatten()
        })
        .collect();
    let alone = map.nations().len().saturating_sub(in_ties.len());
    losses.extend(listed(&[(["nation without ties", "nations without ties"], alone)]));
    losses
}

/// What a table of nations alone doesn't keep.
pub fn of_nations(map: &Map) -> Vec<Loss> {
    let mut losses = listed(&[
        (["tie", "ties"], map.ties().len()),
        (
            ["membership", "memberships"],
            map.nations().iter().map(|(_, n)| n.memberships.len()).sum(),
        ),
        (
            ["attribute of a nation", "attributes of nations"],
            lost_attributes(map.nations().iter().map(|(_, n)| &n.attributes)),
        ),
    ]);
    losses.extend(of_rest(map));
    losses
}

fn of_nations_beside_names(map: &Map) -> Vec<Loss> {
    let count = |is: fn(&crate::model::Nation) -> bool| {
        map.nations().iter().filter(|(_, nation)| is(nation)).count()
    };
    listed(&[
        (
            ["type of a nation", "types of nations"],
            count(|n| n.nation_type != crate::model::NationType::State),
        ),
        (["tag of a nation", "tags of nations"], count(|n| !n.tags.is_empty())),
        (["attribute of a nation", "attributes of nations"], count(|n| !n.attributes.is_empty())),
        (["note on a nation", "notes on nations"], count(|n| !n.notes.is_empty())),
        (["position of a nation", "positions of nations"], count(|n| n.position.is_some())),
        (
            ["membership", "memberships"],
            map.nations().iter().map(|(_, n)| n.memberships.len()).sum(),
        ),
    ])
}

fn of_rest(map: &Map) -> Vec<Loss> {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle, &heading.notes];
    let texts = texts.iter().filter(|text| !text.is_empty()).count();
    let standard = Kind::standard();
    let mut losses = listed(&[
        (
            ["title, date or note of the map", "titles, dates and notes of the map"],
            texts + usize::from(heading.as_of.is_some()),
        ),
        (
            ["look of a kind", "looks of kinds"],
            map.kinds().iter().filter(|(_, k)| !standard.contains(k)).count(),
        ),
        (["source", "sources"], map.sources().len()),
        (
            ["piece of evidence", "pieces of evidence"],
            map.ties().iter().map(|(_, tie)| tie.evidence.len()).sum(),
        ),
        (["text note", "text notes"], map.text_notes().len()),
    ]);
    let is_said = |loss: &Loss| !loss.what[1].starts_with("attributes");
    losses.extend(of_workbook(map).into_iter().filter(is_said));
    losses
}

/// How many attributes have no column.
fn lost_attributes<'m>(records: impl Iterator<Item = &'m Attributes>) -> usize {
    let mut columns = HashSet::new();
    let mut lost = 0;
    for (name, _) in records.flat_map(Attributes::iter) {
        let has_room = columns.len() < MOST_ATTRIBUTE_COLUMNS;
        if !columns.contains(name) && !has_room {
            lost += 1;
        } else {
            columns.insert(name);
        }
    }
    lost
}

fn listed(counts: &[([&'static str; 2], usize)]) -> Vec<Loss> {
    counts.iter().filter_map(|(what, count)| Loss::left_out(*what, *count)).collect()
}
