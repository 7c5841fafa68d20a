//! What is shown of an import. For a large file it takes a while to find out, so the threads do.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexSet;

use crate::formats::{
    Choices, EdgeRole, Import, ImportContent, ImportReport, Network, Table, TablePlan, kind_words,
};
use crate::model::{Attribute, Kind, Map, Sign};
use crate::names::caseless;

/// The most values that are offered as kinds.
const MOST_KINDS: usize = 60;
/// The most letters beyond ASCII for which texts are looked for, and the longest of these texts, in bytes.
const MOST_LETTERS: usize = 4_000;
const MOST_BYTES: usize = 200;

/// An import with what is shown of it.
#[derive(Clone, Debug)]
pub struct ImportView {
    /// The import.
    pub import: Import,
    /// What it read, made, repaired and left out.
    pub report: Arc<ImportReport>,
    /// The values that name kinds, in the order of the network.
    pub kinds: Vec<FoundKind>,
    /// Whether edges have a text that is no attribute.
    pub has_edge_labels: bool,
    /// Texts in which every letter occurs that isn't ASCII: fonts are needed for them.
    pub letters: Vec<String>,
    /// The tables that the plan turns, turned; in the order of the tables.
    turned: Vec<Option<Arc<Table>>>,
}

/// A value that names a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundKind {
    /// The value as written.
    pub value: String,
    /// The signs of the kinds that it became: several where rows say several.
    pub signs: Vec<Sign>,
}

impl ImportView {
    /// Looks at an import.
    pub fn of(import: Import) -> Self {
        let report = Arc::new(import.report());
        let kinds = match (import.network(), import.choices()) {
            (Some(network), Some(choices)) => found_kinds(network, choices, import.map().ok()),
            _ => Vec::new(),
        };
        let turned = import.plan().map_or_else(Vec::new, |plan| turned(tables(&import), plan));
        let letters = letters(&import, &report);
        let edges = import.network().map_or(&[][..], |network| &network.edges);
        let has_edge_labels = edges.iter().any(|edge| edge.label.is_some());
        Self { import, report, kinds, has_edge_labels, letters, turned }
    }

    /// The tables that were read.
    pub fn tables(&self) -> &[Table] {
        tables(&self.import)
    }

    /// A table as its plan turned it, where it did.
    pub fn turned(&self, table: usize) -> Option<&Arc<Table>> {
        self.turned.get(table)?.as_ref()
    }
}

fn tables(import: &Import) -> &[Table] {
    match &import.source().content {
        ImportContent::Tables(tables) => tables,
        ImportContent::Map(_) | ImportContent::Network(_) => &[],
    }
}

fn turned(tables: &[Table], plan: &TablePlan) -> Vec<Option<Arc<Table>>> {
    let sheets = tables.iter().zip(&plan.sheets);
    sheets.map(|(table, plan)| plan.is_transposed.then(|| Arc::new(table.transposed()))).collect()
}

/// The values of the columns that name kinds.
fn found_kinds(network: &Network, choices: &Choices, map: Option<&Map>) -> Vec<FoundKind> {
    let is_kind = |index: usize| choices.edge_roles.get(index) == Some(&EdgeRole::Kind);
    let mut values = IndexSet::new();
    for edge in &network.edges {
        if let Some(text) = &edge.label
            && choices.edge_label == EdgeRole::Kind
        {
            values.insert(text.as_str());
        }
        for (column, value) in &edge.attributes {
            if let Attribute::Text(text) = value
                && is_kind(column.index())
            {
                values.insert(text.as_str());
            }
        }
        if values.len() >= MOST_KINDS {
            break;
        }
    }
    let found = |value: &str| {
        let name = choices.kinds.get(value).and_then(|kind| kind.name.as_deref());
        let signs = map.map_or_else(Vec::new, |map| signs(map, name.unwrap_or(value)));
        FoundKind { value: value.to_owned(), signs }
    };
    values.into_iter().map(found).collect()
}

/// The signs of the kinds that a value became: those of its name, perhaps with a sign in brackets where rows
/// say several, or the usual kind that it is a word for.
fn signs(map: &Map, name: &str) -> Vec<Sign> {
    let key = kind_words(name).map(|words| words.key);
    let is_it = |kind: &Kind| {
        Some(kind.key.as_str()) == key
            || caseless(&kind.name) == caseless(name)
            || caseless(&kind.name) == caseless(&format!("{name} ({})", kind.sign.name()))
    };
    map.kinds().iter().filter(|(_, kind)| is_it(kind)).map(|(_, kind)| kind.sign).collect()
}

/// A text for each letter beyond ASCII.
fn letters(import: &Import, report: &ImportReport) -> Vec<String> {
    let mut found = Letters::default();
    for table in tables(import) {
        (0..table.row_count()).for_each(|row| table.row(row).for_each(|cell| found.look_at(cell)));
    }
    if let Some(network) = import.network() {
        network.nodes.iter().for_each(|node| found.look_at(node.label.as_deref().unwrap_or("")));
        let columns = network.edge_columns.iter().chain(network.node_columns.iter());
        columns.for_each(|(_, name)| found.look_at(name));
    }
    let places = report.groups.iter().flat_map(|group| &group.places);
    places.for_each(|place| found.look_at(&place.text));
    report.files.iter().for_each(|file| found.look_at(&file.name));
    found.texts
}

/// The letters beyond ASCII that were seen, and the texts in which they were seen first.
#[derive(Default)]
struct Letters {
    seen: BTreeSet<char>,
    texts: Vec<String>,
}

impl Letters {
    fn look_at(&mut self, text: &str) {
        if text.is_ascii() || self.seen.len() >= MOST_LETTERS {
            return;
        }
        let text = &text[..text.floor_char_boundary(MOST_BYTES)];
        let before = self.seen.len();
        self.seen.extend(text.chars().filter(|letter| !letter.is_ascii()));
        if self.seen.len() > before {
            self.texts.push(text.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{InputFile, Progress};

    fn view(text: &str) -> ImportView {
        let file = InputFile { name: "ties.csv", bytes: text.as_bytes() };
        ImportView::of(Import::read(&file, Progress::untold()).expect("a table"))
    }

    #[test]
    fn every_letter_that_needs_a_font_is_in_a_text() {
        let view =
            view("from,to,kind\n대한민국,日本,pact\n日本,대한민국,pact\nJapan,Chad,rivalry\n");
        assert_eq!(view.letters, ["대한민국", "日本"]);
    }

    #[test]
    fn kinds_have_the_signs_that_they_became() {
        let view = view(
            "from,to,kind,sign\nJapan,Chad,alliance,\nJapan,Mali,war,\nMali,Chad,war,\n\
             Peru,Chad,flights,\nPeru,Mali,votes,+\nPeru,Japan,votes,-\n",
        );
        let found = |value: &str| {
            let kind = view.kinds.iter().find(|kind| kind.value == value);
            kind.map(|kind| kind.signs.clone()).unwrap_or_default()
        };
        assert_eq!(found("alliance"), [Sign::Friendly], "it is a usual kind by another word");
        assert_eq!(found("war"), [Sign::Hostile]);
        assert_eq!(found("flights"), [Sign::Neutral]);
        assert_eq!(found("votes"), [Sign::Friendly, Sign::Hostile], "as its rows say");
    }
}
