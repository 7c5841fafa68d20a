//! What of a GEXF file is read so far, tag by tag.

use super::element_name::spelled_name;
use super::elements::Tag;
use super::owner::{Owner, Part};
use super::times::spells;
use super::visual;
use crate::formats::network::{ColumnId, Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::xml::{
    DeclaredColumns, ValueType, XmlDocument, XmlReader, finite, set_once, typed,
};
use crate::model::Attribute;

/// A file that is being read.
#[derive(Debug, Default)]
pub struct Document {
    builder: NetworkBuilder,
    declared_of_nodes: DeclaredColumns,
    declared_of_edges: DeclaredColumns,
    /// The open nodes and edges, the innermost last.
    owners: Vec<Owner>,
    /// Whether the open `attributes` are those of edges.
    declares_edges: bool,
    /// The open `attribute`, by its index.
    declaring: Option<usize>,
    /// The open `attvalue` whose value stands between its tags, by the id of its attribute.
    value_of: Option<String>,
    directed: Option<bool>,
    /// Nodes that name what they lie in, which may come later.
    named_parents: Vec<(u32, String, Spot)>,
}

impl XmlDocument for Document {
    const ROOT: &'static str = "gexf";

    fn remarks(&mut self) -> &mut Remarks {
        &mut self.builder.network().remarks
    }

    fn open(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        match name {
            "node" => return self.open_node(xml),
            "edge" => return self.open_edge(xml),
            "attvalue" => self.open_value(xml),
            "graph" => self.open_graph(xml),
            "meta" => self.open_meta(xml),
            "attributes" => {
                let class = xml.attribute("class").unwrap_or_default();
                self.declares_edges = class.trim().eq_ignore_ascii_case("edge");
            }
            "attribute" => self.declare(xml),
            "spell" => {
                if let Some(owner) = self.owners.last_mut() {
                    owner.spells.append(&mut spells(xml));
                }
            }
            "parent" => {
                if let (Some(owner), Some(parent)) = (self.owners.last_mut(), xml.attribute("for"))
                {
                    owner.parents.push(parent.to_owned());
                }
            }
            "color" | "position" | "size" | "thickness" | "shape" => self.open_visual(name, xml),
            _ => (),
        }
        Ok(())
    }

    fn close(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        match name {
            "node" | "edge" => return self.close_owner(),
            "attribute" => self.declaring = None,
            "default" => {
                if let Some(index) = self.declaring {
                    self.declared(self.declares_edges).0.set_default(index, xml.content().trim());
                }
            }
            "attvalue" => {
                if let Some(id) = self.value_of.take() {
                    self.take_value(&id, xml.content(), &[], xml.spot());
                }
            }
            _ if xml.enclosing() == Some("meta") => {
                let name = name.to_ascii_lowercase();
                self.add_of_network(&spelled_name(&name), xml.content());
            }
            _ => (),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Network, OpenError> {
        for (node, parent, spot) in std::mem::take(&mut self.named_parents) {
            self.builder.put_into(node, &parent, spot);
        }
        let mut network = self.builder.finish();
        for node in network.nodes.iter_mut().filter(|node| !node.is_inferred) {
            self.declared_of_nodes.fill(&mut node.attributes)?;
        }
        if self.declared_of_edges.has_defaults() {
            network.change_edges(|edge| self.declared_of_edges.fill(&mut edge.attributes))?;
        }
        Ok(network)
    }
}

impl Document {
    /// The declared attributes of edges or of nodes, and what else they go with.
    fn declared(&mut self, of_edges: bool) -> (&mut DeclaredColumns, &mut NetworkBuilder) {
        match of_edges {
            true => (&mut self.declared_of_edges, &mut self.builder),
            false => (&mut self.declared_of_nodes, &mut self.builder),
        }
    }

    fn open_graph(&mut self, xml: &XmlReader<'_>) {
        for (name, value) in xml.attributes().iter() {
            match name {
                "defaultedgetype" => self.directed = self.directed.or(is_directed(value)),
                "name" | "label" | "start" | "end" => self.add_of_network(name, value),
                _ => (),
            }
        }
    }

    fn open_meta(&mut self, xml: &XmlReader<'_>) {
        if let Some(date) = xml.attribute("lastmodifieddate") {
            self.add_of_network("lastmodifieddate", date);
        }
    }

    fn add_of_network(&mut self, name: &str, text: &str) {
        let attributes = &mut self.builder.network().attributes;
        if !text.trim().is_empty() && attributes.iter().all(|(own, _)| own != name) {
            attributes.push((name.to_owned(), Attribute::Text(text.trim().into())));
        }
    }

    fn declare(&mut self, xml: &XmlReader<'_>) {
        let title = xml.attribute("title").map(str::trim).filter(|title| !title.is_empty());
        let Some(id) = xml.attribute("id").or(title) else { return };
        let value_type = xml.attribute("type").map(ValueType::of_name).unwrap_or_default();
        let of_edges = self.declares_edges;
        let (declared, builder) = self.declared(of_edges);
        let columns = builder.columns(of_edges);
        let index = declared.declare(columns, id, title.unwrap_or(id), value_type);
        if index.is_none() {
            builder.lose_column(xml.spot(), id);
        }
        self.declaring = index;
    }

    fn open_node(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let tag = Tag::read(xml);
        let id = tag.id.or(tag.label);
        let group = self.owners.iter().rev().find_map(|owner| match owner.part {
            Part::Node(group) => Some(group),
            _ => None,
        });
        let index = self.builder.declare_in(group, id, xml.spot())?;
        if let Some(node) = self.builder.node(index) {
            let is_shown = |label: &&str| Some(*label) != id && !label.is_empty();
            node.label = tag.label.filter(is_shown).map(str::to_owned);
        }
        if let Some(parent) = tag.pid.filter(|_| group.is_none()) {
            self.named_parents.push((index, parent.to_owned(), xml.spot()));
        }
        self.push_owner(Part::Node(index), tag);
        Ok(())
    }

    fn open_edge(&mut self, xml: &XmlReader<'_>) -> Result<(), OpenError> {
        let (mut tag, spot) = (Tag::read(xml), xml.spot());
        let (Some(source), Some(target)) = (tag.source, tag.target) else {
            self.builder.lose_endless(spot, tag.id.unwrap_or_default());
            self.push_owner(Part::NoEdge, tag);
            return Ok(());
        };
        let (from, to) = (self.builder.named(source, spot)?, self.builder.named(target, spot)?);
        let mut edge = Edge::new(from, to, spot);
        edge.id = tag.id.unwrap_or_default().into();
        edge.label = tag.label.filter(|label| !label.is_empty()).map(str::to_owned);
        let own_direction = tag.edge_type.and_then(is_directed);
        self.builder.check_direction(spot, tag.edge_type, own_direction);
        edge.directed = own_direction.or(self.directed);
        edge.weight = tag.weight.and_then(finite);
        if let (Some(weight), None) = (tag.weight, edge.weight) {
            tag.others.push(("weight", weight));
        }
        self.push_owner(Part::Edge(Box::new(edge)), tag);
        Ok(())
    }

    fn push_owner(&mut self, part: Part, tag: Tag<'_>) {
        let mut owner = Owner::new(part, tag.spells);
        for (name, value) in tag.others {
            let columns = self.builder.columns(owner.is_edge());
            if let Some(column) = columns.add_within_limit(name) {
                let value = || Attribute::Text(value.into());
                set_once(&mut owner.attributes, column, value);
            }
        }
        self.owners.push(owner);
    }

    fn open_value(&mut self, xml: &XmlReader<'_>) {
        let tag = Tag::read(xml);
        let Some(id) = tag.of.or(tag.id) else { return };
        match tag.value {
            Some(value) => self.take_value(id, value, &tag.spells, xml.spot()),
            None => self.value_of = Some(id.to_owned()),
        }
    }

    fn take_value(&mut self, id: &str, text: &str, spells: &[super::times::Spell], spot: Spot) {
        let Some(mut owner) = self.owners.pop() else { return };
        let (declared, builder) = self.declared(owner.is_edge());
        let columns = builder.columns(owner.is_edge());
        let index =
            declared.find(id).or_else(|| declared.declare(columns, id, id, ValueType::default()));
        match index.and_then(|index| declared.get(index)) {
            None => builder.lose_column(spot, id),
            Some(declared) => {
                let value = typed(declared, text, spot, &mut builder.network().remarks);
                let is_weight = declared.name.eq_ignore_ascii_case("weight");
                match (value, owner.edge()) {
                    (Some(Attribute::Number(weight)), Some(edge)) if is_weight => {
                        edge.weight = Some(weight);
                        if !spells.is_empty() {
                            owner.add_timed(declared.column, text, spells);
                        }
                    }
                    (Some(_), _) if !spells.is_empty() => {
                        owner.add_timed(declared.column, text, spells);
                    }
                    (Some(value), _) => {
                        if !set_once(&mut owner.attributes, declared.column, || value) {
                            builder.lose_repeated(spot, &declared.name);
                        }
                    }
                    (None, _) => (),
                }
            }
        }
        self.owners.push(owner);
    }

    fn open_visual(&mut self, name: &str, xml: &XmlReader<'_>) {
        let Some(mut owner) = self.owners.pop() else { return };
        let is_edge = owner.is_edge();
        match &mut owner.part {
            Part::Edge(edge) if name == "color" => edge.color = visual::color(xml),
            Part::Node(index) => {
                if let Some(node) = self.builder.node(*index) {
                    match name {
                        "color" => node.color = visual::color(xml),
                        "position" => node.position = visual::position(xml),
                        _ => (),
                    }
                }
            }
            _ => (),
        }
        for (name, value) in visual::others(name, xml) {
            let column = self.visual_column(is_edge, name);
            set_once(&mut owner.attributes, column, || value);
        }
        self.owners.push(owner);
    }

    /// The column of what `viz` says: one of its own where the file declares an attribute of that name.
    fn visual_column(&mut self, of_edges: bool, name: &str) -> ColumnId {
        let (declared, builder) = self.declared(of_edges);
        let columns = builder.columns(of_edges);
        match declared.has_name(name) {
            true => columns.add(&format!("viz {name}")),
            false => columns.add(name),
        }
    }

    fn close_owner(&mut self) -> Result<(), OpenError> {
        let Some(mut owner) = self.owners.pop() else { return Ok(()) };
        let columns = self.builder.columns(owner.is_edge());
        owner.set_times(|name| columns.add(name));
        match owner.part {
            Part::Node(index) => {
                if let Some(node) = self.builder.node(index) {
                    node.attributes = owner.attributes;
                }
                self.set_parents(index, &owner.parents);
            }
            Part::Edge(mut edge) => {
                edge.attributes = owner.attributes.into();
                self.builder.add_edge(*edge)?;
            }
            Part::NoEdge => (),
        }
        Ok(())
    }

    /// A node that descends from one other lies in it; several are kept as they are written.
    fn set_parents(&mut self, index: u32, parents: &[String]) {
        match parents {
            [] => (),
            [parent] => self.named_parents.push((index, parent.clone(), Spot::default())),
            several => {
                let column = self.builder.node_columns().add("parents");
                let text = several.join("; ");
                if let Some(node) = self.builder.node(index) {
                    set_once(&mut node.attributes, column, || Attribute::Text(text.into()));
                }
            }
        }
    }
}

/// Whether a type of edges is directed; `None` for one that GEXF doesn't know.
fn is_directed(word: &str) -> Option<bool> {
    match word.trim().to_ascii_lowercase().as_str() {
        "directed" | "dir" => Some(true),
        "undirected" | "mutual" | "undir" => Some(false),
        _ => None,
    }
}
