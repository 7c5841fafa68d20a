//! The rows of the list: what each column says, which rows a search keeps, and their order.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::edit::Target;
use crate::model::{End, Map, Nation, NationId, Tie, TieId};

/// What the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// Nations.
    #[default]
    Nations,
    /// Ties.
    Ties,
}

impl Listed {
    /// The names of its columns.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Nations => &["Name", "Code", "Ties"],
            Self::Ties => &["Tie", "Kind", "Since"],
        }
    }
}

/// What is listed, and how it is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SortOrder {
    pub listed: Listed,
    pub column: usize,
    pub descending: bool,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub target: Target,
    /// What its columns say.
    pub cells: [String; 3],
    /// What the third column is sorted by if it is a number.
    number: usize,
    /// The text that is searched, in lower case.
    text: String,
}

/// The rows that a search keeps, sorted by a column; equal ones stay in the order of the map.
pub fn rows(map: &Map, listed: Listed, search: &str, column: usize, descending: bool) -> Vec<Row> {
    let search = search.trim().to_lowercase();
    let words: Vec<&str> = search.split_whitespace().collect();
    let mut rows = match listed {
        Listed::Nations => nations(map),
        Listed::Ties => ties(map),
    };
    rows.retain(|row| words.iter().all(|word| row.text.contains(word)));
    let by_column = |a: &Row, b: &Row| {
        let order = match (listed, column) {
            (Listed::Nations, 2) => a.number.cmp(&b.number),
            _ => compare(&a.cells[column.min(2)], &b.cells[column.min(2)]),
        };
        if descending { order.reverse() } else { order }
    };
    rows.sort_by(by_column);
    rows
}

/// Compares words regardless of capitals; empty ones come last.
fn compare(a: &str, b: &str) -> Ordering {
    a.is_empty().cmp(&b.is_empty()).then_with(|| a.to_lowercase().cmp(&b.to_lowercase()))
}

fn nations(map: &Map) -> Vec<Row> {
    let mut counts = HashMap::new();
    for (_, tie) in map.ties().iter() {
        *counts.entry(tie.from).or_insert(0usize) += 1;
        if let End::Nation(to) = tie.to {
            *counts.entry(to).or_insert(0) += 1;
        }
    }
    let row = |(id, nation): (NationId, &Nation)| {
        let code = nation.code.clone().unwrap_or_default();
        let number = counts.get(&id).copied().unwrap_or(0);
        let text = format!(
            "{} {code} {} {}",
            nation.name,
            nation.nation_type.name(),
            nation.tags.join(" ")
        );
        Row {
            target: Target::Nation(id),
            cells: [nation.name.clone(), code, number.to_string()],
            number,
            text: text.to_lowercase(),
        }
    };
    map.nations().iter().map(row).collect()
}

fn ties(map: &Map) -> Vec<Row> {
    let row = |(id, tie): (TieId, &Tie)| {
        let name = map.tie_name(id);
        let kind = map.kinds().get(tie.kind).map_or_else(String::new, |kind| kind.name.clone());
        let since = tie.since.map_or_else(String::new, |date| date.to_string());
        let status = tie.status.map_or("", |status| status.name());
        let text = format!("{name} {kind} {status} {} {since}", tie.label).to_lowercase();
        Row { target: Target::Tie(id), cells: [name, kind, since], number: 0, text }
    };
    map.ties().iter().map(row).collect()
}
