//! Wording: the document's name, what is selected, and numbers of nations and ties.

use std::collections::BTreeSet;

use super::State;
use crate::edit::{Joining, Target};
use crate::model::{End, Map, NationId, TextNote, counted};

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

    /// What is selected, in words: `Japan`, or `3 nations, 2 ties and 1 note`.
    pub fn selection_in_words(&self) -> String {
        self.in_words(&self.selection)
    }

    /// Nations, ties and notes in words: `Japan`, or `3 nations and 2 ties`.
    pub fn in_words(&self, targets: &BTreeSet<Target>) -> String {
        match targets.first() {
            Some(only) if targets.len() == 1 => self.name_of(*only),
            _ => targets_in_words(targets),
        }
    }

    /// What to call a nation, a tie or a note.
    pub fn name_of(&self, target: Target) -> String {
        let map = self.map();
        match target {
            Target::Nation(id) => map.end_name(End::Nation(id)),
            Target::Tie(id) => map.tie_name(id),
            Target::Note(id) => {
                map.text_notes().get(id).map_or_else(String::new, TextNote::in_words)
            }
        }
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

/// Numbers of nations and ties in words: `3 nations and 1 tie`.
pub(in crate::ui) fn count_in_words(nations: usize, ties: usize) -> String {
    counts_in_words(nations, ties, 0)
}

/// How many nations, ties and notes there are among some, in words: `3 nations, 2 ties and 1 note`.
fn targets_in_words<'t>(targets: impl IntoIterator<Item = &'t Target>) -> String {
    let (mut nations, mut ties, mut notes) = (0, 0, 0);
    for target in targets {
        match target {
            Target::Nation(_) => nations += 1,
            Target::Tie(_) => ties += 1,
            Target::Note(_) => notes += 1,
        }
    }
    counts_in_words(nations, ties, notes)
}

/// Numbers of nations, ties and notes in words.
pub(in crate::ui) fn counts_in_words(nations: usize, ties: usize, notes: usize) -> String {
    let count = |n, one, many| (n > 0).then(|| counted(n, one, many));
    let parts = [
        count(nations, "nation", "nations"),
        count(ties, "tie", "ties"),
        count(notes, "note", "notes"),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) }
}
