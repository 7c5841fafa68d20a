//! Makes pacts of many that are held as ties between every two organisations with members, and back.

use std::collections::{BTreeMap, BTreeSet};

use super::FreePlaces;
use crate::analysis::pacts::{
    Proposal, TooManyTies, meant_ties, organisations_with_terms, taken, without_terms,
};
use crate::edit::{self, Additions, Change, Command};
use crate::model::{Extra, Map, Membership, Nation, NationId, Point, Target};
use crate::names::{Recognition, Sort, recognise};

/// The command that makes organisations of groups of a map, and deletes the ties that they stand for. Of a proposal
/// and one that widens it, the wider one is taken. `chosen` are positions among the proposals; those that there are
/// none at are left out.
pub fn condense(map: &Map, proposals: &[Proposal], chosen: &BTreeSet<usize>) -> Command {
    let mut free = FreePlaces::of(map);
    let mut additions = Additions::default();
    let mut changed: BTreeMap<NationId, Nation> = BTreeMap::new();
    let mut ties = BTreeSet::new();
    let first: u32 = map.nations().free_id().into();
    let accepted = taken(proposals, chosen).into_iter().map(|at| &proposals[at]);
    for (id, proposal) in (first..).map(NationId).zip(accepted) {
        for member in &proposal.members {
            let Some(nation) = map.nations().get(member.nation) else { continue };
            let own = changed.entry(member.nation).or_insert_with(|| nation.clone());
            let (since, until, extra) = (member.since, member.until, Extra::new());
            own.memberships.push(Membership { organisation: id, since, until, extra });
        }
        let position = middle(map, proposal).map(|middle| free.take_near(middle));
        let organisation = with_code_of_name(proposal.organisation(map));
        additions.nations.push(Nation { position, ..organisation });
        ties.extend(proposal.replaces.iter().map(|id| Target::Tie(*id)));
    }
    additions.changed = changed.into_iter().collect();
    let (_, added) = edit::add_together(map, additions);
    Command::Batch(vec![added, edit::delete(map, &ties)])
}

/// The middle of the members; `None` unless all of them have a position.
fn middle(map: &Map, proposal: &Proposal) -> Option<Point> {
    let position = |nation| map.nations().get(nation).and_then(|nation| nation.position);
    let places = proposal.members.iter().map(|member| position(member.nation));
    let places: Vec<Point> = places.collect::<Option<_>>()?;
    let sum = places.iter().fold(Point::default(), |sum, place| sum + *place);
    Some(sum * (1.0 / places.len() as f32))
}

/// An organisation with the code that its name means, if that is an organisation's.
fn with_code_of_name(organisation: Nation) -> Nation {
    match recognise(&organisation.name, None) {
        Recognition::Known(found) if found.nation.sort == Sort::Organisation => {
            edit::with_code(&organisation, found.nation)
        }
        _ => organisation,
    }
}

/// The command that adds the ties that organisations stand for. An organisation goes where it says nothing else;
/// elsewhere it stays, with its members, and stands for no ties any more.
///
/// # Errors
/// [`TooManyTies`] where they stand for too many.
pub fn expand(map: &Map) -> Result<Command, TooManyTies> {
    let ties = meant_ties(map)?;
    let (_, added) = edit::add_together(map, Additions { ties, ..Additions::default() });
    let more = organisations_that_say_more(map);
    let all: BTreeSet<NationId> = organisations_with_terms(map).into_iter().collect();
    let gone: BTreeSet<NationId> = all.difference(&more).copied().collect();
    let targets = gone.iter().map(|id| Target::Nation(*id)).collect();
    let mut commands = vec![added, edit::delete(map, &targets)];
    for id in all.intersection(&more) {
        if let Some(nation) = map.nations().get(*id) {
            let mut bare = without_terms(nation);
            bare.memberships.retain(|membership| !gone.contains(&membership.organisation));
            commands.push(Command::Nation(*id, Change::Replace(Box::new(bare))));
        }
    }
    Ok(Command::Batch(commands))
}

/// The organisations that say more than how their members are tied.
fn organisations_that_say_more(map: &Map) -> BTreeSet<NationId> {
    let own = map.nations().iter().filter(|(_, nation)| {
        let bare = without_terms(nation);
        let texts = bare.notes.is_empty() && bare.tags.is_empty() && bare.attributes.is_empty();
        let look = bare.picture.is_none() && bare.color.is_none();
        !(texts && look && bare.memberships.is_empty() && bare.extra.is_empty())
    });
    let mut more: BTreeSet<NationId> = own.map(|(id, _)| id).collect();
    for (_, tie) in map.ties().iter() {
        more.insert(tie.from);
        more.extend(Target::from(tie.to).nation());
    }
    let memberships = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    more.extend(memberships.filter(|own| !own.extra.is_empty()).map(|own| own.organisation));
    more
}
