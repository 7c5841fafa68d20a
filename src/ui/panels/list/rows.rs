//! The rows of the list: which a filter keeps, and their order.

use std::collections::HashSet;

use super::sort_key::SortKeys;
use crate::edit::Target;
use crate::model::Map;
use crate::names::fold;
use crate::ui::panels::fields::{Column, columns};

/// What the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// Nations.
    #[default]
    Nations,
    /// Ties.
    Ties,
}

/// By which column rows are sorted. Until one is chosen they are in the order of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SortOrder {
    pub column: Option<Column>,
    pub descending: bool,
}

/// What rows are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsKey {
    pub revision: u64,
    pub listed: Listed,
    pub order: SortOrder,
    pub filter: String,
}

/// The rows in view, and the columns.
#[derive(Debug)]
pub struct Rows {
    pub key: RowsKey,
    pub columns: Vec<Column>,
    pub targets: Vec<Target>,
    /// All records of the sort, also those that the filter leaves out.
    known: HashSet<Target>,
}

impl Rows {
    /// The rows that the filter keeps, sorted; equal ones stay in the order of the map.
    pub fn of(map: &Map, key: RowsKey) -> Self {
        let columns = columns(map, key.listed == Listed::Nations);
        let mut targets = all(map, key.listed);
        let known = targets.iter().copied().collect();
        retain(map, &columns, &key.filter, &mut targets);
        if let Some(column) = &key.order.column {
            let texts: Vec<String> =
                targets.iter().map(|target| column.text(map, *target)).collect();
            let order = SortKeys::of(&texts).order(key.order.descending);
            targets = order.into_iter().filter_map(|at| targets.get(at).copied()).collect();
        }
        Self { key, columns, targets, known }
    }

    /// The same rows in the same order after a change of the map; new ones come last.
    pub fn after_edit(self, map: &Map, revision: u64) -> Self {
        let key = RowsKey { revision, ..self.key };
        let columns = columns(map, key.listed == Listed::Nations);
        let now = all(map, key.listed);
        let there: HashSet<Target> = now.iter().copied().collect();
        let mut targets: Vec<Target> = self.targets;
        targets.retain(|target| there.contains(target));
        // What the filter had left out isn't new; what is new is shown, whatever the filter.
        targets.extend(now.into_iter().filter(|target| !self.known.contains(target)));
        Self { key, columns, targets, known: there }
    }

    /// The row of a nation or tie.
    pub fn row_of(&self, target: Target) -> Option<usize> {
        self.targets.iter().position(|own| *own == target)
    }
}

fn all(map: &Map, listed: Listed) -> Vec<Target> {
    match listed {
        Listed::Nations => map.nations().ids().map(Target::Nation).collect(),
        Listed::Ties => map.ties().ids().map(Target::Tie).collect(),
    }
}

/// Keeps the rows that have every word of the filter somewhere in their cells.
fn retain(map: &Map, columns: &[Column], filter: &str, targets: &mut Vec<Target>) {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    if words.is_empty() {
        return;
    }
    targets.retain(|target| {
        let mut text = String::new();
        for column in columns {
            text.push_str(&fold(&column.text(map, *target)));
            text.push('\n');
        }
        words.iter().all(|word| text.contains(word))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::panels::fields::NationField;
    use crate::ui::test_example::example;

    fn rows(filter: &str, field: Option<NationField>, descending: bool) -> Vec<String> {
        let state = example();
        let map = state.map();
        let order = SortOrder { column: field.map(Column::Nation), descending };
        let listed = Listed::Nations;
        let key = RowsKey { revision: 1, listed, order, filter: filter.to_owned() };
        let rows = Rows::of(map, key);
        let name = Column::Nation(NationField::Name);
        rows.targets.iter().map(|target| name.text(map, *target)).collect()
    }

    #[test]
    fn rows_are_sorted_and_equal_ones_stay_in_the_order_of_the_map() {
        assert_eq!(rows("", None, false), ["Japan", "New Zealand", "China"]);
        assert_eq!(rows("", Some(NationField::Name), false), ["China", "Japan", "New Zealand"]);
        assert_eq!(rows("", Some(NationField::Name), true), ["New Zealand", "Japan", "China"]);
        assert_eq!(rows("", Some(NationField::Type), true), ["Japan", "New Zealand", "China"]);
    }

    #[test]
    fn a_filter_looks_at_every_cell() {
        assert_eq!(rows("PACIFIC jap", None, false), ["Japan"]);
        assert!(rows("nowhere", None, false).is_empty());
    }
}
