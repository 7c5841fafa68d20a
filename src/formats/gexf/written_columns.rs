//! How the columns of nodes or of edges are written.

use std::fmt::Write as _;

use crate::formats::network::{ColumnId, Columns, Network};
use crate::formats::xml::{column_types, in_attribute, text_of};
use crate::model::Attribute;

/// The columns of the nodes or of the edges.
pub struct WrittenColumns<'a> {
    columns: &'a Columns,
    types: Vec<Option<&'static str>>,
    /// The column of numbers that says how large it is drawn.
    drawn: Option<ColumnId>,
    /// The column of texts that says the kind.
    kind: Option<ColumnId>,
}

impl<'a> WrittenColumns<'a> {
    /// Those of the nodes.
    pub fn of_nodes(network: &'a Network) -> Self {
        let values = network.nodes.iter().flat_map(|node| &node.attributes);
        let types = column_types(&network.node_columns, values);
        Self::new(&network.node_columns, types, "size", None)
    }

    /// Those of the edges.
    pub fn of_edges(network: &'a Network) -> Self {
        let columns = &network.edge_columns;
        let values = || network.edges.iter().flat_map(|edge| &edge.attributes);
        let types = column_types(columns, values());
        let are_texts = |kind: &ColumnId| {
            let mut of_kind = values().filter(|(column, _)| column == kind);
            of_kind.all(|(_, value)| matches!(value, Attribute::Text(_)))
        };
        Self::new(columns, types, "thickness", columns.find("kind").filter(are_texts))
    }

    fn new(
        columns: &'a Columns,
        types: Vec<Option<&'static str>>,
        drawn: &str,
        kind: Option<ColumnId>,
    ) -> Self {
        let is_number = |column: &ColumnId| {
            let found = types.get(column.index()).copied().flatten();
            matches!(found, Some("long" | "double"))
        };
        let drawn = columns.find(drawn).filter(is_number);
        Self { columns, types, drawn, kind }
    }

    /// Declares those that have values.
    pub fn declare(&self, out: &mut String, class: &str) {
        let columns = self.columns.iter().zip(&self.types);
        let declared: Vec<_> = columns
            .filter(|((column, _), _)| self.is_attribute(*column))
            .filter_map(|((column, name), value_type)| Some((column, name, (*value_type)?)))
            .collect();
        if declared.is_empty() {
            return;
        }
        let _infallible = writeln!(out, "    <attributes class=\"{class}\">");
        for (column, name, value_type) in declared {
            // networkx takes an attribute of edges that is called just so for its own key, and fails.
            let name = if class == "edge" && name == "key" { "key " } else { name };
            let (id, name) = (column.index(), in_attribute(name));
            let _infallible = writeln!(
                out,
                "      <attribute id=\"{id}\" title=\"{name}\" type=\"{value_type}\"/>"
            );
        }
        out.push_str("    </attributes>\n");
    }

    /// Writes the values of one node or edge.
    pub fn write_values(&self, out: &mut String, attributes: &[(ColumnId, Attribute)]) {
        let values = || attributes.iter().filter(|(column, _)| self.is_attribute(*column));
        if values().next().is_none() {
            return;
        }
        out.push_str("        <attvalues>\n");
        for (column, value) in values() {
            let (id, text) = (column.index(), text_of(value));
            let text = in_attribute(&text);
            let _infallible = writeln!(out, "          <attvalue for=\"{id}\" value=\"{text}\"/>");
        }
        out.push_str("        </attvalues>\n");
    }

    /// Writes how large one node or edge is drawn.
    pub fn write_drawn(&self, out: &mut String, name: &str, attributes: &[(ColumnId, Attribute)]) {
        if let Some(value) = self.drawn.and_then(|column| value_in(attributes, column)) {
            let _infallible = writeln!(out, "        <viz:{name} value=\"{}\"/>", text_of(value));
        }
    }

    /// Writes the kind of one edge into its tag.
    pub fn write_kind(&self, out: &mut String, attributes: &[(ColumnId, Attribute)]) {
        if let Some(value) = self.kind.and_then(|column| value_in(attributes, column)) {
            let text = text_of(value);
            let _infallible = write!(out, " kind=\"{}\"", in_attribute(&text));
        }
    }

    fn is_attribute(&self, column: ColumnId) -> bool {
        Some(column) != self.drawn && Some(column) != self.kind
    }
}

fn value_in(attributes: &[(ColumnId, Attribute)], column: ColumnId) -> Option<&Attribute> {
    attributes.iter().find(|(own, _)| *own == column).map(|(_, value)| value)
}
