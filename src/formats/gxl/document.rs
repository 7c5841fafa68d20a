//! What of a GXL file is read so far, tag by tag.

use crate::formats::network::{ColumnId, Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Remarks};
use crate::formats::xml::{ValueType, XmlDocument, XmlReader, finite, set_once};
use crate::model::Attribute;

/// A file that is being read.
#[derive(Debug, Default)]
pub struct Document {
    builder: NetworkBuilder,
    /// The open graphs, nodes and edges, the innermost last.
    owners: Vec<Owner>,
    /// The open attributes, the innermost last: their names, and their values so far.
    attributes: Vec<(String, Option<Attribute>)>,
}

#[derive(Debug)]
struct Owner {
    part: Part,
    attributes: Vec<(ColumnId, Attribute)>,
    label: Option<String>,
    weight: Option<f64>,
}

#[derive(Debug)]
enum Part {
    /// A graph, and whether its edges are directed where they don't say so.
    Graph(Option<bool>),
    Node(u32),
    Edge(Box<Edge>),
    /// What isn't kept.
    Nothing,
}

impl XmlDocument for Document {
    const ROOT: &'static str = "gxl";

    fn remarks(&mut self) -> &mut Remarks {
        &mut self.builder.network().remarks
    }

    fn open(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        match name {
            "graph" => self.open_graph(xml),
            "node" => return self.open_node(xml),
            "edge" => return self.open_edge(xml),
            "rel" => {
                self.remarks().lose(
                    xml.spot(),
                    xml.attribute("id").unwrap_or_default(),
                    "is an edge between more or fewer than two nodes",
                    "It was left out, for ties between each two of them would say more than it does.",
                    "Make it an organisation, of which they are members.",
                );
                self.push(Part::Nothing);
            }
            "attr" => {
                let name = xml.attribute("name").unwrap_or_default().to_owned();
                self.attributes.push((name, None));
            }
            "type" => self.take_type(xml),
            "locator" => self.take_value(xml.attribute("href").map(text)),
            _ => (),
        }
        Ok(())
    }

    fn close(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        match name {
            "graph" | "node" | "edge" | "rel" => return self.close_owner(),
            "attr" => self.close_attribute(),
            "string" | "enum" => self.take_value(Some(text(xml.content()))),
            "int" | "float" | "bool" => {
                let value = ValueType::of_name(name).value(xml.content());
                self.take_value(value.or_else(|| Some(text(xml.content()))));
            }
            _ => (),
        }
        Ok(())
    }

    fn finish(self) -> Result<Network, OpenError> {
        Ok(self.builder.finish())
    }
}

impl Document {
    fn push(&mut self, part: Part) {
        self.owners.push(Owner { part, attributes: Vec::new(), label: None, weight: None });
    }

    fn open_graph(&mut self, xml: &XmlReader<'_>) {
        let directed = match xml.attribute("edgemode") {
            Some("directed" | "defaultdirected") => Some(true),
            Some("undirected" | "defaultundirected") => Some(false),
            _ => None,
        };
        let id = xml.attribute("id").filter(|id| !id.is_empty());
        if let (Some(id), true) = (id, self.owners.is_empty()) {
            self.builder.network().attributes.push(("id".to_owned(), text(id)));
        }
        self.push(Part::Graph(directed));
    }

    fn open_node(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let group = self.owners.iter().rev().find_map(|owner| match owner.part {
            Part::Node(group) => Some(group),
            _ => None,
        });
        let index = self.builder.declare_in(group, xml.attribute("id"), xml.spot())?;
        self.push(Part::Node(index));
        Ok(())
    }

    fn open_edge(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let spot = xml.spot();
        let (Some(from), Some(to)) = (xml.attribute("from"), xml.attribute("to")) else {
            self.builder.lose_endless(spot, xml.attribute("id").unwrap_or_default());
            self.push(Part::Nothing);
            return Ok(());
        };
        let (from, to) = (self.builder.named(from, spot)?, self.builder.named(to, spot)?);
        let by_default = self.owners.iter().rev().find_map(|owner| match owner.part {
            Part::Graph(directed) => Some(directed),
            _ => None,
        });
        let mut edge = Edge::new(from, to, spot);
        edge.id = xml.attribute("id").unwrap_or_default().into();
        let written = xml.attribute("isdirected");
        let own_direction = match written.map(str::trim) {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => None,
        };
        self.builder.check_direction(spot, written, own_direction);
        edge.directed = own_direction.or(by_default.flatten());
        self.push(Part::Edge(Box::new(edge)));
        Ok(())
    }

    /// The type of a node or edge, which lies in a schema elsewhere: the end of its address says it.
    fn take_type(&mut self, xml: &XmlReader<'_>) {
        let Some(href) = xml.attribute("href") else { return };
        let name = href.rsplit(['#', '/']).next().unwrap_or(href).to_owned();
        self.set("type", text(&name));
    }

    /// A value stands in the innermost attribute. Several, in a list, are one text.
    fn take_value(&mut self, value: Option<Attribute>) {
        let (Some((_, held)), Some(value)) = (self.attributes.last_mut(), value) else { return };
        *held = Some(match held.take() {
            None => value,
            Some(first) => {
                let [first, next] = [&first, &value].map(crate::formats::xml::text_of);
                text(&format!("{first}; {next}"))
            }
        });
    }

    fn close_attribute(&mut self) {
        if let Some((name, Some(value))) = self.attributes.pop() {
            self.set(&name, value);
        }
    }

    fn set(&mut self, name: &str, value: Attribute) {
        let Some(mut owner) = self.owners.pop() else { return };
        let is_edge = matches!(owner.part, Part::Edge(_));
        match (&owner.part, &value) {
            (Part::Graph(_), _) if self.owners.is_empty() => {
                self.builder.network().attributes.push((name.to_owned(), value));
            }
            (Part::Graph(_) | Part::Nothing, _) => (),
            (_, Attribute::Text(label)) if name == "label" && owner.label.is_none() => {
                owner.label = Some(label.to_string());
            }
            (Part::Edge(_), Attribute::Number(weight)) if name == "weight" => {
                owner.weight = Some(*weight);
            }
            (Part::Edge(_), Attribute::Text(weight))
                if name == "weight" && finite(weight).is_some() =>
            {
                owner.weight = finite(weight);
            }
            _ => {
                if let Some(column) = self.builder.columns(is_edge).add_within_limit(name) {
                    set_once(&mut owner.attributes, column, || value);
                }
            }
        }
        self.owners.push(owner);
    }

    fn close_owner(&mut self) -> Result<(), OpenError> {
        let Some(owner) = self.owners.pop() else { return Ok(()) };
        match owner.part {
            Part::Node(index) => {
                if let Some(node) = self.builder.node(index) {
                    node.attributes = owner.attributes;
                    node.label = owner.label.filter(|label| *label != node.id);
                }
            }
            Part::Edge(mut edge) => {
                edge.attributes = owner.attributes.into();
                edge.label = owner.label;
                edge.weight = owner.weight;
                self.builder.add_edge(*edge)?;
            }
            Part::Graph(_) | Part::Nothing => (),
        }
        Ok(())
    }
}

fn text(text: &str) -> Attribute {
    Attribute::Text(text.into())
}
