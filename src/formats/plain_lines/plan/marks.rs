//! Going back to what a plan held before a line.

use std::collections::BTreeSet;

use super::Plan;
use crate::model::{Heading, Nation, NationId, Tie};

/// What a plan held at some time.
#[derive(Debug)]
pub struct Mark {
    nations: usize,
    ties: usize,
    kinds: usize,
    sources: usize,
    named: usize,
    /// How many nations had been changed.
    changes: usize,
    heading: Option<Heading>,
}

/// What has been added since a mark.
#[derive(Debug)]
pub struct Added<'p> {
    pub nations: &'p [Nation],
    /// The id of the first of them.
    pub first_nation: NationId,
    pub ties: &'p [Tie],
    /// The nations that were changed: organisations and their members.
    pub changed: BTreeSet<NationId>,
}

impl Plan<'_> {
    /// What has been added since a mark.
    pub fn added_since(&self, mark: &Mark) -> Added<'_> {
        let first: u32 = self.map.nations().free_id().into();
        Added {
            first_nation: NationId::from(first.saturating_add(mark.nations as u32)),
            nations: &self.nations[mark.nations.min(self.nations.len())..],
            ties: &self.ties[mark.ties.min(self.ties.len())..],
            changed: self.before.iter().skip(mark.changes).map(|(id, _)| *id).collect(),
        }
    }

    /// Marks what the plan holds now, to go back to it. Marks may be nested.
    pub fn mark(&self) -> Mark {
        Mark {
            changes: self.before.len(),
            nations: self.nations.len(),
            ties: self.ties.len(),
            kinds: self.kinds.len(),
            sources: self.sources.len(),
            named: self.named.len(),
            heading: self.heading.clone(),
        }
    }

    /// Drops all that has been planned since a mark.
    pub fn go_back(&mut self, mark: &Mark) {
        let first: u32 = self.map.nations().free_id().into();
        for (id, nation) in self.before.split_off(mark.changes).into_iter().rev() {
            let index = u32::from(id).checked_sub(first).map(|index| index as usize);
            match (index.and_then(|index| self.nations.get_mut(index)), nation) {
                (Some(new), Some(nation)) => *new = nation,
                (None, Some(nation)) => drop(self.changed.insert(id, nation)),
                (_, None) => drop(self.changed.remove(&id)),
            }
        }
        if self.nations.len() > mark.nations {
            self.nations.truncate(mark.nations);
            let next = NationId::from(first.saturating_add(mark.nations as u32));
            self.by_name.retain(|_, id| *id < next);
            self.by_code.retain(|_, id| *id < next);
        }
        for tie in self.ties.drain(mark.ties..) {
            if let Some(ids) = self.new_ties.get_mut(&(tie.from, tie.to)) {
                ids.pop();
            }
        }
        self.kinds.truncate(mark.kinds);
        self.kind_words.truncate(self.map.kinds().len() + mark.kinds);
        self.named.truncate(mark.named);
        self.sources.truncate(mark.sources);
        self.heading.clone_from(&mark.heading);
    }
}
