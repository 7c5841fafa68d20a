//! Reads Pajek's networks and projects.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::fields::{Fields, named_values};
use super::finish::{forget_one_place, forget_usual, name_networks, take_ids};
use super::notes::{Noted, Notes, note};
use super::section::Section;
use super::words::{Form, Word, words};
use crate::formats::format::{Certainty, InputFile};
use crate::formats::limits::{MAX_NODES_READ, check_size};
use crate::formats::lines::Lines;
use crate::formats::network::{ColumnId, Edge, Held, Network, NetworkBuilder};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;
use crate::model::Attribute;

/// So many bytes are looked at to recognise a file.
const LOOKED_AT: usize = 4096;
/// Stands for a vertex that has no node yet.
const UNKNOWN: u32 = u32::MAX;
/// So many lines are read before the progress is told.
const LINES_BETWEEN: u32 = 4096;

/// A Pajek file has a line that begins with `*Vertices`, after `*Network` and comments at most.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    let head = String::from_utf8_lossy(file.bytes.get(..LOOKED_AT).unwrap_or(file.bytes));
    let head = head.trim_start_matches('\u{FEFF}');
    let has_name = super::PAJEK.has_name(file);
    for (_, line) in Lines::of(head) {
        let line = line.trim();
        match Section::begun_by(line) {
            Some((Section::Vertices, rest)) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                return Certainty::Certain;
            }
            Some((Section::Network, _)) => {}
            Some((Section::Other, _)) | None if has_name => {}
            None if note(line).is_some() => return Certainty::Certain,
            None if line.is_empty() || line.starts_with('%') => {}
            _ => break,
        }
    }
    if has_name { Certainty::Likely } else { Certainty::No }
}

/// Reads a file. Its networks become one, in which vertices of the same label are one node.
///
/// # Errors
/// When a line isn't as it should be, or there are more vertices or lines than are read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let decoded = decode_text(file.bytes, None)?;
    let mut reader = Reader::new(&decoded.text);
    decoded.report(&mut reader.builder.network().remarks);
    let mut lines = Lines::of(&decoded.text);
    while let Some((number, line)) = lines.next() {
        if number.is_multiple_of(LINES_BETWEEN) {
            progress.at(decoded.text.len() - lines.left(), decoded.text.len())?;
        }
        reader.line(number, line)?;
    }
    reader.finish()
}

/// What has been read so far.
pub struct Reader<'a> {
    /// The nodes and edges.
    pub builder: NetworkBuilder,
    section: Section,
    /// The nodes of the open network by their number, from 1.
    vertices: Vec<u32>,
    /// How many vertices are of the first mode; 0 where there is one mode.
    first_mode: usize,
    /// The names of the networks, and how many edges there were before each.
    networks: Vec<(String, usize)>,
    /// The name that the next network has.
    next_name: String,
    /// The nodes by label, once there is a second network.
    by_label: HashMap<String, u32>,
    /// The kind of the lines of this section.
    kind: Option<String>,
    /// The column of the partition or vector, and the vertex whose value comes next.
    values: Option<(ColumnId, usize)>,
    /// Where the next number of the matrix stands in it.
    cell: usize,
    /// The ids that vertices say themselves.
    ids: IndexMap<u32, String>,
    notes: Notes<'a>,
    held: Held,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            builder: NetworkBuilder::new(),
            section: Section::Preamble,
            vertices: Vec::new(),
            first_mode: 0,
            networks: Vec::new(),
            next_name: String::new(),
            by_label: HashMap::new(),
            kind: None,
            values: None,
            cell: 0,
            ids: IndexMap::new(),
            notes: Notes::of_text(text),
            held: Held::default(),
        }
    }

    fn line(&mut self, number: u32, line: &'a str) -> Result<(), OpenError> {
        let line = line.trim();
        if self.networks.is_empty() {
            self.notes.add(line);
        }
        if line.is_empty() || line.starts_with('%') {
            return Ok(());
        }
        if let Some((section, rest)) = Section::begun_by(line) {
            return self.begin(section, rest, number);
        }
        match self.section {
            Section::Vertices => self.vertex(line, number),
            Section::Arcs => self.tie(line, true, number),
            Section::Edges => self.tie(line, false, number),
            Section::ArcsList => self.list(line, true, number),
            Section::EdgesList => self.list(line, false, number),
            Section::Matrix => self.row(line, number),
            Section::Partition | Section::Vector => self.value(line, number),
            Section::Preamble => {
                let remarks = &mut self.builder.network().remarks;
                let topic = "stands before the first section";
                remarks.warn(Spot::at(number, 1), line, topic, "It was left out.", "");
                Ok(())
            }
            Section::Network | Section::Other => Ok(()),
        }
    }

    fn begin(&mut self, section: Section, rest: &str, number: u32) -> Result<(), OpenError> {
        // The values of a partition come after a line that says how many they are.
        let of_values = matches!(self.section, Section::Partition | Section::Vector);
        if section == Section::Vertices && of_values {
            return Ok(());
        }
        if section != Section::Vertices {
            self.make_vertices(number)?;
        }
        let of_ties = !matches!(section, Section::Network | Section::Vertices | Section::Other);
        if of_ties && self.networks.is_empty() {
            let message = "begins a section before there are vertices";
            return Err(refusal(number, message, "Write “*Vertices” and their number before it."));
        }
        self.section = section;
        self.kind = None;
        self.cell = 0;
        match section {
            Section::Network => self.next_name = name_of(rest),
            Section::Vertices => self.begin_network(rest, number)?,
            Section::Partition | Section::Vector => {
                let usual = if section == Section::Vector { "vector" } else { "partition" };
                let name = if rest.is_empty() { usual } else { rest.trim_matches('"') };
                self.values = Some((self.builder.node_columns().add(name), 0));
            }
            Section::Other => {
                let topic = "begins a section that isn't known";
                let remarks = &mut self.builder.network().remarks;
                remarks.lose(Spot::at(number, 1), rest, topic, "The section was left out.", "");
            }
            _ => self.kind = kind_of(rest),
        }
        Ok(())
    }

    /// `n`, or `n first` where the first vertices are of a mode of their own.
    fn begin_network(&mut self, rest: &str, number: u32) -> Result<(), OpenError> {
        let rest = rest.split('%').next().unwrap_or_default();
        let counts: Option<Vec<usize>> = rest.split_whitespace().map(|n| n.parse().ok()).collect();
        let (count, first_mode) = match counts.as_deref() {
            Some([count]) => (*count, 0),
            Some([count, first]) if first <= count => (*count, *first),
            _ => {
                let message = "has “*Vertices” without how many there are";
                let remedy =
                    "Write their number after it, or that and how many are of the first mode.";
                return Err(refusal(number, message, remedy));
            }
        };
        if count > MAX_NODES_READ.saturating_sub(self.builder.network().nodes.len()) {
            let message = format!("has {count} vertices where at most {MAX_NODES_READ} are read");
            return Err(refusal(number, message, "Leave a part of them out."));
        }
        self.held.nodes += count;
        self.first_mode = first_mode;
        if self.networks.is_empty() {
            self.notes.put_in_order();
        }
        self.make_vertices(number)?;
        if !self.networks.is_empty() {
            self.begin_further_network(number);
        }
        let edges = self.builder.network().edges.len();
        self.networks.push((std::mem::take(&mut self.next_name), edges));
        let network = self.networks.len();
        self.vertices.clear();
        self.vertices.resize(count, UNKNOWN);
        if network == 1 {
            self.make_vertices(number)?;
        }
        if first_mode > 0 && network == 1 {
            self.tell_modes(first_mode);
        }
        Ok(())
    }

    /// Makes the vertices of the open network that no line has named.
    fn make_vertices(&mut self, number: u32) -> Result<(), OpenError> {
        for place in 0..self.vertices.len() {
            self.make_vertex(place, number)?;
        }
        Ok(())
    }

    fn make_vertex(&mut self, place: usize, number: u32) -> Result<u32, OpenError> {
        let Some(there) = self.vertices.get_mut(place) else { return Ok(UNKNOWN) };
        if *there == UNKNOWN {
            let network = self.networks.len();
            let vertex = place + 1;
            let id = if network == 1 { vertex.to_string() } else { format!("{network}:{vertex}") };
            *there = self.builder.declare(&id, Spot::at(number, 1))?;
        }
        Ok(*there)
    }

    fn tell_modes(&mut self, first_mode: usize) {
        let column = self.builder.node_columns().add("mode");
        for (place, index) in self.vertices.clone().into_iter().enumerate() {
            let mode = if place < first_mode { 1.0 } else { 2.0 };
            if let Some(node) = self.builder.node(index) {
                node.attributes.push((column, Attribute::Number(mode)));
            }
        }
    }

    fn begin_further_network(&mut self, number: u32) {
        let network = self.builder.network();
        network.remarks.warn(
            Spot::at(number, 1),
            "",
            "begins a further network",
            "All networks were read as one.",
            "Keep each in a file of its own to have them apart.",
        );
        for (index, node) in (0..).zip(&network.nodes) {
            if let Some(label) = &node.label {
                self.by_label.entry(label.clone()).or_insert(index);
            }
        }
    }

    fn vertex(&mut self, line: &str, number: u32) -> Result<(), OpenError> {
        let words = words_of(line, number)?;
        let [first, rest @ ..] = &words[..] else { return Ok(()) };
        let place = self.place(first, number)?;
        let spot = Spot::at(number, 1);
        if let Some(label) = rest.first().filter(|_| self.networks.len() > 1)
            && let Some(same) = self.by_label.get(&*label.text)
            && let Some(there) = self.vertices.get_mut(place)
        {
            *there = *same;
        }
        let index = self.make_vertex(place, number)?;
        let mut fields = Fields::of_vertex(rest, &mut self.builder, spot);
        if self.networks.len() == 1 {
            let note = self.notes.of(Noted::Vertex, place + 1);
            fields.add_note(note, &mut self.builder, spot, true);
        }
        if let Some(id) = fields.id.take().filter(|id| !id.is_empty()) {
            self.ids.insert(index, id);
        }
        if let Some(node) = self.builder.node(index) {
            node.spot = spot;
            node.label = fields.label.or(node.label.take());
            node.position = fields.position.or(node.position);
            node.color = fields.color.or(node.color);
            for (column, value) in fields.attributes {
                match node.attributes.iter_mut().find(|(there, _)| *there == column) {
                    Some((_, there)) => *there = value,
                    None => node.attributes.push((column, value)),
                }
            }
        }
        Ok(())
    }

    /// The place of a vertex, whose number counts from 1.
    fn place(&self, word: &Word<'_>, line: u32) -> Result<usize, OpenError> {
        self.place_of(&word.text, line)
    }

    fn place_of(&self, number: &str, line: u32) -> Result<usize, OpenError> {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        place.filter(|place| *place < self.vertices.len()).ok_or_else(|| {
            let count = self.vertices.len();
            let found = crate::model::shorten(number, 40);
            let message =
                format!("has “{found}” where the number of a vertex, 1 to {count}, is expected");
            refusal(line, message, "Correct it, or the number after “*Vertices”.")
        })
    }

    fn node(&self, number: &str, line: u32) -> Result<u32, OpenError> {
        let place = self.place_of(number, line)?;
        Ok(self.vertices.get(place).copied().unwrap_or_default())
    }

    /// `from to`, perhaps with a weight and further attributes.
    fn tie(&mut self, line: &str, directed: bool, number: u32) -> Result<(), OpenError> {
        let (mut from, mut rest) = next_word(line);
        let mut kind = None;
        if let Some(relation) = from.strip_suffix(':') {
            kind = Some(relation.to_owned());
            (from, rest) = next_word(rest);
        }
        let (to, rest) = next_word(rest);
        let mut edge =
            Edge::new(self.node(from, number)?, self.node(to, number)?, Spot::at(number, 1));
        edge.directed = Some(directed);
        let (weight, after) = next_word(rest);
        let weight = weight.parse::<f64>().ok().filter(|weight| weight.is_finite());
        let rest = if weight.is_some() { after } else { rest };
        edge.weight = weight;
        let note = self.notes.of(Noted::Line, self.held.edges + 1);
        if !rest.is_empty() || !note.is_empty() {
            let words = words_of(rest, number)?;
            let mut fields = Fields::of_tie(&words, &mut self.builder, edge.spot);
            fields.add_note(note, &mut self.builder, edge.spot, false);
            (edge.label, edge.color) = (fields.label, fields.color);
            edge.id = fields.id.unwrap_or_default().into();
            edge.attributes = fields.attributes.into();
        }
        if let Some(kind) = kind.or_else(|| self.kind.clone()) {
            let column = self.builder.edge_columns().add("kind");
            if edge.attributes.iter().all(|(there, _)| *there != column) {
                edge.attributes.push((column, Attribute::Text(kind.into())));
            }
        }
        self.add(edge)
    }

    fn add(&mut self, edge: Edge) -> Result<(), OpenError> {
        self.held.edges += 1;
        self.builder.add_edge(edge)
    }

    /// `from to to to`.
    fn list(&mut self, line: &str, directed: bool, number: u32) -> Result<(), OpenError> {
        let mut numbers = line.split('%').next().unwrap_or_default().split_whitespace();
        let from = self.node(numbers.next().unwrap_or_default(), number)?;
        for to in numbers {
            // A minus says that the line is negative.
            let (to, weight) = match to.strip_prefix('-') {
                Some(to) => (to, Some(-1.0)),
                None => (to, None),
            };
            let mut edge = Edge::new(from, self.node(to, number)?, Spot::at(number, 1));
            (edge.directed, edge.weight) = (Some(directed), weight);
            if let Some(kind) = self.kind.clone() {
                edge.attributes
                    .push((self.builder.edge_columns().add("kind"), Attribute::Text(kind.into())));
            }
            self.add(edge)?;
        }
        Ok(())
    }

    /// A row of the matrix, or a part of one: a weight for each vertex, 0 where there is no line.
    fn row(&mut self, line: &str, number: u32) -> Result<(), OpenError> {
        let count = self.vertices.len();
        let columns = count - self.first_mode;
        let rows = if self.first_mode > 0 { self.first_mode } else { count };
        for word in line.split_whitespace() {
            let weight = word.parse::<f64>().ok().filter(|weight| weight.is_finite());
            let weight = weight.ok_or_else(|| {
                let found = crate::model::shorten(word, 40);
                refusal(number, format!("has “{found}” where a number is expected"), "Correct it.")
            })?;
            let place = self.cell;
            self.cell += 1;
            if columns == 0 || place / columns >= rows {
                let message =
                    format!("has more numbers than a matrix of {rows} rows and {columns} columns");
                return Err(refusal(number, message, "Correct the number after “*Vertices”."));
            }
            let to = self.first_mode + place % columns;
            let ends = (self.vertices.get(place / columns), self.vertices.get(to));
            if let (Some(from), Some(to), true) = (ends.0, ends.1, weight != 0.0) {
                let mut edge = Edge::new(*from, *to, Spot::at(number, 1));
                (edge.directed, edge.weight) = (Some(self.first_mode == 0), Some(weight));
                self.add(edge)?;
            }
        }
        Ok(())
    }

    fn value(&mut self, line: &str, number: u32) -> Result<(), OpenError> {
        let Some((column, place)) = self.values else { return Ok(()) };
        self.values = Some((column, place + 1));
        let value = Word { text: line.into(), form: Form::Plain }.number();
        let node = self.vertices.get(place).and_then(|index| self.builder.node(*index));
        match (value, node) {
            (Some(value), Some(node)) if node.attributes.iter().all(|(c, _)| *c != column) => {
                node.attributes.push((column, Attribute::Number(value)));
            }
            _ => {
                let topic = "has a value of no vertex, or none at all";
                let remarks = &mut self.builder.network().remarks;
                remarks.lose(Spot::at(number, 1), line, topic, "It was left out.", "");
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Network, OpenError> {
        self.make_vertices(0)?;
        if self.networks.is_empty() {
            let message = "it has no line “*Vertices”, which a network of Pajek begins with";
            return Err(OpenError::of_whole_file(message, "Choose a file of Pajek."));
        }
        let mut network = self.builder.finish();
        network.held = self.held;
        if let Some((name, _)) = self.networks.first().filter(|(name, _)| !name.is_empty()) {
            network.attributes.push(("title".to_owned(), Attribute::Text(name.as_str().into())));
        }
        network.attributes.extend(named_values(self.notes.of(Noted::Network, 1)));
        take_ids(&mut network, std::mem::take(&mut self.ids));
        name_networks(&mut network, &self.networks);
        forget_one_place(&mut network);
        forget_usual(&mut network);
        Ok(network)
    }
}

/// A name, which may stand in quotes.
fn name_of(rest: &str) -> String {
    match words(rest).as_deref() {
        Ok([name]) => name.text.to_string(),
        _ => rest.to_owned(),
    }
}

/// The kind that a line such as `*Arcs :2 "pact"` gives to the lines after it.
fn kind_of(rest: &str) -> Option<String> {
    let words = words(rest).ok()?;
    let number = words.iter().find_map(|word| word.text.strip_prefix(':'))?;
    let name = words.iter().find(|word| word.form == Form::Quoted);
    Some(name.map_or_else(|| number.to_owned(), |name| name.text.to_string()))
}

fn next_word(line: &str) -> (&str, &str) {
    let line = line.trim_start();
    let end = line.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    (word, rest.trim_start())
}

fn words_of(line: &str, number: u32) -> Result<Vec<Word<'_>>, OpenError> {
    words(line).map_err(|_| {
        refusal(number, "has a text in quotes that doesn't end", "Add “\"” at its end.")
    })
}

/// A fault of a line.
fn refusal(line: u32, message: impl Into<String>, remedy: &str) -> OpenError {
    OpenError::in_line(line, message, remedy)
}
