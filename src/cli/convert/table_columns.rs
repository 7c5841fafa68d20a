//! What the command line chooses for the columns of tables: which of them name nodes and the ends of edges.

use super::role_words::{is_word, no_column};
use crate::cli::convert_args::RoleOfColumn;
use crate::cli::outcome::Failure;
use crate::formats::{
    ColumnUse, EdgeRole, Import, ImportContent, NodeRole, SheetPlan, TableContent, TablePlan,
};

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
        let places = find(&plan, named, roles);
        if places.is_empty() {
            return Err(no_column(role, column, &all_columns(&plan)));
        }
        let column_use =
            ColumnUse::ALL.into_iter().find(|column_use| is_word(column_use.name(), role));
        let mut is_left = false;
        for (sheet, place) in places {
            let holds_nodes = plan.sheets[sheet].content == TableContent::Nodes;
            // Texts along ties and all that isn't an end or an id are roles of attributes.
            let of_table = column_use.filter(|of| *of != ColumnUse::Label || holds_nodes);
            is_left |= of_table.is_none();
            uses.push((sheet, place, of_table.unwrap_or(ColumnUse::Attribute)));
        }
        if is_left {
            left.push(*named);
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
    let unknown: Vec<&str> = (roles.iter())
        .filter(|role| find(&plan, role, roles).is_empty())
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
    let is_it = |of: &ColumnUse| of.is_end() || *of == ColumnUse::Id;
    ColumnUse::ALL.iter().filter(|of| is_it(of)).any(|end| is_word(end.name(), &role.role))
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
        let names_ends = uses.iter().any(|(_, of)| of.is_end());
        // Both ends in one column take the place of two columns, and the other way round.
        for column in sheet.columns.iter_mut().filter(|column| column.role.is_end()) {
            if names_ends && is_named(ColumnUse::BothEnds) != (column.role == ColumnUse::BothEnds) {
                column.role = ColumnUse::Attribute;
            }
        }
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

/// The table and the place of a column: ends are looked for among edges first, what nations alone have among nodes,
/// and there where most of the columns are that were named. Several tables that are alike in this, such as one
/// for each year, all have it.
fn find(plan: &TablePlan, role: &RoleOfColumn, named: &[&RoleOfColumn]) -> Vec<(usize, usize)> {
    let is_of_nodes = is_of_nodes(role);
    let names_end = |role: &str| {
        let ends = ColumnUse::ALL.into_iter().filter(|of| of.is_end());
        ends.into_iter().any(|end| is_word(end.name(), role))
    };
    let ends = named.iter().filter(|other| names_end(&other.role));
    let ends: Vec<&str> = ends.map(|other| other.column.as_str()).collect();
    let has_ends = |sheet: &SheetPlan| {
        !ends.is_empty() && ends.iter().all(|end| sheet.column_named(end).is_some())
    };
    let rank = |sheet: &SheetPlan| match sheet.content {
        // What was left out is read where the ends that are named stand in it.
        TableContent::Ignored if has_ends(sheet) => 0,
        TableContent::Ignored => 2,
        TableContent::Nodes => u8::from(!is_of_nodes),
        _ => u8::from(is_of_nodes),
    };
    let lacks = |sheet: &SheetPlan| {
        named.iter().filter(|other| sheet.column_named(&other.column).is_none()).count()
    };
    let found: Vec<((u8, usize), usize, usize)> = (plan.sheets.iter().enumerate())
        .filter_map(|(index, sheet)| {
            let place = sheet.column_named(&role.column)?;
            Some(((rank(sheet), lacks(sheet)), index, place))
        })
        .collect();
    let Some(best) = found.iter().map(|(fit, ..)| *fit).min() else { return Vec::new() };
    let fits = found.into_iter().filter(|(fit, ..)| *fit == best);
    fits.map(|(_, index, place)| (index, place)).collect()
}

/// Whether a role is one of nodes and of nothing else.
fn is_of_nodes(RoleOfColumn { role, .. }: &RoleOfColumn) -> bool {
    let is_id = is_word(ColumnUse::Id.name(), role);
    let of_nodes = NodeRole::ALL.into_iter().any(|node| is_word(node.name(), role));
    let of_edges = EdgeRole::ALL.into_iter().any(|edge| is_word(edge.name(), role));
    let of_tables = ColumnUse::ALL.into_iter().any(|of| is_word(of.name(), role));
    is_id || (of_nodes && !of_edges && !of_tables)
}

fn all_columns(plan: &TablePlan) -> Vec<&str> {
    let columns = plan.sheets.iter().flat_map(|sheet| &sheet.columns);
    columns.map(|column| column.name.as_str()).collect()
}
