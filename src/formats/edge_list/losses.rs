//! What of a map an edge list has no place for.

use crate::formats::written::Loss;
use crate::model::{Direction, DrawnAs, End, Kind, Map, Nation, NationType, Sign, Tie};

/// Everything of a map that an edge list doesn't keep.
pub fn losses(map: &Map) -> Vec<Loss> {
    let all = [of_map(map), of_nations(map), of_ties(map), of_the_rest(map)].concat();
    all.into_iter().filter_map(|(what, count)| Loss::left_out(what, count)).collect()
}

type Counts = Vec<([&'static str; 2], usize)>;

fn of_map(map: &Map) -> Counts {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle, &heading.notes];
    let texts = texts.iter().filter(|text| !text.is_empty()).count();
    let standard = Kind::standard();
    vec![
        (
            ["title, date or note of the map", "titles, dates and notes of the map"],
            texts + usize::from(heading.as_of.is_some()),
        ),
        (["look of the map", "looks of the map"], usize::from(*map.look() != Default::default())),
        (
            ["description of a kind", "descriptions of kinds"],
            map.kinds().iter().filter(|(_, kind)| !standard.contains(kind)).count(),
        ),
        (["filter", "filters"], usize::from(*map.filter() != Default::default())),
    ]
}

fn of_nations(map: &Map) -> Counts {
    let sum = |count: fn(&Nation) -> usize| map.nations().iter().map(|(_, n)| count(n)).sum();
    vec![
        (["name of a nation", "names of nations"], map.nations().len()),
        (
            ["type of a nation", "types of nations"],
            sum(|n| usize::from(n.nation_type != NationType::default())),
        ),
        (["code of a nation", "codes of nations"], sum(|n| usize::from(n.code.is_some()))),
        (["colour of a nation", "colours of nations"], sum(|n| usize::from(n.color.is_some()))),
        (
            ["hull of an organisation", "hulls of organisations"],
            sum(|n| usize::from(n.drawn_as != DrawnAs::default())),
        ),
        (["tag of a nation", "tags of nations"], sum(|n| n.tags.len())),
        (["attribute of a nation", "attributes of nations"], sum(|n| n.attributes.iter().count())),
        (["note on a nation", "notes on nations"], sum(|n| usize::from(!n.notes.is_empty()))),
        (
            ["position of a nation", "positions of nations"],
            sum(|n| usize::from(n.position.is_some())),
        ),
        (["pin", "pins"], sum(|n| usize::from(n.pinned))),
        (["membership", "memberships"], sum(|n| n.memberships.len())),
    ]
}

fn of_ties(map: &Map) -> Counts {
    let sum = |count: fn(&Tie) -> usize| map.ties().iter().map(|(_, tie)| count(tie)).sum();
    let is_neutral =
        |tie: &Tie| map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Neutral);
    vec![
        (["kind of a tie", "kinds of ties"], map.ties().len()),
        (
            ["tie that ends at a tie", "ties that end at ties"],
            sum(|tie| usize::from(matches!(tie.to, End::Tie(_)))),
        ),
        (
            ["neutral sign of a tie", "neutral signs of ties"],
            map.ties().iter().filter(|(_, tie)| is_neutral(tie)).count(),
        ),
        (
            ["direction of a tie", "directions of ties"],
            sum(|tie| usize::from(tie.direction == Direction::Directed)),
        ),
        (["status of a tie", "statuses of ties"], sum(|tie| usize::from(tie.status.is_some()))),
        (
            ["date of a tie", "dates of ties"],
            sum(|tie| [tie.since, tie.until].iter().flatten().count()),
        ),
        (["label of a tie", "labels of ties"], sum(|tie| usize::from(!tie.label.is_empty()))),
        (["attribute of a tie", "attributes of ties"], sum(|tie| tie.attributes.iter().count())),
        (["note on a tie", "notes on ties"], sum(|tie| usize::from(!tie.notes.is_empty()))),
        (["piece of evidence", "pieces of evidence"], sum(|tie| tie.evidence.len())),
    ]
}

fn of_the_rest(map: &Map) -> Counts {
    // Fields of records that are lost as a whole aren't counted once more.
    let of_nations: usize = map.nations().iter().map(|(_, nation)| nation.extra.len()).sum();
    let of_ties: usize = map.ties().iter().map(|(_, tie)| tie.extra.len()).sum();
    let unknown = map.heading().extra.len() + of_nations + of_ties;
    vec![
        (["source", "sources"], map.sources().len()),
        (
            ["field that this version doesn't know", "fields that this version doesn't know"],
            unknown,
        ),
    ]
}
