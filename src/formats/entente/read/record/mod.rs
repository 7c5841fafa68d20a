//! Reads a record field by field. A field that doesn't fit is reported and left out; fields that the
//! reader doesn't ask for are kept as they stand.

mod path;
mod text_limit;
mod typed_fields;
mod values;

use std::borrow::Cow;

use crate::formats::json::{Member, Node, Value};
use crate::formats::limits::MAX_DEPTH;
use crate::formats::problems::Problems;
use crate::model::Extra;

pub use path::RecordPath;
pub use text_limit::truncate_text;
use values::to_json;
pub use values::{as_f32, as_finite_f64, describe};

pub const LEFT_OUT: &str = "The field was left out.";

/// Reads a record by taking its fields.
pub struct RecordReader<'a> {
    /// The byte offset at which it starts.
    pub at: u32,
    /// Which record it is.
    pub path: RecordPath,
    members: Vec<Member<'a>>,
}

impl<'a> RecordReader<'a> {
    /// Starts to read a record; anything else is reported.
    pub fn open(node: Node<'a>, path: RecordPath, problems: &mut Problems) -> Option<Self> {
        if let Value::Object(members) = node.value {
            return Some(Self { at: node.at, path, members });
        }
        problems.lose(
            node.at,
            path.to_text(),
            format!("has {} where a record “{{ … }}” is expected", describe(&node.value)),
            "It was left out.",
            "Write it as a record, with its fields inside “{ }”.",
        );
        None
    }

    /// Takes a field; `null` counts as absent.
    pub fn take_field(&mut self, name: &str) -> Option<Node<'a>> {
        let index = self.members.iter().position(|member| member.name == name)?;
        let node = self.members.remove(index).node;
        (node.value != Value::Null).then_some(node)
    }

    /// Whether a field is there.
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|m| m.name == name && m.node.value != Value::Null)
    }

    /// The text of a field, without taking it.
    pub fn peek_text(&self, name: &str) -> Option<&str> {
        match &self.members.iter().find(|member| member.name == name)?.node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The byte offset of a field; that of the record if the field isn't there.
    pub fn offset_of(&self, name: &str) -> u32 {
        let member = self.members.iter().find(|member| member.name == name);
        member.map_or(self.at, |member| member.node.at)
    }

    /// Takes a field that is a record itself.
    pub fn nested(&mut self, name: &'static str, problems: &mut Problems) -> Option<Self> {
        let node = self.take_field(name)?;
        Self::open(node, self.path.nested(name), problems)
    }

    /// Takes all fields, in the order of the file.
    pub fn into_fields(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        let present = self.members.into_iter().filter(|member| member.node.value != Value::Null);
        present.map(|member| (member.name, member.node))
    }

    /// Converts the value of a field; one that can't be converted is reported and left out.
    pub fn convert<T>(
        &self,
        node: Node<'a>,
        name: &str,
        expected: &str,
        problems: &mut Problems,
        convert: impl FnOnce(Value<'a>) -> Result<T, Value<'a>>,
    ) -> Option<T> {
        match convert(node.value) {
            Ok(converted) => Some(converted),
            Err(value) => {
                let message = format!("has {} where {expected} is expected", describe(&value));
                let remedy = "Correct the field, or leave it out.";
                problems.lose(node.at, self.path.field(name), message, LEFT_OUT, remedy);
                None
            }
        }
    }

    /// The fields that haven't been taken, as they stand.
    pub fn unknown_fields(self, problems: &mut Problems) -> Extra {
        let mut extra = Extra::new();
        for member in self.members {
            let at = member.node.at;
            match to_json(member.node, MAX_DEPTH) {
                Some(json) => {
                    extra.insert(member.name.into_owned(), json);
                }
                None => problems.lose(
                    at,
                    self.path.field(&member.name),
                    "holds a number that is too large to keep, or none at all".to_owned(),
                    LEFT_OUT,
                    "Correct the number, or leave the field out.",
                ),
            }
        }
        extra
    }
}
