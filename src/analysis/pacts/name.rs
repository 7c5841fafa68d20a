//! Names for the organisations that are proposed.

use std::collections::{BTreeMap, BTreeSet};

use super::proposal::Proposal;
use crate::model::{Map, NationId};

/// How many members a name names.
const MOST_NAMED: usize = 2;

/// Gives each proposal a name that no nation of the map has, nor another proposal: the label of its ties, or else
/// what it is with the members that are in fewest others.
pub(super) fn name_all(map: &Map, proposals: &mut [Proposal]) {
    let mut groups: BTreeMap<NationId, usize> = BTreeMap::new();
    for member in proposals.iter().filter(|own| own.widens.is_none()).flat_map(|own| &own.members) {
        *groups.entry(member.nation).or_default() += 1;
    }
    let mut taken: BTreeSet<String> =
        map.nations().iter().map(|(_, nation)| nation.name.to_lowercase()).collect();
    for proposal in proposals {
        let wanted = wanted(map, proposal, &groups);
        let numbered = (2u32..).map(|number| format!("{wanted} {number}"));
        let is_free = |name: &String| !taken.contains(&name.to_lowercase());
        let name = std::iter::once(wanted.clone()).chain(numbered).find(is_free);
        proposal.name = name.unwrap_or_default();
        taken.insert(proposal.name.to_lowercase());
    }
}

fn wanted(map: &Map, proposal: &Proposal, groups: &BTreeMap<NationId, usize>) -> String {
    let label = proposal.terms.label.trim();
    if !label.is_empty() {
        return label.to_owned();
    }
    let kind = map.kinds().get(proposal.terms.kind);
    let what = match kind.map_or("", |kind| kind.key.as_str()) {
        "allied" => "Alliance",
        "pact" => "Pact",
        _ => kind.map_or("", |kind| kind.name.as_str()),
    };
    let mut members: Vec<NationId> = proposal.members.iter().map(|own| own.nation).collect();
    members.sort_by_key(|id| groups.get(id));
    let names: Vec<&str> = members
        .iter()
        .filter_map(|id| map.nations().get(*id))
        .map(|nation| nation.name.as_str())
        .take(if members.len() <= MOST_NAMED + 1 { members.len() } else { MOST_NAMED })
        .collect();
    let more = if names.len() < members.len() { " …" } else { "" };
    format!("{what} of {} ({}{more})", members.len(), names.join(", "))
}
