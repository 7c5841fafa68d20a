//! Resolves the kinds and sources that ties name; those that the file doesn't describe are added.

use super::id_index::IdIndex;
use super::kinds::plain_kind;
use super::record::RecordReader;
use crate::formats::limits::{MAX_KINDS, MAX_SOURCES};
use crate::formats::problems::{Problems, shorten};
use crate::model::{Kind, KindId, Source, SourceId};

/// The kinds and sources of a map, by their ids.
pub struct References {
    pub kind_ids: IdIndex,
    pub kinds: Vec<Kind>,
    pub source_ids: IdIndex,
    pub sources: Vec<Source>,
}

impl References {
    /// Takes the kind of a tie.
    pub fn take_kind(&mut self, record: &mut RecordReader<'_>, problems: &mut Problems) -> KindId {
        let Some((at, key)) = record.text_at("kind", problems).filter(|(_, key)| !key.is_empty())
        else {
            let message = "has a tie without a “kind”".to_owned();
            let outcome = "It was made one of the kind “unspecified”.";
            let remedy = "Name one of the kinds of the map.";
            problems.warn(record.at, record.path.to_text(), message, outcome, remedy);
            return self.add_kind("unspecified".to_owned());
        };
        if let Some(index) = self.kind_ids.get(&key) {
            return KindId(index + 1);
        }
        if Kind::standard().iter().any(|kind| kind.key == key) {
            return self.add_kind(key);
        }
        let short = shorten(&key);
        let message = format!("names a kind that isn't in the file, “{short}”");
        let path = record.path.field("kind");
        let remedy =
            problems.suggestion(&key, self.kind_ids.ids(), "Describe it in the kinds of the file.");
        if self.kinds.len() < MAX_KINDS {
            let outcome = "A neutral kind of that name was added.";
            problems.warn(at, path, message, outcome, remedy);
            return self.add_kind(key);
        }
        problems.lose(at, path, message, "It was made one of the kind “unspecified”.", remedy);
        self.add_kind("unspecified".to_owned())
    }

    /// The kind with an id; it is added if it isn't there.
    pub fn add_kind(&mut self, key: String) -> KindId {
        if let Some(index) = self.kind_ids.get(&key) {
            return KindId(index + 1);
        }
        let index = self.kinds.len() as u32;
        self.kind_ids.insert(key.clone(), index);
        let standard = Kind::standard().into_iter().find(|kind| kind.key == key);
        self.kinds.push(standard.unwrap_or_else(|| plain_kind(key)));
        KindId(index + 1)
    }

    /// Takes the source of a piece of evidence.
    pub fn take_source(
        &mut self,
        record: &mut RecordReader<'_>,
        problems: &mut Problems,
    ) -> Option<SourceId> {
        let (at, key) = record.text_at("source", problems).filter(|(_, key)| !key.is_empty())?;
        if let Some(index) = self.source_ids.get(&key) {
            return Some(SourceId(index + 1));
        }
        let message = format!("names a source that isn't in the file, “{}”", shorten(&key));
        let path = record.path.field("source");
        let otherwise = "Describe it in the sources of the file.";
        let remedy = problems.suggestion(&key, self.source_ids.ids(), otherwise);
        if self.sources.len() >= MAX_SOURCES {
            problems.lose(at, path, message, "The field was left out.", remedy);
            return None;
        }
        problems.warn(at, path, message, "A source of that title was added.", remedy);
        let index = self.sources.len() as u32;
        self.source_ids.insert(key.clone(), index);
        self.sources.push(Source { title: key.clone(), key, ..Source::default() });
        Some(SourceId(index + 1))
    }
}
