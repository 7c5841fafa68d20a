//! The tags of GEXF that have many attributes, each read in one pass.

use super::times::{Spell, says_time, spells};
use crate::formats::xml::XmlReader;

/// A `node` or `edge` tag, or an `attvalue`.
#[derive(Debug, Default)]
pub struct Tag<'t> {
    /// The id of a node or edge.
    pub id: Option<&'t str>,
    /// Its label.
    pub label: Option<&'t str>,
    /// The node that a node lies in.
    pub pid: Option<&'t str>,
    /// The id of the attribute that a value is of, or of the parent that a `parent` names.
    pub of: Option<&'t str>,
    /// The node at which an edge starts.
    pub source: Option<&'t str>,
    /// The node at which an edge ends.
    pub target: Option<&'t str>,
    /// Whether an edge is directed.
    pub edge_type: Option<&'t str>,
    /// The weight of an edge.
    pub weight: Option<&'t str>,
    /// A value.
    pub value: Option<&'t str>,
    /// When all this holds.
    pub spells: Vec<Spell>,
    /// Whatever else it says.
    pub others: Vec<(&'t str, &'t str)>,
}

impl<'t> Tag<'t> {
    /// Reads the tag that was opened last.
    pub fn read(xml: &'t XmlReader<'_>) -> Self {
        let mut tag = Self::default();
        let mut has_times = false;
        for (name, value) in xml.attributes().iter() {
            let field = match name {
                "id" => &mut tag.id,
                "label" => &mut tag.label,
                "pid" => &mut tag.pid,
                "for" => &mut tag.of,
                "source" => &mut tag.source,
                "target" => &mut tag.target,
                "type" => &mut tag.edge_type,
                "weight" => &mut tag.weight,
                "value" => &mut tag.value,
                name if says_time(name) => {
                    has_times = true;
                    continue;
                }
                name => {
                    tag.others.push((name, value));
                    continue;
                }
            };
            *field = field.or(Some(value));
        }
        if has_times {
            tag.spells = spells(xml);
        }
        tag
    }
}
