//! How a file is understood, as text: what `--dry-run` prints.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::formats::{
    Choices, ColumnPlan, ColumnUse, Columns, Import, ImportContent, ImportReport, Network,
    SheetPlan, Table,
};
use crate::model::{Kind, KindId, Map};

/// Writes how a file is understood, and what would come of it.
pub(super) fn write(import: &Import, report: &ImportReport, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.summary())?;
    if let (Some(plan), ImportContent::Tables(tables)) = (import.plan(), &import.source().content) {
        plan.sheets.iter().zip(tables.iter()).try_for_each(|sheet| write_table(sheet, out))?;
    }
    if let (Some(network), Some(choices)) = (import.network(), import.choices()) {
        write_roles(network, choices, out)?;
    }
    if let Ok(map) = import.map() {
        write_kinds(map, out)?;
        write_nations(map, out)?;
    }
    for group in &report.groups {
        writeln!(out, "{}: {group}", group.severity.name())?;
    }
    for question in &report.questions {
        writeln!(out, "question: {question} {}", super::choices::answers(question))?;
    }
    Ok(())
}

/// Writes what a table holds, which of its rows are read, and which columns name nodes and ends.
fn write_table((plan, table): (&SheetPlan, &Table), out: &mut dyn Write) -> io::Result<()> {
    let number = |row: usize| {
        if plan.is_transposed { row as u32 + 1 } else { table.row_number(row) }
    };
    let name =
        if table.name.is_empty() { "table".to_owned() } else { format!("“{}”", table.name) };
    let header = match plan.header {
        Some(row) => format!("header in row {}", number(row)),
        None => "no header".to_owned(),
    };
    let rows = match plan.rows.end.checked_sub(1).filter(|_| !plan.rows.is_empty()) {
        Some(last) => format!("rows {} to {}", number(plan.rows.start), number(last)),
        None => "no rows".to_owned(),
    };
    writeln!(out, "{name}: {}, {header}, {rows}", plan.content.name())?;
    let is_named = |column: &&ColumnPlan| column.role != ColumnUse::Attribute;
    let columns = plan.columns.iter().filter(is_named);
    columns
        .map(|column| (&column.name, column.role.name()))
        .try_for_each(|(name, role)| writeln!(out, "  {name}: {role}"))
}

fn write_roles(network: &Network, choices: &Choices, out: &mut dyn Write) -> io::Result<()> {
    let edge_roles = choices.edge_roles.iter().map(|role| role.name());
    write_columns("ties", &network.edge_columns, edge_roles, out)?;
    let node_roles = choices.node_roles.iter().map(|role| role.name());
    write_columns("nations", &network.node_columns, node_roles, out)?;
    if let Some(year) = choices.year {
        writeln!(out, "year: {year}")?;
    }
    writeln!(out, "ties that say the same: {}", choices.duplicates.name())
}

fn write_columns<'a>(
    of: &str,
    columns: &Columns,
    roles: impl Iterator<Item = &'a str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if columns.is_empty() {
        return Ok(());
    }
    writeln!(out, "columns of {of}:")?;
    columns.iter().zip(roles).try_for_each(|((_, name), role)| writeln!(out, "  {name}: {role}"))
}

fn write_kinds(map: &Map, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: HashMap<KindId, usize> = HashMap::new();
    for (_, tie) in map.ties().iter() {
        *counts.entry(tie.kind).or_default() += 1;
    }
    if !counts.is_empty() {
        writeln!(out, "kinds:")?;
    }
    for (id, Kind { name, sign, .. }) in map.kinds().iter() {
        if let Some(count) = counts.get(&id) {
            writeln!(out, "  {name}: {}, {count}", sign.name())?;
        }
    }
    Ok(())
}

fn write_nations(map: &Map, out: &mut dyn Write) -> io::Result<()> {
    let recognised = map.nations().iter().filter(|(_, nation)| nation.code.is_some()).count();
    let all = map.nations().len();
    writeln!(out, "nations: {recognised} of {all} recognised, with code and flag")?;
    let unknown = map.nations().iter().filter(|(_, nation)| nation.code.is_none());
    let names: Vec<&str> = unknown.map(|(_, nation)| nation.name.as_str()).collect();
    if recognised == 0 || names.is_empty() {
        return Ok(());
    }
    /// The most names that are listed.
    const MOST: usize = 20;
    let more = names.len().saturating_sub(MOST);
    let listed = names.get(..MOST).unwrap_or(&names).join(", ");
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    writeln!(out, "  not recognised: {listed}{more}")
}
