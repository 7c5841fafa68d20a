//! What the command line chooses for the columns of tables: which of them name nodes and the ends of edges.

use super::role_words::{is_word, no_column};
use crate::cli::convert_args::RoleOfColumn;
use crate::cli::outcome::Failure;
use crate::formats::{ColumnUse, Import, ImportContent, SheetPlan, TableContent, TablePlan};

/// The import with the columns of its tables used as was named, and the roles that are left for the
/// attributes of its network.
pub(super) fn give_uses<'r>(
    roles: &[&'r RoleOfColumn],
    import: &Import,
) -> Result<(Import, Vec<&'r RoleOfColumn>), Failure> {
    let Some(plan) = import.plan().filter(|_| !roles.is_empty()) else {
        return match roles.iter().find(|role| is_end(role)) {
            None => Ok((import.clone(), roles.to_vec())),
            Some(RoleOfColumn { role, .. }) => Err(Failure(format!(
                "The role {role} is for columns of tables; this file says itself what its ties join."
            ))),
        };
    };
    let mut plan = with_named_headers(plan, roles, import);
    let mut uses = Vec::new();
    let mut left = Vec::new();
    for named in roles {
        let RoleOfColumn { role, column } = named;
        let (sheet, place) =
            find(&plan, named).ok_or_else(|| no_column(role, column, &all_columns(&plan)))?;
        let holds_nodes = plan.sheets[sheet].content == TableContent::Nodes;
        let column_use =
            ColumnUse::ALL.into_iter().find(|column_use| is_word(column_use.name(), role));
        match column_use {
            Some(ColumnUse::Label) if !holds_nodes => {
                uses.push((sheet, place, ColumnUse::Attribute));
                left.push(*named);
            }
            Some(column_use) => uses.push((sheet, place, column_use)),
            None => {
                uses.push((sheet, place, ColumnUse::Attribute));
                left.push(*named);
            }
        }
    }
    follow(&mut plan, &uses);
    Ok((import.with_plan(plan), left))
}

/// The plan, but for tables in which the columns that were named are those of another row than the one that
/// was taken for the header.
fn with_named_headers(plan: &TablePlan, roles: &[&RoleOfColumn], import: &Import) -> TablePlan {
    let mut plan = plan.clone();
    let ImportContent::Tables(tables) = &import.source().content else { return plan };
    let is_there = |plan: &TablePlan, role: &RoleOfColumn| find(plan, role).is_some();
    let unknown: Vec<&str> = (roles.iter())
        .filter(|role| !is_there(&plan, role))
        .map(|role| role.column.as_str())
        .collect();
    if unknown.is_empty() {
        return plan;
    }
    for (sheet, table) in plan.sheets.iter_mut().zip(tables.iter()) {
        if let Some(named) = SheetPlan::with_columns_named(table, &unknown) {
            *sheet = named;
        }
    }
    plan
}

/// Whether a role says what is an end of an edge, or its id.
fn is_end(role: &RoleOfColumn) -> bool {
    let ends = [ColumnUse::Source, ColumnUse::Target, ColumnUse::Id];
    ends.iter().any(|end| is_word(end.name(), &role.role))
}

/// Gives columns their uses, which no other column keeps where one is enough.
fn follow(plan: &mut TablePlan, uses: &[(usize, usize, ColumnUse)]) {
    for (index, sheet) in plan.sheets.iter_mut().enumerate() {
        let uses = uses.iter().filter(|(sheet, ..)| *sheet == index);
        let uses: Vec<(usize, ColumnUse)> = uses.map(|(_, place, of)| (*place, *of)).collect();
        let is_named = |of: ColumnUse| uses.iter().any(|(_, other)| *other == of);
        for column in &mut sheet.columns {
            let stays = matches!(column.role, ColumnUse::Attribute | ColumnUse::Ignored);
            if !stays && is_named(column.role) {
                column.role = ColumnUse::Attribute;
            }
        }
        let names_ends = is_named(ColumnUse::Source) || is_named(ColumnUse::Target);
        if names_ends && !matches!(sheet.content, TableContent::Affiliation { .. }) {
            sheet.content = TableContent::Edges;
        } else if is_named(ColumnUse::Id) && sheet.content == TableContent::Ignored {
            sheet.content = TableContent::Nodes;
        }
        for (place, of) in uses {
            if let Some(column) = sheet.columns.get_mut(place) {
                column.role = of;
            }
        }
    }
}

/// The table and the place of a column: ends are looked for among edges first, ids among nodes.
fn find(plan: &TablePlan, role: &RoleOfColumn) -> Option<(usize, usize)> {
    let is_of_nodes = is_word(ColumnUse::Id.name(), &role.role);
    let rank = |sheet: &SheetPlan| match sheet.content {
        TableContent::Ignored => 2,
        TableContent::Nodes => u8::from(!is_of_nodes),
        _ => u8::from(is_of_nodes),
    };
    let sheets = plan.sheets.iter().enumerate();
    let found = sheets
        .filter_map(|(index, sheet)| Some((rank(sheet), index, sheet.column_named(&role.column)?)));
    found.min().map(|(_, index, place)| (index, place))
}

fn all_columns(plan: &TablePlan) -> Vec<&str> {
    let columns = plan.sheets.iter().flat_map(|sheet| &sheet.columns);
    columns.map(|column| column.name.as_str()).collect()
}
