//! What of a map an edge list has no place for.

use crate::formats::written::Loss;
use crate::model::{Direction, DrawnAs, End, Kind, Map, Nation, NationType, Sign, Tie};

/// Everything of a map that an edge list doesn't keep.
pub fn losses(map: &Map) -> Vec<Loss> {
    let all = [of_map(map), of_nations(map), of_ties(map), of_the_rest(map)].concat();
    all.into_iter().filter_map(|(what, count)| Loss::left_out(what, count)).collect()
}

type Counts = Vec<(&'static str, usize)>;

fn of_map(map: &Map) -> Counts {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle, &heading.notes];
    let texts = texts.iter().filter(|text| !text.is_empty()).count();
    let standard = Kind::standard();
    vec![
        ("Titles, dates and notes of the map", texts + usize::from(heading.as_of.is_some())),
        ("Looks", usize::from(*map.look() != Default::default())),
        (
            "Descriptions of kinds",
            map.kinds().iter().filter(|(_, kind)| !standard.contains(kind)).count(),
        ),
        ("Filters", usize::from(*map.filter() != Default::default())),
    ]
}

fn of_nations(map: &Map) -> Counts {
    let sum = |count: fn(&Nation) -> usize| map.nations().iter().map(|(_, n)| count(n)).sum();
    vec![
        ("Names of nations", map.nations().len()),
        ("Types of nations", sum(|n| usize::from(n.nation_type != NationType::default()))),
        ("Codes of nations", sum(|n| usize::from(n.code.is_some()))),
        ("Colours of nations", sum(|n| usize::from(n.color.is_some()))),
        ("Hulls of organisations", sum(|n| usize::from(n.drawn_as != DrawnAs::default()))),
        ("Tags of nations", sum(|n| n.tags.len())),
        ("Attributes of nations", sum(|n| n.attributes.iter().count())),
        ("Notes on nations", sum(|n| usize::from(!n.notes.is_empty()))),
        ("Positions of nations", sum(|n| usize::from(n.position.is_some()))),
        ("Pins", sum(|n| usize::from(n.pinned))),
        ("Memberships", sum(|n| n.memberships.len())),
    ]
}

fn of_ties(map: &Map) -> Counts {
    let sum = |count: fn(&Tie) -> usize| map.ties().iter().map(|(_, tie)| count(tie)).sum();
    let is_neutral =
        |tie: &Tie| map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Neutral);
    vec![
        ("Kinds of ties", map.ties().len()),
        ("Ties that end at ties", sum(|tie| usize::from(matches!(tie.to, End::Tie(_))))),
        ("Neutral signs of ties", map.ties().iter().filter(|(_, tie)| is_neutral(tie)).count()),
        ("Directions of ties", sum(|tie| usize::from(tie.direction == Direction::Directed))),
        ("Statuses of ties", sum(|tie| usize::from(tie.status.is_some()))),
        ("Dates of ties", sum(|tie| [tie.since, tie.until].iter().flatten().count())),
        ("Labels of ties", sum(|tie| usize::from(!tie.label.is_empty()))),
        ("Attributes of ties", sum(|tie| tie.attributes.iter().count())),
        ("Notes on ties", sum(|tie| usize::from(!tie.notes.is_empty()))),
        ("Evidence of ties", sum(|tie| tie.evidence.len())),
    ]
}

fn of_the_rest(map: &Map) -> Counts {
    // Fields of records that are lost as a whole aren't counted once more.
    let of_nations: usize = map.nations().iter().map(|(_, nation)| nation.extra.len()).sum();
    let of_ties: usize = map.ties().iter().map(|(_, tie)| tie.extra.len()).sum();
    let unknown = map.heading().extra.len() + of_nations + of_ties;
    vec![("Sources", map.sources().len()), ("Fields that this version doesn't know", unknown)]
}
