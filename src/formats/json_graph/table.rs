//! Tables in JSON: what databases answer to queries for names and numbers, and records whose fields are called as nobody
//! agreed on.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::json_lines;
use super::lists::ask;
use super::value::scalar;
use crate::formats::format::InputFile;
use crate::formats::json::{self, Member, Node, Opener, Value};
use crate::formats::limits::{MAX_CELLS, MAX_COLUMNS};
use crate::formats::problems::{Remarks, Spot};
use crate::formats::tables::{Table, is_of_nations_or_ties};
use crate::formats::text_encoding::decode_text;

/// How many records deep a table is looked for.
const DEPTH: usize = 4;
/// So many of a list's items are looked at.
const SAMPLE: usize = 8;
/// What holds the names of the columns, and what holds the rows.
const HEADERS: [&str; 5] = ["columns", "fields", "keys", "headers", "header"];
const ROWS: [&str; 4] = ["data", "values", "rows", "records"];
/// In what each row lies, where a server writes more about it.
const ROW: &str = "row";

/// The names of the columns, and the rows.
type Found<'a> = (Vec<String>, Vec<Node<'a>>);

/// The table of nations or ties that a file of JSON holds, if it holds one: rows below names of columns, or a list of
/// records.
pub fn table(file: &InputFile<'_>) -> Option<Table> {
    let decoded = decode_text(file.bytes, None).ok()?;
    let text = decoded.text.as_ref();
    let joined = json_lines::join(text);
    let list = joined.as_ref().map(|joined| joined.list.as_str());
    let (names, rows) = find(json::parse_outline(list.unwrap_or(text)).ok()?.root, DEPTH)?;
    let mut table = made_of(&names, rows);
    decoded.report(&mut table.remarks);
    for error in joined.iter().flat_map(|joined| &joined.unread) {
        let line = text.get(..error.at).unwrap_or(text).matches('\n').count() + 1;
        let spot = Spot::at(line as u32, 0);
        table.remarks.lose(spot, "", &error.message, "The record was left out.", error.remedy);
    }
    is_of_nations_or_ties(&table).then_some(table)
}

fn find(node: Node<'_>, depth: usize) -> Option<Found<'_>> {
    let depth = depth.checked_sub(1)?;
    match Opener::default().open(node).value {
        Value::Object(members) => in_record(members, depth),
        Value::List(items) => match names_of_fields(&items) {
            Some(names) => Some((names, items)),
            None => items.into_iter().take(SAMPLE).find_map(|item| find(item, depth)),
        },
        _ => None,
    }
}

fn in_record(mut members: Vec<Member<'_>>, depth: usize) -> Option<Found<'_>> {
    let place = |names: &[&str]| {
        names.iter().find_map(|name| members.iter().position(|member| member.name == *name))
    };
    if let (Some(header), Some(rows)) = (place(&HEADERS), place(&ROWS))
        && let Some(names) = texts(&members[header].node)
        && let Value::List(rows) = &mut members[rows].node.value
    {
        return Some((names, std::mem::take(rows)));
    }
    members.into_iter().find_map(|member| find(member.node, depth))
}

fn texts(node: &Node<'_>) -> Option<Vec<String>> {
    let Value::List(items) = &node.value else { return None };
    items.iter().map(|item| scalar(&item.value)).collect()
}

/// The names of the fields of records that hold plain values, in the order in which they come.
fn names_of_fields(items: &[Node<'_>]) -> Option<Vec<String>> {
    let mut names = IndexSet::new();
    let are_plain = items.iter().take(SAMPLE).all(|item| {
        ask(item, |value| match value {
            Value::Object(members) => {
                members.iter().any(|member| scalar(&member.node.value).is_some())
            }
            _ => false,
        })
    });
    if items.is_empty() || !are_plain {
        return None;
    }
    for item in items {
        ask(item, |value| {
            let Value::Object(members) = value else { return false };
            for member in members {
                if names.len() < MAX_COLUMNS && !names.contains(member.name.as_ref()) {
                    names.insert(member.name.to_string());
                }
            }
            true
        });
    }
    Some(names.into_iter().collect())
}

fn made_of(names: &[String], rows: Vec<Node<'_>>) -> Table {
    let mut table = Table::new("");
    let names = &names[..names.len().min(MAX_COLUMNS)];
    // Of two columns of one name the last is that of a field, as of two fields.
    let places: HashMap<&str, usize> = names.iter().map(String::as_str).zip(0..).collect();
    table.push_row(names.iter().map(String::as_str));
    let mut opener = Opener::default();
    for (number, row) in (2u32..).zip(rows) {
        if table.cell_count() + names.len() > MAX_CELLS {
            let topic = "and the rows behind it are more than are read";
            table.remarks.lose(Spot::at(number, 0), "", topic, "They were left out.", "");
            break;
        }
        let row = in_row(opener.open(row)).value;
        for (_, name) in opener.repeated.drain(..) {
            let topic = "is a field that the same record gives again";
            let (outcome, remedy) = ("The last of them was taken.", "Take out the others.");
            table.remarks.lose(Spot::at(number, 0), &name, topic, outcome, remedy);
        }
        for (column, cell) in
            (1u32..).zip(cells(row, (&places, names.len()), number, &mut table.remarks))
        {
            let spot = Spot::at(number, column);
            match written(&cell) {
                Some(text) => table.push_text(&text),
                None => {
                    let topic = "holds a record, which no cell of a table can";
                    table.remarks.lose(spot, "", topic, "It was left out.", "");
                }
            }
            table.keep_cell_bounded(spot);
            table.end_cell();
        }
        table.end_row(number);
    }
    table
}

/// The values of a row, in the order of so many columns whose places are known by their names.
fn cells<'a>(
    row: Value<'a>,
    (places, count): (&HashMap<&str, usize>, usize),
    number: u32,
    remarks: &mut Remarks,
) -> Vec<Value<'a>> {
    let mut cells: Vec<Value<'a>> = (0..count).map(|_| Value::Null).collect();
    match row {
        Value::List(items) => {
            if items.len() > cells.len() {
                let topic = "has more values than there are columns";
                let remedy = "Name a column for each value.";
                remarks.lose(Spot::at(number, 0), "", topic, "The others were left out.", remedy);
            }
            cells.iter_mut().zip(items).for_each(|(cell, item)| *cell = item.value);
        }
        Value::Object(members) => {
            for member in members {
                if let Some(place) = places.get(member.name.as_ref()) {
                    cells[*place] = member.node.value;
                }
            }
        }
        _ => {}
    }
    cells
}

/// A row itself where a server writes more about it: `{"row": ["France", 1894], "meta": [null, null]}`.
fn in_row(node: Node<'_>) -> Node<'_> {
    let Node { at, value } = node;
    let Value::Object(mut members) = value else { return Node { at, value } };
    let is_row =
        |member: &Member<'_>| member.name == ROW && matches!(member.node.value, Value::List(_));
    match members.iter().position(is_row) {
        Some(place) => members.swap_remove(place).node,
        None => Node { at, value: Value::Object(members) },
    }
}

/// A value as the text of a cell; `None` where it is none.
fn written(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::List(items) => {
            let texts: Option<Vec<String>> = items.iter().map(|item| scalar(&item.value)).collect();
            texts.map(|texts| texts.join("; "))
        }
        value => scalar(value),
    }
}
