//! The objects of Graphviz's JSON: subgraphs first, then nodes, all by numbers.

use std::collections::HashMap;

use super::field_names::is_one_of;
use super::graph_reader::GraphReader;
use super::heading::is_drawing;
use super::lists::{Entry, unnamed};
use super::record::Record;
use super::value::{finite, scalar};
use crate::formats::json::{Node, Value};
use crate::formats::problems::OpenError;

/// Graphviz numbers its objects in this field.
const NUMBER: &str = "_gvid";

/// Whether these are the nodes of Graphviz.
pub fn are_objects(nodes: &[Entry<'_>]) -> bool {
    nodes.first().is_some_and(|entry| match &entry.node.value {
        Value::Object(members) => members.iter().any(|member| member.name == NUMBER),
        _ => false,
    })
}

impl<'a> GraphReader<'a, '_> {
    /// Reads Graphviz's objects. Its clusters become groups; edges name nodes by their numbers.
    pub fn read_objects(&mut self, objects: Vec<Entry<'a>>) -> Result<(), OpenError> {
        let mut opened = Vec::with_capacity(objects.len());
        for Entry { node, .. } in objects {
            let at = node.at;
            opened.push(unnamed(Node { at, value: self.open(node) }));
        }
        let is_subgraph = |entry: &Entry<'a>| match &entry.node.value {
            Value::Object(members) => members
                .iter()
                .any(|member| is_one_of(&["nodes", "edges", "subgraphs"], &member.name)),
            _ => false,
        };
        let (subgraphs, nodes): (Vec<_>, Vec<_>) = opened.into_iter().partition(is_subgraph);
        let mut by_number = HashMap::new();
        for entry in nodes {
            self.read_object(entry, &mut by_number)?;
        }
        for entry in subgraphs {
            self.read_subgraph(entry, &by_number)?;
        }
        Ok(())
    }

    fn read_object(
        &mut self,
        entry: Entry<'a>,
        by_number: &mut HashMap<String, u32>,
    ) -> Result<(), OpenError> {
        let spot = self.begin(entry.node.at)?;
        let Value::Object(members) = entry.node.value else { return Ok(()) };
        let mut record = Record::new(members);
        record.drop_fields(is_drawing);
        let number = record.take(NUMBER, scalar).unwrap_or_default();
        let id = record.take("name", scalar).unwrap_or_else(|| number.clone());
        // “\N” is the name of the node.
        let _same = record.take("label", |label| (scalar(label)? == "\\N").then_some(()));
        let position = record.take("pos", position);
        let index = self.add_node(Some((id, false)), record, spot)?;
        if let Some(node) = self.builder.node(index) {
            node.position = position.or(node.position);
        }
        self.ids.add_alias(&number, index);
        by_number.insert(number, index);
        Ok(())
    }

    fn read_subgraph(
        &mut self,
        entry: Entry<'a>,
        by_number: &HashMap<String, u32>,
    ) -> Result<(), OpenError> {
        let spot = self.begin(entry.node.at)?;
        let Value::Object(members) = entry.node.value else { return Ok(()) };
        let mut record = Record::new(members);
        let name = record.take("name", scalar).unwrap_or_default();
        if !name.starts_with("cluster") {
            return Ok(());
        }
        record.drop_fields(|field| is_drawing(field) || is_one_of(&["subgraphs", "edges"], field));
        let inside = record.take_node("nodes");
        let _number = record.take(NUMBER, scalar);
        let index = self.add_node(Some((name.clone(), false)), record, spot)?;
        self.builder.network().held.nodes -= 1;
        if let Some(node) = self.builder.node(index) {
            node.is_group = true;
        }
        let Some(Node { value: Value::List(inside), .. }) = inside else { return Ok(()) };
        let nodes = inside.iter().filter_map(|number| by_number.get(&scalar(&number.value)?));
        self.nested.extend(nodes.map(|node| (*node, name.clone(), spot)));
        Ok(())
    }
}

/// A position in Graphviz's points, of which y points up.
fn position(value: &Value<'_>) -> Option<[f64; 2]> {
    let text = scalar(value)?;
    let (x, y) = text.split_once(',')?;
    let number = |text: &str| finite(&Value::Text(text.trim_end_matches('!').to_owned().into()));
    Some([number(x)?, -number(y)?])
}

/// Whether a field of an edge of Graphviz says how it is drawn.
pub fn is_drawing_of_edge(field: &str) -> bool {
    is_drawing(field) || is_one_of(&[NUMBER, "pos"], field)
}
