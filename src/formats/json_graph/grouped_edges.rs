//! Records of several edges at once: those with lists of ends, as treaties have their parties.

use std::borrow::Cow;
use std::collections::HashSet;

use super::edge_ends::{EndFields, ends_in_text, members_in};
use super::field_names::{EDGE_IDS, known_as_nation};
use super::graph_reader::GraphReader;
use super::record::Record;
use super::value::scalar;
use crate::formats::json::{Node, Value};
use crate::formats::network::Edge;
use crate::formats::problems::{OpenError, Spot};
use crate::model::Attribute;

/// So many edges are made of one record; for more, one node stands for it.
const MOST_EDGES: usize = 2_016;
/// So many bytes of text are repeated, once for each edge of a record, in all of a file.
const MOST_REPEATED: usize = 64 * 1024 * 1024;

/// The nodes of a record of several edges.
#[derive(Default)]
pub struct Ends {
    pub together: Vec<u32>,
    pub sources: Vec<u32>,
    pub targets: Vec<u32>,
}

impl Ends {
    /// The edges that they are: each pair of those together, and each source with each target.
    fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        let among = self.together.iter().enumerate().flat_map(|(index, one)| {
            let others = self.together.get(index + 1..).unwrap_or_default();
            others.iter().map(|other| (*one, *other))
        });
        let each = self.sources.iter().flat_map(|from| self.targets.iter().map(|to| (*from, *to)));
        among.chain(each)
    }

    fn count(&self) -> usize {
        let members = self.together.len();
        (members * members.saturating_sub(1) / 2)
            .saturating_add(self.sources.len().saturating_mul(self.targets.len()))
    }
}

impl<'a> GraphReader<'a, '_> {
    /// Reads an edge that has no two usual ends: one with lists of them or other words for them, or one that its
    /// key names.
    pub fn read_grouped(
        &mut self,
        key: Option<Cow<'a, str>>,
        usual: [Option<Node<'a>>; 2],
        mut record: Record<'a>,
        spot: Spot,
    ) -> Result<(), OpenError> {
        let ends = self.take_listed_ends(&mut record, usual, spot)?;
        if ends.count() == 0
            && let Some(key) = &key
        {
            return self.read_text_edge(key, record, spot);
        }
        let own_id = record.take_first(&EDGE_IDS, scalar);
        let id = key.map(Cow::into_owned).or(own_id).unwrap_or_default();
        if !self.add_edges(id.clone(), ends, record, spot)? {
            self.builder.lose_endless(spot, &id);
        }
        Ok(())
    }

    /// Reads an edge whose ends stand in one text, such as `France -> Germany`.
    pub fn read_text_edge(
        &mut self,
        text: &str,
        record: Record<'a>,
        spot: Spot,
    ) -> Result<(), OpenError> {
        let is_node = |text: &str| self.builder.find(text).is_some() || known_as_nation(text);
        let Some((from, to, directed)) = ends_in_text(text, is_node) else {
            self.builder.lose_endless(spot, text);
            return Ok(());
        };
        let [from, to] = [from, to].map(|end| Value::Text(end.to_owned().into()));
        let from = self.ids.resolve(&mut self.builder, &from, spot)?;
        let to = self.ids.resolve(&mut self.builder, &to, spot)?;
        let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
        let mut edge = Edge::new(from, to, spot);
        self.fill_edge(&mut edge, record);
        edge.directed = directed.or(edge.directed);
        self.builder.add_edge(edge)
    }

    /// Takes the ends of a record that has them in other fields than the usual ones, or in lists.
    fn take_listed_ends(
        &mut self,
        record: &mut Record<'a>,
        usual: [Option<Node<'a>>; 2],
        spot: Spot,
    ) -> Result<Ends, OpenError> {
        let mut ends = Ends::default();
        let [from, to] = match usual {
            [Some(from), Some(to)] => [from, to],
            _ => match EndFields::find(record.fields()) {
                Some(EndFields::Each(from, to)) => [record.take_at(from), record.take_at(to)],
                Some(EndFields::Among(list)) => {
                    let list = record.take_at(list);
                    ends.together = self.resolve_all(list, spot)?;
                    // One that is listed twice is no tie to itself.
                    let mut seen = HashSet::new();
                    ends.together.retain(|end| seen.insert(*end));
                    return Ok(ends);
                }
                None => return Ok(ends),
            },
        };
        ends.sources = self.resolve_all(from, spot)?;
        ends.targets = self.resolve_all(to, spot)?;
        Ok(ends)
    }

    /// Adds the edges of a record; one node for all of them where they are too many. Says whether there is one.
    fn add_edges(
        &mut self,
        id: String,
        ends: Ends,
        record: Record<'a>,
        spot: Spot,
    ) -> Result<bool, OpenError> {
        let count = ends.count();
        if count == 0 {
            return Ok(false);
        }
        if count > MOST_EDGES {
            self.add_hub(ends, record, spot)?;
            return Ok(true);
        }
        let mut edge = Edge { id: id.into(), ..Edge::new(0, 0, spot) };
        self.fill_edge(&mut edge, record);
        let text = |(_, value): &(_, Attribute)| match value {
            Attribute::Text(text) => text.len(),
            _ => 0,
        };
        let length: usize = edge.attributes.iter().map(text).sum();
        let length = length + edge.id.len() + edge.label.as_ref().map_or(0, String::len);
        self.repeated_bytes = self.repeated_bytes.saturating_add(length.saturating_mul(count - 1));
        if self.repeated_bytes > MOST_REPEATED {
            let message = "its records of several ties would repeat more than 64 MiB of text";
            let remedy =
                "Shorten the texts of those with many members, or write their ties one by one.";
            return Err(OpenError::of_whole_file(message, remedy));
        }
        for (from, to) in ends.pairs() {
            self.builder.add_edge(Edge { from, to, ..edge.clone() })?;
        }
        Ok(true)
    }

    fn resolve_all(&mut self, node: Node<'a>, spot: Spot) -> Result<Vec<u32>, OpenError> {
        let items = match self.open(node) {
            Value::List(items) => items,
            Value::Text(text) => match members_in(&text) {
                Some(parts) => {
                    let known = parts.iter().map(|part| Value::Text((*part).to_owned().into()));
                    known.map(|value| Node { at: 0, value }).collect()
                }
                None => vec![Node { at: 0, value: Value::Text(text) }],
            },
            value => vec![Node { at: 0, value }],
        };
        self.ends(items, spot)
    }
}
