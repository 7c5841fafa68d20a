//! What the nations of a bloc have in common, in words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{End, Map, NationId, NationProperty, Sign, Tie};
use crate::scene::legend::wording::capital_first;
use crate::scene::text;

/// Fewer nations need no name.
const LEAST_NATIONS: usize = 3;
/// The share of the most ties within a bloc from which on a nation stands in its middle.
const MIDDLE: f32 = 0.9;
/// The largest share of a bloc that stands in its middle.
const MOST_IN_THE_MIDDLE: f32 = 0.25;
/// Regions that are spoken of with an article.
const WITH_ARTICLE: [&str; 2] = ["Americas", "Caribbean"];
/// The share of a bloc's ties that have the text that names it.
const LEAST_TIES: f32 = 0.5;
/// The share of the bloc that is in the organisation that names it, and of that organisation in the bloc.
const LEAST_MEMBERS: f32 = 0.6;
/// The share of the bloc that lies in the region that names it.
const LEAST_IN_REGION: f32 = 0.75;
/// The same for two regions together.
const LEAST_IN_TWO_REGIONS: f32 = 0.85;

/// What each of some blocs is called, as [`bloc_names`] says but with a capital letter, whatever the order of them and
/// of their nations; nothing where a bloc has fewer nations than `least`.
pub(in crate::scene) fn called_blocs(map: &Map, blocs: &[Vec<usize>], least: usize) -> Vec<String> {
    let sorted = |(index, bloc): (usize, &Vec<usize>)| {
        let mut bloc = bloc.clone();
        bloc.sort_unstable();
        (bloc, index)
    };
    let large = blocs.iter().enumerate().filter(|(_, bloc)| bloc.len() >= least);
    let mut large: Vec<(Vec<usize>, usize)> = large.map(sorted).collect();
    large.sort_unstable();
    let (large, places): (Vec<Vec<usize>>, Vec<usize>) = large.into_iter().unzip();
    let mut names = vec![String::new(); blocs.len()];
    for (place, name) in places.into_iter().zip(bloc_names(map, &large)) {
        names[place] = capital_first(&name);
    }
    names
}

/// What each of some blocs is called: its name, or else around which nation it lies, or else a letter, A for the largest that
/// has no better name. Those that would be called alike are numbered. The nations of each are given by their indices in
/// the map, ascending.
pub(in crate::scene) fn bloc_names(map: &Map, blocs: &[Vec<usize>]) -> Vec<String> {
    let named: Vec<Option<BlocName>> = blocs.iter().map(|bloc| bloc_name(map, bloc)).collect();
    let truest = truest(&named, blocs);
    let own = |(bloc, name): (usize, &Option<BlocName>)| {
        let is_kept = |name: &&BlocName| name.regions.is_none() || truest.contains(&bloc);
        let name = name.as_ref().filter(is_kept).map(|name| name.words.clone());
        name.or_else(|| around(map, &blocs[bloc]))
    };
    let names = with_letters(named.iter().enumerate().map(own).collect(), blocs);
    let alike =
        |among: &[String], name: &String| among.iter().filter(|other| *other == name).count();
    let numbered = |(index, name): (usize, &String)| match alike(&names, name) {
        1 => name.clone(),
        _ => format!("{name} {}", alike(&names[..=index], name)),
    };
    names.iter().enumerate().map(numbered).collect()
}

/// The blocs that two parts of the world name, each that of which it is truest: “Europe and Asia” beside “Asia and Europe”
/// would be taken for one another.
fn truest(named: &[Option<BlocName>], blocs: &[Vec<usize>]) -> BTreeSet<usize> {
    let share = |(bloc, within): (usize, usize)| within as f32 / blocs[bloc].len() as f32;
    let mut best: BTreeMap<&[String; 2], (usize, usize)> = BTreeMap::new();
    for (bloc, name) in named.iter().enumerate() {
        let Some(regions) = name.as_ref().and_then(|name| name.regions.as_ref()) else { continue };
        let own = (bloc, regions.within);
        let best = best.entry(&regions.names).or_insert(own);
        let order = share(own).total_cmp(&share(*best));
        if order.then(blocs[bloc].len().cmp(&blocs[best.0].len())).is_gt() {
            *best = own;
        }
    }
    best.into_values().map(|(bloc, _)| bloc).collect()
}

/// Names, and letters for blocs without one, A for the largest of these.
fn with_letters(names: Vec<Option<String>>, blocs: &[Vec<usize>]) -> Vec<String> {
    let mut nameless: Vec<usize> = (0..blocs.len()).filter(|bloc| names[*bloc].is_none()).collect();
    nameless.sort_by_key(|bloc| Reverse(blocs[*bloc].len()));
    let letters_of =
        |bloc: usize| letters(nameless.iter().position(|other| *other == bloc).unwrap_or_default());
    let named = (0..).zip(names);
    named.map(|(bloc, name)| name.unwrap_or_else(|| format!("bloc {}", letters_of(bloc)))).collect()
}

/// A, B and so on, and after Z AA, as columns of tables are called.
fn letters(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (place % 26) as u8));
        if place < 26 {
            break;
        }
        place = place / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// Around which of its nations a bloc lies: one of those with the most friendly ties in it, of which that with the
/// shortest name, of several the first. `None` where so many have the most that it would say nothing to name one.
fn around(map: &Map, members: &[usize]) -> Option<String> {
    let mut within = vec![0_usize; members.len()];
    let place = |id| members.binary_search(&map.nations().index_of(id)?).ok();
    let is_friendly =
        |tie: &Tie| map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Friendly);
    for (_, tie) in map.ties().iter().filter(|(_, tie)| is_friendly(tie) && !tie.is_loop()) {
        let End::Nation(to) = tie.to else { continue };
        if let (Some(from), Some(to)) = (place(tie.from), place(to)) {
            within[from] += 1;
            within[to] += 1;
        }
    }
    let least = MIDDLE * within.iter().copied().max().unwrap_or(0) as f32;
    let name = |member: usize| {
        let nation = map.nations().id_at(member).and_then(|id| map.nations().get(id));
        nation.map(|nation| text::clean(&nation.name)).unwrap_or_default()
    };
    let in_the_middle = members.iter().zip(&within).filter(|(_, ties)| **ties as f32 >= least);
    let most = MOST_IN_THE_MIDDLE * members.len() as f32;
    if in_the_middle.clone().count() as f32 > most.max(1.0) {
        return None;
    }
    let names = in_the_middle.map(|(member, _)| name(*member)).filter(|name| !name.is_empty());
    Some(format!("bloc around {}", names.min_by_key(|name| name.chars().count())?))
}

/// What a bloc is called by what its nations have in common.
struct BlocName {
    words: String,
    /// The two parts of the world that it speaks of.
    regions: Option<TwoRegions>,
}

/// Two parts of the world.
struct TwoRegions {
    /// What they are called, in the order of the alphabet.
    names: [String; 2],
    /// How many nations of the bloc lie in them.
    within: usize,
}

impl From<String> for BlocName {
    fn from(words: String) -> Self {
        Self { words, regions: None }
    }
}

/// The name of a bloc of nations, given by their indices in the map: the text along most of its ties, the
/// organisation of most of its nations, or the one or two parts of the world of nearly all. `None` if it has neither.
fn bloc_name(map: &Map, members: &[usize]) -> Option<BlocName> {
    if members.len() < LEAST_NATIONS {
        return None;
    }
    let ids: BTreeSet<NationId> =
        members.iter().filter_map(|index| map.nations().id_at(*index)).collect();
    let region = |property, most| by_property(map, members, &property, most);
    let own = by_tie_text(map, &ids).or_else(|| by_organisation(map, &ids)).map(BlocName::from);
    own.or_else(|| region(NationProperty::Subregion, 1))
        .or_else(|| region(NationProperty::Region, 2))
}

fn by_tie_text(map: &Map, ids: &BTreeSet<NationId>) -> Option<String> {
    let is_within = |tie: &Tie| {
        matches!(tie.to, End::Nation(to) if ids.contains(&to)) && ids.contains(&tie.from)
    };
    let (mut count, mut texts) = (0_usize, BTreeMap::<String, usize>::new());
    for (_, tie) in map.ties().iter().filter(|(_, tie)| is_within(tie)) {
        count += 1;
        *texts.entry(text::clean(&tie.label)).or_default() += 1;
    }
    texts.remove("");
    let least = LEAST_TIES * count as f32;
    texts.into_iter().find(|(_, ties)| *ties as f32 > least).map(|(text, _)| text)
}

fn by_organisation(map: &Map, ids: &BTreeSet<NationId>) -> Option<String> {
    let mut sizes: BTreeMap<NationId, [usize; 2]> = BTreeMap::new();
    for (id, nation) in map.nations().iter() {
        for membership in nation.memberships.iter().filter(|own| map.is_current(own)) {
            let [within, all] = sizes.entry(membership.organisation).or_default();
            *within += usize::from(ids.contains(&id));
            *all += 1;
        }
    }
    let states = ids.iter().filter(|id| !sizes.contains_key(id)).count();
    let fits = |within: usize, all: usize| {
        within as f32 >= LEAST_MEMBERS * all as f32
            && within as f32 >= LEAST_MEMBERS * states as f32
            && within >= LEAST_NATIONS
    };
    let mut best: Option<(usize, NationId)> = None;
    for (id, [within, all]) in &sizes {
        if fits(*within, *all) && best.is_none_or(|(most, _)| *within > most) {
            best = Some((*within, *id));
        }
    }
    let nation = best.and_then(|(_, id)| map.nations().get(id))?;
    Some(text::clean(&nation.name)).filter(|name| !name.is_empty())
}

/// The value of a property that nearly all members share, or the one or two that they have.
fn by_property(
    map: &Map,
    members: &[usize],
    property: &NationProperty,
    most_regions: usize,
) -> Option<BlocName> {
    let values = map.nation_values(property);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in members.iter().filter_map(|index| values.get(*index)?.as_ref()) {
        *counts.entry(&value.text).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let share = |count: usize| count as f32 / members.len() as f32;
    let spoken = |name: &str| {
        let article = if WITH_ARTICLE.contains(&name) { "the " } else { "" };
        format!("{article}{name}")
    };
    let (names, count, regions) = match counts[..] {
        [(name, count), ..] if share(count) >= LEAST_IN_REGION => (spoken(name), count, None),
        [(first, most), (second, fewer), ..]
            if most_regions > 1 && share(most + fewer) >= LEAST_IN_TWO_REGIONS =>
        {
            let words = format!("{} and {}", spoken(first), spoken(second));
            let mut names = [first, second].map(str::to_owned);
            names.sort();
            let within = most + fewer;
            (words, within, Some(TwoRegions { names, within }))
        }
        _ => return None,
    };
    let words = if count == members.len() { names } else { format!("Mostly {names}") };
    Some(BlocName { words, regions })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_the_last() {
        let of = |places: &[usize]| places.iter().map(|place| letters(*place)).collect::<Vec<_>>();
        assert_eq!(
            of(&[0, 1, 25, 26, 27, 51, 52, 701, 702]),
            ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn of_blocs_in_the_same_two_parts_of_the_world_the_one_of_which_they_are_truest_has_the_name() {
        let name = |regions: [&str; 2], within| {
            let names = regions.map(str::to_owned);
            let regions = Some(TwoRegions { names, within });
            Some(BlocName { words: String::new(), regions })
        };
        let blocs: Vec<Vec<usize>> = [10, 10, 20, 5].map(|size| (0..size).collect()).into();
        let both = ["Africa", "Asia"];
        let named = [name(both, 9), name(both, 10), name(both, 20), name(["Asia", "Europe"], 5)];
        assert_eq!(truest(&named, &blocs), BTreeSet::from([2, 3]));
        let named = [None, name(both, 10), name(both, 19), None];
        assert_eq!(truest(&named, &blocs), BTreeSet::from([1]));
    }
}
