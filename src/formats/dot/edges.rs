//! Makes edges of a statement: one for each pair of nodes from one end to the next.

use super::assembly::{Assembly, End, set, size};
use super::colors::color;
use super::defaults::Given;
use super::label;
use super::names::{ARROW_HEAD, ARROW_TAIL, COLOR, DIR, ID, KEY, LABEL, POS, WEIGHT};
use super::token::Id;
use super::values::{attribute, is_drawing, remark_color, remark_drawing};
use crate::formats::network::{ColumnId, Edge};
use crate::formats::problems::{OpenError, Spot};
use crate::model::{Attribute, Color};

/// What all edges of a statement have.
#[derive(Clone, Default)]
struct Fields<'a> {
    /// Which way they run: from the first end to the second, back, or neither.
    way: Option<Way>,
    id: Option<String>,
    label: Option<Id<'a>>,
    weight: Option<f64>,
    color: Option<Color>,
    attributes: Vec<(ColumnId, Attribute)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    On,
    Back,
    Neither,
}

impl<'a> Assembly<'a> {
    /// Adds the edges between each end and the next.
    ///
    /// # Errors
    /// When there are more edges or attributes than are read.
    pub fn add_edges(
        &mut self,
        ends: &[End],
        given: &[Given<'a>],
        spot: Spot,
    ) -> Result<(), OpenError> {
        let own = self.fields(given, spot);
        let mut all = self.edge_defaults.active().to_vec();
        let fields = if all.is_empty() {
            own.clone()
        } else {
            for one in given {
                set(&mut all, one.clone());
            }
            self.fields(&all, spot)
        };
        let size = if all.is_empty() { size(given) } else { size(&all) };
        let key = given.iter().find(|(number, _)| *number == KEY).map(|(_, key)| &*key.text);
        for pair in ends.windows(2) {
            let [first, second] = pair else { continue };
            let count = first.len().saturating_mul(second.len());
            self.budget.take_edges(count, spot)?;
            self.budget.take_attributes(count, size, spot)?;
            for (from, tail_port) in first.nodes() {
                for (to, head_port) in second.nodes() {
                    let index = self.builder.network().edges.len();
                    match self.merged.same_as([from, to], key, index) {
                        Some(known) => self.overlay(known, &own),
                        None => {
                            let edge = self.edge([from, to], [tail_port, head_port], &fields, spot);
                            self.held.edges += 1;
                            self.builder.add_edge(edge)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn edge(
        &mut self,
        [tail, head]: [u32; 2],
        ports: [Option<&str>; 2],
        fields: &Fields<'a>,
        spot: Spot,
    ) -> Edge {
        let usual = if self.is_directed() { Way::On } else { Way::Neither };
        let way = fields.way.unwrap_or(usual);
        let [from, to] = if way == Way::Back { [head, tail] } else { [tail, head] };
        let mut edge = Edge::new(from, to, spot);
        edge.directed = Some(way != Way::Neither);
        edge.label = fields.label.as_ref().and_then(|label| self.edge_label(label, [tail, head]));
        edge.id = fields.id.as_deref().unwrap_or_default().into();
        (edge.weight, edge.color) = (fields.weight, fields.color);
        edge.attributes = fields.attributes.clone().into();
        let names =
            if way == Way::Back { ["headport", "tailport"] } else { ["tailport", "headport"] };
        for (name, port) in names.into_iter().zip(ports) {
            let Some(port) = port else { continue };
            let column = self.builder.edge_columns().add(name);
            set_attribute(&mut edge, (column, Attribute::Text(port.into())));
        }
        edge
    }

    /// The text along an edge; `None` where it is empty.
    fn edge_label(&mut self, label: &Id<'_>, [tail, head]: [u32; 2]) -> Option<String> {
        let text = if label.text.contains('\\') {
            let arrow = if self.is_directed() { "->" } else { "--" };
            let graph = self.graph_name().to_owned();
            let nodes = &self.builder.network().nodes;
            let name = |index: u32| nodes.get(index as usize).map_or("", |node| &node.id);
            let (tail, head) = (name(tail), name(head));
            let edge = format!("{tail}{arrow}{head}");
            label::shown(label, false, &[('T', tail), ('H', head), ('E', &edge), ('G', &graph)])
        } else {
            label::shown(label, false, &[])
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// Sets what a further statement says of an edge that is there.
    fn overlay(&mut self, index: usize, own: &Fields<'a>) {
        let Some(edge) = self.builder.network().edges.get(index) else { return };
        let ends = [edge.from, edge.to];
        let label = own.label.as_ref().and_then(|label| self.edge_label(label, ends));
        let Some(edge) = self.builder.network().edges.get_mut(index) else { return };
        match own.way {
            Some(Way::Neither) => edge.directed = Some(false),
            Some(_) => edge.directed = Some(true),
            None => {}
        }
        edge.label = label.or(edge.label.take());
        edge.weight = own.weight.or(edge.weight);
        edge.color = own.color.or(edge.color);
        if let Some(id) = &own.id {
            edge.id = id.as_str().into();
        }
        for one in &own.attributes {
            set_attribute(edge, one.clone());
        }
    }

    fn fields(&mut self, given: &[Given<'a>], spot: Spot) -> Fields<'a> {
        let mut fields = Fields { way: way(given, self.is_directed()), ..Fields::default() };
        for (number, value) in given {
            if value.text.is_empty() {
                continue;
            }
            match *number {
                LABEL => fields.label = Some(value.clone()),
                ID => fields.id = Some(label::unescaped(&value.text)),
                WEIGHT if is_finite(&value.text) => fields.weight = value.text.parse().ok(),
                COLOR if color(&value.text).is_some() => fields.color = color(&value.text),
                DIR if way_of_word(&value.text).is_some() => {}
                ARROW_HEAD | ARROW_TAIL if value.text == "none" && fields.way.is_some() => {}
                number => {
                    let name = self.names.name(number);
                    if number == POS || is_drawing(name) {
                        remark_drawing(&mut self.builder.network().remarks, name, spot);
                        continue;
                    }
                    let column = self.builder.edge_columns().add(name);
                    if number == COLOR {
                        remark_color(self.remarks(), &value.text, spot);
                    }
                    fields.attributes.push((column, attribute(value)));
                }
            }
        }
        fields
    }
}

impl End {
    fn len(&self) -> usize {
        match self {
            Self::Node(_) => 1,
            Self::Nodes(nodes) => nodes.len(),
            Self::Subgraph(nodes) => nodes.len(),
        }
    }

    /// Its nodes, each with its port.
    fn nodes(&self) -> impl Iterator<Item = (u32, Option<&str>)> {
        let (ported, plain): (&[_], &[u32]) = match self {
            Self::Node(node) => (std::slice::from_ref(node), &[]),
            Self::Nodes(nodes) => (nodes, &[]),
            Self::Subgraph(nodes) => (&[], nodes),
        };
        let ported = ported.iter().map(|(node, port)| (*node, port.as_deref()));
        ported.chain(plain.iter().map(|node| (*node, None)))
    }
}

fn is_finite(text: &str) -> bool {
    text.parse().is_ok_and(f64::is_finite)
}

fn way_of_word(word: &str) -> Option<[bool; 2]> {
    match word {
        "forward" => Some([false, true]),
        "back" => Some([true, false]),
        "both" => Some([true, true]),
        "none" => Some([false, false]),
        _ => None,
    }
}

/// Which way an edge runs by its arrows; `None` where its attributes don't say.
fn way(given: &[Given<'_>], is_directed: bool) -> Option<Way> {
    let word =
        |wanted: u32| given.iter().find(|(number, _)| *number == wanted).map(|(_, id)| &*id.text);
    let arrows = word(DIR).and_then(way_of_word);
    let ends_in_none = [ARROW_TAIL, ARROW_HEAD].map(|end| word(end) == Some("none"));
    if arrows.is_none() && !(is_directed && ends_in_none[1]) {
        return None;
    }
    let [back, on] = arrows.unwrap_or([false, is_directed]);
    match [back && !ends_in_none[0], on && !ends_in_none[1]] {
        [false, true] => Some(Way::On),
        [true, false] => Some(Way::Back),
        _ => Some(Way::Neither),
    }
}

fn set_attribute(edge: &mut Edge, (column, value): (ColumnId, Attribute)) {
    match edge.attributes.iter_mut().find(|(there, _)| *there == column) {
        Some((_, there)) => *there = value,
        None => edge.attributes.push((column, value)),
    }
}
