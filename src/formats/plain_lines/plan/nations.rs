//! The nations of a map and those that lines add or change.

use super::Plan;
use crate::model::{Nation, NationId};
use crate::names::caseless;

impl Plan<'_> {
    /// The first nation of a name or code is the one that is meant by it.
    pub(super) fn index(&mut self, id: NationId, nation: &Nation) {
        self.by_name.entry(caseless(&nation.name)).or_insert(id);
        if let Some(code) = &nation.code {
            self.by_code.entry(code.to_uppercase()).or_insert(id);
        }
    }

    pub fn by_name(&self, name: &str) -> Option<NationId> {
        self.by_name.get(&caseless(name)).copied()
    }

    pub fn by_code(&self, code: &str) -> Option<NationId> {
        self.by_code.get(&code.to_uppercase()).copied()
    }

    /// The names of all nations, of the map and of the plan.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let old = self.map.nations().iter().map(|(_, nation)| nation.name.as_str());
        old.chain(self.nations.iter().map(|nation| nation.name.as_str()))
    }

    pub fn nation(&self, id: NationId) -> Option<&Nation> {
        let first: u32 = self.map.nations().free_id().into();
        let new =
            u32::from(id).checked_sub(first).and_then(|index| self.nations.get(index as usize));
        new.or_else(|| self.changed.get(&id)).or_else(|| self.map.nations().get(id))
    }

    pub fn name(&self, id: NationId) -> &str {
        self.nation(id).map_or("", |nation| nation.name.as_str())
    }

    pub fn add_nation(&mut self, nation: Nation) -> NationId {
        let first: u32 = self.map.nations().free_id().into();
        let id = NationId::from(first.saturating_add(self.nations.len() as u32));
        self.index(id, &nation);
        self.nations.push(nation);
        id
    }

    /// Changes a nation, a new one or one that is there.
    pub fn change_nation(&mut self, id: NationId, change: impl FnOnce(&mut Nation)) {
        let first: u32 = self.map.nations().free_id().into();
        let index = u32::from(id).checked_sub(first).map(|index| index as usize);
        if let Some(nation) = index.and_then(|index| self.nations.get_mut(index)) {
            self.before.push((id, Some(nation.clone())));
            change(nation);
        } else if let Some(mut nation) = self.nation(id).cloned() {
            change(&mut nation);
            let before = self.changed.insert(id, nation);
            self.before.push((id, before));
        }
    }

    /// The new nations but the first so many.
    pub fn new_nations(&self, skipped: usize) -> impl Iterator<Item = &Nation> {
        self.nations.iter().skip(skipped)
    }

    pub fn nation_count(&self) -> usize {
        self.nations.len()
    }
}
