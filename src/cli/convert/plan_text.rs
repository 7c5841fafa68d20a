//! How a file is understood, as text: what `--dry-run` prints.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::formats::{
    Choices, ColumnPlan, ColumnUse, Columns, Import, ImportContent, ImportReport, Network,
    SheetPlan, Table, TableContent,
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
    if let Some(directions) = &report.directions {
        writeln!(out, "direction: {directions}")?;
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
    let title = table.title();
    let name = if title.is_empty() { "table".to_owned() } else { format!("“{title}”") };
    let header = match plan.header {
        Some(row) => format!("header in row {}", number(row)),
        None => "no header".to_owned(),
    };
    let rows = match plan.rows.end.checked_sub(1).filter(|_| !plan.rows.is_empty()) {
        Some(last) => format!("rows {} to {}", number(plan.rows.start), number(last)),
        None => "no rows".to_owned(),
    };
    let preset = plan.preset.map_or(String::new(), |preset| format!(", recognised as {preset}"));
    writeln!(out, "{name}: {}, {header}, {rows}{preset}", plan.content.name())?;
    // What the attributes become is said once for all tables.
    let mut columns = plan.columns.iter().filter(|column| column.role != ColumnUse::Attribute);
    columns.try_for_each(|column| writeln!(out, "  {}: {}", column.name, use_of(column, plan)))
}

/// The word for the use of a column, and what else is done with its cells.
fn use_of(column: &ColumnPlan, plan: &SheetPlan) -> String {
    let mut words = match column.role {
        ColumnUse::Ignored => "ignored".to_owned(),
        ColumnUse::Id if matches!(plan.content, TableContent::Matrix { .. }) => {
            "names of the rows".to_owned()
        }
        role => role.name().to_owned(),
    };
    if let Some(separator) = column.separator {
        words.push_str(&format!(", several in a cell, {}", separator.words()));
    }
    if column.fills_down {
        words.push_str(", an empty cell says the same as the one above");
    }
    words
}

fn write_roles(network: &Network, choices: &Choices, out: &mut dyn Write) -> io::Result<()> {
    let edge_roles = choices.edge_roles.iter().map(|role| role.name());
    write_columns("ties", &network.edge_columns, edge_roles, out)?;
    if network.edges.iter().any(|edge| edge.label.is_some()) {
        writeln!(out, "text along ties: {}", choices.edge_label.name())?;
    }
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
