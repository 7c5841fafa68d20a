//! Edges as tables in JSON: rows below a header, or columns of equal lengths, as pandas writes them.

use std::borrow::Cow;

use super::edge_ends::names_two_ends;
use super::field_names::known_as_nation;
use super::lists::{Lists, ask, unnamed};
use crate::formats::json::{Member, Node, Value};

/// So many rows are looked at.
const SAMPLE: usize = 32;

/// Rows below a header that names two ends; else the rows.
pub fn below_header(mut rows: Vec<Node<'_>>) -> Result<Lists<'_>, Vec<Node<'_>>> {
    let header = rows.first().and_then(|row| texts(&row.value));
    match header.filter(|header| rows.len() > 1 && names_two_ends(header)) {
        Some(columns) => {
            rows.remove(0);
            let edges = rows.into_iter().map(unnamed).collect();
            Ok(Lists { edges, columns: Some(columns), ..Lists::default() })
        }
        None => Err(rows),
    }
}

/// A record of `columns` and of `data` in rows, or one of columns; else the record.
pub fn in_record(mut members: Vec<Member<'_>>) -> Result<Lists<'_>, Vec<Member<'_>>> {
    let place = |name: &str| members.iter().position(|member| member.name == name);
    if let (Some(columns), Some(data)) = (place("columns"), place("data")) {
        let header = members.get(columns).and_then(|member| texts(&member.node.value));
        if let Some(columns) = header.filter(|header| names_two_ends(header))
            && let Some(Member { node: Node { value: Value::List(rows), .. }, .. }) =
                members.get_mut(data)
        {
            let edges = std::mem::take(rows).into_iter().map(unnamed).collect();
            return Ok(Lists { edges, columns: Some(columns), ..Lists::default() });
        }
    }
    let names: Vec<String> = members.iter().map(|member| member.name.to_string()).collect();
    let lengths: Option<Vec<usize>> =
        members.iter().map(|member| length(&member.node.value)).collect();
    let are_equal = lengths.is_some_and(|lengths| {
        lengths.first() > Some(&0) && lengths.iter().all(|length| Some(length) == lengths.first())
    });
    if !are_equal || !names_two_ends(&names) {
        return Err(members);
    }
    let mut rows: Vec<Node<'_>> = Vec::new();
    for Member { name, node, .. } in members {
        for (index, item) in items(node.value).into_iter().enumerate() {
            if rows.len() <= index {
                rows.push(Node { at: item.at, value: Value::Object(Vec::new()) });
            }
            if let Some(Node { value: Value::Object(fields), .. }) = rows.get_mut(index) {
                fields.push(Member { at: item.at, name: name.clone(), node: item });
            }
        }
    }
    let edges = rows.into_iter().map(unnamed).collect();
    Ok(Lists { edges, ..Lists::default() })
}

fn texts(value: &Value<'_>) -> Option<Vec<String>> {
    let Value::List(items) = value else { return None };
    let text = |item: &Node<'_>| match &item.value {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    };
    items.iter().map(text).collect()
}

fn length(value: &Value<'_>) -> Option<usize> {
    match value {
        Value::List(items) => Some(items.len()),
        Value::Object(members) => Some(members.len()),
        _ => None,
    }
}

fn items(value: Value<'_>) -> Vec<Node<'_>> {
    match value {
        Value::List(items) => items,
        Value::Object(members) => members.into_iter().map(|member| member.node).collect(),
        _ => Vec::new(),
    }
}

/// The fields of a row below a header.
pub fn fields<'a>(columns: &[String], row: Vec<Node<'a>>) -> Vec<Member<'a>> {
    let field = |(name, node): (&String, Node<'a>)| Member {
        at: node.at,
        name: Cow::Owned(name.clone()),
        node,
    };
    columns.iter().zip(row).map(field).collect()
}

/// Whether lists of three texts have the kind between two nations: `["France", "allied", "Poland"]`.
pub fn have_kind_between<'n, 'a: 'n>(rows: impl Iterator<Item = &'n Node<'a>>) -> bool {
    let (mut all, mut kinds, mut nations) = (0, 0, 0);
    for row in rows.take(SAMPLE) {
        ask(row, |value| {
            if let Some([_, middle, last]) = texts(value).as_deref() {
                all += 1;
                kinds += usize::from(!known_as_nation(middle));
                nations += usize::from(known_as_nation(last));
            }
            true
        });
    }
    all > 0 && 10 * kinds >= 6 * all && 10 * nations >= 6 * all
}
