//! How a file is understood, as text: what `--dry-run` prints.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::formats::{Choices, Columns, Import, ImportReport, Network};
use crate::model::{Kind, KindId, Map};

/// Writes how a file is understood, and what would come of it.
pub(super) fn write(import: &Import, report: &ImportReport, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.summary())?;
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
