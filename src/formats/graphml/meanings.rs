//! What the keys of Gephi, Cytoscape, igraph and networkx mean: labels, positions, colours, weights, parents.

use std::convert::Infallible;

use crate::formats::network::{ColumnId, Columns, Network, NetworkBuilder};
use crate::formats::xml::{finite, text_of};
use crate::model::{Attribute, Color};

type Values = Vec<(ColumnId, Attribute)>;

/// Puts nodes into those that their attribute `parent` names, if each of them names a node.
pub fn put_into_parents(builder: &mut NetworkBuilder) {
    let Some(column) = column_of(builder.node_columns(), &["parent"]) else { return };
    let nodes = &builder.network().nodes;
    let named = nodes.iter().zip(0..).filter_map(|(node, index)| {
        let (_, value) = node.attributes.iter().find(|(own, _)| *own == column)?;
        Some((index, text_of(value).into_owned(), node.spot))
    });
    let named: Vec<(u32, String, _)> = named.collect();
    if named.iter().any(|(_, parent, _)| builder.find(parent).is_none()) {
        return;
    }
    for (index, parent, spot) in named {
        builder.put_into(index, &parent, spot);
        if let Some(node) = builder.node(index) {
            node.attributes.retain(|(own, _)| *own != column);
        }
    }
}

/// Moves what is a field of nodes and edges out of their attributes.
pub fn apply(network: &mut Network) {
    let columns = &network.node_columns;
    let [x, y] = ["x", "y"].map(|name| column_of(columns, &[name]));
    let parts = ["r", "g", "b"].map(|name| column_of(columns, &[name]));
    let label = column_of(columns, &["label"]);
    let name = column_of(columns, &["name"]);
    let parent = column_of(columns, &["parent"]);
    for node in &mut network.nodes {
        for column in [label, name].into_iter().flatten() {
            take_label(&mut node.attributes, column, &node.id, &mut node.label);
        }
        if node.position.is_none()
            && let Some([x, y]) = take_numbers(&mut node.attributes, [x, y], |_| true)
        {
            // It points up.
            node.position = Some([x, -y]);
        }
        if node.color.is_none() {
            node.color = take_color(&mut node.attributes, parts);
        }
    }
    let moved = [x, y, label, name, parent].into_iter().chain(parts).flatten().collect::<Vec<_>>();
    let rows = network.nodes.iter().map(|node| &node.attributes);
    if let Some((kept, numbers)) = without_emptied(&network.node_columns, &moved, rows) {
        network.node_columns = kept;
        network.nodes.iter_mut().for_each(|node| renumber(&mut node.attributes, &numbers));
    }
    apply_to_edges(network);
}

fn apply_to_edges(network: &mut Network) {
    let columns = &network.edge_columns;
    let label = column_of(columns, &["label", "edge label"]);
    let weight = column_of(columns, &["weight"]);
    let parts = ["r", "g", "b"].map(|name| column_of(columns, &[name]));
    let moved = [label, weight].into_iter().chain(parts).flatten().collect::<Vec<_>>();
    if moved.is_empty() {
        return;
    }
    let Ok(()) = network.change_edges(|edge| {
        if let Some(column) = label {
            take_label(&mut edge.attributes, column, "", &mut edge.label);
        }
        if let Some([weight]) = take_numbers(&mut edge.attributes, [weight], |_| true) {
            edge.weight = Some(weight);
        }
        if edge.color.is_none() {
            edge.color = take_color(&mut edge.attributes, parts);
        }
        Ok::<(), Infallible>(())
    });
    let rows = network.edges.iter().map(|edge| &*edge.attributes);
    if let Some((kept, numbers)) = without_emptied(&network.edge_columns, &moved, rows) {
        network.edge_columns = kept;
        let Ok(()) = network.change_edges(|edge| {
            renumber(&mut edge.attributes, &numbers);
            Ok::<(), Infallible>(())
        });
    }
}

/// The column that has the first of some names, in any case.
fn column_of(columns: &Columns, names: &[&str]) -> Option<ColumnId> {
    let named = |name: &&str| {
        let mut all = columns.iter();
        all.find(|(_, own)| own.eq_ignore_ascii_case(name)).map(|(column, _)| column)
    };
    names.iter().find_map(named)
}

/// Makes a text the label, where there is none yet, or drops it where it says the same or nothing.
fn take_label(values: &mut Values, column: ColumnId, id: &str, label: &mut Option<String>) {
    let Some(at) = values.iter().position(|(own, _)| *own == column) else { return };
    let text = values.get(at).map(|(_, value)| text_of(value)).unwrap_or_default();
    let is_same = text == id || label.as_deref().is_some_and(|label| label == text);
    if label.is_some() && !is_same && !text.is_empty() {
        return;
    }
    if !is_same && !text.is_empty() {
        *label = Some(text.into_owned());
    }
    values.remove(at);
}

/// Takes out numbers, where each of the columns has one that is fine.
fn take_numbers<const N: usize>(
    values: &mut Values,
    columns: [Option<ColumnId>; N],
    is_fine: fn(f64) -> bool,
) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    for (number, column) in numbers.iter_mut().zip(columns) {
        let column = column?;
        let (_, value) = values.iter().find(|(own, _)| *own == column)?;
        *number = match value {
            Attribute::Number(number) => Some(*number),
            Attribute::Text(text) => finite(text),
            Attribute::Flag(_) => None,
        }
        .filter(|number| is_fine(*number))?;
    }
    values.retain(|(own, _)| !columns.contains(&Some(*own)));
    Some(numbers)
}

fn take_color(values: &mut Values, parts: [Option<ColumnId>; 3]) -> Option<Color> {
    let is_part = |part: f64| (0.0..=255.0).contains(&part) && part.fract() == 0.0;
    let [r, g, b] = take_numbers(values, parts, is_part)?;
    Some(Color::new(r as u8, g as u8, b as u8))
}

/// The columns without those out of which all values were moved, and the new number of each; `None` where none was
/// emptied.
fn without_emptied<'v>(
    columns: &Columns,
    moved: &[ColumnId],
    rows: impl Iterator<Item = &'v Values>,
) -> Option<(Columns, Vec<Option<ColumnId>>)> {
    let mut is_used = vec![true; columns.len()];
    for column in moved {
        if let Some(used) = is_used.get_mut(column.index()) {
            *used = false;
        }
    }
    for (column, _) in rows.flatten() {
        if let Some(used) = is_used.get_mut(column.index()) {
            *used = true;
        }
    }
    if is_used.iter().all(|used| *used) {
        return None;
    }
    let mut kept = Columns::default();
    let number = |(column, name): (ColumnId, &str)| {
        is_used.get(column.index()).is_some_and(|used| *used).then(|| kept.add(name))
    };
    let numbers = columns.iter().map(number).collect();
    Some((kept, numbers))
}

fn renumber(values: &mut Values, numbers: &[Option<ColumnId>]) {
    for (column, _) in values {
        if let Some(Some(number)) = numbers.get(column.index()) {
            *column = *number;
        }
    }
}
