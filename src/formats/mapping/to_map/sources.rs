//! The sources that edges cite.

use std::collections::{HashMap, HashSet};

use super::own_records::OwnSource;
use crate::formats::limits::MAX_SOURCES;
use crate::formats::problems::{Remarks, Spot};
use crate::formats::vocabulary::begins_url;
use crate::model::{Source, SourceId};

/// The sources so far, each once.
pub struct Sources {
    /// The sources.
    pub list: Vec<Source>,
    of: HashMap<String, SourceId>,
    keys: HashSet<String>,
}

impl Sources {
    /// With those that Entente wrote.
    pub fn new(own: Vec<OwnSource>) -> Self {
        let ids = (1u32..).map(SourceId);
        let of = own.iter().zip(ids).map(|(own, id)| (own.written.clone(), id)).collect();
        let list: Vec<Source> = own.into_iter().map(|own| own.source).collect();
        let keys = list.iter().map(|source| source.key.clone()).collect();
        Self { list, of, keys }
    }

    /// The source that a text cites; `None` where there are too many.
    pub fn cited(&mut self, text: &str, spot: Spot, remarks: &mut Remarks) -> Option<SourceId> {
        if let Some(there) = self.of.get(text) {
            return Some(*there);
        }
        if self.list.len() >= MAX_SOURCES {
            remarks.lose(
                spot,
                text,
                &format!("cites more than the {MAX_SOURCES} sources that a map may have"),
                "The source was left out.",
                "",
            );
            return None;
        }
        let (title, url) = title_and_url(text);
        let key = self.free_key();
        self.list.push(Source { key, title, url, ..Source::default() });
        let id = SourceId(self.list.len() as u32);
        self.of.insert(text.to_owned(), id);
        Some(id)
    }

    fn free_key(&mut self) -> String {
        let mut each = (self.list.len() + 1..).map(|number| format!("source-{number}"));
        let key = each.find(|key| !self.keys.contains(key)).unwrap_or_default();
        self.keys.insert(key.clone());
        key
    }
}

/// `Reuters, https://…` is a title and an address.
fn title_and_url(text: &str) -> (String, String) {
    let starts = text.char_indices().map(|(at, _)| at).filter(|at| begins_url(&text[*at..]));
    let Some(start) = starts.take(1).next() else { return (text.to_owned(), String::new()) };
    let end = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
    let url = text[start..end].trim_end_matches([',', ';', ')', '>']);
    let rest = format!("{} {}", &text[..start], &text[start + url.len()..]);
    let title = rest.trim_matches(|c: char| c.is_whitespace() || ",;:()<>-–".contains(c));
    (title.to_owned(), url.to_owned())
}
