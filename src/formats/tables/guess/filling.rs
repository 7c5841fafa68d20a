//! Sees in which columns an empty cell says the same as the one above.

use super::asides::Asides;
use super::profile::MAX_COLUMNS;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan, TableContent, ValueType};
use crate::formats::tables::view::View;

/// What people write beside one tie alone: where it is empty there is nothing to say.
const OF_ONE_ROW: [&str; 10] = [
    "note",
    "notes",
    "comment",
    "comments",
    "evidence",
    "description",
    "label",
    "notiz",
    "bemerkung",
    "url",
];

/// Says of each column whether an empty cell says the same as the one above.
pub fn set_fills_down(view: &View<'_>, plan: &mut SheetPlan) {
    set_filled_end(view, plan);
    if plan.content == TableContent::Edges {
        set_filled_attributes(view, plan);
    }
}

/// Where a third of the cells of one end are empty beside filled ones of the other, and the first isn't,
/// they were merged, or written once for all rows below.
fn set_filled_end(view: &View<'_>, plan: &mut SheetPlan) {
    let Some((source, target)) = only_ends(plan) else { return };
    let asides = Asides::new(view, plan);
    let ends = [(source, target), (target, source)];
    for (own, other) in ends.into_iter().filter(|(own, _)| has_gaps(view, plan, *own)) {
        let is_data = |row: &usize| !view.cell(*row, other).is_empty();
        let is_own =
            |row: &usize| !view.cell(*row, own).is_empty() || asides.reason(*row).is_none();
        let rows = || plan.rows.clone().filter(is_data).filter(is_own);
        let empty = rows().filter(|row| view.cell(*row, own).is_empty()).count();
        let is_merged = empty * 3 >= rows().count() && empty >= 2;
        if is_merged && !view.cell(plan.rows.start, own).is_empty() {
            if let Some(column) = plan.columns.get_mut(own) {
                column.fills_down = true;
            }
            return;
        }
    }
}

/// Where texts stand in the first row of each group alone they hold for the group: the rows with one end, or,
/// of a column before both ends, those down to the next text.
fn set_filled_attributes(view: &View<'_>, plan: &mut SheetPlan) {
    let Some((source, target)) = only_ends(plan) else { return };
    let candidates: Vec<usize> = (0..plan.columns.len().min(MAX_COLUMNS))
        .filter(|index| may_stand_for_groups(plan, *index) && has_gaps(view, plan, *index))
        .collect();
    if candidates.is_empty() {
        return;
    }
    let asides = Asides::new(view, plan);
    let rows: Vec<usize> = plan
        .rows
        .clone()
        .filter(|row| asides.reason(*row).is_none())
        .filter(|row| !view.cell(*row, source).is_empty() || !view.cell(*row, target).is_empty())
        .collect();
    let groups = [source, target].map(|end| begins_of_groups(view, &rows, end));
    let filled: Vec<usize> = candidates
        .into_iter()
        .filter(|index| {
            let is_filled = |row: &usize| !view.cell(*row, *index).is_empty();
            let filled: Vec<bool> = rows.iter().map(is_filled).collect();
            let count = filled.iter().filter(|is_filled| **is_filled).count();
            let empty = filled.len() - count;
            let stands_for_all = *index < source.min(target) && empty * 3 >= filled.len();
            filled.first() == Some(&true)
                && count >= 2
                && empty >= 2
                && (groups.contains(&filled) || stands_for_all && changes(view, &rows, *index))
        })
        .collect();
    for column in filled {
        if let Some(column) = plan.columns.get_mut(column) {
            column.fills_down = true;
        }
    }
}

/// Whether a column holds texts that may be said once of several rows.
fn may_stand_for_groups(plan: &SheetPlan, index: usize) -> bool {
    plan.columns.get(index).is_some_and(|column| {
        column.role == ColumnUse::Attribute
            && column.values == ValueType::Text
            && !OF_ONE_ROW.contains(&header_key(&column.name).as_str())
    })
}

/// Whether at least two cells of a column are empty.
fn has_gaps(view: &View<'_>, plan: &SheetPlan, column: usize) -> bool {
    plan.rows.clone().filter(|row| view.cell(*row, column).is_empty()).nth(1).is_some()
}

fn only_ends(plan: &SheetPlan) -> Option<(usize, usize)> {
    let sources: Vec<usize> = plan.columns_with(ColumnUse::Source).collect();
    let targets: Vec<usize> = plan.columns_with(ColumnUse::Target).collect();
    match (sources.as_slice(), targets.as_slice()) {
        ([source], [target]) => Some((*source, *target)),
        _ => None,
    }
}

/// Of each row whether it names another nation than the one above it.
fn begins_of_groups(view: &View<'_>, rows: &[usize], column: usize) -> Vec<bool> {
    let mut last = "";
    let begins = |row: &usize| {
        let cell = view.cell(*row, column);
        let begins = !cell.is_empty() && cell != last;
        if begins {
            last = cell;
        }
        begins
    };
    rows.iter().map(begins).collect()
}

/// Whether no text of a column stands twice in a row, as it would where each row has its own.
fn changes(view: &View<'_>, rows: &[usize], column: usize) -> bool {
    let filled = || rows.iter().map(|row| view.cell(*row, column)).filter(|cell| !cell.is_empty());
    filled().zip(filled().skip(1)).all(|(one, next)| one != next)
}

#[cfg(test)]
mod tests {
    use crate::formats::tables::{Table, TablePlan, network};
    use crate::model::Attribute;

    /// The kinds of all ties, and how many cells were read as those above them.
    fn kinds(text: &str) -> (String, usize) {
        let mut table = Table::new("");
        text.lines().for_each(|line| table.push_row(line.split('|')));
        let tables = [table];
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        let kind = network.edge_columns.find("kind").unwrap();
        let kinds = network.edges.iter().map(|edge| {
            let found = edge.attributes.iter().find(|(column, _)| *column == kind);
            match found {
                Some((_, Attribute::Text(kind))) => kind.as_str(),
                _ => "-",
            }
        });
        let kinds = kinds.collect::<Vec<_>>().join(" ");
        let groups = network.remarks.groups().filter(|group| group.topic.contains("merged"));
        (kinds, groups.map(|group| group.count).sum())
    }

    #[test]
    fn a_kind_that_stands_once_for_a_group_is_that_of_all_its_rows() {
        for (text, filled) in [
            ("from|to|kind\nA|B|pact\n|C|\n|D\nE|F|war\n|G|", 6),
            ("from|to|kind\nA|B|pact\nA|C|\nA|D\nE|F|war\nE|G|", 3),
            ("kind|from|to\npact|A|B\n|A|C\n|X|D\nwar|E|F\n|Y|G", 3),
            ("from|kind|to\nA|pact|B\n||C\n||D\nE|war|F\n||G", 6),
        ] {
            assert_eq!(kinds(text), ("pact pact pact war war".to_owned(), filled), "{text}");
        }
    }

    #[test]
    fn a_kind_that_is_missing_here_and_there_stays_so() {
        for text in [
            "from|to|kind\nA|B|pact\nC|D|\nE|F|pact\nG|H|\nI|J|war",
            "kind|from|to\npact|A|B\n|C|D\npact|E|F\n|G|H\nwar|I|J",
        ] {
            assert_eq!(kinds(text), ("pact - pact - war".to_owned(), 0), "{text}");
        }
    }
}
