//! Names for the organisations that are proposed: the label of their ties, or else what they are, how many they are, and
//! where: `Pact of 29, Western Europe`.
//!
//! No list of who is in which organisation is asked: the program has none, and a name guessed wrong would be a claim.

use std::collections::{BTreeMap, BTreeSet};

use super::proposal::Proposal;
use crate::model::region::{self, Subregion};
use crate::model::{End, Map, NationId, shorten};

/// So few members are named, all of them.
const ALL_NAMED: usize = 3;
/// Of so many members…
const OF_MEMBERS: usize = 5;
/// …so many share a region that names the group.
const SHARE_A_REGION: usize = 4;
/// The most letters of a name of a nation within that of a group.
const MOST_CHARS: usize = 32;
/// Words for a group of nations: a kind whose name ends with one is what the group is called.
const GROUP_WORDS: [&str; 11] = [
    "alliance",
    "pact",
    "treaty",
    "agreement",
    "entente",
    "union",
    "league",
    "coalition",
    "partnership",
    "community",
    "bloc",
];

/// Gives each proposal a name that no nation of the map has, nor another proposal. Those that would be called alike are
/// told apart by what more is known of them. One with a label is called as the one that it widens, whose place it takes.
pub(super) fn name_all(map: &Map, proposals: &mut [Proposal]) {
    let names = Names::of(map, proposals);
    let is_label_kept = |own: &Proposal| own.widens.is_some() && !own.terms.label.trim().is_empty();
    let own = proposals.iter().enumerate().filter(|(_, own)| !is_label_kept(own));
    let wanted: Vec<(usize, Vec<String>)> = own.map(|(at, own)| (at, names.wanted(own))).collect();
    let mut taken = taken_names(map);
    for ((at, wanted), level) in wanted.iter().zip(levels(&wanted, &taken)) {
        proposals[*at].name = free_name(&wanted[level], &mut taken);
    }
    for at in 0..proposals.len() {
        if let Some(other) = proposals[at].widens.filter(|_| is_label_kept(&proposals[at])) {
            proposals[at].name = proposals[other].name.clone();
        }
    }
}

/// Which of its names each proposal gets: the first that no other one is called.
fn levels(wanted: &[(usize, Vec<String>)], taken: &BTreeSet<String>) -> Vec<usize> {
    let mut levels = vec![0; wanted.len()];
    loop {
        let mut called: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, (_, names)) in wanted.iter().enumerate() {
            called.entry(names[levels[at]].to_lowercase()).or_default().push(at);
        }
        let alike = called.iter().filter(|(name, all)| all.len() > 1 || taken.contains(*name));
        let alike = alike.flat_map(|(_, all)| all).copied();
        let raised: Vec<usize> = alike.filter(|at| levels[*at] + 1 < wanted[*at].1.len()).collect();
        if raised.is_empty() {
            return levels;
        }
        raised.into_iter().for_each(|at| levels[at] += 1);
    }
}

/// The names that the nations of a map have, in lower case.
pub fn taken_names(map: &Map) -> BTreeSet<String> {
    map.nations().iter().map(|(_, nation)| nation.name.to_lowercase()).collect()
}

/// A name that isn't among those taken, which are in lower case, with a number where it has to have one; it is taken from
/// then on.
pub fn free_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2u32..).map(|number| format!("{wanted} {number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    let name = names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default();
    taken.insert(name.to_lowercase());
    name
}

/// What names are made of.
struct Names<'m> {
    map: &'m Map,
    /// In how many groups a nation is.
    groups: BTreeMap<NationId, usize>,
    /// How many ties a nation has.
    ties: BTreeMap<NationId, usize>,
}

impl<'m> Names<'m> {
    fn of(map: &'m Map, proposals: &[Proposal]) -> Self {
        let mut groups: BTreeMap<NationId, usize> = BTreeMap::new();
        let exact = proposals.iter().filter(|own| own.widens.is_none());
        for member in exact.flat_map(|own| &own.members) {
            *groups.entry(member.nation).or_default() += 1;
        }
        let mut ties: BTreeMap<NationId, usize> = BTreeMap::new();
        for (_, tie) in map.ties().iter() {
            *ties.entry(tie.from).or_default() += 1;
            if let End::Nation(to) = tie.to {
                *ties.entry(to).or_default() += 1;
            }
        }
        Self { map, groups, ties }
    }

    /// Names for a proposal, each telling more than the one before; at least one.
    fn wanted(&self, proposal: &Proposal) -> Vec<String> {
        let label = proposal.terms.label.trim();
        let years = proposal.years().map(|years| format!(", {years}")).unwrap_or_default();
        let plain = if label.is_empty() { self.plain(proposal) } else { label.to_owned() };
        let mut names = vec![plain.clone(), format!("{plain}{years}")];
        if proposal.members.len() > ALL_NAMED || !label.is_empty() {
            let telling = self.telling(proposal);
            for count in 1..=telling.len() {
                let with = listed(&telling[..count]);
                names.push(format!("{plain}{years}, with {with}"));
            }
        }
        names.dedup();
        names
    }

    /// What it is, how many they are and where, or around whom.
    fn plain(&self, proposal: &Proposal) -> String {
        let members = &proposal.members;
        let count = members.len();
        let kind = self.map.kinds().get(proposal.terms.kind);
        let what = match kind.map_or("", |kind| kind.key.as_str()) {
            "allied" => "Alliance",
            "pact" => "Pact",
            _ => kind.map_or("", |kind| kind.name.trim()),
        };
        let lower = what.to_lowercase();
        let is_group = GROUP_WORDS.iter().any(|word| lower.ends_with(word));
        if count <= ALL_NAMED {
            let all: Vec<String> = members.iter().map(|own| self.name(own.nation)).collect();
            let joint = if is_group { " of" } else { ":" };
            return format!("{what}{joint} {}", listed(&all));
        }
        let group =
            if is_group { format!("{what} of {count}") } else { format!("{what}: {count}") };
        match self.region(proposal) {
            Some(region) => format!("{group}, {region}"),
            None => format!("{group} around {}", self.hub(proposal)),
        }
    }

    /// The sub-region of the world in which nearly all members lie, or else the region.
    fn region(&self, proposal: &Proposal) -> Option<&'static str> {
        let of = |id: NationId| {
            region::of_code(self.map.nations().get(id)?.code.as_deref().unwrap_or_default())
        };
        let places = || proposal.members.iter().filter_map(|own| of(own.nation));
        let most = |name: fn(&Subregion) -> &'static str| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            places().for_each(|place| *counts.entry(name(place)).or_default() += 1);
            let needed = proposal.members.len() * SHARE_A_REGION;
            counts.into_iter().find(|(_, count)| count * OF_MEMBERS >= needed).map(|(name, _)| name)
        };
        most(|place| place.name).or_else(|| most(|place| place.region.name()))
    }

    /// The member with most ties, the first of the map among equals.
    fn hub(&self, proposal: &Proposal) -> String {
        let members = proposal.members.iter().map(|own| own.nation);
        let hub = members.min_by_key(|id| std::cmp::Reverse(self.ties.get(id).copied()));
        hub.map_or_else(String::new, |id| self.name(id))
    }

    /// The members that are in fewest other groups.
    fn telling(&self, proposal: &Proposal) -> Vec<String> {
        const MOST: usize = 2;
        let mut members: Vec<NationId> = proposal.members.iter().map(|own| own.nation).collect();
        members.sort_by_key(|id| self.groups.get(id).copied());
        members.into_iter().take(MOST).map(|id| self.name(id)).collect()
    }

    fn name(&self, id: NationId) -> String {
        let name = self.map.nations().get(id).map_or("", |nation| nation.name.trim());
        shorten(name, MOST_CHARS).into_owned()
    }
}

/// `Egypt, Iraq and Jordan`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::propose::condensation;
    use super::*;
    use crate::edit::{add_nations, add_ties, apply};
    use crate::model::{KindId, Nation};

    /// A map of nations by their codes, in which each two of a group are allied.
    fn map(groups: &[&str]) -> Map {
        let mut map = Map::empty();
        let mut codes: Vec<&str> = groups.iter().flat_map(|group| group.split(' ')).collect();
        codes.sort_unstable();
        codes.dedup();
        let nation = |code: &&str| {
            let name = crate::names::by_code(code).map_or(*code, |known| known.name);
            Nation { name: name.to_owned(), code: Some((*code).to_owned()), ..Nation::default() }
        };
        let (ids, command) = add_nations(&map, codes.iter().map(nation).collect());
        apply(&mut map, command).expect("they fit");
        let id = |code: &str| ids[codes.binary_search(&code).expect("listed")];
        let mut ties = BTreeSet::new();
        for group in groups {
            let members: Vec<NationId> = group.split(' ').map(id).collect();
            for (at, from) in members.iter().enumerate() {
                ties.extend(members[at + 1..].iter().map(|to| (*from.min(to), *from.max(to))));
            }
        }
        let ties: Vec<_> = ties.iter().map(|(a, b)| (*a, End::Nation(*b), KindId(1))).collect();
        let (_, command) = add_ties(&map, &ties);
        apply(&mut map, command).expect("they fit");
        map
    }

    fn names(groups: &[&str]) -> Vec<String> {
        let found = condensation(&map(groups)).expect("few enough");
        found.proposals.into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn a_group_is_called_after_where_nearly_all_of_it_lies() {
        assert_eq!(names(&["AUT BEL DEU FRA NLD"]), ["Alliance of 5, Western Europe"]);
        assert_eq!(names(&["AUT BEL DEU FRA POL"]), ["Alliance of 5, Western Europe"]);
        assert_eq!(names(&["AUT BEL DEU POL ESP"]), ["Alliance of 5, Europe"]);
        let around = names(&["EGY IRQ JOR SYR SDN DZA", "EGY FRA", "EGY GBR"]);
        assert_eq!(around, ["Alliance of 6 around Egypt"]);
    }

    #[test]
    fn groups_that_would_be_called_alike_are_told_apart_by_members() {
        let two = names(&["AUT BEL DEU FRA NLD", "CHE LIE LUX MCO AUT"]);
        let with = |name: &str| format!("Alliance of 5, Western Europe, with {name}");
        assert_eq!(two, [with("Belgium"), with("Switzerland")]);
    }

    #[test]
    fn a_name_that_the_map_has_gets_a_number() {
        let mut taken: BTreeSet<String> = ["nato".to_owned()].into();
        assert_eq!(free_name("NATO", &mut taken), "NATO 2");
        assert_eq!(free_name("Nato", &mut taken), "Nato 3");
        assert_eq!(free_name("Entente", &mut taken), "Entente");
    }
}
