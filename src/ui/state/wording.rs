//! Wording: the document's name, what is selected, and numbers of nations and ties.

use std::collections::BTreeSet;

use super::State;
use crate::edit::{Joining, Target};
use crate::model::{End, Map, NationId};

impl State {
    /// What the title bar calls the document: the map's title, else its file's name.
    pub fn document_name(&self) -> String {
        let title = self.map().heading().title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        let name = self.path.as_ref().and_then(|p| p.file_name());
        name.map_or_else(|| "Untitled map".to_owned(), |n| n.to_string_lossy().into_owned())
    }

    /// What is selected, in words: `Japan`, or `3 nations and 2 ties`.
    pub fn selection_in_words(&self) -> String {
        self.in_words(&self.selection)
    }

    /// Nations and ties in words: `Japan`, or `3 nations and 2 ties`.
    pub fn in_words(&self, targets: &BTreeSet<Target>) -> String {
        match targets.first() {
            Some(Target::Nation(id)) if targets.len() == 1 => {
                return self.map().end_name(End::Nation(*id));
            }
            Some(Target::Tie(id)) if targets.len() == 1 => return self.map().tie_name(*id),
            _ => {}
        }
        let nations = targets.iter().filter(|target| target.nation().is_some()).count();
        count_in_words(nations, targets.len() - nations)
    }
}

/// What the step is called in which nations join an organisation: `Add Poland to Warsaw Pact`.
pub(in crate::ui) fn name_of_joining(
    map: &Map,
    joining: &[Joining],
    organisation: NationId,
) -> String {
    let whom = match joining {
        [Joining::There(id)] => map.end_name(End::Nation(*id)),
        [Joining::New(nation)] => nation.name.clone(),
        many => format!("{} members", many.len()),
    };
    format!("Add {whom} to {}", map.end_name(End::Nation(organisation)))
}

/// A number of things in words: `1 tie`, `3 ties`.
pub(in crate::ui) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Numbers of nations and ties in words: `3 nations and 1 tie`.
pub(in crate::ui) fn count_in_words(nations: usize, ties: usize) -> String {
    let count = |n, one, many| (n > 0).then(|| counted(n, one, many));
    let parts = [count(nations, "nation", "nations"), count(ties, "tie", "ties")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" and ")
}
