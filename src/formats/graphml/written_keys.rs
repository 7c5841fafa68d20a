//! The keys by which the data of nodes and edges are written.

use std::fmt::Write as _;

use crate::formats::network::{ColumnId, Columns};
use crate::formats::xml::{column_types, in_attribute, in_text, text_of};
use crate::model::{Attribute, Color};

/// The keys of the nodes or of the edges: those of fields, called by their own names, and those of columns.
pub struct WrittenKeys {
    /// `n` or `e`, with which the ids of the keys start.
    prefix: char,
    types: Vec<Option<&'static str>>,
}

impl WrittenKeys {
    /// Declares the keys that have values; `fields` are those of the format's programs, by name and type.
    pub fn declare<'a>(
        out: &mut String,
        of: &'static str,
        fields: &[(&str, &str)],
        columns: &Columns,
        values: impl Iterator<Item = &'a (ColumnId, Attribute)>,
    ) -> Self {
        let prefix = of.chars().next().unwrap_or_default();
        let types = column_types(columns, values);
        for (name, value_type) in fields {
            let _infallible = writeln!(
                out,
                "  <key id=\"{prefix}_{name}\" for=\"{of}\" attr.name=\"{name}\" \
                 attr.type=\"{value_type}\"/>"
            );
        }
        for ((column, name), value_type) in columns.iter().zip(&types) {
            let Some(value_type) = value_type else { continue };
            let is_field = fields.iter().any(|(field, _)| field.eq_ignore_ascii_case(name));
            // A field and a column of one name would be one and the same to most programs.
            let suffix = if is_field { " (attribute)" } else { "" };
            let (number, name) = (column.index(), in_attribute(name));
            let _infallible = writeln!(
                out,
                "  <key id=\"{prefix}{number}\" for=\"{of}\" attr.name=\"{name}{suffix}\" \
                 attr.type=\"{value_type}\"/>"
            );
        }
        Self { prefix, types }
    }

    /// Writes the values of one node or edge.
    pub fn write_values(&self, out: &mut String, attributes: &[(ColumnId, Attribute)]) {
        for (column, value) in attributes {
            let number = column.index();
            if self.types.get(number).is_some_and(Option::is_some) {
                write_data(out, &format!("{}{number}", self.prefix), &text_of(value));
            }
        }
    }

    /// Writes a field, if it has a value.
    pub fn write_field(&self, out: &mut String, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            write_data(out, &format!("{}_{name}", self.prefix), value);
        }
    }

    /// Writes a colour by its three parts.
    pub fn write_color(&self, out: &mut String, color: Option<Color>) {
        for (name, part) in color.into_iter().flat_map(|c| [("r", c.r), ("g", c.g), ("b", c.b)]) {
            self.write_field(out, name, Some(&part.to_string()));
        }
    }
}

/// Writes one value; where it starts or ends with a space, readers are told to keep it.
pub fn write_data(out: &mut String, key: &str, text: &str) {
    let space = if text.trim() == text { "" } else { " xml:space=\"preserve\"" };
    let _infallible = writeln!(out, "      <data key=\"{key}\"{space}>{}</data>", in_text(text));
}
