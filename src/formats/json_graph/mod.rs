//! Graphs in JSON, as many programs write them: one reader for all their dialects.
//!
//! Networkx's node-link, adjacency and tree data, d3 (ends by number, id or record), sigma.js, vis.js,
//! Graphology, Kumu, Graphviz, JSON Graph Format 1 and 2, Cytoscape.js (elements in one list or in two) and
//! plain lists of edges differ by where their lists lie (`shape.rs`) and by what their fields are called
//! (`field_names.rs`). A file that mixes them is read all the same.

mod field_names;
mod graph_reader;
mod graphviz;
mod heading;
mod hyperedges;
mod neighbours;
mod node_ids;
mod recognise;
mod record;
mod shape;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod write;

pub use field_names::{ID_OF_NETWORKX, KEY_OF_NETWORKX, MORE};
pub use recognise::{Looks, looks_of};
pub use write::{Records, all_directed, line, network_attributes};

use super::format::InputFile;
use super::json;
use super::limits::check_size;
use super::network::{Network, NetworkBuilder};
use super::problems::{OpenError, shorten};
use super::progress::Progress;
use super::text_encoding::decode_text;
use crate::model::Attribute;
use graph_reader::GraphReader;
use heading::Heading;
use json::{Node, Value};
use shape::{Lists, Shape};

/// Reads a graph.
///
/// # Errors
/// When the file isn't JSON, or there is no graph in it.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let text = decoded.text.as_ref();
    let tree = json::parse_outline(text)
        .map_err(|error| OpenError::at_byte(text, error.at, "", error.message, error.remedy))?;
    let root = tree.root.at as usize;
    let shape = shape::find(tree.root).ok_or_else(|| {
        let message = "has no lists of nodes and edges, nor any other graph that is known";
        let remedy = "Save it as node-link JSON, with “nodes” and “edges”, or as another format.";
        OpenError::at_byte(text, root, "", message, remedy)
    })?;
    let builder = match &shape {
        Shape::Lists(Lists { nodes: None, .. }) | Shape::Neighbours(_) => {
            NetworkBuilder::inferring()
        }
        _ => NetworkBuilder::new(),
    };
    let mut reader = GraphReader::new(text, builder, progress);
    decoded.report(&mut reader.builder.network().remarks);
    match shape {
        Shape::Lists(lists) => read_lists(&mut reader, lists)?,
        Shape::Tree(root) => reader.read_tree(root)?,
        Shape::Neighbours(members) => reader.read_neighbours(members)?,
    }
    reader.opener.repeated.extend(tree.repeated);
    remark_repeated(&mut reader);
    Ok(finish(reader))
}

fn read_lists<'a>(reader: &mut GraphReader<'a, '_>, lists: Lists<'a>) -> Result<(), OpenError> {
    let heading = Heading::read(lists.heading, &mut reader.opener);
    reader.builder.network().attributes = heading.attributes;
    // In JSON Graph Format a graph is directed unless it says otherwise.
    reader.directed = heading.directed.or(lists.is_json_graph_format.then_some(true));
    reader.ends_are_texts = lists.edges.first().is_none_or(|edge| names_by_text(&edge.node));
    let nodes = lists.nodes.unwrap_or_default();
    let is_graphviz = graphviz::are_objects(&nodes);
    if is_graphviz {
        reader.read_objects(nodes)?;
    } else {
        for entry in nodes {
            reader.read_node(entry)?;
        }
    }
    let is_unwanted: Option<fn(&str) -> bool> = is_graphviz.then_some(graphviz::is_drawing_of_edge);
    reader.builder.expect_edges(lists.edges.len());
    for entry in lists.edges {
        reader.read_edge(entry, is_unwanted)?;
    }
    for node in lists.hyperedges {
        reader.read_hyperedge(node)?;
    }
    reader.read_adjacency(lists.adjacency)?;
    for at in lists.others {
        let spot = reader.spot(at);
        reader.builder.network().remarks.lose(
            spot,
            "",
            "begins another graph of the file",
            "The first graph alone was read.",
            "Put each graph into a file of its own.",
        );
    }
    Ok(())
}

/// Whether an edge names an end by a text.
fn names_by_text(edge: &Node<'_>) -> bool {
    match &edge.value {
        Value::Object(members) => field_names::ENDS.iter().any(|(from, _)| {
            members.iter().any(|member| {
                member.name.eq_ignore_ascii_case(from)
                    && matches!(member.node.value, Value::Text(_))
            })
        }),
        Value::List(items) => {
            items.first().is_some_and(|item| matches!(item.value, Value::Text(_)))
        }
        _ => false,
    }
}

fn remark_repeated(reader: &mut GraphReader<'_, '_>) {
    let mut repeated = std::mem::take(&mut reader.opener.repeated);
    repeated.sort_by_key(|(at, _)| *at);
    for (at, name) in repeated {
        let spot = reader.spot(at);
        reader.builder.network().remarks.lose(
            spot,
            &shorten(&name),
            "gives a field that the same record gives again",
            "The last of them was taken.",
            "Take out the others.",
        );
    }
}

/// Puts nodes into those that they lie in, and ends the reading.
fn finish(mut reader: GraphReader<'_, '_>) -> Network {
    let nested = std::mem::take(&mut reader.nested);
    let mut network = reader.builder;
    let mut pairs = Vec::with_capacity(nested.len());
    for (index, parent, spot) in nested {
        if let Some(other) = network.find(&parent) {
            pairs.push((index, other, spot));
            continue;
        }
        let column = network.node_columns().add("parent");
        if let Some(node) = network.node(index) {
            node.attributes.push((column, Attribute::Text(parent)));
        }
    }
    let mut network = network.finish();
    network.nest(&pairs);
    network
}
