//! Which records of two maps are the same.

use std::collections::HashMap;

use super::pairs::Pairs;
use crate::edit::add::slug;
use crate::model::{
    Direction, End, Kind, KindId, Map, Nation, NationId, NationType, PartialDate, SourceId, Tie,
    TieId,
};
use crate::names::{Recognition, caseless, fold, recognise};

/// Pairs nations: by key and name, by code, by name, by the id of those that one map knows by nothing else, by
/// name without marks, and by the code of the nation that a name means. Nations of different codes are never
/// the same.
pub(super) fn same_nations(map: &Map, other: &Map) -> Pairs<NationId> {
    let mut pairs = Pairs::new();
    let fits = |own: NationId, theirs: NationId| {
        let code = |map: &Map, id| map.nations().get(id).and_then(|nation| nation.code.clone());
        match (code(map, own), code(other, theirs)) {
            (Some(own), Some(theirs)) => own.eq_ignore_ascii_case(&theirs),
            _ => true,
        }
    };
    let year = map.heading().as_of.map(|date| i32::from(date.year()));
    let by_key = |nation: &Nation| Some(format!("{}\n{}", nation.key, caseless(&nation.name)));
    let by_code = |nation: &Nation| nation.code.as_ref().map(|code| code.to_uppercase());
    let by_name = |nation: &Nation| name_key(&caseless(&nation.name));
    let by_letters = |nation: &Nation| name_key(&caseless(&fold(&nation.name)));
    let by_meaning = |nation: &Nation| code_of_name(nation, year);
    let rules: [KeyOf<'_, Nation>; 5] = [&by_key, &by_code, &by_name, &by_letters, &by_meaning];
    for (number, rule) in rules.into_iter().enumerate() {
        if number == 3 {
            pair_by_ids(map, other, &mut pairs, fits);
        }
        let keys = |(id, nation)| Some((id, rule(nation)?));
        pairs.pair_by(
            map.nations().iter().filter_map(keys),
            other.nations().iter().filter_map(keys),
            fits,
        );
    }
    pairs
}

/// Whether nothing is known of a nation but the id that a file has for it.
pub(super) fn is_bare_id(nation: &Nation) -> bool {
    nation.code.is_none() && nation.name == nation.key
}

/// Pairs nations that one map knows by their ids alone, as of a table of ties, with those of the other that
/// have these ids, as of a table of nations. Where that finds less than half of them, the ids of the two maps
/// have nothing to do with one another.
fn pair_by_ids(
    map: &Map,
    other: &Map,
    pairs: &mut Pairs<NationId>,
    fits: impl Fn(NationId, NationId) -> bool + Copy,
) {
    let keys = |map: &Map, bare: bool| -> HashMap<String, NationId> {
        let sort = |(_, nation): &(NationId, &Nation)| is_bare_id(nation) == bare;
        map.nations().iter().filter(sort).map(|(id, nation)| (nation.key.clone(), id)).collect()
    };
    let share = |bare: &HashMap<String, NationId>, named: &HashMap<String, NationId>| {
        let found = bare.keys().filter(|key| named.contains_key(*key)).count();
        found > 0 && 2 * found >= bare.len()
    };
    for is_bare_here in [true, false] {
        let (own, theirs) = (keys(map, is_bare_here), keys(other, !is_bare_here));
        let (bare, named) = if is_bare_here { (&own, &theirs) } else { (&theirs, &own) };
        if share(bare, named) {
            let by_key = |keys: &HashMap<String, NationId>| -> Vec<(NationId, String)> {
                keys.iter().map(|(key, id)| (*id, key.clone())).collect()
            };
            pairs.pair_by(by_key(&own).into_iter(), by_key(&theirs).into_iter(), fits);
        }
    }
}

/// The text by which records of two maps are the same, if a record has one.
type KeyOf<'a, T> = &'a dyn Fn(&T) -> Option<String>;

fn name_key(name: &str) -> Option<String> {
    (!name.trim().is_empty()).then(|| name.trim().to_owned())
}

/// The code of a nation, or that of the nation which its name means.
fn code_of_name(nation: &Nation, year: Option<i32>) -> Option<String> {
    if let Some(code) = &nation.code {
        return Some(code.to_uppercase());
    }
    // A number that stands alone is an id of the file, not one of a list of states.
    let is_number = nation.name.bytes().all(|byte| byte.is_ascii_digit());
    if nation.nation_type == NationType::Group || is_number {
        return None;
    }
    match recognise(&nation.name, year) {
        Recognition::Known(found) => Some(found.nation.code.to_uppercase()),
        Recognition::Ambiguous(_) | Recognition::Unknown => None,
    }
}

/// Pairs kinds: by key and name, by name, and by a key that says the name of one of them.
pub(super) fn same_kinds(map: &Map, other: &Map) -> Pairs<KindId> {
    let mut pairs = Pairs::new();
    let by_both = |kind: &Kind| Some(format!("{}\n{}", kind.key, caseless(&kind.name)));
    let by_name = |kind: &Kind| name_key(&caseless(&fold(&kind.name)));
    let by_key = |kind: &Kind| Some(kind.key.to_lowercase());
    let rules: [KeyOf<'_, Kind>; 2] = [&by_both, &by_name];
    for rule in rules {
        let keys = |(id, kind)| Some((id, rule(kind)?));
        let (own, theirs) = (map.kinds().iter(), other.kinds().iter());
        pairs.pair_by(own.filter_map(keys), theirs.filter_map(keys), |_, _| true);
    }
    // A kind that was renamed keeps its key; keys such as “k1” say nothing.
    let says_name = |kind: Option<&Kind>| kind.is_some_and(|k| slug(&k.name, "") == k.key);
    let keys = |(id, kind)| Some((id, by_key(kind)?));
    pairs.pair_by(
        map.kinds().iter().filter_map(keys),
        other.kinds().iter().filter_map(keys),
        |own, theirs| says_name(map.kinds().get(own)) || says_name(other.kinds().get(theirs)),
    );
    pairs
}

/// Pairs sources: by key and title, by address, and by title where not both have an address.
pub(super) fn same_sources(map: &Map, other: &Map) -> Pairs<SourceId> {
    let mut pairs = Pairs::new();
    let address = |url: &str| name_key(url.trim().trim_end_matches('/'));
    let fits = |own: SourceId, theirs: SourceId| {
        let url = |map: &Map, id| map.sources().get(id).and_then(|source| address(&source.url));
        match (url(map, own), url(other, theirs)) {
            (Some(own), Some(theirs)) => own == theirs,
            _ => true,
        }
    };
    for rule in 0..3 {
        let keys = |(id, source): (SourceId, &crate::model::Source)| {
            let key = match rule {
                0 => Some(format!("{}\n{}\n{:?}", source.key, source.title, source.date)),
                1 => address(&source.url),
                _ => name_key(&caseless(&fold(&source.title))),
            };
            Some((id, key?))
        };
        let (own, theirs) = (map.sources().iter(), other.sources().iter());
        pairs.pair_by(own.filter_map(keys), theirs.filter_map(keys), fits);
    }
    pairs
}

/// The ends, kind and direction of a tie. The ends of a tie that holds both ways have no order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TieKey {
    ends: (End, End),
    kind: KindId,
    direction: Direction,
}

impl TieKey {
    pub(super) fn of(tie: &Tie) -> Self {
        let (from, to) = (End::Nation(tie.from), tie.to);
        let ends = match tie.direction {
            Direction::Mutual if to < from => (to, from),
            _ => (from, to),
        };
        Self { ends, kind: tie.kind, direction: tie.direction }
    }
}

/// Pairs ties with the same ends, kind and direction: by key, by dates and label, by dates, and by dates
/// that don't contradict one another. `maps` are this map and the other one, whose ties are given with the
/// ids of this one.
pub(super) fn pair_ties(
    maps: (&Map, &Map),
    pairs: &mut Pairs<TieId>,
    own: &[(TieId, &Tie)],
    theirs: &[(TieId, Tie)],
) {
    let theirs: Vec<(TieId, &Tie)> = theirs.iter().map(|(id, tie)| (*id, tie)).collect();
    let dates_of = |ties: &[(TieId, &Tie)]| -> HashMap<TieId, _> {
        ties.iter().map(|(id, tie)| (*id, (tie.since, tie.until))).collect()
    };
    let (own_dates, their_dates) = (dates_of(own), dates_of(&theirs));
    let fits = |own: TieId, theirs: TieId| match (own_dates.get(&own), their_dates.get(&theirs)) {
        (Some(own), Some(theirs)) => agree(own.0, theirs.0) && agree(own.1, theirs.1),
        _ => false,
    };
    let ties = || (own.iter().copied(), theirs.iter().copied());
    let (ours, other) = ties();
    let by_key = |(id, tie): (TieId, &'_ Tie)| (id, (TieKey::of(tie), tie.key.clone()));
    // Keys say something where nations kept theirs: both maps come from one.
    let from_key = |map: &Map, id| {
        let from = map.ties().get(id).and_then(|tie| map.nations().get(tie.from));
        from.map(|nation| nation.key.clone())
    };
    let is_kept = |own, theirs| from_key(maps.0, own) == from_key(maps.1, theirs);
    pairs.pair_by(ours.map(by_key), other.map(by_key), |own, theirs| {
        fits(own, theirs) && is_kept(own, theirs)
    });
    let (ours, other) = ties();
    let by_label = |(id, tie): (TieId, &'_ Tie)| {
        (id, (TieKey::of(tie), tie.since, tie.until, caseless(&tie.label)))
    };
    pairs.pair_by(ours.map(by_label), other.map(by_label), fits);
    let (ours, other) = ties();
    let by_dates = |(id, tie): (TieId, &'_ Tie)| (id, (TieKey::of(tie), tie.since, tie.until));
    pairs.pair_by(ours.map(by_dates), other.map(by_dates), fits);
    let (ours, other) = ties();
    let by_ends = |(id, tie): (TieId, &'_ Tie)| (id, TieKey::of(tie));
    pairs.pair_by(ours.map(by_ends), other.map(by_ends), fits);
}

/// Whether two dates can be the same: one isn't known, or one lies within the other.
pub(super) fn agree(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let within = |a: PartialDate, b: PartialDate| {
        b.first_day() <= a.first_day() && a.last_day() <= b.last_day()
    };
    within(one, other) || within(other, one)
}
