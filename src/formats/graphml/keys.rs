//! The keys that a file declares for its data.

use std::collections::HashMap;

use crate::formats::network::{ColumnId, NetworkBuilder};
use crate::formats::problems::Spot;
use crate::formats::xml::{DeclaredColumns, ValueType, XmlReader, typed};
use crate::model::Attribute;

/// What data belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A node.
    Node,
    /// An edge.
    Edge,
    /// The network.
    Network,
}

/// The declared keys.
#[derive(Debug, Default)]
pub struct Keys {
    /// Those of nodes.
    pub of_nodes: DeclaredColumns,
    /// Those of edges.
    pub of_edges: DeclaredColumns,
    /// Those of the network, by their ids: a name, a type and a default.
    of_network: HashMap<String, (String, ValueType)>,
    /// The ids of keys whose data are drawings, not values.
    drawings: Vec<String>,
    /// The key that is open, by its indices for nodes and for edges.
    declaring: [Option<usize>; 2],
}

impl Keys {
    /// Declares the key whose tag was opened last.
    pub fn declare(&mut self, builder: &mut NetworkBuilder, xml: &XmlReader<'_>) {
        self.declaring = [None, None];
        let Some(id) = xml.attribute("id") else { return };
        let name = xml.attribute("attr.name").filter(|name| !name.trim().is_empty());
        if name.is_none() && (xml.attribute("yfiles.type").or(xml.attribute("type"))).is_some() {
            return self.drawings.push(id.to_owned());
        }
        let name = name.unwrap_or(id);
        let value_type = xml.attribute("attr.type").map(ValueType::of_name).unwrap_or_default();
        let of = xml.attribute("for").unwrap_or("all").trim().to_ascii_lowercase();
        if matches!(of.as_str(), "node" | "all") {
            let index = self.of_nodes.declare(builder.node_columns(), id, name, value_type);
            if index.is_none() {
                builder.lose_column(xml.spot(), name);
            }
            self.declaring[0] = index;
        }
        if matches!(of.as_str(), "edge" | "all") {
            let index = self.of_edges.declare(builder.edge_columns(), id, name, value_type);
            if index.is_none() {
                builder.lose_column(xml.spot(), name);
            }
            self.declaring[1] = index;
        }
        if matches!(of.as_str(), "graph" | "graphml" | "all") {
            self.of_network.insert(id.to_owned(), (name.to_owned(), value_type));
        }
    }

    /// Sets the default of the key that is open.
    pub fn set_default(&mut self, text: &str) {
        let [of_nodes, of_edges] = self.declaring;
        if let Some(index) = of_nodes {
            self.of_nodes.set_default(index, text);
        }
        if let Some(index) = of_edges {
            self.of_edges.set_default(index, text);
        }
    }

    /// The value of the data of a node or an edge, and its column. A key that isn't declared is called by its
    /// id, and its values are texts. `None` for a drawing, an empty number, or one key too many.
    pub fn value(
        &mut self,
        builder: &mut NetworkBuilder,
        of: Of,
        id: &str,
        text: &str,
        spot: Spot,
    ) -> Option<(ColumnId, Attribute)> {
        if text.is_empty() && self.drawings.iter().any(|drawing| drawing == id) {
            return None;
        }
        let declared = if of == Of::Edge { &mut self.of_edges } else { &mut self.of_nodes };
        let columns = builder.columns(of == Of::Edge);
        let index =
            declared.find(id).or_else(|| declared.declare(columns, id, id, ValueType::default()));
        let Some(declared) = index.and_then(|index| declared.get(index)) else {
            builder.lose_column(spot, id);
            return None;
        };
        let value = typed(declared, text, spot, &mut builder.network().remarks)?;
        Some((declared.column, value))
    }

    /// The name and the value of data of the network.
    pub fn value_of_network(&self, id: &str, text: &str) -> (String, Option<Attribute>) {
        let (name, value_type) =
            self.of_network.get(id).cloned().unwrap_or_else(|| (id.to_owned(), ValueType::Text));
        let is_empty = text.trim().is_empty();
        let value = value_type.value(text).or_else(|| Some(Attribute::Text(text.into())));
        (name, value.filter(|_| !is_empty))
    }
}
