//! Reads GML.

use std::collections::HashMap;

use super::column_keys::{KeyNames, NAMES_KEY};
use super::records::{Field, Plain, read_list, read_value};
use super::scanner::{Scanner, Token};
use crate::formats::format::InputFile;
use crate::formats::limits::check_size;
use crate::formats::network::{ColumnId, Edge, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;
use crate::model::Attribute;

/// Reads a graph.
///
/// # Errors
/// When the file isn't GML, has no graph, or names a node that isn't in it.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let mut network = match read_text(&decoded.text, false, progress) {
        Ok(network) => network,
        // Graphviz writes texts with quotation marks in them as they are.
        Err(error) => read_text(&decoded.text, true, progress).map_err(|_| error)?,
    };
    decoded.report(&mut network.remarks);
    Ok(network)
}

fn read_text(
    text: &str,
    allows_inner_quotes: bool,
    progress: Progress<'_>,
) -> Result<Network, OpenError> {
    let mut reader = GmlReader {
        scanner: Scanner::new(text, allows_inner_quotes),
        progress,
        builder: NetworkBuilder::new(),
        names: KeyNames::default(),
        directed: None,
        numbers: HashMap::new(),
        edges: Vec::new(),
        nested: Vec::new(),
    };
    reader.read_file()?;
    reader.finish()
}

/// What is read so far.
struct GmlReader<'a, 'p> {
    scanner: Scanner<'a>,
    progress: Progress<'p>,
    builder: NetworkBuilder,
    names: KeyNames,
    directed: Option<bool>,
    /// The nodes by their ids in the file.
    numbers: HashMap<String, u32>,
    /// The edges with the ids of their ends; nodes may follow.
    edges: Vec<(Edge, [End; 2])>,
    /// Nodes that lie in others: node, the id of the other, and where it says so.
    nested: Vec<(u32, String, Spot)>,
}

/// The end of an edge: the id of a node, and where it stands.
struct End {
    id: String,
    at: usize,
}

impl GmlReader<'_, '_> {
    fn read_file(&mut self) -> Result<(), OpenError> {
        let mut has_graph = false;
        loop {
            let key = match self.scanner.next()? {
                Token::Word(key) => key,
                Token::End => break,
                other => return Err(self.scanner.unexpected(&other, "a key")),
            };
            let at = self.scanner.start;
            let is_graph = key.eq_ignore_ascii_case("graph");
            match read_value(&mut self.scanner, key)? {
                None if is_graph && !has_graph => {
                    has_graph = true;
                    self.read_graph()?;
                }
                None => {
                    read_list(&mut self.scanner, |_| {})?;
                    self.remark_left_out(at, key, is_graph);
                }
                Some(_) if is_graph => {
                    let message = "has a value where the list of a graph is expected";
                    return Err(self.scanner.error_at(at, message, "Write graph [ … ]."));
                }
                Some(value) if key.eq_ignore_ascii_case("creator") => {
                    self.add_network_attribute("creator", value);
                }
                Some(value) if key.eq_ignore_ascii_case("comment") => {
                    self.add_network_attribute("comment", value);
                }
                Some(_) => {}
            }
        }
        if has_graph {
            return Ok(());
        }
        let remedy = "A graph is written graph [ node [ id 1 ] … ]; choose another file.";
        Err(OpenError::of_whole_file("it has no list called “graph”", remedy))
    }

    fn remark_left_out(&mut self, at: usize, key: &str, is_graph: bool) {
        let spot = self.scanner.spot(at);
        let remarks = &mut self.builder.network().remarks;
        if is_graph {
            remarks.lose(
                spot,
                "",
                "begins another graph of the file",
                "The first graph alone was read.",
                "Put each graph into a file of its own.",
            );
        } else {
            let topic = "begins a list outside of the graph";
            remarks.lose(spot, key, topic, "It was left out.", "");
        }
    }

    fn add_network_attribute(&mut self, key: &str, value: Plain<'_>) {
        let name = self.names.of_graph(key).to_owned();
        self.builder.network().attributes.push((name, value.into_attribute()));
    }

    fn read_graph(&mut self) -> Result<(), OpenError> {
        /// So many nodes and edges are read between two calls.
        const OFTEN: usize = 4096;
        for begun in 1_usize.. {
            let key = match self.scanner.next()? {
                Token::Word(key) => key,
                Token::Close => break,
                other => return Err(self.scanner.unexpected(&other, "a key or “]”")),
            };
            let at = self.scanner.start;
            if begun.is_multiple_of(OFTEN) {
                self.progress.at(at, self.scanner.length())?;
            }
            let is_node = key.eq_ignore_ascii_case("node");
            let is_edge = key.eq_ignore_ascii_case("edge");
            match read_value(&mut self.scanner, key)? {
                None if is_node => self.read_node(at)?,
                None if is_edge => self.read_edge(at)?,
                None => self.read_inner_list(key)?,
                Some(_) if is_node || is_edge => {
                    let message = format!("has a value where the list of a {key} is expected");
                    let remedy = "Write it as a list in square brackets.";
                    return Err(self.scanner.error_at(at, message, remedy));
                }
                Some(value) => self.read_graph_field(key, value),
            }
        }
        Ok(())
    }

    fn read_graph_field(&mut self, key: &str, value: Plain<'_>) {
        match key {
            "directed" => self.directed = value.number().map(|number| number != 0.0),
            "multigraph" => {}
            NAMES_KEY => match KeyNames::read(&value.clone().into_text()) {
                Some(names) => self.names = names,
                None => self.add_network_attribute(key, value),
            },
            _ => self.add_network_attribute(key, value),
        }
    }

    fn read_inner_list(&mut self, key: &str) -> Result<(), OpenError> {
        let attributes = &mut self.builder.network().attributes;
        read_list(&mut self.scanner, |field| {
            attributes.push((format!("{key}.{}", field.path), field.value.into_attribute()));
        })
    }

    fn read_node(&mut self, at: usize) -> Result<(), OpenError> {
        let spot = self.scanner.spot(at);
        let mut node = NodeFields::default();
        let mut repeated = None;
        let (builder, names) = (&mut self.builder, &self.names);
        let mut attributes = AttributeList::new(false, spot);
        read_list(&mut self.scanner, |field| {
            if let Some(field) = node.take(field, &mut repeated) {
                attributes.add(builder, names.of_node(&field.path), field.value);
            }
        })?;
        self.refuse_repeated(repeated)?;
        if let Some((id, at)) = &node.id
            && self.numbers.contains_key(id)
        {
            let message = format!("has the id {id}, which another node has");
            let remedy = "Give each node an id of its own.";
            return Err(self.scanner.error_at(*at, message, remedy));
        }
        let index = self.declare(&mut node, spot)?;
        if let Some(parent) = node.parent {
            self.nested.push((index, parent, spot));
        }
        if let Some(name) = node.name {
            let name = Plain::Text(name.into());
            attributes.add(&mut self.builder, "name", name);
        }
        if let Some(own) = self.builder.node(index) {
            own.label = node.shown.or(node.label).filter(|label| *label != own.id);
            own.position = node.x.zip(node.y).map(<[f64; 2]>::from);
            (own.color, own.is_group) = (node.color, node.is_group);
            own.attributes = attributes.list;
        }
        Ok(())
    }

    /// Declares a node: by its name, as igraph and Graphviz write it, if no other is called so; else by its id.
    fn declare(&mut self, node: &mut NodeFields, spot: Spot) -> Result<u32, OpenError> {
        let own = node.id.as_ref().map(|(id, _)| id.clone());
        let is_free = |name: &String| !name.is_empty() && self.builder.find(name).is_none();
        let name = node.name.take_if(|name| is_free(name));
        let index = match (&own, name) {
            (_, Some(name)) => self.builder.declare(&name, spot)?,
            (Some(own), None) => self.builder.declare(own, spot)?,
            (None, None) => self.builder.declare_nameless(spot)?,
        };
        if let Some(own) = own {
            self.numbers.insert(own, index);
        }
        Ok(index)
    }

    fn read_edge(&mut self, at: usize) -> Result<(), OpenError> {
        let spot = self.scanner.spot(at);
        let mut fields = EdgeFields::default();
        let mut repeated = None;
        let (builder, names) = (&mut self.builder, &self.names);
        let mut attributes = AttributeList::new(true, spot);
        let mut edge = Edge::new(0, 0, spot);
        read_list(&mut self.scanner, |field| {
            if let Some(field) = fields.take(field, &mut edge, &mut repeated) {
                attributes.add(builder, names.of_edge(&field.path), field.value);
            }
        })?;
        self.refuse_repeated(repeated)?;
        edge.attributes = attributes.list.into();
        let [Some(from), Some(to)] = [fields.source, fields.target] else {
            let message = "has an edge without a source or a target";
            return Err(self.scanner.error_at(at, message, "Write both ends of the edge."));
        };
        self.edges.push((edge, [from, to]));
        Ok(())
    }

    fn refuse_repeated(&self, repeated: Option<(usize, &str)>) -> Result<(), OpenError> {
        let Some((at, key)) = repeated else { return Ok(()) };
        let message = format!("gives “{key}” again");
        Err(self.scanner.error_at(at, message, "Take out all but one of them."))
    }

    fn finish(mut self) -> Result<Network, OpenError> {
        for at in std::mem::take(&mut self.scanner.inner_quotes) {
            let spot = self.scanner.spot(at);
            self.builder.network().remarks.warn(
                spot,
                "",
                "has a text with quotation marks in it",
                "They were read as a part of the text.",
                "Write them as &quot; if another program is to read the file.",
            );
        }
        for (mut edge, [from, to]) in std::mem::take(&mut self.edges) {
            (edge.from, edge.to) = (self.resolve(&from)?, self.resolve(&to)?);
            edge.directed = edge.directed.or(self.directed);
            self.builder.add_edge(edge)?;
        }
        let numbers = &self.numbers;
        let parent =
            |(node, id, spot): &(u32, String, Spot)| Some((*node, *numbers.get(id)?, *spot));
        let pairs: Vec<_> = self.nested.iter().filter_map(parent).collect();
        let mut network = self.builder.finish();
        network.nest(&pairs);
        Ok(network)
    }

    fn resolve(&self, end: &End) -> Result<u32, OpenError> {
        self.numbers.get(&end.id).copied().ok_or_else(|| {
            let id = crate::formats::problems::shorten(&end.id);
            let message = format!("names the node {id}, which isn't in the file");
            let remedy = "Add the node, or take out the edge.";
            self.scanner.error_at(end.at, message, remedy)
        })
    }
}

/// The attributes of a node or an edge; a key that is repeated is one text.
struct AttributeList {
    of_edges: bool,
    spot: Spot,
    list: Vec<(ColumnId, Attribute)>,
    /// Where each column stands, once there are many.
    places: HashMap<ColumnId, usize>,
}

impl AttributeList {
    /// So many are looked through, which is faster than to hash them.
    const FEW: usize = 16;

    /// Before any is read of the node or edge that stands there.
    fn new(of_edges: bool, spot: Spot) -> Self {
        Self { of_edges, spot, list: Vec::new(), places: HashMap::new() }
    }

    fn add(&mut self, builder: &mut NetworkBuilder, name: &str, value: Plain<'_>) {
        let Some(column) = builder.columns(self.of_edges).add_within_limit(name) else {
            return builder.lose_column(self.spot, name);
        };
        let place = match self.list.len() {
            ..=Self::FEW => self.list.iter().position(|(own, _)| *own == column),
            _ => self.places.get(&column).copied(),
        };
        if let Some((_, first)) = place.and_then(|place| self.list.get_mut(place)) {
            let mut text = match &mut *first {
                Attribute::Text(text) => std::mem::take(text),
                other => text_of(other).into(),
            };
            text.push_str("; ");
            text.push_str(&value.into_text());
            *first = Attribute::Text(text);
            return;
        }
        self.list.push((column, value.into_attribute()));
        if self.list.len() > Self::FEW {
            let from = if self.places.is_empty() { 0 } else { self.list.len() - 1 };
            let added = self.list.iter().enumerate().skip(from);
            self.places.extend(added.map(|(place, (column, _))| (*column, place)));
        }
    }
}

fn text_of(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => text.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    }
}

/// What a node says that isn't an attribute.
#[derive(Default)]
struct NodeFields {
    id: Option<(String, usize)>,
    label: Option<String>,
    name: Option<String>,
    /// What yEd and Graphviz show for it.
    shown: Option<String>,
    x: Option<f64>,
    y: Option<f64>,
    color: Option<crate::model::Color>,
    parent: Option<String>,
    is_group: bool,
}

impl NodeFields {
    /// Takes a field if it says one of these.
    fn take<'a>(
        &mut self,
        field: Field<'a>,
        repeated: &mut Option<(usize, &'static str)>,
    ) -> Option<Field<'a>> {
        let text = |field: Field<'a>| Some(field.value.into_text().into_owned());
        match field.path.as_ref() {
            path if path.eq_ignore_ascii_case("id") => {
                if self.id.is_some() {
                    *repeated = repeated.or(Some((field.at, "id")));
                }
                let at = field.at;
                self.id = Some((field.value.into_text().into_owned(), at));
            }
            "label" if self.label.is_none() => self.label = text(field),
            "name" if self.name.is_none() => self.name = text(field),
            "LabelGraphics.text" if self.shown.is_none() => self.shown = text(field),
            "graphics.x" if field.value.number().is_some() => self.x = field.value.number(),
            "graphics.y" if field.value.number().is_some() => self.y = field.value.number(),
            "graphics.fill" if field.value.color().is_some() => self.color = field.value.color(),
            "gid" => self.parent = text(field),
            "isGroup" => self.is_group = field.value.number().is_some_and(|number| number != 0.0),
            _ => return Some(field),
        }
        None
    }
}

/// The ends of an edge.
#[derive(Default)]
struct EdgeFields {
    source: Option<End>,
    target: Option<End>,
}

impl EdgeFields {
    /// Takes a field if it says something that isn't an attribute.
    fn take<'a>(
        &mut self,
        field: Field<'a>,
        edge: &mut Edge,
        repeated: &mut Option<(usize, &'static str)>,
    ) -> Option<Field<'a>> {
        let number = field.value.number();
        match field.path.as_ref() {
            path if path.eq_ignore_ascii_case("source") => {
                Self::set(&mut self.source, field, "source", repeated);
            }
            path if path.eq_ignore_ascii_case("target") => {
                Self::set(&mut self.target, field, "target", repeated);
            }
            "id" if edge.id.is_empty() => edge.id = field.value.into_text().into(),
            "label" if edge.label.is_none() => {
                edge.label = Some(field.value.into_text().into_owned());
            }
            "weight" if edge.weight.is_none() && number.is_some() => edge.weight = number,
            "graphics.fill" if field.value.color().is_some() => edge.color = field.value.color(),
            "directed" if number.is_some() => {
                edge.directed = number.map(|number| number != 0.0);
            }
            _ => return Some(field),
        }
        None
    }

    fn set(
        end: &mut Option<End>,
        field: Field<'_>,
        key: &'static str,
        repeated: &mut Option<(usize, &'static str)>,
    ) {
        if end.is_some() {
            *repeated = repeated.or(Some((field.at, key)));
        }
        *end = Some(End { at: field.at, id: field.value.into_text().into_owned() });
    }
}
