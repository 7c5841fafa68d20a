//! What of a GraphML file is read so far, tag by tag.

use super::hyperedge::Hyperedge;
use super::keys::{Keys, Of};
use super::meanings;
use super::owner::{Owner, Part};
use crate::formats::network::{ColumnId, Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::xml::{XmlDocument, XmlReader, set_once};
use crate::model::Attribute;

/// A file that is being read.
#[derive(Debug, Default)]
pub struct Document {
    builder: NetworkBuilder,
    keys: Keys,
    /// The open graphs, nodes and edges, the innermost last.
    owners: Vec<Owner>,
    data: Option<Data>,
    /// Empty lists of attributes and an empty text, to be filled again.
    spare: Vec<(ColumnId, Attribute)>,
    spare_key: String,
}

/// Data that are open.
#[derive(Debug)]
struct Data {
    key: String,
    keeps_space: bool,
    /// How many elements are open inside them.
    depth: usize,
    /// Whether they hold elements.
    is_drawing: bool,
    spot: Spot,
}

impl XmlDocument for Document {
    const ROOT: &'static str = "graphml";

    fn remarks(&mut self) -> &mut Remarks {
        &mut self.builder.network().remarks
    }

    fn open(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        if let Some(data) = &mut self.data {
            data.depth += 1;
            data.is_drawing = true;
            if let Some(owner) = self.owners.last_mut() {
                owner.drawing.get_or_insert_default().open(name, xml);
            }
            return Ok(());
        }
        match name {
            "key" => self.keys.declare(&mut self.builder, xml),
            "graph" => self.open_graph(xml),
            "node" => return self.open_node(xml),
            "edge" => return self.open_edge(xml),
            "hyperedge" => {
                let id = xml.attribute("id").unwrap_or_default().to_owned();
                let hyperedge = Hyperedge { id, spot: xml.spot(), ..Hyperedge::default() };
                self.owners.push(Owner::new(Part::Hyperedge(hyperedge)));
            }
            "endpoint" => {
                let end = xml.attribute("node").unwrap_or_default();
                if let Some(Part::Hyperedge(edge)) = self.owners.last_mut().map(|o| &mut o.part) {
                    edge.ends.push(end.to_owned());
                }
            }
            "port" => self.open_port(xml),
            "locator" => self.lose_locator(xml),
            "data" => {
                let mut key = std::mem::take(&mut self.spare_key);
                key.push_str(xml.attribute("key").unwrap_or_default());
                self.data = Some(Data {
                    key,
                    keeps_space: xml.attribute("xml:space") == Some("preserve"),
                    depth: 0,
                    is_drawing: false,
                    spot: xml.spot(),
                });
            }
            _ => (),
        }
        Ok(())
    }

    fn close(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        match self.data.as_mut() {
            Some(data) if data.depth > 0 => {
                data.depth -= 1;
                let drawing = self.owners.last_mut().and_then(|owner| owner.drawing.as_mut());
                if let Some(drawing) = drawing {
                    drawing.close(xml);
                }
                return Ok(());
            }
            _ => (),
        }
        match name {
            "data" => {
                if let Some(mut data) = self.data.take() {
                    self.take_data(&data, xml.content());
                    data.key.clear();
                    self.spare_key = data.key;
                }
            }
            "default" => self.keys.set_default(xml.content().trim()),
            "desc" if xml.enclosing() != Some("key") => self.take_description(xml.content().trim()),
            "graph" | "node" | "edge" | "hyperedge" | "port" => return self.close_owner(),
            _ => (),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Network, OpenError> {
        let network = self.builder.network();
        for node in network.nodes.iter_mut().filter(|node| !node.is_inferred) {
            self.keys.of_nodes.fill(&mut node.attributes)?;
        }
        if self.keys.of_edges.has_defaults() {
            network.change_edges(|edge| self.keys.of_edges.fill(&mut edge.attributes))?;
        }
        meanings::put_into_parents(&mut self.builder);
        let mut network = self.builder.finish();
        meanings::apply(&mut network);
        Ok(network)
    }
}

impl Document {
    fn open_graph(&mut self, xml: &XmlReader<'_>) {
        let directed = match xml.attribute("edgedefault") {
            Some("directed") => Some(true),
            Some("undirected") => Some(false),
            _ => None,
        };
        let id = xml.attribute("id").filter(|id| !id.is_empty() && *id != "G");
        if let (Some(id), true) = (id, self.owners.is_empty()) {
            self.add_of_network("id".to_owned(), Attribute::Text(id.into()));
        }
        self.owners.push(Owner::new(Part::Graph(directed)));
    }

    fn open_node(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let group = self.owners.iter().rev().find_map(|owner| match owner.part {
            Part::Node(group) => Some(group),
            _ => None,
        });
        let index = self.builder.declare_in(group, xml.attribute("id"), xml.spot())?;
        if let Some(node) = self.builder.node(index) {
            node.is_group |= xml.attribute("yfiles.foldertype").is_some();
        }
        let mut owner = self.owner(Part::Node(index));
        self.add_others(&mut owner, xml, |name| matches!(name, "id" | "yfiles.foldertype"));
        self.owners.push(owner);
        Ok(())
    }

    fn open_edge(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let spot = xml.spot();
        let (Some(source), Some(target)) = (xml.attribute("source"), xml.attribute("target"))
        else {
            self.builder.lose_endless(spot, xml.attribute("id").unwrap_or_default());
            self.owners.push(Owner::new(Part::Nothing));
            return Ok(());
        };
        let (from, to) = (self.builder.named(source, spot)?, self.builder.named(target, spot)?);
        let mut edge = Edge::new(from, to, spot);
        edge.id = xml.attribute("id").unwrap_or_default().into();
        let by_default = self.owners.iter().rev().find_map(|owner| match owner.part {
            Part::Graph(directed) => Some(directed),
            _ => None,
        });
        let written = xml.attribute("directed");
        let own_direction = match written.map(str::trim) {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            _ => None,
        };
        self.builder.check_direction(spot, written, own_direction);
        edge.directed = own_direction.or(by_default.flatten());
        let mut owner = self.owner(Part::Edge(Box::new(edge)));
        let is_known = |name: &str| matches!(name, "id" | "source" | "target" | "directed");
        self.add_others(&mut owner, xml, is_known);
        self.owners.push(owner);
        Ok(())
    }

    fn owner(&mut self, part: Part) -> Owner {
        Owner::with_room(part, std::mem::take(&mut self.spare))
    }

    /// Keeps what a tag says beside what the format knows.
    fn add_others(&mut self, owner: &mut Owner, xml: &XmlReader<'_>, is_known: fn(&str) -> bool) {
        let is_edge = matches!(owner.part, Part::Edge(_));
        for (name, value) in xml.attributes().iter() {
            if is_known(name) || name.starts_with("parse.") {
                continue;
            }
            if let Some(column) = self.builder.columns(is_edge).add_within_limit(name) {
                let value = || Attribute::Text(value.into());
                set_once(&mut owner.attributes, column, value);
            }
        }
    }

    fn open_port(&mut self, xml: &XmlReader<'_>) {
        self.remarks().lose(
            xml.spot(),
            xml.attribute("name").unwrap_or_default(),
            "is a port of a node",
            "It was left out; edges keep the name of the port that they end at.",
            "",
        );
        self.owners.push(Owner::new(Part::Nothing));
    }

    fn lose_locator(&mut self, xml: &XmlReader<'_>) {
        self.remarks().lose(
            xml.spot(),
            xml.attribute("href").unwrap_or_default(),
            "points to another file",
            "The other file wasn't opened.",
            "Open it by itself.",
        );
    }

    fn take_data(&mut self, data: &Data, content: &str) {
        if data.is_drawing {
            return;
        }
        let text = if data.keeps_space { content } else { content.trim() };
        let of = match self.owners.last().map(|owner| &owner.part) {
            Some(Part::Node(_)) => Of::Node,
            Some(Part::Edge(_)) => Of::Edge,
            Some(Part::Graph(_)) if self.owners.len() > 1 => return,
            Some(Part::Graph(_)) | None => Of::Network,
            Some(Part::Hyperedge(_) | Part::Nothing) => return,
        };
        if of == Of::Network {
            if let (name, Some(value)) = self.keys.value_of_network(&data.key, text) {
                self.add_of_network(name, value);
            }
            return;
        }
        let value = self.keys.value(&mut self.builder, of, &data.key, text, data.spot);
        if let (Some((column, value)), Some(owner)) = (value, self.owners.last_mut())
            && !set_once(&mut owner.attributes, column, || value)
        {
            self.builder.lose_repeated(data.spot, &data.key);
        }
    }

    fn take_description(&mut self, text: &str) {
        let text = Attribute::Text(text.into());
        let is_edge = match self.owners.last().map(|owner| &owner.part) {
            Some(Part::Node(_)) => false,
            Some(Part::Edge(_)) => true,
            Some(Part::Graph(_)) | None => {
                return self.add_of_network("description".to_owned(), text);
            }
            Some(_) => return,
        };
        let column = self.builder.columns(is_edge).add("description");
        if let Some(owner) = self.owners.last_mut() {
            set_once(&mut owner.attributes, column, || text);
        }
    }

    fn add_of_network(&mut self, name: String, value: Attribute) {
        let attributes = &mut self.builder.network().attributes;
        if attributes.iter().all(|(own, _)| *own != name) {
            attributes.push((name, value));
        }
    }

    fn close_owner(&mut self) -> Result<(), OpenError> {
        let Some(mut owner) = self.owners.pop() else { return Ok(()) };
        let drawing = owner.drawing.take();
        let mut drawing = drawing.unwrap_or_default();
        let others = drawing.others();
        if let Part::Node(_) | Part::Edge(_) = owner.part {
            let columns = self.builder.columns(matches!(owner.part, Part::Edge(_)));
            for (name, value) in others {
                let column = columns.add(name);
                set_once(&mut owner.attributes, column, || value);
            }
        }
        let label = drawing.labels.into_iter().next();
        // A list of its own takes no more memory than its values.
        let mut attributes = || {
            let own: Vec<_> = owner.attributes.drain(..).collect();
            self.spare = std::mem::take(&mut owner.attributes);
            own
        };
        match owner.part {
            Part::Node(index) => {
                if let Some(node) = self.builder.node(index) {
                    node.attributes = attributes();
                    node.label = label.filter(|label| *label != node.id);
                    node.position = drawing.position;
                    node.color = drawing.fill;
                }
            }
            Part::Edge(mut edge) => {
                edge.attributes = attributes().into();
                edge.label = label;
                edge.color = drawing.line_color;
                if let Some(arrows) = drawing.arrows {
                    edge.directed = Some(arrows[0] != arrows[1]);
                    if arrows == [true, false] {
                        (edge.from, edge.to) = (edge.to, edge.from);
                    }
                }
                self.builder.add_edge(*edge)?;
            }
            Part::Hyperedge(hyperedge) => hyperedge.add_to(&mut self.builder)?,
            Part::Graph(_) | Part::Nothing => (),
        }
        Ok(())
    }
}
