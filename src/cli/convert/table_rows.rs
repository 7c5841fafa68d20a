//! What the command line chooses for the rows of tables: the sheet, the row of its header, and those with a value.

use crate::cli::convert_args::{ConvertArgs, ValueOfColumn};
use crate::cli::outcome::Failure;
use crate::formats::{Import, ImportContent, RowFilter, SheetPlan, Table, TableContent, TablePlan};

/// The import with its tables read as far as was named.
pub(super) fn choose(args: &ConvertArgs, import: &Import) -> Result<Import, Failure> {
    if args.sheet.is_none() && args.header_row.is_none() && args.filter.is_empty() {
        return Ok(import.clone());
    }
    let (Some(plan), ImportContent::Tables(tables)) = (import.plan(), &import.source().content)
    else {
        return Err(Failure(
            "The options --sheet, --header-row and --where are for tables; this file is none. Leave them out."
                .to_owned(),
        ));
    };
    let mut plan = plan.clone();
    if let Some(name) = &args.sheet {
        choose_sheet(&mut plan, tables, name)?;
    }
    if let Some(number) = args.header_row {
        set_header(&mut plan, tables, number)?;
    }
    if !args.filter.is_empty() {
        filter(&mut plan, &args.filter)?;
    }
    Ok(import.with_plan(plan))
}

/// Reads one sheet alone, whatever it looks like.
fn choose_sheet(plan: &mut TablePlan, tables: &[Table], name: &str) -> Result<(), Failure> {
    let names = || tables.iter().map(|table| table.title().trim().to_owned());
    let place = names()
        .position(|other| other == name.trim())
        .or_else(|| names().position(|other| other.eq_ignore_ascii_case(name.trim())));
    let Some(place) = place else {
        let names: Vec<String> =
            names().filter(|name| !name.is_empty()).map(|name| format!("“{name}”")).collect();
        let there =
            if names.is_empty() { "its sheet has no name".to_owned() } else { names.join(", ") };
        return Err(Failure(format!(
            "There is no sheet “{name}” in the file; there are: {there}."
        )));
    };
    for (index, (sheet, table)) in plan.sheets.iter_mut().zip(tables).enumerate() {
        if index != place {
            sheet.content = TableContent::Ignored;
        } else if sheet.content == TableContent::Ignored {
            *sheet = SheetPlan::guess(table);
            if sheet.content == TableContent::Ignored {
                sheet.content = TableContent::Edges;
            }
        }
    }
    Ok(())
}

/// Reads the names of columns from a row by its number in the file; 0 is none.
fn set_header(plan: &mut TablePlan, tables: &[Table], number: u32) -> Result<(), Failure> {
    let is_read = |(sheet, _): &(&mut SheetPlan, &Table)| sheet.content != TableContent::Ignored;
    let mut planned = plan.sheets.iter_mut().zip(tables);
    let (sheet, table) = planned.find(is_read).ok_or_else(|| {
        Failure("No sheet of the file is read. Name one with --sheet.".to_owned())
    })?;
    let table = if sheet.is_transposed { table.transposed() } else { table.clone() };
    let header = match number {
        0 => None,
        number => {
            Some((0..table.row_count()).find(|row| table.row_number(*row) == number).ok_or_else(
                || {
                    Failure(format!(
                        "There is no row {number} for the header; the table has {} rows.",
                        table.row_count()
                    ))
                },
            )?)
        }
    };
    sheet.set_header(&table, header);
    Ok(())
}

/// Reads the rows alone that have one of the values in a column.
fn filter(plan: &mut TablePlan, wanted: &[ValueOfColumn]) -> Result<(), Failure> {
    let first = &wanted[0].column;
    if let Some(other) = wanted.iter().find(|other| other.column != *first) {
        return Err(Failure(format!(
            "Rows can be chosen by one column, not by “{first}” and “{}”. Name several values of one.",
            other.column
        )));
    }
    let values: Vec<String> = wanted.iter().map(|wanted| wanted.value.clone()).collect();
    let mut is_found = false;
    for sheet in plan.sheets.iter_mut().filter(|sheet| sheet.content != TableContent::Ignored) {
        if let Some(column) = sheet.column_named(first) {
            sheet.filter = Some(RowFilter { column, values: values.clone() });
            is_found = true;
        }
    }
    if is_found {
        return Ok(());
    }
    let sheets = plan.sheets.iter().filter(|sheet| sheet.content != TableContent::Ignored);
    let names = sheets.flat_map(|sheet| &sheet.columns).map(|column| format!("“{}”", column.name));
    let names: Vec<String> = names.collect();
    Err(Failure(format!(
        "There is no column “{first}” to choose rows by; there are: {}.",
        names.join(", ")
    )))
}
