//! Names of columns, and the choices for each that don't depend on the others.

use super::end_words::{NODE_IDS, NODE_LABELS};
use super::lookup::Lookup;
use super::{filling, presets, separator};
use crate::formats::problems::column_letters;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnPlan, ColumnUse, SheetPlan, TableContent};
use crate::formats::tables::values::TypeGuess;
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::Words;

/// So many cells are looked at for what stands between several ends.
const LOOKED_AT: usize = 2_000;

/// All columns by their names: these, or their letters where they have none.
pub fn named(view: &View<'_>, names: &[String]) -> Vec<ColumnPlan> {
    let name = |column: usize| match names.get(column).filter(|name| !name.is_empty()) {
        Some(name) => name.clone(),
        None => format!("Column {}", column_letters(view.spot(0, column).column)),
    };
    let plan = |column| ColumnPlan { name: name(column), ..ColumnPlan::default() };
    (0..view.column_count()).map(plan).collect()
}

/// Gives a column a role.
pub fn set_role(plan: &mut SheetPlan, column: usize, role: ColumnUse) {
    if let Some(column) = plan.columns.get_mut(column) {
        column.role = role;
    }
}

/// The id of edges that have a column for it.
pub fn set_ids_of_edges(keys: &[String], plan: &mut SheetPlan) {
    for (word, role) in
        [("id", ColumnUse::Id), ("edgeid", ColumnUse::Id), ("label", ColumnUse::Label)]
    {
        let column = keys.iter().position(|key| key == word);
        let is_free = |column: &usize| {
            plan.columns.get(*column).is_some_and(|column| column.role == ColumnUse::Attribute)
        };
        if let Some(column) = column.filter(is_free) {
            set_role(plan, column, role);
        }
    }
}

/// The id and the label of nodes by the words of a header. Returns whether there is one of them.
pub fn set_nodes(keys: &[String], plan: &mut SheetPlan) -> bool {
    let find = |words: Words| words.iter().find_map(|word| keys.iter().position(|key| key == word));
    match (find(NODE_IDS), find(NODE_LABELS)) {
        (Some(id), label) => {
            set_role(plan, id, ColumnUse::Id);
            if let Some(label) = label {
                set_role(plan, label, ColumnUse::Label);
            }
            true
        }
        (None, Some(label)) => {
            set_role(plan, label, ColumnUse::Id);
            true
        }
        (None, None) => false,
    }
}

/// Says of each column how its cells are read, and leaves out when a form was filled in.
pub fn settle(view: &View<'_>, plan: &mut SheetPlan, lookup: &mut Lookup) {
    set_types(view, plan);
    let is_form = |column: &ColumnPlan| {
        let key = header_key(&column.name);
        ["timestamp", "zeitstempel", "horodateur", "marcatemporal", "informazionicronologiche"]
            .contains(&key.as_str())
    };
    let has_ends = matches!(plan.content, TableContent::Edges | TableContent::Affiliation { .. });
    if has_ends && plan.preset.is_none() && plan.columns.first().is_some_and(is_form) {
        set_role(plan, 0, ColumnUse::Ignored);
        plan.preset = Some("Google Forms answers");
    }
    if !has_ends {
        return;
    }
    let rows = plan.rows.clone();
    for (index, column) in plan.columns.iter_mut().enumerate() {
        if !matches!(column.role, ColumnUse::Source | ColumnUse::Target) {
            continue;
        }
        let cells = || rows.clone().map(|row| view.cell(row, index));
        let texts: Vec<&str> = cells().filter(|cell| !cell.is_empty()).take(LOOKED_AT).collect();
        column.separator = separator::guess(&texts, lookup);
    }
    filling::set_fills_down(view, plan);
}

/// Says what the cells of the attributes are. Each cell is looked at once, however long the longest row is.
pub fn set_types(view: &View<'_>, plan: &mut SheetPlan) {
    let mut guesses = vec![TypeGuess::default(); plan.columns.len()];
    for row in plan.rows.clone() {
        for ((cell, column), guess) in view.row(row).zip(&plan.columns).zip(&mut guesses) {
            if column.role == ColumnUse::Attribute {
                guess.see(cell);
            }
        }
    }
    let preset = plan.preset;
    for (column, guess) in plan.columns.iter_mut().zip(guesses) {
        if column.role == ColumnUse::Attribute {
            let by_preset = presets::values_of(preset, &header_key(&column.name));
            column.values = by_preset.unwrap_or_else(|| guess.values());
        }
    }
}
