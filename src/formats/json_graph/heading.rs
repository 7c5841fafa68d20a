//! What is said of a graph as a whole: its attributes, and whether its edges are directed.

use super::field_names::is_one_of;
use super::value;
use crate::formats::json::{Member, Node, Opener, Value};
use crate::model::Attribute;

/// Records whose fields are said of the graph.
const WRAPPERS: [&str; 5] = ["graph", "data", "attributes", "metadata", "meta"];
/// How programs read a file, and not what it says.
const SETTINGS: [&str; 8] = [
    "multigraph",
    "options",
    "style",
    "layout",
    "_subgraph_cnt",
    "format_version",
    "generated_by",
    "target_cytoscapejs_version",
];

/// What is said of a graph as a whole.
#[derive(Default)]
pub struct Heading {
    /// Its attributes, by name.
    pub attributes: Vec<(String, Attribute)>,
    /// Whether its edges are directed, where it says so.
    pub directed: Option<bool>,
}

impl Heading {
    /// What the fields beside the lists of nodes and edges say.
    pub fn read<'a>(members: Vec<Member<'a>>, opener: &mut Opener<'a>) -> Self {
        let mut heading = Self::default();
        for member in members {
            let is_wrapper = is_one_of(&WRAPPERS, &member.name);
            match (member.name.as_ref(), &member.node.value) {
                ("directed", flag) => heading.directed = value::flag(flag).or(heading.directed),
                ("options", Value::Object(options)) => {
                    heading.directed = directed_by_type(options).or(heading.directed);
                }
                (name, _) if is_one_of(&SETTINGS, name) || is_drawing(name) => {}
                (_, Value::Object(inner)) if is_wrapper => {
                    let plain = inner.iter().filter(|inner| !is_drawing(&inner.name));
                    plain.for_each(|inner| heading.add(&inner.name, &inner.node.value));
                }
                // networkx once wrote pairs.
                (_, Value::List(_)) if is_wrapper => {
                    let Value::List(pairs) = member.node.value else { continue };
                    pairs.into_iter().for_each(|pair| heading.add_pair(&opener.open(pair)));
                }
                (name, value) => heading.add(name, value),
            }
        }
        heading
    }

    fn add_pair(&mut self, pair: &Node<'_>) {
        if let Value::List(items) = &pair.value
            && let [name, value] = items.as_slice()
            && let Some(name) = value::scalar(&name.value)
        {
            self.add(&name, &value.value);
        }
    }

    fn add(&mut self, name: &str, value: &Value<'_>) {
        if let Some(attribute) = value::attribute(value) {
            self.attributes.push((name.to_owned(), attribute));
        }
    }
}

/// Whether a field says how Graphviz draws something: `_draw_`, `_ldraw_` and so on.
pub fn is_drawing(name: &str) -> bool {
    name.len() > 2 && name.starts_with('_') && name.ends_with("draw_")
}

/// The type of a graph in Graphology's options. In a mixed one an edge that isn't undirected is directed.
fn directed_by_type(options: &[Member<'_>]) -> Option<bool> {
    let kind = options.iter().find(|option| option.name == "type")?;
    match &kind.node.value {
        Value::Text(text) if text == "undirected" => Some(false),
        Value::Text(text) if text == "directed" || text == "mixed" => Some(true),
        _ => None,
    }
}
