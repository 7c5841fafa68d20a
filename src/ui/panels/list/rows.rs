//! The rows of the list: what each column says, which rows a filter keeps, and their order.

use std::cmp::Ordering;

use crate::edit::Target;
use crate::model::Map;

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

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub target: Target,
    /// What stands in its columns.
    pub cells: [String; 3],
    /// By what the third column is sorted where it is a number.
    number: usize,
    /// All that a filter looks at, in small letters.
    text: String,
}

/// The rows that a filter keeps, ordered by a column; equal ones stay in the order of the map.
pub fn rows(map: &Map, listed: Listed, filter: &str, column: usize, descending: bool) -> Vec<Row> {
    let filter = filter.trim().to_lowercase();
    let words: Vec<&str> = filter.split_whitespace().collect();
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

/// The order of words regardless of capitals; empty ones last.
fn compare(a: &str, b: &str) -> Ordering {
    a.is_empty().cmp(&b.is_empty()).then_with(|| a.to_lowercase().cmp(&b.to_lowercase()))
}

fn nations(map: &Map) -> Vec<Row> {
    let mut counts = std::collections::HashMap::new();
    for (_, tie) in map.ties().iter() {
        *counts.entry(tie.from).or_insert(0usize) += 1;
        if let crate::model::End::Nation(to) = tie.to {
            *counts.entry(to).or_insert(0) += 1;
        }
    }
    let row = |(id, nation): (crate::model::NationId, &crate::model::Nation)| {
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
    let row = |(id, tie): (crate::model::TieId, &crate::model::Tie)| {
        let name = map.tie_name(id);
        let kind = map.kinds().get(tie.kind).map_or_else(String::new, |kind| kind.name.clone());
        let since = tie.since.map_or_else(String::new, |date| date.to_string());
        let status = tie.status.map_or("", |status| status.name());
        let text = format!("{name} {kind} {status} {} {since}", tie.label).to_lowercase();
        Row { target: Target::Tie(id), cells: [name, kind, since], number: 0, text }
    };
    map.ties().iter().map(row).collect()
}
