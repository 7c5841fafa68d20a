//! Graphs in JSON, as many programs write them: one reader for all their dialects.
//!
//! Networkx's node-link, adjacency and tree data, d3 (ends by number, id or record), sigma.js, vis.js,
//! Graphology, Kumu, Graphviz, JSON Graph Format 1 and 2, Cytoscape.js (elements in one list or in two) and
//! plain lists of edges, and what Neo4j answers to queries, differ by where their lists lie (`shape.rs`) and by what their fields are called
//! (`field_names.rs`). A file that mixes them is read all the same.

mod edge_ends;
mod field_names;
mod graph_reader;
mod graphviz;
mod grouped_edges;
mod heading;
mod hyperedges;
mod json_lines;
mod lists;
mod neighbours;
mod neo4j;
mod nested_fields;
mod node_ids;
mod opened_ahead;
mod recognise;
mod record;
mod shape;
mod table;
mod tabular;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_by_hand;
#[cfg(test)]
mod tests_of_neo4j;
mod ties_of_nodes;
mod tree;
mod unnamed_lists;
mod value;
mod write;

pub use field_names::{DIRECTED, DIRECTION, ID_OF_NETWORKX, KEY_OF_NETWORKX};
pub use recognise::{Looks, looks_of, recognise_by_name};
pub use write::{Records, add_more, all_directed, line, network_attributes, split_off};

use super::format::InputFile;
use super::json;
use super::limits::check_size;
use super::network::{Network, NetworkBuilder};
use super::opened::Content;
use super::problems::{OpenError, shorten};
use super::progress::Progress;
use super::text_encoding::decode_text;
use crate::model::Attribute;
use graph_reader::GraphReader;
use heading::Heading;
use json::{Node, Value};
use lists::Lists;
use opened_ahead::read_each;
use shape::Shape;

/// Why no graph is read of a file.
enum Unread {
    /// It is JSON, and holds something else.
    NoGraph(OpenError),
    /// It isn't JSON, or holds more than is read.
    Fault(OpenError),
}

impl From<OpenError> for Unread {
    fn from(error: OpenError) -> Self {
        Self::Fault(error)
    }
}

/// Reads a graph.
///
/// # Errors
/// When the file isn't JSON, or there is no graph in it.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    read_graph(file, progress).map_err(|unread| match unread {
        Unread::NoGraph(error) | Unread::Fault(error) => error,
    })
}

/// Reads a graph, or where there is none a table of nations or ties.
///
/// # Errors
/// When the file isn't JSON, or there is neither in it.
pub fn read_any(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Content, OpenError> {
    match read_graph(file, progress) {
        Ok(network) => Ok(Content::Network(Box::new(network))),
        Err(Unread::NoGraph(error)) => {
            let table = table::table(file).ok_or(error)?;
            Ok(Content::of_tables(vec![table]))
        }
        Err(Unread::Fault(error)) => Err(error),
    }
}

fn read_graph(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, Unread> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let text = decoded.text.as_ref();
    let (joined, parsed) = match json::parse_outline(text) {
        Ok(tree) => (None, Ok(tree)),
        Err(error) => (json_lines::join(text), Err(error)),
    };
    let (tree, shift) = match (&joined, parsed) {
        (Some(joined), _) => (json::parse_outline(&joined.list), 1),
        (None, parsed) => (parsed, 0),
    };
    let tree = tree.map_err(|error| {
        let at = error.at.saturating_sub(shift);
        OpenError::at_byte(text, at, "", error.message, error.remedy)
    })?;
    let root = (tree.root.at as usize).saturating_sub(shift);
    let shape = shape::find(tree.root).ok_or_else(|| Unread::NoGraph(no_graph(text, root)))?;
    let builder = match &shape {
        Shape::Lists(Lists { nodes: None, .. }) => NetworkBuilder::inferring(),
        _ => NetworkBuilder::new(),
    };
    let mut reader = GraphReader::new(text, shift, builder, progress);
    decoded.report(&mut reader.builder.network().remarks);
    for error in joined.iter().flat_map(|joined| &joined.unread) {
        let spot = reader.spot((error.at + shift) as u32);
        let remarks = &mut reader.builder.network().remarks;
        remarks.lose(spot, "", &error.message, "The record was left out.", error.remedy);
    }
    for at in json::lone_halves(text) {
        let spot = reader.spot((at + shift) as u32);
        let [found, outcome, remedy] = json::LONE_HALF;
        reader.builder.network().remarks.warn(spot, "", found, outcome, remedy);
    }
    match shape {
        Shape::Lists(lists) => read_lists(&mut reader, lists)?,
        Shape::Tree(root) => reader.read_tree(root)?,
    }
    reader.opener.repeated.extend(tree.repeated);
    remark_repeated(&mut reader);
    Ok(finish(reader))
}

/// Why a file of JSON isn't read.
fn no_graph(text: &str, root: usize) -> OpenError {
    let message = "has no lists of nodes and edges, nor any other graph that is known";
    let remedy = "Write the nodes as a list “nodes”, each with an “id”, and the ties as a list “edges”, each with \
                  “source” and “target”.";
    OpenError::at_byte(text, root, "", message, remedy)
}

fn read_lists<'a>(reader: &mut GraphReader<'a, '_>, lists: Lists<'a>) -> Result<(), OpenError> {
    let has_other_edges = !lists.has_no_other_edges();
    let heading = Heading::read(lists.heading, &mut reader.opener);
    reader.builder.network().attributes = heading.attributes;
    // In JSON Graph Format a graph is directed unless it says otherwise.
    reader.directed = heading.directed.or(lists.is_json_graph_format.then_some(true));
    reader.ends_are_texts = lists.edges.first().is_none_or(|edge| names_by_text(&edge.node));
    let nodes = lists.nodes.unwrap_or_default();
    let is_graphviz = graphviz::are_objects(&nodes);
    if is_graphviz {
        reader.read_objects(nodes)?;
    } else if lists.edges.is_empty() && !has_other_edges {
        reader.read_nodes_with_ties(nodes)?;
    } else {
        let repeated = read_each(nodes, |entry, spare| {
            reader.read_node(entry)?;
            spare.keep_all(&mut reader.spare);
            Ok(())
        })?;
        reader.opener.repeated.extend(repeated);
    }
    let is_unwanted: Option<fn(&str) -> bool> = is_graphviz.then_some(graphviz::is_drawing_of_edge);
    reader.builder.expect_edges(lists.edges.len());
    reader.kind_is_between = tabular::have_kind_between(lists.edges.iter().map(|edge| &edge.node));
    reader.columns = lists.columns;
    reader.says_direction = lists.is_kumu;
    let repeated = read_each(lists.edges, |entry, spare| {
        reader.read_edge(entry, is_unwanted)?;
        spare.keep_all(&mut reader.spare);
        Ok(())
    })?;
    reader.opener.repeated.extend(repeated);
    for node in lists.hyperedges {
        reader.read_hyperedge(node)?;
    }
    reader.read_adjacency(lists.adjacency)?;
    reader.read_neighbours(lists.neighbours)?;
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
            node.attributes.push((column, Attribute::Text(parent.into())));
        }
    }
    let mut network = network.finish();
    network.nest(&pairs);
    network
}
