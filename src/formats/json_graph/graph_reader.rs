//! Reads nodes and edges, each as a record whose fields may have many names.

use super::field_names::{DIRECTED, DIRECTION, EDGE_IDS, ENDS, MEMBER_LISTS, NODE_IDS, NODE_NAMES};
use super::lists::{Entry, SaidOutside};
use super::node_ids::NodeIds;
use super::record::Record;
use super::tabular;
use super::value::{self, scalar};
use crate::formats::json::{Member, Node, Opener, SpareMembers, Value};
use crate::formats::network::{Edge, NetworkBuilder};
use crate::formats::problems::{LineCounter, OpenError, Spot};
use crate::formats::progress::Progress;
use crate::model::Attribute;

/// What is read of a graph so far.
pub struct GraphReader<'a, 'p> {
    /// How many bytes the file has, and its lines.
    length: usize,
    lines: LineCounter<'a>,
    /// How many places behind its place in the file a byte of the tree stands.
    shift: usize,
    progress: Progress<'p>,
    /// How many nodes and edges were begun.
    begun: usize,
    pub builder: NetworkBuilder,
    pub ids: NodeIds,
    /// Whether edges are directed where they don't say so themselves.
    pub directed: Option<bool>,
    /// Whether edges say in a word whether they are directed.
    pub says_direction: bool,
    /// Whether edges name their ends by texts.
    pub ends_are_texts: bool,
    /// The number in [`ENDS`] of the names that the last edge had for its ends.
    ends: usize,
    /// Whether lists that are edges have the kind between the ends.
    pub kind_is_between: bool,
    /// The names of the columns, where edges are rows of a table.
    pub columns: Option<Vec<String>>,
    /// The kind of the edge that is read, as its list says it.
    pub kind_of_list: Option<String>,
    /// So many bytes of text were repeated for records of several edges.
    pub repeated_bytes: usize,
    /// Opens records, and knows the names that they give twice, and where.
    pub opener: Opener<'a>,
    /// The memory of records that have been read.
    pub spare: SpareMembers<'a>,
    /// Nodes that lie in others: node, the id of the other, and where it says so.
    pub nested: Vec<(u32, String, Spot)>,
}

/// What says what a record of Neo4j is, and of an edge.
const TYPE: &str = "type";
const RELATIONSHIP: &str = "relationship";

impl<'a, 'p> GraphReader<'a, 'p> {
    /// Before anything is read of a text. A byte of the tree may stand some places behind its place there.
    pub fn new(
        text: &'a str,
        shift: usize,
        builder: NetworkBuilder,
        progress: Progress<'p>,
    ) -> Self {
        Self {
            length: text.len(),
            lines: LineCounter::new(text),
            shift,
            progress,
            begun: 0,
            builder,
            ids: NodeIds::default(),
            directed: None,
            says_direction: false,
            ends_are_texts: true,
            ends: 0,
            kind_is_between: false,
            columns: None,
            kind_of_list: None,
            repeated_bytes: 0,
            opener: Opener::default(),
            spare: SpareMembers::default(),
            nested: Vec::new(),
        }
    }

    /// Where a byte offset lies.
    pub fn spot(&mut self, at: u32) -> Spot {
        let (line, column) = self.lines.go_to((at as usize).saturating_sub(self.shift));
        Spot::at(line, column)
    }

    /// Begins a record: tells how far the reading has come.
    pub fn begin(&mut self, at: u32) -> Result<Spot, OpenError> {
        /// So many records are read between two calls.
        const OFTEN: usize = 4096;
        self.begun += 1;
        if self.begun.is_multiple_of(OFTEN) {
            self.progress.at(at as usize, self.length)?;
        }
        Ok(self.spot(at))
    }

    /// The value of a node of the tree, which may be closed.
    pub fn open(&mut self, node: Node<'a>) -> Value<'a> {
        self.opener.open(node).value
    }

    /// Reads a node: a record, or its id alone.
    pub fn read_node(&mut self, entry: Entry<'a>) -> Result<u32, OpenError> {
        let Entry { outside, node } = entry;
        let spot = self.begin(node.at)?;
        let (own_id, members) = match self.open(node) {
            Value::Object(members) => (None, members),
            Value::List(items) => id_and_fields(items),
            plain => (id_of(&plain), Vec::new()),
        };
        let mut record = Record::new(members);
        let key = outside.and_then(|outside| outside.key);
        let id = key.map(|key| (key.into_owned(), false)).or(own_id);
        let id = id.or_else(|| record.take_first(&NODE_IDS, id_of));
        self.add_node(id, record, spot)
    }

    /// Adds a node of an id, if it has one, with all that its record says.
    pub fn add_node(
        &mut self,
        id: Option<(String, bool)>,
        mut record: Record<'a>,
        spot: Spot,
    ) -> Result<u32, OpenError> {
        let mut name = record.take_first(&NODE_NAMES, scalar);
        let index = match id {
            Some((id, is_number)) => {
                record.drop_repeated_id(&id);
                self.ids.declare(&mut self.builder, &id, is_number, spot)?
            }
            None => {
                if name.is_none() && self.ends_are_texts {
                    name = record.take_first_text();
                }
                self.ids.declare_unnamed(&mut self.builder, name.as_deref(), spot)?
            }
        };
        let position = record.take_position();
        let color = record.take("color", value::color);
        let is_group = record.take("is_group", value::flag).unwrap_or_default();
        if let Some(parent) = record.take("parent", scalar) {
            self.nested.push((index, parent, spot));
        }
        let attributes = record.into_attributes(&mut self.builder, &mut self.spare, false, spot);
        if let Some(node) = self.builder.node(index) {
            node.label = name.filter(|name| *name != node.id);
            (node.position, node.color, node.is_group) = (position, color, is_group);
            node.attributes = attributes;
        }
        Ok(index)
    }

    /// Reads an edge: a record, of which some fields may not be wanted, or a list of its ends.
    pub fn read_edge(
        &mut self,
        entry: Entry<'a>,
        is_unwanted: Option<fn(&str) -> bool>,
    ) -> Result<(), OpenError> {
        let Entry { outside, node } = entry;
        let SaidOutside { key, kind } = outside.map(|outside| *outside).unwrap_or_default();
        let spot = self.begin(node.at)?;
        self.kind_of_list = kind;
        let (ends, members) = match self.open(node) {
            Value::Object(members) => ([None, None], members),
            Value::List(row) if self.columns.is_some() => {
                let columns = self.columns.as_deref().unwrap_or_default();
                ([None, None], tabular::fields(columns, row))
            }
            Value::List(items) if self.kind_is_between => ends_and_fields(with_kind_last(items)),
            Value::List(items) if key.is_some() && items.len() != 2 => {
                let list = Node { at: 0, value: Value::List(items) };
                ([None, None], vec![Member { at: 0, name: MEMBER_LISTS[0].into(), node: list }])
            }
            Value::List(items) => ends_and_fields(items),
            Value::Text(text) => return self.read_text_edge(&text, Record::new(Vec::new()), spot),
            _ => ([None, None], Vec::new()),
        };
        let mut record = Record::new(members);
        if let Some(is_unwanted) = is_unwanted {
            record.drop_fields(is_unwanted);
        }
        record.drop_parallel_number();
        let [from, to] = match ends {
            [Some(from), Some(to)] => [Some(from), Some(to)],
            _ => self.take_ends(&mut record),
        };
        let is_one = |end: &Option<Node<'a>>| {
            end.as_ref().is_some_and(|end| !matches!(end.value, Value::List(_) | Value::Closed(_)))
        };
        if !is_one(&from) || !is_one(&to) {
            return self.read_grouped(key, [from, to], record, spot);
        }
        let mut resolve = |end: Option<Node<'a>>| match end {
            Some(end) => self.ids.resolve(&mut self.builder, &end.value, spot),
            None => Ok(None),
        };
        let (Some(from), Some(to)) = (resolve(from)?, resolve(to)?) else {
            let id = record.take_first(&EDGE_IDS, scalar).unwrap_or_default();
            self.builder.lose_endless(spot, &id);
            return Ok(());
        };
        let own_id = record.take_first(&EDGE_IDS, scalar);
        let id = key.map(|key| key.into_owned()).or(own_id).unwrap_or_default();
        let edge = Edge { id: id.into(), ..Edge::new(from, to, spot) };
        self.add_edge(edge, record)
    }

    /// Adds an edge with all that its record says.
    pub fn add_edge(&mut self, mut edge: Edge, record: Record<'a>) -> Result<(), OpenError> {
        self.fill_edge(&mut edge, record);
        self.builder.add_edge(edge)
    }

    /// Gives an edge all that its record says.
    pub fn fill_edge(&mut self, edge: &mut Edge, mut record: Record<'a>) {
        let undirected = record.take("undirected", value::flag).map(|flag| !flag);
        edge.directed = record.take(DIRECTED, value::flag).or(undirected);
        if self.says_direction {
            let by_word = record.take(DIRECTION, value::direction);
            edge.directed = edge.directed.or(by_word);
        }
        edge.directed = edge.directed.or(self.directed);
        edge.label = record.take("label", scalar);
        // What Neo4j exports says that it is a relationship, and which one as its label.
        let is_said = |value: &Value<'_>| (scalar(value)? == RELATIONSHIP).then_some(());
        let kind = edge.label.take_if(|_| record.take(TYPE, is_said).is_some());
        edge.weight = record.take("weight", value::finite);
        edge.color = record.take("color", value::color);
        let attributes =
            record.into_attributes(&mut self.builder, &mut self.spare, true, edge.spot);
        edge.attributes = attributes.into();
        if let Some(kind) = kind {
            let column = self.builder.edge_columns().add(TYPE);
            edge.attributes.push((column, Attribute::Text(kind.into())));
        }
        if let Some(kind) = &self.kind_of_list {
            let column = self.builder.edge_columns().add("kind");
            if edge.attributes.iter().all(|(own, _)| *own != column) {
                edge.attributes.push((column, Attribute::Text(kind.as_str().into())));
            }
        }
    }

    /// Takes the ends of an edge, by the names that the last one had for them if it has these.
    fn take_ends(&mut self, record: &mut Record<'a>) -> [Option<Node<'a>>; 2] {
        let is_there = |(from, to): &(&str, &str)| record.has(from) && record.has(to);
        if !ENDS.get(self.ends).is_some_and(is_there) {
            let Some(ends) = ENDS.iter().position(is_there) else { return [None, None] };
            self.ends = ends;
        }
        let (from, to) = ENDS.get(self.ends).copied().unwrap_or_default();
        [record.take_node(from), record.take_node(to)]
    }
}

/// An id, and whether it is a number.
fn id_of(value: &Value<'_>) -> Option<(String, bool)> {
    let text = scalar(value)?;
    Some((text, matches!(value, Value::Number(_))))
}

/// A node as a list: its id, and perhaps a record.
fn id_and_fields(items: Vec<Node<'_>>) -> (Option<(String, bool)>, Vec<Member<'_>>) {
    let mut items = items.into_iter();
    let own_id = items.next().and_then(|item| id_of(&item.value));
    let fields = items.find_map(|item| match item.value {
        Value::Object(members) => Some(members),
        _ => None,
    });
    (own_id, fields.unwrap_or_default())
}

/// An edge as a list of subject, predicate and object, with the predicate moved behind the others.
fn with_kind_last(mut items: Vec<Node<'_>>) -> Vec<Node<'_>> {
    if items.len() > 2 {
        let kind = items.remove(1);
        items.insert(2, kind);
    }
    items
}

/// An edge as a list: its ends, and perhaps its weight or a record.
fn ends_and_fields(items: Vec<Node<'_>>) -> ([Option<Node<'_>>; 2], Vec<Member<'_>>) {
    let mut items = items.into_iter();
    let ends = [items.next(), items.next()];
    let mut fields = Vec::new();
    for item in items {
        let at = item.at;
        match item.value {
            Value::Object(members) => fields = members,
            Value::Number(_) => fields.push(Member { at, name: "weight".into(), node: item }),
            Value::Text(_) => fields.push(Member { at, name: "label".into(), node: item }),
            _ => {}
        }
    }
    (ends, fields)
}
