//! The plan for one table.

use super::contents::{self, Contents};
use super::ends_by_words::{self, EndColumns};
use super::groups::Heads;
use super::header::{self, Beginning};
use super::lookup::Lookup;
use super::matrix::{self, Matrix};
use super::presets::{GDELT, GDELT_COLUMNS, GDELT_LAST, GDELT_WIDTHS, PRESETS, Preset};
use super::{
    abbreviated_ends, adjacency, columns, members_or_ties, membership_matrix, pairs, panel,
    relation_columns, totals,
};
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan, TableContent};
use crate::formats::tables::table::Table;
use crate::formats::tables::view::View;

/// A plan, and whether the table says itself that it is so.
pub struct Suggestion {
    /// The plan.
    pub plan: SheetPlan,
    /// Whether its header or its shape leaves little doubt.
    pub is_sure: bool,
}

/// The plan that a table suggests.
pub fn suggest(table: &Table, index: usize, lookup: &mut Lookup) -> Suggestion {
    let upright = View::new(table, index, false);
    let is_transposed = is_turned(&upright) && table.can_be_turned();
    let turned = is_transposed.then(|| View::new(table, index, true));
    let view = turned.as_ref().unwrap_or(&upright);
    let mut suggestion = of_view(view, lookup);
    suggestion.plan.is_transposed = is_transposed;
    suggestion
}

/// The plan that a table suggests, which isn't turned.
pub fn suggest_upright(table: &Table, lookup: &mut Lookup) -> Suggestion {
    of_view(&View::new(table, 0, false), lookup)
}

/// Whether the first column names both ends of ties, and no row does: then columns are rows.
fn is_turned(view: &View<'_>) -> bool {
    let keys = |cells: &mut dyn Iterator<Item = &str>| cells.map(header_key).collect::<Vec<_>>();
    let down = keys(&mut (0..view.row_count().min(40)).map(|row| view.cell(row, 0)));
    ends_by_words::are_said(&down)
        && (0..view.row_count().min(40))
            .all(|row| !ends_by_words::are_said(&keys(&mut view.row(row).take(200))))
}

fn of_view(view: &View<'_>, lookup: &mut Lookup) -> Suggestion {
    if let Some(matrix) = matrix::bare(view) {
        return of_matrix(view, None, &matrix);
    }
    let candidates = header::candidates(view, lookup);
    let members = |header| Some((header, membership_matrix::find(view, header, lookup)?));
    if let Some((header, matrix)) = candidates.iter().copied().find_map(members) {
        let mut suggestion = of_matrix(view, Some(header), &matrix);
        for column in &mut suggestion.plan.columns {
            column.name = membership_matrix::organisation_of(&column.name).to_owned();
        }
        return suggestion;
    }
    let matrix = |header| Some((header, matrix::labelled(view, header, lookup)?));
    if let Some((header, matrix)) = candidates.into_iter().find_map(matrix) {
        return of_matrix(view, Some(header), &matrix);
    }
    let beginning = header::find(view, lookup);
    of_columns(view, Heads::around(view, beginning, lookup), lookup)
}

/// The plan for a table whose columns this row names.
pub fn with_header(table: &Table, index: usize, header: usize) -> SheetPlan {
    let view = View::new(table, index, false);
    let beginning = Beginning { header: Some(header), first: header + 1 };
    let mut lookup = Lookup::default();
    let heads = Heads::around(&view, beginning, &mut lookup);
    of_columns(&view, heads, &mut lookup).plan
}

fn of_columns(view: &View<'_>, heads: Heads, lookup: &mut Lookup) -> Suggestion {
    let beginning = heads.beginning;
    let names = heads.names(view);
    let end = totals::end_of_data(view, beginning.first).max(beginning.first);
    let mut plan = SheetPlan {
        header: beginning.header,
        groups: heads.groups,
        rows: beginning.first..end,
        columns: columns::named(view, &names),
        ..SheetPlan::default()
    };
    let is_sure = give_roles(view, &mut plan, &names, lookup);
    columns::settle(view, &mut plan, lookup);
    Suggestion { plan, is_sure }
}

/// Says what the columns hold. Returns whether the header says so.
fn give_roles(
    view: &View<'_>,
    plan: &mut SheetPlan,
    names: &[String],
    lookup: &mut Lookup,
) -> bool {
    let keys: Vec<String> = names.iter().map(|name| header_key(name)).collect();
    let by_relations = relation_columns::find(view, &plan.rows, (names, &keys), lookup)
        .filter(|_| plan.header.is_some());
    if let Some(found) = by_relations {
        set_ends(plan, TableContent::Edges, &found);
        columns::set_ids_of_edges(&keys, plan);
        return true;
    }
    let by_words =
        ends_by_words::find(&keys).filter(|found| !contents::are_no_ends(view, &plan.rows, found));
    if let Some(parties) = by_words.as_ref().and_then(|ends| ends_by_words::parties(&keys, ends)) {
        set_both_ends(plan, &parties);
        columns::set_ids_of_edges(&keys, plan);
        return true;
    }
    // Nodes have ids and labels, but so have ties.
    let may_be = |preset: &&Preset| preset.content != TableContent::Nodes || by_words.is_none();
    if let Some(preset) = PRESETS.iter().filter(may_be).find(|preset| preset.fits(&keys)) {
        follow(preset, &keys, view, plan);
        return !contents::are_dates(view, plan) || !find_elsewhere(view, plan, lookup);
    }
    if plan.header.is_none() {
        if is_gdelt(view, plan) {
            return true;
        }
        if adjacency::is_one(view, &plan.rows, lookup) {
            plan.content = TableContent::Adjacency;
            return true;
        }
    }
    if let Some(found) = by_words {
        set_ends(plan, TableContent::Edges, &found);
        columns::set_ids_of_edges(&keys, plan);
        return !ends_by_words::are_letters(&keys)
            || abbreviated_ends::find(view, &plan.rows, &keys, lookup).is_some();
    }
    if let Some(found) = ends_by_words::affiliation(&keys) {
        set_members(view, plan, &keys, &found, lookup);
        return true;
    }
    by_contents(view, plan, &keys, lookup)
}

/// Says what rows hold whose header names members and what they belong to.
fn set_members(
    view: &View<'_>,
    plan: &mut SheetPlan,
    keys: &[String],
    found: &EndColumns,
    lookup: &mut Lookup,
) {
    let is_pair = |column: &usize| pairs::are_pairs(view, &plan.rows, *column, lookup);
    if found.sources.iter().all(is_pair) {
        return set_both_ends(plan, &found.sources);
    }
    if panel::is_one(view, &plan.rows, keys, found) {
        return set_nations(plan, found);
    }
    let content = match members_or_ties::says_other_ties(view, &plan.rows, keys, true) {
        true => TableContent::Edges,
        false => TableContent::Affiliation {
            makes_pairs: contents::makes_pairs(view, &plan.rows, found, lookup),
        },
    };
    set_ends(plan, content, found);
}

/// What columns hold by their cells. Returns whether the header says so too.
fn by_contents(
    view: &View<'_>,
    plan: &mut SheetPlan,
    keys: &[String],
    lookup: &mut Lookup,
) -> bool {
    if let Some(found) = abbreviated_ends::find(view, &plan.rows, keys, lookup) {
        set_ends(plan, TableContent::Edges, &found);
        columns::set_ids_of_edges(keys, plan);
        return true;
    }
    match contents::find(view, &plan.rows, plan.header.map(|_| keys), lookup) {
        Some(Contents::Edges(found)) => set_ends(plan, TableContent::Edges, &found),
        Some(Contents::Affiliation(found)) if panel::is_one(view, &plan.rows, keys, &found) => {
            set_nations(plan, &found);
            return true;
        }
        Some(Contents::Affiliation(found)) => {
            set_ends(plan, TableContent::Affiliation { makes_pairs: false }, &found);
        }
        Some(Contents::BothEnds(column)) => {
            set_both_ends(plan, &[column]);
            columns::set_ids_of_edges(keys, plan);
            return true;
        }
        _ if columns::set_nodes(keys, plan) => {
            plan.content = TableContent::Nodes;
            return true;
        }
        Some(Contents::Nodes(column)) => {
            plan.content = TableContent::Nodes;
            columns::set_role(plan, column, ColumnUse::Id);
        }
        None => {}
    }
    false
}

/// Where a preset's ends hold dates, as *from* and *to* may, the ends are elsewhere.
fn find_elsewhere(view: &View<'_>, plan: &mut SheetPlan, lookup: &mut Lookup) -> bool {
    for column in &mut plan.columns {
        column.role = ColumnUse::Attribute;
    }
    plan.preset = None;
    let keys: Vec<String> = plan.columns.iter().map(|column| header_key(&column.name)).collect();
    if let Some(found) = ends_by_words::affiliation(&keys) {
        set_ends(plan, TableContent::Affiliation { makes_pairs: false }, &found);
        return false;
    }
    !by_contents(view, plan, &keys, lookup)
}

fn follow(preset: &Preset, keys: &[String], view: &View<'_>, plan: &mut SheetPlan) {
    /// So many rows are looked at for what a column holds.
    const ROWS: usize = 200;
    plan.content = preset.content;
    let rows = plan.rows.clone().take(ROWS);
    let is_sign = |(word, values): &(&str, &[&str])| {
        let column = keys.iter().position(|key| key == word);
        column.is_some_and(|column| {
            let mut cells = rows.clone().map(|row| header_key(view.cell(row, column)));
            values.is_empty()
                || cells.all(|cell| cell.is_empty() || values.contains(&cell.as_str()))
        })
    };
    let is_named = preset.signs.is_empty() || preset.signs.iter().any(is_sign);
    plan.preset = is_named.then_some(preset.name);
    for (word, role) in preset.columns.iter().chain(preset.others) {
        if let Some(column) = keys.iter().position(|key| key == word) {
            columns::set_role(plan, column, *role);
        }
    }
}

fn set_ends(plan: &mut SheetPlan, content: TableContent, ends: &EndColumns) {
    plan.content = content;
    for (columns, role) in [(&ends.sources, ColumnUse::Source), (&ends.targets, ColumnUse::Target)]
    {
        for column in columns {
            columns::set_role(plan, *column, role);
        }
    }
}

/// Of rows with members and their organisations, each is a nation.
fn set_nations(plan: &mut SheetPlan, members: &EndColumns) {
    plan.content = TableContent::Nodes;
    members.sources.iter().for_each(|column| columns::set_role(plan, *column, ColumnUse::Id));
}

fn set_both_ends(plan: &mut SheetPlan, columns: &[usize]) {
    plan.content = TableContent::Edges;
    columns.iter().for_each(|column| columns::set_role(plan, *column, ColumnUse::BothEnds));
}

/// Calls the columns of an event file of GDELT as its code book does: many columns, a number, and a day.
fn is_gdelt(view: &View<'_>, plan: &mut SheetPlan) -> bool {
    let is_digits = |text: &str, len: std::ops::RangeInclusive<usize>| {
        len.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let first = plan.rows.start;
    let width = view.row_len(first);
    let has_day = is_digits(view.cell(first, 0), 6..=11) && is_digits(view.cell(first, 1), 8..=8);
    if !GDELT_WIDTHS.contains(&width) || !has_day {
        return false;
    }
    let last =
        GDELT_LAST.into_iter().rev().enumerate().map(|(back, name)| (width - 1 - back, name));
    let last = last.filter(|_| width > GDELT_WIDTHS[0]);
    for (column, name) in GDELT_COLUMNS.into_iter().chain(last) {
        if let Some(column) = plan.columns.get_mut(column) {
            name.clone_into(&mut column.name);
        }
    }
    let keys: Vec<String> = plan.columns.iter().map(|column| header_key(&column.name)).collect();
    let preset = PRESETS.iter().find(|preset| preset.name == GDELT);
    preset.into_iter().for_each(|preset| follow(preset, &keys, view, plan));
    preset.is_some()
}

fn of_matrix(view: &View<'_>, header: Option<usize>, matrix: &Matrix) -> Suggestion {
    let beginning = Beginning { header, first: matrix.rows.start };
    let names = Heads { beginning, groups: None }.names(view);
    let mut plan = SheetPlan {
        content: TableContent::Matrix { is_mutual: matrix.is_mutual },
        header,
        rows: matrix.rows.clone(),
        columns: columns::named(view, &names),
        ..SheetPlan::default()
    };
    for (index, column) in plan.columns.iter_mut().enumerate() {
        let is_named = header.is_none_or(|header| !view.cell(header, index).is_empty());
        column.role = match matrix.columns.contains(&index) && is_named {
            true => ColumnUse::Attribute,
            false => ColumnUse::Ignored,
        };
    }
    if matrix.has_labels {
        columns::set_role(&mut plan, 0, ColumnUse::Id);
    }
    columns::set_types(view, &mut plan);
    Suggestion { plan, is_sure: true }
}
