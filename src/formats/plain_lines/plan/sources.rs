//! The sources of a map and those that lines add.

use super::Plan;
use crate::formats::plain_lines::same_source::is_same;
use crate::model::{Source, SourceId};
use crate::names::caseless;

impl Plan<'_> {
    pub(super) fn index_source(&mut self, id: SourceId, source: &Source) {
        self.by_title.entry(caseless(&source.title)).or_default().push(id);
        if !source.url.is_empty() {
            self.by_url.entry(source.url.clone()).or_default().push(id);
        }
    }

    /// The source of the map, or of the lines before, that this is; else it is added.
    pub fn find_or_add_source(&mut self, said: Source) -> SourceId {
        let by_title = self.by_title.get(&caseless(&said.title)).into_iter().flatten();
        let by_url = self.by_url.get(&said.url).into_iter().flatten();
        let is_it = |id: &&SourceId| self.source(**id).is_some_and(|there| is_same(there, &said));
        if let Some(id) = by_title.chain(by_url).filter(is_it).min() {
            return *id;
        }
        let first: u32 = self.map.sources().free_id().into();
        let id = SourceId::from(first.saturating_add(self.sources.len() as u32));
        self.index_source(id, &said);
        self.sources.push(said);
        id
    }

    pub fn source_count(&self) -> usize {
        self.sources.len()
    }

    /// The new sources but the first so many.
    pub fn new_sources(&self, skipped: usize) -> impl Iterator<Item = &Source> {
        self.sources.iter().skip(skipped)
    }

    pub fn source(&self, id: SourceId) -> Option<&Source> {
        let first: u32 = self.map.sources().free_id().into();
        let new =
            u32::from(id).checked_sub(first).and_then(|index| self.sources.get(index as usize));
        new.or_else(|| self.map.sources().get(id))
    }
}
