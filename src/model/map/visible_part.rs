//! The visible part of a map: what is left when some records are hidden, and which of those left are
//! drawn faintly.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::Map;
use crate::model::{End, Filter, Nation, NationId, Period, Records, SourceId, Tie, TieId};

/// How a record is shown, from the strongest to the weakest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Fully.
    #[default]
    Shown,
    /// Faintly.
    Dimmed,
    /// Not at all.
    Hidden,
}

/// How each record of a map is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visibilities {
    /// Of each nation, in the order of the map.
    pub nations: Vec<Visibility>,
    /// Of each tie, in the order of the map.
    pub ties: Vec<Visibility>,
    /// Of each membership: in the order of the map's nations, and of each nation's memberships.
    pub memberships: Vec<Visibility>,
}

/// Which records of a part of a map are drawn faintly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dimmed {
    /// Nations.
    pub nations: HashSet<NationId>,
    /// Ties.
    pub ties: HashSet<TieId>,
    /// Memberships, by member and organisation.
    pub memberships: HashSet<(NationId, NationId)>,
}

impl Dimmed {
    /// The opacity of what is drawn faintly.
    pub const STRENGTH: f32 = 0.25;

    /// Whether a membership is drawn faintly: itself, or because one of its nations is.
    pub fn has_membership(&self, member: NationId, organisation: NationId) -> bool {
        self.nations.contains(&member)
            || self.nations.contains(&organisation)
            || self.memberships.contains(&(member, organisation))
    }
}

impl Map {
    /// The part of the map that isn't hidden, under the same ids, with a note of what is dimmed. It has
    /// no filter, since that has been applied.
    ///
    /// What depends on hidden records is left out too: ties at hidden nations, ties onto hidden ties,
    /// memberships in hidden organisations, and sources that only hidden ties cite. Kinds all stay.
    pub fn visible_part(&self, how: &Visibilities) -> Self {
        let at = |list: &[Visibility], index: usize| list.get(index).copied().unwrap_or_default();
        let mut dimmed = Dimmed::default();
        let mut nations =
            self.nations.filtered(|index, _, _| at(&how.nations, index) != Visibility::Hidden);
        dimmed.nations.extend(ids(&self.nations, &how.nations, Visibility::Dimmed));
        self.part_memberships(&mut nations, how, &mut dimmed);
        let kept = self.kept_ties(&nations, &how.ties);
        let ties = self.ties.filtered(|index, _, _| kept.get(index).copied().unwrap_or(false));
        dimmed.ties.extend(ids(&self.ties, &how.ties, Visibility::Dimmed));
        let sources = self.sources_without(&ties);
        Self {
            heading: self.heading.clone(),
            look: self.look.clone(),
            filter: Filter::default(),
            kinds: self.kinds.clone(),
            sources,
            nations,
            ties,
            text_notes: self.text_notes.clone(),
            dimmed: Arc::new(dimmed),
            held: self.filter.period_of_shown().unwrap_or(self.held),
        }
    }

    /// What is drawn faintly: nothing in a document, but possibly something in a part of one.
    pub const fn dimmed(&self) -> &Arc<Dimmed> {
        &self.dimmed
    }

    /// The period in which every tie may have been held: none in a document, but possibly one in a part of one, whose
    /// filter left out the others.
    pub const fn held(&self) -> Period {
        self.held
    }

    fn part_memberships(
        &self,
        nations: &mut Records<NationId, Nation>,
        how: &Visibilities,
        dimmed: &mut Dimmed,
    ) {
        let there: HashSet<NationId> = nations.ids().collect();
        let mut all = how.memberships.iter().copied().chain(std::iter::repeat(Visibility::Shown));
        for (id, nation) in self.nations.iter() {
            let shown: Vec<Visibility> = all.by_ref().take(nation.memberships.len()).collect();
            let stays = |(membership, how): (&crate::model::Membership, &Visibility)| {
                *how != Visibility::Hidden && there.contains(&membership.organisation)
            };
            let faint = nation.memberships.iter().zip(&shown);
            let faint = faint.filter(|(_, how)| **how == Visibility::Dimmed);
            dimmed.memberships.extend(faint.map(|(membership, _)| (id, membership.organisation)));
            if nation.memberships.iter().zip(&shown).all(stays) {
                continue;
            }
            if let Some(nation) = nations.get_mut(id) {
                let mut shown = shown.iter();
                nation
                    .memberships
                    .retain(|membership| shown.next().is_some_and(|how| stays((membership, how))));
            }
        }
    }

    /// Which ties stay, in the order of the map: those that aren't hidden and whose ends stay.
    fn kept_ties(&self, nations: &Records<NationId, Nation>, how: &[Visibility]) -> Vec<bool> {
        let stands = |index: usize, tie: &Tie| {
            let is_hidden = how.get(index) == Some(&Visibility::Hidden);
            let ends_there = match tie.to {
                End::Nation(to) => nations.contains(to),
                End::Tie(_) => true,
            };
            !is_hidden && nations.contains(tie.from) && ends_there
        };
        let mut kept: Vec<bool> =
            self.ties.iter().enumerate().map(|(index, (_, tie))| stands(index, tie)).collect();
        self.drop_ties_onto(&mut kept);
        kept
    }

    /// Drops every tie that ends, over any number of ties, at one that is dropped. `kept` is in the
    /// order of the map. Takes linear time.
    fn drop_ties_onto(&self, kept: &mut [bool]) {
        // Each tie is visited once: the flags beyond one that was visited are final.
        let mut visited = vec![false; kept.len()];
        let mut chain = Vec::new();
        for start in 0..kept.len() {
            let mut next = Some(start);
            let mut is_dropped = false;
            while let Some(index) = next.filter(|index| visited.get(*index) == Some(&false)) {
                is_dropped = !kept[index];
                visited[index] = true;
                chain.push(index);
                next = match self.ties.at(index).map(|(_, tie)| tie.to) {
                    Some(End::Tie(to)) if !is_dropped => self.ties.index_of(to),
                    _ => None,
                };
            }
            is_dropped |= next.is_some_and(|index| kept.get(index) == Some(&false));
            for index in chain.drain(..) {
                kept[index] &= !is_dropped;
            }
        }
    }

    fn sources_without(
        &self,
        ties: &Records<TieId, Tie>,
    ) -> Records<SourceId, crate::model::Source> {
        let named = |ties: &Records<TieId, Tie>| -> BTreeSet<SourceId> {
            let evidence = ties.iter().flat_map(|(_, tie)| &tie.evidence);
            evidence.filter_map(|evidence| evidence.source).collect()
        };
        if ties.len() == self.ties.len() {
            return self.sources.clone();
        }
        let (before, after) = (named(&self.ties), named(ties));
        self.sources.filtered(|_, id, _| after.contains(&id) || !before.contains(&id))
    }
}

/// The ids of the records with one visibility.
fn ids<I, T>(
    records: &Records<I, T>,
    how: &[Visibility],
    which: Visibility,
) -> impl Iterator<Item = I>
where
    I: Copy + Eq + std::hash::Hash + Ord + From<u32> + Into<u32>,
{
    records.ids().zip(how).filter(move |(_, how)| **how == which).map(|(id, _)| id)
}
