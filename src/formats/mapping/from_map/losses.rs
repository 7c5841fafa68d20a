//! What of a map its network doesn't keep, or says in another way.

use super::Holds;
use super::edges::LeftOut;
use crate::formats::written::Loss;
use crate::model::{Kind, Map, Nation, NationType, Tie};

const AS_STAND_INS: &str = "written as leading to a node that stands for the tie";
const AS_EDGES: &str = "written with the kind “member”";
const AS_DIRECTED: &str = "written as directed, with the word “mutual”";

/// Everything of a map that isn't in its network as it is on the map.
pub fn losses(map: &Map, holds: Holds, stand_ins: usize, left_out: LeftOut) -> Vec<Loss> {
    let onto_ties = count_ties(map, |tie| matches!(tie.to, crate::model::End::Tie(_)));
    let members: usize = map.nations().iter().map(|(_, nation)| nation.memberships.len()).sum();
    let (mutual, said) =
        if holds.edge_attributes { (0, left_out.mutual) } else { (left_out.mutual, 0) };
    let (onto_lost, onto_kept) =
        match stand_ins > 0 && holds.node_attributes && holds.edge_attributes {
            true => (0, onto_ties),
            false => (onto_ties, 0),
        };
    let (members_lost, members_kept) =
        if holds.edge_attributes { (0, members) } else { (members, 0) };
    let mut losses = vec![
        Loss::expressed(
            ["tie that ends at a tie", "ties that end at ties"],
            onto_kept,
            AS_STAND_INS,
        ),
        Loss::left_out(["end of a tie at a tie", "ends of ties at ties"], onto_lost),
        Loss::expressed(["membership", "memberships"], members_kept, AS_EDGES),
        Loss::left_out(["membership", "memberships"], members_lost),
        Loss::expressed(["mutual tie", "mutual ties"], said, AS_DIRECTED),
        Loss::left_out(["direction of a mutual tie", "directions of mutual ties"], mutual),
        Loss::left_out(
            [
                "tie beyond the first between two nations",
                "ties beyond the first between two nations",
            ],
            left_out.parallel,
        ),
    ];
    losses.extend(of_map(map, holds));
    losses.extend(of_nations(map, holds));
    losses.extend(of_ties(map, holds));
    losses.into_iter().flatten().collect()
}

fn count_nations(map: &Map, has: impl Fn(&Nation) -> bool) -> usize {
    map.nations().iter().filter(|(_, nation)| has(nation)).count()
}

fn count_ties(map: &Map, has: impl Fn(&Tie) -> bool) -> usize {
    map.ties().iter().filter(|(_, tie)| has(tie)).count()
}

fn of_map(map: &Map, holds: Holds) -> Vec<Option<Loss>> {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle, &heading.notes];
    let texts = texts.iter().filter(|text| !text.is_empty()).count();
    let kinds = map.kinds().iter().filter(|(_, kind)| !Kind::standard().contains(kind)).count();
    let mut losses = vec![
        Loss::left_out(
            ["look of the map", "looks of the map"],
            usize::from(*map.look() != Default::default()),
        ),
        Loss::left_out(["filter", "filters"], usize::from(*map.filter() != Default::default())),
        Loss::left_out(["text note", "text notes"], map.text_notes().len()),
        Loss::left_out(
            ["record with fields of a newer version", "records with fields of a newer version"],
            with_extra(map),
        ),
    ];
    if !holds.network_attributes {
        losses.push(Loss::left_out(
            ["title, date or note of the map", "titles, dates and notes of the map"],
            texts + usize::from(heading.as_of.is_some()),
        ));
        losses.push(Loss::left_out(
            ["colour or line of a kind", "colours and lines of kinds"],
            kinds,
        ));
        losses.push(Loss::left_out(
            ["source's address, date or note", "sources' addresses, dates and notes"],
            map.sources().len(),
        ));
    }
    losses
}

/// How many records have fields that this version doesn't know.
fn with_extra(map: &Map) -> usize {
    let of_map = usize::from(!map.heading().extra.is_empty());
    let kinds = map.kinds().iter().filter(|(_, kind)| !kind.extra.is_empty()).count();
    let sources = map.sources().iter().filter(|(_, source)| !source.extra.is_empty()).count();
    let nations = count_nations(map, |nation| {
        !nation.extra.is_empty() || nation.memberships.iter().any(|joined| !joined.extra.is_empty())
    });
    let ties = count_ties(map, |tie| {
        !tie.extra.is_empty() || tie.evidence.iter().any(|evidence| !evidence.extra.is_empty())
    });
    of_map + kinds + sources + nations + ties
}

fn of_nations(map: &Map, holds: Holds) -> Vec<Option<Loss>> {
    let mut losses = vec![
        Loss::left_out(
            ["picture of a nation", "pictures of nations"],
            count_nations(map, |nation| nation.picture.is_some()),
        ),
        Loss::left_out(
            ["place of a name set by hand", "places of names set by hand"],
            count_nations(map, Nation::is_placed_by_hand),
        ),
    ];
    if !holds.positions {
        losses.push(Loss::left_out(
            ["position of a nation", "positions of nations"],
            count_nations(map, |nation| nation.position.is_some()),
        ));
    }
    if !holds.node_attributes {
        losses.push(Loss::left_out(
            ["code of a nation", "codes of nations"],
            count_nations(map, |nation| nation.code.is_some()),
        ));
        let typed = count_nations(map, |nation| nation.nation_type != NationType::State);
        losses.push(Loss::left_out(["type of a nation", "types of nations"], typed));
        losses.push(Loss::left_out(
            ["colour of a nation", "colours of nations"],
            count_nations(map, |n| n.color.is_some()),
        ));
        losses.push(Loss::left_out(
            ["nation's set of tags", "nations' sets of tags"],
            count_nations(map, |nation| !nation.tags.is_empty()),
        ));
        losses.push(Loss::left_out(
            ["note on a nation", "notes on nations"],
            count_nations(map, |n| !n.notes.is_empty()),
        ));
        losses.push(Loss::left_out(["pin", "pins"], count_nations(map, |nation| nation.pinned)));
        let with = count_nations(map, |nation| !nation.attributes.is_empty());
        losses.push(Loss::left_out(["attribute of a nation", "attributes of nations"], with));
    }
    losses
}

fn of_ties(map: &Map, holds: Holds) -> Vec<Option<Loss>> {
    let mut losses = vec![Loss::left_out(
        ["bend or place of a text set by hand", "bends and places of texts set by hand"],
        count_ties(map, Tie::is_placed_by_hand),
    )];
    if !holds.edge_attributes {
        losses.push(Loss::left_out(
            ["kind of a tie", "kinds of ties"],
            count_ties(map, |_| map.kinds().len() > 1),
        ));
        losses.push(Loss::left_out(
            ["status of a tie", "statuses of ties"],
            count_ties(map, |tie| tie.status.is_some()),
        ));
        let dated = count_ties(map, |tie| tie.since.is_some() || tie.until.is_some());
        losses.push(Loss::left_out(["date of a tie", "dates of ties"], dated));
        losses.push(Loss::left_out(
            ["note on a tie", "notes on ties"],
            count_ties(map, |tie| !tie.notes.is_empty()),
        ));
        losses.push(Loss::left_out(
            ["tie's set of evidence", "ties' sets of evidence"],
            count_ties(map, |tie| !tie.evidence.is_empty()),
        ));
        let with = count_ties(map, |tie| !tie.attributes.is_empty());
        losses.push(Loss::left_out(["attribute of a tie", "attributes of ties"], with));
    }
    losses
}
