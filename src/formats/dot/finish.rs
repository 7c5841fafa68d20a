//! Gives nodes their labels, places and colours, once all that is said of them is known.

use std::borrow::Cow;
use std::collections::HashSet;

use super::assembly::{Assembly, NodeParts, set};
use super::colors::color;
use super::defaults::Given;
use super::label;
use super::names::{AttributeNames, COLOR, FILL_COLOR, LABEL, POS, SHAPE, STYLE};
use super::token::Id;
use super::values::{attribute, is_drawing, remark_color, remark_drawing};
use crate::formats::network::{Columns, Network, Node};
use crate::formats::problems::{OpenError, Remarks};
use crate::model::Attribute;

impl Assembly<'_> {
    /// The network of all graphs.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn finish(mut self) -> Result<Network, OpenError> {
        let cluster_nodes = self.cluster_nodes()?;
        let graph = self.graphs.first().map_or(String::new(), |(name, _)| name.to_string());
        let graphs = std::mem::take(&mut self.graphs);
        let mut network = self.builder.finish();
        network.held = self.held;
        let Network { nodes, node_columns, remarks, .. } = &mut network;
        for (node, NodeParts { given, cluster, .. }) in nodes.iter_mut().zip(self.nodes) {
            if !node.is_group {
                let cluster = cluster.and_then(|cluster| cluster_nodes.get(cluster as usize));
                node.parent = cluster.copied();
            }
            let mut parts = Parts { names: &self.names, columns: node_columns, remarks };
            parts.fill(node, &given, &graph);
        }
        network_attributes(&mut network, &self.graph_given, &self.names, &graph);
        unescape_ids(&mut network.nodes);
        name_graphs(&mut network, &graphs);
        Ok(network)
    }

    /// The nodes of the clusters, each with what the cluster says. One of the same name that is there is
    /// the cluster itself.
    fn cluster_nodes(&mut self) -> Result<Vec<u32>, OpenError> {
        let mut indices = Vec::with_capacity(self.clusters.len());
        for cluster in std::mem::take(&mut self.clusters) {
            let index = self.builder.named(&cluster.name, cluster.spot)?;
            if index as usize == self.nodes.len() {
                self.nodes.push(NodeParts::default());
            }
            let parent = cluster.parent.and_then(|parent| indices.get(parent as usize).copied());
            if let Some(node) = self.builder.node(index).filter(|node| !node.is_group) {
                node.is_group = true;
                node.parent = parent;
            }
            if let Some(node) = self.nodes.get_mut(index as usize) {
                for one in cluster.given {
                    if node.given.iter().all(|(there, _)| *there != one.0) {
                        set(&mut node.given, one);
                    }
                }
            }
            indices.push(index);
        }
        Ok(indices)
    }
}

/// What the attributes of a node need to become its own.
struct Parts<'p, 'a> {
    names: &'p AttributeNames<'a>,
    columns: &'p mut Columns,
    remarks: &'p mut Remarks,
}

impl Parts<'_, '_> {
    fn fill(&mut self, node: &mut Node, given: &[Given<'_>], graph: &str) {
        let text = |wanted: u32| {
            let found = given.iter().find(|(number, _)| *number == wanted);
            found.map(|(_, value)| &*value.text).filter(|text| !text.is_empty())
        };
        let is_record = text(SHAPE).is_some_and(|shape| shape.ends_with("record"));
        let fill = if text(FILL_COLOR).is_some() { FILL_COLOR } else { COLOR };
        node.color = text(fill).and_then(color);
        for (number, value) in given {
            match *number {
                _ if value.text.is_empty() => {}
                LABEL => {
                    let stands: &[_] = &[('N', node.id.as_str()), ('G', graph)];
                    let shown = label::shown(value, is_record, stands);
                    node.label = Some(shown).filter(|shown| !shown.is_empty() && *shown != node.id);
                }
                POS => self.place(node, value),
                number if number == fill && node.color.is_some() => {}
                STYLE if node.color.is_some() => {
                    let words = value.text.split(',').filter(|word| word.trim() != "filled");
                    let rest = words.collect::<Vec<_>>().join(",");
                    if !rest.is_empty() {
                        let column = self.columns.add("style");
                        node.attributes.push((column, Attribute::Text(rest.into())));
                    }
                }
                number => self.keep(node, number, value),
            }
        }
    }

    fn keep(&mut self, node: &mut Node, number: u32, value: &Id<'_>) {
        let name = self.names.name(number);
        if is_drawing(name) {
            return remark_drawing(self.remarks, name, node.spot);
        }
        if [COLOR, FILL_COLOR].contains(&number) && color(&value.text).is_none() {
            remark_color(self.remarks, &value.text, node.spot);
        }
        node.attributes.push((self.columns.add(name), attribute(value)));
    }

    /// `x,y` in points, y up; a `!` pins the node.
    fn place(&mut self, node: &mut Node, value: &Id<'_>) {
        let text = value.text.trim();
        let (place, is_pinned) = match text.strip_suffix('!') {
            Some(place) => (place, true),
            None => (text, false),
        };
        let words = place.split([',', ' ']).filter(|word| !word.is_empty());
        let numbers: Vec<f64> = words.take(4).filter_map(|word| word.parse().ok()).collect();
        match numbers[..] {
            [x, y] | [x, y, _] if x.is_finite() && y.is_finite() => {
                node.position = Some([x, 0.0 - y]);
            }
            _ => {
                self.remarks.lose(
                    node.spot,
                    text,
                    "has a position that isn't two numbers",
                    "The position was left out.",
                    "Write it as “x,y”.",
                );
            }
        }
        if is_pinned {
            node.attributes.push((self.columns.add("pin"), Attribute::Flag(true)));
        }
    }
}

/// The attributes of the graph: its label is the title, or else its name.
fn network_attributes(
    network: &mut Network,
    given: &[Given<'_>],
    names: &AttributeNames<'_>,
    graph: &str,
) {
    let stands: &[_] = &[('G', graph)];
    let title = given.iter().find(|(number, value)| *number == LABEL && !value.text.is_empty());
    let title = title.map(|(_, value)| label::shown(value, false, stands));
    let has_title = title.is_some();
    if let Some(title) = title.or(Some(graph.to_owned())).filter(|title| !title.is_empty()) {
        network.attributes.push(("title".to_owned(), Attribute::Text(title.into())));
    }
    if has_title && !graph.is_empty() {
        network.attributes.push(("name".to_owned(), Attribute::Text(graph.into())));
    }
    for (number, value) in given {
        let name = names.name(*number);
        let is_scale = name == "inputscale" && value.text == "72";
        if *number == LABEL || value.text.is_empty() || is_drawing(name) || is_scale {
            continue;
        }
        if !["title", "name"].contains(&name)
            || !network.attributes.iter().any(|(there, _)| there == name)
        {
            network.attributes.push((name.to_owned(), attribute(value)));
        }
    }
}

/// Two backslashes in an id are one, unless another node has that id.
fn unescape_ids(nodes: &mut [Node]) {
    if !nodes.iter().any(|node| node.id.contains("\\\\")) {
        return;
    }
    let mut taken: HashSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
    for node in nodes {
        let id = label::unescaped(&node.id);
        if node.label.as_ref() == Some(&id) {
            node.label = None;
        }
        if taken.insert(id.clone()) {
            node.id = id;
        }
    }
}

/// Where a file holds several graphs, its edges say in which they stand.
fn name_graphs(network: &mut Network, graphs: &[(Cow<'_, str>, usize)]) {
    if graphs.len() < 2 {
        return;
    }
    let column = network.edge_columns.add("graph");
    let mut start = 0;
    for (index, (name, end)) in graphs.iter().enumerate() {
        let name = if name.is_empty() { (index + 1).to_string() } else { name.to_string() };
        let edges = network.edges.get_mut(start..*end).unwrap_or_default();
        for edge in edges {
            if edge.attributes.iter().all(|(there, _)| *there != column) {
                edge.attributes.push((column, Attribute::Text(name.as_str().into())));
            }
        }
        start = *end;
    }
}
